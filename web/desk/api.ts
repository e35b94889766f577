// The desk's end of the HTTP API. The session is a cookie that scripts cannot read.

import type { Problem } from "./types";

export class Refused extends Error {
    constructor(
        readonly status: number,
        readonly problem: Problem,
    ) {
        super(problem.rule);
    }
}
export class NoNetwork extends Error {}

export async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    let answer: Response;
    let text: string;
    try {
        answer = await fetch(`/api/v1/${path}`, {
            method,
            ...(body === undefined
                ? {}
                : {
                      headers: { "Content-Type": "application/json" },
                      body: JSON.stringify(body),
                  }),
            signal: AbortSignal.timeout(60_000),
        });
        text = await answer.text();
    } catch {
        throw new NoNetwork();
    }
    if (answer.ok) return (text ? JSON.parse(text) : undefined) as T;
    // A proxy's page is no answer of the server.
    if (!text.startsWith("{")) throw new NoNetwork();
    throw new Refused(answer.status, JSON.parse(text) as Problem);
}

export const get = <T>(path: string) => ask<T>("GET", path);
export const post = <T>(path: string, body: unknown = {}) => ask<T>("POST", path, body);
export const put = <T>(path: string, body: unknown = {}) => ask<T>("PUT", path, body);
export const remove = <T>(path: string, body?: unknown) => ask<T>("DELETE", path, body);
