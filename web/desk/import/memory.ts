// Which column a heading stands for, as this browser was told: the next file of the kind is read
// so at once.

import type { Preview } from "./types";

type Meant = Record<string, string>; // heading of a file → heading of a template

const key = (kind: string) => `lienthehe-headings-${kind}`;

function told(kind: string): Meant {
    try {
        return JSON.parse(localStorage.getItem(key(kind)) ?? "{}") as Meant;
    } catch {
        return {}; // written by another release
    }
}

export function remember(kind: string, meant: Meant): void {
    const all = { ...told(kind), ...meant };
    for (const [heading, column] of Object.entries(all)) if (!column) delete all[heading];
    localStorage.setItem(key(kind), JSON.stringify(all));
}

/// Of the headings that the server does not know, those that were explained before, where their
/// column is still free.
export function recall(view: Preview): Meant {
    const known = told(view.kind);
    const found: Meant = {};
    for (const sheet of view.sheets) {
        const taken = new Set(sheet.columns.map((column) => column.known));
        for (const { heading, known: column } of sheet.columns) {
            const meant = known[heading];
            if (column || !meant || taken.has(meant)) continue;
            if (sheet.may_be.some((one) => one.heading === meant)) found[heading] = meant;
        }
    }
    return found;
}
