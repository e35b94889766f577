// What may happen to a phone: full, with a wrong clock, older than the server, updated, broken
// before it could send, revoked, borrowed.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { Front } from "./front.mjs";
import { Office, Phone } from "./office.mjs";

let office;
before(async () => {
    office = await Office.open();
});
beforeEach(() => office.up());
after(() => office.close());

/// The file that a tap hands out.
async function saved(phone, tap) {
    const [file] = await Promise.all([phone.page.waitForEvent("download"), tap()]);
    return file.path();
}

/// An office seen through a door of the test's own.
async function behind(front) {
    return Object.assign(Object.create(office), { address: front.address });
}

/// The worker's file with a store that can be told to be full.
const canBeFull = (text) => `
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...values) {
        if (self.isFull) throw new DOMException("full", "QuotaExceededError");
        return put.apply(this, values);
    };
    new BroadcastChannel("full").onmessage = ({ data }) => {
        self.isFull = data;
        new BroadcastChannel("heard").postMessage(data);
    };
    ${text}`;

/// The address of the worker's file.
async function workerOf(front) {
    const page = await (await fetch(`${front.address}/app/sw.js`)).text();
    return /"(\/app\/worker-[^"]+\.js)"/.exec(page)[1];
}

async function fill(phone, isFull) {
    await phone.page.evaluate(
        (full) =>
            new Promise((done) => {
                new BroadcastChannel("heard").onmessage = done;
                new BroadcastChannel("full").postMessage(full);
            }),
        isFull,
    );
}

test("a full phone says that nothing was saved, and loses nothing", async () => {
    const front = await Front.open(office.port, process.env.LTH_WEB);
    front.changes.set(await workerOf(front), canBeFull);
    const phone = await new Phone(await behind(front), "full").enrol();
    await office.kill();
    await phone.admit("Người Trước");
    await fill(phone, true);
    await phone.visit("/admit", "Kết nạp");
    await phone.describe("Người Không Vừa");
    await phone.tap("Lưu");
    await phone.see("Máy đã đầy bộ nhớ: việc vừa rồi CHƯA lưu");
    // What was typed still stands there.
    assert.equal(await phone.page.getByLabel("Họ và tên").inputValue(), "Người Không Vừa");
    await fill(phone, false);
    await phone.tap("Lưu");
    await phone.see("Đã lưu trên máy.");
    await phone.go("/members");
    await phone.see("Người Trước");
    await phone.see("Người Không Vừa");
    await office.start();
    await phone.go("/home");
    await phone.tap("Gửi ngay");
    await phone.see("2 trên 2 việc đã đến tỉnh");
    assert.match(office.run("verify"), /đều khớp/);
    await phone.end();
    await front.close();
});

/// Works in the phone's database: `work` is given it and the answer's function.
const inStore = (phone, work) =>
    phone.page.evaluate(`new Promise((done) => {
        const opening = indexedDB.open("lienthehe-club");
        opening.onsuccess = () => {
            const db = opening.result;
            (${work})(db, (answer) => (db.close(), done(answer)));
        };
    })`);
const images = (phone) =>
    inStore(phone, (db, end) => {
        const all = db.transaction("images").objectStore("images").getAll();
        all.onsuccess = () => end(all.result.map((one) => one.core));
    });
async function imagesAre(phone, wanted) {
    const end = Date.now() + Number(process.env.LTH_WAIT_MS ?? 30_000);
    let found;
    do found = await images(phone);
    while (!wanted(found) && Date.now() < end);
    assert.ok(wanted(found), `images: ${found}`);
}
const one = (found) => found.length === 1 && found[0] !== "another";
const none = (found) => found.length === 0;

test("a book opens from the image of its memory, until something changes it", async () => {
    const phone = await new Phone(office, "image").enrol();
    const reopen = async () => {
        await phone.go("/home");
        await phone.page.reload();
        await phone.see("Tiền mặt trong hộp");
    };
    await reopen();
    await imagesAre(phone, one);
    await office.kill();
    await phone.admit("Trịnh Thị Mơ");
    await imagesAre(phone, none);

    // Read anew when nobody looks.
    await phone.page.evaluate(() => {
        Object.defineProperty(document, "hidden", { value: true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    });
    await imagesAre(phone, one);

    // An image of another core is not looked at.
    await inStore(phone, (db, end) => {
        const store = db.transaction("images", "readwrite").objectStore("images");
        const all = store.getAll();
        all.onsuccess = () => {
            store.put({ ...all.result[0], core: "another", memory: new ArrayBuffer(65536) });
            store.transaction.oncomplete = () => end();
        };
    });
    await reopen();
    await imagesAre(phone, one);

    // With the rows out of sight it is the image that opens.
    await inStore(phone, (db, end) => {
        const work = db.transaction("rows", "readwrite");
        work.objectStore("rows").clear();
        work.oncomplete = () => end();
    });
    await reopen();
    await phone.go("/members");
    await phone.page.getByRole("searchbox").fill("trinh thi mo");
    await phone.see("Trịnh Thị Mơ");
    await phone.end();
});

test("a clock that is a year wrong: corrected by the sync, asked about when it jumps", async () => {
    const phone = new Phone(office, "clock");
    await phone.enrol();
    const right = await phone.page.evaluate(() => new Date().getFullYear());
    // The phone's battery was out: the page's clock is a year behind from now on.
    await phone.context.addInitScript(() => {
        const real = Date.now;
        Date.now = () => real() - 365 * 86_400_000;
    });
    await phone.page.reload();
    await phone.see("Máy báo hôm nay là ngày");
    await phone.tap("Không đúng");
    await phone.page.getByRole("textbox", { name: "Hôm nay là ngày" }).fill(`${right}-06-15`);
    await phone.tap("Dùng ngày này");
    await phone.visit("/admit", "Kết nạp");
    const date = await phone.page.locator("input[type=date]").first().inputValue();
    assert.equal(date, `${right}-06-15`);
    await phone.end();
});

test("what was sent last is dated by the server's clock, whatever the phone's says", async () => {
    const front = await Front.open(office.port, process.env.LTH_WEB);
    const ahead = "{ const now = Date.now; Date.now = () => now() + 365 * 86_400_000; }";
    front.changes.set(await workerOf(front), (text) => ahead + text);
    const phone = await new Phone(await behind(front), "ahead").enrol();
    const year = new Date().getFullYear();
    await phone.see(new RegExp(`Gửi lần cuối: \\d\\d:\\d\\d \\d\\d/\\d\\d/${year}`));
    await phone.end();
    await front.close();
});

// Byte layouts: docs/entries.md.
function sealedWithUnknownOperation(book, head) {
    const uuid = (n) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
    const raw = (id) => Buffer.from(id.replaceAll("-", ""), "hex");
    const number = (value) => {
        const bytes = Buffer.alloc(8);
        bytes.writeBigInt64BE(BigInt(value));
        return bytes;
    };
    const sha = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest();
    const entry = {
        entry_id: uuid(1),
        book_id: book,
        device: uuid(2),
        author: uuid(3),
        device_seq: 1,
        made_at: 1,
        body: '{"ops":[{"op":"club.flown_to_the_moon","on":"2020-11-01"}]}',
        private: [],
    };
    const digest = sha(
        Buffer.from("LTH-E1"),
        raw(book),
        raw(entry.entry_id),
        raw(entry.device),
        raw(entry.author),
        number(entry.device_seq),
        number(entry.made_at),
        sha(Buffer.from(entry.body)),
        Buffer.alloc(32),
    );
    const seal = { seq: head.seq + 1, received_at: 4_000_000_000_000, sent_by: uuid(3) };
    const hash = sha(
        Buffer.from("LTH-C1"),
        Buffer.from(head.hash, "hex"),
        number(seal.seq),
        number(seal.received_at),
        raw(seal.sent_by),
        digest,
    );
    return { ...entry, ...seal, hash: hash.toString("hex") };
}

test("operations of a newer server: the book is read-only, what waits is sent", async () => {
    const front = await Front.open(office.port, process.env.LTH_WEB);
    const phone = await new Phone(await behind(front), "older").enrol();
    await office.kill();
    await phone.admit("Người Chờ");
    await office.start();
    let sent = 0;
    front.changes.set("/api/v1/sync", (text, asked) => {
        const answer = JSON.parse(text);
        const followed = JSON.parse(asked).follow[0];
        sent += JSON.parse(asked).entries.length;
        const [book] = answer.books ?? [];
        // The phone's own entry is heard of later, as if another had been quicker.
        answer.verdicts = [];
        const unknown = sealedWithUnknownOperation(followed.book, followed);
        book.entries = followed.seq > 0 && sent <= 1 ? [unknown] : [];
        book.last_seq = followed.seq + book.entries.length;
        return JSON.stringify(answer);
    });
    await phone.go("/home");
    await phone.tap("Gửi ngay");
    await phone.see("Cần cập nhật: sổ có việc mà bản này chưa biết. Chỉ xem được.");
    await phone.see("Đã lưu trên máy, chưa gửi: 1 việc");
    assert.ok(sent >= 1, "what waits is still offered");
    await phone.visit("/admit", "Kết nạp");
    await phone.describe("Người Sau");
    await phone.tap("Lưu");
    await phone.page.getByRole("alert").waitFor();
    await phone.end();
    await front.close();
});

test("a new version waits until the reader takes it, and nothing typed is lost", async () => {
    const front = await Front.open(office.port, process.env.LTH_WEB);
    const phone = await new Phone(await behind(front), "updated").enrol();
    await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await phone.tap("Mở buổi sinh hoạt");
    await phone.heading("Có mặt");
    await phone.page.locator("button.row").nth(2).click();
    await phone.page.evaluate(() => (window.notReloaded = true));
    front.changes.set("/app/sw.js", (text) => text.replace(/lienthehe-\w+/, "lienthehe-newer"));
    await phone.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration("/club");
        await registration.update();
    });
    await phone.see("Có bản mới của sổ.");
    assert.equal(await phone.page.evaluate(() => window.notReloaded), true);
    // A form that is begun is not thrown away unasked.
    await phone.visit("/record/donation.received", /Được tặng/);
    await phone.tap(/^Số tiền/);
    await phone.type(777);
    await phone.tap("Dùng bản mới");
    await phone.see("Mẫu đang nhập dở sẽ mất.");
    await phone.page.locator("main .note").getByRole("button", { name: "Thôi" }).click();
    await phone.see("Có bản mới của sổ.");
    assert.equal(await phone.page.evaluate(() => window.notReloaded), true);
    await phone.page.getByRole("button", { name: /^Số tiền\s+777\.000/ }).waitFor();
    await phone.visit("/record/donation.received", /Được tặng/);
    await phone.visit("/meeting", "Có mặt");
    await Promise.all([phone.page.waitForEvent("load"), phone.tap("Dùng bản mới")]);
    await phone.heading("Có mặt");
    await phone.see(/Vắng/);
    const caches = await phone.page.evaluate(() => window.caches.keys());
    assert.deepEqual(caches, ["lienthehe-newer"]);
    await phone.end();
    await front.close();
});

test("what a phone cannot send is carried by another, and settled once", async () => {
    const broken = await new Phone(office, "broken").enrol();
    const other = await new Phone(office, "carrier").enrol();
    await office.kill();
    await broken.admit("Người Gửi Nhờ");
    await broken.visit("/device", /Máy này/);
    const path = await saved(broken, () => broken.tap("Lưu việc chưa gửi ra tệp"));
    assert.equal(JSON.parse(readFileSync(path, "utf8")).entries.length, 1);

    await other.visit("/bring", "Gửi giúp máy khác");
    const pick = other.page.getByLabel("Chọn tệp của máy kia");
    await pick.setInputFiles({ name: "x.json", mimeType: "text/plain", buffer: Buffer.from("{") });
    await other.see("Tệp này không phải tệp việc chưa gửi");
    await pick.setInputFiles(path);
    await other.see(/Đã nhận 1 việc/);
    await other.see("1 việc của máy khác đang chờ gửi.");
    await other.close();
    await other.open("#/home"); // over a restart
    await office.start();
    await other.tap("Gửi ngay");
    await other.go("/bring");
    await other.see("✓ 1 việc của máy khác đã tới tỉnh, chờ cán bộ xã xem lại.");

    // The broken phone finds a network after all: the number is settled already, as a case.
    await broken.go("/home");
    await broken.tap("Gửi ngay");
    await broken.see("1 trên 1 việc đã đến tỉnh");
    await broken.see("1 việc chưa ghi được, cần xem lại");
    assert.match(office.run("verify"), /đều khớp/);

    // What the phone has sent itself by now waits for nobody.
    await office.kill();
    await broken.admit("Người Gửi Được");
    await broken.visit("/device", /Máy này/);
    const late = await saved(broken, () => broken.tap("Lưu việc chưa gửi ra tệp"));
    await office.start();
    await broken.go("/home");
    await broken.tap("Gửi ngay");
    await broken.see("2 trên 2 việc đã đến tỉnh");
    await other.page.getByLabel("Chọn tệp của máy kia").setInputFiles(late);
    await other.see("✓ 1 việc của máy khác đã có ở tỉnh.");
    await broken.end();
    await other.end();
});

test("a revoked phone sends what it has, then deletes the book and says so", async () => {
    const phone = await new Phone(office, "revoked").enrol();
    await office.kill();
    await phone.admit("Người Cuối");
    await office.start();
    office.run("device", "revoke", office.devices().at(-1).device);
    await phone.go("/home");
    await phone.tap("Gửi ngay");
    await phone.see(/đã được xoá khỏi máy này, vì máy không còn quyền/);
    await phone.see(/1 việc chưa ghi được đang chờ cán bộ xã xem lại/);
    await phone.heading("Gắn máy này với câu lạc bộ");
    const left = await phone.page.evaluate(
        () =>
            new Promise((done) => {
                const opening = indexedDB.open("lienthehe-club");
                opening.onsuccess = () => {
                    const db = opening.result;
                    const work = db.transaction(["rows", "bindings"]);
                    const rows = work.objectStore("rows").count();
                    const bindings = work.objectStore("bindings").count();
                    work.oncomplete = () => done([rows.result, bindings.result]);
                };
            }),
    );
    assert.deepEqual(left, [0, 0]);
    await phone.close();
    await phone.open(); // still told after a restart, until it was read
    await phone.see(/đã được xoá khỏi máy này/);
    await phone.tap("Tôi đã đọc");
    await phone.page.getByText(/đã được xoá khỏi máy này/).waitFor({ state: "detached" });
    await phone.end();
});

test("a lock of four digits: waits grow, nothing is deleted, what waits is sent", async () => {
    const phone = await new Phone(office, "locked").enrol();
    await phone.visit("/lock", "Khoá bốn số");
    await phone.page.getByLabel("Bốn số", { exact: true }).fill("2580");
    await phone.page.getByLabel("Gõ lại bốn số").fill("2580");
    await phone.tap("Đặt khoá");
    await phone.heading(/Máy này/);
    await phone.close();
    await phone.open();
    await phone.heading("Sổ đang khoá");
    assert.equal(await phone.page.getByText("Tiền mặt trong hộp").count(), 0);
    for (const [wrong, said] of [
        ["1111", "Chưa đúng"],
        ["2222", "Chưa đúng"],
        ["3333", /Hãy chờ \d+ giây/],
        ["2580", /Hãy chờ \d+ giây/], // also the right one waits
    ]) {
        await phone.page.getByLabel("Bốn số").fill(wrong);
        await phone.tap("Mở sổ");
        // Each try takes its time; the field is empty when it was judged.
        await phone.page.waitForFunction(() => !document.querySelector("main input").value);
        await phone.see(said);
    }
    await phone.close();
    // A card of the commune lets in again.
    await phone.open(`#card=${office.card()}`);
    await phone.tap("Gắn máy");
    await phone.see("Tiền mặt trong hộp");
    await phone.close();
    await phone.open();
    await phone.see("Tiền mặt trong hộp");
    await phone.end();
});
