// Every screen of the club's book: axe finds nothing, nothing overflows at 320 px with letters
// twice as large, the focus stands on the heading, Escape closes dialogs. LTH_SHOTS=folder keeps
// pictures.
import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { fits, looks } from "./looks.mjs";
import { Office, Phone } from "./office.mjs";

const sizes = {
    phone: { width: 360, height: 740 },
    desk: { width: 1366, height: 768 },
};
const places = [
    "home",
    "members",
    "admit",
    "loans",
    "funds",
    "account/income:cash",
    "record/loan.disbursed",
    "record/loan.repaid",
    "record/dues.received",
    "record/cash.adjusted",
    "record/expense.paid",
    "close",
    "overdue",
    "open",
    "ledger",
    "cases",
    "rules",
    "meetings",
    "more",
    "enrol",
    "papers",
    "cashbook/2020-10",
    "vouchers/2020-10",
    "forms",
    "invite",
    "device",
    "bring",
    "lock",
    "photo/1",
    "consent",
    "consent/print",
    "roles",
    "roles/board",
    "roles/home_care",
    "roles/arts",
    "handover",
    "doings",
    "doing/activity.held",
    "doing/gift.received",
    "doing/meetings.excused",
    "review",
    "rating",
    ...Array.from({ length: 9 }, (_, step) => `meeting/${step}`),
];

let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

for (const [size, viewport] of Object.entries(sizes)) {
    test(`every screen at ${viewport.width} × ${viewport.height}`, async () => {
        const phone = await new Phone(office, size, viewport).enrol();
        const { page } = phone;
        await page.getByText("MÔ PHỎNG", { exact: true }).waitFor();
        for (const place of places) {
            await phone.go(`/${place}`);
            const heading = page.locator("h1");
            await heading.waitFor();
            await page.locator("h1:focus").waitFor();
            await page.waitForFunction(() => !document.querySelector("main [data-loading]"));
            await looks(phone, `${size}/${place}`);
            if (size === "phone") await fits(phone, place);
            // What is wider than the phone is scrolled by itself, also by keys.
            const loose = page.locator("main table:not([role=region][tabindex='0'] table)");
            assert.equal(await loose.count(), 0, place);
        }
        // The pages of one thing: a member, a loan, an entry, minutes.
        for (const list of ["members", "loans", "ledger", "meetings"]) {
            await phone.go(`/${list}`);
            await page.locator("main a.row").first().click();
            await page.waitForFunction((old) => !location.hash.endsWith(old), `/${list}`);
            await page.locator("h1:focus").waitFor();
            await looks(phone, `${size}/${list}-one`);
            if (size === "phone") await fits(phone, `${list}-one`);
        }
        // What is done with one loan, its papers, and a correction.
        await phone.go("/loans");
        await page.locator("main a.row").first().click();
        await page.waitForFunction(() => location.hash.startsWith("#/loan/"));
        const loan = await page.evaluate(() => location.hash.split("/").at(-1));
        const lines = await page.locator("td a").first().getAttribute("href");
        const ofLoan = ["rescheduled", "interest_waived", "taken_over", "written_off", "repaid"];
        const more = [
            ...ofLoan.map((op) => `record/loan.${op}/${loan}`),
            `card/${loan}`,
            `agreement/${loan}`,
            lines.replace("#/entry", "fix") + "/0",
        ];
        for (const place of more) {
            await phone.go(`/${place}`);
            await page.locator("h1:focus").waitFor();
            await page.waitForFunction(() => !document.querySelector("main [data-loading]"));
            await looks(phone, `${size}/${place.replace(loan, "one")}`);
            if (size === "phone") await fits(phone, place);
        }
        await phone.end();
    });
}

test("tables of loans and minutes need no swipe, and words of the steps stay whole", async () => {
    const narrow = { width: 320, height: 640 };
    const phone = await new Phone(office, "narrow", narrow).enrol();
    const { page } = phone;
    const settled = () =>
        page.waitForFunction(() => !document.querySelector("main [data-loading]"));
    await phone.visit("/loans", "Khoản vay");
    await page.locator("main a.row").first().click();
    await phone.heading(/Khoản vay: /);
    const loan = await page.evaluate(() => location.hash.split("/").at(-1));
    await phone.go("/meetings");
    await page.locator("main a.row").first().click();
    await phone.heading("BIÊN BẢN SINH HOẠT");
    const minutes = await page.evaluate(() => location.hash.slice(1));
    for (const place of [`/loan/${loan}`, `/agreement/${loan}`, `/card/${loan}`, minutes]) {
        await phone.go(place);
        await page.locator("h1:focus").waitFor();
        await page.locator("main .table td").first().waitFor();
        await settled();
        for (const width of [320, 360]) {
            await page.setViewportSize({ ...narrow, width });
            const cut = await page
                .locator("main .table")
                .evaluateAll((tables) =>
                    tables
                        .filter((one) => one.scrollWidth > one.clientWidth)
                        .map((one) => `${one.ariaLabel}: ${one.scrollWidth} > ${one.clientWidth}`),
                );
            assert.deepEqual(cut, [], `${place} at ${width}`);
        }
    }
    await page.setViewportSize(narrow);
    await phone.visit("/meeting", "Có mặt");
    const lines = await page.getByRole("button", { name: "Quay lại" }).evaluate((button) => {
        document.documentElement.style.fontSize = "38px";
        const text = [...button.childNodes].find((node) => node.textContent.includes("Quay"));
        const at = text.textContent.indexOf("Quay");
        const word = document.createRange();
        word.setStart(text, at);
        word.setEnd(text, at + "Quay".length);
        return word.getClientRects().length;
    });
    assert.equal(lines, 1);
    await fits(phone, "meeting/0");
    await phone.end();
});

test("/check at both sizes", async () => {
    for (const [size, viewport] of Object.entries(sizes)) {
        const phone = await new Phone(office, `check-${size}`, viewport).enrol();
        await phone.page.goto(`${office.address}/check`);
        await phone.heading("Kiểm tra biên bản");
        await phone.page.locator(".choices button").nth(1).waitFor();
        await looks(phone, `${size}/check`);
        if (size === "phone") await fits(phone, "check");
        await phone.close();
    }
});

test("dialogs trap the focus, close on Escape and give it back", async () => {
    const phone = await new Phone(office, "keys").enrol();
    const { page } = phone;
    await phone.tap("Mở buổi sinh hoạt");
    await phone.heading("Có mặt");
    await phone.visit("/meeting/2", "Thu gốc và lãi");
    const row = page.locator("main button.row").first();
    await row.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await looks(phone, "phone/repayment");
    await dialog.locator("button.row").first().click();
    await page.keyboard.press("Digit1");
    await page.keyboard.press("Digit5");
    await page.keyboard.press("Digit0");
    await dialog.getByText("Một trăm năm mươi nghìn đồng").waitFor();
    await looks(phone, "phone/keypad");
    await page.keyboard.press("Backspace");
    await dialog.getByText("Mười lăm nghìn đồng").waitFor();
    // The way on stays in sight under the longest amount in words.
    for (const digit of "8999999") await page.keyboard.press(`Digit${digit}`);
    await page.keyboard.press("Backspace");
    await dialog.getByText(/Một trăm năm mươi tám triệu/).waitFor();
    await looks(phone, "phone/keypad-long");
    const done = await dialog.getByRole("button", { name: "Xong" }).boundingBox();
    assert.ok(done.y + done.height <= 740, `the keypad ends at ${done.y + done.height}`);
    await page.keyboard.press("Escape");
    await dialog.getByText("Người trả").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.ok(await row.evaluate((element) => element === document.activeElement));
    await phone.close();
});

test("a practice book is written to and never sent", async () => {
    const phone = await new Phone(office, "practice").open();
    const sent = [];
    phone.page.on("request", (request) => {
        if (request.method() === "POST") sent.push(request.url());
    });
    await phone.tap("Tập dùng với sổ thử");
    await phone.see("SỔ THỬ: không gửi đi đâu");
    await phone.see("Câu lạc bộ tập dùng");
    await phone.tap("Thành viên");
    await phone.tap("Kết nạp");
    await phone.describe("Người Tập");
    await phone.tap("Lưu");
    await phone.see("9 thành viên");
    await phone.page.getByRole("searchbox").fill("nguoi");
    await phone.see("Người Tập");
    assert.deepEqual(sent, []);
    await phone.close();
});

test("wrong input is told in plain words", async () => {
    const phone = await new Phone(office, "wrong").open();
    await phone.page.getByLabel("Mã thẻ").fill("0000-0000-0000-0000");
    await phone.tap("Gắn máy");
    await phone.page.getByRole("alert").waitFor();
    const said = await phone.page.getByRole("alert").innerText();
    assert.match(said, /[Tt]hẻ/);
    await phone.close();
});
