// What the desk of imports answers, field by field as src/intake/desk_view.hpp says it.

export type Stage = "waiting" | "reading" | "ready" | "writing" | "done" | "stopped" | "failed";

export interface Said {
    sheet: string;
    row: number; // 0: the file as a whole
    column: string;
    found: string;
    rule: string;
    vi: string;
    en: string;
    facts: { name: string; value: string }[];
}
export interface ShownRow {
    row: number;
    cells: string[];
}
export interface ShownSheet {
    sheet: number;
    name: string;
    columns: { at: number; letter: string; heading: string; known: string }[];
    may_be: { heading: string; needed: boolean }[];
    rows: ShownRow[];
    whole: boolean; // a list none of whose rows can be left out
}
export interface ReformPart {
    code: string;
    name: string;
    whole: boolean;
}
export interface ShownReform {
    ended: number;
    begun: number;
    receiving: number; // that were there and go on
    changed: number; // `units` of them are shown
    units: { code: string; name: string; begins: boolean; was: string; from: ReformPart[] }[];
    left: ReformPart[]; // end, and go into nothing
}
export interface ShownSame {
    sheet: number;
    names: string;
    rows: ShownRow[];
    held: { id: string; text: string }[]; // whom in the book the row may be
}
export interface ShownDifference {
    sheet: string;
    row: number;
    club: string;
    who: string; // empty: the club itself
    column: string;
    before: string;
    after: string;
}
/// A row that is about somebody in the book.
export interface KnownRow {
    sheet: number;
    row: number;
    id: string;
}
export interface LeftOut {
    sheet: number;
    row: number;
    into?: number;
}
/// What a column of the file is; `column`: its heading in templates.
export interface MeantColumn {
    sheet: number;
    at: number;
    column: string;
}
export interface Choices {
    columns: MeantColumn[];
    rows: LeftOut[];
    known: KnownRow[];
    as_of?: string;
    legal_basis: string;
    partial: boolean;
}
export interface Preview {
    kind: string;
    file: string;
    stage: Stage;
    job: string;
    choices: Choices;
    kept: boolean;
    rows: number;
    unchanged: number;
    opened: number;
    entries: number;
    operations: number;
    written: number;
    error_count: number;
    note_count: number;
    difference_count: number;
    errors: Said[];
    notes: Said[];
    sheets: ShownSheet[];
    same: ShownSame[];
    differences: ShownDifference[];
    reform?: ShownReform;
    failure?: Said;
    moved: boolean;
}
export interface JobLine {
    id: string;
    kind: string;
    source: string;
    state: "writing" | "stopped" | "done" | "undone";
    started_at: number;
    finished_at?: number;
    by: string;
}
export interface Jobs {
    kinds: string[];
    imports: JobLine[];
    total: number;
    mine?: Preview;
}
export const runs = (view: Preview): boolean =>
    view.stage === "waiting" || view.stage === "reading" || view.stage === "writing";
