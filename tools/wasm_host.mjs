// Runs core.wasm: one call a line from stdin, "name number…<tab>text"; answers to stdout.
// The parity test feeds it; it is also the shortest description of how a host talks to the core.
import { readFileSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";

const stub = () => 0; // nothing in the core opens, seeks or writes
const names = ["fd_close", "fd_seek", "fd_write", "fd_read", "fd_fdstat_get", "proc_exit"];
const wasi = Object.fromEntries(names.map((name) => [name, stub]));
const bytes = readFileSync(process.argv[2]);
const { instance } = await WebAssembly.instantiate(bytes, { wasi_snapshot_preview1: wasi });
const core = instance.exports;
core._initialize();

function call(name, numbers, input) {
    // The buffer moves when memory grows, so it is looked up anew for every call.
    const at = core.lth_input(input.length);
    new Uint8Array(core.memory.buffer).set(input, at);
    const answer = core[name](...numbers) ?? 0;
    if (name === "lth_club_open" || name === "lth_club_close") return Buffer.from(`${answer}\n`);
    const output = new Uint8Array(core.memory.buffer, core.lth_output(), core.lth_output_bytes());
    return Buffer.concat([Buffer.from(`${answer} `), output, Buffer.from("\n")]);
}

// As bytes, not as text: what is not UTF-8 must reach the core as it is.
for await (const line of createInterface({ input: process.stdin.setEncoding("latin1") })) {
    const tab = line.indexOf("\t");
    const [name, ...numbers] = line.slice(0, tab).split(" ");
    writeSync(1, call(name, numbers.map(Number), Buffer.from(line.slice(tab + 1), "latin1")));
}
