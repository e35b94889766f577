// What is printed and sent, and the check of a printed code with no network.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { shownOf } from "./looks.mjs";
import { Office, Phone } from "./office.mjs";

const shown = shownOf("papers");
let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

const dot = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E" +
        "rkJggg==",
    "base64",
);

async function saved(phone, tap) {
    const [file] = await Promise.all([phone.page.waitForEvent("download"), tap()]);
    return { path: await file.path(), name: file.suggestedFilename() };
}

/// The latest meeting's minutes; its code.
async function minutes(phone) {
    await phone.visit("/meetings", /Các buổi/);
    await phone.page.locator("main a.row").first().click();
    await phone.heading("BIÊN BẢN SINH HOẠT");
    const code = phone.page.locator(".code");
    await code.getByText("Tổng thu").waitFor();
    return /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(await code.innerText())[0];
}

async function check(phone, code, choose) {
    const { page } = phone;
    await page.goto(`${office.address}/check`);
    await phone.heading("Kiểm tra biên bản");
    await page.getByLabel("Mã biên bản").fill(code);
    await choose();
    await phone.tap("Kiểm tra");
}

test("minutes name who was absent, every sum in words, and end with the code", async () => {
    const phone = await new Phone(office, "paper").enrol();
    const { page } = phone;
    await minutes(phone);
    for (const text of [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        /ngày \d+ tháng \d+ năm 2020/,
        /Vắng: \d+ người/,
        /bằng chữ/,
        "Chênh lệch",
        /Kiểm tra biên bản tại .*\/check/,
    ]) {
        await phone.see(text);
    }
    assert.match(await page.locator(".paper").innerText(), /nghìn|triệu/);
    // Headings, signatures and the code fit on paper; what is for the screen is not printed.
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.ok(pdf.length > 10_000);
    await phone.go("/papers");
    await page.getByLabel("Nơi lập giấy tờ").fill("Tào Xuyên");
    await page.getByLabel("Nơi lập giấy tờ").blur();
    await phone.see("Đã lưu trên máy.");
    await page.getByLabel("Tháng").fill("2020-10");
    await phone.tap("Sổ quỹ của tháng");
    await phone.heading("SỔ QUỸ TIỀN MẶT");
    await phone.see(/Tào Xuyên, ngày 31 tháng 10 năm 2020/);
    const head = page.locator(".issuer").first();
    assert.match(await head.innerText(), /^TÀO XUYÊN\n.*TÀO TRỤ$/i);
    await phone.see("Số dư đầu tháng");
    await phone.see("Số dư cuối tháng");
    await phone.visit("/vouchers/2020-10", /PHIẾU (THU|CHI)/);
    await phone.see(/Số: \d+\/2020/);
    // A month that is running is told of up to today, and no paper is dated ahead.
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const [year, month, day] = today.split("-");
    await phone.visit(`/cashbook/${today.slice(0, 7)}`, "SỔ QUỸ TIỀN MẶT");
    await phone.see(`Số dư đến ngày ${day}/${month}/${year}`);
    await phone.see(new RegExp(`ngày ${day} tháng 0?${Number(month)} năm ${year}`));
    await phone.end();
});

async function pagesOf(page) {
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    return printed.match(/\/Type\s*\/Page\b/g).length;
}

test("every printed page has its form to fill in by hand; signers are not alone", async () => {
    const phone = await new Phone(office, "forms").enrol();
    const { page } = phone;
    await phone.visit("/forms", "Mẫu để ghi tay");
    const rows = page.locator(".paper table tbody tr");
    await rows.nth(49).waitFor();
    const forms = [
        ["Buổi sinh hoạt", 5, ["BẢNG ĐIỂM DANH VÀ THU TIỀN", "BIÊN BẢN SINH HOẠT"]],
        ["Phiếu thu, phiếu chi", 1, ["PHIẾU THU", "PHIẾU CHI"]],
        ["Giấy vay vốn", 1, ["GIẤY VAY VỐN"]],
        ["Thẻ vay", 1, ["THẺ VAY"]],
        ["Sổ quỹ", 1, ["SỔ QUỸ TIỀN MẶT"]],
        ["Bàn giao ban chủ nhiệm", 1, ["BIÊN BẢN BÀN GIAO"]],
        ["Biên bản mở sổ", 2, ["BIÊN BẢN MỞ SỔ"]],
    ];
    const which = page.getByLabel("Mẫu nào");
    assert.equal(await which.locator("option").count(), forms.length);
    for (const [label, most, titles] of forms) {
        await which.selectOption({ label });
        for (const name of titles) {
            await page.getByRole("heading", { level: 2, name, exact: true }).waitFor();
        }
        await shown(phone, `form-${most}-${titles[0]}`);
        const pages = await pagesOf(page);
        assert.ok(pages <= most, `${label}: ${pages} pages`);
    }
    await phone.end();
});

test("what is sent by Zalo names nobody; the invitation goes into a calendar", async () => {
    const phone = await new Phone(office, "zalo").enrol();
    const { page } = phone;
    await minutes(phone);
    await phone.tap("Chép để gửi Zalo");
    const text = await page.getByTestId("share-text").innerText();
    assert.match(text, /đã sinh hoạt ngày/);
    await phone.go("/members");
    await page.locator("main a.row").first().waitFor();
    const names = await page.locator("main a.row > span:first-child").allInnerTexts();
    for (const name of names) assert.ok(!text.includes(name.split("\n")[0]), name);
    await phone.visit("/invite", "GIẤY MỜI HỌP");
    await page.getByLabel("Ngày họp").fill("");
    await phone.see("Còn thiếu: Ngày họp");
    assert.equal(await page.getByTestId("share-text").count(), 0);
    await page.getByLabel("Ngày họp").fill("2020-11-15");
    await page.getByLabel("Ở đâu").fill("nhà văn hoá; tầng 1, phòng lớn");
    const calendar = await saved(phone, () => phone.tap("Lưu vào lịch"));
    const lines = readFileSync(calendar.path, "utf8").split("\r\n");
    assert.ok(lines.includes("DTSTART:20201115T010000Z"), "08:00 in Viet Nam");
    assert.ok(lines.includes("LOCATION:nhà văn hoá\\; tầng 1\\, phòng lớn"));
    assert.equal(lines.at(-2), "END:VCALENDAR");
    for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
    const image = await saved(phone, () => phone.tap("Gửi hình"));
    assert.equal(readFileSync(image.path).subarray(1, 4).toString(), "PNG");
    await phone.end();
});

test("/check with no network: unchanged, unknown, a copy, a forged copy", async () => {
    const phone = await new Phone(office, "check").enrol();
    const { page } = phone;
    const code = await minutes(phone);
    await phone.visit("/device", /Máy này/);
    const copy = await saved(phone, () => phone.tap("Lưu cả sổ ra tệp"));
    assert.match(copy.name, /\.jsonl$/);
    await office.kill();

    const onPhone = () => page.locator(".choices button").first().click();
    await check(phone, code.toLowerCase().replaceAll("-", " "), onPhone);
    await phone.see("Buổi họp này còn nguyên trong sổ.");
    await phone.see(/Tỉnh nhận lúc/);
    await check(phone, "0000-0000-0000-0000", onPhone);
    await phone.see("Sổ này không có biên bản mang mã ấy.");
    await check(phone, "000-000", onPhone);
    await phone.see("Mã biên bản gồm 16 chữ và số, bốn nhóm");
    await check(phone, "7K3D-0QUM-AV9B-22XZ", onPhone);
    await phone.see("Mã biên bản gồm 16 chữ và số, không có «U»");

    const fromFile = (path) => async () => {
        await phone.tap("Một tệp bản sao");
        await page.getByLabel("Chọn tệp bản sao của sổ").setInputFiles(path);
    };
    await check(phone, code, fromFile(copy.path));
    await phone.see("Buổi họp này còn nguyên trong sổ.");
    const lines = readFileSync(copy.path, "utf8").split("\n");
    const at = lines.findIndex((line) => /\\"amount\\":\d{4}/.test(line));
    lines[at] = lines[at].replace(/\\"amount\\":\d/, '\\"amount\\":9').replace("9", "8");
    const forged = join(office.folder, "forged.jsonl");
    writeFileSync(forged, lines.join("\n"));
    await check(phone, code, fromFile(forged));
    await phone.see(`từ bút toán thứ ${at + 1} nó đã bị sửa`);

    // A burnt server takes the copy back.
    const burnt = Object.assign(Object.create(office), { db: `sqlite:${office.folder}/new.db` });
    burnt.run("entries", "import", copy.path);
    assert.match(burnt.run("verify"), /đều khớp/);
    await phone.end();
});

test("a photograph is made small, kept, and waits for its entry", async () => {
    const phone = await new Phone(office, "photo").enrol();
    const { page } = phone;
    await minutes(phone);
    await phone.see("Buổi này chưa có ảnh biên bản.");
    await phone.tap("Ảnh biên bản đã ký");
    await phone.heading("Ảnh biên bản đã ký");
    await office.kill();
    // A picture of noise, 3000 × 2000: what a camera gives is easier.
    const png = await page.evaluate(async () => {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [3000, 2000];
        const pen = canvas.getContext("2d");
        for (let i = 0; i < 20_000; i++) {
            pen.fillStyle = `hsl(${(i * 137) % 360} 70% ${(i * 31) % 100}%)`;
            pen.fillRect((i * 7919) % 3000, (i * 104_729) % 2000, 40, 30);
        }
        const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
        return Array.from(new Uint8Array(await blob.arrayBuffer()));
    });
    const pick = page.getByLabel("Chụp hoặc chọn ảnh");
    await pick.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from("no") });
    await phone.see("Không đọc được ảnh này.");
    await pick.setInputFiles({ name: "b.png", mimeType: "image/png", buffer: Buffer.from(png) });
    const size = await page.getByTestId("photo-size").innerText();
    assert.ok(Number(/\d+/.exec(size)[0]) <= 300, size);
    await phone.tap("Lưu ảnh này");
    await phone.see("0 trên 1 ảnh đã tới tỉnh");
    await pick.setInputFiles({ name: "b.png", mimeType: "image/png", buffer: Buffer.from(png) });
    await phone.tap("Lưu ảnh này");
    await phone.see("Ảnh này đã lưu rồi");
    // It is of its own meeting: one of another day counts apart.
    await phone.go("/photo/1");
    await page.getByTestId("photos").waitFor({ state: "detached" });
    await pick.setInputFiles({ name: "c.png", mimeType: "image/png", buffer: dot });
    await phone.tap("Lưu ảnh này");
    await phone.see("0 trên 1 ảnh đã tới tỉnh");
    await minutes(phone);
    await phone.see("Buổi này có 1 ảnh biên bản.");
    await phone.go("/home");
    await phone.see("Đã lưu trên máy, chưa gửi: 2 việc");
    await phone.end();
});
