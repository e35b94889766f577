// What the screens share: who is signed in, and what is said.

import { get, NoNetwork, Refused, remove, TooLarge } from "./api";
import { go, route, say } from "../club/route.svelte";
import { plainly } from "./problem";
import { dropAll } from "./scheme/unsaved";
import type { Me, Role } from "./types";
import { words } from "./words/words.svelte";

export const desk = $state({
    phase: "opening" as "opening" | "out" | "in" | "broken",
    error: "",
    me: undefined as Me | undefined,
});

export function holds(...roles: Role[]): boolean {
    return desk.me?.roles.some((held) => roles.includes(held.role)) ?? false;
}

/// A steering board or an auditor: records nothing.
export const readsOnly = (): boolean =>
    holds("steering", "auditor") && !holds("commune", "district", "province", "administrator");
/// An auditor says why first; a steering board reads lists only.
export const opensBooks = (): boolean => !readsOnly() || holds("auditor");
/// Where a club is opened, if it is.
export const clubAddress = (id: string): string | undefined =>
    opensBooks() ? `/clubs/${id}` : undefined;

/// Signed in, but nothing is open before the password or the second factor is set.
export function mustFirst(): "password" | "totp" | undefined {
    if (desk.me?.must_change_password) return "password";
    if (desk.me?.totp_needed) return "totp";
    return undefined;
}

/// What went wrong, in the reader's words. A session that has ended leads to the sign-in.
export function explain(error: unknown): string {
    if (error instanceof Refused) {
        if (error.problem.rule === "session.none") signedOut();
        return plainly(error.problem);
    }
    if (error instanceof TooLarge) return words().too_large;
    return error instanceof NoNetwork ? words().no_network : String(error);
}

export { say };

export function signedIn(me: Me): void {
    desk.me = me;
    desk.phase = "in";
}

function signedOut(): void {
    desk.me = undefined;
    desk.phase = "out";
}

export async function begin(): Promise<void> {
    desk.phase = "opening";
    try {
        signedIn(await get<Me>("session"));
    } catch (error) {
        if (error instanceof Refused && error.status === 401) return signedOut();
        desk.error = explain(error);
        desk.phase = "broken";
    }
}

export async function signOut(): Promise<void> {
    try {
        await remove("session");
        dropAll();
    } catch (error) {
        if (!(error instanceof Refused)) return say(explain(error));
    }
    signedOut();
    if (route.path.length) go("");
}
