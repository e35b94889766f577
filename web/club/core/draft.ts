// The author's half of an entry: operations, and what they disclose as numbered parts.

import { hex, randomBytes, uuid7 } from "./ids";
import type { Draft, Entry, Op, Part } from "./types";

export function authored(drafts: Draft[]): Pick<Entry, "body" | "private"> {
    const parts: Part[] = [];
    const ops = drafts.map((draft) => {
        const numbers = (draft.parts ?? []).map((part) => {
            parts.push({
                part: parts.length + 1,
                ...(part.subject ? { subject: part.subject } : {}),
                class: part.class,
                salt: hex(randomBytes(16)),
                text: JSON.stringify(part.fields),
            });
            return parts.length;
        });
        const op: Op = { ...draft.op };
        if (numbers.length) op.parts = numbers;
        return op;
    });
    return { body: JSON.stringify({ ops }), private: parts };
}

/// As the core takes it; device, author and number it fills in.
export function newEntry(book: string, drafts: Draft[], now: number): Entry {
    const nobody = "00000000-0000-0000-0000-000000000000";
    return {
        entry_id: uuid7(now),
        book_id: book,
        device: nobody,
        author: nobody,
        device_seq: 1,
        made_at: now,
        ...authored(drafts),
    };
}
