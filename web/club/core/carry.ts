// Files that go from phone to phone, or to a drawer: what a phone could not send, and a whole book.

import type { Entry } from "./types";

export interface Offered {
    entry: Entry;
    replaces?: string;
}
export type VerdictKind = "accepted" | "rejected" | "withdrawn" | "waiting";

const unsentFormat = "lienthehe-unsent/1";

/// What a device has not sent yet, as another one can carry it. The entries stay the device's own:
/// their numbers and digests are what the server settles, whoever brings them.
export interface UnsentFile {
    format: typeof unsentFormat;
    book: string;
    device: string;
    name: string; // of the club, for the reader
    entries: Offered[];
}

export function writeUnsent(
    book: string,
    device: string,
    name: string,
    entries: Offered[],
): string {
    const file: UnsentFile = { format: unsentFormat, book, device, name, entries };
    return JSON.stringify(file, null, 1);
}

/// Nothing if it is no such file.
export function readUnsent(text: string): UnsentFile | undefined {
    try {
        const file = JSON.parse(text) as Partial<UnsentFile>;
        const whole =
            file.format === unsentFormat &&
            typeof file.book === "string" &&
            typeof file.device === "string" &&
            Array.isArray(file.entries) &&
            file.entries.every(
                ({ entry }) => entry.book_id === file.book && entry.device === file.device,
            );
        return whole ? (file as UnsentFile) : undefined;
    } catch {
        return undefined;
    }
}

// A line of `lienthehe entries export`: a burnt server takes the file back by `entries import`.
const lineStart = '{"kind":"club","entry":';

export function writeBook(sealed: string[]): string {
    return sealed.map((text) => `${lineStart}${text}}\n`).join("");
}

/// The sealed entries of each line, as text; the number of the line that is none.
export function readBook(text: string): { sealed: string[] } | { wrong: number } {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const sealed: string[] = [];
    for (const [i, line] of lines.entries()) {
        const trimmed = line.trim();
        if (!trimmed.startsWith(lineStart) || !trimmed.endsWith("}")) return { wrong: i + 1 };
        sealed.push(trimmed.slice(lineStart.length, -1));
    }
    return sealed.length ? { sealed } : { wrong: 1 };
}
