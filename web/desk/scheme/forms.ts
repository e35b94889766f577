// What officers record of the scheme's work: the fields of each operation of an association's book,
// which operations begin a matter of an area, and which may follow. The server judges; this only
// says what is asked. Fields as in docs/entries.md.

import type { Op, Role } from "../types";

export type Kind =
    | "text"
    | "code" // ten letters and digits
    | "money"
    | "difference" // money, also below zero
    | "amounts" // money for each choice of the list
    | "count"
    | "date"
    | "year"
    | "choice"
    | "choices"
    | "club"
    | "clubs"
    | "unit"
    | "parent" // a unit that others may stand under
    | "units"
    | "fund"
    | "paper" // of a founding
    | "visit" // that was made
    | "village"
    | "programme"
    | "villages"
    | "checklist";

export interface FieldForm {
    name: string;
    kind: Kind;
    /// Of a choice: the list in the dictionary.
    list?: List;
    /// What it is called in the dictionary, if not by its name.
    label?: string;
    optional?: boolean;
    /// What stands there at first.
    start?: string;
}
export type List =
    | "levels"
    | "forms"
    | "receipts"
    | "purposes"
    | "donors"
    | "grant_to"
    | "topics"
    | "materials"
    | "outcomes"
    | "subjects"
    | "decisions"
    | "channels"
    | "plans"
    | "directions"
    | "reports"
    | "keepers"
    | "yes_no"
    | "evidences"
    | "unit_kinds"
    | "area_classes"
    | "complete";

export interface OpForm {
    fields: FieldForm[];
    /// The field that gets an id of its own.
    id?: string;
    /// What is typed freely goes apart from the body, under this key.
    note?: "reason" | "purpose" | "agenda" | "minutes" | "findings" | "note" | "signers";
    /// Without it the step says nothing; "goods": where it is of goods, or outside the fund;
    /// "results": what was done, and what was not.
    wanted?: true | "goods" | "results";
    /// The name of a donor, apart as well.
    person?: "donor";
    /// May be given to many associations at once, each in its own book.
    many?: boolean;
    roles?: Role[];
}

const level: FieldForm = { name: "level", kind: "choice", list: "levels" };
const account: FieldForm = { name: "account", kind: "choice", list: "forms", start: "cash" };
const amount: FieldForm = { name: "amount", kind: "money" };
const bound: FieldForm = { name: "bound_to", kind: "choice", list: "purposes", optional: true };
const purpose: FieldForm = { name: "purpose", kind: "choice", list: "purposes" };
const document: FieldForm = { name: "document", kind: "text", optional: true };
const outcome: FieldForm = { name: "outcome", kind: "choice", list: "outcomes", start: "done" };
const subject: FieldForm = { name: "subject", kind: "choice", list: "subjects" };
const club: FieldForm = { name: "club", kind: "club" };
const clubs: FieldForm = { name: "clubs", kind: "clubs" };
const due: FieldForm = { name: "due", kind: "date" };
const to_level: FieldForm = { ...level, name: "to_level" };
const from_level: FieldForm = { ...level, name: "from_level" };

export const forms: Record<string, OpForm> = {
    "care.opened": {
        fields: [
            level,
            { name: "cash", kind: "money", start: "0" },
            { name: "bank", kind: "money", start: "0" },
            { name: "goods", kind: "money", start: "0" },
            { name: "free", kind: "money", start: "0" },
            { name: "bound", kind: "amounts", list: "purposes" },
        ],
    },
    "care.balance_explained": {
        fields: [
            level,
            { name: "amount", kind: "difference" },
            bound,
            { name: "decision", kind: "text" },
        ],
    },
    "care.received": {
        fields: [
            level,
            account,
            amount,
            { name: "donor_kind", kind: "choice", list: "donors" },
            bound,
        ],
        person: "donor",
        note: "note",
        wanted: "goods",
    },
    "care.spent": {
        fields: [level, account, amount, purpose, bound],
        note: "purpose",
        wanted: "goods",
    },
    "care.granted": {
        fields: [
            club,
            level,
            account,
            { name: "to", kind: "choice", list: "grant_to", start: "income" },
            amount,
            { ...purpose, start: "club_founding" },
            bound,
        ],
        id: "grant",
        note: "note",
        wanted: "goods",
    },
    "care.grant_returned": { fields: [account, amount], note: "reason" },
    "care.transferred_out": {
        fields: [level, account, amount, bound, { name: "to", kind: "fund" }, to_level],
        id: "transfer",
    },
    "care.transferred_in": {
        fields: [
            { name: "transfer", kind: "code" },
            level,
            account,
            amount,
            bound,
            { name: "from", kind: "fund" },
            from_level,
        ],
    },
    "care.moved": {
        fields: [level, { name: "from", kind: "choice", list: "forms", start: "cash" }, amount],
    },
    "care.year_reported": {
        fields: [
            level,
            { name: "year", kind: "year" },
            ...[
                "received_money",
                "received_goods",
                "spent",
                "club_support",
                "transferred_in",
                "transferred_out",
                "balance",
            ].map((name): FieldForm => ({ name, kind: "money", optional: true })),
        ],
    },
    "care.closed": { fields: [level, { name: "decision", kind: "text", optional: true }] },
    "pledge.made": {
        fields: [
            level,
            { name: "donor_kind", kind: "choice", list: "donors" },
            amount,
            { ...due, optional: true },
        ],
        id: "pledge",
        person: "donor",
    },
    "pledge.met": {
        fields: [amount, { name: "received", kind: "choice", list: "receipts" }],
        note: "note",
        wanted: "goods",
    },
    "quota.assigned": {
        fields: [
            { name: "year", kind: "year" },
            { name: "unit", kind: "unit" },
            { name: "clubs", kind: "count", label: "clubs_count" },
            document,
        ],
        roles: ["province"],
    },
    "training.held": {
        fields: [
            { name: "topic", kind: "choice", list: "topics" },
            { name: "days", kind: "count", start: "1" },
            { name: "participants", kind: "count" },
            clubs,
        ],
        note: "note",
    },
    "materials.given": {
        fields: [
            { name: "what", kind: "choice", list: "materials" },
            { name: "copies", kind: "count" },
            clubs,
        ],
    },
    "visit.planned": { fields: [club, due], id: "visit" },
    "visit.made": {
        fields: [
            club,
            { name: "checklist", kind: "checklist" },
            { name: "findings", kind: "count", start: "0" },
        ],
        id: "visit",
        note: "findings",
    },
    "recommendation.made": {
        fields: [club, { ...due, optional: true }],
        id: "recommendation",
        note: "note",
        wanted: true,
    },
    "recommendation.closed": { fields: [outcome], note: "note" },
    "improvement.planned": {
        fields: [
            club,
            { name: "rating_year", kind: "year", optional: true },
            { name: "visit", kind: "visit", label: "after_visit", optional: true },
            due,
        ],
        id: "improvement",
        note: "note",
    },
    "improvement.done": { fields: [outcome], note: "note", wanted: true },
    "obstacle.raised": {
        fields: [subject, { ...club, optional: true }, { ...level, name: "to", start: "province" }],
        id: "obstacle",
        note: "note",
        wanted: true,
    },
    "obstacle.answered": { fields: [outcome], note: "note", wanted: true },
    "proposal.made": {
        fields: [subject, { name: "to", kind: "text" }, document],
        id: "proposal",
        note: "note",
        wanted: true,
    },
    "proposal.decided": {
        fields: [
            { name: "decision", kind: "choice", list: "decisions", start: "accepted" },
            document,
        ],
        note: "note",
    },
    "guidance.sent": {
        fields: [subject, { name: "to", kind: "units" }, { ...document, optional: false }],
        note: "note",
    },
    "document.filed": {
        fields: [
            { name: "direction", kind: "choice", list: "directions", start: "received" },
            { name: "number", kind: "text" },
            { name: "body", kind: "text" },
            { name: "issued_on", kind: "date" },
        ],
        id: "document",
        note: "note",
        many: true,
    },
    "document.acknowledged": { fields: [] },
    "communication.made": {
        fields: [
            { name: "channel", kind: "choice", list: "channels" },
            { name: "times", kind: "count", start: "1" },
            { name: "people", kind: "count", optional: true },
        ],
        note: "note",
    },
    "partner.committed": {
        fields: [
            { name: "partner", kind: "text" },
            subject,
            { name: "until", kind: "date", optional: true },
            document,
        ],
        id: "commitment",
        note: "note",
    },
    "partner.delivered": { fields: [outcome], note: "note", wanted: "results" },
    "steering.set": {
        fields: [
            { name: "members", kind: "count" },
            { ...document, optional: false },
        ],
        note: "signers",
        roles: ["province"],
    },
    "steering.met": {
        fields: [{ name: "present", kind: "count" }],
        note: "minutes",
        wanted: true,
        roles: ["province"],
    },
    "plan.adopted": {
        fields: [
            { name: "kind", kind: "choice", list: "plans", start: "year" },
            { name: "from", kind: "date" },
            { name: "until", kind: "date" },
            { ...document, optional: false },
        ],
        id: "plan",
        note: "note",
    },
    "plan.reviewed": { fields: [outcome], note: "note", wanted: "results" },
    "report.due": {
        fields: [{ name: "kind", kind: "choice", list: "reports" }, due],
        id: "report",
        many: true,
        roles: ["province"],
    },
    "report.submitted": { fields: [], note: "note", wanted: true },
    "report.returned": { fields: [], note: "reason", wanted: true, roles: ["province"] },
    "report.accepted": { fields: [], note: "note", roles: ["province"] },
};

const proposal: FieldForm[] = [
    { name: "name", kind: "text" },
    { name: "seat_village", kind: "village" },
    { name: "villages", kind: "villages" },
    { name: "programme", kind: "programme", optional: true },
    { name: "start_capital", kind: "money", optional: true },
];
const decided: FieldForm = { name: "decision", kind: "text", optional: true };

/// What is recorded in a club's book of its life, from the proposal to its end.
export const lifeForms: Record<string, OpForm> = {
    "club.proposed": { fields: proposal },
    "dossier.item": {
        fields: [
            { name: "item", kind: "paper" },
            { name: "done", kind: "choice", list: "yes_no", start: "true" },
            document,
        ],
    },
    "club.decided": { fields: [{ name: "number", kind: "text" }] },
    "club.launched": { fields: [], note: "note" },
    "club.changed": {
        fields: [
            { name: "name", kind: "text", optional: true },
            { name: "programme", kind: "programme", optional: true },
            { name: "start_capital", kind: "money", optional: true },
        ],
    },
    "book.keeper_set": { fields: [{ name: "keeper", kind: "choice", list: "keepers" }] },
    "club.suspended": { fields: [], note: "reason" },
    "club.resumed": { fields: [], note: "reason" },
    "club.closing": { fields: [], note: "reason" },
    "club.dissolved": { fields: [decided], note: "reason" },
    "club.merged": { fields: [{ name: "into", kind: "club" }, decided], note: "reason" },
};
/// What may come next, by the club's status; "capital": start capital by its sources.
export const lifeSteps: Record<string, string[]> = {
    proposed: ["dossier.item", "club.decided", "club.changed"],
    decided: ["dossier.item", "club.launched", "club.changed"],
    active: ["capital", "book.keeper_set", "club.changed", "club.suspended", "club.closing"],
    suspended: ["club.resumed", "club.closing", "book.keeper_set"],
    closing: ["club.dissolved", "club.merged"],
    dissolved: [],
    merged: [],
};

/// In the order of the menu; what may begin a matter of each.
export const areas = {
    care_fund: [
        "care.received",
        "care.spent",
        "care.granted",
        "care.transferred_out",
        "care.transferred_in",
        "care.moved",
        "care.opened",
        "care.balance_explained",
        "care.year_reported",
        "care.closed",
    ],
    pledges: ["pledge.made"],
    quotas: ["quota.assigned"],
    training: ["training.held", "materials.given"],
    supervision: ["visit.planned", "visit.made", "recommendation.made"],
    improvement: ["improvement.planned"],
    obstacles: ["obstacle.raised", "proposal.made"],
    guidance: ["document.filed", "guidance.sent"],
    reports: ["report.due"],
    communication: ["communication.made"],
    partners: ["partner.committed"],
    steering: ["steering.met", "steering.set"],
    plans: ["plan.adopted"],
} as const satisfies Record<string, readonly string[]>;
export type Area = keyof typeof areas;
export const isArea = (name: string | undefined): name is Area => !!name && name in areas;

/// What may follow, by what began the matter and its state. What a step needs of the matter it
/// takes over from its first operation.
export function following(op: string, state: string | undefined): string[] {
    switch (op) {
        case "visit.planned":
            return state === "planned" ? ["visit.made"] : [];
        case "recommendation.made":
            return state === "open" ? ["recommendation.closed"] : [];
        case "improvement.planned":
            return state !== "closed" ? ["improvement.done"] : [];
        case "obstacle.raised":
            return state === "open" ? ["obstacle.answered"] : [];
        case "proposal.made":
            return state !== "closed" ? ["proposal.decided"] : [];
        case "pledge.made":
            return state === "open" ? ["pledge.met"] : [];
        case "document.filed":
            return state === "open" ? ["document.acknowledged"] : [];
        case "report.due":
            if (state === "submitted") return ["report.accepted", "report.returned"];
            return state === "closed" ? [] : ["report.submitted"];
        // Those recorded without an id have no state.
        case "partner.committed":
            return state === "open" ? ["partner.delivered"] : [];
        case "plan.adopted":
            return state === "open" ? ["plan.reviewed"] : [];
        case "care.granted":
            return ["care.grant_returned"];
        default:
            return [];
    }
}
/// What a step takes over from what began its matter.
export const carried: Record<string, readonly string[]> = {
    "care.grant_returned": ["grant"],
    "pledge.met": ["pledge"],
    "visit.made": ["visit", "club"],
    "recommendation.closed": ["recommendation"],
    "improvement.done": ["improvement"],
    "obstacle.answered": ["obstacle"],
    "proposal.decided": ["proposal"],
    "partner.delivered": ["commitment"],
    "plan.reviewed": ["plan"],
    "document.acknowledged": ["document"],
    "report.submitted": ["report"],
    "report.returned": ["report"],
    "report.accepted": ["report"],
};
/// Points of a visit, as they stand in the body.
export const checklist = [
    "meetings",
    "ledger",
    "cash",
    "loans",
    "areas",
    "volunteers",
    "health",
    "people",
] as const;

export const mayBegin = (op: string, roles: Role[]): boolean => {
    const wanted = forms[op]?.roles;
    return !wanted || wanted.some((role) => roles.includes(role));
};
/// A step of a matter, by what began it: whom an obstacle is addressed to answers it.
export const mayStep = (op: string, first: Op, roles: Role[]): boolean =>
    mayBegin(op, roles) &&
    (op !== "obstacle.answered" || first.to === "commune" || roles.includes("province"));
