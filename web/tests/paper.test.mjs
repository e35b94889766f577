// A paper typed at the commune: by keyboard alone, counted; a server that stops and a session that
// ends lose nothing; the book then says what the paper said.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { ask, commune, done, go, send, shown } from "./desk.mjs";
import { looks } from "./looks.mjs";
import { Office, taoTru } from "./office.mjs";

const mostKeys = 150;
let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

/// The keyboard, with its presses counted.
class Keys {
    constructor(page) {
        this.page = page;
        this.count = 0;
    }
    async press(...names) {
        for (const name of names) {
            this.count += 1;
            await this.page.keyboard.press(name);
        }
    }
    type(text) {
        return this.press(...text);
    }
    /// To a row by its printed number, in the column of before.
    async row(place) {
        await this.press("/");
        await this.type(String(place));
        await this.press("Enter");
    }
}

const cell = (page, row, column) => page.locator(`#cell-${row}-${column}`);
const sum = (page, name) =>
    page
        .getByRole("row", { name: new RegExp(`^${name}`) })
        .locator("td.number")
        .first();
const number = async (locator) => Number((await locator.innerText()).replaceAll(".", ""));

test("a paper with the usual exceptions, by keyboard, at most 150 presses", async () => {
    const officer = await commune(office, "xa.phieu");
    const { page } = officer;
    await shown(officer, "work-now");
    await page.getByLabel("Đến tháng").fill("2020-11");
    await page.getByRole("columnheader", { name: "11/2020" }).waitFor();
    const row = page.getByRole("row", { name: /^Tào Trụ/ });
    await row.getByRole("link", { name: "chưa có" }).last().click();
    await officer.heading("Tào Trụ: phiếu tháng 11/2020");
    await shown(officer, "paper");

    const before = await office.club();
    const keys = new Keys(page);
    const present = await number(sum(page, "Có mặt"));
    assert.ok(present >= 40, `${present} members`);
    for (const place of [3, 11, 24, 37]) {
        await keys.row(place);
        await keys.press("Space");
    }
    assert.equal(await number(sum(page, "Có mặt")), present - 4);
    await keys.row(5);
    await keys.press("ArrowRight", "0");
    await keys.row(9);
    await keys.type("0");
    await keys.press("Enter");
    // Two who paid back something else.
    const owing = [];
    for (let i = 0; i < present + 10 && owing.length < 2; i++) {
        if (await cell(page, i, "principal").count()) owing.push(i);
    }
    assert.equal(owing.length, 2, "two loans");
    for (const at of owing) {
        const place = await page.locator("tbody tr").nth(at).locator("td").first().innerText();
        await keys.row(place);
        if (at === owing[0]) await keys.press("ArrowRight");
        await keys.type("120");
        await keys.press("Enter");
    }
    const dues = await number(sum(page, "Quỹ"));
    const principal = await number(sum(page, "Trả gốc"));
    const interest = await number(sum(page, "Trả lãi"));
    assert.ok(principal >= 240_000);

    // The server stops; what is typed stays.
    await office.kill();
    await keys.press("Tab", "Enter");
    await keys.type("12");
    await keys.press("Tab");
    await keys.type("500");
    await officer.see("Bản nháp vẫn giữ trong trình duyệt này.");
    await office.start();
    await keys.press("Tab", "Tab", "ArrowDown", "Tab", "Tab"); // what the loan is for
    await officer.page.waitForFunction(
        () => !Object.keys(localStorage).some((key) => key.startsWith("lienthehe-paper/")),
    );
    await keys.press("Tab", "Enter", "Tab");
    await keys.type("150");
    for (let i = 0; i < 3 + 8 + 1; i++) await keys.press("Tab"); // areas, minutes
    await keys.press("Tab", "Tab"); // the table itself, then its first field
    for (const said of [present - 4, dues / 1000, principal / 1000, interest / 1000, 500, 0, 150]) {
        await keys.type(String(said));
        await keys.press("Tab");
    }
    const expected = await number(sum(page, "Tiền mặt đếm được"));
    await keys.type(String(expected / 1000 - 5));
    await keys.press("Tab");
    await officer.see("Tiền đếm lệch sổ −5.000");
    assert.equal(await page.getByText("khớp", { exact: true }).count(), 7);
    await looks(officer, "desk/paper-typed");

    // The session ends, the officer signs in again: the paper is as it was.
    await page.waitForFunction(
        () => !Object.keys(localStorage).some((key) => key.startsWith("lienthehe-paper/")),
    );
    await page.reload();
    await officer.see("Đây là phiếu đang nhập dở");
    assert.equal(await page.getByText("khớp", { exact: true }).count(), 7);
    await page.getByRole("button", { name: "Chốt phiếu" }).focus();
    await keys.press("Enter");
    await officer.see("Đã chốt phiếu tháng 11/2020 của Tào Trụ.");
    assert.ok(keys.count <= mostKeys, `${keys.count} presses`);
    console.log(`# ${keys.count} key presses for ${present} members`);

    await page.getByLabel("Đến tháng").fill("2020-11");
    assert.notDeepEqual(await office.club(), before);
    await row.getByRole("link", { name: "đã chốt theo phiếu" }).click();
    await officer.heading(/^Bút toán/);
    await officer.see("Buổi sinh hoạt");
    await officer.see(/Có mặt: \d+ người/);
    await officer.see(/Gốc: \d[\d.]*/);
    await officer.see(/Người đóng: \d+ người · \d[\d.]*/);
    await shown(officer, "entry-club");
    assert.doesNotMatch(await page.locator("main").innerText(), /meeting\.held|regular|cash/);
    await done(officer);
});

test("a block from a sheet, totals only, and the printed papers", async () => {
    const officer = await commune(office, "xa.khoi");
    const { page } = officer;
    await go(officer, `paper/${taoTru}/2020-12`, "Tào Trụ: phiếu tháng 12/2020");
    const paste = (text) =>
        cell(page, 0, "present").evaluate((field, block) => {
            field.focus();
            const data = new DataTransfer();
            data.setData("text/plain", block);
            field.dispatchEvent(
                new ClipboardEvent("paste", {
                    clipboardData: data,
                    bubbles: true,
                    cancelable: true,
                }),
            );
        }, text);
    const present = await number(sum(page, "Có mặt"));
    // Walking through the cells changes nothing, whatever stands in them.
    const due = await number(sum(page, "Trả gốc"));
    await page.locator("[id$=-principal]").first().focus();
    for (let i = 0; i < 60; i++) await page.keyboard.press("Enter");
    assert.equal(await number(sum(page, "Trả gốc")), due);
    await paste("x\t20\nv\t0\nx\t15000\n");
    await officer.see("Khối dán không khớp phiếu").catch(() => undefined);
    await paste("x\t20\nv\t0\nx\t15\n");
    assert.equal(await number(sum(page, "Có mặt")), present - 1);
    assert.equal(await cell(page, 0, "dues").inputValue(), "20");
    await paste("x\thai mươi\nv\t0\n");
    await officer.see("Khối dán không khớp phiếu: “hai mươi”");
    assert.equal(await cell(page, 0, "dues").inputValue(), "20");

    await go(officer, `totals/${taoTru}`, /^Chỉ có số tổng, tháng \d+\/\d{4}$/);
    await go(officer, `totals/${taoTru}/2020-12`, "Chỉ có số tổng, tháng 12/2020");
    await officer.tap("Lưu");
    await officer.see("Hãy ghi ít nhất một con số.");
    const empty = { op: "month.reported", on: "2020-12-31", month: "2020-12" };
    assert.equal(await send(officer, taoTru, empty), 422);
    await page.getByLabel("Số người có mặt").fill("nhiều");
    await officer.tap("Lưu");
    await officer.see("Không đọc được “nhiều”");
    await page.getByLabel("Số người có mặt").fill("41");
    await page.getByLabel("Quỹ thu được").fill("410");
    await shown(officer, "totals");
    await officer.tap("Lưu");
    await officer.heading("Việc của tôi");
    await page.getByLabel("Đến tháng").fill("2020-12");
    const row = page.getByRole("row", { name: /^Tào Trụ/ });
    await row.getByRole("link", { name: "đang nhập" }).waitFor(); // the paper is still open
    // A month of which the sums are known is not told to have nothing.
    await page.getByLabel("Đến tháng").fill("2021-01");
    const lacks = page.locator("main details", { hasText: /^\s*Tào Trụ/ });
    await lacks.getByText(/12\/2020: chỉ có số tổng/).waitFor({ state: "attached" });
    const told = await lacks.textContent();
    assert.doesNotMatch(told, /Chưa có buổi sinh hoạt tháng [^·]*12\/2020(?!: chỉ)/);

    await go(officer, "forms", "Bộ phiếu tháng");
    await page.locator('input[type="month"]').fill("2021-01");
    await page.getByText(/Đã soạn ([1-9]\d*) trên \1 phiếu/).waitFor();
    const forms = await page.locator("article.paper").count();
    assert.ok(forms >= 2, `${forms} papers`);
    assert.equal(await page.getByRole("region").count(), forms);
    // Each page tells the club, the month and its number, and is a page of A4 when printed.
    const heads = await page.locator("article.paper thead tr:first-child").allInnerTexts();
    assert.equal(heads.length, forms);
    for (const head of heads) assert.match(head, /^Câu lạc bộ .+ · 1\/2021 · Trang \d+\/\d+$/);
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(printed.match(/\/Type \/Page\b(?!s)/g).length, forms);
    await shown(officer, "forms");
    // On A4 within its margins nothing is cut off.
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 680, height: 960 });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 680);
    await done(officer);
});

test("two officers over one paper lose no word; what cannot be read is not closed", async () => {
    const one = await commune(office, "xa.mot");
    const two = await commune(office, "xa.hai");
    const dues = ({ page }, at) => page.locator("[id$=-dues]").nth(at);
    const type = async (officer, at, text) => {
        await dues(officer, at).fill(text);
        await officer.page.keyboard.press("Enter");
    };
    const kept = ({ page }) =>
        page.waitForFunction(
            () => !Object.keys(localStorage).some((key) => key.startsWith("lienthehe-paper/")),
        );
    const reads = (officer, at, text) =>
        officer.page.waitForFunction(
            ([place, wanted]) => document.querySelectorAll("[id$=-dues]")[place]?.value === wanted,
            [at, text],
        );
    const heading = "Tào Trụ: phiếu tháng 2/2021";
    await go(one, `paper/${taoTru}/2021-02`, heading);
    await go(two, `paper/${taoTru}/2021-02`, heading);

    // Each typed elsewhere: the second sees the first's, and the first the second's.
    await type(one, 0, "12");
    await kept(one);
    await type(two, 1, "15");
    await two.see(/Người khác vừa nhập \(xa\.mot, lúc .*: 1\. .*: Quỹ/);
    await reads(two, 0, "12");
    await kept(two);
    await type(one, 2, "18");
    await one.see(/Người khác vừa nhập \(xa\.hai/);
    await reads(one, 1, "15");
    await kept(one);

    // Both typed the same field: they stand side by side, and one is chosen.
    await type(one, 0, "20");
    await kept(one);
    await type(two, 0, "25");
    await two.page.getByLabel("Biên bản").fill("Họp tại nhà văn hóa.");
    await two.page.getByRole("radio", { name: "20.000" }).waitFor();
    assert.equal(await two.page.getByRole("radio").count(), 2);
    await two.page.getByRole("radio", { name: "25.000" }).waitFor();
    assert.ok(await two.button("Chốt phiếu").isDisabled());
    await shown(two, "paper-clash");
    await two.tap("Lấy hết phần của xa.mot");
    await two.tap("Ghép lại");
    await reads(two, 0, "20");
    await reads(two, 2, "18");
    await kept(two);

    // Who opens it sees what is typed, and by whom.
    await one.page.reload();
    await one.see(/xa\.hai đang nhập dở phiếu này/);
    assert.equal(await one.page.getByLabel("Biên bản").inputValue(), "Họp tại nhà văn hóa.");
    await reads(one, 1, "15");

    await type(one, 3, "abc");
    await one.see("Không đọc được “abc”");
    await kept(one);
    await one.page.reload();
    await one.see("Không đọc được “abc”");
    assert.equal(await dues(one, 3).inputValue(), "abc");
    await shown(one, "paper-unread");
    await one.tap("Chốt phiếu");
    await one.see("Phiếu chưa chốt");
    assert.equal(await dues(one, 3).evaluate((field) => field === document.activeElement), true);
    await type(one, 3, "22");
    assert.equal(await dues(one, 3).getAttribute("aria-invalid"), null);
    await one.tap("Chốt phiếu");
    // January was left out: it is named, and asked about once.
    await one.page.getByRole("link", { name: "Nhập phiếu tháng 1/2021 trước" }).waitFor();
    await one.see(/Tháng 1\/2021 chưa nhập\. Chưa đối chiếu: Có mặt \(người\), Quỹ/);
    await one.tap("Chốt phiếu");
    await one.see("Đã chốt phiếu tháng 2/2021 của Tào Trụ.");

    await type(two, 4, "30");
    await two.see("Phiếu này vừa được chốt hoặc bỏ ở nơi khác.");
    await two.see("đã có buổi sinh hoạt trong sổ");
    await shown(two, "paper-gone");
    await two.tap("Bỏ phần tôi gõ");
    await two.heading("Việc của tôi");
    await two.page.getByLabel("Đến tháng").fill("2021-02");
    await two.page.locator("summary", { hasText: "Tào Trụ" }).click();
    await two.tap("Nhập phiếu tháng 1/2021 trước");
    await two.heading("Tào Trụ: phiếu tháng 1/2021");
    assert.equal(await two.page.getByRole("link", { name: /^Nhập phiếu tháng/ }).count(), 0);
    await done(one, two);
});

test("a paper whose answer was lost is closed by pressing again", async () => {
    const officer = await commune(office, "xa.mat");
    const { page } = officer;
    await go(officer, `paper/${taoTru}/2021-03`, "Tào Trụ: phiếu tháng 3/2021");
    await page.getByLabel("Biên bản").fill("Họp tại nhà văn hóa.");
    await page.evaluate(() => {
        const real = window.fetch;
        window.fetch = async (path, ...rest) => {
            const answer = await real(path, ...rest);
            if (!String(path).endsWith("/entries")) return answer;
            window.fetch = real;
            throw new TypeError("lost");
        };
    });
    await officer.tap("Chốt phiếu");
    await officer.see("Chưa đối chiếu");
    await officer.tap("Chốt phiếu");
    await officer.see("Không tới được máy chủ");
    await officer.tap("Chốt phiếu");
    await officer.see("Đã chốt phiếu tháng 3/2021 của Tào Trụ.");
    await done(officer);
});

test("a day of another month is named, and that month's paper is one press away", async () => {
    const officer = await commune(office, "xa.thang");
    const { page } = officer;
    await go(officer, `paper/${taoTru}/2021-04`, "Tào Trụ: phiếu tháng 4/2021");
    const date = page.getByLabel("Ngày sinh hoạt");
    await date.fill("2021-05-04");
    await officer.see(/^Phiếu này của tháng 4\/2021\./);
    assert.equal(await date.getAttribute("aria-invalid"), "true");
    for (let i = 0; i < 2; i++) await officer.tap("Chốt phiếu");
    assert.equal(await date.evaluate((field) => field === document.activeElement), true);
    await officer.heading("Tào Trụ: phiếu tháng 4/2021");
    await shown(officer, "paper-month");
    await date.fill("2021-04-20");
    await page.locator("#paper-month").waitFor({ state: "detached" });
    await date.fill("2021-05-04");
    await officer.tap("Họp trong tháng 5/2021: mở phiếu tháng 5/2021");
    await officer.heading("Tào Trụ: phiếu tháng 5/2021");
    assert.match(await date.inputValue(), /^2021-05-/);
    await done(officer);
});

test("too much principal is said in its cell, with whose it is", async () => {
    const officer = await commune(office, "xa.goc");
    const { page } = officer;
    const { people, sheet } = await ask(officer, `books/${taoTru}/paper?on=2021-04-30`);
    const at = people.findIndex((one) => sheet.loans.some((loan) => loan.member === one.member));
    const loan = sheet.loans.find((one) => one.member === people[at].member);
    const line = `Dòng ${at + 1}, ${people[at].name}: Gốc trả vượt`;
    await go(officer, `paper/${taoTru}/2021-04`, "Tào Trụ: phiếu tháng 4/2021");
    const field = page.locator("[id$=-principal]").first();
    const isAt = () => field.evaluate((one) => one === document.activeElement);
    await field.fill("88888");
    await page.keyboard.press("Tab");
    const owed = loan.outstanding.toLocaleString("vi-VN");
    await officer.see(`Gốc trả vượt số còn nợ: chỉ còn nợ ${owed}`);
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    await officer.tap("Chốt phiếu");
    await officer.see(line);
    assert.ok(await isAt());
    await shown(officer, "paper-above");

    // What is typed is owed on that day, and has been paid back on a later one.
    const on = "2021-05-31";
    const paid = { op: "loan.repaid", on, loan: loan.loan, account: "cash", payer: "member" };
    const principal = loan.outstanding;
    assert.equal(await send(officer, taoTru, { ...paid, principal, interest: 0 }), 200);
    await field.fill("1");
    await page.keyboard.press("Tab");
    assert.equal(await field.getAttribute("aria-invalid"), null);
    await officer.tap("Chốt phiếu");
    await officer.see("Chưa đối chiếu");
    await officer.tap("Chốt phiếu");
    await officer.see(`${line} số còn nợ: chỉ còn nợ 0 đ.`);
    await page.waitForFunction(() => document.activeElement?.id.endsWith("-principal"));
    assert.ok(await isAt());
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    await shown(officer, "paper-refused");
    await field.fill("0");
    await page.keyboard.press("Tab");
    assert.equal(await field.getAttribute("aria-invalid"), null);
    await officer.tap("Chốt phiếu");
    await officer.see("Đã chốt phiếu tháng 4/2021 của Tào Trụ.");
    await done(officer);
});
