// The desk, signed in to: what its tests share.
import { fits, looks } from "./looks.mjs";
import { Phone } from "./office.mjs";

export const password = "Thuyền về bến sông Mã";

function slipOf(office, login, role, unit) {
    const added = office.run("user", "add", login, "--role", role, "--unit", unit, "--json");
    return JSON.parse(added).slip;
}

/// A browser at the desk, signed in with a password chosen by the slip.
export async function desk(office, name, role, unit, viewport = { width: 1366, height: 768 }) {
    const slip = slipOf(office, name, role, unit);
    const browser = await new Phone(office, name, viewport).open("");
    const { page } = browser;
    await page.goto(`${office.address}/desk#/reset`);
    await browser.heading("Tôi có phiếu đặt mật khẩu");
    await page.getByLabel("Tên đăng nhập").fill(name);
    await page.getByLabel("Mã trên phiếu").fill(slip);
    await page.getByLabel("Mật khẩu mới").fill("ngan");
    await browser.tap("Đặt mật khẩu");
    await browser.see("Mật khẩu cần ít nhất 12 ký tự");
    await page.getByLabel("Mật khẩu mới").fill(password);
    await browser.tap("Đặt mật khẩu");
    await browser.heading("Đăng nhập");
    await page.getByLabel("Tên đăng nhập").fill(name);
    await page.getByLabel("Mật khẩu").fill("sai hoàn toàn rồi");
    await browser.tap("Đăng nhập");
    await browser.see("Tên đăng nhập, mật khẩu hoặc mã không đúng.");
    await page.getByLabel("Mật khẩu").fill(password);
    await browser.tap("Đăng nhập");
    return browser;
}

/// An officer of the province, with the second factor set up.
export async function province(office, name, viewport) {
    const officer = await desk(office, name, "province", "38", viewport);
    await officer.tap("Thiết lập mã xác nhận");
    await officer.page.getByTestId("totp-secret").waitFor();
    const code = office.run("user", "code", name).trim();
    await officer.page.getByLabel("Mã xác nhận 6 số").fill(code);
    await officer.tap("Bật mã xác nhận");
    await officer.heading("Câu lạc bộ");
    return officer;
}

/// What a screen must be: no fault for axe, nothing wider than a narrow phone.
export async function shown(browser, name) {
    await browser.page.waitForFunction(() => !document.querySelector("main [data-loading]"));
    await looks(browser, `desk/${name}`);
    await fits(browser, name);
}
