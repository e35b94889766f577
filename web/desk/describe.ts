// What an operation says, in a few lines for an officer: fields that are understood by themselves.

import { day, money } from "../club/format";
import type { Entry, Op } from "./types";
import { words } from "./words/words.svelte";

export const opsOf = (entry: Entry) => (JSON.parse(entry.body) as { ops: Op[] }).ops;

/// "loan.repaid" in the reader's words; the name itself if this desk is older than the operation.
export function nameOf(op: string): string {
    return (words().ops as Record<string, string>)[op] ?? op;
}

function value(field: string, said: unknown): string {
    if (typeof said === "number") {
        return words().money_fields.includes(field) ? money(said) : String(said);
    }
    if (typeof said === "string") return /^\d{4}-\d\d-\d\d$/.test(said) ? day(said) : said;
    if (Array.isArray(said)) return words().items(said.length);
    return "";
}

export function describe(op: Op): string[] {
    const fields = words().fields as Record<string, string>;
    return Object.entries(op)
        .filter(([field]) => fields[field])
        .map(([field, said]) => `${fields[field]}: ${value(field, said)}`);
}

/// Names and texts that came with the operation, as far as the reader may see them.
export function notes(entry: Entry, op: Op): string[] {
    return (op.parts ?? []).flatMap((number) => {
        const part = entry.private.find((one) => one.part === number);
        if (!part?.text) return [];
        return Object.values(JSON.parse(part.text) as Record<string, unknown>).map(String);
    });
}

/// The sentence of a problem that is kept as JSON.
export function sentence(problem: string | undefined, vietnamese: boolean): string {
    if (!problem) return "";
    const said = JSON.parse(problem) as { message: string; message_en: string };
    return vietnamese ? said.message : said.message_en;
}
