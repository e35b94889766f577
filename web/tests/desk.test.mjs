// The desk, as officers use it: signed in by a slip, cards and phones of a club, a lost phone, a
// case ended, a person's record, accounts below. Every screen under axe, at two sizes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { ask, commune, desk, done, go, shown, ward } from "./desk.mjs";
import { looks } from "./looks.mjs";
import { Office, Phone, taoTru } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

test("a commune officer binds a phone, names it, and ends it when it is lost", async () => {
    const officer = await commune(office, "xa.nguyet.vien");
    const { page } = officer;
    await go(officer, "clubs", "Câu lạc bộ");
    await page.getByRole("link", { name: "Tào Trụ" }).waitFor();
    await shown(officer, "clubs");
    await page.getByRole("link", { name: "Tào Trụ" }).click();
    await officer.heading("Tào Trụ");
    await officer.see("Chưa có máy nào gắn với sổ này.");
    await officer.tap("In thẻ gắn điện thoại");
    await officer.tap("Làm một thẻ mới");
    const lost = await page.locator(".card-code strong").innerText();
    await go(officer, `club/${taoTru}`, "Tào Trụ");
    await officer.see("Thẻ chưa dùng");
    await officer.tap("Hủy thẻ");
    await officer.see("Đã hủy thẻ");
    await page.getByText("Thẻ chưa dùng").waitFor({ state: "detached" });
    await officer.tap("In thẻ gắn điện thoại");
    await officer.tap("Làm một thẻ mới");
    const code = await page.locator(".card-code strong").innerText();
    await page.locator("svg.qr").waitFor();
    await looks(officer, "desk/card");

    assert.notEqual(code, lost);
    const phone = await new Phone(office, "treasurer").enrol(code);
    await go(officer, `club/${taoTru}`, "Tào Trụ");
    await officer.tap("Đổi tên");
    await page.getByLabel("Tên máy").fill("Máy bà thủ quỹ");
    await officer.tap("Lưu");
    await page.getByRole("cell", { name: "Máy bà thủ quỹ" }).waitFor();
    await shown(officer, "club");
    await officer.tap("Mất máy");
    await officer.see("bị mất hoặc nghi lộ");
    await page.keyboard.press("Escape");
    await officer.tap("Mất máy");
    await officer.see("hãy khoá ở từng câu lạc bộ");
    await officer.tap("Thu hồi và lập phiếu");
    await officer.see("Họ tên của 5");
    await officer.see("(72 giờ)");
    await shown(officer, "lost");
    assert.ok(office.devices()[0].revoked_at);
    await phone.close();
    await done(officer);
});

/// A meeting that a phone closed while there was no network, and sent after it was revoked.
async function lateMeeting(name) {
    const phone = await new Phone(office, name).enrol();
    const { device } = office.devices().find((one) => !one.revoked_at);
    await phone.tap("Mở buổi sinh hoạt");
    await phone.heading("Có mặt");
    await phone.go("/meeting/8");
    await office.kill();
    await phone.tap("Chốt buổi");
    await phone.see("Mã biên bản");
    office.run("device", "revoke", device);
    await office.start();
    await phone.go("/home");
    await phone.tap("Gửi ngay");
    return phone;
}

test("of what a lost phone sent the officer records what is right", async () => {
    const phone = await lateMeeting("lost");
    const officer = await commune(office, "xa.sua.viec");
    const { page } = officer;
    await go(officer, "cases", "Vướng mắc gửi");
    await officer.tap("Xem");
    await officer.heading("Vướng mắc của Tào Trụ");
    // Whose it is, and whether the book has it already.
    await officer.see(/Khoản vay của .+ \(số \d+\): vay .+, trong sổ còn nợ/);
    await officer.see("Từ ngày ấy sổ chưa ghi việc nào như thế.");
    await page.getByText("Xem từng người").first().click();
    assert.match(await page.locator(".ops details[open]").first().innerText(), /\(số \d+\)/);
    await page.getByLabel("Sửa: ghi phần đúng").check();
    await officer.tap("Làm như vậy");
    await officer.see("Hãy bỏ dấu ở việc sai, và giữ ít nhất một việc.");
    await page.getByRole("checkbox", { name: /^Buổi sinh hoạt/ }).uncheck();
    await shown(officer, "mend");
    await officer.tap("Làm như vậy");
    await officer.see("Đã ghi phần đúng dưới tên mình.");
    await officer.see("Đã ghi thay");
    await phone.close();
    await done(officer);
});

test("what a phone could not record is ended by the officer", async () => {
    const phone = await lateMeeting("late");
    const officer = await commune(office, "xa.vuong.mac");
    const { page } = officer;
    await go(officer, "cases", "Vướng mắc gửi");
    await officer.see("Thiết bị này đã bị thu hồi quyền ghi sổ.");
    await officer.see(/^Buổi sinh hoạt · \d\d\/\d\d\/\d{4}/); // what it is, and of which day
    await shown(officer, "cases");
    await officer.tap("Xem");
    await officer.heading("Vướng mắc của Tào Trụ");
    await page.getByLabel("Nhận: ghi vào sổ dưới tên tôi").check();
    await shown(officer, "case");
    await officer.tap("Làm như vậy");
    await officer.see("Đã ghi vào sổ dưới tên mình.");
    await page.goto(`${office.address}/desk#/cases`);
    await officer.see("Không có việc nào chờ quyết định.");
    await phone.close();
    await done(officer);
});

test("one person's record is shown, erased on request, and the reading is logged", async () => {
    const officer = await commune(office, "xa.rieng.tu");
    const { page } = officer;
    const members = `/api/v1/books/${taoTru}/members`;
    await go(officer, `club/${taoTru}/people`, "Người trong sổ");
    await page.locator("header .simulated").getByText("MÔ PHỎNG").waitFor();
    await page.getByRole("searchbox").fill("truong xuan bac");
    await shown(officer, "people");
    await page.getByRole("link", { name: "Hồ sơ" }).first().click();
    await officer.heading("Hồ sơ: Trương Xuân Bắc (mẫu)");
    await officer.see("Năm sinh: 19");
    await shown(officer, "person");
    assert.doesNotMatch(await page.locator("main").innerText(), /[{}]|member\.|near_poor/);
    const [file] = await Promise.all([
        page.waitForEvent("download"),
        officer.tap("Tải tệp dữ liệu (JSON)"),
    ]);
    const held = JSON.parse(readFileSync(await file.path(), "utf8"));
    assert.ok(held.operations.some((line) => line.op === "member.admitted"));
    // The file holds nobody else, and says in words what each line is.
    const others = await page.evaluate(async (path) => (await fetch(path)).json(), members);
    for (const { member } of others.filter((one) => one.member !== held.person)) {
        assert.ok(!held.operations.some((line) => line.text.includes(`"${member}"`)));
    }
    assert.match(held.operations.map((line) => line.words).join("\n"), /^Thu hội phí .+ đ/m);
    await page.goBack();
    await officer.heading("Người trong sổ");
    await page.getByRole("searchbox").fill("truong xuan bac");
    await officer.tap("Xoá dữ liệu cá nhân");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("Trương Xuân Nam");
    await dialog.getByRole("button", { name: "Xoá dữ liệu cá nhân" }).click();
    await officer.see("“Trương Xuân Nam” khác tên ở trên.");
    await dialog.getByRole("textbox").fill("Trương Xuân Bắc (mẫu)".normalize("NFD"));
    await dialog.getByRole("button", { name: "Xoá dữ liệu cá nhân" }).click();
    await officer.see(/Đã xoá [1-9]\d* phần dữ liệu/);
    await page.waitForFunction(() => !document.body.innerText.includes("Trương Xuân Bắc"));
    await page.goto(`${office.address}/desk#/reads`);
    await officer.see("hồ sơ một người");
    await shown(officer, "reads");
    // Boards come in by a card: a commune makes no account, and is offered none.
    await go(officer, "accounts", "Người dùng");
    await officer.see("Chưa có người dùng nào");
    assert.equal(await officer.button("Thêm người dùng").count(), 0);
    await done(officer);
});

test("an officer of the province sets a second factor up and makes accounts below", async () => {
    const officer = await desk(office, "tinh", "province", "38");
    const { page } = officer;
    await officer.see("Vai trò này cần lớp bảo vệ thứ hai");
    await shown(officer, "totp");
    await officer.tap("Thiết lập mã xác nhận");
    await page.getByTestId("totp-secret").waitFor();
    const code = page.getByRole("img", { name: /^Mã QR của khoá/ });
    const size = await code.boundingBox();
    assert.ok(size.width >= 180 && size.height >= 180, JSON.stringify(size));
    const ground = await code.evaluate((drawn) => getComputedStyle(drawn).backgroundColor);
    assert.equal(ground, "rgb(255, 255, 255)");
    await shown(officer, "totp-key");
    await page.getByLabel("Mã xác nhận 6 số").fill(office.run("user", "code", "tinh").trim());
    await officer.tap("Bật mã xác nhận");
    await officer.heading("Câu lạc bộ");
    await officer.see(/^Dòng 1–100 trên [\d.]+$/);
    await officer.tap("Trang sau");
    await officer.see(/^Dòng 101–200 trên [\d.]+$/);
    await officer.tap("Trang trước");
    await officer.see(/^Dòng 1–100 trên [\d.]+$/);
    await page.goto(`${office.address}/desk#/account`);
    await officer.see("Đang bật");
    await shown(officer, "account");
    await go(officer, "accounts", "Người dùng");
    await officer.tap("Thêm người dùng");
    await page.getByLabel("Tên đăng nhập").fill("X");
    await page.getByLabel("Họ và tên").fill("Cán bộ thử");
    await page.locator('datalist option[value$="(15925)"]').waitFor({ state: "attached" });
    await page.getByLabel("Mã đơn vị").fill("Nguyệt Viên");
    await officer.tap("Thêm người dùng");
    await officer.see("Tên đăng nhập gồm 3 đến 40 chữ thường");
    await page.getByLabel("Tên đăng nhập").fill("can.bo.thu");
    await officer.tap("Thêm người dùng");
    assert.match(await page.getByTestId("slip").innerText(), /^(\w{4}-){3}\w{4}$/);
    await shown(officer, "slip");
    await page.getByRole("dialog").getByRole("button", { name: "Đóng" }).click();
    await page.getByRole("cell", { name: "can.bo.thu" }).waitFor();
    // Whoever works with a password is not signed out by a slip of the hand.
    const working = await commune(office, "xa.dang.dung");
    await page.reload();
    const line = page.getByRole("row", { name: /xa\.dang\.dung/ });
    const slip = { name: "In phiếu mật khẩu" };
    await line.getByRole("button", slip).click();
    await officer.see(/bị đăng xuất ngay ở mọi nơi/);
    await page.getByRole("dialog").getByRole("button", { name: "Thôi" }).click();
    assert.ok((await ask(working, "session")).account);
    await line.getByRole("button", slip).click();
    await page.getByRole("dialog").getByRole("button", slip).click();
    await page.getByTestId("slip").waitFor();
    assert.equal((await ask(working, "session")).account, undefined);
    await page.getByRole("dialog").getByRole("button", { name: "Đóng" }).click();
    await shown(officer, "accounts");
    // Names below the commune open with a reason only.
    await go(officer, `club/${taoTru}`, "Tào Trụ");
    await page.getByLabel("Lý do").fill("ngắn");
    await officer.tap("Mở sổ với lý do này");
    await officer.see("Lý do cần 10 đến 500 ký tự.");
    await page.getByLabel("Lý do").fill("Kiểm tra đơn của một hội viên");
    await officer.tap("Mở sổ với lý do này");
    await page.waitForURL(/\/books\//);
    await done(officer, working);
});

test("signed out, nothing is left open", async () => {
    const officer = await commune(office, "xa.ra.vao", { width: 360, height: 740 });
    const { page } = officer;
    await shown(officer, "narrow");
    const { height } = await page.locator("header.top").boundingBox();
    assert.ok(height <= 64, `the head is ${height} px high`);
    const link = page.locator("header nav a").first();
    await page.getByRole("button", { name: "Menu" }).press("Enter");
    await link.waitFor();
    await shown(officer, "menu");
    await page.keyboard.press("Escape");
    await link.waitFor({ state: "hidden" });
    // A row is a block that says its columns, and a row of a table all the same.
    await go(officer, "clubs", "Câu lạc bộ");
    const place = await page.locator("td[data-label='Ở đâu']").first().boundingBox();
    assert.ok(place.x + place.width <= 360 && place.width > 200, `${place.width} px wide`);
    await page.getByRole("columnheader", { name: "Ở đâu" }).waitFor({ state: "attached" });
    await officer.tap("Menu");
    await officer.tap("Đăng xuất");
    await officer.heading("Đăng nhập");
    await shown(officer, "sign-in");
    const answer = await officer.page.evaluate(async () => (await fetch("/api/v1/cases")).status);
    assert.equal(answer, 401);
    await done(officer);
});
