// Files that go from phone to phone, or to a drawer: what a phone could not send, and a whole book.

import type { KeptRow } from "./kept";
import type { Entry, Op } from "./types";

export interface Offered {
    entry: Entry;
    replaces?: string;
}
export type VerdictKind = "accepted" | "rejected" | "withdrawn" | "waiting";

const unsentFormat = "lienthehe-unsent/1";
const unsentWithOthers = "lienthehe-unsent/2"; // an app that knows no `others` must not take it

/// What a device has not sent yet, as another one can carry it. The entries stay the device's own:
/// their numbers and digests are what the server settles, whoever brings them.
export interface UnsentFile {
    format: typeof unsentFormat | typeof unsentWithOthers;
    book: string;
    device: string;
    name: string; // of the club, for the reader
    entries: Offered[];
    others?: Offered[]; // of other devices: carried by this one, or lost by the server
}

export function writeUnsent(unsent: Omit<UnsentFile, "format">): string {
    const { others, ...alone } = unsent;
    const file: UnsentFile = others?.length
        ? { format: unsentWithOthers, ...unsent }
        : { format: unsentFormat, ...alone };
    return JSON.stringify(file, null, 1);
}

/// Nothing if it is no such file.
export function readUnsent(text: string): UnsentFile | undefined {
    try {
        const file = JSON.parse(text) as Partial<UnsentFile>;
        const whole =
            (file.format === unsentFormat || file.format === unsentWithOthers) &&
            typeof file.book === "string" &&
            typeof file.device === "string" &&
            Array.isArray(file.entries) &&
            file.entries.every(
                ({ entry }) => entry.book_id === file.book && entry.device === file.device,
            ) &&
            (file.others ?? []).every(({ entry }) => entry.book_id === file.book);
        return whole ? (file as UnsentFile) : undefined;
    } catch {
        return undefined;
    }
}

// A line of `lienthehe entries export`: a burnt server takes the file back by `entries import`.
const lineStart = '{"kind":"club","entry":';
// Of a history that the server has lost: it follows nothing in the book, and is passed over.
const displacedStart = '{"displaced":';

export function writeBook(sealed: string[], displaced: string[]): string {
    const line = (start: string) => (text: string) => `${start}${text}}\n`;
    return [...sealed.map(line(lineStart)), ...displaced.map(line(displacedStart))].join("");
}

/// The sealed entries of each line, as text; the number of the line that is none.
export function readBook(text: string): { sealed: string[] } | { wrong: number } {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const sealed: string[] = [];
    for (const [i, line] of lines.entries()) {
        const trimmed = line.trim();
        if (trimmed.startsWith(displacedStart)) continue;
        if (!trimmed.startsWith(lineStart) || !trimmed.endsWith("}")) return { wrong: i + 1 };
        sealed.push(trimmed.slice(lineStart.length, -1));
    }
    return sealed.length ? { sealed } : { wrong: 1 };
}

/// The name that a book gives itself, in what can be read of it.
export function nameIn(confirmed: KeptRow[]): string {
    let name = "";
    for (const { text } of confirmed) {
        try {
            const { body } = JSON.parse(text!) as { body: string };
            for (const op of (JSON.parse(body) as { ops: Op[] }).ops) {
                const named = op.op === "club.proposed" || op.op === "club.changed";
                if (named && typeof op.name === "string") name = op.name;
            }
        } catch {
            continue;
        }
    }
    return name;
}

/// As its author made it.
export function unsealed(text: string): Entry {
    const sealed = JSON.parse(text) as Entry;
    const { entry_id, book_id, device, author, device_seq, made_at, body } = sealed;
    const entry = { entry_id, book_id, device, author, device_seq, made_at, body };
    return { ...entry, private: sealed.private };
}
