// The four-digit lock: it keeps those out who borrow the phone, from the books and from /check. It
// encrypts nothing, waits longer after each wrong try, and never deletes anything. A card removes
// it, whichever club it is of: a commune has handed it out.

import { phone } from "./core/line";
import { hex } from "./core/ids";

interface Lock {
    salt: string;
    hash: string;
    wrong: number;
    until: number; // by this device's clock: no try before
}
const rounds = 400_000; // about a second on a cheap phone
const freeTries = 3;
const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;
const key = "lock";

async function digest(code: string, salt: string): Promise<string> {
    const bytes = new TextEncoder();
    const base = await crypto.subtle.importKey("raw", bytes.encode(code), "PBKDF2", false, [
        "deriveBits",
    ]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes.encode(salt), iterations: rounds };
    return hex(new Uint8Array(await crypto.subtle.deriveBits(how, base, 256)));
}

/// WebCrypto is there on https and on this very machine.
export const canLock = Boolean(globalThis.crypto?.subtle);

export async function isLocked(): Promise<boolean> {
    return Boolean(await phone.settingHere(key));
}

export async function setLock(code: string): Promise<void> {
    const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
    const lock: Lock = { salt, hash: await digest(code, salt), wrong: 0, until: 0 };
    await phone.keepSettingHere(key, lock);
}

export function removeLock(): Promise<void> {
    return phone.keepSettingHere(key, undefined);
}

/// Seconds until the next try; 0: now.
export async function mustWait(): Promise<number> {
    const lock = (await phone.settingHere(key)) as Lock | undefined;
    // A clock that was set back does not lock for longer than the longest wait.
    const left = Math.min((lock?.until ?? 0) - Date.now(), longestWaitMs);
    return left > 0 ? Math.ceil(left / 1000) : 0;
}

export async function unlocks(code: string): Promise<boolean> {
    const lock = (await phone.settingHere(key)) as Lock | undefined;
    if (!lock) return true;
    if ((await mustWait()) > 0) return false;
    const right = (await digest(code, lock.salt)) === lock.hash;
    const wrong = right ? 0 : lock.wrong + 1;
    const steps = wrong - freeTries;
    const wait = steps < 0 ? 0 : Math.min(firstWaitMs * 2 ** steps, longestWaitMs);
    await phone.keepSettingHere(key, { ...lock, wrong, until: wait ? Date.now() + wait : 0 });
    return right;
}
