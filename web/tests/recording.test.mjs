// What officers record of the scheme's work, and take out of it: a list of a whole province, goods
// and promises that say what came and where, one thing for many units, forms for whoever records.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { after, before, test } from "node:test";
import { ask, commune, desk, done, go, openBook, province, shown, wait } from "./desk.mjs";
import { Office } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
after(() => office.close());

const rows = 50_000;
const pageOf = (offset) => ({
    on: "2020-10-31",
    total: rows,
    open: 0,
    late: 0,
    offset,
    names: [],
    matters: Array.from({ length: 500 }, (_, i) => ({
        book: "01890000-0000-7000-8000-000000000000",
        owner: "Hội Người cao tuổi của một xã",
        op: "care.received",
        late: false,
        halves: [],
        steps: [
            {
                seq: offset + i + 1,
                op_index: 0,
                on: "2020-10-01",
                live: true,
                number: offset + i + 1,
                text: "Doanh nghiệp của tỉnh ủng hộ",
                body: JSON.stringify({
                    ops: [{ op: "care.received", level: "commune", account: "cash", amount: 1000 }],
                }),
            },
        ],
    })),
});

test("a province's whole list becomes a workbook, a print tells that it is a part", async () => {
    const officer = await province(office, "tinh.tai.ve");
    const { page } = officer;
    await page.route(/\/api\/v1\/matters\/care_fund\?/, (asked) => {
        const offset = Number(new URL(asked.request().url()).searchParams.get("offset"));
        return asked.fulfill({ json: pageOf(offset) });
    });
    await go(officer, "scheme/care_fund", "Quỹ Chăm sóc");
    await officer.see(/^50\.000 việc/);
    await page.emulateMedia({ media: "print" });
    await officer.see("500 trên 50.000 dòng: tải Excel để có tất cả.");
    // What leads elsewhere and what is chosen on screen is not for paper.
    assert.ok(await page.locator("nav.areas").isHidden());
    assert.ok(await page.getByRole("searchbox").first().isHidden());
    await page.emulateMedia({ media: "screen" });
    const kept = page.waitForEvent("download", { timeout: 180_000 });
    await officer.tap("Tải Excel");
    await officer.see(/^Đang lấy [\d.]+ trên 50\.000 dòng…$/);
    assert.ok(await officer.button("Tải Excel").isDisabled());
    assert.ok(statSync(await (await kept).path()).size > 500_000);

    // Too much, said by the server or by what stands before it.
    await page.route("**/api/v1/workbook", (asked) =>
        asked.fulfill({ status: 413, contentType: "text/html", body: "<h1>413</h1>" }),
    );
    await page.unroute(/\/api\/v1\/matters\/care_fund\?/);
    await page.reload();
    await officer.heading("Quỹ Chăm sóc");
    await officer.tap("Tải Excel");
    await officer.see(/^Nhiều hơn mức máy chủ nhận một lần/);
    await done(officer);
});

test("goods are described, and a promise that is kept says where it came in", async () => {
    const officer = await commune(office, "xa.hien.vat");
    const { page } = officer;
    await openBook(officer);
    await go(officer, "scheme/care_fund/new/care.opened", "Mở quỹ");
    await officer.tap("Lưu");
    await officer.heading("Quỹ Chăm sóc");
    await go(officer, "scheme/care_fund/new/care.received", "Thu ủng hộ");
    const level = page.getByRole("combobox", { name: "Cấp", exact: true });
    await level.waitFor();
    await level.locator('option[value="district"]').waitFor({ state: "detached" }); // none stands
    assert.match(await level.innerText(), /tỉnh\s+chi nhánh\s+xã/);
    await page.getByRole("combobox", { name: "Bằng", exact: true }).selectOption("goods");
    await page.getByLabel("Số tiền").fill("2.000.000");
    await page.getByLabel("Nguồn").selectOption("firm");
    await officer.tap("Lưu");
    await page.getByRole("alert").getByText("Ghi rõ hiện vật gì, bao nhiêu.").waitFor();
    await shown(officer, "scheme-goods");
    await page.getByLabel("Nội dung").fill("20 chăn len");
    await officer.tap("Lưu");
    await officer.heading("Quỹ Chăm sóc");
    await officer.see("20 chăn len");

    for (const [received, note, receipts] of [
        ["goods", "10 xe lăn", 2],
        ["elsewhere", "Chuyển thẳng cho Hội tỉnh", 2],
    ]) {
        await go(officer, "scheme/pledges/new/pledge.made", "Đăng ký ủng hộ");
        await page.getByLabel("Nguồn").selectOption("firm");
        await page.getByLabel("Số tiền").fill("5.000.000");
        await officer.tap("Lưu");
        await officer.heading("Đăng ký ủng hộ");
        await page.getByRole("combobox", { name: /^Xem/ }).selectOption("open");
        await officer.see(/^1 việc theo bộ lọc/);
        await page.locator("td a", { hasText: "Đăng ký ủng hộ" }).last().click();
        await page.getByRole("link", { name: "Đã thực hiện" }).click();
        await officer.heading("Đã thực hiện");
        await officer.tap("Lưu");
        await officer.see(/^Ghi luôn phiếu thu Quỹ Chăm sóc, bằng: Hãy điền mục này\.$/);
        await page.getByLabel("Ghi luôn phiếu thu").selectOption(received);
        await officer.tap("Lưu");
        await page
            .getByRole("alert")
            .getByText(/^Nội dung|^Ghi rõ/)
            .waitFor();
        await page.getByLabel("Nội dung").fill(note);
        await officer.tap("Lưu");
        await officer.heading("Đăng ký ủng hộ");
        await officer.see("đã xong");
        const list = await ask(officer, "matters/care_fund?op=care.received&limit=500");
        const own = list.matters.filter(({ steps }) => /20 chăn|10 xe/.test(steps[0].text ?? ""));
        assert.equal(own.length, receipts);
    }
    await done(officer);
});

test("numbers are read as lists write them; what looks mistaken is said, not refused", async () => {
    const officer = await commune(office, "xa.so.lieu");
    const { page } = officer;
    await go(officer, "scheme/communication/new/communication.made", "Tuyên truyền");
    await page.getByLabel("Hình thức").selectOption({ index: 1 });
    await page.getByLabel("Số người tiếp cận").fill("1.2");
    await officer.tap("Lưu");
    await officer.see("Không đọc được «1.2».");
    await page.getByLabel("Số người tiếp cận").fill("1.200");
    await officer.tap("Lưu");
    await officer.see("Số người tiếp cận: 1200");

    await go(officer, "scheme/improvement/new/improvement.planned", "Kế hoạch củng cố");
    await page.getByLabel("Tìm câu lạc bộ").fill("Tào Trụ");
    await page.getByRole("button", { name: /^Tào Trụ/ }).click();
    await page.getByLabel("Năm xếp loại").fill("1999");
    await page.getByLabel("Hạn").fill("2020-01-31");
    await officer.see(/^Câu lạc bộ ra mắt ngày .+, sau năm này\.$/);
    await officer.see("Hạn này đã qua.");
    await page.getByLabel("Năm xếp loại").fill("2199");
    await officer.see("Năm này chưa tới.");
    await done(officer);
});

test("one thing for many units: none chosen is said; a refusal goes with a change", async () => {
    const officer = await province(office, "tinh.nhieu.xa");
    const { page } = officer;
    await go(officer, "scheme/reports/new/report.due", "Giao báo cáo");
    await page.getByLabel("Ghi cho nhiều đơn vị").check();
    await page.getByLabel("Loại").selectOption("year");
    await page.getByLabel("Hạn").fill("2030-01-15");
    await officer.tap("Lưu");
    await officer.see("Hãy chọn ít nhất một đơn vị.");
    await page.getByLabel("Hạn").fill("2030-01-16");
    await page.getByText("Hãy chọn ít nhất một đơn vị.").waitFor({ state: "detached" });
    await done(officer);
});

test("a plan and a commitment are open until what came of them is told", async () => {
    const officer = await province(office, "tinh.ke.hoach");
    const { page } = officer;
    const open = async (area) => (await ask(officer, `matters/${area}?filter=open`)).open;
    const end = async (area, heading, first, last, words) => {
        const before = await open(area);
        await officer.tap("Lưu");
        await officer.heading(heading);
        await wait(officer, `matters/${area}?filter=open`, `"open":${before + 1},`);
        await page.reload();
        await page.getByRole("combobox", { name: /^Xem/ }).selectOption("open");
        await page.getByRole("link", { name: first, exact: true }).first().click();
        await officer.see("đang mở");
        await page.getByRole("link", { name: last }).click();
        await officer.heading(last);
        await page.getByRole("combobox", { name: "Kết quả" }).selectOption("partly");
        await officer.tap("Lưu");
        await page
            .getByRole("alert")
            .filter({ hasText: /^Ghi rõ đã làm được gì/ })
            .waitFor();
        await page.getByLabel("Nội dung").fill(words);
        await officer.tap("Lưu");
        await officer.heading(first);
        await officer.see(words);
        await officer.see("đã xong");
        assert.equal(await page.getByRole("link", { name: last }).count(), 0);
        await wait(officer, `matters/${area}?filter=open`, `"open":${before},`);
    };
    await go(officer, "scheme/plans/new/plan.adopted", "Ban hành kế hoạch");
    await page.getByLabel("Từ", { exact: true }).fill("2020-01-01");
    await page.getByLabel("Đến ngày").fill("2030-12-31");
    await page.getByLabel("Văn bản số").fill("9/KH-HNCT");
    const done12 = "Đạt 12 trên 15 lớp; còn ba lớp ở miền núi.";
    await end("plans", "Kế hoạch", "Ban hành kế hoạch", "Tổng kết kế hoạch", done12);
    await shown(officer, "scheme-plan");
    await go(officer, "scheme/partners/new/partner.committed", "Cam kết phối hợp");
    await page.getByLabel("Cơ quan, đơn vị").fill("Sở Y tế");
    await page.getByLabel("Về việc").selectOption("health");
    const held4 = "Khám bốn đợt; đợt năm không tổ chức được.";
    await end("partners", "Phối hợp", "Cam kết phối hợp", "Kết quả phối hợp", held4);

    // The demo's own plans were recorded before plans had an end.
    const { matters } = await ask(officer, "matters/plans");
    const old = matters.find((one) => !one.state);
    const [{ seq, op_index }] = old.steps;
    await go(officer, `scheme/plans/${old.book}/${seq}/${op_index}`, "Ban hành kế hoạch");
    await officer.button("Huỷ bước này").waitFor();
    assert.equal(await page.getByRole("link", { name: "Tổng kết kế hoạch" }).count(), 0);
    await done(officer);
});

test("a form whose address is typed opens for whoever records it", async () => {
    const auditor = await desk(office, "kiem.toan.go", "auditor", "38");
    const none = async (officer, path, heading) => {
        await go(officer, path, heading);
        await officer.see("Vai trò của bạn không ghi việc này.");
        assert.equal(await officer.button("Lưu").count(), 0);
    };
    await auditor.heading("Bắt đầu");
    await none(auditor, "register/new/club.proposed", "Đề nghị thành lập CLB");
    await auditor.page.goto(`${office.address}/desk#/totals/${"0".repeat(8)}/2020-09`);
    await auditor.heading("Bắt đầu");
    const below = await commune(office, "xa.go");
    await none(below, "scheme/quotas/new/quota.assigned", "Giao chỉ tiêu");
    await done(auditor, below);
});
