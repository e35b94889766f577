// A year's rating as the people do it who do it, and a report that is issued, kept, and asked anew.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { ask, commune, done, go, judge, openBook, province, send, shown } from "./desk.mjs";
import { Office, taoTru } from "./office.mjs";

const year = new Date().getUTCFullYear() - 1;
let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

test("a self-score from paper, an opinion, an approval after a sample", async () => {
    const below = await commune(office, "xa.xep.loai");
    await go(below, "ratings", "Xếp loại câu lạc bộ");
    await shown(below, "ratings");
    await below.page.getByRole("link", { name: "Tào Trụ" }).click();
    await below.heading(`Xếp loại năm ${year}: Tào Trụ`);
    await below.see("Chưa có bước nào.");
    await below.tap("Ghi điểm tự chấm (từ giấy)");
    await below.see("Hãy chấm hết các tiêu chí chưa có điểm.");
    await judge(below, taoTru, year);
    await shown(below, "rating-sheet");
    const appraise = async () => {
        await below.tap("Ghi điểm tự chấm (từ giấy)");
        await below.tap("Thẩm định");
        const stands = below.page.getByRole("strong").filter({ hasText: "xã đã thẩm định" });
        await stands.first().waitFor();
    };
    await appraise();
    const { lines } = await ask(below, `my/ratings?year=${year}`);
    const other = lines.find((one) => one.book !== taoTru);
    await go(below, `ratings/${other.book}/${year}`, `Xếp loại năm ${year}: ${other.name}`);
    await judge(below, other.book, year);
    await appraise();

    const above = await province(office, "tinh.xep.loai");
    await go(above, "ratings", "Xếp loại câu lạc bộ");
    const waits = "Duyệt 2 câu lạc bộ xã đã thẩm định";
    await above.tap(waits);
    await above.see("Hãy rút mẫu trước khi duyệt hàng loạt.");
    await above.page.getByText("Rút mẫu để xem kỹ").click();
    await above.page.getByLabel("Tỷ lệ").selectOption("100");
    await above.tap(waits);
    await above.see("Còn 2 câu lạc bộ trong mẫu chưa mở xem.");
    await above.page.getByLabel("Bước").selectOption("appraised");
    await above.page.getByRole("link", { name: "Tào Trụ" }).click();
    await above.heading(`Xếp loại năm ${year}: Tào Trụ`);
    await shown(above, "rating-province");
    // On paper the entries stand after «Căn cứ», closed on screen or not.
    const entry = above.page.locator("td details a").first();
    assert.ok(await entry.isHidden());
    await above.page.emulateMedia({ media: "print" });
    assert.ok(await entry.isVisible());
    await above.page.emulateMedia({ media: null });
    // The next of the sample is one press away, and the way back knows what was chosen.
    const sample = above.page.waitForResponse(/my\/ratings\?.*drawn=1/);
    await above.tap(`Tiếp trong mẫu: ${other.name} (còn 1 chưa xem) →`);
    await above.heading(`Xếp loại năm ${year}: ${other.name}`);
    await (await sample).finished();
    await above.page.evaluate(() => new Promise(requestAnimationFrame)); // it is drawn
    assert.equal(await above.page.getByRole("link", { name: /^Tiếp trong mẫu/ }).count(), 0);
    await above.tap(/^← Xếp loại/);
    await above.heading("Xếp loại câu lạc bộ");
    const chosen = async () => {
        const labels = ["Năm", "Bước", "Tỷ lệ"].map((name) => above.page.getByLabel(name));
        return Promise.all(labels.map((choice) => choice.inputValue()));
    };
    assert.deepEqual(await chosen(), [String(year), "appraised", "100"]);
    await above.page.getByLabel("Năm").selectOption(String(year - 1));
    await above.page.getByLabel("Bước").selectOption("none");
    await above.page
        .locator(`main tbody a[href*="/${year - 1}/"]`)
        .first()
        .click();
    await above.heading(new RegExp(`^Xếp loại năm ${year - 1}: `));
    await above.page.goBack();
    await above.heading("Xếp loại câu lạc bộ");
    assert.deepEqual(await chosen(), [String(year - 1), "none", "100"]);
    await above.page.getByLabel("Năm").selectOption(String(year));
    await above.page.getByLabel("Bước").selectOption("");
    await above.page.getByLabel("Quyết định số").fill("12/QĐ-HNCT");
    await above.tap(waits);
    await above.see("Đã ghi 2 câu lạc bộ.");

    const line = (await ask(below, `my/ratings?year=${year}&q=tao%20tru`)).lines[0];
    assert.equal(line.state, "approved");
    assert.equal(line.approved, line.appraised);
    await go(below, `ratings/${taoTru}/${year}`, `Xếp loại năm ${year}: Tào Trụ`);
    await below.page.reload();
    await below.see("12/QĐ-HNCT");
    await below.page.getByLabel("Lý do, ghi chú").fill("Hai tháng bão không họp được.");
    await below.tap("Ghi giải trình của câu lạc bộ");
    await below.page.getByRole("strong").filter({ hasText: "đang giải trình" }).first().waitFor();
    await shown(below, "rating-answered");

    // Its words reach whoever decides: the commune anew, then the province.
    await go(above, "work", "Việc của tôi");
    await above.page.getByRole("link", { name: `Xếp loại năm ${year}: Tào Trụ` }).click();
    await above.heading(`Xếp loại năm ${year}: Tào Trụ`);
    await above.see("Hai tháng bão không họp được.");
    await above.see(/xã thẩm định lại, giữ hay đổi loại/);
    assert.equal(await above.button("Duyệt").count(), 0);
    await above.page
        .getByRole("columnheader", { name: "Xã thẩm định (đã duyệt)" })
        .first()
        .waitFor();
    const cells = above.page.locator("tfoot td");
    const [self, appraised, byBook] = await cells.allInnerTexts();
    assert.equal(self, appraised);
    assert.equal(byBook.split("/")[0], self);
    await go(below, "", "Việc của tôi");
    await below.page.getByRole("link", { name: `Xếp loại năm ${year}: Tào Trụ` }).click();
    await below.see("Hai tháng bão không họp được.");
    await below.tap("Thẩm định lại");
    await below.page.getByRole("strong").filter({ hasText: "xã đã thẩm định" }).first().waitFor();
    await go(above, "work", "Việc của tôi");
    await above.see(/xã đã thẩm định · /);
    await above.page.getByRole("link", { name: `Xếp loại năm ${year}: Tào Trụ` }).click();
    await above.tap("Duyệt");
    await above.page.getByRole("strong").filter({ hasText: "đã duyệt" }).first().waitFor();
    await go(above, "work", "Việc của tôi");
    await above.page.waitForFunction(() => !document.querySelector("main [data-loading]"));
    assert.equal(await above.page.getByText("Xếp loại năm").count(), 0);

    // Of a year that is not over the sheet says so.
    const note = `Năm ${year + 1} chưa hết`;
    await go(below, `ratings/${taoTru}/${year + 1}`, `Xếp loại năm ${year + 1}: Tào Trụ`);
    const last = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(5, 10) === "12-31";
    assert.equal(await below.page.getByText(note).count(), last ? 0 : 1);
    await done(below, above);
});

test("an issued report is kept to the byte; asked anew it tells what changed", async () => {
    const officer = await province(office, "tinh.ban.hanh");
    const { page } = officer;
    await go(officer, "documents", "Tài liệu");
    await page.getByLabel("Số liệu đến", { exact: true }).fill("2020-09-30");
    await page.getByLabel("Số văn bản").fill("45/BC-HNCT");
    await page.getByRole("button", { name: "Ban hành: báo cáo sơ kết đề án" }).click();
    await officer.see("Đã ban hành và giữ tệp.");
    await officer.see("45/BC-HNCT");
    await page.getByRole("cell", { name: /^báo cáo sơ kết đề án 45\/BC-HNCT/ }).waitFor();
    await shown(officer, "documents-issued");
    await page.getByLabel("Số văn bản").fill("045/bc-hnct"); // a number is given once a year
    await page.getByRole("button", { name: "Ban hành: báo cáo sơ kết đề án" }).click();
    await page.locator('[data-field="number"]').getByText("đã dùng cho văn bản khác").waitFor();
    assert.equal(await page.getByText("Đã ban hành và giữ tệp.").count(), 0);
    await page.getByLabel("Số văn bản").fill("");
    const list = await ask(officer, "matters/reports?op=report.issued");
    const op = JSON.parse(list.matters[0].steps[0].body).ops[0];
    const keeps = page.waitForEvent("download");
    await page.getByRole("button", { name: "Mở tệp" }).click();
    const bytes = readFileSync(await (await keeps).path());
    assert.equal(createHash("sha256").update(bytes).digest("hex"), op.file);

    await page.getByRole("link", { name: "Hỏi lại hôm nay" }).click();
    await officer.heading("Hỏi lại hôm nay");
    await officer.see("không có con số nào khác");
    await page.getByText("Đang lập lại").waitFor({ state: "detached" });
    await officer.see("tiêu chí xếp loại: ");
    const screen = await page.getByRole("link", { name: "Xem trên màn hình" }).getAttribute("href");
    const drawn = await page.evaluate(async (path) => (await fetch(path)).text(), screen);
    assert.match(drawn, /href="\/standing\?[^"]*known_at=\d+[^"]*#T1"/);

    // What is recorded later of that month.
    const raised = { op: "obstacle.raised", on: "2020-09-15", obstacle: "0000000QQ1" };
    const { book, owner } = list.matters[0];
    const told = { ...raised, subject: "loans", to: "province" };
    assert.equal(await send(officer, book, told), 200);
    await page.reload();
    await officer.heading("Hỏi lại hôm nay");
    await officer.see("chỗ khác");
    await page.getByRole("link", { name: new RegExp(`^${owner}, bút toán`) }).waitFor();
    await shown(officer, "issued-changes");
    await done(officer);
});

test("where to go first: reasons from the books, a plan one press away", async () => {
    const officer = await commune(office, "xa.kiem.tra");
    await openBook(officer);
    await go(officer, "scheme/supervision/visits", "Nên đi kiểm tra đâu trước");
    await officer.see("chưa đến lần nào");
    await shown(officer, "visits");
    await officer.page.getByRole("button", { name: /^Lịch kiểm tra: .*Tào Trụ/ }).click();
    await officer.heading("Lịch kiểm tra");
    await officer.see("Tào Trụ");
    await officer.page.getByLabel("Hạn").fill("2030-01-15");
    await officer.tap("Lưu");
    await officer.heading("Kiểm tra, giám sát");
    const keeps = officer.page.waitForEvent("download");
    await officer.tap("Lịch hạn (.ics)");
    const text = readFileSync(await (await keeps).path(), "utf8");
    assert.match(text, /DTSTART;VALUE=DATE:20300115\r\n/);
    await go(officer, "scheme/supervision/visits", "Nên đi kiểm tra đâu trước");
    await officer.see("15/01/2030");
    const begin = ["scheme/supervision/new/visit.planned", "Lịch kiểm tra"];
    await go(officer, ...begin);
    await officer.page.getByLabel("Tìm câu lạc bộ").fill("tao tru");
    await officer.page.getByRole("button", { name: /^Tào Trụ/ }).click();
    await officer.page.getByLabel("Hạn").fill("2030-02-20");
    await officer.tap("Lưu");
    await officer.heading("Kiểm tra, giám sát");
    await go(officer, "scheme/supervision/visits", "Nên đi kiểm tra đâu trước");

    // The paper goes where there is no network.
    await officer.page.getByRole("button", { name: /^Mang theo: .*Tào Trụ/ }).click();
    await shown(officer, "visits-which"); // of two plans it carries out one
    await officer.page.getByRole("button", { name: /^Đã hẹn 20\/02\/2030 · / }).click();
    await officer.see("Đã mang phiếu theo máy này.");
    await officer.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await office.kill();
    await officer.page.goto(`${office.address}/desk#/field`);
    await officer.page.reload();
    await officer.heading("Không mở được bàn đề án.");
    await shown(officer, "field-offline");
    await officer.tap("Ghi phiếu");
    // As many findings as points are faulty, or more.
    const findings = officer.page.getByLabel("Số sai sót");
    for (const point of ["sổ sách", "cho vay, thu hồi"]) {
        await officer.page.getByLabel(point).selectOption("faulty");
    }
    assert.equal(await findings.inputValue(), "2");
    await findings.fill("1");
    await officer.tap("Xong, gửi khi có mạng");
    await officer.see(/Bảng kiểm có 2 mục sai sót/);
    await findings.fill("2");
    await officer.page.getByLabel("Kết quả kiểm tra").fill("Hai phiếu chi thiếu chữ ký.");
    await officer.page.reload();
    await officer.tap("Ghi phiếu");
    assert.equal(await officer.page.getByLabel("Số sai sót").inputValue(), "2");
    await officer.tap("Xong, gửi khi có mạng");
    await officer.see("Đã ghi xong, chờ gửi.");
    await office.up();
    await officer.tap("Thử lại");
    await officer.heading("Phiếu kiểm tra mang theo");
    await officer.see("Đã gửi 1 phiếu kiểm tra.");
    await go(officer, "scheme/supervision", "Kiểm tra, giám sát");

    // It carries out the plan, and what was found leads on.
    const { page } = officer;
    const plan = page.getByRole("row", { name: /Hai phiếu chi thiếu chữ ký/ });
    assert.match(await plan.innerText(), /Lịch kiểm tra[^]*Hạn: 20\/02\/2030[^]*đã xong/);
    await plan.getByRole("link").click();
    await officer.see(/Số sai sót: 2/);
    await officer.tap("Kế hoạch củng cố");
    await officer.heading("Kế hoạch củng cố");
    await officer.see("Tào Trụ");
    const after = page.getByLabel(/^Sau lần kiểm tra/).locator("option:checked");
    await after.filter({ hasText: /\d{4}$/ }).waitFor({ state: "attached" });
    assert.equal(await page.getByLabel("Nội dung").inputValue(), "Hai phiếu chi thiếu chữ ký.");
    await page.goBack();
    await officer.tap("Kiến nghị");
    await officer.heading("Kiến nghị");
    await officer.see("Tào Trụ");
    await done(officer);
});
