// A year's rating as the server lists it, and its steps as entries.

import { authored } from "../club/core/draft";
import type { Band, Criteria, Sheet } from "../club/life/types";
import { scoresOf } from "../club/life/sheet";
import { desk } from "./desk.svelte";
import { newId, record } from "./scheme/matters";

export type RatingState =
    "none" | "self_scored" | "appraised" | "approved" | "returned" | "answered";

export interface Moves {
    self_score: boolean;
    appraise: boolean;
    approve: boolean;
    send_back: boolean;
    answer: boolean;
}
export interface RatingLine {
    book: string;
    name: string;
    commune: string;
    village: string;
    counts: boolean;
    drawn: boolean;
    state: RatingState;
    since?: string;
    self_scored?: Band;
    appraised?: Band;
    approved?: Band;
    approved_on?: string;
    may: Moves;
    sum?: Pick<Sheet, "total" | "maximum" | "unsaid" | "band" | "next" | "missing">;
}
export interface RatingsView {
    year: number;
    as_of: string;
    now: number;
    criteria: string;
    clubs: number;
    drawn: number;
    total: number;
    offset: number;
    states: { state: RatingState; clubs: number }[];
    lines: RatingLine[];
}
export interface RatingStep {
    seq: number;
    op_index: number;
    on: string;
    to: RatingState;
    band?: Band;
    criteria?: string;
    decision?: string;
    known_at?: number;
    scores: { criterion: string; points?: number }[];
    note?: string;
}
export interface RatingView {
    name: string;
    now: number;
    state: RatingState;
    may: Moves;
    steps: RatingStep[];
    versions: string[];
    criteria: Criteria;
    sheet: Sheet;
}

/// What each side gave, as columns of the sheet: the self-score that stands, the opinion that was
/// approved, and the one that stands if it is another.
export interface Given {
    head: "self" | "appraised";
    approved: boolean;
    points: Map<string, number | undefined>;
    sum: number;
}
export function givenBy(steps: RatingStep[]): Given[] {
    const last = (to: RatingState, before = steps.length) =>
        steps.slice(0, before).findLastIndex((one) => one.to === to);
    const end = last("approved");
    const approved = end < 0 ? -1 : last("appraised", end);
    const self = last("self_scored");
    // A club that was sent back scores anew: the opinion on what it said before has gone.
    const opinion = last("appraised");
    const places = [self, approved, opinion > self ? opinion : -1].filter((at) => at >= 0);
    return [...new Set(places)].map((at) => {
        const { to, scores } = steps[at]!;
        return {
            head: to === "self_scored" ? "self" : "appraised",
            approved: at === approved,
            points: new Map(scores.map((one) => [one.criterion, one.points])),
            sum: scores.reduce((sum, one) => sum + (one.points ?? 0), 0),
        };
    });
}

/// One step; made once, so that it is the same however often it is sent.
export interface StepForm {
    on: string;
    year: number;
    note?: string;
    decision?: string;
}
export function stepEntry(op: string, form: StepForm, more: Record<string, unknown> = {}) {
    const field = op === "rating.returned" ? "reason" : "note";
    const text = form.note?.trim();
    const made = { op, on: form.on, year: form.year, ...more };
    const parts = text ? [{ class: "text" as const, fields: { [field]: text } }] : [];
    return { entry_id: newId(), ...authored([{ op: made, parts }]) };
}
export const scored = (sheet: Sheet, criteria: string) => ({
    criteria,
    scores: scoresOf(sheet),
    band: sheet.band,
});
export const approval = (form: StepForm, band: Band, now: number) => ({
    band,
    as_of: `${form.year}-12-31`,
    known_at: now,
    ...(form.decision?.trim() ? { decision: form.decision.trim() } : {}),
});
export { record };

// Which sheets of the sample the officer has opened in this browser, by year and by what was
// appraised: a club that comes back is looked at again.
const key = (year: number) => `lienthehe-rating-seen/${desk.me?.account ?? ""}/${year}`;
const sheetKey = (line: { book: string; since?: string; appraised?: Band }) =>
    [line.book, line.since, line.appraised].join("/");
export const seen = (year: number) =>
    new Set(JSON.parse(localStorage.getItem(key(year)) ?? "[]") as string[]);
export const isSeen = (opened: Set<string>, line: RatingLine) => opened.has(sheetKey(line));
export function see(year: number, book: string, steps: RatingStep[]): void {
    const last = steps.at(-1);
    if (last?.to !== "appraised") return;
    const line = { book, since: last.on, ...(last.band ? { appraised: last.band } : {}) };
    const sheets = seen(year).add(sheetKey(line));
    localStorage.setItem(key(year), JSON.stringify([...sheets]));
}

/// What is typed under a sheet, kept in this tab until it is recorded.
export interface TypedStep {
    on: string;
    note: string;
    decision: string;
    judged?: Record<string, number | null>;
    reasons: Record<string, string>;
}
const formKey = (year: number, book: string) => `lienthehe-form/rating/${year}/${book}`;
export const keptStep = (year: number, book: string) =>
    JSON.parse(sessionStorage.getItem(formKey(year, book)) ?? "null") as TypedStep | null;
export function keepStep(year: number, book: string, typed: TypedStep | undefined): void {
    if (typed) sessionStorage.setItem(formKey(year, book), JSON.stringify(typed));
    else sessionStorage.removeItem(formKey(year, book));
}
