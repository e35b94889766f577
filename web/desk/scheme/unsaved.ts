// What is typed into a form, kept in this tab until it is saved: a session that ends, or a page
// that is loaded again, loses no word. Whoever signs out takes it away.

import type { Typed } from "./matters";

const prefix = "lienthehe-form/";
const key = () => prefix + location.hash;

export function unsaved(fresh: Typed): Typed {
    const text = sessionStorage.getItem(key());
    if (!text) return fresh;
    const kept = JSON.parse(text) as Partial<Typed>;
    return {
        ...fresh,
        ...kept,
        said: { ...fresh.said, ...kept.said },
        lists: { ...fresh.lists, ...kept.lists },
    };
}

/// What a form opens with whose address is told: its club is chosen already.
export function begin(address: string, said: Record<string, string>): void {
    sessionStorage.setItem(prefix + address, JSON.stringify({ said }));
}

/// To be called as the form opens: of this address.
export function keeper(): { keep: (typed: Typed) => void; drop: () => void } {
    const mine = key();
    return {
        keep: (typed) => sessionStorage.setItem(mine, JSON.stringify(typed)),
        drop: () => sessionStorage.removeItem(mine),
    };
}

export function dropAll(): void {
    for (const name of Object.keys(sessionStorage)) {
        if (name.startsWith(prefix)) sessionStorage.removeItem(name);
    }
}
