// What the server says no with, in an officer's words: accounts by their names, steps and states as
// the screens call them.

import type { Problem } from "./types";
import { language, words } from "./words/words.svelte";

const nameIn = (names: object, name: string) => (names as Record<string, string>)[name] ?? name;

/// Of a care fund: "Chỉ định cho sức khoẻ" of "bound:health".
export function careAccount(name: string): string {
    const said = words().scheme;
    const purpose = name.split("bound:")[1];
    return purpose
        ? said.bound_for(nameIn(said.purposes, purpose))
        : nameIn(said.care_accounts, name);
}

/// Of a club or a care fund: "Tiền mặt · Quỹ hoạt động" of "operating:cash".
export function accountName(full: string): string {
    const { scheme, funds, accounts, sources, capital_of } = words();
    const [owner, ...rest] = full.split(":") as [string, ...string[]];
    const name = rest.join(":");
    if (owner in scheme.levels) {
        return `${careAccount(name)} · ${scheme.care_fund_of(nameIn(scheme.levels, owner))}`;
    }
    if (!(owner in funds)) return nameIn(accounts, full);
    const source = name.split("capital:")[1];
    const account = source ? capital_of(nameIn(sources, source)) : nameIn(accounts, name);
    return `${account} · ${nameIn(funds, owner)}`;
}

function factName(key: string, value: string): string {
    const { scheme, ops } = words();
    switch (key) {
        case "op":
            return nameIn({ ...ops, ...scheme.ops }, value);
        case "level":
            return nameIn(scheme.levels, value);
        case "purpose":
        case "bound_to":
            return nameIn(scheme.purposes, value);
        case "state":
            return nameIn(scheme.states, value);
        case "status":
            return nameIn(scheme.statuses, value);
        case "key":
            return nameIn(scheme.fields, value);
        case "role":
            return nameIn(words().roles, value);
        default:
            return value;
    }
}

/// Codes stand in quotation marks, and are replaced in these only.
export function plainly(problem: Pick<Problem, "message" | "message_en" | "facts">): string {
    const vi = language.code === "vi";
    let text = vi ? problem.message : problem.message_en;
    for (const [key, value] of Object.entries(problem.facts)) {
        if (key === "account") {
            text = text.replaceAll(value, accountName(value));
            continue;
        }
        if (value === "10 base32") text = text.replace(value, words().scheme.code);
        const said = factName(key, value);
        text = vi
            ? text.replaceAll(`«${value}»`, `«${said}»`)
            : text.replaceAll(`“${value}”`, `“${said}”`);
    }
    return text;
}
