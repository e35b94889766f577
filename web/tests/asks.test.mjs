// How people are called where two share a name, and what a form asks about before it is saved; on a
// practice book.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { shownOf } from "./looks.mjs";
import { Office, Phone } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
after(() => office.close());

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
    await page.getByLabel("Lãi tháng (%)").fill("5");
    await phone.tap("Lưu");
    await phone.see("Lãi 5 % một tháng là rất cao. Có đúng không? Nếu đúng, hãy bấm lần nữa.");
    await phone.tap("Lưu");
    await phone.see("Đã lưu trên máy.");
    await phone.end();
});
