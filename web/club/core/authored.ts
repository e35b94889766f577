// The author's half of an entry: operations, and what they disclose as numbered parts.

import { hex, randomBytes } from "./ids";
import type { Draft, Op, Part } from "./types";

export interface Authored {
    body: string;
    private: Part[];
}

export function authored(drafts: Draft[]): Authored {
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
