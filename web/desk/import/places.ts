// Columns of a file by their place: two of them may bear one heading.

import type { MeantColumn, ShownSheet } from "./types";

/// A place → the heading of a template; empty: it is not read.
export type Meant = Record<string, string>;

export const placeOf = (sheet: number, at: number): string => `${sheet}/${at}`;

export function placed(columns: MeantColumn[]): Meant {
    return Object.fromEntries(columns.map((one) => [placeOf(one.sheet, one.at), one.column]));
}

export function columnsOf(sheets: ShownSheet[], meant: Meant): MeantColumn[] {
    return sheets.flatMap(({ sheet, columns }) =>
        columns.flatMap(({ at }) => {
            const column = meant[placeOf(sheet, at)];
            return column ? [{ sheet, at, column }] : [];
        }),
    );
}

/// What is said of a column holds for the same heading on the other sheets too, where it is one
/// column's alone.
export function say(sheets: ShownSheet[], meant: Meant, on: number, at: number, column: string) {
    const next = { ...meant, [placeOf(on, at)]: column };
    const heading = sheets
        .find((one) => one.sheet === on)
        ?.columns.find((one) => one.at === at)?.heading;
    for (const other of sheets) {
        if (other.sheet === on) continue;
        const same = other.columns.filter((one) => !one.known && one.heading === heading);
        const [only] = same;
        if (!only || same.length > 1) continue;
        if (free(other, next, only.at).some((one) => one.heading === column) || !column) {
            next[placeOf(other.sheet, only.at)] = column;
        }
    }
    return next;
}

/// Columns of the table that no other column of the file has taken.
export function free(sheet: ShownSheet, meant: Meant, at: number): ShownSheet["may_be"] {
    const taken = new Set(
        sheet.columns.map((one) =>
            one.at === at ? "" : one.known || meant[placeOf(sheet.sheet, one.at)],
        ),
    );
    return sheet.may_be.filter((one) => !taken.has(one.heading));
}
