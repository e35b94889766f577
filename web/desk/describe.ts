// What an operation says, in a few lines for an officer: fields that are understood by themselves.

import { areas } from "../club/core/types";
import { day, money, percent } from "../club/format";
import { accountName, plainly } from "./problem";
import type { CaseView, Entry, Op, Problem } from "./types";
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

/// Whom and what a case names.
export type Whom = Pick<CaseView, "entry" | "members" | "loans">;

/// Somebody of the book by name and number; of whom the case itself admits, the name it brings.
export function personIn({ entry, members }: Whom, id: string): string {
    const known = members.find(({ member }) => member === id);
    const numbered = known && words().nameless(known.number);
    if (known) return known.name ? words().case_numbered(known.name, known.number) : numbered!;
    const part = entry?.private.find((one) => one.subject === id && one.class === "name");
    return (part?.text && (JSON.parse(part.text) as { name?: string }).name) || id;
}

/// Whose an operation is: the person, or the loan with who owes it.
export function whose(whom: Whom, op: Op): string[] {
    const lines: string[] = [];
    const isLent = op.op === "loan.disbursed" || op.op === "loan.opened";
    const label = isLent ? words().case_borrower : words().case_person;
    if (typeof op.member === "string") lines.push(`${label}: ${personIn(whom, op.member)}`);
    const loan = whom.loans.find((one) => one.loan === op.loan);
    // Lent by the case itself: what it says of the borrower is all there is.
    const lent = whom.entry && opsOf(whom.entry).find((one) => one !== op && one.loan === op.loan);
    if (loan) {
        const { member, disbursed_on, principal, outstanding } = loan;
        const name = personIn(whom, member);
        lines.push(
            words().case_loan(name, day(disbursed_on), money(principal), money(outstanding)),
        );
    } else if (op.loan && !isLent && typeof lent?.member === "string") {
        lines.push(`${words().case_borrower}: ${personIn(whom, lent.member)}`);
    }
    return lines;
}

/// Everybody in an operation's lists, each with the amount if there is one.
export function eachOf(whom: Whom, op: Op): string[] {
    const lists = ["paid", "present", "members", "seats", "guarantors"].map((field) => op[field]);
    return lists.flat().flatMap((line) => {
        const { member, amount } =
            typeof line === "string"
                ? { member: line, amount: 0 }
                : ((line ?? {}) as { member?: string; amount?: number });
        if (!member) return [];
        return personIn(whom, member) + (amount ? `: ${money(amount)}` : "");
    });
}

/// A problem that is kept as JSON; nothing was said against what was taken back.
export const problemOf = (kept: string) => (kept ? (JSON.parse(kept) as Problem) : undefined);

/// The operation that it is about: what says no to a loan or a member as a whole names these only.
export function placeOf({ op_index, facts }: Problem, ops: Op[]): number {
    if (op_index !== null) return op_index;
    const { loan, member } = facts;
    return ops.findLastIndex((op) =>
        loan ? op.loan === loan : member !== undefined && op.member === member,
    );
}

/// Its sentence, with the names of whom and what the case names.
export function sentence(problem: Problem | undefined, whom?: Whom): string {
    if (!problem) return "";
    let text = plainly(problem);
    for (const { member } of whom?.members ?? []) {
        text = text.replaceAll(member, personIn(whom!, member));
    }
    for (const { loan, member } of whom?.loans ?? []) {
        text = text.replaceAll(loan, words().case_loan_of(personIn(whom!, member)));
    }
    return text;
}
