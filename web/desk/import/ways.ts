// What becomes of rows that may be one.

import type { LeftOut, ShownSame } from "./types";

export type Way = "both" | "merge" | "skip";

export const wayKey = (group: ShownSame): string =>
    `${group.sheet}/${group.rows.map((row) => row.row).join(",")}`;

/// The first row stays.
export function leftOut(groups: ShownSame[], ways: Record<string, Way>): LeftOut[] {
    return groups.flatMap((group) => {
        const way = ways[wayKey(group)] ?? "both";
        const [first, ...rest] = group.rows;
        if (way === "both" || !first) return [];
        return rest.map(({ row }) => ({
            sheet: group.sheet,
            row,
            ...(way === "merge" ? { into: first.row } : {}),
        }));
    });
}
