// Whether a book still holds what a printed code stands for: a book of this device, or a file. Runs
// in the worker and leaves the books to whichever window owns them.

import { nameIn, readBook } from "./carry";
import { Kept } from "./kept";
import type { CheckPage } from "./papers";
import type { HomePage } from "./types";
import { Core, Refused } from "./wasm";

export interface BookHere {
    book: string;
    name: string;
    entries: number;
}
/// `page`, or where the chain breaks: the first entry that does not follow the one before it.
export interface Checked {
    page?: CheckPage;
    broken_at?: number;
}

const nobody = "00000000-0000-0000-0000-000000000000";

async function start(book: string): Promise<Core> {
    const core = await Core.load();
    core.call("phone_start", { device: nobody, account: nobody, core_version: "0" });
    core.call("phone_follow", { book });
    return core;
}

export async function booksHere(): Promise<BookHere[]> {
    const kept = await Kept.look();
    try {
        const found: BookHere[] = [];
        for (const { book } of await kept.bindings()) {
            const rows = await kept.rowsOf(book, "confirmed");
            found.push({ book, name: nameIn(rows), entries: rows.length });
        }
        return found;
    } finally {
        kept.close();
    }
}

/// What the phone keeps beside its books: the lock is asked for before they are shown here.
export async function settingHere(key: string): Promise<unknown> {
    const kept = await Kept.look();
    try {
        return await kept.get(key);
    } finally {
        kept.close();
    }
}
export async function keepSettingHere(key: string, value: unknown): Promise<void> {
    const kept = await Kept.look();
    try {
        await kept.setByAnybody(key, value);
    } finally {
        kept.close();
    }
}

/// Rule check.code.unreadable.
export async function checkHere(book: string, code: string): Promise<Checked> {
    const kept = await Kept.look();
    try {
        const rows = await kept.rows(book);
        const core = await start(book);
        for (const [i, row] of rows.entries()) {
            try {
                core.call("phone_restore", row);
            } catch (error) {
                if (error instanceof Refused && row.store === "confirmed") {
                    return { broken_at: Number(row.key) || i + 1 };
                }
                throw error;
            }
        }
        return ask(core, book, code);
    } finally {
        kept.close();
    }
}

export async function checkFile(text: string, code: string): Promise<Checked & HomeName> {
    const read = readBook(text);
    if ("wrong" in read) return { broken_at: read.wrong, name: "" };
    let book: string | undefined;
    let core: Core | undefined;
    for (const [i, sealed] of read.sealed.entries()) {
        try {
            const { book_id, seq } = JSON.parse(sealed) as { book_id: string; seq: number };
            book ??= book_id;
            core ??= await start(book);
            const key = String(seq).padStart(12, "0");
            core.call("phone_restore", { store: "confirmed", book, key, text: sealed });
        } catch {
            return { broken_at: i + 1, name: "" };
        }
    }
    const checked = ask(core!, book!, code);
    const home = core!.call<HomePage>("phone_home", { book, on: "2199-12-31" });
    return { ...checked, name: home.name };
}
interface HomeName {
    name: string;
}

function ask(core: Core, book: string, code: string): Checked {
    core.call("phone_restored", {});
    return { page: core.call<CheckPage>("phone_check", { book, code }) };
}
