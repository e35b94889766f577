// A meeting while it is typed, and the operations of the one entry that it becomes. Everything is
// as usual unless said otherwise: the draft holds what differs.

import { localId } from "./core/ids";
import type {
    Area,
    Draft,
    InterestSplit,
    LoanLine,
    MeetingSheet,
    NewPart,
    Op,
    Payer,
} from "./core/types";
import { cashOf, type Vote } from "./money/forms";
import { draftOf, type Doing } from "./life/doings";

export const steps = [
    "present",
    "dues",
    "repayments",
    "new_loans",
    "money_lines",
    "areas",
    "cash",
    "minutes",
    "check",
] as const;
export type Step = (typeof steps)[number];

export interface Repayment {
    principal: number;
    interest: number;
    payer: Payer;
}
export interface Meeting {
    on: string;
    meeting: string;
    kind: "regular" | "extra";
    past: boolean; // typed from paper
    step: number;
    absent: string[];
    guests: number;
    paid: MeetingSheet["dues"] | null; // null: everybody as due
    repayments: Record<string, Repayment>; // by loan, only what differs from as due
    loans: Draft[]; // loan.disbursed
    lines: Draft[]; // of money, and decisions on loans
    areas: Area[];
    doings: Doing[]; // checks, visits, activities, goods
    counted: number | null; // null: not counted yet
    skip_count: boolean;
    minutes: string;
}

export function newMeeting(on: string, past: boolean): Meeting {
    return {
        on,
        meeting: localId(),
        kind: "regular",
        past,
        step: 0,
        absent: [],
        guests: 0,
        paid: null,
        repayments: {},
        loans: [],
        lines: [],
        areas: ["income"],
        doings: [],
        counted: null,
        skip_count: false,
        minutes: "",
    };
}

export function asDue(loan: LoanLine): Repayment {
    return {
        principal: loan.overdue_principal + loan.due_principal,
        interest: loan.overdue_interest + loan.due_interest,
        payer: "member",
    };
}

export function repaymentOf(meeting: Meeting, loan: LoanLine): Repayment {
    return meeting.repayments[loan.loan] ?? asDue(loan);
}

export function presentMembers(meeting: Meeting, sheet: MeetingSheet): string[] {
    const absent = new Set(meeting.absent);
    return sheet.dues.map((line) => line.member).filter((member) => !absent.has(member));
}

export function paidDues(meeting: Meeting, sheet: MeetingSheet): MeetingSheet["dues"] {
    return meeting.paid ?? sheet.dues.filter((line) => line.amount > 0);
}

/// Members whose loans stand otherwise, or who have come or gone.
export function movedIn(before: MeetingSheet, after: MeetingSheet): string[] {
    const linesOf = (sheet: MeetingSheet) =>
        [...sheet.loans, ...sheet.dues].map((line) => [line.member, JSON.stringify(line)] as const);
    const [old, now] = [linesOf(before), linesOf(after)];
    const missing = (from: typeof old, lines: typeof old) => {
        const there = new Set(lines.map(([, text]) => text));
        return from.filter(([, text]) => !there.has(text)).map(([member]) => member);
    };
    return [...new Set([...missing(old, now), ...missing(now, old)])];
}

function note(text: string): NewPart[] {
    return text.trim() ? [{ class: "text", fields: { minutes: text.trim() } }] : [];
}

function presence(meeting: Meeting, sheet: MeetingSheet): Draft {
    const { on, kind, guests, areas } = meeting;
    const op = { op: "meeting.held", on, meeting: meeting.meeting, kind, guests, areas };
    const present = presentMembers(meeting, sheet);
    const entered_from = meeting.past ? "paper" : "phone";
    return { op: { ...op, present, entered_from }, parts: note(meeting.minutes) };
}

/// How it was voted where nothing else was typed.
function everybody(meeting: Meeting, sheet: MeetingSheet): Vote {
    return { on: meeting.on, votes_for: presentMembers(meeting, sheet).length, votes_against: 0 };
}

/// What moves money, and decisions; money in before money out.
function doings(meeting: Meeting, sheet: MeetingSheet): Draft[] {
    const { on } = meeting;
    const drafts: Draft[] = [];
    for (const doing of meeting.doings ?? []) drafts.push(draftOf(doing, on));
    const paid = paidDues(meeting, sheet);
    if (paid.length) drafts.push({ op: { op: "dues.received", on, account: "cash", paid } });
    for (const loan of sheet.loans) {
        const repaid = repaymentOf(meeting, loan);
        if (repaid.principal + repaid.interest === 0) continue;
        const op = { op: "loan.repaid", on, loan: loan.loan, account: "cash", ...repaid };
        drafts.push({ op });
    }
    const dated = ({ op, parts }: Draft): Draft => ({
        op: { ...op, on },
        ...(parts ? { parts } : {}),
    });
    const out = ({ op }: Draft) => cashOf(op) < 0;
    const lines = meeting.lines.map(dated);
    drafts.push(...lines.filter((line) => !out(line)));
    for (const loan of meeting.loans) {
        const draft = dated(loan);
        const { op } = draft;
        if (op.approved) op.approved = { ...everybody(meeting, sheet), ...op.approved };
        drafts.push(draft);
    }
    drafts.push(...lines.filter(out));
    return drafts;
}

function moved(meeting: Meeting, sheet: MeetingSheet, by: (op: Op) => number): number {
    return doings(meeting, sheet).reduce((sum, { op }) => sum + by(op), 0);
}

/// Cash that must be in the box at the end.
export function bookCash(meeting: Meeting, sheet: MeetingSheet): number {
    return sheet.income_cash + sheet.operating_cash + moved(meeting, sheet, cashOf);
}

/// What of an interest is the income fund's, as src/core/money.cpp splits it.
function incomeShare(interest: number, split: InterestSplit, unit: number): number {
    const units = Math.trunc(interest / unit);
    const parts = [split.income, split.operating, split.board, split.reserve].map((ppm) => ({
        whole: Math.trunc((units * ppm) / 1_000_000),
        rest: (units * ppm) % 1_000_000,
    }));
    const left = units - parts.reduce((sum, { whole }) => sum + whole, 0);
    const most = [...parts].sort((one, other) => other.rest - one.rest);
    for (const part of most.slice(0, left)) part.whole += 1;
    return interest - (parts[1]!.whole + parts[2]!.whole) * unit;
}

const between: Record<string, (op: Op) => number> = {
    "fund.transferred": (op) => (op.from === "income" ? -1 : 1),
    "fund.advanced": () => -1,
    "fund.advance_returned": () => 1,
};
const ofIncome = /^(loan|capital)\./;

/// Cash of the income fund that the meeting leaves for a loan: all of it but that loan.
export function cashToLend(
    meeting: Meeting,
    sheet: MeetingSheet,
    split: InterestSplit,
    loan: unknown,
): number {
    const units = new Map(sheet.loans.map((line) => [line.loan, line.terms.unit]));
    const by = (op: Op): number => {
        if (op.op === "loan.disbursed" && op.loan === loan) return 0;
        const sign = between[op.op]?.(op);
        if (sign) return op.account === "cash" ? sign * Number(op.amount) : 0;
        if (!ofIncome.test(op.op) && op.fund !== "income") return 0;
        if (op.op !== "loan.repaid") return cashOf(op);
        const unit = units.get(String(op.loan))!;
        return Number(op.principal) + incomeShare(Number(op.interest), split, unit);
    };
    return sheet.income_cash + moved(meeting, sheet, by);
}

/// The entry's operations.
export function compose(meeting: Meeting, sheet: MeetingSheet): Draft[] {
    const drafts = [presence(meeting, sheet), ...doings(meeting, sheet)];
    if (!meeting.skip_count) {
        const book_amount = bookCash(meeting, sheet);
        const amount = meeting.counted ?? book_amount;
        const op = { op: "cash.counted", on: meeting.on, box: "cash", amount, book_amount };
        drafts.push({ op });
    }
    return drafts;
}

/// The step in which an operation was typed.
export function stepOf(op: string | undefined): number {
    const name: Step =
        op === "dues.received"
            ? "dues"
            : op === "loan.repaid"
              ? "repayments"
              : op === "loan.disbursed"
                ? "new_loans"
                : op === "cash.counted"
                  ? "cash"
                  : op === "meeting.held"
                    ? "present"
                    : "money_lines";
    return steps.indexOf(name);
}
