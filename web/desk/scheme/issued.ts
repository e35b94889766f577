// Documents that were issued, as the server lists them.

import { get } from "../api";
import { language, words } from "../words/words.svelte";

/// What a kind of document is called.
export interface ReportName {
    id: string;
    vi: string;
    en: string;
}
/// What a document was asked for.
export interface IssuedQuestion {
    kind: string;
    as_of: string;
    units_as_of: string;
    known_at: number;
    unit: string;
    club?: string;
    year?: number;
    scheme: string;
    criteria: string;
}
export interface IssuedLine {
    book: string;
    owner: string;
    seq: number;
    on: string;
    live: boolean;
    /// As its entry tells it: several kinds of document are one of these.
    kind: string;
    as_of: string;
    number?: string;
    file: string;
    /// Absent: the file is not there any more.
    asked?: IssuedQuestion;
    /// Names, where it was asked for one.
    unit: string;
    club: string;
}

/// None, if the server does not say: then each is called as its entry tells it.
export const reportNames = (): Promise<ReportName[]> =>
    get<{ reports: ReportName[] }>("reports").then(
        ({ reports }) => reports,
        () => [],
    );

type Told = Pick<IssuedLine, "asked" | "kind">;
export function titleOf({ asked, kind }: Told, kinds: ReportName[]): string {
    const name = kinds.find(({ id }) => id === asked?.kind);
    if (name) return language.code === "vi" ? name.vi : name.en;
    return (words().scheme.reports as Record<string, string>)[kind] ?? kind;
}

/// Of which club, unit and year; "" of the whole province. Only funds are asked for by the year.
export function aboutOf({
    asked,
    unit,
    club,
}: Pick<IssuedLine, "asked" | "unit" | "club">): string {
    const funds = asked?.kind.startsWith("care-fund");
    const year = funds && asked?.year ? `${words().scheme.year} ${asked.year}` : "";
    return [club, unit, year].filter(Boolean).join(" · ");
}
