// How people are called where two share a name, who is not to be called at all, and what a form
// asks about before it is saved.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { shownOf } from "./looks.mjs";
import { Office, Phone } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
after(() => office.close());

const newClub = "1dd250e3-a4ec-8706-bbdf-dc943ff25377"; // decided on, without a member
const shown = shownOf("asks");

test("namesakes are told apart by the year of birth, in lists and on paper", async () => {
    const phone = await new Phone(office, "namesakes").practise();
    const { page } = phone;
    for (const year of ["1951", "1953", "1953"]) {
        await phone.visit("/admit", "Kết nạp");
        await phone.describe("Nguyễn Thị Lan", year);
        await phone.tap("Lưu");
        await phone.heading("Thành viên");
    }
    const called = ["Nguyễn Thị Lan (1951)", "Nguyễn Thị Lan (số 10)", "Nguyễn Thị Lan (số 11)"];
    for (const name of called) await phone.see(name);
    assert.equal(await page.getByText(/Nguyễn Thị Tập \(/).count(), 0);
    await shown(phone, "namesakes");
    await phone.visit("/consent/print", "PHIẾU LẤY Ý KIẾN VỀ DỮ LIỆU CÁ NHÂN");
    for (const name of called) await page.getByRole("cell", { name }).waitFor();
    await phone.visit("/record/loan.disbursed", "Cho vay");
    await phone.tap(/^Người vay/);
    await page.getByRole("dialog").getByRole("searchbox").fill("khong ai");
    await page.getByRole("dialog").getByText("Không thấy ai tên như vậy.").waitFor();
    await page.getByRole("dialog").getByRole("searchbox").fill("nguyen thi lan");
    for (const name of called) await page.getByRole("dialog").getByText(name).waitFor();
    // More votes than people are asked about.
    await page.getByRole("dialog").locator("button.row").first().click();
    await phone.tap(/^Số tiền/);
    await phone.type(1000);
    await page.getByLabel("Đồng ý", { exact: true }).fill("20");
    await phone.tap("Lưu");
    await phone.see("20 phiếu, mà chỉ có 11 người dự. Có đúng không?");
    await page.getByLabel("Không đồng ý").fill("21");
    await phone.see("Số không đồng ý nhiều hơn số đồng ý. Vẫn ghi được.");
    await phone.end();
});

test("spaces typed twice are one: a name is found, and its namesake told of", async () => {
    const phone = await new Phone(office, "spaces").practise();
    const { page } = phone;
    await phone.visit("/admit", "Kết nạp");
    await phone.describe("  Nguyễn  Thị   Mật ", "1951");
    await phone.tap("Lưu");
    await phone.heading("Thành viên");
    await page.getByRole("searchbox").fill("nguyen  thi mat");
    await phone.see("1 thành viên");
    const row = page.locator("main a.row");
    assert.match(await row.evaluate((one) => one.textContent), /Nguyễn Thị Mật/);
    await row.click();
    await phone.heading("Nguyễn Thị Mật");
    await phone.visit("/admit", "Kết nạp");
    await phone.describe("nguyễn thị  mật", "1951");
    await phone.see("Đã có người cùng tên và năm sinh: Nguyễn Thị Mật.");
    await phone.end();
});

test("what hardly can be meant is asked about once, and may be so", async () => {
    const phone = await new Phone(office, "odd").practise();
    const { page } = phone;
    await phone.visit("/meeting", "Có mặt");
    await page.getByLabel("Khách mời").fill("600");
    await phone.tap("Tiếp");
    await phone.see("600 khách mời. Có đúng không?");
    await phone.heading("Có mặt");
    await shown(phone, "odd");
    await phone.tap("Tiếp");
    await phone.heading(/đóng góp tháng/);
    await page.locator("main button.row").first().click();
    await phone.tap(/^Số khác/);
    await phone.type(9000);
    await phone.tap("Tiếp");
    await phone.see(/9\.000\.000\sđ, mà mức đóng là/);
    await phone.tap("Tiếp");
    await phone.heading("Thu gốc và lãi");
    await phone.visit("/rules", "Quy định của câu lạc bộ");
    await page.getByLabel("Lãi tháng (%)").fill("0");
    await phone.tap("Lưu");
    await phone.see("Lãi 0 %: không thu lãi. Có đúng không? Nếu đúng, hãy bấm lần nữa.");
    await page.getByLabel("Lãi tháng (%)").fill("5");
    await phone.tap("Lưu");
    await phone.see("Lãi 5 % một tháng là rất cao. Có đúng không? Nếu đúng, hãy bấm lần nữa.");
    await phone.tap("Lưu");
    await phone.see("Đã lưu trên máy.");
    await phone.end();
});

test("a loan says for what, on which terms: what was emptied is named, not filled in", async () => {
    const phone = await new Phone(office, "emptied").practise();
    const { page } = phone;
    await phone.visit("/record/loan.disbursed", "Cho vay");
    await phone.tap(/^Người vay/);
    await page.locator("dialog button.row", { hasText: "Trần Văn Thử" }).click();
    await phone.tap(/^Số tiền vay/);
    await phone.type(1000);
    await phone.see("Tổng tiền lãi");
    const refused = async (text) => {
        await phone.tap("Lưu");
        await page.locator("form p.wrong", { hasText: text }).waitFor();
        assert.ok(await page.locator("form").count(), text);
    };
    const months = page.getByLabel("Số tháng", { exact: true });
    const rate = page.getByLabel("Lãi tháng (%)");
    await months.fill("");
    await refused("Còn thiếu: Số tháng.");
    await shown(phone, "emptied");
    assert.equal(await months.inputValue(), "");
    await months.fill("0");
    await refused("Ít nhất là 1.");
    await months.fill("10");
    await rate.fill("");
    await refused("Còn thiếu: Lãi tháng (%).");
    await rate.fill("1.25");
    assert.equal(await rate.inputValue(), "1.25");
    // Nobody has said yet what the loan is for.
    await refused("Còn thiếu: Để làm gì.");
    assert.equal(await page.locator("form [aria-pressed=true]", { hasText: "nuôi" }).count(), 0);
    await phone.tap("buôn bán");
    await page.locator("form button.main:enabled").click();
    await phone.heading("GIẤY VAY VỐN");
    await phone.see("buôn bán");
    await phone.see(/Số tháng: 10/);
    await phone.see(/lãi 1,25\s%/);
    await phone.end();
});

test("who refuses to be called has no number on the phone", async () => {
    const phone = await new Phone(office, "contact").practise();
    const { page } = phone;
    const open = async () => {
        await phone.visit("/members", "Thành viên");
        await page.getByText("Trần Văn Thử").first().click();
        await phone.heading("Trần Văn Thử");
    };
    await open();
    await phone.tap("Có thay đổi từ một ngày");
    await page.getByLabel("Điện thoại").fill("0900000077");
    await phone.tap("Lưu");
    await phone.heading("Trần Văn Thử");
    await phone.see("0900000077");
    await phone.visit("/consent", "Sự đồng ý của thành viên");
    await phone.tap(/ghi điện thoại/);
    await phone.tap("chữ ký");
    await phone.tap("từ chối");
    await phone.tap(/Trần Văn Thử/);
    await phone.tap("Lưu");
    await phone.heading("Khác");
    await open();
    await phone.see("từ chối");
    assert.equal(await page.getByText("0900000077").count(), 0);
    // Nor is another asked for.
    await phone.tap("Có thay đổi từ một ngày");
    await phone.see("Không ghi số: người này đã từ chối");
    assert.equal(await page.getByLabel("Điện thoại").count(), 0);
    await shown(phone, "not-called");
    await phone.end();
});

test("what is missing is told, and no longer than it is missing", async () => {
    const phone = await new Phone(office, "missing").practise();
    const { page } = phone;
    await phone.visit("/consent", "Sự đồng ý của thành viên");
    await phone.tap(/Trần Văn Thử/);
    await phone.see("Còn thiếu: Những người bấm dưới đây");

    await phone.visit("/handover", "Bàn giao ban chủ nhiệm");
    await phone.tap("Lưu");
    const empty = page.getByRole("alert").getByText("Chưa ghi ai.");
    await empty.waitFor();
    await phone.tap("+ Thêm người");
    await page.getByRole("dialog").locator("button.row").first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Xong" }).click();
    await empty.waitFor({ state: "detached" });
    await phone.end();
});

test("a new club: how it was founded stands, and nobody owes more than was lent", async () => {
    const phone = await new Phone(office, "founded").enrol(office.card(newClub));
    const { page } = phone;
    const members = await page.locator("main p", { hasText: "0 thành viên" }).innerText();
    assert.equal(members.trim(), "0 thành viên");
    // Each step by its name; what the commune recorded is not offered to be undone.
    await phone.visit("/ledger", /./);
    const founding = page.locator("main a.row", { hasText: "Đề nghị thành lập" });
    assert.match(await founding.innerText(), /Đề nghị thành lập\s*, \S/);
    await founding.click();
    await phone.heading(/Bút toán/);
    const proposed = page.locator("section.card", { hasText: "Đề nghị thành lập" });
    await proposed.waitFor();
    assert.equal(await proposed.getByRole("button").count(), 0);

    await phone.visit("/admit", "Kết nạp");
    await phone.describe("Lê Thị Một");
    await phone.tap("Lưu");
    await phone.heading("Thành viên");
    await phone.visit("/open", "Mở sổ tiền");
    await phone.tap("Thêm khoản đang vay");
    await page.getByRole("dialog").locator("button.row").first().click();
    await phone.tap(/^Vay bao nhiêu/);
    await phone.type(6000);
    await phone.tap(/^Còn nợ gốc/);
    await phone.type(9000);
    await phone.see(/^Quá số đã vay \(6\.000\.000\sđ\)/);
    assert.ok(await page.getByRole("button", { name: "Xong", exact: true }).isDisabled());
    await phone.end();
});
