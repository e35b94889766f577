// A year of the scheme, as the people do it who do it: from a province known only by its sheet to a
// final review that is issued, whose figures are those of `lienthehe status`.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ask, commune, done, go, judge, openBook, province, shown } from "./desk.mjs";
import { Office } from "./office.mjs";

const city = "Thành phố Thanh Hóa";
const on = "30/09/2020";
const sheet = [
    "Huyện;Xã;Khu dân cư;Tên CLB;Ngày ra mắt;Thành viên;Cao tuổi;Nữ;Nguồn vốn;Ngày số liệu",
    `${city};Phường Tào Xuyên;Tào Trụ;CLB Tào Trụ;12/5/2018;58;41;38;52.500.000 đ;${on}`,
    `${city};Xã Long Anh;Thôn 1;CLB Long Anh 1;20/6/2019;52;36;34;48.000.000 đ;${on}`,
    `Huyện Hoằng Hóa;Xã Hoằng Trung;Thôn 2;CLB Hoằng Trung;3/3/2017;61;43;40;70.000.000 đ;${on}`,
];
let office;
before(async () => {
    office = await Office.with((empty) => {
        const file = join(empty.folder, "dang-ky.csv");
        writeFileSync(file, `${sheet.join("\n")}\n`);
        empty.run("import", "register", file, "--units-as-of", "2020-11-01");
    });
});
after(() => office.close());

const dated = (officer, day) => officer.page.getByLabel("Ngày của việc").fill(day);
/// One form of the scheme's work, from its address to the list that it leads back to.
async function record(officer, area, op, names, day, fill) {
    await go(officer, `scheme/${area}/new/${op}`, names[0]);
    await dated(officer, day);
    await fill(officer.page);
    await officer.tap("Lưu");
    await officer.heading(names[1]);
}
async function pickClub(page, text) {
    await page.getByLabel("Tìm câu lạc bộ").fill(text);
    await page
        .getByRole("button", { name: new RegExp(text, "i") })
        .first()
        .click();
}
/// What a document says of each target, by its name: the cells of its row.
function rowsOf(bytes, folder) {
    const file = join(folder, "review.docx");
    writeFileSync(file, bytes);
    const xml = execFileSync("unzip", ["-p", file, "word/document.xml"], { encoding: "utf8" });
    return [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
        [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gs)].map(([cell]) =>
            [...cell.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>/g)]
                .map(([text]) => text.replace(/<[^>]*>/g, ""))
                .join("")
                .trim(),
        ),
    );
}

test("a year of the scheme ends in a review that agrees with the books", async () => {
    const above = await province(office, "tinh.ca.nam");
    const below = await commune(office, "xa.ca.nam");
    const { page } = below;

    // The commune's association, and its fund.
    await openBook(below);
    const care = "Quỹ Chăm sóc";
    await record(below, "care_fund", "care.opened", ["Mở quỹ", care], "2021-01-04", async () => {});
    await record(
        below,
        "care_fund",
        "care.received",
        ["Thu ủng hộ", care],
        "2021-02-01",
        async (form) => {
            await form.getByLabel("Số tiền").fill("100.000.000");
            await form.getByLabel("Nguồn").selectOption("firm");
        },
    );

    // The province gives a quota and asks for a report.
    const [registered] = (await ask(above, "associations")).associations;
    await openBook(above);
    const quotas = ["Giao chỉ tiêu", "Chỉ tiêu thành lập"];
    await record(above, "quotas", "quota.assigned", quotas, "2021-01-15", async (form) => {
        await form.getByLabel("Năm").fill("2021");
        await form.getByLabel("Đơn vị").selectOption({ label: registered.unit_name });
        await form.getByLabel("Số câu lạc bộ").fill("1");
    });

    // A club is proposed, decided, launched; its members come from the commune's list.
    await go(below, "register/new/club.proposed", "Đề nghị thành lập CLB");
    await dated(below, "2021-02-10");
    await page.getByLabel("Tên", { exact: true }).fill("CLB Bên Sông");
    await page.getByLabel("Thôn đặt trụ sở").selectOption({ label: "Tào Trụ" });
    await page.getByLabel("Thuộc chương trình, đề án").selectOption({ label: "Đề án 5133" });
    await page.getByLabel("Vốn ban đầu theo hồ sơ").fill("50.000.000");
    await below.tap("Lưu");
    await below.heading("CLB Bên Sông");
    const book = page.url().split("/").at(-1);
    const step = async (name, day, fill) => {
        await page.getByRole("link", { name, exact: true }).click();
        await below.heading(`${name}: CLB Bên Sông`);
        await dated(below, day);
        await fill?.();
        await below.tap("Lưu");
        await below.heading("CLB Bên Sông");
    };
    await step("Hồ sơ", "2021-02-12", () => page.getByLabel("Giấy tờ").selectOption("application"));
    await step("Quyết định thành lập", "2021-02-20", () =>
        page.getByLabel("Số, ký hiệu").fill("12/QĐ-UBND"),
    );
    await step("Ra mắt", "2021-03-10");
    const people = Array.from({ length: 60 }, (_, i) =>
        [
            "CLB Bên Sông",
            `Hội viên ${i + 1}`,
            i < 40 ? "1950" : "1975",
            i % 3 ? "Nữ" : "Nam",
            "10/03/2021",
        ].join(";"),
    );
    await go(above, "imports", "Nhập từ Excel");
    await above.page.getByLabel("Loại bảng").selectOption("members");
    await above.page.getByLabel("Tệp .xlsx hoặc .csv").setInputFiles({
        name: "hoi-vien.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(
            `${["Câu lạc bộ;Họ và tên;Năm sinh;Giới tính;Ngày vào", ...people].join("\n")}\n`,
        ),
    });
    await above.page.getByLabel("Ngày của số liệu (nếu tệp không ghi)").fill("2021-03-10");
    await above.tap("Xem trước");
    await above.see("Không có lỗi. Chưa ghi gì; hãy xem lại rồi ghi.");
    await above.tap("Ghi vào sổ");
    await above.see(/^Đã ghi \d+ bút toán/);

    // The year's work: a grant, a class, a visit, what stands in the way.
    await record(
        below,
        "care_fund",
        "care.granted",
        ["Hỗ trợ câu lạc bộ", care],
        "2021-03-12",
        async (form) => {
            await pickClub(form, "Bên Sông");
            await form.getByLabel("Số tiền").fill("60.000.000");
        },
    );
    const classes = ["Tập huấn", "Tập huấn, tài liệu"];
    await record(below, "training", "training.held", classes, "2021-05-20", async (form) => {
        await form.getByLabel("Chủ đề").selectOption({ index: 1 });
        await form.getByLabel("Số ngày").fill("2");
        await form.getByLabel("Số người dự").fill("45");
    });
    const visits = ["Đã kiểm tra", "Kiểm tra, giám sát"];
    await record(below, "supervision", "visit.made", visits, "2021-06-15", async (form) => {
        await pickClub(form, "Bên Sông");
        await form.getByLabel("Kết quả kiểm tra").fill("Sổ sách đủ, quỹ khớp.");
    });

    // The year's rating.
    await go(below, `ratings/${book}/2021`, "Xếp loại năm 2021: CLB Bên Sông");
    await judge(below, book, 2021);
    const yearEnd = "2022-01-10";
    await page.getByLabel("Ngày", { exact: true }).fill(yearEnd);
    await below.tap("Ghi điểm tự chấm (từ giấy)");
    await page.getByRole("button", { name: "Thẩm định" }).waitFor();
    await page.getByLabel("Ngày", { exact: true }).fill(yearEnd);
    await below.tap("Thẩm định");
    await go(above, `ratings/${book}/2021`, "Xếp loại năm 2021: CLB Bên Sông");
    await above.page.getByLabel("Ngày", { exact: true }).fill(yearEnd);
    await above.tap("Duyệt");
    await above.page.getByRole("strong").filter({ hasText: "đã duyệt" }).first().waitFor();

    // The review, issued; what it says is what the books say.
    await go(above, "documents", "Tài liệu");
    await above.page.getByLabel("Số liệu đến", { exact: true }).fill("2021-12-31");
    await above.page.getByLabel("Số văn bản").fill("99/BC-HNCT");
    await above.page.getByRole("button", { name: "Ban hành: báo cáo tổng kết đề án" }).click();
    await above.see("Đã ban hành và giữ tệp.");
    await shown(above, "walk-documents");
    const list = await ask(above, "matters/reports?op=report.issued");
    const op = JSON.parse(list.matters[0].steps[0].body).ops[0];
    const bytes = await above.page.evaluate(async (path) => {
        const answer = await fetch(`/api/v1/${path}`);
        return [...new Uint8Array(await answer.arrayBuffer())];
    }, `books/${list.matters[0].book}/issued/${op.file}`);
    const rows = rowsOf(Buffer.from(bytes), office.folder);
    const status = JSON.parse(office.run("status", "--json", "--as-of", "2021-12-31"));
    const value = (id) => status.targets.find((one) => one.id === id).value;
    assert.equal(value("T1"), 1);
    assert.equal(value("T2a"), 60);
    let compared = 0;
    for (const target of status.targets) {
        if (!Number.isInteger(target.value) || target.value < 2) continue;
        const row = rows.find((cells) => cells.includes(target.name_vi ?? target.name));
        if (!row) continue;
        const text = String(target.value).replace(/\B(?=(\d{3})+$)/g, ".");
        assert.ok(
            row.some((cell) => cell.startsWith(text)),
            `${target.id}: ${text} in ${row.join(" | ")}`,
        );
        compared += 1;
    }
    assert.ok(compared >= 3, `${compared} targets compared`);
    await done(above, below);
});
