// A server with the demo province of 2020 in a folder of its own, which a test can stop and start
// again at the same address; and phones, each a browser with a folder of its own.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { Front } from "./front.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const binary = process.env.LTH_BINARY ?? join(here, "../../build/release/lienthehe");
export const taoTru = "56e27a94-3844-85ae-8da3-4397b840b69a";

const flags = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

function freePort() {
    return new Promise((done) => {
        const probe = createServer().listen(0, "127.0.0.1", () => {
            const { port } = probe.address();
            probe.close(() => done(port));
        });
    });
}

export class Office {
    static async open(until = "2020-10-31") {
        return Office.with((office) => office.run("demo", "--until", until));
    }

    /// With what `fill` puts into its database.
    static async with(fill) {
        const office = new Office();
        office.folder = mkdtempSync(join(tmpdir(), "lienthehe-web."));
        office.db = `sqlite:${join(office.folder, "demo.db")}`;
        office.port = await freePort();
        office.address = `http://127.0.0.1:${office.port}`;
        // Pages of a folder, so that a change of the app needs no new binary.
        if (process.env.LTH_WEB) {
            office.front = await Front.open(office.port, process.env.LTH_WEB);
            office.address = office.front.address;
        }
        fill(office);
        await office.start();
        return office;
    }

    run(...args) {
        return execFileSync(binary, [...args, "--db", this.db], {
            encoding: "utf8",
            stdio: ["ignore", "pipe", "ignore"],
        });
    }

    card(club = taoTru) {
        return JSON.parse(this.run("device", "card", club, "--json")).code;
    }
    devices(club = taoTru) {
        return JSON.parse(this.run("device", "list", club, "--json"));
    }

    /// After a test that stopped it.
    async up() {
        if (this.server.exitCode === null && this.server.signalCode === null) return;
        await this.start();
    }

    /// Ends when it listens: its first line says so.
    async start() {
        const listen = ["serve", "--db", this.db, "--listen", `127.0.0.1:${this.port}`];
        listen.push("--public", "books");
        this.server = spawn(binary, listen, { stdio: ["ignore", "pipe", "ignore"] });
        await new Promise((done, fail) => {
            this.server.stdout.once("data", done);
            this.server.once("exit", () => fail(new Error("the server ended")));
        });
        this.server.removeAllListeners("exit");
    }

    /// As a power cut does.
    async kill() {
        if (this.server.exitCode !== null || this.server.signalCode !== null) return;
        const ended = new Promise((done) => this.server.once("exit", done));
        this.server.kill("SIGKILL");
        await ended;
    }

    async club(id = taoTru) {
        return (await fetch(`${this.address}/api/v1/clubs/${id}`)).json();
    }

    async close() {
        await this.kill();
        await this.front?.close();
        rmSync(this.folder, { recursive: true, force: true });
    }
}

/// Every request that a page made to somebody else.
export const strangers = [];

export class Phone {
    constructor(office, name, viewport = { width: 360, height: 740 }) {
        this.office = office;
        this.viewport = viewport;
        this.folder = join(office.folder, `phone-${name}`);
        this.taps = 0;
        this.errors = [];
    }

    async open(where = "", options = {}) {
        this.context = await chromium.launchPersistentContext(this.folder, {
            ...options,
            executablePath: process.env.LTH_CHROMIUM ?? "/usr/bin/chromium",
            headless: true,
            args: flags,
            viewport: this.viewport,
            locale: "vi-VN",
            timezoneId: "Asia/Ho_Chi_Minh",
        });
        this.context.on("request", (request) => {
            const url = request.url();
            if (!url.startsWith(this.office.address) && !/^(data|blob):/.test(url)) {
                strangers.push(url);
            }
        });
        this.page = this.context.pages()[0] ?? (await this.context.newPage());
        // A machine that does other things as well needs longer.
        this.context.setDefaultTimeout(Number(process.env.LTH_WAIT_MS ?? 30_000));
        this.page.on("pageerror", (error) => this.errors.push(error.message));
        await this.page.goto(`${this.office.address}/club${where}`);
        return this;
    }

    close() {
        return this.context.close();
    }
    /// How a test leaves it: no page of it met an error.
    async end() {
        assert.deepEqual(this.errors, []);
        await this.close();
    }

    async enrol(card = this.office.card(), options = {}) {
        await this.open(`#card=${card}`, options);
        await this.tap("Gắn máy");
        await this.see("Tiền mặt trong hộp");
        // From now on the app opens without a network.
        await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
        return this;
    }

    /// With a practice book.
    async practise() {
        await this.open();
        await this.tap("Tập dùng với sổ thử");
        await this.see("SỔ THỬ: không gửi đi đâu");
        return this;
    }

    button(name) {
        const named = { name, exact: typeof name === "string" };
        const { page } = this;
        return page.getByRole("button", named).or(page.getByRole("link", named)).first();
    }
    async tap(name) {
        this.taps += 1;
        await this.button(name).click();
    }
    see(text) {
        return this.page.getByText(text).first().waitFor();
    }
    heading(text) {
        return this.page.getByRole("heading", { level: 1, name: text }).waitFor();
    }
    async go(where) {
        await this.page.evaluate((hash) => (location.hash = hash), where);
    }

    async visit(where, heading) {
        await this.go(where);
        await this.heading(heading);
    }

    /// Fills in what admission asks about a person.
    async describe(name, year = "") {
        await this.page.getByLabel("Họ và tên").fill(name);
        await this.page.getByLabel("Năm sinh").fill(year);
        await this.tap("Nữ");
        await this.tap("Không thuộc diện nghèo");
    }

    async admit(name) {
        await this.visit("/admit", "Kết nạp");
        await this.describe(name, "1951");
        await this.tap("Lưu");
        await this.see("Đã lưu trên máy.");
    }

    /// Thousands of đồng on the keypad that is open.
    async type(thousands) {
        for (const digit of String(thousands)) await this.tap(digit);
        const keypad = this.page.getByRole("dialog");
        this.taps += 1;
        await keypad.getByRole("button", { name: "Xong" }).click();
    }
}
