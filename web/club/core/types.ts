// What the core answers: the described structs of src/core and src/wasm, field by field.

export type Fund = "income" | "operating";
export type Box = "cash" | "bank";
export type Sex = "male" | "female" | "unknown";
export type Hardship = "none" | "near_poor" | "poor" | "other" | "unknown";
export type Leaving = "asked" | "moved" | "died" | "removed";
export type BoardRole = "chair" | "deputy" | "secretary" | "accountant" | "treasurer" | "member";
export type Payer = "member" | "heir" | "guarantor" | "other";
export const areas = [
    "income",
    "health",
    "home_care",
    "mutual_help",
    "rights",
    "awareness",
    "culture",
    "resources",
] as const;
export type Area = (typeof areas)[number];

export interface LoanTerms {
    months: number;
    rate_ppm: number;
    base: "outstanding" | "original";
    method: "equal_principal" | "at_end" | "free";
    unit: number;
    grace_months: number;
    overdue: "same" | "none" | "own";
    overdue_rate_ppm?: number;
    min_months: number;
}
export interface InterestSplit {
    income: number;
    operating: number;
    board: number;
    reserve: number;
}
export interface RulesSet {
    from: string;
    meeting_day?: number;
    dues?: number;
    split: InterestSplit;
    unit: number;
    terms: LoanTerms;
    limits: { amount?: number; open_loans?: number };
}
export interface HomePage {
    on: string;
    name: string;
    status: string;
    seat_village?: string;
    book_opened?: string;
    closed_until?: string;
    members: number;
    income_cash: number;
    income_bank: number;
    operating_cash: number;
    operating_bank: number;
    lent: number;
    overdue: number;
    borrowers_owing: number;
    income_fund: number;
    operating_fund: number;
    last_meeting?: string;
    next_meeting?: string;
    rules?: RulesSet;
}
export interface MemberLine {
    member: string;
    joined: string;
    left?: string;
    reason?: Leaving;
    birth_year?: number;
    sex: Sex;
    hardship: Hardship;
    shares: number;
    owes: number;
    in_club: boolean;
    role?: BoardRole;
}
export interface PersonLine {
    line: MemberLine;
    number: number; // in the order of admission
    name: string;
    search: string;
    day?: number;
    month?: number;
    phone: string;
}
export interface LoanLine {
    loan: string;
    member: string;
    disbursed_on: string;
    principal: number;
    outstanding: number;
    overdue_interest: number;
    due_interest: number;
    overdue_principal: number;
    due_principal: number;
    age_days: number;
    rescheduled: number;
    written_off: number;
    terms: LoanTerms;
}
export interface LoanQuote {
    months: { month: string; principal: number; interest: number; outstanding: number }[];
    price: { interest: number; month_ppm: number; nominal_ppm: number; effective_ppm: number };
}
export interface LoanStep {
    on: string;
    seq: number;
    op_index: number;
    op: string;
    principal: number;
    interest: number;
    live: boolean;
}
export interface LoanPage {
    line: LoanLine;
    quote: LoanQuote;
    steps: LoanStep[];
}
export interface MeetingSheet {
    on: string;
    regular_held: boolean;
    income_cash: number;
    operating_cash: number;
    dues: { member: string; amount: number }[];
    loans: LoanLine[];
}
export interface MeetingLine {
    on: string;
    kind: "regular" | "extra";
    present: number;
    guests: number;
    areas: Area[];
    seq: number;
}
export interface JournalLine {
    seq: number;
    op_index: number;
    on: string;
    op: string;
    live: boolean;
    posted: { account: string; amount: number }[];
}
export interface NegativeLine {
    on: string;
    account: string;
    amount: number;
}
export interface FundsPage {
    on: string;
    accounts: { account: string; amount: number }[];
    book_opened?: string;
    closed_until?: string;
    negative?: NegativeLine;
}
export interface AccountPage {
    before: number;
    moves: {
        on: string;
        seq: number;
        op_index: number;
        op: string;
        live: boolean;
        amount: number;
        balance: number;
    }[];
    after: number;
}
/// What an entry would change.
export interface Difference {
    accounts: { account: string; before: number; after: number }[];
    loans: { before?: LoanLine; after?: LoanLine }[];
    negative?: NegativeLine;
}
export interface Part {
    part: number;
    subject?: string;
    class: "name" | "contact" | "sensitive" | "text";
    salt?: string;
    text?: string;
    digest?: string;
}
export interface Entry {
    entry_id: string;
    book_id: string;
    device: string;
    author: string;
    device_seq: number;
    made_at: number;
    body: string;
    private: Part[];
}
export interface EntryPage {
    seq: number;
    received_at?: number;
    entry: Entry;
    entry_digest: string;
}
export interface CaseLine {
    offered: { entry: Entry; replaces?: string };
    state: "open" | "replaced" | "withdrawn" | "recorded";
    problem: string;
    told: boolean;
    replaced_by?: string;
    reason?: string;
}
export interface BookStatus {
    book: string;
    state: "ok" | "behind" | "forked" | "closed";
    needs_update: boolean;
    last_seq: number;
    used_through: number;
    settled_through: number;
    pending: number;
    open_cases: number;
    misfits: number;
}

/// An operation as it is written into a body.
export type Op = { op: string; on: string; parts?: number[] } & Record<string, unknown>;
/// A private part before it has a number and a salt.
export interface NewPart {
    subject?: string;
    class: Part["class"];
    fields: Record<string, string | number | boolean>;
}
/// An operation with what it discloses.
export interface Draft {
    op: Op;
    parts?: NewPart[];
}
