// A meeting in a valley with no signal: typed, closed, kept over a restart, sent later, and the
// province's figures move by exactly that.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { Office, Phone, strangers } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

const steps = {
    dues: "Quỹ hoạt động: đóng góp tháng",
    repayments: "Thu gốc và lãi",
    loans: "Cho vay mới",
    lines: "Thu chi khác",
    areas: "Hoạt động của buổi họp",
    cash: "Kiểm tiền trong hộp",
    minutes: "Biên bản",
    check: "Xem lại",
};

async function next(phone, heading) {
    await phone.tap("Tiếp");
    await phone.heading(heading);
}

/// A past meeting of the day, on its first step.
async function past(phone, on) {
    await phone.tap("Nhập buổi đã qua");
    await phone.page.locator("input[type=date]").fill(on);
    await phone.tap("Bắt đầu");
    await phone.heading("Có mặt");
}

/// All of it, with the first so many absent.
async function typed(phone, on, absent = 0) {
    await past(phone, on);
    for (let i = 0; i < absent; i++) await phone.page.locator("button.row").nth(i).click();
    for (const heading of Object.values(steps)) await next(phone, heading);
    await phone.tap("Chốt buổi");
    await phone.see("Mã biên bản");
    await phone.go("/home");
}

test("a meeting with the usual exceptions, offline, in at most 45 taps", async () => {
    const phone = await new Phone(office, "treasurer").enrol();
    const before = await office.club();
    await office.kill();

    phone.taps = 0;
    await phone.tap("Mở buổi sinh hoạt");
    await phone.heading("Có mặt");
    const rows = phone.page.locator("button.row");
    const members = await rows.count();
    assert.ok(members >= 50, `${members} members`);
    for (const absent of [3, 8, 21, 30, 41]) {
        await rows.nth(absent).click();
        phone.taps += 1;
    }
    await phone.see(`${members - 5} trên ${members} người có mặt`);
    await next(phone, steps.dues);
    for (const unpaid of [3, 8, 30]) {
        await rows.nth(unpaid).click();
        phone.taps += 1;
    }
    await next(phone, steps.repayments);
    await rows.nth(0).click();
    phone.taps += 1;
    await phone.tap("Không trả");
    await phone.page.getByRole("dialog").getByRole("button", { name: "Xong" }).click();
    phone.taps += 1;
    await next(phone, steps.loans);

    // The browser is closed in the middle: nothing is lost.
    await phone.close();
    await phone.open();
    await phone.tap("Làm tiếp buổi đang nhập");
    await phone.heading(steps.loans);

    await phone.tap("Thêm khoản vay");
    await phone.page.getByRole("searchbox").fill("a");
    await phone.page.locator("dialog button.row").first().click();
    phone.taps += 2;
    await phone.type(1000);
    await phone.see(/Tổng tiền lãi/);
    await phone.tap("chăn nuôi");
    await phone.tap("Xong");
    await next(phone, steps.lines);
    await phone.tap("Thêm một dòng");
    await phone.tap("Chi tiền (quỹ hoạt động)");
    await phone.tap(/Số tiền/);
    await phone.type(50);
    await phone.tap("Xong");
    await next(phone, steps.areas);
    await next(phone, steps.cash);
    await phone.tap("Đếm đúng như sổ");
    await next(phone, steps.minutes);
    await next(phone, steps.check);
    await phone.tap("Chốt buổi");
    await phone.see("Mã biên bản");
    assert.ok(phone.taps <= 45, `${phone.taps} taps`);

    await phone.go("/home");
    await phone.see("Đã lưu trên máy, chưa gửi: 1 việc");
    await phone.close();
    await phone.open();
    await phone.see("Đã lưu trên máy, chưa gửi: 1 việc");

    await office.start();
    await phone.tap("Gửi ngay");
    await phone.see("1 trên 1 việc đã đến tỉnh");
    const now = await office.club();
    assert.equal(now.members, before.members);
    assert.notDeepEqual(now, before);
    assert.match(office.run("verify"), /đều khớp/);
    await phone.go("/meetings");
    await phone.see(`Có mặt: ${members - 5} thành viên`);
    await phone.end();
});

test("a meeting in which nothing differs takes at most 25 taps; back always works", async () => {
    const phone = await new Phone(office, "usual").enrol();
    await office.kill();
    phone.taps = 0;
    await past(phone, "2020-11-06");
    for (const heading of Object.values(steps)) await next(phone, heading);
    await phone.tap("Quay lại");
    await phone.heading(steps.minutes);
    await next(phone, steps.check);
    await phone.tap("Chốt buổi");
    await phone.see("Mã biên bản");
    assert.ok(phone.taps <= 25, `${phone.taps} taps`);

    // A second regular one on that day is a question before it is anything else.
    await phone.go("/home");
    await phone.tap("Nhập buổi đã qua");
    await phone.page.locator("input[type=date]").fill("2020-11-06");
    await phone.tap("Bắt đầu");
    await phone.see("Ngày 06/11/2020 đã có một buổi thường kỳ trong sổ.");
    assert.ok(await phone.button("Tiếp").isDisabled());
    await phone.tap("Đây là buổi họp thêm");
    await next(phone, steps.dues);
    await phone.visit("/meeting/8", steps.check);
    await phone.tap("Chốt buổi");
    await phone.see("Mã biên bản");
    await office.start();
    await phone.go("/home");
    await phone.tap("Gửi ngay");
    await phone.see("2 trên 2 việc đã đến tỉnh");
    assert.match(office.run("verify"), /đều khớp/);
    await phone.close();
});

test("an open form is kept or told of, and to drop a meeting is asked about", async () => {
    const phone = await new Phone(office, "careful").enrol();
    const { page } = phone;
    await past(phone, "2020-11-12");
    await phone.visit("/meeting/2", steps.repayments);
    await phone.see("Mọi khoản đang ghi trả đúng hạn.");
    await phone.tap("Chưa thu ai");
    await phone.see(/khoản đang ghi khác/);
    assert.equal(await page.getByText("Mọi khoản đang ghi").count(), 0);
    await next(phone, steps.loans);
    await next(phone, steps.lines);

    await phone.tap("Thêm một dòng");
    await phone.tap("Chi tiền (quỹ hoạt động)");
    await page.getByLabel("Ghi chú (không bắt buộc)").fill("mua trà");
    await phone.tap("Tiếp");
    await phone.see("Còn thiếu: Số tiền.");
    await phone.heading(steps.lines);
    await phone.tap(/^Số tiền/);
    await phone.type(900_000);
    await next(phone, steps.areas);
    await phone.tap("Quay lại");
    await phone.see("mua trà");

    // More than there is: refused, and the words go with the next change.
    await phone.visit("/meeting/8", steps.check);
    await phone.tap("Chốt buổi");
    await page.locator(".stepbar").waitFor();
    await page.locator("p.wrong + .stepbar").waitFor();
    await phone.visit("/meeting/4", steps.lines);
    assert.equal(await page.locator("p.wrong").count(), 0);
    await phone.tap("Bỏ");
    await phone.visit("/meeting/8", steps.check);
    assert.equal(await page.locator("p.wrong + .stepbar").count(), 0);

    await phone.tap("Bỏ buổi đang nhập");
    await phone.tap("Giữ lại");
    await phone.heading(steps.check);
    await phone.tap("Bỏ buổi đang nhập");
    await phone.tap("Bỏ hẳn");
    await phone.see("Đã bỏ buổi đang nhập.");
    await phone.button("Mở buổi sinh hoạt").waitFor();
    await phone.end();
});

test("names stand as on paper; what is lent counts what the meeting has taken in", async () => {
    const phone = await new Phone(office, "order").practise();
    const { page } = phone;
    const names = () => page.locator("main button.row > span:first-child").allInnerTexts();
    await phone.visit("/meeting", "Có mặt");
    const all = await names();
    await next(phone, steps.dues);
    assert.deepEqual(await names(), all);
    await next(phone, steps.repayments);
    const owing = (await names()).map((text) => text.split("\n")[0]);
    assert.deepEqual(
        owing,
        all.filter((name) => owing.includes(name)),
    );
    await phone.tap("Chưa thu ai");
    await page.locator("main button.row", { hasText: "Nguyễn Thị Tập" }).click();
    await phone.tap("Trả hết");
    await page.getByRole("dialog").getByRole("button", { name: "Xong" }).click();
    await next(phone, steps.loans);
    // 36.000.000 of before, 5.000.000 and half of the interest of now.
    const lend = async (who, thousands) => {
        await phone.tap("Thêm khoản vay");
        await page.locator("dialog button.row", { hasText: who }).click();
        await phone.type(thousands);
        await phone.see(/Tổng tiền lãi/);
    };
    const short = page.getByText("Hộp quỹ tăng thu nhập chỉ còn");
    await lend("Trần Văn Thử", 41_000);
    assert.equal(await short.count(), 0);
    await phone.tap("chăn nuôi");
    await phone.tap("Xong");
    await lend("Vũ Văn Học", 5000);
    const left = /[\d.]+ ?đ/.exec((await short.innerText()).replace("\u00a0", " "))[0];
    await page.locator("form").getByRole("button", { name: "Thôi" }).click();
    await phone.visit("/meeting/8", steps.check);
    await phone.tap("Chốt buổi");
    await phone.see("Mã biên bản");
    await phone.visit("/funds", "Hai quỹ");
    const box = page.locator('a.row[href="#/account/income:cash"] .amount');
    assert.equal((await box.innerText()).replace("\u00a0", " "), left);
    await phone.end();
});

test("a second record of one meeting stands beside the first and replaces it", async () => {
    const first = await new Phone(office, "kept").enrol();
    const second = await new Phone(office, "better").enrol();
    await office.kill();
    await typed(first, "2020-11-09");
    await typed(second, "2020-11-09", 2);
    await office.start();
    await first.tap("Gửi ngay");
    await first.see("1 trên 1 việc đã đến tỉnh");
    await first.go("/meetings");
    const seq = (
        await first.page.locator("main a.row", { hasText: "09/11/2020" }).getAttribute("href")
    ).replace("#/minutes/", "");
    await second.tap("Gửi ngay");
    await second.tap("1 việc chưa ghi được, cần xem lại");
    await second.see("Buổi đã có trong sổ");
    await second.see("Buổi máy này ghi");
    // Two taps before the first is done record it once.
    await second.button("Thay bằng buổi này").evaluate((button) => {
        button.click();
        button.click();
    });
    await second.see("Đã thay bằng việc khác");
    await second.go("/home");
    await second.see("2 trên 2 việc đã đến tỉnh");
    assert.match(office.run("verify"), /đều khớp/);

    // The phone whose meeting it was is told, until its reader has seen it.
    const told = first.page.getByText("Máy khác đã huỷ việc máy này ghi", { exact: false });
    await first.go("/home");
    await first.tap("Gửi ngay");
    await told.waitFor();
    // The meeting and the dues of it, each by its name.
    const undone = first.page.locator(`a.row[href="#/entry/${seq}"]`, { hasText: "09/11/2020" });
    assert.equal(await undone.count(), 2);
    await undone.first().click();
    await first.heading(/Bút toán/);
    await first.see("Đã huỷ");
    await first.go("/home");
    await first.tap("Tôi đã xem");
    await told.waitFor({ state: "detached" });
    await first.page.reload();
    await first.see("Tiền mặt trong hộp");
    await first.page.waitForFunction(() => !document.querySelector("main [data-loading]"));
    assert.equal(await told.count(), 0);

    // On both it is void: nothing of it is printed as valid or sent.
    for (const phone of [first, second]) {
        assert.equal(await phone.page.getByText("Máy khác đã huỷ").count(), 0);
        await phone.visit(`/minutes/${seq}`, "BIÊN BẢN SINH HOẠT");
        await phone.page.getByText("HỦY", { exact: true }).waitFor();
        for (const name of ["Chép để gửi Zalo", "Ảnh biên bản đã ký"]) {
            assert.equal(await phone.page.getByRole("link", { name }).count(), 0, name);
        }
        await phone.visit(`/share/${seq}`, "KẾT QUẢ BUỔI SINH HOẠT");
        await phone.see("Đã huỷ");
        assert.equal(await phone.page.getByTestId("share-text").count(), 0);
        await phone.visit(`/entry/${seq}`, /Bút toán/);
        await phone.see("Đã huỷ");
        assert.equal(await phone.page.getByRole("link", { name: "In biên bản" }).count(), 0);
    }
    await first.end();
    await second.end();
});

test("two phones type the same meeting: the second is a case and is taken back", async () => {
    const first = await new Phone(office, "first").enrol();
    const second = await new Phone(office, "second").enrol();
    await office.kill();
    for (const phone of [first, second]) await typed(phone, "2020-11-05");
    await office.start();
    await first.tap("Gửi ngay");
    await first.see("1 trên 1 việc đã đến tỉnh");
    await second.tap("Gửi ngay");
    await second.tap("1 việc chưa ghi được, cần xem lại");
    await second.heading("Việc chưa ghi được");
    await second.tap("Giữ buổi trong sổ, bỏ buổi này");
    await second.see("Đã rút lại");
    await second.go("/home");
    await second.see("1 trên 1 việc đã đến tỉnh");
    assert.match(office.run("verify"), /đều khớp/);
    await first.end();
    await second.end();
});

test("votes follow who is there until they are typed; too many are told of", async () => {
    const phone = await new Phone(office, "votes").practise();
    const { page } = phone;
    await phone.visit("/meeting", "Có mặt");
    const members = await page.locator("main button.row").count();
    await phone.visit("/meeting/3", steps.loans);
    const lend = async (who, votes) => {
        await phone.tap("Thêm khoản vay");
        await page.locator("dialog button.row", { hasText: who }).click();
        await phone.type(1000);
        await phone.see(/Tổng tiền lãi/);
        const agreed = page.getByLabel("Đồng ý", { exact: true });
        assert.equal(await agreed.inputValue(), String(members));
        if (votes) await agreed.fill(String(votes));
        await phone.tap("chăn nuôi");
        await phone.tap("Xong");
        await phone.button("Thêm khoản vay").waitFor();
    };
    await lend("Trần Văn Thử");
    await lend("Vũ Văn Học", members);
    const many = page.getByText(`${members} phiếu, mà chỉ có ${members - 1} người dự`);
    await phone.visit("/meeting/8", steps.check);
    await page.locator("a.row", { hasText: "Vũ Văn Học" }).waitFor();
    assert.equal(await many.count(), 0);
    await phone.visit("/meeting/0", "Có mặt");
    await page.locator("main button.row").nth(2).click();
    await phone.visit("/meeting/8", steps.check);
    await many.waitFor();
    assert.equal(await many.count(), 1);
    await page.locator("p.note", { hasText: "Vũ Văn Học" }).waitFor();
    await phone.visit("/meeting/3", steps.loans);
    await page.locator(".row", { hasText: "Vũ Văn Học" }).getByRole("button").first().click();
    await page.getByLabel("Đồng ý", { exact: true }).fill("3");
    await phone.tap("Xong");
    await phone.visit("/meeting/8", steps.check);
    assert.equal(await page.getByText("người dự").count(), 0);
    await phone.tap("Chốt buổi");
    await phone.see("Mã biên bản");
    await phone.see(new RegExp(`${members - 1} đồng ý`));
    await phone.see(/3 đồng ý/);
    // The next meeting is one tap from here.
    await phone.tap("Giấy mời họp để gửi Zalo");
    await phone.heading("GIẤY MỜI HỌP");
    await phone.end();
});

test("more than is owed is told beside the amount, and at the end with whose it is", async () => {
    const phone = await new Phone(office, "above").practise();
    const { page } = phone;
    await phone.visit("/meeting", "Có mặt");
    await phone.visit("/meeting/2", steps.repayments);
    await page.locator("main button.row", { hasText: "Nguyễn Thị Tập" }).click();
    await phone.tap(/^Gốc/);
    await phone.type(6000);
    const dialog = page.getByRole("dialog", { name: "Nguyễn Thị Tập" });
    await dialog.getByText("Quá số còn nợ 1.000.000").waitFor();
    // What ends the dialog covers nothing that has the focus.
    await page.setViewportSize({ width: 360, height: 420 });
    const payer = dialog.getByRole("button", { name: "Người khác" });
    await payer.focus();
    const [last, end] = await Promise.all([
        payer.boundingBox(),
        dialog.locator(".actions").last().boundingBox(),
    ]);
    assert.ok(last.y + last.height <= end.y + 1, `${last.y + last.height} > ${end.y}`);
    await dialog.getByRole("button", { name: "Xong" }).click();
    await phone.visit("/meeting/8", steps.check);
    await phone.see("Buổi này chưa chốt được");
    await page.getByText(/^Thu gốc, lãi · Nguyễn Thị Tập: Trả gốc quá số còn nợ/).waitFor();
    await phone.tap("Sửa");
    await phone.heading(steps.repayments);
    await dialog.getByText("Quá số còn nợ 1.000.000").waitFor();
    await dialog.getByRole("button", { name: "Trả hết" }).click();
    assert.equal(await dialog.getByText("Quá số còn nợ").count(), 0);
    await dialog.getByRole("button", { name: "Xong" }).click();
    await next(phone, steps.loans);
    await phone.end();
});

test("no page asks anything of a third party", () => {
    assert.deepEqual(strangers, []);
});
