// What becomes of rows that may be one, or somebody in the book.

import type { KnownRow, LeftOut, ShownSame } from "./types";

/// "both", "merge", "skip", or the id of whom the row is.
export type Way = string;

export const wayKey = (group: ShownSame): string =>
    `${group.sheet}/${group.rows.map((row) => row.row).join(",")}`;

const wayOf = (group: ShownSame, ways: Record<string, Way>) => ways[wayKey(group)] ?? "both";

/// The first row stays, but where the file says no more than the book.
export function leftOut(groups: ShownSame[], ways: Record<string, Way>): LeftOut[] {
    return groups.flatMap((group) => {
        const way = wayOf(group, ways);
        const [first, ...rest] = group.rows;
        if ((way !== "merge" && way !== "skip") || !first) return [];
        if (!rest.length) return [{ sheet: group.sheet, row: first.row }];
        return rest.map(({ row }) => ({
            sheet: group.sheet,
            row,
            ...(way === "merge" ? { into: first.row } : {}),
        }));
    });
}

export function knownRows(groups: ShownSame[], ways: Record<string, Way>): KnownRow[] {
    return groups.flatMap((group) => {
        const id = wayOf(group, ways);
        const [first] = group.rows;
        if (!first || !group.held.some((one) => one.id === id)) return [];
        return [{ sheet: group.sheet, row: first.row, id }];
    });
}
