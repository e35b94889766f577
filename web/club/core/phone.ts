// The books of this device: each in an instance of the core of its own, kept in IndexedDB, sent to
// the server when there is a network. Runs in the worker.

import type { Criteria } from "../life/types";
import { ask, Away, isAnswer, problemIn, refusal } from "./ask";
import { nameIn, readUnsent, unsealed, writeBook, writeUnsent, type Offered } from "./carry";
import { newEntry } from "./draft";
import { hex, randomBytes, uuid7 } from "./ids";
import { Gone, isFull, Kept, Lost } from "./kept";
import type { Binding, Carried, KeptRow } from "./kept";
import { fold, fromImage, hasImage } from "./open";
import { packed } from "./pack";
import { coreVersion, inJson, isWaiting, maxRequestBytes, whyWaiting } from "./post";
import { photosOf, sendCarried, sendPhotos, type PhotoState } from "./post";
import type { BookStatus, Difference, Draft, Entry } from "./types";
import { compile, Refused, type Core, type Problem } from "./wasm";

const dayMs = 86_400_000;
const maxRounds = 60; // of one sync: pages of a long book

export interface OpenBook extends Binding {
    status: BookStatus;
}
export interface SyncOutcome {
    book: string;
    outcome: "done" | "offline" | "refused" | "failed" | "wiped" | "gone";
    problem?: Problem; // of `refused`; of `done`: why something still waits
    error?: string; // of `failed`
    full?: boolean;
}
/// A book that this phone has no right over any more and has deleted, after all was sent.
export interface Wiped {
    name: string;
    at: number;
    cases: number; // of this phone, that the commune will look at
}
export interface Brought {
    outcome: "done" | "unreadable" | "other_book" | "same_phone";
    entries: number;
    name: string;
}
export interface Recorded {
    entry: Entry;
    entry_digest: string;
}

/// A book of this device that cannot be read. What it has not sent is still there.
export interface Apart {
    book: string;
    name: string;
    error: string;
    unsent: number;
}
export interface Enrolled {
    book: string;
    carried: number; // entries of its earlier device, which go as another phone's post
}

interface Shelf {
    binding: Binding;
    core: Core;
}
type Rows = { rows: KeptRow[] };
type Also = NonNullable<Parameters<Kept["keep"]>[2]>;

function statusOf({ core }: Shelf): BookStatus {
    return core.call<{ books: BookStatus[] }>("phone_status", {}).books[0]!;
}

function failure(book: string, error: unknown, stop: AbortSignal): SyncOutcome {
    if (error instanceof Lost) throw error;
    if (error instanceof Gone || stop.aborted) return { book, outcome: "gone" };
    if (error instanceof Away) return { book, outcome: "offline" };
    return { book, outcome: "failed", error: String(error), full: isFull(error) };
}

export class Phone {
    private readonly shelves = new Map<string, Shelf>();
    private readonly apart = new Map<string, { binding: Binding; error: string }>();
    private readonly turns = new Map<string, Promise<unknown>>(); // the last of each book
    private syncing: Promise<SyncOutcome[]> | undefined;
    private again: Promise<SyncOutcome[]> | undefined; // after `syncing`
    private running: { book: string; stop: AbortController; done: Promise<unknown> } | undefined;
    private keeping = 0; // moves when a book changes

    private constructor(private readonly kept: Kept) {}

    static async open(): Promise<Phone> {
        // Without the core no book can be read, and none is to blame.
        const [kept] = await Promise.all([Kept.open(), compile()]);
        const phone = new Phone(kept);
        for (const binding of await kept.bindings()) {
            await phone.shelve(binding).catch(() => undefined);
        }
        return phone;
    }

    close(): void {
        this.kept.close();
    }

    books(): OpenBook[] {
        return [...this.shelves.values()].map((shelf) => ({
            ...shelf.binding,
            status: statusOf(shelf),
        }));
    }

    /// Books that cannot be read.
    booksApart(): Promise<Apart[]> {
        return Promise.all(
            [...this.apart.values()].map(async ({ binding: { book }, error }) => {
                const read = (kind: KeptRow["store"]) =>
                    this.kept.rowsOf(book, kind).catch((): KeptRow[] => []);
                const [confirmed, pending] = [await read("confirmed"), await read("pending")];
                return { book, error, name: nameIn(confirmed), unsent: pending.length };
            }),
        );
    }

    /// A page of a book: any call of the core that changes nothing.
    page<T>(book: string, name: string, asked: object): T {
        return this.shelf(book).core.call<T>(`phone_${name}`, asked);
    }

    /// What recording would change, or why it would be refused.
    preview(book: string, drafts: Draft[], on: string): Difference {
        const entry = newEntry(book, drafts, Date.now());
        return this.shelf(book).core.call<Difference>("phone_preview", { entry, on });
    }

    async record(book: string, drafts: Draft[], replaces?: string, dropDraft = false) {
        const also = () => (dropDraft ? { dropDraft: book } : {});
        const done = await this.write(book, drafts, replaces, also);
        return { entry: done.entry, entry_digest: done.entry_digest };
    }

    /// An entry that names a photograph, and the photograph, together.
    async recordPhoto(book: string, draft: Draft, sha256: string, bytes: ArrayBuffer) {
        await this.write(book, [draft], undefined, ({ entry: { entry_id } }) => ({
            photo: { sha256, book, entry_id, on: draft.op.on, bytes, sent: false },
        }));
    }
    async photos(book: string): Promise<{ sha256: string; on?: string; state: PhotoState }[]> {
        const list = await photosOf(this.kept, book);
        return list.map(({ photo: { sha256, on }, state }) => ({ sha256, on, state }));
    }

    /// Today is what its reader says, until the server says better.
    setClock(book: string, clock_offset: number): Promise<void> {
        return this.inTurn(book, async () => {
            const shelf = this.shelf(book);
            const binding = { ...shelf.binding, clock_offset };
            await this.keep(shelf, [], { binding });
            shelf.binding = binding;
        });
    }

    /// What is not sent yet, as a file that another phone of the club can carry. With it goes what
    /// this phone carries itself, and what the server has lost of others.
    async unsentFile(book: string, name: string): Promise<{ text: string; entries: number }> {
        const rows = await this.kept.rowsOf(book, "pending");
        const entries = rows.map((row) => (JSON.parse(row.text!) as { offered: Offered }).offered);
        const displaced = await this.kept.rowsOf(book, "displaced");
        const carried = await this.kept.carried(book);
        const others = displaced
            .map((row): Offered => ({ entry: unsealed(row.text!) }))
            .concat(carried.flatMap(({ offered }) => offered ?? []));
        const { device } = (this.apart.get(book) ?? this.shelf(book)).binding;
        const text = writeUnsent({ book, device, name, entries, others });
        return { text, entries: entries.length + others.length };
    }
    /// Entries of others that the server has lost.
    async displaced(book: string): Promise<number> {
        return (await this.kept.rowsOf(book, "displaced")).length;
    }
    /// Every confirmed entry with the private parts that this phone holds, then what the server has
    /// lost of others.
    async bookFile(book: string): Promise<string> {
        const kinds = ["confirmed", "displaced"] as const;
        const rows = await Promise.all(kinds.map((kind) => this.kept.rowsOf(book, kind)));
        const [confirmed, displaced] = rows.map((list) => list.map((row) => row.text!));
        return writeBook(confirmed!, displaced!);
    }

    /// Takes over the carriage of what another phone could not send.
    async bring(text: string): Promise<Brought> {
        const file = readUnsent(text);
        if (!file) return { outcome: "unreadable", entries: 0, name: "" };
        const { name, book } = file;
        const shelf = this.shelves.get(book);
        if (!shelf || shelf.binding.practice) return { outcome: "other_book", entries: 0, name };
        const { device } = shelf.binding;
        if (device === file.device) return { outcome: "same_phone", entries: 0, name };
        const known = new Set((await this.kept.carried(book)).map((one) => one.entry_id));
        const fresh = [...file.entries, ...(file.others ?? [])]
            .filter(({ entry }) => !known.has(entry.entry_id) && entry.device !== device)
            .map((offered): Carried => ({ entry_id: offered.entry.entry_id, book, offered }));
        await this.kept.keepCarried(shelf.binding, fresh);
        return { outcome: "done", entries: fresh.length, name };
    }
    carried(book: string): Promise<Carried[]> {
        return this.kept.carried(book);
    }

    async withdraw(book: string, entry_id: string): Promise<boolean> {
        const asked = { book, entry_id };
        const { done } = await this.change(book, ({ core }) =>
            core.call<{ done: boolean } & Rows>("phone_withdraw", asked),
        );
        return done;
    }

    draft(book: string): Promise<unknown> {
        return this.kept.draft(book);
    }
    keepDraft(book: string, draft: unknown): Promise<void> {
        return this.kept.keepDraft(book, draft);
    }
    setting(key: string): Promise<unknown> {
        return this.kept.get(key);
    }
    keepSetting(key: string, value: unknown): Promise<void> {
        return this.kept.set(key, value);
    }

    /// Binds this phone to the club of the card. The key is kept before the code is spent, so that
    /// a lost answer is made good by trying again.
    async enrol(code: string, name: string): Promise<Enrolled> {
        const waiting = (await this.kept.get<{ code: string; device: string; key: string }>(
            "enrolling",
        )) ?? { code: "", device: "", key: "" };
        const fresh = waiting.code !== code;
        const device = fresh ? uuid7(Date.now()) : waiting.device;
        const key = fresh ? hex(randomBytes(32)) : waiting.key;
        await this.kept.set("enrolling", { code, device, key });
        const said = await ask("/api/v1/devices", {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ code, device, key, name, core_version: coreVersion }),
        });
        const problem = problemIn(said);
        if (problem) throw new Refused(problem);
        if (!isAnswer(said)) throw new Away();
        const bound = JSON.parse(said.text) as {
            book: string;
            account: string;
            server_time: number;
            simulated?: boolean;
        };
        const { book, account, simulated = false } = bound;
        const clock_offset = bound.server_time - Date.now();
        const own = { book, account, device, key, practice: false, simulated };
        const binding: Binding = { ...own, synced_at: 0, clock_offset };
        const carried = await this.alone(book, async () => {
            const moved = await this.kept.bind(binding, this.apart.has(book));
            await this.shelve(binding);
            return moved;
        });
        await this.sync();
        return { book, carried };
    }

    async addPractice(drafts: Draft[][]): Promise<string> {
        const book = uuid7(Date.now());
        const [device, account] = [uuid7(Date.now()), uuid7(Date.now())];
        const of = { book, device, account, key: "", practice: true };
        const binding: Binding = { ...of, synced_at: 0, clock_offset: 0 };
        await this.kept.bind(binding);
        await this.shelve(binding);
        for (const draft of drafts) await this.record(book, draft);
        return book;
    }

    forget(book: string): Promise<void> {
        return this.alone(book, async () => {
            await this.kept.forget(book);
            this.shelves.delete(book);
            this.apart.delete(book);
        });
    }

    /// All books, one at a time. What is asked for while it runs is done afterwards.
    sync(): Promise<SyncOutcome[]> {
        if (!this.syncing) {
            this.syncing = this.syncAll().finally(() => (this.syncing = undefined));
            return this.syncing;
        }
        this.again ??= this.syncing
            .catch(() => undefined)
            .then(() => {
                this.again = undefined;
                return this.sync();
            });
        return this.again;
    }

    /// All versions of the criteria as last fetched; asked for again at most once a day.
    async criteria(): Promise<Criteria[]> {
        const kept = await this.kept.get<{ at: number; versions: Criteria[] }>("criteria");
        if (kept && Date.now() - kept.at < dayMs) return kept.versions;
        const said = await ask("/api/v1/criteria").catch(() => undefined);
        if (!said || !isAnswer(said)) return kept?.versions ?? [];
        const { versions } = JSON.parse(said.text) as { versions: Criteria[] };
        await this.kept.set("criteria", { at: Date.now(), versions });
        return versions;
    }

    private async syncAll(): Promise<SyncOutcome[]> {
        const outcomes: SyncOutcome[] = [];
        for (const { binding } of [...this.shelves.values()]) {
            if (binding.practice) continue;
            const { book } = binding;
            const stop = new AbortController();
            // What goes wrong with one book is no reason to leave the others.
            const done = this.syncBook(book, stop.signal).catch((error: unknown) => {
                return failure(book, error, stop.signal);
            });
            this.running = { book, stop, done };
            outcomes.push(await done);
            this.running = undefined;
        }
        if (outcomes.some((one) => one.outcome === "done")) await this.criteria();
        return outcomes;
    }

    private async syncBook(book: string, stop: AbortSignal): Promise<SyncOutcome> {
        const { device } = this.shelf(book).binding;
        const same = () => {
            const shelf = this.shelf(book);
            if (shelf.binding.device !== device || stop.aborted) throw new Gone();
            return shelf;
        };
        let before = "";
        let problem: Problem | undefined;
        for (let round = 0; round < maxRounds; round++) {
            const shelf = same();
            const most = JSON.stringify({ max_bytes: maxRequestBytes });
            const request = shelf.core.text("phone_ask", most);
            // Asking the same again brings nothing new.
            if (request === before) break;
            const { body, headers } = await packed(request);
            const asked = { method: "POST", headers: { ...headers, ...inJson(shelf.binding) } };
            const said = await ask("/api/v1/sync", { ...asked, body }, stop);
            if (!isAnswer(said)) {
                const problem = refusal(said);
                return problem
                    ? { book, outcome: "refused", problem }
                    : { book, outcome: "offline" };
            }
            problem = whyWaiting(said.text);
            before = (await this.take(shelf, said.text)) ? request : "";
        }
        const shelf = same();
        const sender = { kept: this.kept, binding: shelf.binding, stop };
        const { state } = statusOf(shelf);
        // Of a phone without rights the server keeps no other's entry, and would not say so.
        if (state !== "closed") await sendCarried(sender);
        // A server that has lost entries will have them again.
        if (state === "ok") await sendPhotos(sender);
        if (await this.wipe(same(), before)) return { book, outcome: "wiped" };
        return { book, outcome: "done", ...(problem ? { problem } : {}) };
    }

    /// False if the book was read anew meanwhile: the answer is to what is no more.
    private take(shelf: Shelf, text: string): Promise<boolean> {
        const { book } = shelf.binding;
        return this.inTurn(book, async () => {
            if (this.shelves.get(book) !== shelf) return false;
            const synced_at = Date.now();
            const said = shelf.core.text("phone_take", text, synced_at);
            const { clock_offset } = shelf.core.call<{ clock_offset: number }>("phone_status", {});
            const heard_at = synced_at + clock_offset;
            const binding = { ...shelf.binding, synced_at, clock_offset, heard_at };
            await this.keep(shelf, (JSON.parse(said) as Rows).rows, { binding });
            shelf.binding = binding;
            return true;
        });
    }

    /// A phone without rights over a book keeps nothing of it, once the server has settled all of
    /// its numbers.
    private wipe(shelf: Shelf, request: string): Promise<boolean> {
        const { book } = shelf.binding;
        return this.inTurn(book, async () => {
            if (this.shelves.get(book) !== shelf || !request) return false;
            const status = statusOf(shelf);
            const asked = JSON.parse(request) as { entries: unknown[]; withdrawn: unknown[] };
            const told = asked.entries.length + asked.withdrawn.length === 0;
            const settled = status.pending === 0 && status.settled_through >= status.used_through;
            const carries = (await this.kept.carried(book)).some(isWaiting);
            if (status.state !== "closed" || !told || !settled || carries) return false;
            const on = new Date().toISOString().slice(0, 10);
            const { name } = shelf.core.call<{ name: string }>("phone_home", { book, on });
            const gone: Wiped = { name, at: Date.now(), cases: status.open_cases };
            const wiped = ((await this.kept.get<Wiped[]>("wiped")) ?? []).concat(gone);
            this.keeping += 1;
            await this.kept.forget(book, { key: "wiped", value: wiped });
            this.shelves.delete(book);
            return true;
        });
    }

    private shelf(book: string): Shelf {
        const found = this.shelves.get(book);
        if (!found) throw new Gone(`no book ${book}`);
        return found;
    }

    /// Whatever changes a book waits for what changed it before.
    private inTurn<T>(book: string, work: () => Promise<T>): Promise<T> {
        const turn = (this.turns.get(book) ?? Promise.resolve()).then(work, work);
        this.turns.set(book, turn);
        return turn;
    }

    /// With nothing of the book under way.
    private async alone<T>(book: string, work: () => Promise<T>): Promise<T> {
        if (this.running?.book === book) {
            this.running.stop.abort();
            await this.running.done.catch(() => undefined);
        }
        this.keeping += 1;
        return this.inTurn(book, work);
    }

    private change<T extends Rows>(
        book: string,
        call: (shelf: Shelf) => T,
        also: (done: T) => Also = () => ({}),
    ): Promise<T> {
        return this.inTurn(book, async () => {
            const shelf = this.shelf(book);
            const done = call(shelf);
            await this.keep(shelf, done.rows, also(done));
            return done;
        });
    }

    private write(
        book: string,
        drafts: Draft[],
        replaces: string | undefined,
        also: (done: Recorded) => Also,
    ): Promise<Recorded & Rows> {
        const call = ({ core, binding }: Shelf) => {
            const entry = newEntry(book, drafts, Date.now() + binding.clock_offset);
            const offered = { entry, ...(replaces ? { replaces } : {}) };
            return core.call<Recorded & Rows>("phone_record", offered);
        };
        return this.change(book, call, also);
    }

    /// What could not be kept did not happen: the book is read again from what was kept before.
    private async keep(shelf: Shelf, rows: KeptRow[], also: Also = {}): Promise<void> {
        this.keeping += 1;
        try {
            await this.kept.keep(shelf.binding, rows, also);
        } catch (error) {
            if (error instanceof Gone) this.shelves.delete(shelf.binding.book);
            else await this.shelve(shelf.binding).catch(() => undefined);
            throw error;
        }
    }

    /// A book that cannot be read is set apart: the others open.
    private async shelve(binding: Binding): Promise<void> {
        const { book } = binding;
        try {
            const core = (await fromImage(this.kept, binding)) ?? (await this.fold(binding));
            this.shelves.set(book, { binding, core });
            this.apart.delete(book);
        } catch (error) {
            this.shelves.delete(book);
            this.apart.set(book, { binding, error: String(error) });
            throw error;
        }
    }

    private fold(binding: Binding): Promise<Core> {
        return fold(this.kept, binding, () => this.keeping);
    }

    /// Nobody looks: what has changed is read anew, so that it opens at once the next time.
    async rest(): Promise<void> {
        for (const { binding } of [...this.shelves.values()]) {
            if (!(await hasImage(this.kept, binding))) await this.fold(binding);
        }
    }
}
