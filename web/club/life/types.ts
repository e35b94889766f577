// What the core answers about people, doings and rating: the described structs, field by field.

import type { BoardRole } from "../core/types";

export type Purpose = "membership" | "loans" | "health" | "contact" | "photo";
export type Answer = "agreed" | "refused" | "withdrawn";
export type How = "signature" | "fingerprint" | "witness" | "form";
export interface ConsentLine {
    member: string;
    given: { purpose: Purpose; answer: Answer; how: How; on: string }[];
}
export interface Pair {
    volunteer: string;
    cares_for?: string;
}
export type Team = "arts" | "health" | "sports" | "other";
export interface RolesPage {
    board_since?: string;
    board: { member: string; role: BoardRole }[];
    home_care: Pair[];
    economic: Pair[];
    teams: { team: Team; since: string; members: string[] }[];
}
export interface TodoLine {
    what: string;
    count: number;
    months: string[];
    year?: number;
}
export interface OpLine {
    on: string;
    seq: number;
    op_index: number;
    text: string; // the operation as JSON
    parts: string[];
}
export type Band = "strong" | "fair" | "average" | "weak";
export interface Criterion {
    id: string;
    measure: string; // "judged", or what the book says
    points: number;
    name_vi: string;
    name_en: string;
}
export interface Criteria {
    id: string;
    from: string;
    name_vi: string;
    name_en: string;
    criteria: Criterion[];
}
export interface Score {
    criterion: string;
    maximum: number;
    points?: number;
    applies: boolean;
    value?: number;
    numerator: number;
    denominator: number;
    entries: number[];
}
export interface Sheet {
    year: number;
    as_of: string;
    criteria: string;
    scores: Score[];
    total: number;
    maximum: number;
    unsaid: number;
    band?: Band;
    next?: Band;
    missing: number;
    lifts: { criterion: string; is: number; needs: number; points: number }[];
}
