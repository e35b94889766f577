// The page's end of the line to the worker that holds the books.

import { Away } from "./ask";
import type { Answered, Asked } from "./worker";
import type * as checker from "./checker";
import type { Phone } from "./phone";
import { Refused } from "./wasm";

export class StorageFull extends Error {}
export class Lost extends Error {}

let worker: Worker | undefined;
const waiting = new Map<number, { done(value: unknown): void; fail(error: Error): void }>();
let last = 0;

export function start(): void {
    if (worker) return;
    worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", (event: MessageEvent<Answered>) => {
        const { id, value, problem, lost, full, away, error } = event.data;
        const call = waiting.get(id);
        waiting.delete(id);
        if (!call) return;
        if (problem) call.fail(new Refused(problem));
        else if (lost) call.fail(new Lost());
        else if (away) call.fail(new Away());
        else if (full) call.fail(new StorageFull(error));
        else if (error) call.fail(new Error(error));
        else call.done(value);
    });
    worker.addEventListener("error", (event) => {
        for (const call of waiting.values()) call.fail(new Error(event.message));
        waiting.clear();
    });
}

export function stop(): void {
    worker?.terminate();
    worker = undefined;
    for (const call of waiting.values()) call.fail(new Lost());
    waiting.clear();
}

function ask(name: string, args: unknown[]): Promise<unknown> {
    return new Promise((done, fail) => {
        if (!worker) return fail(new Lost());
        const asked: Asked = { id: ++last, name, args };
        waiting.set(asked.id, { done, fail });
        worker.postMessage(asked);
    });
}

type Calls = {
    [K in keyof Phone]: Phone[K] extends (...args: infer A) => infer R
        ? (...args: A) => Promise<Awaited<R>>
        : never;
};

interface Line extends Omit<Calls, "page" | "open"> {
    /// Ends when the books are read.
    open(): Promise<void>;
    page<T>(book: string, name: string, asked: object): Promise<T>;
}

type Checker = typeof checker;

/// The phone in the worker: every method answers with a promise.
export const phone = new Proxy({} as Line & Checker, {
    get: (_, name: string) => {
        return (...args: unknown[]) => ask(name, args);
    },
});
