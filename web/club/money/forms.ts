// What can be recorded of money and loans, described by data: one form draws them all.

import { localId } from "../core/ids";
import { areas, type HomePage, type LoanTerms, type NewPart, type Op } from "../core/types";
import type { Words } from "../words/words.svelte";
import { termsTyped } from "./terms";

export type Kind =
    | "money"
    | "signed" // money that may be taken away
    | "choice"
    | "date"
    | "count"
    | "text"
    | "member"
    | "members"
    | "present"
    | "paid"
    | "loan"
    | "terms"
    | "vote"
    | "losses"
    | "areas";

export interface Field {
    name: string;
    kind: Kind;
    label(w: Words): string;
    options?: (w: Words, op: Op) => Record<string, string>;
    optional?: true;
    shown?: (op: Op) => boolean;
}

export type Group = "in" | "out" | "bank" | "between" | "box" | "loan";

export interface Form {
    group?: Group; // where it stands in the menu; none: only for corrections
    fields: Field[];
    start: object; // what a fresh one holds
    person?: "donor" | "counters"; // a name that is told in a private part
    cash?: 1 | -1; // into or out of the box, if `account` is cash
    meeting?: true; // may be a line of a meeting
}

const amount: Field = { name: "amount", kind: "money", label: (w) => w.amount };
const loan: Field = { name: "loan", kind: "loan", label: (w) => w.m.choose_loan };
const terms: Field = { name: "terms", kind: "terms", label: (w) => w.m.agreed_terms };
const decision: Field = { name: "decision", kind: "text", label: (w) => w.m.decision };

function choice(
    name: string,
    label: Field["label"],
    options: NonNullable<Field["options"]>,
): Field {
    return { name, kind: "choice", label, options };
}
const account = choice(
    "account",
    (w) => w.m.box,
    (w) => w.m.boxes,
);
const fund = choice(
    "fund",
    (w) => w.line_fund,
    (w) => w.funds,
);
const source = choice(
    "source",
    (w) => w.line_source,
    (w) => w.sources,
);
const share: Field = {
    name: "member",
    kind: "member",
    label: (w) => w.m.share_of,
    optional: true,
    shown: (op) => op.source === "members",
};
const area: Field = {
    name: "area",
    kind: "choice",
    label: (w) => w.m.area,
    options: (w) => ({
        "": w.m.area_none,
        ...Object.fromEntries(areas.map((one, i) => [i + 1, w.areas[one]])),
    }),
};

const cash = { account: "cash" };
const plain = { amount: 0 };
const ofFund = { fund: "income", amount: 0 };

export const forms: Record<string, Form> = {
    "dues.received": {
        group: "in",
        fields: [{ name: "paid", kind: "paid", label: (w) => w.m.paid_who }, account],
        start: { ...cash, paid: [] },
        cash: 1,
    },
    "donation.received": {
        group: "in",
        fields: [
            amount,
            account,
            choice(
                "kind",
                (w) => w.m.donation,
                (w) => w.m.donations,
            ),
        ],
        start: { ...cash, kind: "gift", ...plain },
        person: "donor",
        cash: 1,
        meeting: true,
    },
    "capital.received": {
        group: "in",
        fields: [amount, account, source, share],
        start: { ...cash, source: "person", ...plain },
        person: "donor",
        cash: 1,
        meeting: true,
    },
    "expense.paid": {
        group: "out",
        fields: [
            amount,
            choice(
                "purpose",
                (w) => w.line_purpose,
                (w) => w.purposes,
            ),
            area,
            account,
        ],
        start: { ...cash, ...plain, purpose: "visit" },
        cash: -1,
        meeting: true,
    },
    "capital.returned": {
        group: "out",
        fields: [amount, account, source, share],
        start: { ...cash, source: "members", ...plain },
        cash: -1,
        meeting: true,
    },
    "bank.deposited": {
        group: "bank",
        fields: [amount, fund],
        start: ofFund,
        cash: -1,
        meeting: true,
    },
    "bank.withdrawn": {
        group: "bank",
        fields: [amount, fund],
        start: ofFund,
        cash: 1,
        meeting: true,
    },
    "bank.interest": { group: "bank", fields: [amount, fund], start: ofFund, meeting: true },
    "bank.fee": { group: "bank", fields: [amount, fund], start: ofFund, meeting: true },
    "fund.transferred": {
        group: "between",
        fields: [
            choice(
                "from",
                (w) => w.m.from,
                (w) => w.funds,
            ),
            amount,
            account,
        ],
        start: { from: "operating", ...cash, ...plain },
        meeting: true,
    },
    "fund.advanced": {
        group: "between",
        fields: [amount, account],
        start: { ...cash, ...plain },
        meeting: true,
    },
    "fund.advance_returned": {
        group: "between",
        fields: [amount, account],
        start: { ...cash, ...plain },
        meeting: true,
    },
    "reserve.changed": {
        group: "between",
        fields: [{ ...amount, kind: "signed" }],
        start: plain,
        meeting: true,
    },
    "cash.counted": {
        group: "box",
        fields: [{ ...amount, label: (w) => w.cash_counted }],
        start: { box: "cash", amount: -1, book_amount: 0 }, // amount < 0: not counted yet
        person: "counters",
    },
    "cash.adjusted": {
        group: "box",
        fields: [
            { ...amount, kind: "signed" },
            fund,
            choice(
                "against",
                (w) => w.m.against,
                (w, op): Record<string, string> => {
                    const { claims, reserve, adjustment } = w.m.againsts;
                    return op.fund === "income" ? { claims, reserve } : { claims, adjustment };
                },
            ),
            decision,
        ],
        start: { fund: "income", amount: 0, against: "claims", decision: "" },
        cash: 1,
        meeting: true,
    },
    "claim.settled": {
        group: "box",
        fields: [amount, fund, account],
        start: { ...ofFund, ...cash },
        cash: 1,
        meeting: true,
    },
    "claim.waived": {
        group: "box",
        fields: [amount, fund, decision],
        start: { ...ofFund, decision: "" },
        meeting: true,
    },
    "loan.disbursed": {
        group: "loan",
        fields: [
            { name: "member", kind: "member", label: (w) => w.borrower },
            { ...amount, label: (w) => w.loan_amount },
            terms,
            choice(
                "purpose",
                (w) => w.loan_purpose,
                (w) => w.loan_purposes,
            ),
            { name: "requested_on", kind: "date", label: (w) => w.m.requested, optional: true },
            { name: "approved", kind: "vote", label: (w) => w.m.vote, optional: true },
            { name: "guarantors", kind: "members", label: (w) => w.m.guarantors, optional: true },
            account,
        ],
        start: { ...cash, amount: 0, guarantors: [] }, // for what: nobody has said yet
        cash: -1,
    },
    "loan.repaid": {
        group: "loan",
        fields: [
            loan,
            { name: "principal", kind: "money", label: (w) => w.repay_principal, optional: true },
            { name: "interest", kind: "money", label: (w) => w.repay_interest, optional: true },
            choice(
                "payer",
                (w) => w.repay_payer,
                (w) => w.payers,
            ),
            account,
        ],
        start: { ...cash, payer: "member" },
        cash: 1,
    },
    "loan.rescheduled": {
        fields: [loan, terms, decision],
        start: { decision: "" },
        meeting: true,
    },
    "loan.interest_waived": {
        fields: [loan, amount, decision],
        start: { ...plain, decision: "" },
        meeting: true,
    },
    "loan.taken_over": {
        fields: [loan, { name: "member", kind: "member", label: (w) => w.m.taken_by }],
        start: {},
        meeting: true,
    },
    "loan.written_off": {
        fields: [loan, { name: "losses", kind: "losses", label: (w) => w.m.losses }, decision],
        start: { losses: [], decision: "" },
        meeting: true,
    },
    "loan.recovered": {
        fields: [loan, amount, account],
        start: { ...cash, ...plain },
        cash: 1,
        meeting: true,
    },
    "meeting.held": {
        fields: [
            choice(
                "kind",
                (w) => w.m.kind,
                (w) => w.m.kinds,
            ),
            { name: "present", kind: "present", label: (w) => w.m.present_who },
            { name: "guests", kind: "count", label: (w) => w.guests },
            { name: "areas", kind: "areas", label: (w) => w.areas_title },
        ],
        start: {},
    },
};

/// Loan rules are asked for at the first loan.
export function needsRules(home: HomePage): boolean {
    return !home.rules || (home.rules.limits.amount === undefined && home.lent === 0);
}

/// A fresh operation. `given` is what the screen knows: a loan, a borrower, the club's terms.
export function blank(name: string, on: string, given: object = {}): Op {
    const id = name === "loan.disbursed" ? { loan: localId() } : {};
    return { op: name, on, ...structuredClone(forms[name]?.start), ...id, ...given };
}

/// Cash that an operation moves into (+) or out of (−) the box.
export function cashOf(op: Op): number {
    const sign = forms[op.op]?.cash ?? 0;
    if (!sign || (op.account ?? "cash") !== "cash") return 0;
    const paid = (op.paid as { amount: number }[] | undefined) ?? [];
    const amounts = [op.amount, op.principal, op.interest, ...paid.map((one) => one.amount)];
    return sign * amounts.reduce<number>((sum, one) => sum + Number(one ?? 0), 0);
}

export interface Vote {
    on: string;
    votes_for: number;
    votes_against: number;
}

/// As it is written: without what was left empty.
export function written(op: Op): Op {
    const next: Op = { ...op };
    for (const field of forms[op.op]!.fields) {
        const value = next[field.name];
        const hidden = field.shown && !field.shown(op);
        const empty = value === "" || value === undefined || value === null;
        if (hidden || empty) delete next[field.name];
    }
    if (next.area !== undefined) next.area = Number(next.area);
    const vote = next.approved as Vote | undefined;
    if (vote && vote.votes_for + vote.votes_against === 0) delete next.approved;
    if (op.op === "loan.repaid") {
        next.principal ??= 0;
        next.interest ??= 0;
    }
    return next;
}

/// The fields that must be there and are not.
export function missing(op: Op): Field[] {
    const there = (field: Field) => {
        const value = op[field.name];
        if (field.optional || (field.shown && !field.shown(op))) return true;
        if (field.kind === "money" && op.op === "cash.counted") return Number(value) >= 0;
        if (field.kind === "money") return Number(value) > 0;
        if (field.kind === "signed") return Number(value) !== 0;
        if (field.kind === "paid" || field.kind === "losses") return (value as []).length > 0;
        if (field.kind === "terms") return !value || termsTyped(value as LoanTerms);
        const asked = ["member", "loan", "text"].includes(field.kind) || field.name === "purpose";
        return !asked || Boolean(value);
    };
    const { fields } = forms[op.op]!;
    const sum = Number(op.principal ?? 0) + Number(op.interest ?? 0);
    const unpaid = op.op === "loan.repaid" && sum === 0;
    return fields.filter((field) => !there(field) || (unpaid && field.name === "principal"));
}

/// The private parts: what was typed freely, and a name.
export function partsOf(op: Op, note: string, person: string): NewPart[] {
    const parts: NewPart[] = [];
    const text = op.op === "meeting.held" ? "minutes" : "note";
    if (note.trim()) parts.push({ class: "text", fields: { [text]: note.trim() } });
    const who = forms[op.op]?.person;
    if (who && person.trim()) parts.push({ class: "name", fields: { [who]: person.trim() } });
    return parts;
}
