// The desk of a province with five years of books: how long a warm desk takes to paint, and the
// server to tell the targets of another date or another unit; and a list of 50,000 rows, paged,
// sorted and searched. Times are told, not checked.
// `./dev budget` runs it.
import { ask, province, send } from "./desk.mjs";
import { Office } from "./office.mjs";

const middle = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const told = (name, list) =>
    console.log(
        `told   ${name.padEnd(48)} median ${Math.round(middle(list))} ms, ` +
            `worst ${Math.round(Math.max(...list))} ms of ${list.length}`,
    );

const office = await Office.open("2025-09-30");
try {
    const officer = await province(office, "tinh.do");
    const { page } = officer;

    /// Milliseconds to the first paint and to all that a page shows, seen before.
    async function paints(path, ready) {
        const first = [];
        const whole = [];
        for (let load = 0; load < 8; load++) {
            await page.goto(`about:blank`);
            await page.goto(office.address + path);
            await page.locator(ready).first().waitFor();
            const times = await page.evaluate(() => ({
                first: performance.getEntriesByName("first-contentful-paint")[0].startTime,
                whole: performance.now(),
            }));
            if (load === 0) continue; // the first fills the cache
            first.push(times.first);
            whole.push(times.whole);
        }
        told(`${path}: first paint`, first);
        told(`${path}: all that it shows`, whole);
    }
    await paints("/standing?as_of=2025-06-30", "table");
    await paints("/desk#/register", "table tbody tr");
    await paints("/desk#/map", "section.card");

    /// The server's answer to each address, asked once each.
    async function asked(name, addresses) {
        const times = await page.evaluate(async (list) => {
            const times = [];
            for (const address of list) {
                const start = performance.now();
                await (await fetch(address)).arrayBuffer();
                times.push(performance.now() - start);
            }
            return times;
        }, addresses);
        told(name, times);
    }
    const months = Array.from({ length: 48 }, (_, at) => {
        const [year, month] = [2021 + Math.floor(at / 12), (at % 12) + 1];
        return `${year}-${String(month).padStart(2, "0")}-15`;
    });
    const status = "/api/v1/status?scheme=thanh-hoa-5133";
    await asked(
        "targets of another date",
        months.map((day) => `${status}&as_of=${day}`),
    );
    const { units } = await page.evaluate(async () => (await fetch("/api/v1/units")).json());
    const communes = units.slice(1, 61).map((unit) => unit.code);
    await asked(
        "targets of another unit",
        communes.map((code) => `${status}&unit=${code}`),
    );
    await asked(
        "the page of another date",
        months.map((day) => `/standing?as_of=${day}`),
    );
    await asked("the register, a page of it", [
        "/api/v1/my/register",
        "/api/v1/my/register?q=tao",
        "/api/v1/my/register?offset=400",
    ]);

    // A list of 50,000 rows: what one association told, in entries of some hundred each.
    const rows = 50_000;
    const an_entry = 500;
    const { associations } = await ask(officer, "my/associations");
    const { book } = associations.find((one) => one.own && one.records);
    const begun = performance.now();
    for (let done = 0; done < rows; done += an_entry) {
        const ops = Array.from({ length: an_entry }, (_, i) => ({
            op: "communication.made",
            on: `20${21 + ((done + i) % 5)}-0${1 + (i % 9)}-1${i % 10}`,
            channel: ["meeting", "radio", "press"][i % 3],
            times: 1 + ((done + i) % 97),
        }));
        const status = await send(officer, book, ...ops);
        if (status !== 200) throw new Error(`entry ${done / an_entry}: ${status}`);
    }
    console.log(`told   ${rows} rows recorded in ${Math.round(performance.now() - begun)} ms`);

    const matters = "/api/v1/matters/communication?limit=50";
    const { total } = await ask(officer, "matters/communication?limit=1");
    if (total < rows) throw new Error(`${total} rows`);
    const sorts = ["urgent", "newest", "oldest", "owner"];
    const offsets = Array.from({ length: 21 }, (_, i) => Math.floor((i * (total - 50)) / 20));
    await asked(
        `a page of ${total} rows, from the first to the last`,
        offsets.map((offset) => `${matters}&offset=${offset}`),
    );
    await asked(
        "sorted",
        sorts.map((sort) => `${matters}&sort=${sort}`),
    );
    await asked(
        "searched",
        ["phat thanh", "tinh", "2023", "khong co"].map((words) => `${matters}&q=${words}`),
    );
    await paints("/desk#/scheme/communication", "table tbody tr td a");

    /// Milliseconds from a press or a choice to the paint of other rows.
    const repainted = (selector, text, value) =>
        page.evaluate(
            async ([selector, text, value]) => {
                const main = document.querySelector("main");
                const found = [...main.querySelectorAll(selector)];
                const element = found.find((one) => one.textContent.includes(text));
                const rows = () => main.querySelector("table tbody")?.innerText;
                const before = rows();
                const start = performance.now();
                if (value === undefined) element.click();
                else {
                    element.value = value;
                    for (const name of ["input", "change"]) {
                        element.dispatchEvent(new Event(name, { bubbles: true }));
                    }
                }
                while ((rows() ?? before) === before) {
                    if (performance.now() - start > 20_000) throw new Error("the same rows");
                    await new Promise((next) => setTimeout(next, 4));
                }
                await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
                return performance.now() - start;
            },
            [selector, text, value],
        );
    const turns = [];
    for (let turn = 0; turn < 10; turn++) turns.push(await repainted("button", "Trang sau"));
    told("the next page, to the paint", turns);
    const sorted = [];
    for (const sort of ["oldest", "newest", "oldest", "newest", "oldest"]) {
        sorted.push(await repainted("select", "cũ nhất trước", sort));
    }
    told("sorted, to the paint", sorted);
    const found = [];
    for (let search = 0; search < 4; search++) {
        found.push(await repainted("input[type=search]", "", "khong co gi"));
        await repainted("input[type=search]", "", "");
        await page.locator("main tbody a").first().waitFor();
    }
    told("searched, to the paint, 250 ms of waiting for more letters included", found);
    await officer.context?.close();
} finally {
    await office.close();
}
