// Who reads and records nothing, a steering board and an auditor: every section of the menu opens,
// lists have rows, nothing is offered to record; what is taken out stands in the audit trail.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { commune, desk, done, go, openBook, shown } from "./desk.mjs";
import { Office } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
after(() => office.close());

const recording = [
    /^(\+ |Ghi )/,
    /^(Lưu|Ban hành|Lịch kiểm tra|Mang theo|Huỷ bước này|Xác nhận đã nhận|Mở sổ của Hội)$/,
];

async function looksOnly({ page }, where) {
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForFunction(() => !document.querySelector("main [data-loading]"));
    assert.equal(await page.getByRole("alert").count(), 0, where);
    const offered = await page.locator("main button, main a.button").allInnerTexts();
    assert.deepEqual(
        offered
            .map((text) => text.trim())
            .filter((text) => recording.some((word) => word.test(text))),
        [],
        where,
    );
}

async function walk(officer, name) {
    const { page } = officer;
    await officer.heading("Bắt đầu");
    await looksOnly(officer, "start");
    await shown(officer, `start-${name}`);
    const sections = await page
        .locator("header nav a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const section of sections.filter((address) => address.startsWith("#/"))) {
        await page.goto(`${office.address}/desk${section}`);
        await looksOnly(officer, section);
    }
    for (const [list, heading] of [
        ["ratings", "Xếp loại câu lạc bộ"],
        ["scheme/care_fund", "Quỹ Chăm sóc"],
        ["scheme/supervision/visits", "Nên đi kiểm tra đâu trước"],
    ]) {
        await go(officer, list, heading);
        await page.locator("main tbody td:nth-child(2)").first().waitFor(); // "none" is one cell
        await looksOnly(officer, list);
    }
    await go(officer, "register", "Thành lập và vòng đời CLB");
    await page.getByLabel("Giai đoạn").selectOption("running");
    await page
        .getByRole("link", { name: "Tào Trụ" })
        .or(page.locator("main tbody a"))
        .first()
        .click();
    await looksOnly(officer, "a club's way");
    await go(officer, "scheme/care_fund", "Quỹ Chăm sóc");
    await page.locator("main tbody a").first().click();
    await page.getByRole("heading", { name: "Các bước" }).waitFor();
    await looksOnly(officer, "a matter");
    return sections;
}

test("a member of the steering board reads lists", async () => {
    const officer = await desk(office, "ban.chi.dao", "steering", "38");
    const sections = await walk(officer, "steering");
    for (const section of ["#/scheme", "#/ratings", "#/register", "#/documents", "#/map"]) {
        assert.ok(sections.includes(section), section);
    }
    assert.ok(!sections.includes("#/reads"));
    await done(officer);
});

test("whom words are closed to is told so; an auditor's reason opens them", async () => {
    const below = await commune(office, "xa.vuong.mac");
    await openBook(below);
    await go(below, "scheme/obstacles/new/obstacle.raised", "Nêu vướng mắc");
    await below.page.getByLabel("Về việc").selectOption("funds");
    await below.page.getByLabel("Nội dung").fill("Quỹ của hai thôn chưa tách.");
    await below.tap("Lưu");
    await below.heading("Vướng mắc, đề xuất");
    const opens = async (officer, note) => {
        await go(officer, "scheme/obstacles", "Vướng mắc, đề xuất");
        await officer.see(note);
        await officer.page.getByRole("link", { name: "Nêu vướng mắc", exact: true }).click();
        await officer.heading("Nêu vướng mắc");
        await officer.see("Đến: tỉnh");
    };
    const board = await desk(office, "ban.chi.dao.hai", "steering", "38");
    const closed = "Ban chỉ đạo xem số liệu và danh mục; nội dung do Hội cấp tỉnh trình.";
    await opens(board, closed);
    await board.see(closed);
    await shown(board, "matter-steering");
    const auditor = await desk(office, "kiem.toan.hai", "auditor", "38");
    await opens(auditor, "Nội dung đã ghi mở ở từng việc, sau khi kiểm toán ghi lý do.");
    await auditor.page.getByRole("heading", { name: "Xem nội dung đã ghi" }).waitFor();
    await shown(auditor, "matter-auditor");
    await auditor.page.getByLabel("Lý do").fill("Kiểm toán Quỹ quý bốn");
    await auditor.tap("Mở sổ với lý do này");
    await auditor.see("Quỹ của hai thôn chưa tách.");
    assert.equal(
        await auditor.page.getByRole("heading", { name: "Xem nội dung đã ghi" }).count(),
        0,
    );
    await done(below, board, auditor);
});

test("an auditor reads lists, and who took what out", async () => {
    const officer = await desk(office, "kiem.toan", "auditor", "38");
    const { page } = officer;
    const sections = await walk(officer, "auditor");
    for (const section of ["#/clubs", "#/scheme", "#/ratings", "#/register", "#/reads"]) {
        assert.ok(sections.includes(section), section);
    }
    await go(officer, "clubs", "Câu lạc bộ");
    await page.locator("main tbody td:nth-child(2)").first().waitFor();
    await go(officer, "scheme/care_fund", "Quỹ Chăm sóc");
    const list = page.waitForEvent("download");
    await officer.tap("Tải Excel");
    await list;
    await go(officer, "documents", "Tài liệu");
    const paper = page.waitForEvent("download");
    await page.getByRole("button", { name: /^báo cáo sơ kết/ }).click();
    await paper;
    await go(officer, "reads", "Nhật ký xem");
    await page.getByRole("cell", { name: "tải danh sách Excel" }).waitFor();
    await page.getByRole("cell", { name: "Quỹ Chăm sóc" }).waitFor();
    await page.getByRole("cell", { name: "tải tài liệu" }).waitFor();
    await shown(officer, "reads-auditor");
    await done(officer);
});
