// The books of this device: each in an instance of the core of its own, kept in IndexedDB, sent to
// the server when there is a network. Runs in the worker.

import type { Criteria } from "../life/types";
import { readUnsent, writeBook, writeUnsent, type Offered } from "./carry";
import { hex, randomBytes, uuid7 } from "./ids";
import { Kept, type Binding, type Carried, type KeptRow, type Photo } from "./kept";
import { packed } from "./pack";
import type { BookStatus, Difference, Draft, Entry, Op, Part } from "./types";
import { Core, coreFile, Refused, type Problem } from "./wasm";

const coreVersion = "0.1.0";
const maxRequestBytes = 700_000; // the server takes 1 MiB
const dayMs = 86_400_000;
const maxRounds = 60; // of one sync: pages of a long book

export interface OpenBook extends Binding {
    status: BookStatus;
}
export interface SyncOutcome {
    book: string;
    outcome: "done" | "offline" | "refused" | "wiped";
    problem?: Problem;
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

interface Shelf {
    binding: Binding;
    core: Core;
}

/// The author's half of an entry, as the core takes it; the rest it fills in.
function newEntry(book: string, drafts: Draft[], now: number): Entry {
    const parts: Part[] = [];
    const ops = drafts.map((draft) => {
        const numbers = (draft.parts ?? []).map((part) => {
            parts.push({
                part: parts.length + 1,
                ...(part.subject ? { subject: part.subject } : {}),
                class: part.class,
                salt: hex(randomBytes(16)),
                text: JSON.stringify(part.fields),
            });
            return parts.length;
        });
        const op: Op = { ...draft.op };
        if (numbers.length) op.parts = numbers;
        return op;
    });
    const nobody = "00000000-0000-0000-0000-000000000000";
    return {
        entry_id: uuid7(now),
        book_id: book,
        device: nobody,
        author: nobody,
        device_seq: 1,
        made_at: now,
        body: JSON.stringify({ ops }),
        private: parts,
    };
}

export class Phone {
    private readonly shelves = new Map<string, Shelf>();
    private syncing: Promise<SyncOutcome[]> | undefined;
    private keeping = 0; // moves when a book changes

    private constructor(private readonly kept: Kept) {}

    static async open(): Promise<Phone> {
        const phone = new Phone(await Kept.open());
        for (const binding of await phone.kept.bindings()) await phone.shelve(binding);
        return phone;
    }

    close(): void {
        this.kept.close();
    }

    books(): OpenBook[] {
        return [...this.shelves.values()].map(({ binding, core }) => ({
            ...binding,
            status: core.call<{ books: BookStatus[] }>("phone_status", {}).books[0]!,
        }));
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
        const shelf = this.shelf(book);
        const now = Date.now() + shelf.binding.clock_offset;
        const offered = { entry: newEntry(book, drafts, now), ...(replaces ? { replaces } : {}) };
        const done = shelf.core.call<Recorded & { rows: KeptRow[] }>("phone_record", offered);
        await this.keep(shelf, done.rows, dropDraft ? { dropDraft: book } : {});
        return { entry: done.entry, entry_digest: done.entry_digest };
    }

    /// An entry that names a photograph, and the photograph, together.
    async recordPhoto(book: string, draft: Draft, sha256: string, bytes: ArrayBuffer) {
        const shelf = this.shelf(book);
        const now = Date.now() + shelf.binding.clock_offset;
        const offered = { entry: newEntry(book, [draft], now) };
        const done = shelf.core.call<Recorded & { rows: KeptRow[] }>("phone_record", offered);
        const { entry_id } = done.entry;
        const photo: Photo = { sha256, book, entry_id, bytes, sent: false };
        await this.keep(shelf, done.rows, { photo });
    }
    async photos(book: string): Promise<{ sha256: string; sent: boolean }[]> {
        const kept = await this.kept.photos(book);
        return kept.map(({ sha256, sent }) => ({ sha256, sent }));
    }

    /// Today is what its reader says, until the server says better.
    async setClock(book: string, clock_offset: number): Promise<void> {
        const shelf = this.shelf(book);
        const binding = { ...shelf.binding, clock_offset };
        await this.keep(shelf, [], { binding });
        shelf.binding = binding;
    }

    /// What is not sent yet, as a file that another phone of the club can carry.
    async unsentFile(book: string, name: string): Promise<{ text: string; entries: number }> {
        const rows = await this.kept.rowsOf(book, "pending");
        const entries = rows.map((row) => (JSON.parse(row.text!) as { offered: Offered }).offered);
        const { device } = this.shelf(book).binding;
        return { text: writeUnsent(book, device, name, entries), entries: entries.length };
    }
    /// Every confirmed entry with the private parts that this phone holds.
    async bookFile(book: string): Promise<string> {
        const rows = await this.kept.rowsOf(book, "confirmed");
        return writeBook(rows.map((row) => row.text!));
    }

    /// Takes over the carriage of what another phone could not send.
    async bring(text: string): Promise<Brought> {
        const file = readUnsent(text);
        if (!file) return { outcome: "unreadable", entries: 0, name: "" };
        const { name, book } = file;
        const shelf = this.shelves.get(book);
        if (!shelf || shelf.binding.practice) return { outcome: "other_book", entries: 0, name };
        if (shelf.binding.device === file.device)
            return { outcome: "same_phone", entries: 0, name };
        const known = new Set((await this.kept.carried(book)).map((one) => one.entry_id));
        const fresh = file.entries
            .filter(({ entry }) => !known.has(entry.entry_id))
            .map((offered): Carried => ({ entry_id: offered.entry.entry_id, book, offered }));
        await this.kept.keepCarried(fresh);
        return { outcome: "done", entries: fresh.length, name };
    }
    carried(book: string): Promise<Carried[]> {
        return this.kept.carried(book);
    }

    async withdraw(book: string, entry_id: string): Promise<boolean> {
        const shelf = this.shelf(book);
        const asked = { book, entry_id };
        const done = shelf.core.call<{ done: boolean; rows: KeptRow[] }>("phone_withdraw", asked);
        await this.keep(shelf, done.rows);
        return done.done;
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
    async enrol(code: string, name: string): Promise<string> {
        const waiting = (await this.kept.get<{ code: string; device: string; key: string }>(
            "enrolling",
        )) ?? { code: "", device: "", key: "" };
        const fresh = waiting.code !== code;
        const device = fresh ? uuid7(Date.now()) : waiting.device;
        const key = fresh ? hex(randomBytes(32)) : waiting.key;
        await this.kept.set("enrolling", { code, device, key });
        const answer = await fetch("/api/v1/devices", {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ code, device, key, name, core_version: coreVersion }),
        });
        if (!answer.ok) throw new Refused((await answer.json()) as Problem);
        const bound = (await answer.json()) as {
            book: string;
            account: string;
            server_time: number;
        };
        const binding: Binding = {
            book: bound.book,
            account: bound.account,
            device,
            key,
            practice: false,
            synced_at: 0,
            clock_offset: bound.server_time - Date.now(),
        };
        await this.kept.keep([], { binding });
        await this.kept.set("enrolling", undefined);
        await this.shelve(binding);
        await this.sync();
        return bound.book;
    }

    async addPractice(drafts: Draft[][]): Promise<string> {
        const book = uuid7(Date.now());
        const binding: Binding = {
            book,
            device: uuid7(Date.now()),
            account: uuid7(Date.now()),
            key: "",
            practice: true,
            synced_at: 0,
            clock_offset: 0,
        };
        await this.kept.keep([], { binding });
        await this.shelve(binding);
        for (const draft of drafts) await this.record(book, draft);
        return book;
    }

    async forget(book: string): Promise<void> {
        await this.kept.forget(book);
        this.shelves.delete(book);
    }

    /// All books, one at a time; a second call waits for the first.
    sync(): Promise<SyncOutcome[]> {
        this.syncing ??= this.syncAll().finally(() => (this.syncing = undefined));
        return this.syncing;
    }

    /// All versions of the criteria as last fetched; asked for again at most once a day.
    async criteria(): Promise<Criteria[]> {
        const kept = await this.kept.get<{ at: number; versions: Criteria[] }>("criteria");
        if (kept && Date.now() - kept.at < dayMs) return kept.versions;
        const answer = await fetch("/api/v1/criteria").catch(() => undefined);
        if (!answer?.ok) return kept?.versions ?? [];
        const { versions } = (await answer.json()) as { versions: Criteria[] };
        await this.kept.set("criteria", { at: Date.now(), versions });
        return versions;
    }

    private async syncAll(): Promise<SyncOutcome[]> {
        const outcomes: SyncOutcome[] = [];
        for (const shelf of [...this.shelves.values()]) {
            if (!shelf.binding.practice) outcomes.push(await this.syncBook(shelf.binding.book));
        }
        if (outcomes.some((one) => one.outcome === "done")) await this.criteria();
        return outcomes;
    }

    private async syncBook(book: string): Promise<SyncOutcome> {
        let before = "";
        for (let round = 0; round < maxRounds; round++) {
            const shelf = this.shelf(book);
            const request = shelf.core.text(
                "phone_ask",
                JSON.stringify({ max_bytes: maxRequestBytes }),
            );
            // Asking the same again brings nothing new.
            if (request === before) break;
            before = request;
            let answer: Response;
            let text: string;
            try {
                const { body, headers } = await packed(request);
                answer = await fetch("/api/v1/sync", {
                    method: "POST",
                    headers: {
                        ...headers,
                        "Content-Type": "application/json",
                        Authorization: `Bearer ${shelf.binding.device}.${shelf.binding.key}`,
                    },
                    body,
                    signal: AbortSignal.timeout(60_000),
                });
                text = await answer.text();
            } catch {
                return { book, outcome: "offline" };
            }
            if (!answer.ok) {
                // A proxy's page is no answer of the server; nor is being told to come back later.
                const later = answer.status >= 500 || answer.status === 429;
                const away = later || !text.startsWith("{");
                if (away) return { book, outcome: "offline" };
                return { book, outcome: "refused", problem: JSON.parse(text) as Problem };
            }
            const now = Date.now();
            const { rows } = JSON.parse(shelf.core.text("phone_take", text, now)) as {
                rows: KeptRow[];
            };
            const { clock_offset } = shelf.core.call<{ clock_offset: number }>("phone_status", {});
            const binding = { ...shelf.binding, synced_at: now, clock_offset };
            await this.keep(shelf, rows, { binding });
            shelf.binding = binding;
        }
        const shelf = this.shelf(book);
        try {
            await this.sendCarried(shelf.binding);
            await this.sendPhotos(shelf);
        } catch (error) {
            if (error instanceof TypeError) return { book, outcome: "offline" };
            throw error;
        }
        return { book, outcome: (await this.wipe(shelf, before)) ? "wiped" : "done" };
    }

    /// Entries of other phones: the server keeps each as a case under its own number, for they are
    /// not this phone's; who may accept them is the commune's officer.
    private async sendCarried({ book, device, key }: Binding): Promise<void> {
        const waiting = (await this.kept.carried(book)).filter((one) => !one.verdict);
        if (!waiting.length) return;
        waiting.sort((a, b) => a.offered.entry.device_seq - b.offered.entry.device_seq);
        const entries: Offered[] = [];
        let bytes = 0;
        for (const { offered } of waiting) {
            bytes += JSON.stringify(offered).length;
            if (entries.length && bytes > maxRequestBytes) break;
            entries.push(offered);
        }
        const request = { device, core_version: coreVersion, follow: [], entries };
        const answer = await fetch("/api/v1/sync", {
            method: "POST",
            headers: {
                "Content-Type": "application/json",
                Authorization: `Bearer ${device}.${key}`,
            },
            body: JSON.stringify({ ...request, withdrawn: [], confirmed: [] }),
        });
        if (!answer.ok) return;
        const { verdicts } = (await answer.json()) as {
            verdicts: { entry_id: string; kind: NonNullable<Carried["verdict"]> }[];
        };
        const settled = waiting.flatMap((one) => {
            const verdict = verdicts.find((said) => said.entry_id === one.entry_id)?.kind;
            return verdict && verdict !== "waiting" ? [{ ...one, verdict }] : [];
        });
        await this.kept.keepCarried(settled);
    }

    /// Photographs go after the entries that name them.
    private async sendPhotos({ binding, core }: Shelf): Promise<void> {
        const { book, device, key } = binding;
        const waiting = (await this.kept.photos(book)).filter((photo) => !photo.sent);
        if (!waiting.length) return;
        const status = core.call<{ books: BookStatus[] }>("phone_status", {}).books[0]!;
        if (status.pending > 0) return;
        for (const photo of waiting) {
            const answer = await fetch(`/api/v1/attachments/${photo.sha256}`, {
                method: "PUT",
                headers: {
                    "Content-Type": "image/jpeg",
                    Authorization: `Bearer ${device}.${key}`,
                },
                body: photo.bytes,
            });
            if (answer.ok) await this.kept.keepPhoto({ ...photo, sent: true });
        }
    }

    /// A phone without rights over a book keeps nothing of it, once the server has settled all of
    /// its numbers.
    private async wipe(shelf: Shelf, request: string): Promise<boolean> {
        const { book } = shelf.binding;
        const { books } = shelf.core.call<{ books: BookStatus[] }>("phone_status", {});
        const status = books[0]!;
        const asked = JSON.parse(request) as { entries: unknown[]; withdrawn: unknown[] };
        const told = asked.entries.length + asked.withdrawn.length === 0;
        const settled = status.pending === 0 && status.settled_through >= status.used_through;
        const carries = (await this.kept.carried(book)).some((one) => !one.verdict);
        if (status.state !== "closed" || !told || !settled || carries) return false;
        const on = new Date().toISOString().slice(0, 10);
        const { name } = shelf.core.call<{ name: string }>("phone_home", { book, on });
        const wiped = ((await this.kept.get<Wiped[]>("wiped")) ?? []).concat({
            name,
            at: Date.now(),
            cases: status.open_cases,
        });
        await this.kept.forget(book, { key: "wiped", value: wiped });
        this.shelves.delete(book);
        return true;
    }

    private shelf(book: string): Shelf {
        const found = this.shelves.get(book);
        if (!found) throw new Error(`no book ${book}`);
        return found;
    }

    /// What could not be kept did not happen: the book is read again from what was kept before.
    private async keep(shelf: Shelf, rows: KeptRow[], also = {}): Promise<void> {
        this.keeping += 1;
        try {
            await this.kept.keep(rows, also);
        } catch (error) {
            await this.shelve(shelf.binding);
            throw error;
        }
    }

    private async shelve(binding: Binding): Promise<void> {
        const { book } = binding;
        const image = await this.kept.image(book);
        const core =
            image?.core === coreFile ? await Core.load(image.memory) : await this.fold(binding);
        this.shelves.set(book, { binding, core });
    }

    /// Reads a book from what is kept, and keeps an image for the next time. It is taken of a core
    /// that has just read it: one that goes on working holds what was erased since somewhere.
    private async fold({ book, device, account }: Binding): Promise<Core> {
        const core = await Core.load();
        core.call("phone_start", { device, account, core_version: coreVersion });
        core.call("phone_follow", { book });
        const before = this.keeping;
        const rows = await this.kept.rows(book);
        for (const row of rows) core.call("phone_restore", row);
        core.call("phone_restored", {});
        if (rows.length && before === this.keeping) {
            // Whether it can be kept or not, the book is open.
            const image = { book, core: coreFile, memory: core.image() };
            void this.kept.keepImage(image).catch(() => undefined);
        }
        return core;
    }

    /// Nobody looks: what has changed is read anew, so that it opens at once the next time.
    async rest(): Promise<void> {
        for (const { binding } of [...this.shelves.values()]) {
            const image = await this.kept.image(binding.book);
            if (image?.core !== coreFile) await this.fold(binding);
        }
    }
}
