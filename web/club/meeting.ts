// A meeting while it is typed, and the operations of the one entry that it becomes. Everything is
// as usual unless said otherwise: the draft holds what differs.

import { localId } from "./core/ids";
import { draftOf, type Doing } from "./life/doings";
import type {
    Area,
    Draft,
    LoanLine,
    LoanTerms,
    MeetingSheet,
    NewPart,
    Op,
    Payer,
} from "./core/types";

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
export interface NewLoan {
    loan: string;
    member: string;
    amount: number;
    terms: LoanTerms;
    purpose: string;
    votes_for: number;
    votes_against: number;
}
export type LineKind =
    "gift" | "capital" | "expense" | "deposit" | "withdrawal" | "bank_interest" | "to_income";
export interface MoneyLine {
    kind: LineKind;
    amount: number;
    fund: "income" | "operating"; // of bank lines
    purpose: string; // of expenses
    source: string; // of capital
    note: string;
}

export interface Meeting {
    on: string;
    meeting: string;
    past: boolean; // typed from paper
    step: number;
    absent: string[];
    guests: number;
    unpaid: string[];
    repayments: Record<string, Repayment>; // by loan, only what differs from as due
    loans: NewLoan[];
    lines: MoneyLine[];
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
        past,
        step: 0,
        absent: [],
        guests: 0,
        unpaid: [],
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
    const unpaid = new Set(meeting.unpaid);
    return sheet.dues.filter((line) => line.amount > 0 && !unpaid.has(line.member));
}

function lineOp(line: MoneyLine, on: string): Op {
    const { amount, fund } = line;
    const account = "cash";
    switch (line.kind) {
        case "gift":
            return { op: "donation.received", on, account, kind: "gift", amount };
        case "capital":
            return { op: "capital.received", on, account, source: line.source, amount };
        case "expense":
            return { op: "expense.paid", on, account, amount, purpose: line.purpose };
        case "deposit":
            return { op: "bank.deposited", on, fund, amount };
        case "withdrawal":
            return { op: "bank.withdrawn", on, fund, amount };
        case "bank_interest":
            return { op: "bank.interest", on, fund, amount };
        case "to_income":
            return { op: "fund.transferred", on, from: "operating", account, amount };
    }
}

function note(text: string, field: "note" | "minutes"): NewPart[] {
    return text.trim() ? [{ class: "text", fields: { [field]: text.trim() } }] : [];
}

/// Cash that the meeting moves into (+) or out of (−) the box.
export function cashMoved(meeting: Meeting, sheet: MeetingSheet): number {
    let sum = 0;
    for (const line of paidDues(meeting, sheet)) sum += line.amount;
    for (const loan of sheet.loans) {
        const paid = repaymentOf(meeting, loan);
        sum += paid.principal + paid.interest;
    }
    for (const loan of meeting.loans) sum -= loan.amount;
    for (const line of meeting.lines) {
        if (line.kind === "gift" || line.kind === "capital") sum += line.amount;
        if (line.kind === "withdrawal") sum += line.amount;
        if (line.kind === "expense" || line.kind === "deposit") sum -= line.amount;
    }
    return sum;
}

export function bookCash(meeting: Meeting, sheet: MeetingSheet): number {
    return sheet.income_cash + sheet.operating_cash + cashMoved(meeting, sheet);
}

/// The entry's operations, money in before money out.
export function compose(meeting: Meeting, sheet: MeetingSheet): Draft[] {
    const { on } = meeting;
    const drafts: Draft[] = [];
    drafts.push({
        op: {
            op: "meeting.held",
            on,
            meeting: meeting.meeting,
            kind: "regular",
            present: presentMembers(meeting, sheet),
            guests: meeting.guests,
            areas: meeting.areas,
            entered_from: meeting.past ? "paper" : "phone",
        },
        parts: note(meeting.minutes, "minutes"),
    });
    for (const doing of meeting.doings ?? []) drafts.push(draftOf(doing, on));
    const paid = paidDues(meeting, sheet);
    if (paid.length) drafts.push({ op: { op: "dues.received", on, account: "cash", paid } });
    for (const loan of sheet.loans) {
        const { principal, interest, payer } = repaymentOf(meeting, loan);
        if (principal + interest === 0) continue;
        drafts.push({
            op: {
                op: "loan.repaid",
                on,
                loan: loan.loan,
                account: "cash",
                principal,
                interest,
                payer,
            },
        });
    }
    const out = (line: MoneyLine) => line.kind === "expense" || line.kind === "deposit";
    const ordered = [...meeting.lines.filter((l) => !out(l)), ...meeting.lines.filter(out)];
    for (const loan of meeting.loans) {
        drafts.push({
            op: {
                op: "loan.disbursed",
                on,
                loan: loan.loan,
                member: loan.member,
                account: "cash",
                amount: loan.amount,
                terms: loan.terms,
                approved: {
                    on,
                    votes_for: loan.votes_for,
                    votes_against: loan.votes_against,
                },
                guarantors: [],
                purpose: loan.purpose,
            },
        });
    }
    for (const line of ordered) {
        drafts.push({ op: lineOp(line, on), parts: note(line.note, "note") });
    }
    if (!meeting.skip_count) {
        const book_amount = bookCash(meeting, sheet);
        const amount = meeting.counted ?? book_amount;
        drafts.push({ op: { op: "cash.counted", on, box: "cash", amount, book_amount } });
    }
    return drafts;
}
