// A club is merged on screen: what stands in its way is named, everything goes over with its
// people, and the ward's totals stay; a new club's capital is written down by its sources.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, commune, done, go, openBook, province, send, shown, wait, ward } from "./desk.mjs";
import { Office, taoTru } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
after(() => office.close());

test("a club goes over to its neighbour to the đồng, and ends", async () => {
    const officer = await commune(office, "xa.sap.nhap");
    const { page } = officer;
    const totals = async () => {
        const { measures } = await ask(officer, `status?unit=${ward}`);
        const { members, members_women, capital, loans_outstanding, operating_fund } = measures;
        return { members, members_women, capital, loans_outstanding, operating_fund };
    };
    const estate = (book) => ask(officer, `books/${book}/estate`);
    let into;
    for (const club of (await ask(officer, "my/clubs?limit=100")).clubs) {
        const { status, book_opened } = await estate(club.book);
        if (club.book !== taoTru && status === "active" && book_opened) into ??= club;
    }
    assert.ok(into, "no club to merge into");
    const pick = async () => {
        await page.getByLabel("Tìm câu lạc bộ").fill(into.name);
        await page
            .getByRole("button", { name: `${into.name}, ${into.commune}` })
            .first()
            .click();
        await page.getByRole("button", { name: "Bỏ", exact: true }).waitFor();
    };
    const before = await totals();
    const { people } = await estate(taoTru);

    await go(officer, `register/${taoTru}/club.closing`, "Bắt đầu kết thúc: Tào Trụ");
    await officer.tap("Lưu");
    await officer.see("Còn vướng trước khi giải thể, sáp nhập");
    await officer.see("Tiền mặt · Quỹ tăng thu nhập");
    await shown(officer, "register-closing");
    // Single people are closed to the province until it says why.
    const above = await province(office, "tinh.tham.tra");
    await go(above, `register/${taoTru}`, "Tào Trụ");
    await above.see(/\d+ khoản vay chưa trả hết/);
    assert.equal(await above.page.getByText("Từng người còn nợ").count(), 0);
    await above.page.getByLabel("Lý do").fill("Thẩm tra hồ sơ sáp nhập");
    await above.tap("Mở sổ với lý do này");
    await above.see("Từng người còn nợ");
    await shown(above, "register-closing-province");
    await page.getByRole("link", { name: "Sáp nhập", exact: true }).click();
    await officer.heading("Sáp nhập: Tào Trụ");
    await pick();
    await officer.tap("Lưu");
    await officer.see(/Quỹ tăng thu nhập còn .*phải bằng 0/);

    await go(officer, `register/${taoTru}/handover`, "Bàn giao quỹ: Tào Trụ");
    // Clubs nearby come first; of a part it is proposed what goes along with the people's shares.
    await page.waitForFunction(
        (commune) => document.querySelector(".found button")?.textContent.includes(commune),
        into.commune,
    );
    const way = page.getByRole("combobox", { name: "Bàn giao" });
    await way.selectOption("part");
    for (const one of await page.getByRole("checkbox").all()) await one.check();
    await page.getByRole("button", { name: /^Cho cân: thêm / }).click();
    await page.getByText("Còn lệch").waitFor({ state: "detached" });
    await shown(officer, "register-split");
    await way.selectOption("all");
    await officer.tap("Bàn giao");
    await page.getByText("Hãy điền mục này.").nth(1).waitFor(); // the club and the decision
    await pick();
    await page.getByLabel("Quyết định số").fill("15/QĐ-UBND");
    await shown(officer, "register-handover");
    await officer.tap("Bàn giao");
    await officer.see("Không còn tiền, vốn hay khoản vay nào");
    await officer.see("đã nhận");
    assert.deepEqual(await totals(), before);
    const named = people.filter((person) => person.in_club && person.name).map((one) => one.name);
    const there = (await estate(into.book)).people.map((person) => person.name);
    assert.ok(named.length);
    for (const name of named) assert.ok(there.includes(name), name);

    await page.getByRole("link", { name: "Sáp nhập", exact: true }).click();
    await officer.heading("Sáp nhập: Tào Trụ");
    // The club that took everything is proposed, and no other is taken.
    const chosen = page.getByRole("group", { name: "Sáp nhập vào" });
    await chosen.getByText(into.name).waitFor();
    await page.getByRole("button", { name: "Bỏ", exact: true }).click();
    await page.locator(".found button", { hasNotText: into.name }).first().click();
    await officer.tap("Lưu");
    await officer.see(`Mọi thứ đã bàn giao cho ${into.name}`);
    await page.getByRole("button", { name: "Bỏ", exact: true }).click();
    await go(officer, `register/${taoTru}`, "Tào Trụ");
    await page.getByRole("link", { name: "Sáp nhập", exact: true }).click();
    await chosen.getByText(into.name).waitFor();
    await page.getByRole("button", { name: "Bỏ", exact: true }).waitFor();
    await officer.tap("Lưu");
    await officer.see("đã sáp nhập");
    assert.deepEqual(await totals(), before);
    await done(officer, above);
});

test("a new club's capital is written down by its sources", async () => {
    const officer = await commune(office, "xa.von");
    const { page } = officer;
    await go(officer, "register/new/club.proposed", "Đề nghị thành lập CLB");
    await page.getByLabel("Tên", { exact: true }).fill("Bến Đò");
    await page.getByLabel("Thôn đặt trụ sở").selectOption({ index: 1 });
    await page.getByLabel("Vốn ban đầu theo hồ sơ").fill("50.000.000");
    await officer.tap("Lưu");
    await officer.heading("Bến Đò");
    await officer.see("○ đơn xin thành lập"); // all that the scheme asks for
    for (const [name, fill] of [
        ["Quyết định thành lập", () => page.getByLabel("Số, ký hiệu").fill("12/QĐ-UBND")],
        ["Ra mắt", () => undefined],
    ]) {
        await page.getByRole("link", { name, exact: true }).click();
        await officer.heading(`${name}: Bến Đò`);
        await fill();
        await officer.tap("Lưu");
        await officer.heading("Bến Đò");
    }
    // What a care fund gave is offered, and proposed as what came.
    await page.waitForURL(/register\/[0-9a-f-]{36}$/); // the launch is recorded
    const club = page.url().split("/").at(-1);
    await openBook(officer);
    const { associations } = await ask(officer, "my/associations");
    const fund = associations.find((one) => one.own).book;
    const told = {
        on: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
        level: "commune",
    };
    const held = { cash: 30_000_000, bank: 0, goods: 0, free: 30_000_000, bound: [] };
    const given = { account: "cash", amount: 30_000_000, purpose: "club_founding" };
    const grant = { grant: "00000000G1", club, to: "income", ...given };
    assert.equal(await send(officer, fund, { op: "care.opened", ...told, ...held }), 200);
    assert.equal(await send(officer, fund, { op: "care.granted", ...told, ...grant }), 200);
    await wait(officer, `books/${club}/grants`, "00000000G1");
    const capital = "Ghi vốn ban đầu theo nguồn";
    await go(officer, `register/${club}/capital`, `${capital}: Bến Đò`);
    await page.getByLabel(/^Khoản hỗ trợ/).selectOption("00000000G1");
    assert.equal(await page.getByLabel("Số tiền").inputValue(), "30000000");
    await officer.tap("Thêm nguồn");
    await page
        .getByRole("combobox", { name: /^Nguồn/ })
        .nth(1)
        .selectOption("commune");
    await page.getByLabel("Số tiền").nth(1).fill("15 triệu");
    await officer.tap("Lưu");
    await officer.see("Không đọc được «15 triệu».");
    await page.getByLabel("Số tiền").nth(1).fill("15.000.000");
    await officer.see(/Cộng 45\.000\.000/);
    await shown(officer, "register-capital");
    await officer.tap("Lưu");
    await officer.heading("Bến Đò");
    await officer.see(/^45\.000\.000/);
    await officer.see(/Vốn: xã · Quỹ tăng thu nhập: 15\.000\.000/);
    await wait(officer, "matters/care_fund?op=care.granted", '"grant":"matched"');
    await done(officer);
});
