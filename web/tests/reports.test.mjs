// Periodic reports: what they say before they are handed in and afterwards; and what an officer is
// to do first.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { ask, commune, done, go, openBook, province, send, shown, ward } from "./desk.mjs";
import { Office } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

/// In business time.
const dayIn = (days) =>
    new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
/// Opened, if nobody has.
async function ownBook(officer) {
    const { associations } = await ask(officer, "my/associations");
    const own = associations.find((one) => one.own && one.unit_code === ward);
    if (own) return own.book;
    await openBook(officer);
    return ownBook(officer);
}

test("a report is asked of every commune, handed in, returned and accepted", async () => {
    const below = await commune(office, "xa.bao.cao");
    const book = await ownBook(below);
    const above = await province(office, "tinh.bao.cao");
    await go(above, "scheme/reports/new/report.due", "Giao báo cáo");
    await above.page.getByLabel("Ghi cho nhiều đơn vị").check();
    await above.tap("Chọn tất cả");
    await above.page.getByLabel("Loại").selectOption("year");
    await above.page.getByLabel("Hạn").fill("2030-12-31");
    // The third report waits on its way until the officer has stopped, however fast the server is.
    let goOn;
    const stopped = new Promise((resolve) => (goOn = resolve));
    let sent = 0;
    await above.page.route(/\/entries$/, async (route) => {
        sent += 1;
        if (sent > 2) await stopped;
        await route.continue();
    });
    await above.tap("Lưu");
    await above.see(/Đã ghi \d+ trên \d+/);
    await above.tap("Dừng");
    goOn();
    await above.see("Bấm lại để ghi tiếp");
    await above.tap("Lưu");
    await above.heading("Báo cáo định kỳ");
    const list = await ask(above, "matters/reports?op=report.due&filter=open&limit=1");
    const { associations } = await ask(above, "my/associations");
    const stands = (one) => one.level === "commune" && one.own && !one.ended_on;
    assert.equal(list.total, associations.filter(stands).length);
    await shown(above, "scheme-reports");

    await go(below, "scheme/reports", "Báo cáo định kỳ");
    await below.see("phải nộp");
    await below.page.getByRole("link", { name: "Giao báo cáo", exact: true }).click();
    await below.see(
        /^Kính gửi Hội Người cao tuổi Phường Nguyệt Viên: đề nghị gửi báo cáo năm trước ngày 31/,
    );
    const undo = below.page.getByRole("button", { name: "Huỷ bước này" });
    await below.page.getByRole("heading", { name: "Làm tiếp" }).waitFor(); // rights are known
    assert.equal(await undo.count(), 0); // it is the province's step
    const step = async (officer, name, text) => {
        await go(officer, "scheme/reports", "Báo cáo định kỳ");
        if (officer === above) await above.page.getByRole("searchbox").first().fill("nguyet vien");
        await officer.see(/^1 việc theo bộ lọc/);
        await officer.page.getByRole("link", { name: "Giao báo cáo", exact: true }).click();
        await officer.page.getByRole("link", { name, exact: true }).click();
        await officer.heading(name);
        if (!/Chấp nhận/.test(name)) {
            await officer.tap("Lưu");
            await officer.see("Hãy điền mục này.");
        }
        await officer.page.getByRole("textbox").last().fill(text);
        await officer.tap("Lưu");
        await officer.heading("Giao báo cáo");
    };
    // What it says is there before it is handed in, and is what the scheme's figures say.
    const figure = (officer, name) =>
        officer.page.getByRole("row", { name: new RegExp(`^${name} `) }).textContent();
    await below.page.getByRole("link", { name: "Nộp báo cáo", exact: true }).click();
    await below.heading("Nộp báo cáo");
    await below.page.getByRole("heading", { name: "Nội dung báo cáo" }).waitFor();
    await below.see(/^Kỳ báo cáo: năm \d{4}$/);
    await below.see("Theo sổ hôm nay");
    const { measures } = await ask(below, `status?unit=${ward}`);
    const members = measures.members.toLocaleString("de-DE");
    assert.match(await figure(below, "Thành viên"), new RegExp(`Thành viên\\s*${members}\\D`));
    assert.match(await figure(below, "Dư nợ cho vay"), /theo sổ \d+ · theo báo cáo \d+ · chưa có/);
    await shown(below, "scheme-report-figures");
    assert.equal(await below.page.getByLabel("Nội dung", { exact: true }).inputValue(), "");
    await step(below, "Nộp báo cáo", "Báo cáo năm của phường");
    await below.see("Từ lúc nộp đến nay số liệu không đổi.");
    const held = {
        op: "training.held",
        on: dayIn(0),
        topic: "funds",
        days: 1,
        participants: 30,
        clubs: [],
    };
    assert.equal(await send(below, book, held), 200);
    await below.page.reload();
    await below.see(/^Từ lúc nộp đến nay 2 số liệu đã đổi/);
    assert.match(await figure(below, "Lượt người dự tập huấn"), /30\s*theo sổ của Hội$/);
    await shown(below, "scheme-report-changed");
    await undo.first().waitFor();
    assert.equal(await undo.count(), 1);
    assert.equal(await below.page.getByText("đề nghị gửi").count(), 0);
    await step(above, "Trả lại báo cáo", "Thiếu số liệu quỹ");
    await step(below, "Nộp báo cáo", "Đã bổ sung quỹ");
    await step(above, "Chấp nhận báo cáo", "Đủ");
    await above.see("đã nhận");
    // The way to a document of that day, and back to the report that names it.
    await below.page.reload();
    await below.page.getByRole("link", { name: "Làm hoặc ban hành văn bản" }).click();
    await below.heading("Tài liệu");
    await below.page
        .getByRole("button", { name: /^Ban hành: một tháng của các câu lạc bộ/ })
        .click();
    await below.see("Đã ban hành và giữ tệp.");
    await below.page.goBack();
    await below.see("Văn bản đã ban hành trong kỳ:");
    await done(below, above);
});

test("what is at hand stands before what is late, and what is late before the rest", async () => {
    const officer = await commune(office, "xa.viec.gan");
    const book = await ownBook(officer);
    const { clubs } = await ask(officer, "my/clubs?sort=name");
    const days = [200, -400, -10, 20];
    const visits = days.map((days, i) => ({
        op: "visit.planned",
        on: "2024-01-05",
        visit: `00000000Z${i}`,
        club: clubs[0].book,
        due: dayIn(days),
    }));
    assert.equal(await send(officer, book, ...visits), 200);
    await go(officer, "", "Việc của tôi");
    await officer.page.reload(); // it may have stood there before
    const lines = officer.page.locator("main li", { hasText: "Lịch kiểm tra" });
    await lines.first().waitFor();
    const texts = await lines.allTextContents();
    const shownOn = (days) => dayIn(days).split("-").reverse().join("/");
    const places = [20, -10, -400, 200].map((days) =>
        texts.findIndex((text) => text.includes(shownOn(days))),
    );
    assert.ok(!places.includes(-1), texts.join("\n"));
    assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
    );
    // Clubs by their names, like the list of clubs.
    const names = await officer.page.locator("tbody th a").allTextContents();
    assert.deepEqual(names, clubs.map((one) => one.name).slice(0, names.length));
    await done(officer);
});
