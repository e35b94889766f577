// What belongs to the whole province: a scheme copied with another goal and changed by a decision,
// quotas pasted, a village of a split commune assigned, villages pasted, a cluster; and what
// somebody is shown who may record none of it.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { ask, commune, desk, done, go, province, send, shown, wait, ward } from "./desk.mjs";
import { Office } from "./office.mjs";

/// The first field that is wrong has the focus.
const atWrong = (page) =>
    page.waitForFunction(
        () => document.activeElement === document.querySelector('form [aria-invalid="true"]'),
    );

let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

test("a scheme is copied with another goal, then changed by a decision: both stand", async () => {
    const officer = await province(office, "tinh.de.an");
    const { page } = officer;
    await go(officer, "targets", "Đề án và chỉ tiêu");
    await shown(officer, "targets");
    // What runs comes first, then what has ended, the province's own before the country's.
    const order = await page
        .locator('tbody a[href^="#/targets/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute("href").split("/").at(-1)));
    assert.deepEqual(order, ["vietnam-1648", "thanh-hoa-5133", "vietnam-1336"]);
    await page.getByRole("link", { name: /tỉnh Thanh Hóa đến năm 2025/ }).click();
    await officer.see("Quyết định 5133/QĐ-UBND");
    await shown(officer, "targets-scheme");
    await officer.tap("Lập đề án mới từ đề án này");
    await officer.heading(/^Đề án mới, chép từ/);
    await officer.tap("Ghi vào sổ");
    await officer.see("Hãy điền mục này.");
    await page.getByLabel("Mã đề án").fill("Thanh Hóa 2030");
    await page.getByLabel("Tên đề án").fill("Đề án thử đến năm 2030");
    await page.getByLabel("Quyết định số").fill("Quyết định 1/QĐ-UBND");
    await page.getByLabel("Kết thúc").fill("2030-12-31");
    await page.getByLabel("Mục tiêu T1 (số)").fill("năm trăm");
    await officer.tap("Ghi vào sổ");
    await officer.see("«năm trăm» không phải là số.");
    await officer.see("Đây còn là tên của đề án cũ."); // the English one
    await page.getByLabel("Tên tiếng Anh", { exact: true }).fill("A scheme on trial to 2030");
    await page.getByLabel("Mục tiêu T1 (số)").fill("500");
    await page.getByLabel("Mục tiêu T3 (%)").fill("95,5");
    await officer.tap("Ghi vào sổ");
    await officer.see("Mã «Thanh Hóa 2030» chỉ được gồm chữ thường không dấu");
    await page.getByLabel("Mã đề án").fill("thanh-hoa-2030");
    const named = (id) => page.getByLabel(`Tên chỉ tiêu ${id}`, { exact: true }).inputValue();
    assert.equal(await named("T1"), "Thành lập mới 500 câu lạc bộ");
    for (const [goal, ...typed] of [
        ["Mục tiêu T2a (số)", "15.000", "x", "18.000"],
        ["Mục tiêu T3 (%)", "120", "92,5", "95,5"],
        ["Mục tiêu T4 (%)", "27,5"],
    ]) {
        for (const text of typed) {
            await page.getByLabel(goal).fill(text);
            await page.getByLabel(goal).blur();
        }
    }
    assert.equal(await named("T2a"), "18.000 thành viên trong câu lạc bộ mới");
    assert.match(await named("T3"), /^95,5 % số xã/);
    assert.match(await named("T4"), /^27,5 % số/);
    const english = page.getByLabel("Tên tiếng Anh T3", { exact: true });
    assert.match(await english.inputValue(), /^95\.5 % of/);
    await page.getByRole("checkbox", { name: /^T7 / }).uncheck();
    await page.reload(); // nothing that was typed is lost
    assert.equal(await page.getByLabel("Mục tiêu T3 (%)").inputValue(), "95,5");
    await shown(officer, "targets-new");
    await officer.tap("Ghi vào sổ");
    await officer.heading("Đề án thử đến năm 2030");
    await officer.see("Thành lập mới 500 câu lạc bộ");
    await wait(officer, "status?scheme=thanh-hoa-2030", '"goal":500');
    const made = await ask(officer, "status?scheme=thanh-hoa-2030");
    assert.ok(!made.targets.some((one) => one.id === "T7" && one.goal !== null));
    assert.equal(made.targets.find((one) => one.id === "T3").goal, 0.955);

    await officer.tap("Đổi chỉ tiêu theo quyết định");
    await officer.heading(/^Đổi chỉ tiêu/);
    const typed = () =>
        page.evaluate(() => sessionStorage.getItem(`lienthehe-form/${location.hash}`));
    assert.equal(await typed(), null); // nothing was typed
    await page.getByLabel("Mục tiêu T1 (số)").fill("9");
    await page.getByLabel("Quyết định số").fill("Quyết định 2/QĐ-UBND");
    assert.match(await typed(), /Quyết định 2/);
    // Over another version it is let go.
    await page.evaluate(() => {
        const key = `lienthehe-form/${location.hash}`;
        const kept = JSON.parse(sessionStorage.getItem(key));
        sessionStorage.setItem(key, JSON.stringify({ ...kept, version: "another" }));
    });
    await page.reload();
    await officer.heading(/^Đổi chỉ tiêu/);
    assert.equal(await page.getByLabel("Mục tiêu T1 (số)").inputValue(), "500");
    await page.getByLabel("Mục tiêu T1 (số)").fill("9");
    await page.getByRole("link", { name: "Thôi" }).click();
    await officer.tap("Đổi chỉ tiêu theo quyết định");
    await officer.heading(/^Đổi chỉ tiêu/);
    assert.equal(await page.getByLabel("Mục tiêu T1 (số)").inputValue(), "500");
    await page.getByLabel("Quyết định số").fill("Quyết định 2/QĐ-UBND");
    await page.getByLabel("Chỉ tiêu đổi có hiệu lực").fill("2026-07-01");
    await page.getByLabel("Mục tiêu T1 (số)").fill("550");
    await officer.tap("Ghi vào sổ");
    await officer.heading("Đề án thử đến năm 2030");
    await officer.see("550 từ 01/07/2026 (Quyết định 2/QĐ-UBND)");
    await officer.see(/^500 từ/);
    await shown(officer, "targets-changed");
    await go(officer, "targets", "Đề án và chỉ tiêu");
    await officer.see("Quyết định 1/QĐ-UBND"); // its own, not that of the change
    await go(officer, "targets/thanh-hoa-2030", "Đề án thử đến năm 2030");
    await wait(officer, "status?scheme=thanh-hoa-2030", '"goals":');
    await officer.tap("Xem tiến độ");
    await officer.see("550 từ 01/07/2026 (Quyết định 2/QĐ-UBND)");
    await done(officer);
});

test("villages of a split commune are assigned and are no longer open", async () => {
    const officer = await province(office, "tinh.dia.ban");
    const { page } = officer;
    await go(officer, "map", "Địa bàn");
    await officer.see("Bảo toàn: trước và sau bằng nhau");
    await shown(officer, "map");
    const { decisions } = await ask(officer, "map");
    assert.equal(decisions.filter((one) => one.kind === "split").length, 10);
    const open = decisions.find((one) => one.villages.length > 1);
    const card = page.locator("details.card", { hasText: open.name });
    await card.locator("summary").click();
    await card.getByRole("button", { name: "Giao các khu dân cư đã chọn" }).click();
    await card.getByText("Hãy chọn ít nhất một khu dân cư.").waitFor();
    await card.getByLabel(open.villages[0].name, { exact: true }).check();
    await card.getByLabel("Giao vào").selectOption({ label: open.choices[1].name });
    await shown(officer, "map-assign");
    await card.getByRole("button", { name: "Giao các khu dân cư đã chọn" }).click();
    await card.getByText("Hãy điền mục này.").waitFor(); // a legal text must be named
    await card.getByLabel("Văn bản số").fill("Quyết định 9/QĐ-UBND");
    await page.reload(); // nothing that was typed is lost
    assert.equal(await card.getByLabel("Văn bản số").inputValue(), "Quyết định 9/QĐ-UBND");
    assert.ok(await card.getByLabel(open.villages[0].name, { exact: true }).isChecked());
    await card.getByRole("button", { name: "Giao các khu dân cư đã chọn" }).click();
    await officer.see(`Đã giao 1 khu dân cư vào ${open.choices[1].name}.`);
    await card.getByText(`${open.villages.length - 1} khu dân cư chưa giao`).waitFor();
    const later = (await ask(officer, "map")).decisions.find((one) => one.unit === open.unit);
    assert.deepEqual(
        later.villages.map((one) => one.village),
        open.villages.slice(1).map((one) => one.village),
    );
    await done(officer);
});

test("an entry on the map is looked at and undone, with a reason", async () => {
    const officer = await province(office, "tinh.huy");
    const { page } = officer;
    const { book } = await ask(officer, "map");
    const { unit } = await ask(officer, `map/${ward}`);
    const renamed = { op: "unit.renamed", unit: unit.unit, name: "Phường Nhầm", evidence: "law" };
    const when = { on: "2026-03-01", from: "2026-03-01", legal_basis: "Nghị quyết 8" };
    assert.equal(await send(officer, book, { ...renamed, ...when }), 200);
    await wait(officer, `map/${ward}`, "Phường Nhầm");
    await go(officer, `map/${ward}`, "Phường Nhầm");
    const row = page.getByRole("row", { name: /Phường Nhầm/ });
    await row.getByRole("link", { name: /^bút toán/ }).click();
    await officer.heading(/^Bút toán/);
    await shown(officer, "entry");
    const entry = await page.evaluate(() => location.hash.slice(2));
    await officer.tap("Huỷ bước này");
    await page.getByLabel("Vì sao huỷ").fill("Gõ nhầm tên");
    await page.locator("form").getByRole("button", { name: "Huỷ bước này" }).click();
    await wait(officer, `map/${ward}`, '"name":"Phường Nguyệt Viên"');
    await go(officer, `map/${ward}`, "Phường Nguyệt Viên");
    await go(officer, entry, /^Bút toán/);
    await officer.see("(đã huỷ)");
    await officer.see("văn bản pháp luật (nêu số)");
    assert.equal(await officer.button("Huỷ bước này").count(), 0, "what is undone is undone once");
    await done(officer);
});

test("a unit has its story, its villages and its form", async () => {
    const officer = await province(office, "tinh.don.vi");
    const { page } = officer;
    await go(officer, "map", "Địa bàn");
    await page.getByLabel(/^Tìm xã, phường/).fill("nguyet vien");
    await page.getByRole("link", { name: "Phường Nguyệt Viên" }).click();
    await officer.heading("Phường Nguyệt Viên");
    await officer.see("Nghị quyết 1686/NQ-UBTVQH15");
    await shown(officer, "map-unit");
    await officer.tap("Nhập tên nhiều khu dân cư");
    await officer.heading("Khu dân cư của Phường Nguyệt Viên");
    await page.getByLabel("Tên khu dân cư").fill("Phố Mới Một\nPhố Mới Hai\nphố mới một");
    await officer.see("Dòng 3: tên này đã có ở dòng 1");
    await page.getByLabel("Có hiệu lực từ ngày").fill("2026-01-01");
    await shown(officer, "map-villages");
    await page.getByLabel("Tên khu dân cư").fill("Phố Mới Một\n2. Phố Mới Hai");
    await officer.tap("Ghi 2 dòng");
    await officer.heading("Phường Nguyệt Viên");
    await officer.see(/^Phố Mới Hai/);
    await officer.tap("Đổi tên");
    await officer.heading("Đổi tên: Phường Nguyệt Viên");
    await page.getByLabel("Tên đầy đủ").fill("Phường Nguyệt Viên Mới");
    await officer.tap("Lưu");
    await officer.see("Có hiệu lực từ ngày: Hãy điền mục này.");
    await page.getByLabel("Có hiệu lực từ ngày").fill("2026-02-01");
    await page.getByLabel("Văn bản số").fill("Nghị quyết 7/NQ-HĐND");
    await shown(officer, "map-rename");
    await officer.tap("Lưu");
    await officer.heading("Phường Nguyệt Viên Mới");
    await officer.see("đổi tên: Phường Nguyệt Viên → Phường Nguyệt Viên Mới");
    await officer.tap("Xếp vùng, loại khu vực");
    await page.getByLabel("vùng sâu, vùng xa").check();
    await page.getByLabel("Có hiệu lực từ ngày").fill("2026-03-01");
    await page.getByLabel("Căn cứ là").selectOption("list");
    await officer.tap("Lưu");
    await officer.see(/vùng sâu, vùng xa · danh mục chính thức/);
    // Of two of one day the later holds, and the other says so.
    await officer.tap("Xếp vùng, loại khu vực");
    await page.getByLabel("Có hiệu lực từ ngày").fill("2026-03-01");
    await page.getByLabel("Căn cứ là").selectOption("list");
    await officer.tap("Lưu");
    await officer.see(/vùng sâu, vùng xa\s+· đã thay bằng bút toán \d+/);
    // Not before the reform that made it.
    await officer.tap("Xếp vùng, loại khu vực");
    await page.getByLabel("Có hiệu lực từ ngày").fill("2019-01-01");
    await page.getByLabel("Căn cứ là").selectOption("list");
    await officer.tap("Lưu");
    await officer.see(/«Phường Nguyệt Viên Mới» .*không tồn tại ngày 01\/01\/2019/);
    await go(officer, "map", "Địa bàn");
    await page.getByLabel(/^Tìm xã, phường/).fill("nguyet vien");
    await page.getByRole("link", { name: "Phường Nguyệt Viên Mới" }).click();
    await page.getByRole("link", { name: "xếp loại: Phố Mới Hai" }).click();
    await officer.heading("Xếp vùng, loại khu vực: Phố Mới Hai");
    await officer.see("Chưa ghi riêng; tính theo xã: vùng sâu, vùng xa.");
    assert.ok(await page.getByLabel("vùng sâu, vùng xa").isChecked());
    await page.getByLabel("khu vực I", { exact: true }).check();
    await page.getByLabel("khu vực II", { exact: true }).check();
    await page.getByLabel("Có hiệu lực từ ngày").fill("2026-04-01");
    await page.getByLabel("Căn cứ là").selectOption("list");
    await officer.tap("Lưu");
    await officer.see("Vùng, loại: Chỉ một trong ba khu vực I, II, III.");
    await atWrong(page);
    await shown(officer, "map-village-classes");
    await page.getByLabel("khu vực II", { exact: true }).uncheck();
    await officer.tap("Lưu");
    await officer.heading("Phường Nguyệt Viên Mới");
    await officer.see(/· vùng sâu, vùng xa, khu vực I$/);
    await page.getByRole("link", { name: "xếp loại: Phố Mới Hai" }).click();
    await officer.see(/^từ 01\/04\/2026: vùng sâu, vùng xa, khu vực I · danh mục chính thức/);
    await done(officer);
});

test("a unit is created on screen and has its story from then on", async () => {
    const officer = await province(office, "tinh.lap.xa");
    const { page } = officer;
    await go(officer, "map", "Địa bàn");
    await officer.tap("+ Lập đơn vị mới");
    await officer.heading("Lập đơn vị mới");
    await officer.tap("Lưu");
    await officer.see("Tên đầy đủ: Hãy điền mục này.");
    await atWrong(page);
    await page.getByLabel("Loại đơn vị").selectOption("ward");
    await page.getByLabel("Tên đầy đủ").fill("Phường Sông Mới");
    await page.getByLabel("Mã đơn vị").fill(ward);
    await page.getByLabel("Đơn vị cấp trên").selectOption({ label: "Tỉnh Thanh Hóa" });
    assert.equal(await page.getByLabel("Đơn vị cấp trên").locator("option").count(), 2);
    await page.getByLabel("Có hiệu lực từ ngày").fill("2026-08-01");
    await page.getByLabel("Văn bản số").fill("Nghị quyết 12/NQ-HĐND");
    await page.reload(); // nothing that was typed is lost
    assert.equal(await page.getByLabel("Tên đầy đủ").inputValue(), "Phường Sông Mới");
    await officer.tap("Lưu");
    await officer.see(/^Mã đơn vị: Ngày .* có hai đơn vị cùng mã 15925\.$/);
    await atWrong(page);
    await shown(officer, "map-new");
    await page.getByLabel("Mã đơn vị").fill("99001");
    await officer.tap("Lưu");
    await officer.heading("Phường Sông Mới");
    await officer.see("thành lập: Phường Sông Mới");
    await officer.see("đang tồn tại");
    await page.getByRole("link", { name: /^bút toán/ }).click();
    await officer.see("Lập đơn vị mới");
    await officer.see("Mã đơn vị: 99001");
    await done(officer);
});

test("communes that go whole into a new one are certified; nothing is left to decide", async () => {
    const officer = await province(office, "tinh.sap.xep");
    const { page } = officer;
    const { decisions } = await ask(officer, "map");
    const split = decisions.flatMap((one) => one.choices.map((choice) => choice.name));
    const [one, two] = (await ask(officer, "units")).units
        .filter(({ level, code }) => level === "commune" && code !== ward)
        .filter(({ name }) => !split.includes(name))
        .slice(-2);
    await go(officer, "map/new", "Lập đơn vị mới");
    await page.getByRole("link", { name: /^Sắp xếp nhiều xã cùng lúc/ }).waitFor();
    await page.getByLabel("Tên đầy đủ").fill("Xã Hợp Nhất");
    await page.getByLabel("Mã đơn vị").fill(one.code); // goes on as its own
    await page.getByLabel("Đơn vị cấp trên").selectOption({ label: "Tỉnh Thanh Hóa" });
    await page.getByLabel("Có hiệu lực từ ngày").fill("2026-09-01");
    await page.getByText(/^Nhận toàn bộ từ/).click();
    const whole = page.locator("details", { hasText: "Nhận toàn bộ từ" });
    for (const { name } of [one, two]) await whole.getByLabel(name, { exact: true }).check();
    await page.getByLabel("Căn cứ là").selectOption("list");
    await officer.tap("Lưu");
    await officer.see("Văn bản số: Hãy điền mục này."); // a reform names its resolution
    await page.getByLabel("Văn bản số").fill("Nghị quyết 15/NQ-HĐND");
    await shown(officer, "map-merge");
    await officer.tap("Lưu");
    await officer.heading("Xã Hợp Nhất");
    await officer.see("nhận toàn bộ từ");
    await wait(officer, "map", '"effective":"2026-09-01"');
    const after = await ask(officer, "map");
    const made = after.reforms.find((reform) => reform.effective === "2026-09-01");
    assert.ok(made.conserved);
    assert.deepEqual([made.merged_whole, made.split], [2, 0]);
    assert.deepEqual(
        after.decisions.map(({ unit }) => unit),
        decisions.map(({ unit }) => unit),
    );
    await go(officer, "map", "Địa bàn");
    await officer.see("Sắp xếp từ ngày 01/09/2026");
    // Of communes that were merged unit by unit, too.
    await officer.see("Sắp xếp từ ngày 01/01/2025");
    await done(officer);
});

test("quotas are pasted from a sheet; what cannot be read is said by line", async () => {
    const officer = await province(office, "tinh.chi.tieu");
    const { page } = officer;
    const { units } = await ask(officer, "units");
    const communes = units.filter((one) => one.level === "commune");
    const [one, two] = communes;
    await go(officer, "scheme/quotas", "Chỉ tiêu thành lập");
    const opens = officer.button("Mở sổ của Hội");
    await page.getByRole("link", { name: "Dán bảng chỉ tiêu" }).or(opens).first().waitFor();
    if (await opens.isVisible()) await opens.click();
    await page.getByRole("link", { name: "Dán bảng chỉ tiêu" }).click();
    await officer.heading("Giao chỉ tiêu: dán từ Excel");
    const box = page.getByLabel("Bảng chỉ tiêu");
    await box.fill(
        `${one.code}\t2027\t3\n${two.name};2027;2\nXã Không Có;2027;1\n${one.code}\t27\t3`,
    );
    await officer.see("Dòng 3: không có đơn vị «Xã Không Có» trên bản đồ hôm nay");
    await officer.see("Dòng 4: «27» không phải là năm");
    await officer.see("Đọc được 2 dòng; 2 dòng chưa đúng.");
    await shown(officer, "quotas-paste");
    await page.getByLabel("Theo văn bản số").fill("Công văn 3");
    await page.reload();
    assert.match(await box.inputValue(), /Xã Không Có/); // nothing that was pasted is lost
    // A table whose columns are years, and what of it cannot be told.
    await box.fill(`Đơn vị\tNăm 2028\t2029\n${one.code}\t4\t\n${two.name}\t1\t6`);
    await officer.see("Đọc được 2 dòng; 0 dòng chưa đúng.");
    await officer.button("Ghi 3 dòng").waitFor();
    await box.fill(`Đơn vị;2028;2029;Tổng\n${one.code};4;5;9`);
    await officer.see(/^Dòng 1: dòng đầu có các năm nhưng «Tổng» không phải là năm/);
    await box.fill(`${one.code};2028;2029\n${two.code};4;5`);
    await officer.see(/^Dòng 1: không rõ đây là dòng ghi các năm hay chỉ tiêu/);
    await box.fill(`;2028;2028\n${one.code};4;5`);
    await officer.see("Dòng 1: năm 2028 có hai cột");
    await box.fill(`${one.code}\t2027\t3\n${two.name};2027;2`);
    await officer.tap("Ghi 2 dòng");
    await officer.heading("Chỉ tiêu thành lập");
    const quotas = async () =>
        (await ask(officer, "quotas")).quotas.filter((line) => line.year === 2027);
    await wait(officer, "quotas", '"year":2027');
    assert.deepEqual(
        (await quotas()).map((line) => [line.unit_code, line.assigned]).sort(),
        [
            [one.code, 3],
            [two.code, 2],
        ].sort(),
    );
    await done(officer);
});

test("a cluster is set and asked about like a unit", async () => {
    const officer = await province(office, "tinh.cum");
    const { page } = officer;
    await go(officer, "map/clusters", "Cụm xã, phường");
    await officer.see("Chưa có cụm nào.");
    await page.getByRole("link", { name: "+ Lập cụm" }).click();
    await officer.heading("Lập cụm");
    await officer.tap("Lưu");
    await officer.see("Hãy điền mục này.");
    await page.getByLabel("Tên cụm").fill("Cụm Sông Mã");
    await page.getByLabel("Từ ngày").fill("2026-01-01");
    const choices = page.locator(".many label");
    await choices.nth(0).click();
    await choices.nth(1).click();
    await shown(officer, "cluster-new");
    await officer.tap("Lưu");
    await officer.heading("Cụm xã, phường");
    await officer.see("2 xã, phường");
    await officer.see(/mã cum-/);
    await shown(officer, "clusters");
    await page.getByRole("link", { name: "Xem tiến độ" }).click();
    await officer.heading(/Cụm Sông Mã/);

    // Its officer's account is made by its name; he reads the register, too.
    await go(officer, "accounts", "Người dùng");
    await officer.tap("Thêm người dùng");
    await page.getByLabel("Tên đăng nhập").fill("cum.song.ma");
    await page.getByLabel("Họ và tên").fill("Cán bộ cụm");
    await page.getByLabel("Vai trò").selectOption({ label: "Cán bộ huyện, cụm" });
    await page.locator('datalist option[value^="Cụm Sông Mã"]').waitFor({ state: "attached" });
    await page.getByLabel("Mã đơn vị").fill("Cụm Sông Mã");
    await officer.tap("Thêm người dùng");
    await page.getByRole("dialog").getByRole("button", { name: "Đóng" }).click();
    await page.getByRole("cell", { name: /Cán bộ huyện, cụm\s*· Cụm Sông Mã/ }).waitFor();
    const { clusters } = await ask(officer, "clusters");
    const below = await desk(office, "cum.hai", "district", clusters[0].unit);
    await below.heading("Câu lạc bộ");
    await below.page.getByRole("link", { name: "Thành lập" }).first().click();
    await below.heading("Thành lập và vòng đời CLB");

    // What it was before a change stays to be seen; a second of its name is not set up.
    await go(officer, "map/clusters", "Cụm xã, phường");
    await officer.tap("Đổi cụm");
    await officer.heading("Đổi cụm: Cụm Sông Mã");
    await page.getByLabel("Từ ngày").fill("2026-03-01");
    await page.locator(".many label").nth(2).click();
    await officer.tap("Lưu");
    await officer.see("3 xã, phường");
    await page.getByText("Các thời kỳ: 2").click();
    await page.getByText("từ 01/01/2026: 2 xã, phường").click();
    await officer.see("từ 01/03/2026: 3 xã, phường");
    await page.getByRole("link", { name: "+ Lập cụm" }).click();
    await page.getByLabel("Tên cụm").fill("cụm  sông mã");
    await page.getByLabel("Từ ngày").fill("2026-01-01");
    await page.locator(".many label").first().click();
    await officer.tap("Lưu");
    await officer.see(/Đã có cụm «Cụm Sông Mã» từ 01\/03\/2026/);
    await done(officer, below);
});

test("a commune confirms its figures and names its villages, and no more", async () => {
    const officer = await commune(office, "xa.xac.nhan");
    const { page } = officer;
    await go(officer, `map/${ward}`, /^Phường Nguyệt Viên/);
    const offered = await page.locator("main .actions a.button").allInnerTexts();
    const may = ["Xác nhận số khu dân cư, dân số", "Nhập tên nhiều khu dân cư"];
    assert.deepEqual(offered, [...may, "Đổi tên khu dân cư"]);
    assert.equal(await page.getByRole("link", { name: /^xếp loại/ }).count(), 0);
    await shown(officer, "map-commune");
    await officer.tap("Nhập tên nhiều khu dân cư");
    await page.getByLabel("Tên khu dân cư").fill("Phố Xã Nhập");
    await page.getByLabel("Có hiệu lực từ ngày").fill("2026-01-01");
    await officer.tap("Ghi 1 dòng");
    await officer.heading(/^Phường Nguyệt Viên/);
    await officer.see(/^Phố Xã Nhập/);
    await officer.tap("Đổi tên khu dân cư");
    await page.getByLabel("Khu dân cư").selectOption({ label: "Phố Xã Nhập" });
    await page.getByLabel("Tên đầy đủ").fill("Phố Xã Đổi");
    await page.getByLabel("Có hiệu lực từ ngày").fill("2026-02-01");
    await page.getByLabel("Căn cứ là").selectOption("list");
    await officer.tap("Lưu");
    await officer.see(/^Phố Xã Đổi/);
    await officer.tap("Xác nhận số khu dân cư, dân số");
    await page.getByLabel("Số khu dân cư").fill("31");
    await officer.tap("Lưu");
    await officer.see(/Số khu dân cư 31/);

    const { decisions, book } = await ask(officer, "map");
    const { unit } = decisions[0].choices[0];
    await go(officer, `map/${unit}`, /^(Xã|Phường)/);
    assert.equal(await page.locator("main .actions a.button").count(), 0);
    const elsewhere = { op: "unit.reported", on: "2026-06-01", unit, as_of: "2026-06-01" };
    const told = { villages: 9, villages_complete: false, evidence: "list" };
    assert.equal(await send(officer, book, { ...elsewhere, ...told }), 403);
    // A club that is not his is not said to be at another stage.
    await go(officer, "register/01890000-0000-7000-8000-000000000001", "Thành lập và vòng đời CLB");
    await officer.see("Không có câu lạc bộ này, hoặc nó không thuộc địa bàn của bạn.");
    await done(officer);
});

test("whoever may not record is offered nothing to record", async () => {
    const below = await commune(office, "xa.chi.xem");
    await go(below, "map", "Địa bàn");
    await below.see("Bảo toàn: trước và sau bằng nhau");
    const { decisions, book } = await ask(below, "map");
    await below.page.locator("details.card summary").first().click();
    assert.equal(await below.page.getByRole("button", { name: /^Giao các/ }).count(), 0);
    await go(below, `map/${ward}`, /^Phường Nguyệt Viên/);
    assert.equal(await below.page.getByRole("link", { name: /^Đổi tên$/ }).count(), 0);
    await go(below, `map/${ward}/unit.renamed`, /^Phường Nguyệt Viên/); // the story, no form
    await go(below, "map/new", "Địa bàn");
    assert.equal(await below.page.getByRole("link", { name: /Lập đơn vị mới/ }).count(), 0);
    await go(below, "targets/thanh-hoa-5133/copy", /đến năm 2025/);
    assert.equal(await below.page.getByRole("button", { name: "Ghi vào sổ" }).count(), 0);
    await go(below, "scheme/quotas/paste", "Chỉ tiêu thành lập");
    const { unit } = decisions[0].choices[0];
    const op = { op: "unit.renamed", on: "2026-01-01", unit, name: "Xã Khác" };
    Object.assign(op, { from: "2026-01-01", evidence: "list" });
    assert.equal(await send(below, book, op), 403);
    await done(below);
});
