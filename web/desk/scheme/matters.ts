// The scheme's work as the server lists it, and what is typed into a form as an entry.

import { uuid7, localId } from "../../club/core/ids";
import { authored } from "../../club/core/draft";
import { day, grouped, money } from "../../club/format";
import { post } from "../api";
import type { Op, Option, Role } from "../types";
import { words } from "../words/words.svelte";
import {
    carried,
    checklist,
    forms,
    lifeForms,
    type FieldForm,
    type List,
    type OpForm,
} from "./forms";
import { mapForms } from "./map-forms";

export interface Step {
    seq: number;
    op_index: number;
    on: string;
    live: boolean;
    number?: number;
    in_words?: string;
    body: string;
    /// Whom it names and what was written, where the reader may see it.
    text?: string;
    /// In what role it was recorded, where known; if one entry was asked about.
    by?: Role;
}
export interface Matter {
    book: string;
    owner: string;
    op: string;
    state?: "planned" | "open" | "submitted" | "returned" | "closed";
    grant?: string;
    transfer?: string;
    due?: string;
    late: boolean;
    steps: Step[];
    /// Of guidance that was sent; by name, if one entry was asked about.
    reach?: {
        addressed: number;
        acknowledged: number;
        readers: { name: string; acknowledged_on?: string }[];
    };
    /// Another book tells it, to be filed here under this id: steps are of the sender's book.
    arrived?: string;
    sender?: string;
    /// Of a report that is due: its unit stands no longer, from this day.
    debtor_ended_on?: string;
    /// Of a grant or transfer that is not matched.
    age_days?: number;
    /// Of a grant or transfer, what other books tell of it, if one entry was asked about.
    halves: { book: string; seq: number; op_index: number; on: string; amount: number }[];
}
export interface MatterList {
    on: string;
    total: number;
    open: number;
    late: number;
    offset: number;
    matters: Matter[];
    names: { id: string; name: string }[];
}
export interface Association {
    book: string;
    name: string;
    level: "province" | "branch" | "district" | "commune";
    unit?: string;
    unit_code: string;
    unit_name: string;
    /// The unit's own; else it came to it with a unit that has gone.
    own: boolean;
    records: boolean;
    ended_on?: string;
    /// Its district or code, if others bear the same name.
    apart?: string;
}
export interface OpenGrant {
    grant: string;
    fund: string;
    to: "income" | "operating" | "goods";
    on: string;
    amount: number;
}

/// Told apart from its namesakes, and whether its unit still stands.
export const associationName = ({ name, apart, ended_on }: Association) =>
    name +
    (apart ? ` (${apart})` : "") +
    (ended_on ? ` – ${words().scheme.ended_on(day(ended_on))}` : "");
const grantText = ({ fund, on, amount }: OpenGrant) => `${fund} · ${day(on)} · ${money(amount)}`;

/// What a line of money may be told to come from: no grant that another line has. One chosen before
/// stays in sight though it waits no more, for it is sent.
export function grantOptions(grants: OpenGrant[], chosen: string, others: unknown[]): Option[] {
    const free = grants.filter(({ grant }) => grant === chosen || !others.includes(grant));
    const options = free.map((one): Option => [one.grant, grantText(one)]);
    if (chosen && !free.some(({ grant }) => grant === chosen)) {
        options.push([chosen, words().life.capital_grant_gone]);
    }
    return options;
}

export const opOf = (step: Step): Op => (JSON.parse(step.body) as { ops: Op[] }).ops[0]!;
export const firstOf = (matter: Matter): Op => opOf(matter.steps[0]!);

const formOf = (op: string): OpForm | undefined => forms[op] ?? lifeForms[op] ?? mapForms[op];

/// A matter's state in words: of its record, or of the other half of a grant or a transfer.
export function stateOf(matter: Matter): string {
    const said = words().scheme;
    if (!matter.steps.some((step) => step.live)) return words().undone;
    const match = matter.grant ?? matter.transfer;
    if (match) {
        const state = (said.matches as Record<string, string>)[match] ?? "";
        return matter.age_days ? `${state} · ${said.days_old(matter.age_days)}` : state;
    }
    if (matter.arrived) return said.acknowledged_not;
    if (matter.debtor_ended_on && /planned|returned/.test(matter.state ?? "")) {
        return words().report.debtor_ended(day(matter.debtor_ended_on));
    }
    if (matter.reach) {
        const { acknowledged, addressed } = matter.reach;
        return said.acknowledged_of(grouped(acknowledged), grouped(addressed));
    }
    const read = matter.steps.find(
        (step) => step.live && opOf(step).op === "document.acknowledged",
    );
    if (read) return said.acknowledged_on(day(read.on));
    if (matter.op === "pledge.made" && matter.state === "open") {
        const left = stillPromised(matter);
        if (left < Number(firstOf(matter).amount)) return said.left(money(left));
    }
    const states =
        matter.op === "report.due" ? { ...said.states, ...said.report_states } : said.states;
    return matter.state ? states[matter.state] : "";
}

/// Of a pledge, what has not come in yet.
export function stillPromised({ steps }: Matter): number {
    const [promised = 0, ...came] = steps
        .filter((step) => step.live)
        .map((step) => Number(opOf(step).amount ?? 0));
    return Math.max(
        0,
        came.reduce((left, one) => left - one, promised),
    );
}

/// Of a grant or transfer that one book tells: the form that tells the other half, in whose book,
/// and what is known of it already.
export function missingHalf(matter: Matter): { op: string; into: string; said: Said } | undefined {
    const told: Said = {};
    for (const [name, value] of Object.entries(firstOf(matter))) told[name] = String(value);
    const { level = "", to = "", to_level = "", from = "", from_level = "" } = told;
    const sender = matter.sender ?? matter.book;
    switch (matter.grant ?? matter.transfer) {
        case "out_only":
            return {
                op: "care.transferred_in",
                into: to,
                said: { ...told, level: to_level, from: sender, from_level: level },
            };
        case "in_only":
            return {
                op: "care.transferred_out",
                into: from,
                said: { ...told, level: from_level, to: sender, to_level: level },
            };
        case "club_only":
            return { op: "care.granted", into: matter.book, said: told };
        default:
            return undefined;
    }
}
type Said = Record<string, string>;

/// What is wrong with a grant that both sides tell of.
export function isWrong({
    grant,
}: Matter): keyof ReturnType<typeof words>["life"]["mend"] | undefined {
    const wrongs = ["amounts_differ", "wrong_club_or_fund", "twice"] as const;
    return wrongs.find((one) => one === grant);
}
/// Of a grant, what other books tell; of one that a club tells alone, its own step, too.
export function clubHalves(
    matter: Matter,
): Pick<Matter["halves"][number], "book" | "seq" | "op_index">[] {
    const { sender, steps } = matter;
    const alone = sender !== undefined && sender === firstOf(matter).club;
    return [...(alone ? [{ ...steps[0]!, book: sender }] : []), ...matter.halves];
}

/// Of what is written at length a list shows the beginning.
export function shortened(text = ""): string {
    const line = text.replaceAll("\n", " · ");
    return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

/// Of guidance that came: filed in the own book, and acknowledged, in one entry.
export function acknowledgement(matter: Matter, unit: string, on: string): NewEntry {
    const sent = firstOf(matter);
    const document = matter.arrived!;
    const filed = {
        op: "document.filed",
        on,
        document,
        direction: "received",
        number: sent.document,
        body: matter.owner,
        issued_on: sent.on,
    };
    const read = { op: "document.acknowledged", on, document, unit };
    return entryOf({ op: filed, parts: [] }, { op: read, parts: [] });
}

/// Of an operation without a form, what a field of that name means anywhere.
const listOf = (op: string, field: string): List | undefined =>
    formOf(op)?.fields.find((one) => one.name === field)?.list ??
    (field === "evidence" ? "evidences" : undefined);

/// The id of a document says nothing to a reader: its number stands beside.
const isShown = (op: Op, field: string) => field !== "document" || !op.op.startsWith("document.");

/// What an operation says, a line a field: ids by their names, choices in words; of a list the
/// first `most`, and how many more there are.
export function tell(op: Op, names: Map<string, string>, most = Infinity): string[] {
    const said = words().scheme;
    const labels = said.fields as Record<string, string>;
    const kindOf = (field: string) => forms[op.op]?.fields.find((one) => one.name === field)?.kind;
    const value = (field: string, what: unknown): string => {
        if (Array.isArray(what)) {
            if (field === "checklist") {
                const points = what as { item: string; result: string }[];
                return points
                    .filter(({ result }) => result === "faulty")
                    .map(({ item }) => (said.checklist as Record<string, string>)[item] ?? item)
                    .join(", ");
            }
            if (field === "bound") {
                const purposes = said.purposes as Record<string, string>;
                return (what as { purpose: string; amount: number }[])
                    .map((one) => `${purposes[one.purpose]} ${money(one.amount)}`)
                    .join(", ");
            }
            const choices = listOf(op.op, field);
            const among = (choices ? said[choices] : {}) as Record<string, string>;
            const all = what
                .map((one) => names.get(String(one)) ?? among[String(one)] ?? "")
                .filter(Boolean);
            const text = all.slice(0, most).join("; ");
            return all.length > most ? said.and_more(text, grouped(all.length - most)) : text;
        }
        if (typeof what === "number") return kindOf(field) === "money" ? money(what) : String(what);
        if (kindOf(field) === "visit") return words().yes;
        const text = String(what);
        const list = listOf(op.op, field);
        if (list) return (said[list] as Record<string, string>)[text] ?? text;
        if (names.has(text)) return names.get(text)!;
        return /^\d{4}-\d\d-\d\d$/.test(text) ? day(text) : text;
    };
    const asked = formOf(op.op)?.fields ?? [];
    const labelOf = (field: string) =>
        labels[asked.find((one) => one.name === field)?.label ?? field];
    // What a new unit is stands in an object of its own.
    return Object.entries({ ...op, ...(op.row as Op | undefined) })
        .filter(([field]) => labelOf(field) && isShown(op, field))
        .map(([field, what]) => [labelOf(field), value(field, what)])
        .filter(([, text]) => text)
        .map(([label, text]) => `${label}: ${text}`);
}

/// What is typed into a field, as the body wants it; undefined: it cannot be read.
export function read(field: FieldForm, typed: string): unknown {
    const text = typed.trim();
    switch (field.kind) {
        case "money":
        case "difference": {
            const digits = text.replace(/[.\s\u00a0]/g, "").replace(/đ$/, "");
            const sign = field.kind === "difference" ? /^[-−]/ : /^(?!)/;
            const whole = digits.replace(sign, "");
            if (!/^\d{1,15}$/.test(whole)) return undefined;
            return whole === digits ? Number(whole) : -Number(whole);
        }
        case "count": {
            // "1.200" as lists write it; "1.2" is no number of people.
            const plain = /^\d{1,3}([.\s\u00a0]\d{3})+$/.test(text);
            const digits = plain ? text.replace(/\D/g, "") : text;
            return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
        }
        case "year":
            return /^(19|20|21)\d\d$/.test(text) ? Number(text) : undefined;
        case "date":
            return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
        case "code":
            return codeOf(text);
        default:
            return text || undefined;
    }
}

/// As it is typed from paper: in small letters, with spaces.
function codeOf(typed: string): string | undefined {
    const code = typed.replace(/[\s-]/g, "").toUpperCase();
    return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code) ? code : undefined;
}

export interface Typed {
    on: string;
    /// By field: as it is typed; lists as they are chosen.
    said: Record<string, string>;
    lists: Record<string, string[]>;
    note: string;
    person: string;
}

/// A form as it begins.
export function begun(form: OpForm, on: string): Typed {
    const typed: Typed = { on, said: {}, lists: {}, note: "", person: "" };
    for (const field of form.fields) {
        typed.said[field.name] = field.start ?? "";
        typed.lists[field.name] =
            field.kind === "checklist" ? checklist.map((item) => `${item}:not_checked`) : [];
    }
    return typed;
}

export interface Unread {
    field: string;
    message: string;
}

/// What is recorded in one entry with it: what was promised comes in by a receipt of the fund.
export function together(made: Op, before: Op | undefined): Op[] {
    if (made.op !== "pledge.met") return [made];
    const { received, ...met } = made;
    if (received === "elsewhere" || !before) return [met];
    const { level, donor_kind, donor } = before;
    const from = { level, donor_kind, ...(donor ? { donor } : {}) };
    return [
        met,
        { op: "care.received", on: met.on, account: received, amount: met.amount, ...from },
    ];
}

/// The operation of a form, or the first field that cannot be read.
export function operation(op: string, typed: Typed, before?: Op): Op | Unread {
    const form = formOf(op)!;
    const made: Op = { op, on: typed.on };
    if (form.id) made[form.id] = typed.said[form.id] || localId();
    if (before) {
        for (const name of carried[op] ?? []) made[name] = before[name];
    }
    for (const field of form.fields) {
        if (["clubs", "units", "villages", "choices"].includes(field.kind)) {
            made[field.name] = typed.lists[field.name] ?? [];
        } else if (field.kind === "amounts") {
            const amounts = [];
            for (const one of typed.lists[field.name] ?? []) {
                const [purpose, text] = one.split(":") as [string, string];
                const amount = read({ ...field, kind: "money" }, text);
                if (amount === undefined) {
                    return { field: field.name, message: words().scheme.unread(text) };
                }
                amounts.push({ purpose, amount });
            }
            made[field.name] = amounts;
        } else if (field.kind === "checklist") {
            made[field.name] = (typed.lists[field.name] ?? []).map((text) => {
                const [item, result] = text.split(":");
                return { item, result };
            });
        } else if (before && made[field.name] !== undefined) {
            continue;
        } else {
            const text = typed.said[field.name] ?? "";
            if (!text.trim()) {
                if (field.optional) continue;
                return { field: field.name, message: words().scheme.wanted };
            }
            const value = read(field, text);
            if (value === undefined) {
                const { code, unread } = words().scheme;
                return { field: field.name, message: field.kind === "code" ? code : unread(text) };
            }
            made[field.name] = value;
        }
    }
    const asked = noteAsked(form, typed);
    if (asked !== undefined && !typed.note.trim()) {
        return { field: "note", message: asked || words().scheme.wanted };
    }
    const faults = faultsOf(typed);
    if (op === "visit.made" && Number(made.findings) < faults) {
        return { field: "findings", message: words().scheme.fewer_faults(faults) };
    }
    return made;
}

/// How many points of a visit's checklist are faulty.
export const faultsOf = (typed: Typed): number =>
    (typed.lists.checklist ?? []).filter((one) => one.endsWith(":faulty")).length;

/// What is asked to be written freely, "" without more words; undefined: it may be left out.
export function noteAsked({ wanted }: OpForm, { said }: Typed): string | undefined {
    if (wanted === "results") return words().scheme.which_results;
    if (wanted !== "goods") return wanted && "";
    if (said.received === "elsewhere") return words().scheme.where_else;
    return [said.account, said.received].includes("goods") ? words().scheme.which_goods : undefined;
}

/// With what is typed freely as private parts.
export function draftOf(op: Op, typed: Typed) {
    const form = formOf(op.op)!;
    const parts = [];
    if (form.person && typed.person.trim()) {
        const subject = localId();
        op[form.person] = subject;
        parts.push({
            subject,
            class: "name" as const,
            fields: { [form.person]: typed.person.trim() },
        });
    }
    if (form.note && typed.note.trim()) {
        // People are named in the class of names.
        const kind = form.note === "signers" ? ("name" as const) : ("text" as const);
        parts.push({ class: kind, fields: { [form.note]: typed.note.trim() } });
    }
    return { op, parts };
}

/// An entry that is the same however often it is sent: the server answers it alike.
export function entryOf(...drafts: ReturnType<typeof draftOf>[]) {
    return { entry_id: newId(), ...authored(drafts) };
}
export type NewEntry = ReturnType<typeof entryOf>;

export const record = (book: string, entry: NewEntry) => post(`books/${book}/entries`, entry);

export const newId = () => uuid7(Date.now());
