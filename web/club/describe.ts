// What an operation says, in a few lines for the reader.

import { nameOf } from "./app.svelte";
import type { Op } from "./core/types";
import { subjectOf } from "./entries";
import { day, money, percent } from "./format";
import { forms, tell } from "./life/doings";
import { words } from "./words/words.svelte";

type Says = (value: never) => string;

const amount = (dong: number) => money(dong);

/// Fields that a reader understands by themselves, in the order in which they are told.
function sayings(): [string, Says][] {
    const w = words();
    return [
        ["amount", amount],
        ["principal", (dong: number) => `${w.repay_principal}: ${money(dong)}`],
        ["interest", (dong: number) => `${w.repay_interest}: ${money(dong)}`],
        ["book_amount", (dong: number) => `${w.cash_book}: ${money(dong)}`],
        ["birth_year", (year: number) => w.member_born(year)],
        ["joined", (on: string) => w.member_since(day(on))],
        ["present", (list: string[]) => w.minutes_present(list.length)],
        ["present_count", (n: number) => w.minutes_present(n)],
        ["paid", (list: { member: string; amount: number }[]) => dues(list)],
        ["purpose", (key: string) => choice(w.purposes, key) || choice(w.loan_purposes, key)],
        ["source", (key: string) => choice(w.sources, key)],
        ["hardship", (key: string) => choice(w.hardships, key)],
        ["reason", (key: string) => choice(w.leavings, key)],
        ["fund", (key: string) => choice(w.funds, key)],
        ["answer", (key: string) => choice(w.consent_answers, key)],
        ["how", (key: string) => choice(w.consent_hows, key)],
        [
            "members",
            (list: string[] | number) => w.people(Array.isArray(list) ? list.length : list),
        ],
        ["seats", (list: { member: string }[]) => list.map((one) => nameOf(one.member)).join(", ")],
        ["volunteers", (list: unknown[]) => w.people(list.length)],
        ["year", (year: number) => `${w.doing_year} ${year}`],
        ["band", (key: string) => choice(w.bands, key)],
        ["terms", (terms: { months: number; rate_ppm: number }) => terms_(terms)],
        ["name", (name: string) => name],
        ["number", (number: string) => number],
        ["item", (item: string) => item],
        ["decision", (number: string) => number],
    ];
}

/// Who paid, if it was not the borrower.
export function paidBy({ payer }: Op): string {
    if (!payer || payer === "member") return "";
    return `${words().repay_payer}: ${words().payers[payer as "heir"]}`;
}
function choice(options: Record<string, string>, key: string): string {
    return options[key] ?? "";
}
function dues(list: { amount: number }[]): string {
    const sum = list.reduce((total, line) => total + line.amount, 0);
    return `${words().people(list.length)} · ${money(sum)}`;
}
function terms_(terms: { months: number; rate_ppm: number }): string {
    return `${words().loan_months}: ${terms.months} · ${percent(terms.rate_ppm)}`;
}

export function describe(op: Op): string[] {
    if (op.op in forms) return tell(op);
    const who = subjectOf(op);
    const said: string[] = who ? [who] : [];
    for (const [field, say] of sayings()) {
        if (op[field] === undefined) continue;
        said.push(say(op[field] as never));
    }
    return [...said, paidBy(op)].filter(Boolean);
}
