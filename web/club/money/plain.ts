// What the core says no with, in words that a treasurer understands: names for ids, accounts by
// their names, days as they are written.

import { nameOf } from "../app.svelte";
import type { Fund } from "../core/types";
import type { Problem } from "../core/wasm";
import { day } from "../format";
import { language, words } from "../words/words.svelte";

/// "Dự phòng · Quỹ tăng thu nhập" of "income:reserve"
export function accountName(full: string): string {
    const [fund, ...rest] = full.split(":");
    return `${accountIn(rest.join(":"))} · ${words().funds[fund as Fund]}`;
}

/// Without the fund: "Dự phòng" of "reserve"
export function accountIn(name: string): string {
    const { m, sources } = words();
    const [first, source] = name.split(":");
    if (first === "capital") return m.capital_of(sources[source as "person"]);
    return m.accounts[name] ?? name;
}

function fact(key: string, value: string): string {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
    if (/^(income|operating):/.test(value)) return accountName(value);
    if (key === "op") return words().ops[value] ?? value;
    if (key === "member") return nameOf(value);
    if (key === "loan") return "";
    return value;
}

export function plainly(problem: Problem): string {
    const { facts } = problem;
    if (problem.rule === "reversal.in_the_way") {
        return words().m.in_the_way(words().ops[facts.op!] ?? facts.op!, day(facts.on!));
    }
    let text = language.code === "vi" ? problem.message : problem.message_en;
    for (const [key, value] of Object.entries(facts)) {
        const said = fact(key, value);
        if (said !== value && value) text = text.replaceAll(value, said);
    }
    return text.replaceAll("  ", " ");
}
