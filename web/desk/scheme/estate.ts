// What a club has and its handovers, as the server tells them (src/app/handover_desk.hpp).

import { money } from "../../club/format";
import { words } from "../words/words.svelte";

export interface EstateView {
    book: string;
    on: string;
    status: string;
    book_opened?: string;
    records: boolean;
    /// Lines of people are open after a reason.
    by_reason: boolean;
    sums: { people: number; loans: number; outstanding: number; interest: number };
    accounts: { account: string; asset: boolean; amount: number }[];
    people: EstatePerson[];
    handovers: HandoverLine[];
}
export interface EstatePerson {
    member: string;
    number: number;
    name?: string;
    in_club: boolean;
    shares: number;
    owes: number;
}
export interface HandoverLine {
    handover: string;
    on: string;
    from: string;
    to: string;
    from_name: string;
    to_name: string;
    decision: string;
    people: number;
    loans: number;
    assets: number;
    receipt: boolean; // it goes to an association, into its care fund
    taken: boolean;
}

/// The club to which everything went; undefined: to none, or not to one alone.
export function takerOf({ book, accounts, handovers }: EstateView): HandoverLine | undefined {
    const given = handovers.filter((one) => one.from === book && !one.receipt);
    const one = given.every(({ to }) => to === given[0]?.to);
    return one && !accounts.length ? given[0] : undefined;
}

export const personName = (person: EstatePerson): string =>
    person.name ?? words().life.nameless(person.number);

/// With what goes along.
export function personText(person: EstatePerson): string {
    const said = words().life;
    const facts = [
        person.owes ? said.person_owes(money(person.owes)) : "",
        person.shares ? said.person_shares(money(person.shares)) : "",
    ].filter(Boolean);
    return [personName(person), ...facts].join(" · ");
}

/// Of what goes along with people nothing is chosen by itself.
export const freeAccounts = (estate: EstateView) =>
    estate.accounts.filter(({ account }) => !/^income:(loans|shares)$/.test(account));

/// Both sides of what is chosen of a fund.
export function sides(
    estate: EstateView,
    fund: string,
    chosen: { people: string[]; amountOf: (account: string) => number },
): { assets: number; equity: number } {
    const sum = { assets: 0, equity: 0 };
    for (const { account, asset } of freeAccounts(estate)) {
        if (!account.startsWith(`${fund}:`)) continue;
        sum[asset ? "assets" : "equity"] += chosen.amountOf(account);
    }
    if (fund !== "income") return sum;
    for (const person of estate.people) {
        if (!chosen.people.includes(person.member)) continue;
        sum.assets += person.owes;
        sum.equity += person.shares;
    }
    return sum;
}

/// What would make both sides of a fund equal, as far as its accounts carry it.
export function balancing(
    estate: EstateView,
    fund: string,
    { assets, equity }: { assets: number; equity: number },
    amountOf: (account: string) => number,
): { account: string; more: number }[] {
    let left = Math.abs(assets - equity);
    return freeAccounts(estate).flatMap(({ account, asset, amount }) => {
        if (!account.startsWith(`${fund}:`) || asset === assets > equity) return [];
        const more = Math.max(0, Math.min(left, amount - amountOf(account)));
        left -= more;
        return more ? [{ account, more }] : [];
    });
}
