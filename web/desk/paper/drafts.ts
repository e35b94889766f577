// A paper that is being typed: at the server after each pause, and in this browser until the server
// has it, so that neither a session that ends nor a server that stops loses a key.

import { get, put } from "../api";
import { words } from "../words/words.svelte";
import { named, type Paper, type PaperSheet } from "./paper";

const key = (book: string, month: string) => `lienthehe-paper/${book}/${month}`;

export async function sheetOf(book: string, on: string): Promise<PaperSheet> {
    return named(await get<PaperSheet>(`books/${book}/paper?on=${on}`), words());
}

/// What this browser still holds goes before what the server has.
export function draftIn(asked: PaperSheet, month: string): Paper | undefined {
    const text = localStorage.getItem(key(asked.book, month)) ?? asked.draft;
    return text ? (JSON.parse(text) as Paper) : undefined;
}

export function hold(book: string, month: string, paper: Paper): void {
    localStorage.setItem(key(book, month), JSON.stringify(paper));
}

// One after another, so that what is dropped is not kept again by a request that was on its way.
let last: Promise<unknown> = Promise.resolve();
function send(book: string, month: string, text: string): Promise<unknown> {
    last = last.catch(() => undefined).then(() => put(`books/${book}/paper`, { month, text }));
    return last;
}

/// What was typed while it was on its way stays held.
export async function keep(book: string, month: string): Promise<void> {
    const text = localStorage.getItem(key(book, month));
    if (text === null) return;
    await send(book, month, text);
    if (localStorage.getItem(key(book, month)) === text) localStorage.removeItem(key(book, month));
}

export async function drop(book: string, month: string): Promise<void> {
    localStorage.removeItem(key(book, month));
    await send(book, month, "");
}
