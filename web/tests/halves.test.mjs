// A grant that two books tell differently is mended from the desk, whichever half is wrong; what a
// club is to tell besides, and an entry of its book that is undone as a whole.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, commune, done, go, openBook, send, shown, wait } from "./desk.mjs";
import { Office, taoTru } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
after(() => office.close());

const on = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const given = { on, level: "commune", account: "cash", purpose: "club_founding" };
const grants = "matters/care_fund?op=care.granted&limit=500";

/// With a care fund that has given something to Tào Trụ: its matter's address.
async function grant(officer, code, to) {
    const { associations } = await ask(officer, "my/associations");
    const { book } = associations.find((one) => one.own);
    const held = { cash: 30_000_000, bank: 0, goods: 0, free: 30_000_000, bound: [] };
    await send(officer, book, { op: "care.opened", on, level: "commune", ...held });
    const made = { op: "care.granted", ...given, grant: code, club: taoTru, to, amount: 2_000_000 };
    assert.equal(await send(officer, book, made), 200);
    await wait(officer, grants, code);
    const { matters } = await ask(officer, grants);
    const [step] = matters.find((one) => one.steps[0].body.includes(code)).steps;
    return `scheme/care_fund/${book}/${step.seq}/${step.op_index}`;
}

test("the club's half of a grant is undone in its book, with a reason, and told anew", async () => {
    const officer = await commune(office, "xa.hai.so");
    const { page } = officer;
    await openBook(officer);
    const matter = await grant(officer, "00000000G1", "income");
    const capital = "Ghi vốn ban đầu theo nguồn";
    const tell = async (amount) => {
        await officer.heading(`${capital}: Tào Trụ`);
        const day = page.getByLabel("Ngày của việc");
        assert.notEqual(await day.inputValue(), on); // when the club was launched
        await page.getByLabel(/^Khoản hỗ trợ/).selectOption("00000000G1");
        assert.equal(await day.inputValue(), on); // it came no sooner than it was given
        assert.equal(await page.getByLabel("Số tiền").inputValue(), "2000000");
        await page.getByLabel("Số tiền").fill(amount);
        await officer.tap("Lưu");
        await officer.heading("Tào Trụ");
    };
    await go(officer, `register/${taoTru}/capital`, `${capital}: Tào Trụ`);
    await tell("1.500.000");
    await wait(officer, grants, "amounts_differ");
    await go(officer, matter, "Hỗ trợ câu lạc bộ");
    await officer.see(/^Hai sổ ghi số tiền khác nhau/);
    await shown(officer, "grant-differs");
    await page.getByRole("link", { name: /^Sửa ở sổ câu lạc bộ Tào Trụ: bút toán \d+$/ }).click();
    await officer.heading(/^Bút toán/);
    await officer.tap("Huỷ bước này");
    await page.getByLabel("Vì sao huỷ").fill("Gõ nhầm số tiền");
    await shown(officer, "club-entry-undo");
    await page.locator("form").getByRole("button", { name: "Huỷ bước này" }).click();
    await officer.see("(đã huỷ)");
    assert.equal(await officer.button("Huỷ bước này").count(), 0);
    await wait(officer, grants, "fund_only");
    await page.getByRole("link", { name: capital }).click();
    await tell("2.000.000");
    await wait(officer, grants, "matched");

    // Another club of the commune tells it, too: its half is led to as well.
    const { clubs } = await ask(officer, "my/clubs?limit=100");
    const other = clubs.find((one) => one.book !== taoTru);
    const came = { op: "capital.received", on, account: "cash", source: "commune" };
    const half = { ...came, amount: 2_000_000, grant: "00000000G1" };
    const status = await send(officer, other.book, half);
    assert.equal(status, 200);
    await wait(officer, grants, '"grant":"twice"');
    await go(officer, matter, "Hỗ trợ câu lạc bộ");
    await officer.see(/^Một khoản được ghi nhiều lần/);
    for (const name of ["Tào Trụ", other.name]) {
        await page.getByRole("link", { name: `Sửa ở sổ câu lạc bộ ${name}: bút toán` }).waitFor();
    }
    const there = page.locator("p", { hasText: other.name });
    await there.getByRole("link", { name: "Trang sổ" }).waitFor();
    await shown(officer, "grant-twice");
    await done(officer);
});

test("a grant to a club's work comes with the month's paper, and that is said", async () => {
    const officer = await commune(office, "xa.cung.phieu");
    const { page } = officer;
    const matter = await grant(officer, "00000000G2", "operating");
    await go(officer, matter, "Hỗ trợ câu lạc bộ");
    await officer.see(/^Câu lạc bộ ghi khoản này cùng phiếu của tháng nhận tiền/);
    await shown(officer, "grant-operating");
    await page.getByRole("link", { name: /^Nhập phiếu tháng/ }).click();
    await officer.heading(/^Tào Trụ: phiếu tháng/);
    await done(officer);
});

test("money of a closed period is undone under today's date, all else under its own", async () => {
    const officer = await commune(office, "xa.ky.da.khoa");
    const { page } = officer;
    const work = await ask(officer, "my/work?limit=50&on=2020-10-31");
    const { months } = work.clubs.find((one) => one.book === taoTru);
    const { seq } = months.find((one) => one.month === "2020-10");
    const closed = { op: "period.closed", on, until: "2020-10-31", balances: [] };
    assert.equal(await send(officer, taoTru, closed), 200);
    await go(officer, `entry/${taoTru}/${seq}`, /^Bút toán/);
    const dues = page.locator("li.card", { hasText: "Thu đóng góp" }).first();
    await dues.getByRole("button", { name: "Huỷ bước này" }).click();
    await page.getByLabel("Vì sao huỷ").fill("Thu nhầm");
    await page.locator("form").getByRole("button", { name: "Huỷ bước này" }).click();
    await dues.getByText("(đã huỷ)").waitFor();
    const { entries } = await ask(officer, `books/${taoTru}/entries?after=${seq}&limit=500`);
    const [undone] = JSON.parse(entries.at(-1).body).ops;
    assert.equal(undone.on, on);
    await done(officer);
});

test("a month's paper is undone as a whole, and typed again", async () => {
    const officer = await commune(office, "xa.huy.buoi");
    const { page } = officer;
    const cellOf = async () => {
        const work = await ask(officer, "my/work?limit=50&on=2020-10-31");
        const { months } = work.clubs.find((one) => one.book === taoTru);
        return months.find((one) => one.month === "2020-10");
    };
    const { seq } = await cellOf();
    await go(officer, `entry/${taoTru}/${seq}`, /^Bút toán/);
    await officer.see(/^Sai một dòng thì huỷ dòng ấy/);
    const meeting = page.locator("li.card", { hasText: "Buổi sinh hoạt" }).first();
    assert.equal(await meeting.getByRole("button").count(), 0); // not without its lines
    await officer.tap("Huỷ cả bút toán");
    await page.getByLabel("Vì sao huỷ").fill("Nhập nhầm phiếu của câu lạc bộ khác");
    await shown(officer, "club-entry-all");
    await page.locator("form").getByRole("button", { name: "Huỷ cả bút toán" }).click();
    await page.getByRole("link", { name: "Nhập lại phiếu tháng 10/2020" }).waitFor();
    assert.equal(await officer.button("Huỷ cả bút toán").count(), 0);
    assert.equal((await cellOf()).state, "none");
    const { entries } = await ask(officer, `books/${taoTru}/entries?after=${seq}&limit=500`);
    const days = JSON.parse(entries.at(-1).body).ops.map((op) => op.on);
    assert.deepEqual([...new Set(days)].sort(), ["2020-10-03", on]); // doings are not money
    await page.getByRole("link", { name: "Nhập lại phiếu tháng 10/2020" }).click();
    await officer.heading("Tào Trụ: phiếu tháng 10/2020");
    await done(officer);
});
