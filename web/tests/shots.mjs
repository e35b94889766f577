// Pictures of the main screens, in Vietnamese, of a club of the demo in November 2020:
// `node web/tests/shots.mjs [FOLDER]` writes them and their index; docs/screens without a folder.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ask, openBook, province, send } from "./desk.mjs";
import { Office, Phone, taoTru } from "./office.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("../../docs/screens", import.meta.url));
const maxBytes = 60_000;
const day = new Date("2020-11-03T09:00:00+07:00");
const small = { width: 360, height: 740 };
const large = { width: 1366, height: 768 };
const newClub = "1dd250e3-a4ec-8706-bbdf-dc943ff25377";
const ward = "15925"; // Nguyệt Viên, where Tào Trụ lies on today's map
const password = "Thuyền về bến sông Mã";

/// Screens of the club's book, by address; `row` opens the first of a list, what stands after it
/// is then tapped, or is the address of another screen of the same thing.
const ofClub = [
    ["home", "home", "Trang chính: việc tiếp theo, tiền trong hộp, ai nợ tháng này"],
    ["meeting-present", "meeting", "Buổi sinh hoạt, bước 1: ai có mặt"],
    ["meeting-dues", "meeting/1", "Bước 2: đóng góp tháng"],
    ["meeting-repayments", "meeting/2", "Bước 3: thu gốc và lãi"],
    ["meeting-loans", "meeting/3", "Bước 4: cho vay mới"],
    ["meeting-lines", "meeting/4", "Bước 5: thu chi khác"],
    ["meeting-areas", "meeting/5", "Bước 6: hoạt động của buổi họp"],
    ["meeting-cash", "meeting/6", "Bước 7: kiểm tiền trong hộp"],
    ["meeting-minutes", "meeting/7", "Bước 8: biên bản, lời ghi thêm"],
    ["meeting-check", "meeting/8", "Bước 9: xem lại trước khi chốt"],
    ["minutes", "meetings", "Biên bản sinh hoạt, để in và ký", "row"],
    ["share", "meetings", "Chép kết quả buổi họp để gửi Zalo", "row", "Chép để gửi Zalo"],
    ["photo", "meetings", "Ảnh biên bản đã ký", "row", "Ảnh biên bản đã ký"],
    ["members", "members", "Thành viên"],
    ["admit", "admit", "Kết nạp"],
    ["member", "members", "Một thành viên", "row"],
    ["member-edit", "members", "Thay đổi của thành viên", "row", "Có thay đổi từ một ngày"],
    ["review", "review", "Rà soát danh sách cuối năm"],
    ["loans", "loans", "Các khoản vay"],
    ["loan", "loans", "Một khoản vay", "row"],
    ["agreement", "loans", "Giấy vay vốn, để in và ký", "row", "/agreement"],
    ["card", "loans", "Thẻ vay của người vay", "row", "/card"],
    ["overdue", "overdue", "Danh sách quá hạn"],
    ["lend", "record/loan.disbursed", "Cho vay ngoài buổi họp"],
    ["funds", "funds", "Hai quỹ"],
    ["account", "account/income:cash", "Một tài khoản, từng dòng"],
    ["close", "close", "Chốt kỳ"],
    ["opening", "opening", "Biên bản mở sổ"],
    ["ledger", "ledger", "Sổ quỹ"],
    ["entry", "ledger", "Một bút toán, với mã kiểm tra", "row"],
    ["fix", "ledger", "Sửa việc đã ghi", "row", "Sửa"],
    ["cases", "cases", "Việc chưa ghi được"],
    ["flags", "flags", "Điều cần xem lại trong sổ"],
    ["rules", "rules", "Quy định của câu lạc bộ"],
    ["doings", "doings", "Hoạt động, thăm hỏi, hiện vật"],
    ["roles", "roles", "Ban chủ nhiệm, tình nguyện viên, đội nhóm"],
    ["consent", "consent", "Sự đồng ý của thành viên"],
    ["consent-sheet", "consent/print", "Phiếu lấy ý kiến, để in"],
    ["handover", "handover", "Bàn giao ban chủ nhiệm"],
    ["rating", "rating/2020", "Tự chấm điểm"],
    ["papers", "papers", "In giấy tờ"],
    ["forms", "forms", "Mẫu để ghi tay"],
    ["vouchers", "vouchers/2020-10", "Phiếu thu, phiếu chi"],
    ["cashbook", "cashbook/2020-10", "Sổ quỹ tiền mặt của tháng"],
    ["invite", "invite", "Giấy mời họp để gửi Zalo"],
    ["device", "device", "Máy này: bản sao, khoá, chuyển việc"],
    ["bring", "bring", "Gửi giúp máy khác"],
    ["lock", "lock", "Khoá bốn số"],
];
const alsoLarge = ["home", "meeting-present", "minutes", "loans", "funds"];
const ofDesk = [
    ["work", "", "Bàn làm việc của xã: việc của tôi"],
    ["clubs", "clubs", "Các câu lạc bộ"],
    ["paper", `paper/${taoTru}/2020-11`, "Nhập từ phiếu"],
    ["club", `club/${taoTru}`, "Một câu lạc bộ: máy, thẻ, mở sổ"],
    ["people", `club/${taoTru}/people`, "Người trong sổ"],
    ["cases", "cases", "Vướng mắc chờ quyết định"],
    ["accounts", "accounts", "Người dùng"],
    ["register", "register", "Thành lập và vòng đời câu lạc bộ"],
    ["care-fund", "scheme/care_fund", "Đề án: Quỹ Chăm sóc"],
    ["obstacles", "scheme/obstacles", "Đề án: vướng mắc, đề xuất"],
    ["record", "scheme/obstacles/new/obstacle.raised", "Đề án: ghi một việc"],
    ["visits", "scheme/supervision/visits", "Đề án: nên đi kiểm tra đâu trước"],
    ["ratings", "ratings", "Xếp loại câu lạc bộ"],
    ["rating", `ratings/${taoTru}/2020`, "Phiếu xếp loại một câu lạc bộ"],
    ["documents", "documents", "Tài liệu"],
    ["imports", "imports", "Nhập từ Excel"],
    ["targets", "targets", "Đề án và chỉ tiêu"],
    ["map", "map", "Địa bàn: sắp xếp, việc chưa quyết định, cụm"],
    ["forms", "forms", "In bộ phiếu tháng"],
    ["totals", `totals/${taoTru}/2020-11`, "Chỉ có số tổng"],
    ["account", "account", "Tài khoản của tôi"],
    ["life", `register/${taoTru}`, "Vòng đời một câu lạc bộ"],
    ["capital", `register/${taoTru}/capital`, "Vốn từ ngoài vào, theo nguồn"],
    ["handover", `register/${taoTru}/handover`, "Bàn giao của câu lạc bộ giải thể, sáp nhập"],
];
/// What the province alone sees.
const ofProvince = [
    ["reads", "reads", "Nhật ký xem: ai đã xem, đã tải gì"],
    ["quotas", "scheme/quotas", "Đề án: chỉ tiêu thành lập từng đơn vị"],
    ["paste-quotas", "scheme/quotas/paste", "Dán chỉ tiêu theo đơn vị, năm"],
];
/// Pages that the server draws.
const ofPages = [
    ["standing", "/standing?as_of=2020-10-31", "Tiến độ đề án"],
    ["units", "/units?as_of=2020-10-31", "Địa bàn: bản đồ ô của tỉnh"],
    ["unit", `/units/${ward}?as_of=2025-07-02`, "Một phường"],
    ["club", `/clubs/${taoTru}?as_of=2020-10-31`, "Một câu lạc bộ"],
    ["book", `/books/${taoTru}`, "Sổ của câu lạc bộ"],
    ["entry", `/books/${taoTru}/4`, "Một bút toán: số tiền, ngày, mã"],
    ["recorded", "/recorded", "Ai đã ghi gì"],
    [
        "report",
        "/reports/interim-review?as_of=2020-10-31&scheme=thanh-hoa-5133",
        "Báo cáo trên màn hình: số nào cũng mở được nguồn",
    ],
];

const lines = [];
async function take(phone, name, text) {
    await phone.page.waitForFunction(() => !document.querySelector("main [data-loading]"));
    let picture;
    for (let quality = 60; !picture || picture.length > maxBytes; quality -= 10) {
        picture = await phone.page.screenshot({ type: "jpeg", quality });
    }
    writeFileSync(join(folder, `${name}.jpg`), picture);
    lines.push(`- [${name}](${name}.jpg): ${text}`);
}
/// A phone whose pages believe that it is that day.
async function onThatDay(phone) {
    await phone.page.clock.setFixedTime(day);
    await phone.page.reload();
    await phone.tap("Đúng"); // today is what the phone says
    await phone.go("/more");
    await phone.heading("Khác");
}
async function visit(phone, [name, place, text, row, link], prefix) {
    await phone.go(`/${place}`);
    await phone.page.locator("h1:focus").waitFor();
    if (row) {
        await phone.page.locator("main a.row").first().click();
        await phone.page.waitForFunction((old) => !location.hash.endsWith(old), `/${place}`);
        await phone.page.locator("h1:focus").waitFor();
    }
    if (link) {
        const before = phone.page.url();
        if (link.startsWith("/")) await phone.go(`${link}/${before.split("/").at(-1)}`);
        else await phone.tap(link);
        await phone.page.waitForURL((url) => url.href !== before);
        await phone.page.locator("h1:focus").waitFor();
    }
    await take(phone, `${prefix}-${name}`, text);
}

async function club(office) {
    const fresh = await new Phone(office, "new", small).open(`#card=${office.card(newClub)}`);
    await take(fresh, "phone-enrol", "Gắn máy với câu lạc bộ bằng thẻ của xã");
    await fresh.tap("Gắn máy");
    await fresh.tap(/Các bước đầu/);
    await fresh.page.locator("h1:focus").waitFor();
    await take(fresh, "phone-first", "Lần dùng đầu: năm bước, bước nào cũng để sau được");
    await visit(fresh, ["open", "open", "Mở sổ tiền giữa chừng"], "phone");
    await fresh.close();

    const phone = await new Phone(office, "small", small).enrol();
    await onThatDay(phone);
    for (const one of ofClub) await visit(phone, one, "phone");
    await phone.go("/meeting/2");
    await phone.heading("Thu gốc và lãi");
    await phone.page.locator("main button.row").first().click();
    await phone.page.getByRole("dialog").locator("button.row").first().click();
    for (const digit of "150") await phone.tap(digit);
    await take(phone, "phone-keypad", "Bàn phím tiền: nghìn đồng, đọc bằng chữ");
    await phone.page.goto(`${office.address}/check`);
    await phone.heading("Kiểm tra biên bản");
    await take(phone, "phone-check", "Kiểm tra mã in trên biên bản");
    await phone.page.goto(`${office.address}/club#/lock`);
    await phone.page.getByLabel("Bốn số", { exact: true }).fill("2580");
    await phone.page.getByLabel("Gõ lại bốn số").fill("2580");
    await phone.tap("Đặt khoá");
    await phone.heading(/Máy này/);
    await phone.page.reload();
    await phone.heading("Sổ đang khoá");
    await take(phone, "phone-unlock", "Mở khoá bốn số");
    await phone.close();

    const wide = await new Phone(office, "large", large).enrol();
    await onThatDay(wide);
    for (const one of ofClub.filter(([name]) => alsoLarge.includes(name))) {
        await visit(wide, one, "wide");
    }
    await wide.close();
}

async function desk(office) {
    const added = ["user", "add", "xa.hinh", "--role", "commune", "--unit", ward, "--json"];
    const { slip } = JSON.parse(office.run(...added));
    const officer = await new Phone(office, "desk", large).open("");
    const { page } = officer;
    await page.goto(`${office.address}/desk#/reset`);
    await page.getByLabel("Tên đăng nhập").fill("xa.hinh");
    await page.getByLabel("Mã trên phiếu").fill(slip);
    await page.getByLabel("Mật khẩu mới").fill(password);
    await officer.tap("Đặt mật khẩu");
    await officer.heading("Đăng nhập");
    await officer.tap("Đóng");
    await take(officer, "desk-sign-in", "Bàn làm việc của cán bộ: đăng nhập");
    await page.getByLabel("Tên đăng nhập").fill("xa.hinh");
    await page.getByLabel("Mật khẩu").fill(password);
    await officer.tap("Đăng nhập");
    await officer.heading("Việc của tôi");
    for (const one of ofDesk) await visit(officer, one, "desk");
    await careFund(officer);
    await preview(officer);
    await officer.close();
}

/// A gift, as it is told and as its receipt is printed.
async function careFund(officer) {
    await openBook(officer);
    const { associations } = await ask(officer, "my/associations");
    const { book } = associations.find((one) => one.own);
    const on = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const fund = { op: "care.opened", on, level: "commune", cash: 0, bank: 0, goods: 0, free: 0 };
    const gift = { op: "care.received", on, level: "commune", account: "cash", amount: 3_000_000 };
    await send(officer, book, { ...fund, bound: [] });
    await send(officer, book, { ...gift, donor_kind: "firm" });
    const list = await ask(officer, "matters/care_fund?op=care.received&sort=newest&limit=1");
    const [step] = list.matters[0].steps;
    const place = `scheme/care_fund/${book}/${step.seq}/${step.op_index}`;
    await visit(officer, ["matter", place, "Đề án: một việc, các bước của nó"], "desk");
    await visit(officer, ["voucher", `${place}/print`, "Phiếu thu Quỹ Chăm sóc để in"], "desk");
}

async function preview(officer) {
    const { page } = officer;
    await officer.go("/imports");
    await page.getByLabel("Loại bảng").selectOption("members");
    await page.getByLabel("Tệp chỉ có một phần thành viên").check();
    const rows = ["Câu lạc bộ;Họ và tên;Năm sinh;Giới tính;Ngày vào"];
    rows.push("CLB LTHTGN Tào Trụ;Lê Thị Mận;1950;Nữ;hôm nào đó");
    rows.push("CLB LTHTGN Tào Trụ;Lê Văn Cam;1948;Nam;", "CLB Không Có;Lê Thị Na;1952;Nữ;");
    const buffer = Buffer.from(rows.join("\n"));
    const file = { name: "thanh-vien.csv", mimeType: "application/octet-stream", buffer };
    await page.getByLabel("Tệp .xlsx hoặc .csv").setInputFiles(file);
    await officer.tap("Xem trước");
    await officer.see(/^Có \d+ lỗi/);
    await page.evaluate(() => scrollTo(0, 0));
    await take(officer, "desk-import-preview", "Nhập từ Excel: lỗi của từng dòng, chưa ghi gì");
}

async function above(office) {
    const officer = await province(office, "tinh.hinh");
    const { page } = officer;
    await officer.go("/documents");
    await officer.heading("Tài liệu");
    await page.getByLabel("Số liệu đến", { exact: true }).fill("2020-09-30");
    await page.getByLabel("Số văn bản").fill("45/BC-HNCT");
    await page.getByRole("button", { name: "Ban hành: báo cáo sơ kết đề án" }).click();
    await officer.see("Đã ban hành và giữ tệp.");
    await officer.tap("Đóng");
    const { matters } = await ask(officer, "matters/reports?op=report.issued");
    const raised = { op: "obstacle.raised", on: "2020-09-15", obstacle: "0000000QQ1" };
    await send(officer, matters[0].book, { ...raised, subject: "loans", to: "province" });
    await officer.tap("Hỏi lại hôm nay");
    await officer.heading("Hỏi lại hôm nay");
    await page.getByText("Đang lập lại").waitFor({ state: "detached" });
    await take(officer, "desk-issued", "Hỏi lại một báo cáo đã ban hành: nay khác gì");
    for (const one of ofProvince) await visit(officer, one, "desk");
    for (const [name, path, text] of ofPages) {
        const answer = await page.goto(office.address + path);
        if (answer.status() !== 200) throw new Error(`${path}: ${answer.status()}`);
        await take(officer, `page-${name}`, text);
    }
    await officer.close();
}

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) {
    if (name.endsWith(".jpg")) rmSync(join(folder, name));
}
const office = await Office.open();
try {
    await club(office);
    await desk(office);
    await above(office);
} finally {
    await office.close();
}
const index = `# Screens

The main screens in Vietnamese, of the simulated club Tào Trụ on 3 November 2020: \`phone-\` is
\`/club\` at 360 × 740, \`wide-\` the same at 1366 × 768; \`desk-\` is \`/desk\`, \`page-\` what the
server draws, at 1366 × 768.

Made anew by \`node web/tests/shots.mjs\` after \`./dev build\`.

${lines.join("\n")}
`;
writeFileSync(join(folder, "README.md"), index);
console.log(`${lines.length} pictures in ${folder}`);
