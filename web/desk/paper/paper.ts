// The paper of a meeting as it is typed: a row for each member in printed order, a second row for a
// second loan, four columns. Everything is as due unless it was typed otherwise; what differs is
// kept, and becomes the same entry as on a phone.

import {
    asDue,
    bookCash,
    compose,
    newMeeting,
    paidDues,
    repaymentOf,
    type Meeting,
} from "../../club/meeting";
import { cashOf } from "../../club/money/forms";
import { namesOf } from "../../club/names";
import { uuid7 } from "../../club/core/ids";
import type { Draft, HomePage, LoanLine, MeetingSheet } from "../../club/core/types";
import type { Problem } from "../types";

export interface PaperPerson {
    member: string;
    number: number;
    name: string;
    birth_year?: number;
}
export interface PaperSheet {
    book: string;
    home: HomePage;
    sheet: MeetingSheet;
    people: PaperPerson[];
    draft?: Standing;
    /// The oldest month before this one that has nothing in the book.
    missing?: string;
}
/// A draft as the server has it, and who typed it last.
export interface Standing {
    text: string;
    kept_at: number;
    account: string;
    by: string;
}

/// With everybody called as in a list of all of them.
export function named(sheet: PaperSheet, says: Parameters<typeof namesOf>[1]): PaperSheet {
    const people = sheet.people.map((one) => ({ ...one, id: one.member }));
    const names = namesOf(people, says);
    return {
        ...sheet,
        people: sheet.people.map((one) => ({ ...one, name: names.get(one.member)! })),
    };
}

export const columns = ["present", "dues", "principal", "interest"] as const;
export type Column = (typeof columns)[number];

/// What the paper itself says at its foot; absent: it says nothing, or was not typed yet.
export const totals = [...columns, "lent", "in", "out", "cash"] as const;
export type Total = (typeof totals)[number];
export type Totals = Partial<Record<Total, number>>;

/// A line of money; its key tells it apart from those that others type.
export type Line = Draft & { key: string };

export interface Paper {
    entry_id: string; // so that the same entry sent again is the same
    meeting: Omit<Meeting, "lines"> & { lines: Line[] };
    dues: Record<string, number>; // by member, only what differs
    totals: Totals;
    unread: Record<string, string>; // what was typed and is no amount, by its place
}

export interface Row {
    person: PaperPerson;
    place: number; // as printed, from 1
    first: boolean; // of its member: has presence and dues
    loan?: LoanLine;
}

export function newPaper(on: string): Paper {
    return {
        entry_id: uuid7(Date.now()),
        meeting: { ...newMeeting(on, true), lines: [], skip_count: true }, // until a count is typed
        dues: {},
        totals: {},
        unread: {},
    };
}

export function rowsOf({ people, sheet }: PaperSheet): Row[] {
    return people.flatMap((person, index) => {
        const loans = sheet.loans.filter((loan) => loan.member === person.member);
        const place = index + 1;
        const rest = loans.slice(1).map((loan) => ({ person, place, first: false, loan }));
        return [{ person, place, first: true, ...(loans[0] ? { loan: loans[0] } : {}) }, ...rest];
    });
}

export const has = (row: Row, column: Column): boolean =>
    column === "present" || column === "dues" ? row.first : row.loan !== undefined;

const dueOf = (sheet: MeetingSheet, member: string) =>
    sheet.dues.find((line) => line.member === member)?.amount ?? 0;

/// 1 or 0 for presence, else đồng.
export function value(paper: Paper, sheet: MeetingSheet, row: Row, column: Column): number {
    const { member } = row.person;
    if (column === "present") return paper.meeting.absent.includes(member) ? 0 : 1;
    if (column === "dues") return paper.dues[member] ?? dueOf(sheet, member);
    return row.loan ? repaymentOf(paper.meeting, row.loan)[column] : 0;
}

export function differs(paper: Paper, row: Row, column: Column): boolean {
    const { member } = row.person;
    if (column === "present") return paper.meeting.absent.includes(member);
    if (column === "dues") return member in paper.dues;
    return row.loan !== undefined && row.loan.loan in paper.meeting.repayments;
}

/// Of a principal above what is owed on the paper's day: what is owed.
export function owedInstead(paper: Paper, sheet: MeetingSheet, row: Row): number | undefined {
    if (!row.loan || value(paper, sheet, row, "principal") <= row.loan.outstanding)
        return undefined;
    return row.loan.outstanding;
}

/// What is owed as the server knows it, by how far below zero it came: what is recorded of later
/// days counts, too.
export function owedAfter(
    { rule, facts }: Pick<Problem, "rule" | "facts">,
    paper: Paper,
    sheet: MeetingSheet,
    row: Row,
): number | undefined {
    if (rule !== "loan.repaid.above_outstanding") return undefined;
    const over = Number((facts.amount ?? "").replace(/\D/g, ""));
    return Math.max(0, value(paper, sheet, row, "principal") - over);
}

/// A cell of the grid that a refusal is about.
export interface Told {
    row: number;
    column: Column;
    message: string;
}
export function cellOf(
    { op_index, field, facts }: Pick<Problem, "op_index" | "field" | "facts">,
    drafts: Draft[],
    rows: Row[],
): Omit<Told, "message"> | undefined {
    const op = op_index === null ? undefined : drafts[op_index]?.op;
    // What a loan comes to is judged over the whole entry: it names the loan.
    const loan = op?.op === "loan.repaid" ? op.loan : facts.loan;
    const owing = rows.findIndex((row) => row.loan && row.loan.loan === loan);
    if (owing >= 0) return { row: owing, column: field === "interest" ? field : "principal" };
    const column = { "dues.received": "dues", "meeting.held": "present" }[op?.op ?? ""];
    const person = rows.findIndex((row) => row.first && row.person.member === facts.member);
    return column && person >= 0 ? { row: person, column: column as Column } : undefined;
}

export const placeOf = (row: Row, column: Column) =>
    `${column}/${column === "dues" ? row.person.member : row.loan?.loan}`;

export function put(
    paper: Paper,
    sheet: MeetingSheet,
    row: Row,
    column: Column,
    typed: number,
): void {
    const { meeting } = paper;
    const { member } = row.person;
    delete paper.unread[placeOf(row, column)];
    if (column === "present") {
        meeting.absent = meeting.absent.filter((one) => one !== member);
        if (typed === 0) meeting.absent.push(member);
    } else if (column === "dues") {
        if (typed === dueOf(sheet, member)) delete paper.dues[member];
        else paper.dues[member] = typed;
    } else if (row.loan) {
        const next = { ...repaymentOf(meeting, row.loan), [column]: typed };
        const due = asDue(row.loan);
        const same = next.principal === due.principal && next.interest === due.interest;
        if (same) delete meeting.repayments[row.loan.loan];
        else meeting.repayments[row.loan.loan] = next;
    }
}

/// The meeting with the dues as a list, for the entry.
function composed(paper: Paper, sheet: MeetingSheet): Meeting {
    if (!Object.keys(paper.dues).length) return paper.meeting;
    const paid = sheet.dues
        .map(({ member, amount }) => ({ member, amount: paper.dues[member] ?? amount }))
        .filter((line) => line.amount > 0);
    return { ...paper.meeting, paid };
}

export function draftsOf(paper: Paper, sheet: MeetingSheet): Draft[] {
    return compose(composed(paper, sheet), sheet);
}

const sumOf = (list: number[]) => list.reduce((sum, one) => sum + one, 0);

/// What was typed, summed as the paper sums it.
export function sums(paper: Paper, { sheet }: PaperSheet, rows: Row[]): Record<Total, number> {
    const meeting = composed(paper, sheet);
    const column = (name: Column) =>
        sumOf(rows.filter((row) => has(row, name)).map((row) => value(paper, sheet, row, name)));
    const money = (list: Draft[]) => sumOf(list.map(({ op }) => Number(op.amount ?? 0)));
    const out = ({ op }: Draft) => cashOf(op) < 0;
    return {
        present: column("present"),
        dues: sumOf(paidDues(meeting, sheet).map((line) => line.amount)),
        principal: column("principal"),
        interest: column("interest"),
        lent: money(meeting.loans),
        in: money(meeting.lines.filter((line) => !out(line))),
        out: money(meeting.lines.filter(out)),
        cash: bookCash(meeting, sheet),
    };
}

/// Thousands without points: "1.000" would be read as đồng.
export const thousands = (dong: number) => String(dong / 1000).replace(".", ",");

/// A typed amount in đồng: thousands, or đồng if it is written with points.
export function amountOf(text: string): number | undefined {
    const said = text.trim().replace(/\s|đ/g, "");
    if (said === "" || said === "-") return 0;
    if (/^\d{1,3}(\.\d{3})+$/.test(said)) return Number(said.replaceAll(".", ""));
    return /^\d{1,7}(,\d{1,3})?$/.test(said)
        ? Math.round(Number(said.replace(",", ".")) * 1000)
        : undefined;
}

const there = new Set(["x", "1", "có", "co", "c", "v/", "+"]);
const away = new Set(["", "0", "-", "v", "vắng", "vang", "k", "không"]);

export interface Pasted {
    cells: number;
    wrong?: string; // the text that could not be read: nothing was taken
}

/// A block from a sheet, from a cell on: all of it or nothing. A column whose numbers are ten
/// thousand or more is in đồng, else in thousands.
export function paste(
    paper: Paper,
    sheet: MeetingSheet,
    rows: Row[],
    at: { row: number; column: Column },
    text: string,
): Pasted {
    const block = text.replace(/\r/g, "").replace(/\n$/, "").split("\n");
    const cells = block.map((line) => line.split("\t"));
    const from = columns.indexOf(at.column);
    const wide = Math.max(...cells.map((line) => line.length));
    const puts: [Row, Column, number][] = [];
    for (let across = 0; across < wide; across++) {
        const column = columns[from + across];
        if (!column) return { cells: 0, wrong: cells[0]![across]! };
        const plain = cells.map((line) => Number((line[across] ?? "").trim()));
        const dong = plain.some((one) => one >= 10_000);
        for (const [down, line] of cells.entries()) {
            const row = rows[at.row + down];
            const said = (line[across] ?? "").trim();
            if (!row) return { cells: 0, wrong: said };
            if (!has(row, column)) {
                if (said && said !== "0") return { cells: 0, wrong: said };
                continue;
            }
            const token = said.toLowerCase();
            let amount: number | undefined;
            if (column === "present") {
                amount = there.has(token) ? 1 : away.has(token) ? 0 : undefined;
            } else {
                amount = dong && /^\d+$/.test(said) ? Number(said) : amountOf(said);
            }
            if (amount === undefined) return { cells: 0, wrong: said };
            puts.push([row, column, amount]);
        }
    }
    for (const [row, column, amount] of puts) put(paper, sheet, row, column, amount);
    return { cells: puts.length };
}

/// The day of a month on which the club meets by its rules; else its last day, but not after today.
export function meetingDay(month: string, day: number | undefined, today: string): string {
    const [year, number] = month.split("-").map(Number) as [number, number];
    const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
    const on = `${month}-${String(Math.min(day ?? last, last)).padStart(2, "0")}`;
    return on > today && month === today.slice(0, 7) ? today : on;
}
