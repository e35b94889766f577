// The desk, signed in to: what its tests share.
import assert from "node:assert/strict";
import { shownOf } from "./looks.mjs";
import { Phone } from "./office.mjs";

const password = "Thuyền về bến sông Mã";
export const ward = "15925"; // Nguyệt Viên, where Tào Trụ lies on today's map

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

/// An officer of the ward, at the work that waits for him.
export async function commune(office, name, viewport) {
    const officer = await desk(office, name, "commune", ward, viewport);
    await officer.heading("Việc của tôi");
    return officer;
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

export const shown = shownOf("desk");

/// To a screen by its address.
export async function go(officer, path, heading) {
    await officer.page.goto(`${officer.office.address}/desk#/${path}`);
    await officer.heading(heading);
}

/// What the server answers to the officer.
export const ask = (officer, path) =>
    officer.page.evaluate(async (asked) => (await fetch(`/api/v1/${asked}`)).json(), path);

/// Until that answer holds a text.
export const wait = (officer, path, holds) =>
    officer.page.waitForFunction(
        async ([asked, wanted]) =>
            (await (await fetch(`/api/v1/${asked}`)).text()).includes(wanted),
        [path, holds],
    );

/// Sends an entry as no screen of the officer's does; returns the status.
export const send = (officer, book, ...ops) =>
    officer.page.evaluate(
        async ([path, body]) => {
            const headers = { "Content-Type": "application/json" };
            return (await fetch(path, { method: "POST", headers, body })).status;
        },
        [
            `/api/v1/books/${book}/entries`,
            JSON.stringify({
                entry_id: `01890000-0000-7000-8000-${Date.now().toString(16).padStart(12, "0")}`,
                body: JSON.stringify({ ops }),
            }),
        ],
    );

/// Before any commune of the demo has an association, but a few.
export async function openBook(officer) {
    await go(officer, "scheme/plans", "Kế hoạch");
    await officer.tap("Mở sổ của Hội");
    await officer.page.getByRole("link", { name: "+ Ban hành kế hoạch" }).waitFor();
}

/// All points for whatever the sheet that is open leaves to people.
export async function judge(officer, club, year) {
    const sheet = await ask(officer, `books/${club}/rating?year=${year}`);
    for (const one of sheet.criteria.criteria) {
        if (one.measure !== "judged") continue;
        const choice = officer.page.getByLabel(one.name_vi, { exact: true });
        await choice.selectOption(String(one.points));
    }
    await officer.page.waitForFunction(() => /Xếp loại: /.test(document.body.innerText));
}

/// How a test ends: the books agree, and no page met an error.
export async function done(...officers) {
    assert.match(officers[0].office.run("verify"), /đều khớp/);
    for (const officer of officers) await officer.end();
}
