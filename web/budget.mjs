// What a village loads: prints the weights of build/web and fails if one is above its limit.
// `node web/budget.mjs [FOLDER]`; the first load is what a phone needs to open its book, the rest
// comes after it, by the service worker. The desk is no part of a phone. ADR 17.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const kb = 1000;
const limits = {
    first_load: 60 * kb, // gzip of JS and CSS that opens the book
    everything: 192 * kb, // gzip of all JS and CSS, English and every screen included
    desk: 150 * kb, // gzip of JS and CSS that opens the desk, with the screens of every day
    desk_everything: 214 * kb, // the same, seldom opened screens and English included
    wasm: 110 * kb, // brotli of core.wasm
};

const folder = process.argv[2] ?? new URL("../build/web/", import.meta.url).pathname;
const names = readdirSync(folder).filter((name) => !name.endsWith(".br"));
const read = (name) => readFileSync(join(folder, name));
const gzip = (bytes) => gzipSync(bytes, { level: 9 }).length;
const brotli = (bytes) =>
    brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }).length;

/// Files that `name` imports before it runs, and workers that it starts.
function needed(name, found = new Set()) {
    if (found.has(name)) return found;
    found.add(name);
    const text = read(name).toString("utf8");
    const statically = /(?:from|import)\s*"\.\/([^"]+\.js)"/g;
    const workers = /new Worker\(\s*new URL\(\s*["'`](?:\/app\/|\.\/)?([^"'`]+\.js)["'`]/g;
    for (const pattern of [statically, workers]) {
        for (const [, next] of text.matchAll(pattern)) {
            if (names.includes(next)) needed(next, found);
        }
    }
    return found;
}

const page = read("club.html").toString("utf8");
const first = new Set();
for (const [, name] of page.matchAll(/\/app\/([^"]+\.js)"/g)) needed(name, first);
const isDesk = (name) => name.startsWith("desk");
const scripts = names.filter((name) => name.endsWith(".js") && !isDesk(name));
const desk = new Set();
for (const [, name] of read("desk.html")
    .toString("utf8")
    .matchAll(/\/app\/([^"]+\.(?:js|css))"/g)) {
    needed(name, desk);
}
if (desk.size === 0) throw new Error("desk.html loads nothing");
if (first.size === 0) throw new Error("club.html loads no script");
if (![...first].some((name) => name.startsWith("worker"))) throw new Error("no worker found");

const sum = (list) => list.reduce((total, name) => total + gzip(read(name)), 0);
const wasm = names.filter((name) => name.endsWith(".wasm"));
// The page holds the styles.
const weights = {
    first_load: sum([...first]) + gzip(Buffer.from(page)),
    everything: sum(scripts) + gzip(Buffer.from(page)),
    desk: sum([...desk]),
    // The style sheet has no name of the desk's: the page leads to it.
    desk_everything: sum([
        ...new Set([...desk, ...names.filter((name) => isDesk(name) && /\.(js|css)$/.test(name))]),
    ]),
    wasm: wasm.reduce((total, name) => total + brotli(read(name)), 0),
};

let failed = 0;
for (const [name, weight] of Object.entries(weights)) {
    const fits = weight <= limits[name];
    failed += fits ? 0 : 1;
    const text = `${(weight / kb).toFixed(1)} kB of ${limits[name] / kb} kB`;
    console.log(`${fits ? "ok    " : "FAILED"} ${name.padEnd(15)} ${text}`);
}
console.log(`first load: ${[...first].join(" ")} club.html`);
console.log(`${Object.keys(weights).length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
