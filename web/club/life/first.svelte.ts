// The first use of a book: the five things that it lacks, in the order in which they are asked.

import type { TodoLine } from "./types";

export const things = [
    "complete_roster",
    "elect_board",
    "set_rules",
    "open_book",
    "ask_consent",
] as const;
export type Thing = (typeof things)[number];

/// On: who has opened a screen from the steps is led back to them after it.
export const walk = $state({ on: false });
const ofSteps = ["admit", "members", "member", "roles", "open", "opening", "consent"];

/// Whatever else is opened, is not opened from the steps.
export function walkTo(screen: string): void {
    if (!ofSteps.includes(screen)) walk.on = false;
}

export const skippedOf = (book: string) => `first:${book}`;

export const lacks = (lines: TodoLine[]): Thing[] =>
    things.filter((thing) => lines.some(({ what }) => what === thing));
