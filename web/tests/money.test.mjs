// Money and loans at any time, with no network: recorded by forms, corrected, closed, and the
// province's books agree afterwards.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { Office, Phone } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

/// "1.234.000 đ" on the screen as a number.
const figure = (text) => Number(text.replace(/[^0-9−]/g, "").replace("−", "-"));

async function balance(phone, account) {
    await phone.visit("/funds", "Hai quỹ");
    const row = phone.page.locator(`a.row[href="#/account/${account}"] .amount`);
    await phone.page.waitForFunction(() => !document.querySelector("main [data-loading]"));
    return (await row.count()) ? figure(await row.innerText()) : 0;
}
async function amount(phone, label, thousands) {
    await phone.tap(label);
    await phone.type(thousands);
}
async function begin(phone, op, title, loan = "") {
    await phone.visit(`/record/${op}${loan && `/${loan}`}`, title);
    await phone.page.locator("form").waitFor();
}
async function save(phone, button = "Lưu") {
    const form = phone.page.locator("form");
    await form.locator("button.main:enabled", { hasText: button }).click();
    // Saved, the form is left; the words may still stand there from the time before.
    await form.waitFor({ state: "detached" });
    await phone.see("Đã lưu trên máy.");
}
/// "1.000 → 2.000" as two numbers.
const beforeAfter = (text) => text.split("\n").at(-1).split("→").map(figure);
/// The row of the preview that names this, once what was typed last has been judged.
async function changed(phone, label) {
    await phone.page.locator("form button.main:enabled").waitFor();
    const judged = phone.page.locator('[data-testid="changes"][aria-busy="false"]');
    return judged.locator("li", { hasText: label }).first().innerText();
}

async function sent(phone) {
    await phone.go("/home");
    await phone.tap("Gửi ngay");
    await phone.see(/^✓ \d+ trên \d+ việc đã đến tỉnh/);
    assert.match(office.run("verify"), /đều khớp/);
}
/// A new loan of 2.400.000 đ; its id.
async function lend(phone, who) {
    await begin(phone, "capital.received", "Nhận vốn, nhận cổ phần (quỹ tăng thu nhập)");
    await amount(phone, /^Số tiền/, 3000);
    await save(phone);
    await begin(phone, "loan.disbursed", "Cho vay");
    await phone.tap(/^Người vay/);
    await phone.page.locator("dialog button.row").nth(who).click();
    await amount(phone, /^Số tiền vay/, 2400);
    await phone.page.getByLabel("Ngày xin vay").fill("2026-11-01");
    await phone.page.getByLabel("Đồng ý", { exact: true }).fill("40");
    await phone.page.getByLabel("Không đồng ý").fill("2");
    await phone.tap("Bấm để chọn");
    await phone.page
        .locator("dialog button.row")
        .nth(who + 1)
        .click();
    await phone.tap("trồng trọt");
    await phone.see("Tổng tiền lãi");
    await save(phone);
    await phone.see("GIẤY VAY VỐN");
    return phone.page.evaluate(() => location.hash.split("/").at(-1));
}

/// Who owes the loan, by its heading.
async function nameOn(phone, loan) {
    await phone.visit(`/loan/${loan}`, /Khoản vay/);
    return (await phone.page.locator("h1").innerText()).replace("Khoản vay: ", "");
}

test("gifts, spending, bank and an advance move both funds by exactly that", async () => {
    const phone = await new Phone(office, "treasurer").enrol();
    const accounts = ["operating:cash", "operating:balance:gift", "income:cash", "income:bank"];
    const was = {};
    for (const account of accounts) was[account] = await balance(phone, account);
    await office.kill();

    await begin(phone, "donation.received", "Được tặng, ủng hộ (quỹ hoạt động)");
    await amount(phone, /^Số tiền/, 700);
    await phone.page.getByLabel("Ai tặng (không bắt buộc)").fill("Cửa hàng đầu làng");
    const row = await changed(phone, "Tiền mặt · Quỹ hoạt động");
    const had = was["operating:cash"];
    assert.deepEqual(beforeAfter(row), [had, had + 700_000]);
    await save(phone);

    await begin(phone, "expense.paid", "Chi tiền (quỹ hoạt động)");
    await amount(phone, /^Số tiền/, 200);
    await phone.tap("viếng");
    await phone.tap("Tự giúp nhau");
    await save(phone);
    await begin(phone, "bank.deposited", "Gửi tiền vào ngân hàng");
    await amount(phone, /^Số tiền/, 100);
    await save(phone);
    await begin(phone, "fund.advanced", "Quỹ tăng thu nhập cho quỹ hoạt động mượn");
    await amount(phone, /^Số tiền/, 300);
    await save(phone);

    assert.equal(await balance(phone, "operating:cash"), was["operating:cash"] + 800_000);
    assert.equal(
        await balance(phone, "operating:balance:gift"),
        was["operating:balance:gift"] + 700_000,
    );
    assert.equal(await balance(phone, "income:cash"), was["income:cash"] - 400_000);
    assert.equal(await balance(phone, "income:bank"), was["income:bank"] + 100_000);
    await phone.see("Quỹ hoạt động còn mượn 300.000");
    await phone.tap(/^Tiền mặt/);
    await phone.heading("Tiền mặt · Quỹ tăng thu nhập");
    await phone.see("Tạm ứng giữa hai quỹ");

    await office.start();
    await sent(phone);
    await phone.end();
});

test("more than there is: refused beside the field, in the names of the accounts", async () => {
    const phone = await new Phone(office, "short").enrol();
    await begin(phone, "expense.paid", "Chi tiền (quỹ hoạt động)");
    await amount(phone, /^Số tiền/, 900_000);
    const alert = phone.page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.innerText(), /Tiền mặt · Quỹ hoạt động không đủ: thiếu \d/);
    assert.ok(await phone.page.locator("form button.main").isDisabled());
    await phone.close();
});

test("a count that differs is corrected by a decision, and the claim is settled", async () => {
    const phone = await new Phone(office, "counter").enrol();
    await begin(phone, "cash.counted", "Kiểm tiền trong hộp");
    await amount(phone, /^Đếm được/, 1);
    await phone.see(/Lệch −/);
    await save(phone);
    await begin(phone, "cash.adjusted", "Sửa sổ theo tiền đếm được");
    await phone.tap("Giảm");
    await amount(phone, /^Số tiền/, 50);
    assert.match(await changed(phone, "Phải đền"), /50\.000/);
    await save(phone);
    assert.equal(await balance(phone, "income:claims"), 50_000);
    await begin(phone, "claim.settled", "Người giữ tiền đền lại");
    await amount(phone, /^Số tiền/, 50);
    await save(phone);
    assert.equal(await balance(phone, "income:claims"), 0);
    await sent(phone);
    await phone.close();
});

test("a loan's whole life, offline: agreement, repayment, new terms, loss, recovery", async () => {
    const phone = await new Phone(office, "lender").enrol();
    await office.kill();
    const { page } = phone;
    const loan = await lend(phone, 20);
    await phone.see("Hai triệu bốn trăm nghìn đồng");
    await phone.see("40 đồng ý, 2 không đồng ý");
    for (const signer of ["Người vay", "Người bảo lãnh", "Thủ quỹ", "Chủ nhiệm"]) {
        await page.locator(".signers").getByText(signer, { exact: true }).waitFor();
    }

    await begin(phone, "loan.repaid", "Thu gốc, lãi", loan);
    await amount(phone, /^Gốc/, 400);
    await amount(phone, /^Lãi/, 30);
    await phone.see("Khác tiền lãi đến hạn");
    await phone.tap("Người thừa kế");
    assert.match(await changed(phone, "Còn nợ"), /2\.400\.000 → 2\.000\.000/);
    await save(phone);

    await begin(phone, "loan.rescheduled", "Gia hạn", loan);
    await page.getByLabel("Số tháng", { exact: true }).fill("20");
    await save(phone);
    await phone.see("gia hạn lần 1");

    await begin(phone, "loan.interest_waived", "Miễn lãi", loan);
    await amount(phone, /^Số tiền/, 10);
    await phone.see(/^Quá số lãi còn phải trả \(0\sđ\)/); // lent today
    await phone.tap("Thôi");

    await begin(phone, "loan.taken_over", "Người khác nhận nợ thay", loan);
    await phone.tap(/^Ai nhận nợ thay/);
    await page.locator("dialog button.row").nth(2).click();
    const heir = (await page.getByRole("button", { name: /^Ai nhận nợ thay/ }).innerText())
        .split("\n")
        .at(-1);
    await page.getByTestId("changes").getByText(heir).first().waitFor();
    await save(phone);
    await phone.heading(`Khoản vay: ${heir}`);

    await begin(phone, "loan.written_off", "Xoá nợ", loan);
    await page.locator("form button.row", { hasText: "còn" }).first().click();
    await phone.type(600);
    await phone.see("Xoá 600.000");
    await save(phone);
    await phone.see("Đã xoá 600.000");

    await begin(phone, "loan.recovered", "Thu lại nợ đã xoá", loan);
    await page.locator("form").getByText("Đã xoá 600.000").waitFor();
    await amount(phone, /^Số tiền/, 100);
    await save(phone);
    await phone.see("Đã xoá 500.000");

    await phone.tap("Thẻ vay");
    await phone.heading("THẺ VAY");
    await phone.see("1.400.000");
    // Whatever was recorded of it stands there, with who paid and what was decided.
    const told = async (what, ...facts) => {
        const row = page.locator("tr", { hasText: what });
        for (const fact of facts) await row.getByText(fact).waitFor();
    };
    await told("Thu gốc, lãi", "Người trả: Người thừa kế");
    await told("Gia hạn", "Số tháng: 20", "Biên bản họp ngày");
    await told("Nhận nợ thay", heir);
    await told("Thu lại nợ đã xoá", /100\.000/);
    await page.locator("td a", { hasText: "Thu gốc, lãi" }).click();
    await phone.heading(/Bút toán/);
    const [seq, month] = await page.evaluate(() => {
        const day = new Date(Date.now() + 7 * 3_600_000).toISOString();
        return [location.hash.split("/").at(-1), day.slice(0, 7)];
    });
    await phone.visit(`/vouchers/${month}/${seq}`, "PHIẾU THU");
    await phone.see(/Người nộp tiền:\s+Người thừa kế …+, trả thay \S/);
    await phone.visit("/overdue", "DANH SÁCH QUÁ HẠN");
    await phone.see(/chậm \d+ ngày/);
    const late = await page.locator("tbody a").allInnerTexts();
    await phone.see(`Cộng: ${new Set(late).size} người`);
    // What is late of them; home tells the whole balance of late loans.
    await phone.see("Gốc và lãi quá hạn");
    await phone.go("/home");
    await phone.see("Dư nợ của khoản vay quá hạn trên 30 ngày");

    await office.start();
    await sent(phone);
    await phone.end();
});

test("a repayment says whose it is, and is no roll-over of its own loan", async () => {
    const phone = await new Phone(office, "whose").practise();
    const { page } = phone;
    await phone.visit("/record/loan.disbursed", "Cho vay");
    await phone.tap(/^Người vay/);
    await page.locator("dialog button.row", { hasText: "Trần Văn Thử" }).click();
    await amount(phone, /^Số tiền vay/, 2000);
    await phone.tap("buôn bán");
    await save(phone);
    await phone.heading("GIẤY VAY VỐN");
    const loan = await page.evaluate(() => location.hash.split("/").at(-1));
    await begin(phone, "loan.repaid", "Thu gốc, lãi", loan);
    await phone.tap("Trả hết");
    await page.locator('[data-testid="changes"][aria-busy="false"]').waitFor();
    assert.equal(await page.getByText("đảo nợ").count(), 0);
    await save(phone);
    await phone.heading("Khoản vay: Trần Văn Thử");
    await page.waitForFunction(() => !document.querySelector("main [data-loading]"));
    assert.equal(await page.getByText("Vay lại trong 7 ngày").count(), 0);

    await phone.visit("/ledger", "Sổ quỹ");
    await page.locator("main a.row").first().click();
    await phone.heading(/Bút toán/);
    await page.locator(".card", { hasText: /Thu gốc, lãi[^]*Trần Văn Thử/ }).waitFor();
    const month = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7);
    for (const place of ["/account/income:cash", `/cashbook/${month}`]) {
        await phone.go(place);
        for (const what of ["Cho vay", "Thu gốc, lãi"]) {
            const cell = page.getByRole("cell", { name: `${what}: Trần Văn Thử` });
            await cell.waitFor();
        }
    }
    await phone.end();
});

test("a corrected repayment starts from what was owed, a signed paper stays", async () => {
    const phone = await new Phone(office, "signed").practise();
    const { page } = phone;
    await phone.visit("/record/loan.disbursed", "Cho vay");
    await phone.tap(/^Người vay/);
    await page.locator("dialog button.row", { hasText: "Trần Văn Thử" }).click();
    await amount(phone, /^Số tiền vay/, 1000);
    await page.getByLabel("Số tháng", { exact: true }).fill("6");
    await phone.tap("buôn bán");
    await save(phone);
    await phone.heading("GIẤY VAY VỐN");
    const loan = await page.evaluate(() => location.hash.split("/").at(-1));
    const paper = async () => {
        await page.locator(".paper tbody tr").first().waitFor();
        return page.locator(".paper").innerText();
    };
    const signed = await paper();
    assert.match(signed, /Số tháng: 6/);

    await begin(phone, "loan.repaid", "Thu gốc, lãi", loan);
    await amount(phone, /^Gốc/, 300);
    await save(phone);
    await begin(phone, "loan.rescheduled", "Gia hạn", loan);
    await page.getByLabel("Số tháng", { exact: true }).fill("10");
    await save(phone);
    await phone.visit(`/agreement/${loan}`, "GIẤY VAY VỐN");
    await phone.see("gia hạn lần 1");
    assert.equal(await paper(), signed);
    await page.locator("main .note").getByRole("link", { name: "Thẻ vay" }).click();
    await phone.heading("THẺ VAY");
    await phone.see(/Số tháng: 10/);

    // What is owed above the debt is said in the words of what was to be recorded.
    await begin(phone, "loan.written_off", "Xoá nợ", loan);
    await page.locator("form button.row", { hasText: "còn" }).first().click();
    await phone.type(800);
    await page.getByRole("alert").getByText("Quá số còn nợ 100.000").waitFor();
    assert.equal(await page.getByText("Trả gốc quá").count(), 0);
    await page.locator("form").getByRole("button", { name: "Thôi" }).click();

    // Undone, the new terms leave the repayment to be corrected.
    await phone.visit(`/loan/${loan}`, /Khoản vay/);
    await page.locator("td a", { hasText: "Gia hạn" }).click();
    await phone.tap("Ghi nhầm: huỷ việc này");
    await page.getByRole("dialog").getByRole("button", { name: "Huỷ việc này" }).click();
    await phone.see("Đã lưu trên máy.");
    await phone.visit(`/loan/${loan}`, /Khoản vay/);
    await page.locator("td a", { hasText: "Thu gốc, lãi" }).click();
    await phone.tap("Sửa");
    await phone.see(/Còn nợ\s+1\.000\.000/);
    await phone.tap("Trả hết");
    await page.getByRole("button", { name: /^Gốc\s+1\.000\.000/ }).waitFor();
    await phone.tap(/^Trả đúng hạn/);
    await page.getByRole("button", { name: /^Gốc\s+0/ }).waitFor();
    await phone.tap("Trả hết");
    assert.match(await changed(phone, "Còn nợ"), /700\.000 → 0/);
    await save(phone, "Lưu việc đúng");
    await phone.end();
});

test("a loan of which only interest is left is open, and asked for in the meeting", async () => {
    const phone = await new Phone(office, "interest").practise();
    const { page } = phone;
    await phone.visit("/loans", "Khoản vay");
    const ofLoan = page.locator("main a.row", { hasText: "Nguyễn Thị Tập" });
    await ofLoan.click();
    await phone.heading("Khoản vay: Nguyễn Thị Tập");
    const loan = await page.evaluate(() => location.hash.split("/").at(-1));
    await begin(phone, "loan.written_off", "Xoá nợ", loan);
    await page.locator("form button.row", { hasText: "còn" }).first().click();
    await phone.type(5000);
    await save(phone);
    await phone.heading("Khoản vay: Nguyễn Thị Tập");
    await page.getByText("Ghi việc của khoản vay").click();
    await phone.see("Miễn lãi");
    assert.equal(await page.locator("main a.row", { hasText: "Gia hạn" }).count(), 0);

    await phone.visit("/loans", "Khoản vay");
    await ofLoan.waitFor();
    await phone.tap("Đã trả xong");
    await phone.see("Không có");
    await phone.visit("/record/loan.interest_waived", "Miễn lãi");
    await page.locator("option", { hasText: "Nguyễn Thị Tập" }).waitFor({ state: "attached" });

    // What is due is proposed, more than that is not waived, and what is waived nobody has paid.
    await begin(phone, "loan.interest_waived", "Miễn lãi", loan);
    await page.getByRole("button", { name: /^Số tiền [1-9]/ }).waitFor();
    await amount(phone, /^Số tiền/, 9_000_000);
    await page.locator("form button.main").click();
    await phone.see("Quá số lãi còn phải trả");
    await amount(phone, /^Số tiền/, 1);
    await save(phone);
    await phone.visit(`/loan/${loan}`, "Khoản vay: Nguyễn Thị Tập");
    const step = page.locator("tr", { hasText: "Miễn lãi" });
    assert.equal(await step.locator("td").last().innerText(), "");

    await phone.visit("/meeting", "Có mặt");
    await phone.visit("/meeting/2", "Thu gốc và lãi");
    const row = page.locator("main button.row", { hasText: "Nguyễn Thị Tập" });
    assert.match(await row.innerText(), /Gốc 0\sđ\s+Lãi [1-9]/);
    // To settle it is no reason to speak of a new loan in its place.
    await phone.visit("/meeting/8", "Xem lại");
    await phone.tap("Chốt buổi");
    await phone.see("Mã biên bản");
    await phone.visit("/loans", "Khoản vay");
    await phone.tap("Đã trả xong");
    await ofLoan.waitFor();
    await phone.tap("Đang vay");
    await ofLoan.waitFor({ state: "detached" });
    await phone.end();
});

test("a case that is taken back while its form is open closes the form", async () => {
    const [first, second] = [new Phone(office, "quick"), new Phone(office, "slow")];
    for (const phone of [first, second]) await phone.enrol();
    const loan = await lend(first, 25);
    await sent(first);
    await second.tap("Gửi ngay");
    await second.visit(`/loan/${loan}`, /Khoản vay/);
    await office.kill();
    for (const phone of [first, second]) {
        await begin(phone, "loan.repaid", "Thu gốc, lãi", loan);
        await phone.tap("Trả hết");
        await save(phone);
    }
    await office.start();
    await sent(first);
    await second.go("/home");
    await second.tap("Gửi ngay");
    await second.tap("1 việc chưa ghi được, cần xem lại");
    await second.tap("Sửa");
    await second.page.locator("form").waitFor();
    await second.tap("Rút lại");
    await second.see("Đã rút lại");
    assert.equal(await second.page.locator("form").count(), 0);
    await second.see(await nameOn(first, loan));
    await first.end();
    await second.end();
});

test("corrections show before and after; what is in the way is named", async () => {
    const phone = await new Phone(office, "mender").enrol();
    const { page } = phone;
    const was = await balance(phone, "operating:cash");
    await begin(phone, "donation.received", "Được tặng, ủng hộ (quỹ hoạt động)");
    await amount(phone, /^Số tiền/, 500);
    await save(phone);
    await phone.go("/ledger");
    await page.locator("main a.row").first().click();
    await phone.tap("Sửa");
    await phone.heading("Sửa việc đã ghi");
    await amount(phone, /^Số tiền/, 50);
    await page.getByTestId("changes").getByText(/→/).first().waitFor();
    const row = await changed(phone, "Tiền mặt · Quỹ hoạt động");
    assert.deepEqual(beforeAfter(row), [was + 500_000, was + 50_000]);
    await save(phone, "Lưu việc đúng");
    assert.equal(await balance(phone, "operating:cash"), was + 50_000);

    // A loan that was repaid stays until the repayment is undone.
    const loan = await lend(phone, 30);
    await begin(phone, "loan.repaid", "Thu gốc, lãi", loan);
    await amount(phone, /^Gốc/, 100);
    await save(phone);
    await phone.go(`/loan/${loan}`);
    await phone.tap("Cho vay");
    await phone.tap("Sửa");
    await amount(phone, /^Số tiền vay/, 3000);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.innerText(), /«Thu gốc, lãi» ngày \d\d\/\d\d\/\d{4}/);
    await alert.getByRole("link", { name: "Xem việc đó" }).click();
    await phone.tap("Ghi nhầm: huỷ việc này");
    await page.getByRole("dialog").getByText("Còn nợ").first().waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Huỷ việc này" }).click();
    await phone.see("Đã lưu trên máy.");
    await phone.go(`/loan/${loan}`);
    await phone.tap("Cho vay");
    await phone.tap("Sửa");
    await amount(phone, /^Số tiền vay/, 3000);
    await save(phone, "Lưu việc đúng");
    await phone.go(`/loan/${loan}`);
    await phone.see("3.000.000");
    await sent(phone);
    await phone.end();
});

test("presence is corrected; after a period is closed, corrections are dated today", async () => {
    const phone = await new Phone(office, "closer").enrol();
    const { page } = phone;
    await phone.go("/meetings");
    await page.locator("main a.row").first().click();
    await page.locator("main article, main .paper").first().waitFor();
    const seq = await page.evaluate(() => location.hash.split("/").at(-1));
    await phone.visit(`/fix/${seq}/0`, "Sửa việc đã ghi");
    const someone = page.locator("form button.row[aria-pressed=true]").first();
    await someone.click();
    await page.locator("form button.row.off").first().waitFor();
    await save(phone, "Lưu việc đúng");

    await begin(phone, "donation.received", "Được tặng, ủng hộ (quỹ hoạt động)");
    await page.getByLabel("Ngày", { exact: true }).fill("2020-11-20");
    await amount(phone, /^Số tiền/, 90);
    await save(phone);
    await phone.visit("/close", "Chốt kỳ");
    await page.getByLabel("Chốt đến hết ngày").fill("2020-12-31");
    await page.waitForFunction(() => !document.querySelector("main [data-loading]"));
    await phone.tap("Đã đọc, đúng. Chốt kỳ");
    await phone.see("Đã chốt kỳ đến ngày 31/12/2020");

    const was = await balance(phone, "operating:cash");
    await phone.go("/account/operating:cash");
    await page.getByLabel("Từ ngày").fill("2020-11-20");
    await page.getByLabel("Đến ngày").fill("2020-11-20");
    await page.locator("td a", { hasText: "Được tặng" }).last().click();
    await phone.tap("Sửa");
    await phone.see("Kỳ đến ngày 31/12/2020 đã chốt");
    await amount(phone, /^Số tiền/, 80);
    await save(phone, "Lưu việc đúng");
    assert.equal(await balance(phone, "operating:cash"), was - 10_000);
    await sent(phone);
    await phone.close();
});
