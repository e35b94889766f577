// What a club does, as short forms: the fields of each operation, and what they say.

import type { Draft, Op } from "../core/types";
import { money, month } from "../format";
import type { OpLine } from "./types";
import { words } from "../words/words.svelte";

export type Doing = { op: string } & Record<string, unknown>;

type Input =
    "number" | "optional" | "money" | "flag" | "text" | "month" | "area" | "activity" | "goods";

/// In the order in which they are asked.
export const forms: Record<string, Record<string, Input>> = {
    "health.checked": { measured: "number", raised: "number", referred: "number" },
    "care.visited": { visits: "number", people: "number" },
    "activity.held": {
        kind: "activity",
        area: "area",
        participants: "number",
        outside: "flag",
        labour_days: "optional",
    },
    "gift.received": { what: "goods", quantity: "number", value: "money" },
    "equipment.handed_over": { what: "goods", quantity: "number" },
    "meetings.excused": { months: "month", decision: "text" },
};
export const ofMeeting = ["health.checked", "care.visited", "activity.held", "gift.received"];

export function options(input: Input): Record<string, string> | undefined {
    const w = words();
    if (input === "area") return w.areas;
    if (input === "activity") return w.activities;
    return input === "goods" ? w.goods : undefined;
}

export function newDoing(op: string): Doing {
    const doing: Doing = { op };
    for (const [field, input] of Object.entries(forms[op]!)) {
        const list = options(input);
        if (list) doing[field] = Object.keys(list)[0];
        else if (input === "number") doing[field] = field === "quantity" ? 1 : 0;
        else if (input === "flag") doing[field] = false;
    }
    return doing;
}

/// The operation, with who gave it or a note as a private part. `extra` is what the form asks last.
export function draftOf(doing: Doing, on: string): Draft {
    const { extra, ...fields } = doing;
    const op: Op = { ...fields, op: doing.op, on };
    if (doing.op === "care.visited") op.pairs = [];
    if (doing.op === "meetings.excused") op.months = [doing.months];
    for (const [field, input] of Object.entries(forms[doing.op]!)) {
        if (input === "money" && op[field]) op[field] = Number(op[field]) * 1000;
        if ((input === "money" || input === "optional") && !op[field]) delete op[field];
    }
    const said = String(extra ?? "").trim();
    if (!said) return { op };
    const gift = doing.op === "gift.received";
    return {
        op,
        parts: [{ class: gift ? "name" : "text", fields: { [gift ? "donor" : "note"]: said } }],
    };
}

/// An operation in a list of the core's, and what its private parts say.
export const opOf = (line: OpLine) => JSON.parse(line.text) as Op;
export const notesOf = (line: OpLine) =>
    line.parts.flatMap((text) => Object.values(JSON.parse(text) as object)).join(", ");

/// What a recorded one says.
export function tell(op: Op): string[] {
    const said: string[] = [];
    for (const [field, input] of Object.entries(forms[op.op] ?? {})) {
        const value = op[field];
        if (value === undefined || value === false) continue;
        const list = options(input);
        if (list) said.push(list[String(value)] ?? "");
        else if (input === "flag") said.push(words().fields[field]!);
        else if (input === "money") said.push(money(Number(value)));
        else if (input === "month") said.push((value as string[]).map(month).join(", "));
        else said.push(`${words().fields[field]}: ${value}`);
    }
    return said;
}
