// The scheme's work, as the people do it who do it: an obstacle from a commune answered by the
// province, a grant that two books tell.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { ask, commune, done, go, openBook, province, shown, wait, ward } from "./desk.mjs";
import { looks } from "./looks.mjs";
import { Office } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

test("a commune raises an obstacle, the province answers, the commune reads it", async () => {
    const below = await commune(office, "xa.kho.khan");
    await openBook(below);
    await go(below, "scheme/obstacles", "Vướng mắc, đề xuất");
    await shown(below, "scheme-obstacles");
    await below.page.getByRole("link", { name: "+ Nêu vướng mắc" }).click();
    await below.heading("Nêu vướng mắc");
    await below.tap("Lưu");
    await below.see("Về việc: Hãy điền mục này.");
    await below.page.getByLabel("Về việc").selectOption("loans");
    await below.tap("Lưu");
    await below.see(/^Hãy điền mục này\.$/); // a matter without a word is none
    assert.equal(await below.page.getByLabel("Về việc").inputValue(), "loans");
    await below.page.getByLabel("Nội dung").fill("Ba hộ nghèo chưa trả được gốc sau bão.");
    await shown(below, "scheme-raise");
    await below.page.reload(); // nothing that was typed is lost
    await below.heading("Nêu vướng mắc");
    assert.match(await below.page.getByLabel("Nội dung").inputValue(), /^Ba hộ nghèo/);
    assert.equal(await below.page.getByLabel("Về việc").inputValue(), "loans");
    await below.tap("Lưu");
    await below.heading("Vướng mắc, đề xuất");
    await below.see("Về việc: cho vay");
    await below.see("Ba hộ nghèo chưa trả được gốc sau bão."); // the list tells them apart
    await below.page.getByRole("searchbox").fill("ba ho ngheo");
    await below.see(/^1 việc theo bộ lọc/);

    // Whom it is addressed to answers it; below it is only taken back.
    await below.page.getByRole("link", { name: "Nêu vướng mắc", exact: true }).first().click();
    await below.heading("Nêu vướng mắc");
    await below.see(/^Gửi đến cấp tỉnh: chờ cấp trên trả lời/);
    assert.equal(await below.button("Trả lời vướng mắc").count(), 0);
    await below.button("Huỷ bước này").waitFor();

    const above = await province(office, "tinh.tra.loi");
    await go(above, "scheme/obstacles", "Vướng mắc, đề xuất");
    await above.page.getByRole("combobox", { name: /^Xem/ }).selectOption("open");
    await above.page.getByRole("link", { name: "Nêu vướng mắc", exact: true }).first().click();
    await above.heading("Nêu vướng mắc");
    await above.see("Ba hộ nghèo chưa trả được gốc sau bão.");
    await shown(above, "scheme-matter");
    await above.page.getByRole("link", { name: "Trả lời vướng mắc" }).click();
    await above.heading("Trả lời vướng mắc");
    await above.page.getByLabel("Nội dung").fill("Được gia hạn ba tháng theo quy chế.");
    await above.tap("Lưu");
    await above.heading("Nêu vướng mắc");
    await above.see("đã xong");
    await above.see("Ghi bởi: Hội cấp tỉnh");

    await go(below, "scheme/obstacles", "Vướng mắc, đề xuất");
    await below.page.getByRole("link", { name: "Nêu vướng mắc", exact: true }).first().click();
    await below.see("Được gia hạn ba tháng theo quy chế.");
    await below.see("Ghi bởi: Hội cấp tỉnh");
    assert.equal(await below.page.getByRole("button", { name: "Huỷ bước này" }).count(), 1);
    await done(below, above);
});

test("who comes second sees the words of the first, and keeps his own", async () => {
    const first = await province(office, "tinh.truoc");
    const second = await province(office, "tinh.sau");
    await go(first, "scheme/obstacles/new/obstacle.raised", "Nêu vướng mắc");
    await first.page.getByLabel("Về việc").selectOption("funds");
    const search = first.page.getByLabel("Tìm đơn vị");
    await search.fill("nguyet vien");
    assert.match(
        await first.page.getByLabel("Ghi vào sổ của").locator("option:checked").textContent(),
        /Nguyệt Viên/,
    );
    await shown(first, "scheme-books");
    await first.page.getByLabel("Nội dung").fill("Hai phường cùng hỏi về quỹ.");
    await first.tap("Lưu");
    await first.heading("Vướng mắc, đề xuất");
    const answer = async (officer, text) => {
        await go(officer, "scheme/obstacles", "Vướng mắc, đề xuất");
        await officer.page.getByRole("combobox", { name: /^Việc/ }).selectOption("obstacle.raised");
        await officer.page.getByRole("searchbox").first().fill("hai phuong cung hoi");
        await officer.see(/^1 việc theo bộ lọc/);
        await officer.page.getByRole("link", { name: "Nêu vướng mắc", exact: true }).click();
        await officer.page.getByRole("link", { name: "Trả lời vướng mắc" }).click();
        await officer.heading("Trả lời vướng mắc");
        await officer.see("Hai phường cùng hỏi về quỹ."); // what it answers
        await officer.page.getByLabel("Nội dung").fill(text);
    };
    await answer(first, "Dùng sổ chung.");
    await answer(second, "Mỗi phường một sổ.");
    await first.tap("Lưu");
    await first.see("đã xong");
    await second.tap("Lưu");
    await second.see("Người khác vừa ghi bước này trước bạn");
    await second.see("Dùng sổ chung.");
    assert.equal(await second.page.getByLabel("Nội dung").inputValue(), "Mỗi phường một sổ.");
    await shown(second, "scheme-second");
    await done(first, second);
});

test("a plan of improvement ends with a word; a steering board has its people", async () => {
    const officer = await province(office, "tinh.cung.co");
    const { page } = officer;
    await go(officer, "scheme/improvement/new/improvement.planned", "Kế hoạch củng cố");
    await page.getByLabel("Tìm câu lạc bộ").fill("tao tru");
    await page.getByRole("button", { name: /^Tào Trụ/ }).click();
    await page.getByLabel("Năm xếp loại").fill("2020");
    await page.getByLabel("Hạn").fill("2030-01-31");
    await officer.tap("Lưu");
    await officer.heading("Củng cố CLB");
    await page.getByRole("link", { name: "Kế hoạch củng cố", exact: true }).first().click();
    await page.getByRole("link", { name: "Kết thúc củng cố" }).click();
    await officer.heading("Kết thúc củng cố");
    await officer.tap("Lưu");
    await officer.see(/^Hãy điền mục này\.$/);
    await page.getByLabel("Nội dung").fill("Đã đủ tám mảng từ tháng 9.");
    await officer.tap("Lưu");
    await officer.see("Đã đủ tám mảng từ tháng 9.");
    await officer.see("đã xong");

    await go(officer, "scheme/steering/new/steering.set", "Lập ban chỉ đạo");
    await page.getByLabel("Số thành viên").fill("2");
    await page.getByLabel("Văn bản số").fill("12/QĐ-UBND");
    const people = "Lê Văn An, trưởng ban, phụ trách chung\nVũ Thị Bình, thư ký";
    await page.getByLabel("Họ tên, chức vụ, nhiệm vụ").fill(people);
    await officer.tap("Lưu");
    await officer.heading("Ban chỉ đạo");
    await officer.see(/Lê Văn An, trưởng ban/); // the list tells it
    await page.getByRole("link", { name: "Lập ban chỉ đạo", exact: true }).first().click();
    await officer.see(/phụ trách chung/);
    const said = page.locator("em", { hasText: "Vũ Thị Bình" });
    assert.equal(await said.innerText(), people); // one a line
    await shown(officer, "steering-set");
    await done(officer);
});

test("guidance arrives below, is acknowledged by one press, the sender sees by whom", async () => {
    const above = await province(office, "tinh.huong.dan");
    await go(above, "scheme/guidance/new/guidance.sent", "Gửi hướng dẫn");
    await above.page.getByLabel("Về việc").selectOption("loans");
    await above.page.getByLabel("Văn bản số").fill("77/HD-HNCT");
    await above.page.getByLabel("Nội dung").fill("Đọc và phổ biến trước ngày 31/12");
    // The list of units stays open while its boxes are ticked, also by the keyboard.
    await above.page.locator("summary", { hasText: /^Đến/ }).click();
    const box = above.page.getByRole("checkbox", { name: "Phường Nguyệt Viên" });
    await box.focus();
    for (const ticked of [true, false]) {
        await above.page.keyboard.press("Space");
        assert.equal(await box.isChecked(), ticked);
        assert.ok(await box.evaluate((it) => it === document.activeElement));
    }
    await above.tap("Lưu");
    await above.heading("Văn bản, hướng dẫn");
    await above.page.getByRole("searchbox").first().fill("77/HD-HNCT");
    await above.see(/^đã xác nhận 0\/\d/);
    await above.page.getByRole("combobox", { name: /^Xem/ }).selectOption("open");
    await above.see(/^1 việc theo bộ lọc/); // until all have acknowledged it

    const below = await commune(office, "xa.huong.dan");
    const { page } = below;
    await go(below, "scheme/guidance", "Văn bản, hướng dẫn");
    await page.getByRole("searchbox").fill("77/HD-HNCT");
    await below.see("chưa xác nhận");
    await below.see("Đọc và phổ biến trước ngày 31/12");
    await shown(below, "scheme-guidance");
    await below.tap("Xác nhận đã nhận");
    await below.see(/^đã xác nhận ngày/);
    await below.see("Đọc và phổ biến trước ngày 31/12");
    assert.equal(await below.button("Xác nhận đã nhận").count(), 0);
    await page.getByRole("link", { name: "Văn bản", exact: true }).first().click();
    await page.getByRole("button", { name: "Huỷ bước này" }).first().waitFor();
    assert.equal(await page.getByRole("link", { name: "Đã nhận văn bản" }).count(), 0);

    await above.page.reload();
    await above.heading("Văn bản, hướng dẫn");
    await above.page.getByRole("searchbox").first().fill("77/HD-HNCT");
    await above.see(/^đã xác nhận 1\/\d/);
    await above.page.getByRole("link", { name: "Gửi hướng dẫn", exact: true }).first().click();
    await above.heading("Gửi hướng dẫn");
    await above.see(/Nguyệt Viên \(\d/);
    await shown(above, "scheme-guidance-sent");
    await done(above, below);
});

test("a gift, a grant that two books tell, a voucher; the year adds up", async () => {
    const officer = await commune(office, "xa.quy");
    const { page } = officer;
    const { associations } = await ask(officer, "my/associations");
    const own = associations.find((one) => one.own);
    const year = new Date().getFullYear();
    const care = async () => (await ask(officer, `books/${own.book}/care?year=${year}`)).levels[0];
    await go(officer, "scheme/care_fund/new/care.opened", "Mở quỹ");
    await officer.tap("Lưu");
    await officer.heading("Quỹ Chăm sóc");
    await officer.see("Mở quỹ");
    const was = await care();
    await go(officer, "scheme/care_fund/new/care.received", "Thu ủng hộ");
    await page.getByLabel("Số tiền").fill("ba triệu");
    await page.getByLabel("Nguồn").selectOption("firm");
    await officer.tap("Lưu");
    await officer.see("Số tiền: Không đọc được «ba triệu».");
    await page.getByLabel("Số tiền").fill("3.000.000");
    await officer.see("3.000.000 đ");
    // What was wrong was about another amount; what is wrong with a day stands beside it.
    assert.equal(await page.getByText("Không đọc được").count(), 0);
    const on = page.getByLabel("Ngày của việc");
    const today = await on.inputValue();
    await on.fill("2099-01-01");
    await officer.tap("Lưu");
    await officer.see(/^Không được quá \d\d\/\d\d\/\d{4}\.$/);
    assert.equal(await on.getAttribute("aria-invalid"), "true");
    await shown(officer, "scheme-day-ahead");
    await on.fill(today);
    assert.equal(await page.getByText("Không được quá").count(), 0);
    await page.getByLabel("Tên người, đơn vị ủng hộ").fill("Công ty Thử Nghiệm");
    await officer.tap("Lưu");
    await officer.heading("Quỹ Chăm sóc");
    await go(officer, "scheme/care_fund/new/care.granted", "Hỗ trợ câu lạc bộ");
    await page.getByLabel("Tìm câu lạc bộ").fill("tao tru");
    await page.getByRole("button", { name: /^Tào Trụ/ }).click();
    await page.getByLabel("Số tiền").fill("99.000.000.000");
    await officer.tap("Lưu");
    await officer.page.getByRole("alert").waitFor(); // more than there is
    await page.getByLabel("Số tiền").fill("2.000.000");
    await shown(officer, "scheme-grant");
    await officer.tap("Lưu");
    await officer.heading("Quỹ Chăm sóc");
    await officer.see("CLB chưa ghi");
    await officer.see(/Mã hỗ trợ: [0-9A-Z]{10}/);
    await page.getByRole("link", { name: "Quỹ chăm sóc vận động trong năm" }).waitFor();
    await shown(officer, "scheme-care");
    const now = await care();
    assert.equal(now.received - was.received, 3_000_000);
    assert.equal(now.club_support - was.club_support, 2_000_000);
    for (const line of [...now.held, ...now.owned, now.total]) {
        assert.equal(line.opening + line.in - line.out + line.moved, line.closing, line.account);
    }

    await page.getByRole("link", { name: "Thu ủng hộ", exact: true }).first().click();
    await officer.see("Công ty Thử Nghiệm");
    await page.getByRole("link", { name: "In phiếu" }).click();
    await officer.heading("PHIẾU THU");
    await officer.see(/Số: \d+/);
    await officer.see(/^Bằng chữ: /);
    await officer.see("Ba triệu đồng");
    await looks(officer, "desk/scheme-voucher");
    await page.goBack();
    await officer.tap("Huỷ bước này");
    await page.getByLabel("Vì sao huỷ").fill("Ghi nhầm ngày");
    await page.locator("form button.danger").click();
    await page.getByRole("alert").waitFor(); // spent already: the balance would fall below zero
    assert.equal((await care()).received, now.received);
    await done(officer);
});

test("money on its way stands before its receiver, whose half is filled in", async () => {
    const above = await province(office, "tinh.dieu.chuyen");
    const below = await commune(office, "xa.nhan.tien");
    const { associations } = await ask(below, "my/associations");
    const own = associations.find((one) => one.own && one.unit_code === ward);
    await go(above, "scheme/care_fund/new/care.transferred_out", "Điều chuyển đi");
    await above.page.getByRole("combobox", { name: "Bằng", exact: true }).selectOption("bank");
    await above.page.getByLabel("Số tiền").fill("1.500.000");
    const to = above.page.getByRole("combobox", { name: "Đến", exact: true });
    const level = above.page.getByRole("combobox", { name: "Cấp nhận" });
    await to.selectOption(own.book); // whose level is known
    assert.equal(await level.count(), 0);
    await above.tap("Lưu");
    await above.heading("Quỹ Chăm sóc");

    const { page } = below;
    // A fund is not offered to itself; in the province's book two levels hold one.
    await go(below, "scheme/care_fund/new/care.transferred_out", "Điều chuyển đi");
    const over = page.getByRole("combobox", { name: "Đến", exact: true });
    const books = (await ask(below, "associations")).associations;
    await over.selectOption(books.find((one) => one.level === "province").book);
    assert.equal(await over.locator(`option[value="${own.book}"]`).count(), 0);
    const taken = page.getByRole("combobox", { name: "Cấp nhận" });
    assert.match(await taken.innerText(), /tỉnh\s+chi nhánh\s*$/);
    assert.equal(await taken.inputValue(), "province");
    await go(below, "", "Việc của tôi");
    await wait(below, "my/work", "care.transferred_out");
    await page.reload();
    await below.see(/bên nhận chưa ghi/);
    await page.getByRole("link", { name: "Điều chuyển đi" }).first().click();
    await below.heading("Quỹ Chăm sóc");
    await shown(below, "scheme-arrived");
    await below.tap("Nhận điều chuyển");
    await below.heading("Nhận điều chuyển");
    const code = page.getByLabel("Mã điều chuyển");
    const typed = await code.inputValue();
    assert.equal(await page.getByLabel("Số tiền").inputValue(), "1500000");
    await code.fill("abc");
    await below.tap("Lưu");
    await below.see("Mã điều chuyển: mã gồm 10 chữ và số");
    await shown(below, "scheme-receive");
    await code.fill(` ${typed.slice(0, 5)} ${typed.slice(5).toLowerCase()}`);
    await below.tap("Lưu");
    await below.heading("Quỹ Chăm sóc");
    await page.getByRole("link", { name: "Nhận điều chuyển", exact: true }).first().click();
    await below.heading("Nhận điều chuyển");
    await below.see("hai sổ khớp");
    await below.see("Sổ bên kia");
    await shown(below, "scheme-other-half");
    await done(above, below);
});

test("every area lists what the demo holds, by keyboard and on a narrow screen", async () => {
    const officer = await province(office, "tinh.xem", { width: 360, height: 740 });
    await go(officer, "scheme", "Quỹ Chăm sóc");
    for (const area of await officer.page.locator("nav.areas a").all()) {
        const name = (await area.textContent()).trim();
        await officer.tap("Việc của đề án");
        await area.focus();
        await officer.page.keyboard.press("Enter");
        await officer.heading(name);
        await shown(officer, `scheme-${name}`);
    }
    await done(officer);
});

test("a club is proposed, decided, launched, and counts from that day", async () => {
    const officer = await commune(office, "xa.thanh.lap");
    const { page } = officer;
    const active = async () => (await ask(officer, `status?unit=${ward}`)).measures.clubs_active;
    const before = await active();
    await go(officer, "register", "Thành lập và vòng đời CLB");
    await shown(officer, "register");
    await page.getByRole("link", { name: "+ Đề nghị thành lập CLB" }).click();
    await officer.heading("Đề nghị thành lập CLB");
    await officer.tap("Lưu");
    await officer.see("Tên: Hãy điền mục này.");
    await page.getByLabel("Tên", { exact: true }).fill("Bên Sông");
    await page.getByLabel("Thôn đặt trụ sở").selectOption({ index: 1 });
    await page.getByLabel("Vốn ban đầu theo hồ sơ").fill("50.000.000");
    await shown(officer, "register-new");
    await officer.tap("Lưu");
    await officer.heading("Bên Sông");
    const step = async (name, fill) => {
        await page.getByRole("link", { name, exact: true }).click();
        await officer.heading(`${name}: Bên Sông`);
        await fill?.();
        await officer.tap("Lưu");
        await officer.heading("Bên Sông");
    };
    await step("Hồ sơ", () => page.getByLabel("Giấy tờ").selectOption("application"));
    await officer.see("✓ đơn xin thành lập");
    await officer.see("○ quy chế");
    await go(officer, "register", "Thành lập và vòng đời CLB");
    await page
        .getByRole("row", { name: /^Bên Sông/ })
        .getByText("1/7")
        .waitFor();
    await page.getByRole("link", { name: "Bên Sông", exact: true }).click();
    await officer.heading("Bên Sông");

    // The decision is not before the proposal; what is missing is said, and does not stop it.
    await page.getByRole("link", { name: "Quyết định thành lập", exact: true }).click();
    await officer.heading("Quyết định thành lập: Bên Sông");
    await officer.see(/^Hồ sơ còn thiếu: danh sách thành viên; quy chế/);
    await page.getByLabel("Số, ký hiệu").fill("11/QĐ-UBND");
    const date = page.getByLabel("Ngày của việc");
    const today = await date.inputValue();
    await date.fill("2020-09-01");
    await officer.tap("Lưu");
    await officer.see(/^Ngày 01\/09\/2020 sớm hơn một mốc đã ghi/);
    assert.equal(await date.evaluate((field) => field === document.activeElement), true);
    await shown(officer, "register-early");
    await date.fill(today);
    await officer.tap("Lưu");
    await officer.heading("Bên Sông");
    await page.getByRole("link", { name: "Ra mắt", exact: true }).waitFor();
    assert.equal(await page.getByRole("link", { name: "Quyết định thành lập" }).count(), 0);

    // A wrong step is taken back, and recorded again.
    await page.getByRole("button", { name: /^Huỷ bước: Quyết định thành lập/ }).click();
    await page.getByLabel("Vì sao huỷ").fill("Ghi nhầm số quyết định");
    await officer.tap("Huỷ bước này");
    await page.getByRole("button", { name: /^Huỷ bước: Đề nghị thành lập/ }).waitFor();
    await step("Quyết định thành lập", () => page.getByLabel("Số, ký hiệu").fill("12/QĐ-UBND"));
    await step("Ra mắt");
    await officer.see("hoạt động");
    await step("Ai giữ sổ", () => page.getByLabel("Người giữ sổ").selectOption("commune"));
    await officer.see("xã nhập thay");
    await shown(officer, "register-club");
    await wait(officer, `status?unit=${ward}`, `"clubs_active":${before + 1},`);

    // A club of a name that is there already is asked about once.
    await go(officer, "register/new/club.proposed", "Đề nghị thành lập CLB");
    await page.getByLabel("Tên", { exact: true }).fill("  bên sông");
    await page.getByLabel("Thôn đặt trụ sở").selectOption({ index: 1 });
    await officer.tap("Lưu");
    await officer.see(/^Đã có câu lạc bộ tên này ở Phường Nguyệt Viên: vẫn đề nghị\?/);
    await page.getByRole("link", { name: /^Bên Sông, / }).waitFor();
    await shown(officer, "register-namesake");
    await officer.tap("Lưu");
    await officer.heading("bên sông");
    await page.getByRole("button", { name: /^Huỷ bước: Đề nghị thành lập/ }).click();
    await page.getByLabel("Vì sao huỷ").fill("Trùng tên");
    await officer.tap("Huỷ bước này");
    await officer.heading("Thành lập và vòng đời CLB");
    await done(officer);
});

test("a list becomes a workbook, and the review a document", async () => {
    const officer = await commune(office, "xa.tai.lieu");
    const { page } = officer;
    await go(officer, "scheme/care_fund", "Quỹ Chăm sóc");
    const list = page.waitForEvent("download");
    await officer.tap("Tải Excel");
    assert.match((await list).suggestedFilename(), /^Quỹ Chăm sóc .*\.xlsx$/);
    for (const [path, title] of [
        ["clubs", "Câu lạc bộ"],
        ["reads", "Nhật ký xem"],
    ]) {
        await go(officer, path, title);
        await officer.button("In").waitFor();
        const kept = page.waitForEvent("download");
        await officer.tap("Tải Excel");
        assert.match((await kept).suggestedFilename(), /\.xlsx$/);
        await shown(officer, path);
    }
    await go(officer, "documents", "Tài liệu");
    const scheme = page.getByRole("combobox", { name: /^Đề án/ });
    await page.locator('option[value="vietnam-1648"]').waitFor({ state: "attached" });
    assert.equal(await scheme.inputValue(), "thanh-hoa-5133"); // as the server chooses
    const running = page.getByRole("link", { name: /^Xem trên màn hình: báo cáo sơ kết/ });
    assert.match(await running.getAttribute("href"), /scheme=thanh-hoa-5133/);
    const upto = page.getByLabel("Số liệu đến", { exact: true });
    const today = await upto.inputValue();
    await scheme.selectOption("vietnam-1648");
    assert.equal(await upto.inputValue(), today);
    await scheme.selectOption("thanh-hoa-5133");
    assert.equal(await upto.inputValue(), "2025-12-31"); // how it ended
    await upto.fill("2025-06-30");
    await scheme.selectOption("vietnam-1648");
    await scheme.selectOption("thanh-hoa-5133");
    assert.equal(await upto.inputValue(), "2025-06-30"); // as it was typed
    await shown(officer, "documents");
    const review = page.waitForEvent("download");
    await page.getByRole("button", { name: /^báo cáo sơ kết/ }).click();
    assert.match((await review).suggestedFilename(), /\.docx$/);
    await officer.see(/^Đã tải /);
    await page.getByLabel("Mã đơn vị").fill("99999");
    await page.getByRole("button", { name: /^báo cáo sơ kết/ }).click();
    await officer.see(/Không có đơn vị «99999»/);
    await go(officer, `documents/of/${ward}/2025-12-31`, "Tài liệu"); // as a report leads there
    const place = page.getByLabel("Mã đơn vị");
    await page.waitForFunction(() => /\(15925\)$/.test(document.querySelector("[list]").value));
    const named = await place.inputValue();
    assert.equal(await page.getByLabel("Số liệu đến", { exact: true }).inputValue(), "2025-12-31");
    await place.fill("nguyet vien"); // a name as it comes
    await page.keyboard.press("Tab");
    assert.equal(await place.inputValue(), named);
    assert.match(await running.getAttribute("href"), new RegExp(`unit=${ward}`));
    await page.getByRole("button", { name: /^phiếu một câu lạc bộ/ }).click();
    const chooser = page.locator('[data-field="club"]');
    await chooser.getByText("hãy chọn câu lạc bộ").waitFor();
    assert.equal(await chooser.getByRole("button").count(), 0); // nothing was typed yet
    await done(officer);
});
