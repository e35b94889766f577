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
        .map((line, i) => ({ line: i + 1, text: line.trim() }))
        .filter(({ text }) => text);

export function pastedQuotas(text: string, units: MapUnit[]): PastedLine<PastedQuota>[] {
    const said = words().map.paste_wrong;
    const seen = new Map<string, number>();
    const read = (cells: string[], line: number): PastedQuota | string => {
        if (cells.length !== 3) return said.columns(cells.length);
        const unit = findUnit(units, cells[0]!);
        if (typeof unit === "string") return unit;
        if (!/^20\d\d$/.test(cells[1]!)) return said.year(cells[1]!);
        const clubs = cells[2]!.replace(/[.\s]/g, "");
        if (!/^\d{1,5}$/.test(clubs)) return said.clubs(cells[2]!);
        const key = `${unit.id}/${cells[1]}`;
        const before = seen.get(key);
        if (before) return said.twice(before);
        seen.set(key, line);
        return { unit: unit.id, name: unit.name, year: Number(cells[1]), clubs: Number(clubs) };
    };
    return linesOf(text).map(({ line, text }) => {
        const cells = text.split(/\t|;/).map((cell) => cell.trim());
        const found = read(cells, line);
        return typeof found === "string"
            ? { line, text, wrong: found }
            : { line, text, wrong: "", read: found };
    });
}

/// `known`: names of villages that the commune has.
export function pastedVillages(text: string, known: string[]): PastedLine<{ name: string }>[] {
    const said = words().map.paste_wrong;
    const seen = new Map<string, number>();
    const same = (name: string) => name.toLowerCase().replace(/\s+/g, " ");
    const has = new Set(known.map(same));
    return linesOf(text).map(({ line, text }) => {
        const name = text.replace(/^\d+[.)\t]\s*/, "").trim();
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
