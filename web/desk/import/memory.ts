// Which column a heading stands for, as this browser was told: the next file of the kind is read
// so at once.

import { placeOf, type Meant } from "./places";
import type { MeantColumn, Preview } from "./types";

type Told = Record<string, string>; // heading of a file → heading of a template

const key = (kind: string) => `lienthehe-headings-${kind}`;

function told(kind: string): Told {
    try {
        return JSON.parse(localStorage.getItem(key(kind)) ?? "{}") as Told;
    } catch {
        return {}; // written by another release
    }
}

export function remember(view: Preview, meant: Meant): void {
    const all = told(view.kind);
    for (const { sheet, columns } of view.sheets) {
        for (const { at, heading } of columns) {
            const column = meant[placeOf(sheet, at)];
            if (column) all[heading] = column;
            else if (column === "") delete all[heading];
        }
    }
    localStorage.setItem(key(view.kind), JSON.stringify(all));
}

/// Of the columns that the server does not know, those whose heading was explained before, where
/// what they are is still free.
export function recall(view: Preview): MeantColumn[] {
    const known = told(view.kind);
    const found: MeantColumn[] = [];
    for (const { sheet, columns, may_be } of view.sheets) {
        const taken = new Set(columns.map((column) => column.known));
        for (const { at, heading, known: read } of columns) {
            const column = known[heading];
            if (read || !column || taken.has(column)) continue;
            if (!may_be.some((one) => one.heading === column)) continue;
            taken.add(column);
            found.push({ sheet, at, column });
        }
    }
    return found;
}
