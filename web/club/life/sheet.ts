// A score sheet in words, for the board and for officers.

import { grouped, percent } from "../format";
import type { Criterion, Score, Sheet } from "./types";

export interface Said {
    rating_in_band: string;
    rating_off_band: string;
    rating_na: string;
    rating_waits: string;
    rating_counts: Record<string, string>;
    rating_points: (n: number, most: number) => string;
    rating_lift_line: (name: string, is: string, needs: string, n: number) => string;
}

const isBand = (one: Criterion) => ["size", "women", "elderly"].includes(one.measure);
const place = (inside: number, said: Said) => (inside ? said.rating_in_band : said.rating_off_band);

/// What a share counts, of which the name of its criterion may say the contrary.
const countedBy = (one: Criterion, said: Said) => said.rating_counts[one.measure] ?? "";

/// What the book says; empty of what it does not measure.
export function valueOf(one: Criterion, score: Score, said: Said): string {
    if (score.value === undefined) return "";
    const share = `${grouped(score.numerator)}/${grouped(score.denominator)}`;
    if (isBand(one)) {
        return `${score.denominator ? share : score.numerator}, ${place(score.value, said)}`;
    }
    if (!score.denominator) return grouped(score.value);
    return `${countedBy(one, said)}: ${share} (${percent(score.value)})`;
}

export function pointsOf(score: Score, said: Said): string {
    if (!score.applies) return said.rating_na;
    if (score.points === undefined) return said.rating_waits;
    return said.rating_points(score.points, score.maximum);
}

export function liftOf(
    one: Criterion,
    name: string,
    lift: Sheet["lifts"][number],
    said: Said,
): string {
    const step = (n: number) => (isBand(one) ? place(n, said) : grouped(n));
    const counted = countedBy(one, said);
    const named = counted ? `${name} (${counted})` : name;
    return said.rating_lift_line(named, step(lift.is), step(lift.needs), lift.points);
}

/// As an operation carries them.
export const scoresOf = (sheet: Sheet) =>
    sheet.scores.map(({ criterion, points }) =>
        points === undefined ? { criterion } : { criterion, points },
    );

/// What was said of single criteria, a line each, then of the whole: the note of one step.
export function noteOf(
    criteria: Criterion[],
    nameOf: (one: Criterion) => string,
    reasons: Record<string, string>,
    whole: string,
): string {
    const lines = criteria.map((one) => {
        const reason = reasons[one.id]?.trim();
        return reason ? `${nameOf(one)}: ${reason}` : "";
    });
    return [...lines, whole.trim()].filter(Boolean).join("\n");
}
