// What the server answers, field by field as src/app says it.

import type { Answer, How, Purpose } from "../club/life/types";
import type { HandoverLine } from "./scheme/estate";
import type { Area } from "./scheme/forms";
import type { RatingLine } from "./rating";
import type { MatterList } from "./scheme/matters";

export type { Problem } from "../club/core/wasm";

export type Role =
    "club_board" | "commune" | "district" | "province" | "steering" | "auditor" | "administrator";

export interface HeldRole {
    role: Role;
    unit?: string;
    unit_code?: string;
    unit_name?: string;
    book?: string;
    from: string;
    until?: string;
}
export interface Me {
    account: string;
    login: string;
    shown_name: string;
    roles: HeldRole[];
    must_change_password: boolean;
    totp: boolean;
    totp_needed: boolean;
    simulated: boolean; // a demonstration: people and clubs are made up
    last_backup?: number; // of the database
}
export interface SessionLine {
    id: string;
    browser: string;
    first_seen: number;
    last_seen: number;
    current: boolean;
}
export interface AccountLine {
    account: string;
    login: string;
    shown_name: string;
    disabled_at?: number;
    has_password: boolean;
    totp: boolean;
    roles: HeldRole[];
}
export interface PrintedSlip {
    account: string;
    slip: string;
    expires_at: number;
}
export interface ReadShown {
    book: string;
    at: number;
    id: string;
    reader: string;
    login: string;
    what: "sensitive" | "names" | "audit" | "person" | "workbook" | "list" | "document";
    subject?: string;
    reason: string;
}
export interface MonthCell {
    month: string;
    state: "held" | "totals" | "excused" | "none" | "outside";
    on?: string;
    seq?: number;
    from_paper?: boolean;
}
export interface WorkClub {
    book: string;
    name: string;
    village: string;
    commune: string;
    keeper: "phone" | "commune" | "both";
    open_cases: number;
    months: MonthCell[];
    typing: string[];
    due: { what: string; count: number; months: string[]; year?: number }[];
    /// The oldest month to be typed.
    missing?: string;
}
export interface WorkView {
    on: string;
    total: number;
    clubs: WorkClub[];
    answers: (Pick<RatingLine, "book" | "name" | "commune" | "state"> & {
        year: number;
        since: string;
    })[];
    scheme: { area: Area; list: MatterList }[];
    /// Money that clubs left to funds whose books do not have it yet.
    receipts: HandoverLine[];
}
export interface MyClub {
    book: string;
    name: string;
    village: string;
    commune: string;
    devices_in_use: number;
    open_cases: number;
    last_received_at?: number;
    last_meeting?: string;
}
export interface MyClubs {
    total: number;
    clubs: MyClub[];
}
export interface DeviceRow {
    device: string;
    name: string;
    bound_at: number;
    last_seen_at?: number;
    revoked_at?: number;
    settled_through: number;
    open_cases: number;
    /// Since when there is another board than the one in whose days it was bound.
    before_board?: string;
}
export interface CardRow {
    card: string;
    made_by: string;
    made_at: number;
    expires_at: number;
}
export interface LostPhone {
    device: DeviceRow;
    club: string;
    commune: string;
    people_named: number;
    classes: PartClass[];
    unsent_since?: number;
    deadline: number;
    form: string;
}
export type PartClass = "name" | "contact" | "sensitive" | "text";
export interface Part {
    part: number;
    subject?: string;
    class: PartClass;
    text?: string;
}
export interface Entry {
    entry_id: string;
    made_at: number;
    received_at?: number; // by the server, once it has it
    body: string;
    private: Part[];
}
export interface CaseRow {
    book: string;
    club: string;
    entry_id: string;
    state: "open" | "replaced" | "withdrawn" | "recorded";
    opened_at: number;
    device: string;
    sent_by: string;
    problem: string;
    closed_at?: number;
    closed_by?: string;
    reason?: string;
    /// Its meeting, else what it begins with; none: it was withdrawn before it came.
    about?: { op: string; on: string; others: number };
}
export interface CasesPage {
    total: number;
    offset: number;
    cases: CaseRow[];
}
export type CaseChoice =
    "accept" | "replace" | "another_meeting" | "keep_first" | "let_go" | "mend";
/// Somebody whom a case names; the name as far as the officer may see it.
export interface CaseMember {
    member: string;
    number: number; // in the order of admission
    name?: string;
}
/// A loan that a case names, as the book holds it now.
export interface CaseLoan {
    loan: string;
    member: string;
    disbursed_on: string;
    principal: number;
    outstanding: number;
}
/// What the book holds of the same already.
export interface BesideOp {
    seq: number;
    on: string;
    op: string;
    text: string;
    received_at: number;
    author: string;
    device: string;
}
export interface CaseView {
    row: CaseRow;
    entry?: Entry;
    stands?: { entry: Entry & { seq: number }; live: number[] };
    refused_now?: string;
    members: CaseMember[];
    loans: CaseLoan[];
    beside: BesideOp[];
    beside_total: number;
    last_seq: number;
    balances: { account: string; amount: number }[];
    choices: CaseChoice[];
}
export type Op = { op: string; on: string; parts?: number[] } & Record<string, unknown>;
/// A person of the book; the name as far as the reader may see it.
export interface BookMember {
    member: string;
    number: number; // in the order of admission
    name?: string;
    birth_year?: number;
    joined: string;
    left?: string;
}
/// Everything that a book holds about one person.
export interface PersonFile {
    book: string;
    person: string;
    club: string;
    made_at: number;
    parts: { seq: number; part: number; kind: PartClass; words: string; text?: string }[];
    consents: { on: string; words: string; purposes: Purpose[]; how: How; answer: Answer }[];
    loans: {
        loan: string;
        words: string;
        disbursed_on: string;
        principal: number;
        outstanding: number;
        interest_paid: number;
    }[];
    operations: {
        seq: number;
        received_at: number;
        on: string;
        op: string;
        words: string;
        text: string; // what the operation says of the person, and of nobody else
        others: number; // people it names besides
        undone: boolean;
    }[];
}
/// A club on its way from a proposal to a launch, running, or ended.
export interface RegisterLine {
    book: string;
    name: string;
    commune: string;
    village: string;
    status: string;
    keeper: "phone" | "commune" | "both";
    proposed_on?: string;
    decided_on?: string;
    launched_on?: string;
    ended_on?: string;
    start_capital?: number;
    book_opened?: string;
    /// In the book: "capital:province", "shares"; by the day of the launch, and later.
    raised: { account: string; amount: number }[];
    raised_later: number;
    dossier: { item: string; done: boolean; on: string; document?: string }[];
    /// The last step of its life, while nothing rests on it.
    undoable?: { op: string; on: string; seq: number; op_index: number };
}
export interface RegisterView {
    on: string;
    total: number;
    offset: number;
    clubs: RegisterLine[];
}
/// What a select or a list of ticks offers.
export type Option = readonly [value: string, text: string];
