// The desk of a province with five years of books: how long a warm desk takes to paint, and the
// server to tell the targets of another date or another unit. Times are told, not checked.
// `./dev budget` runs it.
import { province } from "./desk.mjs";
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
    await officer.context?.close();
} finally {
    await office.close();
}
