// Reading an entry for a page of paper.

import { app, nameOf } from "./app.svelte";
import { phone } from "./core/line";
import type { EntryPage, JournalLine, Op } from "./core/types";
import { fieldsOf, opsOf as ofEntry } from "./money/entries";
import { ownerOf } from "./owners.svelte";

export const opsOf = (page: EntryPage): Op[] => ofEntry(page.entry);

/// What was typed freely with an operation.
export function textOf(page: EntryPage, op: Op): string {
    return Object.values(fieldsOf(page.entry, op)).join(" ");
}

/// Whom an operation is about: a member, or whoever owes the loan.
export function subjectOf(op: Op): string {
    const member = op.member ?? (op.loan && ownerOf(String(op.loan), op.on));
    return member ? nameOf(String(member)) : "";
}

export function entryAt(seq: number): Promise<EntryPage> {
    return phone.page<EntryPage>(app.current, "entry", { book: app.current, seq });
}

/// Each operation of an entry, and whether it still stands.
export function linesAt(seq: number): Promise<JournalLine[]> {
    const asked = { book: app.current, before: seq + 1, limit: 1 };
    return phone.page<JournalLine[]>(app.current, "journal", asked);
}
export const isHeld = (lines: JournalLine[]) =>
    lines.some((line) => line.live && line.op === "meeting.held");

/// The entries of the lines that are about one person, by their number.
export async function entriesOf(lines: { seq: number; op: string }[]): Promise<Map<number, Op[]>> {
    const seqs = lines.filter(({ op }) => /^(loan|capital)/.test(op)).map(({ seq }) => seq);
    const read = async (seq: number) => [seq, opsOf(await entryAt(seq))] as const;
    return new Map(await Promise.all([...new Set(seqs)].map(read)));
}

/// The code of an entry as it is printed and as /check takes it.
export async function codeOf({ entry_digest }: EntryPage): Promise<string> {
    return (await phone.page<{ text: string }>(app.current, "code", { entry_digest })).text;
}

/// Who holds a seat of the board now.
export function seatedAs(...roles: string[]): string {
    for (const role of roles) {
        const person = app.people.find((one) => one.line.role === role);
        if (person) return nameOf(person.line.member);
    }
    return "";
}

/// Where papers are dated from, as the board has typed it once.
export async function placeOf(): Promise<string> {
    return ((await phone.setting(`place:${app.current}`)) as string | undefined) ?? "";
}
