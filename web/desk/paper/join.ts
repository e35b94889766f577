// Two who type one paper: what only one of them changed is taken from each, and what both changed
// is theirs to choose, field by field.

import { areas, type Draft } from "../../club/core/types";
import { day, money } from "../../club/format";
import type { Repayment } from "../../club/meeting";
import { describe, nameOf } from "../describe";
import { words } from "../words/words.svelte";
import type { Column, Line, Paper, PaperSheet, Total } from "./paper";

type Fields = Record<string, unknown>;

function fieldsOf({ meeting, dues, totals, unread }: Paper): Fields {
    const { on, guests, minutes } = meeting;
    const all: Fields = { on, guests, minutes };
    const add = (kind: string, entries: (readonly [string, unknown])[]) => {
        for (const [name, value] of entries) all[`${kind}/${name}`] = value;
    };
    add(
        "absent",
        meeting.absent.map((member) => [member, true]),
    );
    add("dues", Object.entries(dues));
    add("repaid", Object.entries(meeting.repayments));
    add(
        "loan",
        meeting.loans.map((loan) => [String(loan.op.loan), loan]),
    );
    add(
        "line",
        meeting.lines.map((line) => [line.key, line]),
    );
    add(
        "area",
        meeting.areas.map((area) => [area, true]),
    );
    add("totals", Object.entries(totals));
    add("unread", Object.entries(unread));
    return all;
}

/// What has no field is as in `rest`.
function paperFrom(fields: Fields, rest: Paper): Paper {
    const of = <T>(kind: string): [string, T][] =>
        Object.entries(fields)
            .filter(([key, value]) => key.startsWith(`${kind}/`) && value !== undefined)
            .map(([key, value]) => [key.slice(kind.length + 1), value as T]);
    const within = new Set(of("area").map(([area]) => area));
    const totals = Object.fromEntries(of<number>("totals")) as Paper["totals"];
    return {
        entry_id: rest.entry_id,
        meeting: {
            ...rest.meeting,
            on: fields.on as string,
            guests: fields.guests as number,
            minutes: fields.minutes as string,
            absent: of("absent").map(([member]) => member),
            repayments: Object.fromEntries(of<Repayment>("repaid")),
            loans: of<Draft>("loan").map(([, loan]) => loan),
            lines: of<Line>("line").map(([, line]) => line),
            areas: areas.filter((area) => within.has(area)),
            counted: totals.cash ?? null,
            skip_count: totals.cash === undefined,
        },
        dues: Object.fromEntries(of<number>("dues")),
        totals,
        unread: Object.fromEntries(of<string>("unread")),
    };
}

export interface Joined {
    taken: string[]; // fields that only they changed
    both: { field: string; mine: unknown; theirs: unknown }[];
    /// With one's own of those that both changed, where it is chosen; else theirs.
    with(own: Set<string>): Paper;
}

export function join(base: Paper, mine: Paper, theirs: Paper): Joined {
    const [was, own, other] = [fieldsOf(base), fieldsOf(mine), fieldsOf(theirs)];
    const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
    const fields: Fields = {};
    const joined: Joined = {
        taken: [],
        both: [],
        with(chosen) {
            const all = { ...fields };
            for (const field of chosen) all[field] = own[field];
            return paperFrom(all, theirs);
        },
    };
    for (const field of Object.keys({ ...was, ...other, ...own })) {
        const isOwn = same(other[field], was[field]) || same(own[field], other[field]);
        fields[field] = isOwn ? own[field] : other[field];
        if (isOwn) continue;
        if (same(own[field], was[field])) joined.taken.push(field);
        else joined.both.push({ field, mine: own[field], theirs: other[field] });
    }
    return joined;
}

/// A field as the paper calls it.
export function fieldName(field: string, asked: PaperSheet): string {
    const { people, sheet } = asked;
    const w = words();
    const [kind, ...rest] = field.split("/") as [string, ...string[]];
    const name = rest.join("/");
    const of = (member: string | undefined, columns: Column[]) => {
        const at = people.findIndex((person) => person.member === member);
        const what = columns.map((column) => w.paper_columns[column]).join(", ");
        return at < 0 ? what : `${at + 1}. ${people[at]!.name}: ${what}`;
    };
    const borrower = sheet.loans.find((loan) => loan.loan === name)?.member;
    switch (kind) {
        case "on":
            return w.paper_on;
        case "guests":
            return w.paper_guests;
        case "minutes":
            return w.paper_minutes;
        case "absent":
            return of(name, ["present"]);
        case "dues":
            return of(name, ["dues"]);
        case "repaid":
            return of(borrower, ["principal", "interest"]);
        case "principal":
        case "interest":
            return of(borrower, [kind]);
        case "loan":
            return w.paper_lent;
        case "line":
            return w.paper_lines;
        case "area":
            return (w.areas as Record<string, string>)[name] ?? name;
        case "totals":
            return w.paper_says_of(w.paper_sums[name as Total]);
        default:
            return fieldName(name, asked); // of what was typed and is no amount
    }
}

/// What stands in a field.
export function fieldText(field: string, value: unknown, { people }: PaperSheet): string {
    const w = words();
    const [kind, name] = field.split("/") as [string, string?];
    if (kind === "absent") return value ? w.paper_absent : w.paper_columns.present;
    if (kind === "area") return value ? w.yes : w.no;
    if (value === undefined) {
        return kind === "dues" || kind === "repaid" ? w.paper_as_due : w.paper_nothing;
    }
    if (kind === "repaid") {
        const { principal, interest } = value as Repayment;
        return `${money(principal)}, ${money(interest)}`;
    }
    if (kind === "loan" || kind === "line") {
        const { op } = value as Draft;
        const who = people.find((person) => person.member === op.member)?.name;
        const said = describe(op as Parameters<typeof describe>[0]);
        return [nameOf(op.op), who, ...said].filter(Boolean).join("; ");
    }
    if (kind === "dues" || (kind === "totals" && name !== "present")) return money(Number(value));
    return kind === "on" ? day(String(value)) : String(value);
}
