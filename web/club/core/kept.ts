// IndexedDB of the phone: rows as the core hands them out, drafts, and what the phone is.
// Every write checks that this window still owns the books: another one may have taken over.

import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import type { Offered, VerdictKind } from "./carry";
import type { Problem } from "./wasm";

export interface KeptRow {
    store: "books" | "confirmed" | "pending" | "cases" | "displaced";
    book: string;
    key: string;
    text?: string;
    above?: string;
}

/// A book on this device. Each has a device id and key of its own, given by its card.
export interface Binding {
    book: string;
    device: string;
    account: string;
    key: string;
    practice: boolean;
    synced_at: number; // device clock, 0: never
    clock_offset: number;
    heard_at?: number; // synced_at by the server's clock
    simulated?: boolean; // of a demonstration
}

/// An entry of another phone that this one carries to the server.
export interface Carried {
    entry_id: string;
    book: string;
    offered?: Offered; // until there is a verdict
    verdict?: VerdictKind; // none yet: still to be sent
    problem?: Problem; // the server could not read it, so it gave no verdict
}

/// A photograph that an entry names, until the server has it.
export interface Photo {
    sha256: string;
    book: string;
    entry_id: string;
    on?: string; // the day of its meeting
    bytes?: ArrayBuffer; // until it has arrived, or was refused
    sent: boolean;
}

/// The memory of a core that has read the rows of a book as they stand.
export interface Image {
    book: string;
    device: string; // whose book it is
    core: string; // the file of the core, whose memory it is
    memory: ArrayBuffer;
}

interface Schema extends DBSchema {
    rows: { key: [string, string, string]; value: KeptRow };
    bindings: { key: string; value: Binding };
    drafts: { key: string; value: { book: string; draft: unknown } };
    carried: { key: string; value: Carried; indexes: { book: string } };
    photos: { key: string; value: Photo; indexes: { book: string } };
    images: { key: string; value: Image };
    meta: { key: string; value: unknown };
}
type Store = "rows" | "bindings" | "drafts" | "carried" | "photos" | "images" | "meta";
type Work = IDBPTransaction<Schema, Store[], "readwrite">;

export class Lost extends Error {} // another window owns the books now
export class Gone extends Error {} // the book is no longer here, or another device's

/// A device does not hold more than this.
export function isFull(error: unknown): boolean {
    return error instanceof DOMException && error.name === "QuotaExceededError";
}

const name = "lienthehe-club";
const layout = 3;

function openStores(): Promise<IDBPDatabase<Schema>> {
    return openDB<Schema>(name, layout, {
        upgrade(db, before) {
            if (before < 1) {
                db.createObjectStore("rows");
                db.createObjectStore("bindings", { keyPath: "book" });
                db.createObjectStore("drafts", { keyPath: "book" });
                db.createObjectStore("meta");
            }
            if (before < 2) {
                const carried = db.createObjectStore("carried", { keyPath: "entry_id" });
                carried.createIndex("book", "book");
                const photos = db.createObjectStore("photos", { keyPath: "sha256" });
                photos.createIndex("book", "book");
            }
            if (before < 3) db.createObjectStore("images", { keyPath: "book" });
        },
    });
}

/// A part of a transaction, which says itself how it ended.
const part = (request: Promise<unknown>) => void request.catch(() => undefined);

const ofKind = (book: string, kind: KeptRow["store"]) =>
    IDBKeyRange.bound([book, kind, ""], [book, kind, "\uffff"]);
const all = (book: string) => IDBKeyRange.bound([book, ""], [book, "\uffff", ""]);

export class Kept {
    private constructor(
        private readonly db: IDBPDatabase<Schema>,
        private readonly epoch: number,
    ) {}

    /// Becomes the owner: windows that were it before can no longer write.
    static async open(): Promise<Kept> {
        const db = await openStores();
        const work = db.transaction("meta", "readwrite", { durability: "strict" });
        const epoch = (((await work.store.get("epoch")) as number | undefined) ?? 0) + 1;
        await work.store.put(epoch, "epoch");
        await work.done;
        return new Kept(db, epoch);
    }

    /// Reads only, and leaves the books to whoever owns them.
    static async look(): Promise<Kept> {
        return new Kept(await openStores(), 0);
    }

    close(): void {
        this.db.close();
    }

    /// All or nothing, only by the owner, and only for a book that is here: `of` names it, and the
    /// device that it must be bound to.
    private async write(
        stores: Store[],
        run: (work: Work) => void | Promise<void>,
        of?: { book: string; device?: string },
    ): Promise<void> {
        const names = new Set<Store>([...stores, "meta"]);
        if (of) names.add("bindings");
        const work = this.db.transaction([...names], "readwrite", {
            durability: "strict",
        }) as unknown as Work;
        try {
            if ((await work.objectStore("meta").get("epoch")) !== this.epoch) throw new Lost();
            if (of) {
                const held = await work.objectStore("bindings").get(of.book);
                const other = of.device !== undefined && held?.device !== of.device;
                if (!held || other) throw new Gone();
            }
            await run(work);
        } catch (error) {
            work.done.catch(() => undefined);
            // What went wrong may have ended it already.
            if (work.error === null) work.abort();
            throw error;
        }
        await work.done;
    }

    bindings(): Promise<Binding[]> {
        return this.db.getAll("bindings");
    }

    /// In the order in which the core takes them back, as they stand at one moment.
    async rows(book: string): Promise<KeptRow[]> {
        const { store } = this.db.transaction("rows");
        const kinds = ["books", "confirmed", "pending", "cases"] as const;
        const lists = await Promise.all(kinds.map((kind) => store.getAll(ofKind(book, kind))));
        return lists.flat();
    }
    rowsOf(book: string, kind: KeptRow["store"]): Promise<KeptRow[]> {
        return this.db.getAll("rows", ofKind(book, kind));
    }

    /// Of the rows as they stand: whatever changes one of them drops it.
    image(book: string): Promise<Image | undefined> {
        return this.db.get("images", book);
    }
    keepImage(image: Image): Promise<void> {
        const put = (work: Work) => part(work.objectStore("images").put(image));
        return this.write(["images"], put, image);
    }

    /// Binds a book to a device. What an earlier device has not sent goes as another phone's post
    /// (ADR 14): its numbers and its key are no longer this phone's. `anew`: what was confirmed
    /// cannot be read and is fetched again. How many entries went over.
    async bind(binding: Binding, anew = false): Promise<number> {
        const { book, device } = binding;
        const stores: Store[] = ["rows", "bindings", "carried", "images", "meta"];
        let moved = 0;
        await this.write(stores, async (work) => {
            const bindings = work.objectStore("bindings");
            const before = await bindings.get(book);
            const rows = work.objectStore("rows");
            if (before && before.device !== device) {
                const pending = await rows.getAll(ofKind(book, "pending"));
                for (const { text } of pending) {
                    const { offered } = JSON.parse(text!) as { offered: Offered };
                    const { entry_id } = offered.entry;
                    part(work.objectStore("carried").put({ entry_id, book, offered }));
                }
                moved = pending.length;
                part(rows.delete(ofKind(book, "books")));
                part(rows.delete(ofKind(book, "pending")));
            }
            if (anew) part(rows.delete(ofKind(book, "confirmed")));
            part(work.objectStore("images").delete(book));
            part(bindings.put(binding));
            if (!binding.practice) part(work.objectStore("meta").delete("enrolling"));
        });
        return moved;
    }

    /// A draft that became an entry is dropped with it.
    keep(
        of: Binding,
        rows: KeptRow[],
        also: { binding?: Binding; dropDraft?: string; photo?: Photo } = {},
    ): Promise<void> {
        const stores: Store[] = ["rows", "bindings", "drafts", "photos", "images"];
        const put = (work: Work) => {
            const table = work.objectStore("rows");
            for (const row of rows) {
                const { book, store, key } = row;
                part(work.objectStore("images").delete(book));
                if (row.above !== undefined) {
                    const from = [book, store, row.above];
                    part(table.delete(IDBKeyRange.bound(from, [book, store, "\uffff"], true)));
                } else if (row.text === undefined) {
                    part(table.delete([book, store, key]));
                } else {
                    part(table.put(row, [book, store, key]));
                }
            }
            if (also.binding) part(work.objectStore("bindings").put(also.binding));
            if (also.dropDraft) part(work.objectStore("drafts").delete(also.dropDraft));
            if (also.photo) part(work.objectStore("photos").put(also.photo));
        };
        return this.write(stores, put, of);
    }

    async draft(book: string): Promise<unknown> {
        return (await this.db.get("drafts", book))?.draft;
    }
    keepDraft(book: string, draft: unknown): Promise<void> {
        const put = (work: Work) => {
            if (draft === null) part(work.objectStore("drafts").delete(book));
            else part(work.objectStore("drafts").put({ book, draft }));
        };
        return this.write(["drafts"], put, { book });
    }

    carried(book: string): Promise<Carried[]> {
        return this.db.getAllFromIndex("carried", "book", book);
    }
    keepCarried(of: Binding, list: Carried[]): Promise<void> {
        const put = (work: Work) => {
            for (const one of list) part(work.objectStore("carried").put(one));
        };
        return this.write(["carried"], put, of);
    }

    photos(book: string): Promise<Photo[]> {
        return this.db.getAllFromIndex("photos", "book", book);
    }
    keepPhoto(of: Binding, photo: Photo): Promise<void> {
        return this.write(["photos"], (work) => part(work.objectStore("photos").put(photo)), of);
    }

    get<T>(key: string): Promise<T | undefined> {
        return this.db.get("meta", key) as Promise<T | undefined>;
    }
    set(key: string, value: unknown): Promise<void> {
        return this.write(["meta"], (work) => part(work.objectStore("meta").put(value, key)));
    }

    /// Of the phone and not of its books: any window may.
    async setByAnybody(key: string, value: unknown): Promise<void> {
        await this.db.put("meta", value, key);
    }

    /// Deletes a book from this device, whole; `told` is kept for its reader in the same breath.
    async forget(book: string, told?: { key: string; value: unknown }): Promise<void> {
        const stores: Store[] = ["rows", "bindings", "drafts", "carried", "photos", "images"];
        await this.write(stores, async (work) => {
            part(work.objectStore("rows").delete(all(book)));
            for (const store of ["bindings", "drafts", "images"] as const) {
                part(work.objectStore(store).delete(book));
            }
            for (const store of ["carried", "photos"] as const) {
                const table = work.objectStore(store);
                for (const key of await table.index("book").getAllKeys(book)) {
                    part(table.delete(key));
                }
            }
            if (told) part(work.objectStore("meta").put(told.value, told.key));
        });
    }
}
