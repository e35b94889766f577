// What is typed into a form, kept in this tab until it is saved: a session that ends, or a page
// that is loaded again, loses no word. Whoever signs out takes it away.

import type { Typed } from "./matters";

const prefix = "lienthehe-form/";
const key = (part: string) => prefix + location.hash + (part && `/${part}`);

/// `version`: what on record the form is filled from; what was typed over another is let go, or
/// saving it would take back what somebody else recorded meanwhile. `part`: of several forms of
/// one page.
export function unsaved(fresh: Typed, version = "", part = ""): Typed {
    const text = sessionStorage.getItem(key(part));
    if (!text) return fresh;
    const { version: over = "", ...kept } = JSON.parse(text) as Partial<Typed> & {
        version?: string;
    };
    if (over !== version) return fresh;
    return {
        ...fresh,
        ...kept,
        said: { ...fresh.said, ...kept.said },
        lists: { ...fresh.lists, ...kept.lists },
    };
}

/// Opens a form in which what is known already of something is filled in. Its id stands in the
/// address, after "of": each has a form of its own, and what was typed there before stays.
export function begin(path: string[], of: string, known: Partial<Typed>): void {
    const address = `#/${[...path, "of", of].join("/")}`;
    const name = prefix + address;
    if (sessionStorage.getItem(name) === null) {
        sessionStorage.setItem(name, JSON.stringify(known));
    }
    location.hash = address;
}

/// To be called as the form opens: of this address. Of a form that opens with what is on record,
/// `fresh`: only what differs from it is kept.
export function keeper(
    fresh?: Typed,
    version = "",
    part = "",
): { keep: (typed: Typed) => void; drop: () => void } {
    const mine = key(part);
    const untouched = JSON.stringify(fresh);
    const drop = () => sessionStorage.removeItem(mine);
    return {
        keep: (typed) =>
            JSON.stringify(typed) === untouched
                ? drop()
                : sessionStorage.setItem(mine, JSON.stringify({ ...typed, version })),
        drop,
    };
}

export function dropAll(): void {
    for (const name of Object.keys(sessionStorage)) {
        if (name.startsWith(prefix)) sessionStorage.removeItem(name);
    }
}
