// What an operation says, in a few lines for an officer: fields that are understood by themselves.

import { areas } from "../club/core/types";
import { day, money, percent } from "../club/format";
import { accountName } from "./problem";
import type { Entry, Op } from "./types";
import { words } from "./words/words.svelte";

export const opsOf = (entry: Entry) => (JSON.parse(entry.body) as { ops: Op[] }).ops;

/// "loan.repaid" in the reader's words; the name itself if this desk is older than the operation.
export function nameOf(op: string): string {
    return (words().ops as Record<string, string>)[op] ?? op;
}

const amounts = new Set(
    (
        "amount principal interest book_amount value start_capital " +
        "dues repaid_principal repaid_interest lent spent cash"
    ).split(" "),
);

function value(field: string, said: unknown, { fund }: { fund?: unknown }): string {
    const chosen = (words().choices as Record<string, Record<string, string>>)[field];
    // An expense says its area by number.
    if (field === "area" && typeof said === "number") {
        return chosen?.[areas[said - 1] ?? ""] ?? String(said);
    }
    if (field === "account" && String(fund) in words().funds) {
        return accountName(`${String(fund)}:${String(said)}`);
    }
    if (typeof said === "number") return amounts.has(field) ? money(said) : String(said);
    if (typeof said === "boolean") return said ? words().yes : words().no;
    if (typeof said === "string") {
        return chosen?.[said] ?? (/^\d{4}-\d\d-\d\d$/.test(said) ? day(said) : said);
    }
    if (Array.isArray(said)) {
        if (chosen) return said.map((one) => chosen[String(one)] ?? String(one)).join(", ");
        const sum = (said as { amount?: number }[]).reduce(
            (all, one) => all + (one.amount ?? 0),
            0,
        );
        return words().people_count(said.length) + (sum ? ` · ${money(sum)}` : "");
    }
    const terms = said as { months?: number; rate_ppm?: number };
    return terms.months ? words().terms(terms.months, percent(terms.rate_ppm ?? 0)) : "";
}

function told(fields: Record<string, string>, of: object): string[] {
    return Object.entries(of).flatMap(([field, said]) => {
        const text = fields[field] ? value(field, said, of) : "";
        return text ? `${fields[field]}: ${text}` : [];
    });
}

export function describe(op: Op): string[] {
    return told(op.op === "month.reported" ? words().totals : words().fields, op);
}

/// What an operation says of one person: of a list of people his or her line.
export function about(op: Op, person: string): string[] {
    const own = { ...op };
    for (const [field, list] of Object.entries(op)) {
        if (!Array.isArray(list)) continue;
        delete own[field];
        const line = (list as { member?: string }[]).find((one) => one?.member === person);
        if (line) Object.assign(own, line);
        else if (list.includes(person) && field !== "members") own[field] = true;
    }
    return describe(own);
}

/// A private part in words; nothing if its text is not here.
export function partLines(text: string | undefined): string[] | undefined {
    return text ? told(words().part_fields, JSON.parse(text) as object) : undefined;
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
