// The sections that the reader's roles open: what is used daily, and the rest.

import { holds, readsOnly } from "./desk.svelte";
import { words } from "./words/words.svelte";

export type Section = readonly [address: string, name: string];

export function sections(): { daily: Section[]; seldom: Section[] } {
    const readsFigures = holds("steering", "auditor", "commune", "province", "district");
    const seesMap = readsFigures || holds("administrator");
    const keeps = holds("commune", "province", "administrator");
    const open = (all: (readonly [string, string, boolean])[]): Section[] =>
        all.filter(([, , may]) => may).map(([address, name]) => [address, name]);
    return {
        daily: open([
            ["#/", words().nav_work, holds("commune")],
            // It begins among the clubs.
            ["#/work", words().nav_work, holds("province") && !holds("commune")],
            ["#/", words().nav_start, readsOnly()],
            ["#/clubs", words().nav_clubs, holds("commune", "province", "district", "auditor")],
            ["#/register", words().scheme.nav_register, readsFigures],
            ["#/scheme", words().scheme.nav, readsFigures],
            ["#/ratings", words().rating.nav, readsFigures],
            ["#/documents", words().scheme.documents, readsFigures],
            ["#/cases", words().nav_cases, holds("commune")],
            ["/standing", words().nav_standing, true],
        ]),
        seldom: open([
            ["#/targets", words().map.nav_targets, seesMap],
            ["#/map", words().map.nav_map, seesMap],
            ["#/imports", words().imports.nav, keeps],
            ["#/accounts", words().nav_accounts, keeps],
            ["#/reads", words().nav_reads, keeps || holds("auditor")],
        ]),
    };
}
