// Spreadsheets at the desk: a file with errors is mended, written and taken back; headings are
// explained once; rows that are one are merged; a commune takes in its own members.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { ask, commune, done, go, province, shown, ward } from "./desk.mjs";
import { Office, taoTru } from "./office.mjs";

const club = "CLB LTHTGN Tào Trụ";
let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

const csv = (...lines) => Buffer.from(`${lines.join("\n")}\n`);
async function open(officer) {
    await go(officer, "imports", "Nhập từ Excel");
    await officer.page.getByLabel("Loại bảng").waitFor();
}
async function hand(officer, kind, name, buffer) {
    await officer.page.getByLabel("Loại bảng").selectOption(kind);
    await officer.page
        .getByLabel("Tệp .xlsx hoặc .csv")
        .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await officer.tap("Xem trước");
    await officer.page.getByRole("heading", { name: `Xem trước: ${name}` }).waitFor();
}
const ready = (officer) => officer.see("Không có lỗi. Chưa ghi gì; hãy xem lại rồi ghi.");

test("the province mends a file, writes it and takes it back", async () => {
    const officer = await province(office, "tinh.nhap");
    await open(officer);
    await shown(officer, "import");
    await officer.tap("Xem trước");
    await officer.see("Hãy chọn tệp.");
    // What stands before the server takes less than it does.
    const sent = /\/api\/v1\/imports\?/;
    await officer.page.route(sent, (asked) => asked.fulfill({ status: 413, body: "<h1>413</h1>" }));
    await officer.page
        .getByLabel("Tệp .xlsx hoặc .csv")
        .setInputFiles({ name: "to.csv", mimeType: "text/csv", buffer: csv("Câu lạc bộ") });
    await officer.tap("Xem trước");
    await officer.see("Tệp lớn hơn 16 MB.");
    await officer.page.unroute(sent);
    await officer.page.getByLabel("Tệp chỉ có một phần thành viên").check();
    const heads = "Câu lạc bộ;Họ và tên;Năm sinh;Giới tính;Ngày vào";
    await hand(
        officer,
        "members",
        "thanh-vien.csv",
        csv(heads, `${club};Lê Thị Mận;1950;Nữ;hôm nào đó`, `${club};Lê Văn Cam;1948;Nam;`),
    );
    await officer.see("Có 1 lỗi nên chưa ghi gì.");
    await officer.page
        .getByRole("cell", { name: /hôm nào đó/ })
        .first()
        .waitFor();
    await shown(officer, "import-errors");
    await officer.page.getByLabel("Bỏ dòng 2").check();
    await officer.tap("Đọc lại theo lựa chọn này");
    await ready(officer);
    await officer.see("Các dòng đã bỏ hoặc gộp: 2.");
    await officer.see("1 dòng; 0 dòng không đổi");
    await hand(
        officer,
        "members",
        "thanh-vien.csv",
        csv(heads, `${club};Lê Thị Mận;1950;Nữ;`, `${club};Lê Văn Cam;1948;Nam;`),
    );
    await ready(officer);
    await shown(officer, "import-ready");
    const before = (await office.club()).members;
    await officer.tap("Ghi vào sổ");
    await officer.see("Đã ghi 1 bút toán.");
    const row = officer.page.getByRole("row", { name: /thanh-vien\.csv/ }).first();
    await row.getByRole("cell", { name: "đã ghi" }).waitFor();
    await shown(officer, "import-done");
    await row.getByRole("button", { name: "Hoàn tác thanh-vien.csv" }).click();
    await officer.see("Sẽ hoàn tác 2 thao tác, bằng 1 bút toán.");
    await officer.tap("Hoàn tác ngay");
    await officer.see("Đã hoàn tác bằng 1 bút toán.");
    await officer.see("đã hoàn tác");
    assert.deepEqual((await office.club()).members, before);
    await done(officer);
});

test("a heading is explained once; rows that are one are merged", async () => {
    const officer = await province(office, "tinh.ghep");
    await open(officer);
    const odd = csv(
        "Câu lạc bộ;Người tham gia;Năm sinh;Giới tính",
        `${club};Lê Thị Mận;1950;`,
        `${club};Lê Thị Mận;1950;Nữ`,
    );
    await hand(officer, "members", "la.csv", odd);
    const column = officer.page.getByLabel("Đọc cột «Người tham gia» là");
    await column.selectOption("Họ và tên");
    await officer.tap("Đọc lại theo lựa chọn này");
    await officer.page.getByRole("heading", { name: "Các dòng có thể trùng nhau" }).waitFor();
    await shown(officer, "import-same");
    await officer.tap("Bỏ tệp này");
    await officer.page
        .getByRole("heading", { name: "Xem trước: la.csv" })
        .waitFor({ state: "detached" });
    await hand(officer, "members", "la.csv", odd); // this time nothing is asked
    await officer.page.getByLabel("Xử lý").selectOption("merge");
    await officer.tap("Đọc lại theo lựa chọn này");
    await officer.see("Các dòng đã bỏ hoặc gộp: 3.");
    await ready(officer);
    // What a server that was started again has lost is said, and nothing is written.
    await office.kill();
    await office.start();
    await officer.tap("Ghi vào sổ");
    await officer.see("Máy chủ không còn giữ tệp nào của bạn.");
    await done(officer);
});

test("a reform says what it makes of the map; a unit of its list is not left out", async () => {
    const officer = await province(office, "tinh.sap.xep");
    const sheet = (number, name, whole) => ({
        sheet: number,
        name,
        columns: [],
        may_be: [],
        rows: [{ row: 2, cells: [] }],
        whole,
    });
    const line = (name, row, vi) => ({
        ...{ sheet: name, row, column: "", found: "", rule: "territory.row.new_unknown" },
        ...{ vi, en: vi, facts: [] },
    });
    const whole = { code: "111", name: "Xã Một", whole: true };
    const looked = {
        ...{ kind: "reform", file: "sap-xep.xlsx", stage: "ready", job: "", kept: true },
        choices: { columns: [], rows: [], known: [], legal_basis: "NQ 1", partial: false },
        ...{ rows: 4, unchanged: 0, opened: 0, entries: 1, operations: 1, written: 0 },
        ...{ error_count: 0, note_count: 0, difference_count: 0, errors: [], notes: [] },
        sheets: [sheet(0, "Danh mục", true), sheet(1, "Kế thừa", false)],
        ...{ same: [], differences: [], moved: false },
        reform: {
            ...{ ended: 2, begun: 1, receiving: 0, changed: 1 },
            units: [
                {
                    ...{ code: "122", name: "Xã Hai", begins: true, was: "" },
                    from: [whole, { code: "121", name: "Xã Ba", whole: false }],
                },
            ],
            left: [{ code: "11", name: "Huyện Cũ", whole: true }],
        },
    };
    const wrong = {
        ...looked,
        ...{ reform: undefined, entries: 0, error_count: 2 },
        errors: [
            line("Danh mục", 3, "Dòng 3: không hiểu loại đơn vị «Làng»."),
            line("Kế thừa", 6, "Dòng 6: mã mới 99999 không có trong danh mục mới."),
        ],
    };
    let answer = wrong;
    await officer.page.route(/\/api\/v1\/imports\?/, (asked) => asked.fulfill({ json: answer }));
    await open(officer);
    const look = async () => {
        await officer.page.getByLabel("Loại bảng").selectOption("reform");
        await officer.page.getByLabel("Ngày hiệu lực").fill("2026-07-01");
        await officer.page.getByLabel("Căn cứ (nghị quyết, quyết định)").fill("NQ 1");
        await hand(officer, "reform", "sap-xep.xlsx", csv("x"));
    };
    await look();
    await officer.page.getByRole("row", { name: /Danh mục 3 Dòng 3/ }).waitFor();
    await officer.page.getByLabel("Bỏ dòng 6").waitFor();
    assert.equal(await officer.page.getByLabel("Bỏ dòng 3").count(), 0);
    answer = looked;
    await look();
    await officer.see(/^2 đơn vị kết thúc, 1 đơn vị mới/);
    await officer.page.getByText("Đơn vị nào gồm những đơn vị nào: 1 đơn vị").click();
    await officer.page
        .getByRole("row", { name: /Xã Hai.*mới.*Xã Một \(111\): toàn bộ · Xã Ba.*một phần/ })
        .waitFor();
    await officer.page.getByText("1 đơn vị kết thúc mà không nhập vào đơn vị nào").click();
    await officer.see("Huyện Cũ (11)");
    await done(officer);
});

test("a commune hands its workbook in again, and no other's", async () => {
    const officer = await commune(office, "xa.nhap", { width: 360, height: 740 });
    await open(officer);
    assert.deepEqual(
        await officer.page.getByLabel("Loại bảng").locator("option").allTextContents(),
        ["Thành viên", "Số dư, vốn và khoản vay lúc mở sổ"],
    );
    const path = join(office.folder, "xa.xlsx");
    office.run("export", "workbook", path, "--unit", ward);
    await hand(officer, "members", "xa.xlsx", readFileSync(path));
    await officer.see("Tệp không có gì mới so với sổ.");
    await shown(officer, "import-commune");
    await hand(
        officer,
        "members",
        "khac.csv",
        csv("Câu lạc bộ;Họ và tên", "CLB LTHTGN Không Có;Lê Thị Mận"),
    );
    await officer.see("Không có câu lạc bộ «CLB LTHTGN Không Có».");
    await done(officer);
});

test("the province takes its clubs out, is told what is left out, and hands them in", async () => {
    const officer = await province(office, "tinh.tai");
    const { page } = officer;
    await open(officer);
    await page.getByText("tên người và tiền của từng người không mở cho cấp tỉnh").waitFor();
    const [taken] = await Promise.all([page.waitForEvent("download"), officer.tap("Tải về")]);
    const workbook = readFileSync(await taken.path());
    for (const kind of ["register", "clubs"]) {
        await hand(officer, kind, `${kind}.xlsx`, workbook);
        await officer.see("Tệp không có gì mới so với sổ.");
    }
    await done(officer);
});

test("a commune takes its books out, and what it corrects comes back by id", async () => {
    const officer = await commune(office, "xa.sua");
    const { page } = officer;
    await open(officer);
    await page.getByText("khoản vay lúc mở sổ của các sổ bạn được đọc").waitFor();
    const [taken] = await Promise.all([page.waitForEvent("download"), officer.tap("Tải về")]);
    assert.equal(taken.suggestedFilename(), "so-cau-lac-bo.xlsx");
    await hand(officer, "members", "xa.xlsx", readFileSync(await taken.path()));
    await officer.see("Tệp không có gì mới so với sổ.");

    const members = await ask(officer, `books/${taoTru}/members`);
    const [first, second] = members.filter((one) => one.name && !one.left);
    const heads = "Mã dòng;Câu lạc bộ;Họ và tên;Năm sinh";
    await page.getByLabel("Tệp chỉ có một phần thành viên").check();
    await hand(
        officer,
        "members",
        "sua.csv",
        csv(
            heads,
            `${taoTru}/${first.member};${club};${first.name};1931`,
            `;${club};${second.name};1932`,
        ),
    );
    await page.getByRole("heading", { name: "1 ô khác với sổ" }).waitFor();
    await page.getByRole("cell", { name: "1931" }).waitFor();
    await page.getByRole("heading", { name: "Các dòng có thể trùng nhau" }).waitFor();
    await shown(officer, "import-differences");
    await page.getByLabel("Xử lý").selectOption({ index: 1 });
    await officer.tap("Đọc lại theo lựa chọn này");
    await page.getByRole("heading", { name: "2 ô khác với sổ" }).waitFor();
    await officer.tap("Ghi vào sổ");
    await officer.see("Đã ghi 1 bút toán.");
    const after = await ask(officer, `books/${taoTru}/members`);
    assert.equal(after.length, members.length);
    await done(officer);
});

test("what another officer wrote meanwhile is shown, not written twice", async () => {
    const rows = csv("Câu lạc bộ;Họ và tên;Năm sinh;Giới tính", `${club};Phạm Thị Lựu;1951;Nữ`);
    const look = async (name) => {
        const officer = await province(office, name);
        await open(officer);
        await officer.page.getByLabel("Tệp chỉ có một phần thành viên").check();
        await hand(officer, "members", "hai-nguoi.csv", rows);
        await ready(officer);
        return officer;
    };
    const first = await look("tinh.mot");
    const second = await look("tinh.hai");
    await second.tap("Ghi vào sổ");
    await second.see("Đã ghi 1 bút toán.");
    const members = (await office.club()).members;
    await first.tap("Ghi vào sổ");
    await first.page.getByText("Sổ đã thay đổi từ lúc bạn xem trước").waitFor();
    await first.see("Tệp không có gì mới so với sổ.");
    assert.deepEqual((await office.club()).members, members);
    await done(first, second);
});
