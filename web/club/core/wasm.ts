// Hosts core.wasm: one instance is one phone's book. Texts go in and out as UTF-8 JSON. All that it
// knows stands in its memory, so that an image of the memory, in an instance of the same core, is
// the same book.

import wasmUrl from "../../generated/core.wasm?url";

/// What the core says no with.
export interface Problem {
    rule: string;
    message: string;
    message_en: string;
    op_index: number | null;
    field: string;
    facts: Record<string, string>;
}

export class Refused extends Error {
    constructor(readonly problem: Problem) {
        super(problem.rule);
    }
}

interface Exports {
    memory: WebAssembly.Memory;
    _initialize(): void;
    lth_input(bytes: number): number;
    lth_output(): number;
    lth_output_bytes(): number;
    [call: string]: unknown;
}

const pageBytes = 65_536;

/// The file of this core: its name holds its digest.
export const coreFile = wasmUrl;

let compiled: Promise<WebAssembly.Module> | undefined;

/// Compiled while it comes, and what was compiled is kept by the browser.
export function compile(): Promise<WebAssembly.Module> {
    compiled ??= WebAssembly.compileStreaming(fetch(wasmUrl));
    // A failed load is tried again by the next call.
    compiled.catch(() => (compiled = undefined));
    return compiled;
}

export class Core {
    private constructor(private readonly exports: Exports) {}

    static async load(image?: ArrayBuffer): Promise<Core> {
        const none = () => 0; // nothing in the core opens, seeks or writes
        const names = ["fd_close", "fd_seek", "fd_write", "fd_read", "fd_fdstat_get", "proc_exit"];
        const wasi = Object.fromEntries(names.map((name) => [name, none]));
        const instance = await WebAssembly.instantiate(await compile(), {
            wasi_snapshot_preview1: wasi,
        });
        const exports = instance.exports as unknown as Exports;
        if (image) {
            const { memory } = exports;
            memory.grow((image.byteLength - memory.buffer.byteLength) / pageBytes);
            new Uint8Array(memory.buffer).set(new Uint8Array(image));
        } else {
            exports._initialize();
        }
        return new Core(exports);
    }

    image(): ArrayBuffer {
        return this.exports.memory.buffer.slice(0);
    }

    /// The answer as text; throws Refused.
    text(name: string, asked: string, ...numbers: number[]): string {
        const { exports } = this;
        const input = new TextEncoder().encode(asked);
        const at = exports.lth_input(input.length);
        // The buffer moves when memory grows, so it is looked up anew for every call.
        new Uint8Array(exports.memory.buffer).set(input, at);
        const answered = (exports[`lth_${name}`] as (...n: number[]) => number)(...numbers);
        const output = new Uint8Array(
            exports.memory.buffer,
            exports.lth_output(),
            exports.lth_output_bytes(),
        );
        const said = new TextDecoder().decode(output);
        if (answered !== 0) throw new Refused(JSON.parse(said) as Problem);
        return said;
    }

    call<T>(name: string, asked: object): T {
        return JSON.parse(this.text(name, JSON.stringify(asked))) as T;
    }
}
