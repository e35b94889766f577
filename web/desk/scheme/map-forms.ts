// What is recorded in the territory book, field by field: of a unit that is new or known, and of a
// village in it.

import type { Op } from "../types";
import type { FieldForm, OpForm } from "./forms";

const from: FieldForm = { name: "from", kind: "date", label: "effective_from" };
const basis: FieldForm[] = [
    { name: "evidence", kind: "choice", list: "evidences", start: "law" },
    { name: "legal_basis", kind: "text", optional: true },
];
const name: FieldForm = { name: "name", kind: "text", label: "new_name" };
const count = (field: string, label = field): FieldForm => ({
    name: field,
    kind: "count",
    label,
    optional: true,
});
const unit_kind: FieldForm = {
    name: "kind",
    kind: "choice",
    list: "unit_kinds",
    label: "unit_kind",
};
const parent: FieldForm = { name: "parent", kind: "parent" };
const village: FieldForm = { name: "village", kind: "village" };

export const mapForms: Record<string, OpForm> = {
    "unit.created": {
        fields: [
            { ...unit_kind, start: "commune" },
            name,
            { name: "code", kind: "text", label: "code_of" },
            parent,
            from,
            { name: "merged", kind: "units", optional: true },
            { name: "predecessors", kind: "units", optional: true },
            ...basis,
        ],
        id: "unit",
    },
    "unit.renamed": {
        fields: [name, { name: "code", kind: "text", optional: true }, from, ...basis],
    },
    "unit.retyped": { fields: [unit_kind, name, from, ...basis] },
    "unit.moved": { fields: [parent, from, ...basis] },
    "unit.abolished": {
        fields: [{ name: "successors", kind: "units", optional: true }, from, ...basis],
    },
    "class.set": {
        fields: [{ name: "classes", kind: "choices", list: "area_classes" }, from, ...basis],
    },
    "unit.reported": {
        fields: [
            { name: "as_of", kind: "date" },
            count("villages", "village_count"),
            count("elderly_population"),
            count("poor_households"),
            {
                name: "villages_complete",
                kind: "choice",
                list: "complete",
                start: "false",
            },
            { name: "evidence", kind: "choice", list: "evidences", start: "list" },
            { name: "source", kind: "text", optional: true },
        ],
    },
    "village.renamed": { fields: [village, name, from, ...basis] },
    "village.assigned": {
        fields: [village, { name: "unit", kind: "unit", label: "to_commune" }, from, ...basis],
    },
    "village.abolished": {
        fields: [
            village,
            { name: "successors", kind: "villages", label: "successors" },
            from,
            ...basis,
        ],
    },
};

/// A new unit and what becomes of others with it. Those that go whole into it end by the same
/// entry: it may bear the code of one of them, and no village is left to be assigned.
export function founded(made: Op): Op {
    const { op, unit, code, name, kind, parent, merged, predecessors, from, ...rest } = made;
    const row = { unit, code, name, kind, parent };
    const abolished = merged as string[];
    if (!abolished.length) return { ...rest, op, row, from, predecessors };
    const into = (share: string) => (from: string) => ({ from, to: unit, share });
    return {
        ...rest,
        op: "reform.applied",
        effective: from,
        created: [row],
        changed: [],
        abolished,
        successions: [
            ...abolished.map(into("whole")),
            ...(predecessors as string[]).map(into("part")),
        ],
    };
}

/// What the server says of the whole map or in the body's words, and the field that it lies in.
export const blamed: Record<string, string> = {
    abolished: "merged",
    successions: "merged",
    "territory.map.code_twice": "code",
    "territory.map.parent": "parent",
    row: "parent",
};

/// In the order of the buttons; those of villages only where there are any.
export const unitSteps = [
    "unit.reported",
    "class.set",
    "unit.renamed",
    "unit.retyped",
    "unit.moved",
    "unit.abolished",
] as const;
export const villageSteps = ["village.renamed", "village.assigned", "village.abolished"] as const;
