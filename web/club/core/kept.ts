// IndexedDB of the phone: rows as the core hands them out, drafts, and what the phone is.
// Every write checks that this window still owns the books: another one may have taken over.

import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import type { Offered, VerdictKind } from "./carry";

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
}

/// An entry of another phone that this one carries to the server.
export interface Carried {
    entry_id: string;
    book: string;
    offered: Offered;
    verdict?: VerdictKind; // none yet: still to be sent
}

/// A photograph that an entry names, until the server has it.
export interface Photo {
    sha256: string;
    book: string;
    entry_id: string;
    bytes: ArrayBuffer;
    sent: boolean;
}

/// The memory of a core that has read the rows of a book as they stand.
export interface Image {
    book: string;
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

    /// All or nothing, and only by the owner.
    private async write(stores: Store[], run: (work: Work) => void): Promise<void> {
        const work = this.db.transaction([...new Set([...stores, "meta" as const])], "readwrite", {
            durability: "strict",
        }) as unknown as Work;
        if ((await work.objectStore("meta").get("epoch")) !== this.epoch) {
            work.abort();
            await work.done.catch(() => undefined);
            throw new Lost();
        }
        run(work);
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
        return this.write(["images"], (work) => void work.objectStore("images").put(image));
    }

    /// A draft that became an entry is dropped with it.
    keep(
        rows: KeptRow[],
        also: { binding?: Binding; dropDraft?: string; photo?: Photo } = {},
    ): Promise<void> {
        return this.write(["rows", "bindings", "drafts", "photos", "images"], (work) => {
            const table = work.objectStore("rows");
            for (const row of rows) {
                const { book, store, key } = row;
                void work.objectStore("images").delete(book);
                if (row.above !== undefined) {
                    const from = [book, store, row.above];
                    void table.delete(IDBKeyRange.bound(from, [book, store, "\uffff"], true));
                } else if (row.text === undefined) {
                    void table.delete([book, store, key]);
                } else {
                    void table.put(row, [book, store, key]);
                }
            }
            if (also.binding) void work.objectStore("bindings").put(also.binding);
            if (also.dropDraft) void work.objectStore("drafts").delete(also.dropDraft);
            if (also.photo) void work.objectStore("photos").put(also.photo);
        });
    }

    async draft(book: string): Promise<unknown> {
        return (await this.db.get("drafts", book))?.draft;
    }
    keepDraft(book: string, draft: unknown): Promise<void> {
        return this.write(["drafts"], (work) => {
            if (draft === null) void work.objectStore("drafts").delete(book);
            else void work.objectStore("drafts").put({ book, draft });
        });
    }

    carried(book: string): Promise<Carried[]> {
        return this.db.getAllFromIndex("carried", "book", book);
    }
    keepCarried(list: Carried[]): Promise<void> {
        return this.write(["carried"], (work) => {
            for (const one of list) void work.objectStore("carried").put(one);
        });
    }

    photos(book: string): Promise<Photo[]> {
        return this.db.getAllFromIndex("photos", "book", book);
    }
    keepPhoto(photo: Photo): Promise<void> {
        return this.write(["photos"], (work) => void work.objectStore("photos").put(photo));
    }

    get<T>(key: string): Promise<T | undefined> {
        return this.db.get("meta", key) as Promise<T | undefined>;
    }
    set(key: string, value: unknown): Promise<void> {
        return this.write(["meta"], (work) => void work.objectStore("meta").put(value, key));
    }

    /// Deletes a book from this device, whole; `told` is kept for its reader in the same breath.
    async forget(book: string, told?: { key: string; value: unknown }): Promise<void> {
        const carried = await this.db.getAllKeysFromIndex("carried", "book", book);
        const photos = await this.db.getAllKeysFromIndex("photos", "book", book);
        const stores: Store[] = ["rows", "bindings", "drafts", "carried", "photos", "images"];
        await this.write(stores, (work) => {
            void work.objectStore("rows").delete(all(book));
            for (const store of ["bindings", "drafts", "images"] as const) {
                void work.objectStore(store).delete(book);
            }
            for (const key of carried) void work.objectStore("carried").delete(key);
            for (const key of photos) void work.objectStore("photos").delete(key);
            if (told) void work.objectStore("meta").put(told.value, told.key);
        });
    }
}
