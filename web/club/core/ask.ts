// What this phone asks of the server, and how long it waits for an answer.

import type { Problem } from "./wasm";

/// No network, or no answer in time.
export class Away extends Error {}

export interface Said {
    ok: boolean;
    status: number;
    text: string;
}
const longestMs = 60_000;

/// The answer, whole; throws Away. `stop` ends the waiting earlier.
export async function ask(path: string, asked: RequestInit = {}, stop?: AbortSignal) {
    const limit = AbortSignal.timeout(longestMs);
    // An older browser waits for the limit.
    const signal = stop && "any" in AbortSignal ? AbortSignal.any([limit, stop]) : limit;
    try {
        const answer = await fetch(path, { ...asked, signal });
        const said: Said = { ok: answer.ok, status: answer.status, text: await answer.text() };
        return said;
    } catch (error) {
        throw new Away(String(error));
    }
}

/// What the server answers with is an object; a page is a proxy's.
export const isAnswer = ({ ok, text }: Said): boolean => ok && text.startsWith("{");

export function problemIn({ ok, text }: Said): Problem | undefined {
    return !ok && text.startsWith("{") ? (JSON.parse(text) as Problem) : undefined;
}

/// A no that stays: being told to come back later is none.
export function refusal(said: Said): Problem | undefined {
    const later = said.status >= 500 || said.status === 429;
    return later ? undefined : problemIn(said);
}
