// The desk's end of the HTTP API. The session is a cookie that scripts cannot read.

import { download } from "../club/files";
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
/// What was to be sent is more than the server takes at once.
export class TooLarge extends Error {}

/// The field that the server says no to; "": none, or it said nothing.
export const fieldOf = (error: unknown): string =>
    error instanceof Refused ? error.problem.field : "";

export const most_sent = 16 * 1024 * 1024;

/// What the server answers well; why it refuses is thrown.
async function answerOf(method: string, path: string, body?: unknown): Promise<Blob & Named> {
    const file = body instanceof Blob;
    const sent = file ? body : new Blob(body === undefined ? [] : [JSON.stringify(body)]);
    // The server refuses it before all has come, which a browser may take for a line cut off.
    if (sent.size > most_sent) throw new TooLarge();
    let answer: Response;
    let content: Blob;
    try {
        answer = await fetch(`/api/v1/${path}`, {
            method,
            ...(body === undefined
                ? {}
                : {
                      headers: {
                          "Content-Type": file ? "application/octet-stream" : "application/json",
                      },
                      body: sent,
                  }),
            signal: AbortSignal.timeout(sent.size > 500_000 ? 180_000 : 60_000),
        });
        content = await answer.blob();
    } catch {
        throw new NoNetwork();
    }
    if (answer.ok) {
        const named = /filename="([^"]*)"/.exec(answer.headers.get("Content-Disposition") ?? "");
        return Object.assign(content, { file: named?.[1] });
    }
    const text = await content.text();
    const large = answer.status === 413;
    // A proxy's page is no answer of the server.
    if (!text.startsWith("{")) throw large ? new TooLarge() : new NoNetwork();
    const problem = JSON.parse(text) as Problem;
    throw problem.rule === "http.body.too_large"
        ? new TooLarge()
        : new Refused(answer.status, problem);
}
interface Named {
    /// What the server calls the file, if it is one.
    file: string | undefined;
}

export async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const text = await (await answerOf(method, path, body)).text();
    return (text ? JSON.parse(text) : undefined) as T;
}

/// Into the folder of downloads, under its own name or the one given; returns the name.
export async function keepFile(path: string, name = "", body?: unknown): Promise<string> {
    const content = await answerOf(body === undefined ? "GET" : "POST", path, body);
    const file = name || content.file || "lienthehe";
    download(file, content);
    return file;
}

/// A file as it is.
export const upload = <T>(path: string, content: Blob) => ask<T>("POST", path, content);

export const get = <T>(path: string) => ask<T>("GET", path);
export const post = <T>(path: string, body: unknown = {}) => ask<T>("POST", path, body);
export const put = <T>(path: string, body: unknown = {}) => ask<T>("PUT", path, body);
export const remove = <T>(path: string, body?: unknown) => ask<T>("DELETE", path, body);

/// How far a list is read: rows, of how many.
export type Tell = (done: number, total: number) => void;

/// Every page of a list, in order: all that its filter lets through, not only what is shown.
export async function everyPage<View extends { total: number }>(
    path: string,
    asked: string | URLSearchParams,
    take: (view: View) => void,
    tell?: Tell,
    most = 500, // that the server gives at once
): Promise<void> {
    const query = new URLSearchParams(asked);
    query.set("limit", String(most));
    for (let from = 0, total = 1; from < total; from += most) {
        query.set("offset", String(from));
        const view = await get<View>(`${path}?${query}`);
        total = view.total;
        take(view);
        tell?.(Math.min(from + most, total), total);
    }
}
