// Opening a book in mid-life: what was told, kept while it is typed, and the one entry it becomes.

import type { Draft, LoanTerms, Op } from "../core/types";
import { usualTerms } from "./terms";

export interface OpenedLoan {
    loan: string;
    member: string;
    disbursed_on: string;
    principal: number;
    outstanding: number;
    interest_paid_through?: string;
    terms: LoanTerms;
}
export interface OpeningDraft {
    on: string;
    dues: number;
    meeting_day: number;
    accounts: Record<string, number>; // by full name, as positive figures
    shares: { member: string; amount: number }[];
    loans: OpenedLoan[];
}

const sources = [
    "province",
    "branch",
    "district",
    "commune",
    "budget",
    "project",
    "front",
    "firm",
    "person",
    "members",
    "club",
    "unknown",
];
/// Beside the cash of both funds, which everybody is asked for.
export const otherAccounts = [
    "income:bank",
    "income:advances",
    "income:claims",
    ...sources.map((one) => `income:capital:${one}`),
    "income:capitalised_interest",
    "income:reserve",
    "operating:bank",
    "operating:claims",
    "operating:advances",
    ...["dues", "gift", "grant", "interest", "bank", "expense"].map(
        (kind) => `operating:balance:${kind}`,
    ),
    "operating:board_allowance",
];

const assets = /^(income:(cash|bank|loans|advances|claims)|operating:(cash|bank|claims))$/;

/// What was spent lowers the fund.
const signed = (account: string, amount: number) =>
    account === "operating:balance:expense" ? -amount : amount;

export function newOpening(on: string): OpeningDraft {
    return { on, dues: 5000, meeting_day: 15, accounts: {}, shares: [], loans: [] };
}

/// The rules before anybody has borrowed: how to lend is asked at the first loan.
export function firstRules(on: string, meeting_day: number, dues: number): Op {
    const split = { income: 1_000_000, operating: 0, board: 0, reserve: 0 };
    const rules = { from: on, meeting_day, dues, split, unit: 1000, terms: usualTerms };
    return { op: "rules.set", on, ...rules, limits: {} };
}

export function openingDrafts(opening: OpeningDraft, rulesStand: boolean): Draft[] {
    const { on } = opening;
    const drafts: Draft[] = [{ op: { op: "book.opened", on } }];
    for (const [full, amount] of Object.entries(opening.accounts)) {
        if (amount === 0) continue;
        const fund = full.split(":")[0]!;
        const account = full.slice(fund.length + 1);
        const op = { op: "balance.opened", on, fund, account, amount: signed(full, amount) };
        drafts.push({ op });
    }
    for (const { member, amount } of opening.shares) {
        const op = { op: "balance.opened", on, fund: "income", account: "shares", amount, member };
        drafts.push({ op });
    }
    for (const loan of opening.loans) drafts.push({ op: { op: "loan.opened", on, ...loan } });
    if (!rulesStand) {
        drafts.push({ op: firstRules(on, opening.meeting_day, opening.dues) });
    }
    return drafts;
}

/// Money less its sources, by fund: what stands as the opening difference.
export function openingDifference(ops: Op[]): Record<"income" | "operating", number> {
    const off = { income: 0, operating: 0 };
    for (const op of ops) {
        if (op.op === "loan.opened") off.income += Number(op.outstanding);
        if (op.op !== "balance.opened") continue;
        const fund = op.fund as "income";
        const sign = assets.test(`${op.fund}:${op.account}`) ? 1 : -1;
        off[fund] += sign * Number(op.amount);
    }
    return off;
}
