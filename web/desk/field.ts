// Papers of visits that an officer carries where there is no network: kept in this browser until
// they are recorded, also over a sign-out. Whoever sends the same again is answered alike.

import { localId } from "../club/core/ids";
import type { Op } from "./types";
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
export const carried = () => JSON.parse(localStorage.getItem(key) ?? "[]") as Carried[];
const keep = (all: Carried[]) => localStorage.setItem(key, JSON.stringify(all));

/// `visit`: of a plan; empty: nobody planned it.
export function carry(
    visit: string,
    what: Omit<Carried, "visit" | "typed" | "entry">,
    on: string,
): void {
    const all = carried();
    if (all.some((one) => one.club === what.club && !one.entry)) return;
    const typed = begun(forms["visit.made"]!, on);
    keep([...all, { visit: visit || localId(), ...what, typed }]);
}
export const put = (one: Carried) =>
    keep(carried().map((kept) => (kept.visit === one.visit ? one : kept)));
export const drop = (visit: string) => keep(carried().filter((one) => one.visit !== visit));

/// What cannot be read of it; else it is finished.
export function finish(one: Carried): Unread | undefined {
    const plan: Op = { op: "visit.planned", on: one.typed.on, visit: one.visit, club: one.club };
    const made = operation("visit.made", one.typed, plan);
    if ("message" in made) return made as Unread;
    put({ ...one, entry: entryOf(draftOf(made, one.typed)) });
    return undefined;
}

/// Records what is finished; stops at the first that is refused and tells why.
export async function sendFinished(): Promise<number> {
    let sent = 0;
    for (const one of carried()) {
        if (!one.entry) continue;
        await record(one.book, one.entry);
        drop(one.visit);
        sent += 1;
    }
    return sent;
}
