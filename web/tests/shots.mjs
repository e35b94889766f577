// Pictures of the main screens, in Vietnamese, of a club of the demo in November 2020:
// `node web/tests/shots.mjs [FOLDER]` writes them and their index; docs/screens without a folder.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Office, Phone, taoTru } from "./office.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("../../docs/screens", import.meta.url));
const maxBytes = 60_000;
const day = new Date("2020-11-03T09:00:00+07:00");
const small = { width: 360, height: 740 };
const large = { width: 1366, height: 768 };
const newClub = "1dd250e3-a4ec-8706-bbdf-dc943ff25377";
const ward = "15925"; // Nguyệt Viên, where Tào Trụ lies on today's map
const password = "Thuyền về bến sông Mã";

/// Screens of the club's book, by address; `row` opens the first of a list.
const ofClub = [
    ["home", "home", "Trang chính: việc tiếp theo, tiền trong hộp, ai nợ tháng này"],
    ["meeting-present", "meeting", "Buổi sinh hoạt, bước 1: ai có mặt"],
    ["meeting-dues", "meeting/1", "Bước 2: đóng góp tháng"],
    ["meeting-repayments", "meeting/2", "Bước 3: thu gốc và lãi"],
    ["meeting-areas", "meeting/5", "Bước 6: hoạt động của buổi họp"],
    ["meeting-cash", "meeting/6", "Bước 7: kiểm tiền trong hộp"],
    ["meeting-check", "meeting/8", "Bước 9: xem lại trước khi chốt"],
    ["minutes", "meetings", "Biên bản sinh hoạt, để in và ký", "row"],
    ["members", "members", "Thành viên"],
    ["member", "members", "Một thành viên", "row"],
    ["loans", "loans", "Các khoản vay"],
    ["loan", "loans", "Một khoản vay", "row"],
    ["lend", "record/loan.disbursed", "Cho vay ngoài buổi họp"],
    ["funds", "funds", "Hai quỹ"],
    ["ledger", "ledger", "Sổ quỹ"],
    ["entry", "ledger", "Một bút toán, với mã kiểm tra", "row"],
    ["doings", "doings", "Hoạt động, thăm hỏi, hiện vật"],
    ["roles", "roles", "Ban chủ nhiệm, tình nguyện viên, đội nhóm"],
    ["consent", "consent", "Sự đồng ý của thành viên"],
    ["handover", "handover", "Bàn giao ban chủ nhiệm"],
    ["rating", "rating/2020", "Tự chấm điểm"],
    ["vouchers", "vouchers/2020-10", "Phiếu thu, phiếu chi"],
    ["cashbook", "cashbook/2020-10", "Sổ quỹ tiền mặt của tháng"],
    ["invite", "invite", "Giấy mời họp để gửi Zalo"],
    ["device", "device", "Máy này: bản sao, khoá, chuyển việc"],
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
async function visit(phone, [name, place, text, row], prefix) {
    await phone.go(`/${place}`);
    await phone.page.locator("h1:focus").waitFor();
    if (row) {
        await phone.page.locator("main a.row").first().click();
        await phone.page.waitForFunction((old) => !location.hash.endsWith(old), `/${place}`);
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
} finally {
    await office.close();
}
const index = `# Screens

The main screens in Vietnamese, of the simulated club Tào Trụ on 3 November 2020: \`phone-\` is
\`/club\` at 360 × 740, \`wide-\` the same at 1366 × 768, \`desk-\` is \`/desk\` at 1366 × 768.

Made anew by \`node web/tests/shots.mjs\` after \`./dev build\`.

${lines.join("\n")}
`;
writeFileSync(join(folder, "README.md"), index);
console.log(`${lines.length} pictures in ${folder}`);
