// Papers of visits that an officer carries where there is no network: kept in this browser until
// they are recorded, also over a sign-out, but shown and sent for the account only that carries
// them. Whoever sends the same again is answered alike.

import { toStore } from "svelte/store";
import { localId } from "../club/core/ids";
import { get, NoNetwork, Refused } from "./api";
import { desk } from "./desk.svelte";
import type { Me, Op } from "./types";
import { forms } from "./scheme/forms";
import {
    begun,
    draftOf,
    entryOf,
    operation,
    record,
    type NewEntry,
    type Typed,
    type Unread,
} from "./scheme/matters";

export interface Carried {
    /// Who carries it: nobody else sees it, nor records it in his own name.
    account: string;
    visit: string;
    /// The association's, in which the visit is recorded.
    book: string;
    club: string;
    name: string;
    place: string;
    typed: Typed;
    /// It is finished and waits for a network.
    entry?: NewEntry;
}

const key = "lienthehe-field";
const last = "lienthehe-field-account";
// With no network nobody can be asked who is signed in: it is who last was, unless he signed out.
toStore(() => (desk.phase === "out" ? "" : desk.me?.account)).subscribe((account) => {
    if (account) localStorage.setItem(last, account);
    else if (account === "") localStorage.removeItem(last);
});
function mine(): string {
    const known = desk.me?.account ?? "";
    return desk.phase === "broken" ? known || (localStorage.getItem(last) ?? "") : known;
}

const everyone = () => JSON.parse(localStorage.getItem(key) ?? "[]") as Carried[];
const keep = (all: Carried[]) => localStorage.setItem(key, JSON.stringify(all));
const same = (one: Carried, other: Carried) =>
    one.visit === other.visit && one.account === other.account;

/// One's own.
export function carried(): Carried[] {
    const account = mine();
    return account ? everyone().filter((one) => one.account === account) : [];
}

/// `visit`: of a plan; empty: nobody planned it.
export function carry(
    visit: string,
    what: Omit<Carried, "account" | "visit" | "typed" | "entry">,
    on: string,
): void {
    if (carried().some((one) => one.club === what.club && !one.entry)) return;
    const typed = begun(forms["visit.made"]!, on);
    keep([...everyone(), { account: mine(), visit: visit || localId(), ...what, typed }]);
}
export const put = (one: Carried) => keep(everyone().map((kept) => (same(kept, one) ? one : kept)));
export const drop = (one: Carried) => keep(everyone().filter((kept) => !same(kept, one)));

/// What cannot be read of it; else it is finished.
export function finish(one: Carried): Unread | undefined {
    const plan: Op = { op: "visit.planned", on: one.typed.on, visit: one.visit, club: one.club };
    const made = operation("visit.made", one.typed, plan);
    if ("message" in made) return made as Unread;
    put({ ...one, entry: entryOf(draftOf(made, one.typed)) });
    return undefined;
}

export interface Sent {
    sent: number;
    /// By visit: why it was not taken.
    refused: Record<string, unknown>;
}

/// Records what is finished, each by itself; as who the server says is signed in, for another may
/// have signed in beside this page.
export async function sendFinished(): Promise<Sent> {
    const done: Sent = { sent: 0, refused: {} };
    const finished = carried().filter((one) => one.entry);
    if (!finished.length) return done;
    const { account } = await get<Me>("session");
    for (const one of finished) {
        if (one.account !== account) continue;
        try {
            await record(one.book, one.entry!);
            drop(one);
            done.sent += 1;
        } catch (error) {
            if (error instanceof NoNetwork) break;
            if (error instanceof Refused && error.problem.rule === "session.none") throw error;
            done.refused[one.visit] = error;
        }
    }
    return done;
}
