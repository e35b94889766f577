// The period of a report that is due, by its kind and its day, and what its unit has to say of it.

import { day, grouped, money } from "../../club/format";
import { words } from "../words/words.svelte";

export interface Period {
    first: string;
    last: string;
    name: string;
}
export interface FigureLine {
    figure: string;
    value?: number;
    of?: number;
    book: number;
    report: number;
    unknown: number;
    missing: string[];
}
export interface FiguresView {
    unit_code: string;
    unit_name: string;
    from: string;
    as_of: string;
    units_as_of: string;
    known_at: number;
    lines: FigureLine[];
}

export const isReview = (kind: string) => kind === "interim_review" || kind === "final_review";
const isYearly = (kind: string) => ["year", "care_fund", "ratings"].includes(kind);

/// The last day of what is due on a day: of a year or half a year the one that ends next to it. A
/// year is reported from its December on, half a year from its last month on.
export function lastDayOf(kind: string, due: string): string {
    const year = Number(due.slice(0, 4));
    const month = Number(due.slice(5, 7));
    if (isYearly(kind)) return `${month === 12 ? year : year - 1}-12-31`;
    if (kind !== "half_year") return due;
    if (month < 6) return `${year - 1}-12-31`;
    return month < 12 ? `${year}-06-30` : `${year}-12-31`;
}

/// The one that ends on the day; `began`: the scheme, of a review.
export function periodUntil(kind: string, last: string, began: string): Period {
    const said = words().report;
    const year = last.slice(0, 4);
    const half = last.slice(5, 7) < "07" ? "1" : "2";
    if (isReview(kind) && began && began <= last) {
        return { first: began, last, name: said.scheme(day(began)) };
    }
    const first = `${year}-01-01`;
    if (kind === "half_year") {
        const begins = half === "1" ? first : `${year}-07-01`;
        return { first: begins, last, name: said.half(half, year) };
    }
    return { first, last, name: isYearly(kind) ? said.year(year) : said.since(year) };
}

export const labelOf = ({ figure }: FigureLine): string =>
    (words().report.figures as Record<string, string>)[figure] ?? figure;

const isMoney = (figure: string) =>
    figure.startsWith("care_") || /^(halted_)?(capital|loans)|^overdue$/.test(figure);

export function valueOf({ figure, value, of }: FigureLine): string {
    if (value === undefined) return words().report.unknown;
    if (isMoney(figure)) return money(value);
    return of === undefined ? grouped(value) : `${grouped(value)}/${grouped(of)}`;
}

export function basisOf({ figure, book, report, unknown }: FigureLine): string {
    const said = words().report;
    if (/^clubs|^launched$/.test(figure)) return said.register;
    if (figure.startsWith("train")) return said.of_books;
    const of = figure.startsWith("care_") ? said.funds : said.clubs;
    return said.basis(grouped(book), grouped(report), grouped(unknown), of);
}

/// Whose figures are missing, told once for all lines that miss the same.
export function missingOf(lines: FigureLine[]): string[] {
    const by = new Map<string, string[]>();
    for (const line of lines) {
        if (!line.missing.length) continue;
        const more = line.unknown - line.missing.length;
        const names = line.missing.join("; ");
        const text = more > 0 ? words().scheme.and_more(names, grouped(more)) : names;
        by.set(text, [...(by.get(text) ?? []), labelOf(line)]);
    }
    return [...by].map(([names, labels]) => words().report.missing(labels.join(", "), names));
}

/// Those of today that are not as they were then.
export function changedSince(then: FigureLine[], now: FigureLine[]): Map<string, FigureLine> {
    const before = new Map(then.map((line) => [line.figure, valueOf(line)]));
    return new Map(
        now
            .filter((line) => before.get(line.figure) !== valueOf(line))
            .map((line) => [line.figure, line]),
    );
}
