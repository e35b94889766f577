// What goes wrong where nobody looks: a second card, a book that cannot be read or goes while it is
// sent, what a server will not have, a second tap.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { Front } from "./front.mjs";
import { Office, Phone } from "./office.mjs";

let office;
let front;
before(async () => {
    office = await Office.open();
});
// Each test has a door of its own.
beforeEach(async () => {
    await front?.close();
    front = await Front.open(office.port, process.env.LTH_WEB);
});
after(async () => {
    await front.close();
    await office.close();
});

const at = () => Object.assign(Object.create(office), { address: front.address });
const newPhone = (name) => new Phone(at(), name);

const noWay = () => (front.refuses = (_, path) => (path === "/api/v1/sync" ? 503 : undefined));
const aWay = () => (front.refuses = () => undefined);

async function saved(phone, name) {
    const waits = phone.page.waitForEvent("download");
    await phone.tap(name);
    return (await waits).path();
}

/// Works in the phone's database: `work` is given it and the answer's function.
const inStore = (phone, work, given) =>
    phone.page.evaluate(`new Promise((done) => {
        const opening = indexedDB.open("lienthehe-club");
        opening.onsuccess = () => {
            const db = opening.result;
            (${work})(db, (answer) => (db.close(), done(answer)), ${JSON.stringify(given)});
        };
    })`);
const all = (phone, store) =>
    inStore(
        phone,
        (db, end, name) => {
            const asked = db.transaction(name).objectStore(name).getAll();
            asked.onsuccess = () => end(asked.result);
        },
        store,
    );
/// Until it is so.
async function until(read, wanted) {
    const end = Date.now() + Number(process.env.LTH_WAIT_MS ?? 30_000);
    let found;
    do found = await read();
    while (!wanted(found) && Date.now() < end);
    assert.ok(wanted(found), JSON.stringify(found));
}

test("a new card for a book that is here: what was not sent is carried", async () => {
    const phone = await newPhone("card").enrol();
    noWay();
    await phone.admit("Người Chờ Thẻ");
    await phone.go("/home");
    await phone.see("Đã lưu trên máy, chưa gửi: 1 việc");
    const [first] = await all(phone, "bindings");
    await phone.go(`card=${office.card()}`);
    aWay();
    await phone.tap("Gắn máy");
    await phone.see("1 việc chưa gửi từ trước được gửi tới xã");
    await phone.go("/bring");
    await phone.see("✓ 1 việc của máy khác đã tới tỉnh");

    const [carried] = await all(phone, "carried");
    assert.equal(carried.verdict, "rejected");
    assert.equal(carried.offered, undefined, "names are dropped with the verdict");
    const [second] = await all(phone, "bindings");
    assert.notEqual(second.device, first.device);
    const rows = await all(phone, "rows");
    assert.deepEqual(
        rows.filter(({ store }) => store !== "confirmed"),
        [],
    );

    // The new device's numbers begin with 1, and they arrive.
    await phone.admit("Người Sau Thẻ");
    await phone.go("/home");
    await phone.see("1 trên 1 việc đã đến tỉnh");
    await phone.page.reload();
    await phone.see("1 trên 1 việc đã đến tỉnh");
    assert.match(office.run("verify"), /đều khớp/);
    await phone.end();
});

test("an image of another device's book is not looked at", async () => {
    const phone = await newPhone("image").enrol();
    await phone.page.reload();
    await phone.see("Tiền mặt trong hộp");
    await until(
        () => all(phone, "images"),
        (images) => images.length === 1,
    );
    await inStore(phone, (db, end) => {
        const store = db.transaction("images", "readwrite").objectStore("images");
        const asked = store.getAll();
        asked.onsuccess = () => {
            store.put({ ...asked.result[0], device: "another", memory: new ArrayBuffer(65536) });
            store.transaction.oncomplete = () => end();
        };
    });
    await phone.page.reload();
    await phone.see("Tiền mặt trong hộp");
    await until(
        () => all(phone, "images"),
        ([image]) => image?.device !== "another",
    );
    await phone.end();
});

test("a book that is removed while it is sent does not come back", async () => {
    const phone = await newPhone("leaves").enrol();
    let asked;
    const wasAsked = new Promise((done) => (asked = done));
    let release;
    front.changes.set("/api/v1/sync", (text) => {
        asked();
        return new Promise((done) => (release = () => done(text)));
    });
    await phone.tap("Gửi ngay");
    await wasAsked;
    await phone.go("/device");
    await phone.tap("Xoá sổ này khỏi máy");
    await phone.page.getByRole("dialog").getByRole("button", { name: "Bỏ", exact: true }).click();
    await phone.heading("Gắn máy này với câu lạc bộ");
    release();
    front.changes.clear();
    await phone.page.reload();
    await phone.heading("Gắn máy này với câu lạc bộ");
    for (const store of ["bindings", "rows", "images", "carried", "photos", "drafts"]) {
        assert.deepEqual(await all(phone, store), [], store);
    }
    await phone.end();
});

test("a phone that could not open its books opens them at the second try", async () => {
    const page = await (await fetch(`${front.address}/app/sw.js`)).text();
    const worker = /"(\/app\/worker-[^"]+\.js)"/.exec(page)[1];
    // The store fails once: the server says when, for a script may come from any cache.
    let times = 0;
    front.changes.set("/healthz", () => (++times === 1 ? "fail" : "work"));
    front.changes.set(
        worker,
        (text) => `
        const { open } = IDBFactory.prototype;
        IDBFactory.prototype.open = function (...values) {
            const asked = new XMLHttpRequest();
            asked.open("GET", "/healthz", false);
            asked.send();
            if (asked.responseText === "fail") throw new Error("no store");
            return open.apply(this, values);
        };
        ${text}`,
    );
    const phone = await newPhone("again").open();
    await phone.see("Không mở được sổ trên máy này.");
    await phone.tap("Thử lại");
    await phone.heading("Gắn máy này với câu lạc bộ");
    await phone.end();
    front.changes.clear();
});

test("a book that cannot be read: others open, its unsent is saved, a card mends it", async () => {
    const phone = await newPhone("damaged").enrol();
    await phone.visit("/enrol", "Gắn máy này với câu lạc bộ");
    await phone.page.getByRole("button", { name: /tập/i }).click();
    await phone.see("Tiền mặt trong hộp");
    const books = await all(phone, "bindings");
    const { book } = books.find(({ practice }) => !practice);
    await inStore(
        phone,
        (db, end, id) => {
            const work = db.transaction(["rows", "images", "meta"], "readwrite");
            const rows = work.objectStore("rows");
            const key = [id, "confirmed", "000000000005"];
            const asked = rows.get(key);
            asked.onsuccess = () => {
                const text = asked.result.text.replace(/"hash":"../, '"hash":"00');
                rows.put({ ...asked.result, text }, key);
                const entry = JSON.parse(asked.result.text);
                const offered = { entry: { ...entry, device_seq: 1 } };
                const pending = { store: "pending", book: id, key: "000000000001" };
                rows.put({ ...pending, text: JSON.stringify({ offered }) }, [
                    id,
                    "pending",
                    "000000000001",
                ]);
            };
            work.objectStore("images").clear();
            work.oncomplete = () => end();
        },
        book,
    );
    await phone.page.reload();
    await phone.see(/Không đọc được sổ .*Tào Trụ/);
    await phone.see("Tiền mặt trong hộp"); // of the other book
    const path = await saved(phone, "Lưu việc chưa gửi ra tệp");
    assert.equal(JSON.parse(readFileSync(path, "utf8")).entries.length, 1);
    await phone.go(`card=${office.card()}`);
    await phone.tap("Gắn máy");
    await phone.see("Tiền mặt trong hộp");
    await phone.page.getByText(/Không đọc được sổ/).waitFor({ state: "detached" });
    await phone.go("/members");
    await phone.page.locator("a.row, button.row").nth(40).waitFor();
    await phone.end();
});

const picture = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E" +
        "rkJggg==",
    "base64",
);
async function photograph(phone) {
    const pick = phone.page.getByLabel("Chụp hoặc chọn ảnh");
    await pick.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: picture });
    await phone.tap("Lưu ảnh này");
}

test("a photo that the server will not have is sent once, and holds nothing up", async () => {
    const phone = await newPhone("photo").enrol();
    let puts = 0;
    front.refuses = (method, path) => {
        if (method !== "PUT" || !path.startsWith("/api/v1/attachments/")) return undefined;
        puts += 1;
        return 403;
    };
    await phone.go("/photo/1");
    await photograph(phone);
    await phone.see("1 ảnh không được nhận.");
    await phone.go("/home");
    await phone.tap("Gửi ngay");
    await phone.see("1 trên 1 việc đã đến tỉnh");
    await until(
        () => all(phone, "photos"),
        ([photo]) => photo.bytes === undefined && !photo.sent,
    );
    assert.equal(puts, 1);
    await phone.go("/device");
    await phone.tap("Xoá sổ này khỏi máy");
    await phone.see("Sổ trên máy chủ vẫn còn.");
    await phone.end();
});

test("a photo that has arrived is kept no longer", async () => {
    const phone = await newPhone("arrived").enrol();
    await phone.go("/photo/1");
    await photograph(phone);
    await phone.see("1 trên 1 ảnh đã tới tỉnh");
    const [photo] = await all(phone, "photos");
    assert.equal(photo.bytes, undefined);
    await phone.end();
});

test("an entry that the server cannot read holds up no other that is carried", async () => {
    const broken = await newPhone("broken").enrol();
    const other = await newPhone("carrier").enrol();
    noWay();
    await broken.admit("Người Gửi Nhờ");
    await broken.go("/device");
    const path = await saved(broken, "Lưu việc chưa gửi ra tệp");
    const file = JSON.parse(readFileSync(path, "utf8"));
    const [{ entry }] = file.entries;
    const wrong = { ...entry, entry_id: entry.entry_id.replace(/.$/, "x"), device_seq: 0 };
    file.entries.unshift({ entry: wrong });
    aWay();
    await other.go("/bring");
    await other.page.getByLabel("Chọn tệp của máy kia").setInputFiles({
        name: "x.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(file)),
    });
    await other.see("Máy chủ không đọc được một việc của máy khác");
    await other.see("✓ 1 việc của máy khác đã tới tỉnh");
    await broken.end();
    await other.end();
});

test("what the server refuses is said, and what it has lost of others can be saved", async () => {
    const phone = await newPhone("refused").enrol();
    front.refuses = (_, path) => (path === "/api/v1/sync" ? 403 : undefined);
    await phone.tap("Gửi ngay");
    await phone.see("Chưa gửi được: Không được");
    front.refuses = () => undefined;
    await phone.tap("Gửi ngay");
    await phone.page.getByText("Chưa gửi được").waitFor({ state: "detached" });

    await inStore(phone, (db, end) => {
        const rows = db.transaction("rows", "readwrite").objectStore("rows");
        const asked = rows.getAll();
        asked.onsuccess = () => {
            const row = asked.result.find(({ store }) => store === "confirmed");
            const key = JSON.parse(row.text).entry_id;
            rows.put({ ...row, store: "displaced", key }, [row.book, "displaced", key]);
            rows.transaction.oncomplete = () => end();
        };
    });
    await phone.go("/device");
    await phone.see("1 việc của máy khác không còn trên máy chủ");
    await phone.tap("Xoá sổ này khỏi máy");
    await phone.see("Còn 1 việc chưa gửi nên chưa xoá được.");
    await phone.page.getByRole("dialog").getByRole("button", { name: "Thôi" }).click();
    const path = await saved(phone, "Lưu việc chưa gửi ra tệp");
    const file = JSON.parse(readFileSync(path, "utf8"));
    assert.equal(file.others.length, 1);
    assert.equal(file.others[0].entry.hash, undefined);
    await phone.tap("Xoá sổ này khỏi máy");
    await phone.see("chỉ còn trong tệp vừa lưu");
    await phone.page.getByRole("dialog").getByRole("button", { name: "Thôi" }).click();
    // The copy of the whole book holds it, too, and is still one that can be taken back.
    const copy = await saved(phone, "Lưu cả sổ ra tệp");
    const lines = readFileSync(copy, "utf8").trim().split("\n");
    const { entry_id } = JSON.parse(lines.at(-1)).displaced;
    assert.equal(entry_id, file.others[0].entry.entry_id);
    assert.match(office.run("entries", "import", copy), /: 0 · \d/);
    await phone.end();
});

test("what waits because too many cases are open says why, and what to do", async () => {
    const phone = await newPhone("waits").enrol();
    const message = "Máy chủ đang giữ quá nhiều bản ghi bị từ chối.";
    const problem = JSON.stringify({
        ...{ rule: "sync.case.too_many", message, message_en: "Too many" },
        ...{ op_index: null, field: "", facts: {} },
    });
    front.changes.set("/api/v1/sync", (said) => {
        const answer = JSON.parse(said);
        for (const one of answer.verdicts ?? []) Object.assign(one, { kind: "waiting", problem });
        for (const one of answer.books) one.entries = [];
        return JSON.stringify(answer);
    });
    await phone.admit("Người Chờ");
    for (const place of ["/home", "/device", "/ledger"]) {
        await phone.go(place);
        await phone.see(message);
        await phone.see("Hãy nhắc cán bộ xã xử lý các việc vướng");
    }
    front.changes.delete("/api/v1/sync");
    await phone.go("/home");
    await phone.tap("Gửi ngay");
    await phone.see("✓ 1 trên 1 việc đã đến tỉnh");
    assert.equal(await phone.page.getByText(message).count(), 0);
    await phone.end();
});

test("/check names no club of a locked phone before the four digits", async () => {
    const phone = await newPhone("check").enrol();
    await phone.go("/lock");
    await phone.page.getByLabel("Bốn số", { exact: true }).fill("2580");
    await phone.page.getByLabel("Gõ lại bốn số").fill("2580");
    await phone.tap("Đặt khoá");
    await phone.heading(/Máy này/);
    await phone.page.goto(`${front.address}/check`);
    await phone.heading("Sổ đang khoá");
    assert.equal(await phone.page.getByText(/Tào Trụ/).count(), 0);
    await phone.page.getByLabel("Bốn số").fill("2580");
    await phone.tap("Mở sổ");
    await phone.heading("Kiểm tra biên bản");
    await phone.see(/Tào Trụ/);
    await phone.end();
});

test("what another phone records during a meeting is told, and counts in it", async () => {
    const first = await newPhone("meets").enrol();
    const second = await newPhone("records").enrol();
    await first.tap("Mở buổi sinh hoạt");
    await first.heading("Có mặt");
    const rows = first.page.locator("button.row");
    const members = await rows.count();
    await second.admit("Người Vào Giữa Buổi");
    await second.go("/home");
    await second.see("1 trên 1 việc đã đến tỉnh");
    await first.page.evaluate(() => dispatchEvent(new Event("online")));
    await first.see("Máy khác vừa ghi vào sổ: Người Vào Giữa Buổi");
    assert.equal(await rows.count(), members + 1);
    await first.tap("Tôi đã xem");
    await first.page.getByText("Máy khác vừa ghi vào sổ").waitFor({ state: "detached" });
    await first.end();
    await second.end();
});

test("what rests on work that is taken back is named, and mended with no server", async () => {
    const phone = await newPhone("rested").enrol();
    const { page } = phone;
    noWay();
    const put = async (op, heading, thousands, ...chosen) => {
        await phone.visit(`/record/${op}`, heading);
        await phone.tap(/^Số tiền/);
        await phone.type(thousands);
        for (const choice of chosen) await phone.tap(choice);
        const form = page.locator("form");
        await form.locator("button.main:enabled").click();
        await form.waitFor({ state: "detached" });
    };
    await put("donation.received", /Được tặng/, 900_000);
    await put("expense.paid", /^Chi tiền/, 900_000, "viếng", "Tự giúp nhau");
    await phone.go("/ledger");
    await page.locator("main a.row", { hasText: "Được tặng" }).first().click();
    await phone.tap("Rút lại, chưa gửi");
    const sheet = page.getByRole("dialog");
    await sheet.getByText(/không đủ: thiếu \d/).waitFor();
    await sheet.getByText(/^Việc ghi sau dựa vào việc này/).waitFor();
    await sheet.getByRole("button", { name: "Thôi" }).click();
    await phone.tap("Rút lại, chưa gửi");
    await sheet.getByRole("button", { name: "Rút lại", exact: true }).click();
    await phone.go("/home");
    await phone.tap("1 việc chưa ghi được, cần xem lại");
    await phone.see("Chưa gửi, không còn khớp sổ");
    await phone.see(/không đủ: thiếu \d/);
    // As it was it fits no better.
    await phone.tap("Gửi lại như cũ");
    await phone.see("Chưa gửi, không còn khớp sổ");
    await phone.tap("Sửa");
    await phone.tap(/^Số tiền/);
    await phone.type(50);
    await phone.tap("Xong");
    await phone.see("Đã sửa trên máy, chưa gửi lại");
    await phone.tap("Gửi lại");
    await phone.see("Không có việc nào như vậy.");
    await phone.go("/ledger");
    await page
        .locator("main a.row", { hasText: /50\.000/ })
        .first()
        .waitFor();
    aWay();
    await phone.go("/home");
    await phone.tap("Gửi ngay");
    await phone.see(/^✓ \d+ trên \d+ việc đã đến tỉnh/);
    assert.match(office.run("verify"), /đều khớp/);
    await phone.end();
});
