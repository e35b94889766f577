// How a form is sent whose content becomes one entry.

import { tick } from "svelte";
import { go, say, staying } from "../../club/route.svelte";
import { words } from "../words/words.svelte";
import { record, type NewEntry } from "./matters";
import type { keeper } from "./unsaved";

/// Records what the form holds and leads on, unless its reader has gone elsewhere meanwhile.
export async function save(
    book: string,
    entry: NewEntry,
    kept: ReturnType<typeof keeper>,
    ...to: string[]
): Promise<void> {
    const stays = staying();
    await record(book, entry);
    kept.drop();
    say(words().saved);
    if (stays()) go(...to);
}

/// To the first field that is wrong, once it is marked as such.
export async function showWrong(): Promise<void> {
    await tick();
    document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
}
