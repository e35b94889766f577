// What the core says no with, in words that a treasurer understands: names for ids, accounts by
// their names, days as they are written.

import { nameOf } from "../app.svelte";
import type { Fund } from "../core/types";
import type { Problem } from "../core/wasm";
import { day } from "../format";
import { language, words } from "../words/words.svelte";

/// "Dự phòng · Quỹ tăng thu nhập" of "income:reserve"
export function accountName(full: string): string {
    const [fund, ...rest] = full.split(":");
    return `${accountIn(rest.join(":"))} · ${words().funds[fund as Fund]}`;
}

/// Without the fund: "Dự phòng" of "reserve"
export function accountIn(name: string): string {
    const { m, sources } = words();
    const [first, source] = name.split(":");
    if (first === "capital") return m.capital_of(sources[source as "person"]);
    return m.accounts[name] ?? name;
}

/// What a field of an operation is called on the screen; a machine's name never reaches a reader.
function fieldName(field: string): string {
    const w = words();
    const named: Record<string, string> = {
        ...w.fields,
        amount: w.amount,
        approved: w.m.vote,
        base: w.loan_base,
        birth_year: w.member_birth,
        book_amount: w.cash_book,
        decision: w.m.decision,
        disbursed_on: w.m.opening_lent,
        dues: w.rules_dues,
        grace_months: w.m.grace,
        guarantors: w.m.guarantors,
        guests: w.guests,
        interest: w.repay_interest,
        interest_paid_through: w.m.opening_paid,
        joined: w.member_joined,
        limits: w.rules_limit,
        losses: w.m.losses,
        meeting_day: w.rules_meeting_day,
        member: w.member_name,
        method: w.loan_method,
        min_months: w.m.min_months,
        months: w.loan_months,
        on: w.on,
        outstanding: w.m.opening_outstanding,
        overdue: w.m.overdue_rule,
        overdue_rate_ppm: w.m.overdue_rate,
        paid: w.m.paid_who,
        present: w.m.present_who,
        present_count: w.present,
        principal: w.repay_principal,
        purpose: w.loan_purpose,
        rate_ppm: w.loan_rate,
        requested_on: w.m.requested,
        seats: w.role_board,
        split: w.rules_split,
        terms: w.m.agreed_terms,
        unit: w.amount,
        votes_against: w.votes_against,
        votes_for: w.votes_for,
    };
    return named[field.split(".").at(-1)!] ?? w.field_other;
}

function fact(key: string, value: string): string {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
    if (/^(income|operating):/.test(value)) return accountName(value);
    if (key === "field" || key === "key") return fieldName(value);
    if (key === "op") return words().ops[value] ?? value;
    if (key === "member") return nameOf(value);
    if (key === "loan") return "";
    return value;
}

export function plainly(problem: Problem): string {
    const { facts } = problem;
    if (problem.rule === "reversal.in_the_way") {
        return words().m.in_the_way(words().ops[facts.op!] ?? facts.op!, day(facts.on!));
    }
    let text = language.code === "vi" ? problem.message : problem.message_en;
    for (const [key, value] of Object.entries(facts)) {
        const said = fact(key, value);
        if (said !== value && value) text = text.replaceAll(value, said);
    }
    return text.replaceAll("  ", " ");
}
