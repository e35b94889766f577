// What the screens share: the books on this device, the one that is open, what is said.

import { Away } from "./core/ask";
import { phone, Lost, start, stop, StorageFull } from "./core/line";
import type { Apart, OpenBook, SyncOutcome, Wiped } from "./core/phone";
import type { Draft, PersonLine } from "./core/types";
import { Refused } from "./core/wasm";
import { businessDate } from "./format";
import { isLocked, removeLock } from "./lock";
import { plainly } from "./money/plain";
import { namesOf } from "./names";
import { say } from "./route.svelte";
import { words } from "./words/words.svelte";

const syncEveryMs = 5 * 60_000;

export const app = $state({
    phase: "opening" as "opening" | "locked" | "ready" | "elsewhere" | "broken",
    error: "",
    books: [] as OpenBook[],
    current: "",
    people: [] as PersonLine[],
    version: 0, // moves when a book changes: pages are asked for anew
    syncing: false,
    offline: false,
    troubles: {} as Record<string, string>, // of the last sync, by book
    update: undefined as (() => void) | undefined,
    wiped: [] as Wiped[],
    apart: [] as Apart[], // books that cannot be read
});

const isBook = (id: string) => (open: OpenBook) => open.book === id;

export function book(): OpenBook | undefined {
    return app.books.find(isBook(app.current));
}

/// Why something of the open book was not sent, as last heard.
export const trouble = () => app.troubles[app.current] ?? "";

/// The business date, by the server's clock as last heard.
export function today(): string {
    return businessDate(Date.now() + (book()?.clock_offset ?? 0));
}

const names = $derived(
    namesOf(
        app.people.map(({ line, number, name }) => ({
            id: line.member,
            number,
            name,
            birth_year: line.birth_year,
        })),
        words(),
    ),
);

export function nameOf(member: string): string {
    return names.get(member) ?? words().nameless(0);
}

/// In the order of given names, as on paper; what is one person's stays in its order.
export function byName<T extends { member: string }>(lines: T[]): T[] {
    const places = new Map(app.people.map(({ line }, i) => [line.member, i]));
    const place = ({ member }: T) => places.get(member) ?? places.size;
    return [...lines].sort((one, other) => place(one) - place(other));
}

/// What went wrong, in the reader's words.
export function explain(error: unknown): string {
    if (error instanceof Refused) {
        return plainly(error.problem);
    }
    if (error instanceof StorageFull) return words().storage_full;
    if (error instanceof Lost) {
        app.phase = "elsewhere";
        return words().elsewhere;
    }
    const away = error instanceof Away || error instanceof TypeError;
    return away ? words().no_network : String(error);
}

export { say };

/// All is read before any of it is shown, so that the pages are asked for once.
async function reread(wanted = app.current): Promise<void> {
    const [books, apart, wiped] = await Promise.all([
        phone.books(),
        phone.booksApart(),
        phone.setting("wiped"),
    ]);
    const current = books.some((open) => open.book === wanted) ? wanted : (books[0]?.book ?? "");
    const on = businessDate(Date.now() + (books.find(isBook(current))?.clock_offset ?? 0));
    const people = current
        ? await phone.page<PersonLine[]>(current, "members", { book: current, on })
        : [];
    const version = app.version + 1;
    Object.assign(app, { books, apart, current, people, wiped: wiped ?? [], version });
}

export async function choose(id: string): Promise<void> {
    await phone.keepSetting("current", id);
    await reread(id);
}

function troubleOf({ outcome, problem, full, error }: SyncOutcome): string {
    if (problem?.rule === "sync.case.too_many") {
        return `${plainly(problem)} ${words().sync_too_many}`;
    }
    if (problem) return plainly(problem);
    if (outcome !== "failed") return "";
    return full ? words().storage_full : (error ?? "");
}

let again = false; // what was recorded while it ran is sent, too

export async function sync(): Promise<void> {
    again = true;
    if (app.phase === "broken" || app.syncing || !app.books.some((open) => !open.practice)) return;
    app.syncing = true;
    try {
        while (again) {
            again = false;
            const outcomes = await phone.sync();
            app.offline = outcomes.some((one) => one.outcome === "offline");
            app.troubles = Object.fromEntries(
                outcomes.map((one) => [one.book, troubleOf(one)] as const),
            );
            await reread();
            if (app.offline) return;
        }
    } catch (error) {
        say(explain(error));
    } finally {
        app.syncing = false;
    }
}

/// Records an entry in the open book, then sends it if there is a network.
export async function record(
    drafts: Draft[],
    also: { replaces?: string; dropDraft?: boolean } = {},
): Promise<{ entry_digest: string }> {
    const { replaces, dropDraft = false } = also;
    const done = await phone.record(app.current, drafts, replaces, dropDraft);
    await reread();
    // Asked for when there is something to lose: after a meeting was saved.
    if (drafts.some((draft) => draft.op.op === "meeting.held")) {
        void navigator.storage?.persist?.();
    }
    void sync();
    return done;
}

export async function withdraw(entry_id: string): Promise<void> {
    await phone.withdraw(app.current, entry_id);
    await reread();
    void sync();
}

export async function forget(id: string): Promise<void> {
    await phone.forget(id);
    await reread();
}

export async function enrol(code: string, name: string): Promise<void> {
    const { book: id, carried } = await phone.enrol(code, name);
    // Who has a card from the commune is let in again.
    await removeLock();
    app.phase = "ready";
    await choose(id);
    if (carried > 0) say(words().enrol_carried(carried));
}

/// The reader has read that a book was deleted.
export async function heardOfWiped(): Promise<void> {
    await phone.keepSetting("wiped", []);
    app.wiped = [];
}

/// Something of the device has changed: pages are asked for anew.
export const refresh = reread;

export async function practise(drafts: Draft[][]): Promise<void> {
    const id = await phone.addPractice(drafts);
    await choose(id);
}

let holds = false; // this window, until another takes over

/// One window of a device holds the books.
function hold(steal: boolean): Promise<boolean> {
    if (holds) return Promise.resolve(true);
    return new Promise<boolean>((answer) => {
        const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
        navigator.locks
            .request("lienthehe-books", options, (lock) => {
                holds = lock !== null;
                answer(holds);
                return lock ? new Promise<void>(() => undefined) : undefined;
            })
            .catch(() => {
                holds = false;
                stop(); // another window took over
                app.phase = "elsewhere";
            });
    });
}

/// `steal`: the reader wants the books here. After a failure it begins anew.
export async function open(steal = false): Promise<void> {
    app.phase = "opening";
    if (steal) stop();
    if (!(await hold(steal))) {
        app.phase = "elsewhere";
        return;
    }
    try {
        start();
        await phone.open();
        await reread(((await phone.setting("current")) as string | undefined) ?? "");
        app.phase = (await isLocked()) ? "locked" : "ready";
        void sync(); // also while it is locked: what waits is sent
    } catch (error) {
        app.error = explain(error);
        if (app.phase !== "opening") return; // another window took over
        app.phase = "broken";
        stop(); // whatever state it is in, the next try has a new one
    }
}

addEventListener("online", () => void sync());
document.addEventListener("visibilitychange", () => {
    if (document.hidden && app.phase === "ready") void phone.rest().catch(() => undefined);
});
setInterval(() => void sync(), syncEveryMs);
