// A block pasted from Excel, line by line: what can be read, and in words what cannot.

import { plain } from "../../club/format";
import { words } from "../words/words.svelte";

export interface MapUnit {
    id: string;
    code: string;
    name: string;
    level: string;
}
export interface PastedLine<T> {
    line: number;
    text: string;
    wrong: string;
    read?: T;
}
export interface PastedQuota {
    unit: string;
    name: string;
    year: number;
    clubs: number;
}

const kinds = /^(xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh)\s+/;
const folded = (text: string) => plain(text).replace(/\s+/g, " ").trim();

/// The unit of that code, else the only one of that name, with or without its kind.
export function findUnit(units: MapUnit[], text: string): MapUnit | string {
    const code = units.find((unit) => unit.code === text);
    if (code) return code;
    const wanted = folded(text);
    const exactly = units.filter((unit) => folded(unit.name) === wanted);
    const found = exactly.length
        ? exactly
        : units.filter((unit) => folded(unit.name).replace(kinds, "") === wanted);
    // "Quảng Trung" is not "Quang Trung", where both are.
    const spelt = found.filter((unit) => unit.name.toLowerCase().endsWith(text.toLowerCase()));
    const one = found.length > 1 ? spelt : found;
    const said = words().map.paste_wrong;
    if (!found.length) return said.unknown(text);
    return one.length === 1 ? one[0]! : said.several(text);
}

const linesOf = (text: string) =>
    text
        .split(/\r?\n/)
        .map((text, i) => ({ line: i + 1, text }))
        .filter(({ text }) => text.trim());

/// A row is unit, year, clubs; or, under a first row of years, a unit and its clubs of each.
export function pastedQuotas(text: string, units: MapUnit[]): PastedLine<PastedQuota[]>[] {
    const said = words().map.paste_wrong;
    const seen = new Map<string, number>();
    const cut = (text: string) => text.split(/\t|;/).map((cell) => cell.trim());
    const quota = (unit: MapUnit, year: string, typed: string, line: number) => {
        const clubs = typed.replace(/[.\s]/g, "");
        if (!/^\d{1,5}$/.test(clubs)) return said.clubs(typed);
        const key = `${unit.id}/${year}`;
        const before = seen.get(key);
        if (before) return said.twice(before);
        seen.set(key, line);
        return { unit: unit.id, name: unit.name, year: Number(year), clubs: Number(clubs) };
    };
    const read = (cells: string[], years: string[], line: number): PastedQuota[] | string => {
        const wide = years.length > 0;
        if (wide ? cells.length > years.length + 1 : cells.length !== 3) {
            return wide ? said.cells(years.length + 1, cells.length) : said.columns(cells.length);
        }
        const unit = findUnit(units, cells[0]!);
        if (typeof unit === "string") return unit;
        if (!wide && !/^20\d\d$/.test(cells[1]!)) return said.year(cells[1]!);
        const pairs = wide
            ? years.map((year, i) => [year, cells[i + 1] ?? ""] as const)
            : [[cells[1]!, cells[2]!] as const];
        const found: PastedQuota[] = [];
        for (const [year, typed] of pairs) {
            // A year in which it founds none may be left empty.
            if (wide && /^[-–]?$/.test(typed)) continue;
            const one = quota(unit, year, typed, line);
            if (typeof one === "string") return one;
            found.push(one);
        }
        return found.length ? found : said.no_clubs;
    };
    const lines = linesOf(text).map(({ line, text }) => ({ line, text, cells: cut(text) }));
    const head = lines[0] && headOf(lines[0].cells, units);
    const years = Array.isArray(head) ? head : [];
    return lines.flatMap(({ line, text, cells }, i) => {
        if (head && i === 0) return typeof head === "string" ? { line, text, wrong: head } : [];
        const found = read(cells, years, line);
        return typeof found === "string"
            ? { line, text, wrong: found }
            : { line, text, wrong: "", read: found };
    });
}

/// The years of a first row that names them; in words, why it cannot be told what it names;
/// nothing of a row like the others.
function headOf(cells: string[], units: MapUnit[]): string[] | string | undefined {
    const said = words().map.paste_wrong;
    const yearOf = (cell: string) => /^(?:năm |year )?(20\d\d)$/i.exec(cell)?.[1];
    const named = yearOf(cells[0]!) ? cells : cells.slice(1);
    const years = named.flatMap((cell) => yearOf(cell) ?? []);
    const other = named.find((cell) => !yearOf(cell));
    // Of a unit, a year and a number of clubs only the second is a year.
    if (!years.length || (other !== undefined && years.length < 2)) return undefined;
    if (other !== undefined) return said.not_year(other);
    if (typeof findUnit(units, cells[0]!) !== "string") return said.head_unit(cells[0]!);
    const twice = years.find((year, i) => years.indexOf(year) !== i);
    return twice ? said.year_twice(twice) : years;
}

/// `known`: names of villages that the commune has.
export function pastedVillages(text: string, known: string[]): PastedLine<{ name: string }>[] {
    const said = words().map.paste_wrong;
    const seen = new Map<string, number>();
    const same = (name: string) => name.toLowerCase().replace(/\s+/g, " ");
    const has = new Set(known.map(same));
    return linesOf(text).map(({ line, text }) => {
        const name = text
            .trimStart()
            .replace(/^\d+[.)\t]\s*/, "")
            .trim();
        const before = seen.get(same(name));
        const wrong = !name
            ? said.empty
            : name.length > 100
              ? said.long
              : has.has(same(name))
                ? said.known(name)
                : before
                  ? said.again(before)
                  : "";
        if (wrong) return { line, text, wrong };
        seen.set(same(name), line);
        return { line, text, wrong: "", read: { name } };
    });
}
