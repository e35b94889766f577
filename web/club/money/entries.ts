// Entries read back: their operations, what was typed freely, and the drafts of what undoes them.

import { app } from "../app.svelte";
import { phone } from "../core/line";
import type { Draft, Entry, LoanLine, LoanPage, LoanStep, NewPart, Op } from "../core/types";

export function opsOf(entry: Entry): Op[] {
    return (JSON.parse(entry.body) as { ops: Op[] }).ops;
}

/// What an operation disclosed about nobody in particular: note, minutes, donor.
export function fieldsOf(entry: Entry, op: Op): Record<string, string> {
    const parts = (op.parts ?? []).map((number) => entry.private[number - 1]);
    const texts = parts.filter((part) => part?.text && !part.subject);
    return Object.assign({}, ...texts.map((part) => JSON.parse(part!.text!) as object)) as Record<
        string,
        string
    >;
}

/// The entry's operations as they can be recorded anew.
export function draftsOf(entry: Entry): Draft[] {
    return opsOf(entry).map(({ parts = [], ...op }) => ({
        op: op as Op,
        parts: parts.map((number): NewPart => {
            const part = entry.private[number - 1]!;
            const fields = JSON.parse(part.text ?? "{}") as NewPart["fields"];
            const { subject } = part;
            return { class: part.class, fields, ...(subject ? { subject } : {}) };
        }),
    }));
}

export function reversal(entry_id: string, op_index: number, on: string, reason = ""): Draft {
    const parts: NewPart[] = reason.trim()
        ? [{ class: "text", fields: { reason: reason.trim() } }]
        : [];
    return { op: { op: "op.reversed", on, entry_id, op_index }, parts };
}

const rolloverDays = 7;

/// When the member settled a loan, if a new one on this day follows within a week: a rollover.
/// `loans` as they stood on the day, without `shown`.
export async function settledBefore(
    member: string,
    on: string,
    loans: LoanLine[],
    shown?: unknown,
): Promise<string | undefined> {
    const earlier = loans.filter(
        (one) => one.member === member && !one.outstanding && one.disbursed_on < on,
    );
    for (const { loan } of earlier.filter((one) => one.loan !== shown)) {
        const asked = { book: app.current, loan, on };
        const { steps } = await phone.page<LoanPage>(app.current, "loan", asked);
        const moved = (step: LoanStep) => step.live && step.principal !== 0 && step.on <= on;
        const last = steps.filter(moved).at(-1);
        const days = last && (Date.parse(on) - Date.parse(last.on)) / 86_400_000;
        if (last?.op === "loan.repaid" && days! <= rolloverDays) return last.on;
    }
    return undefined;
}
