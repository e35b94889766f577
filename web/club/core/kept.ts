// IndexedDB of the phone: rows as the core hands them out, drafts, and what the phone is.
// Every write checks that this window still owns the books: another one may have taken over.

import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";

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

interface Schema extends DBSchema {
    rows: { key: [string, string, string]; value: KeptRow };
    bindings: { key: string; value: Binding };
    drafts: { key: string; value: { book: string; draft: unknown } };
    meta: { key: string; value: unknown };
}

export class Lost extends Error {} // another window owns the books now

const name = "lienthehe-club";

export class Kept {
    private constructor(
        private readonly db: IDBPDatabase<Schema>,
        private readonly epoch: number,
    ) {}

    /// Becomes the owner: windows that were it before can no longer write.
    static async open(): Promise<Kept> {
        const db = await openDB<Schema>(name, 1, {
            upgrade(fresh) {
                fresh.createObjectStore("rows");
                fresh.createObjectStore("bindings", { keyPath: "book" });
                fresh.createObjectStore("drafts", { keyPath: "book" });
                fresh.createObjectStore("meta");
            },
        });
        const work = db.transaction("meta", "readwrite", { durability: "strict" });
        const epoch = (((await work.store.get("epoch")) as number | undefined) ?? 0) + 1;
        await work.store.put(epoch, "epoch");
        await work.done;
        return new Kept(db, epoch);
    }

    close(): void {
        this.db.close();
    }

    bindings(): Promise<Binding[]> {
        return this.db.getAll("bindings");
    }

    /// In the order in which the core takes them back.
    async rows(book: string): Promise<KeptRow[]> {
        const rows: KeptRow[] = [];
        for (const store of ["books", "confirmed", "pending", "cases"] as const) {
            const range = IDBKeyRange.bound([book, store, ""], [book, store, "\uffff"]);
            rows.push(...(await this.db.getAll("rows", range)));
        }
        return rows;
    }

    /// All or nothing. A draft that became an entry is dropped with it.
    async keep(rows: KeptRow[], also: { binding?: Binding; dropDraft?: string } = {}) {
        const work = this.db.transaction(["rows", "bindings", "drafts", "meta"], "readwrite", {
            durability: "strict",
        });
        const owner = await work.objectStore("meta").get("epoch");
        if (owner !== this.epoch) {
            work.abort();
            await work.done.catch(() => undefined);
            throw new Lost();
        }
        const table = work.objectStore("rows");
        for (const row of rows) {
            const { book, store, key } = row;
            if (row.above !== undefined) {
                const range = IDBKeyRange.bound(
                    [book, store, row.above],
                    [book, store, "\uffff"],
                    true,
                );
                void table.delete(range);
            } else if (row.text === undefined) {
                void table.delete([book, store, key]);
            } else {
                void table.put(row, [book, store, key]);
            }
        }
        if (also.binding) void work.objectStore("bindings").put(also.binding);
        if (also.dropDraft) void work.objectStore("drafts").delete(also.dropDraft);
        await work.done;
    }

    async draft(book: string): Promise<unknown> {
        return (await this.db.get("drafts", book))?.draft;
    }
    async keepDraft(book: string, draft: unknown): Promise<void> {
        const work = this.db.transaction(["drafts", "meta"], "readwrite");
        if ((await work.objectStore("meta").get("epoch")) !== this.epoch) {
            work.abort();
            await work.done.catch(() => undefined);
            throw new Lost();
        }
        if (draft === null) void work.objectStore("drafts").delete(book);
        else void work.objectStore("drafts").put({ book, draft });
        await work.done;
    }

    get<T>(key: string): Promise<T | undefined> {
        return this.db.get("meta", key) as Promise<T | undefined>;
    }
    async set(key: string, value: unknown): Promise<void> {
        await this.db.put("meta", value, key);
    }

    /// Deletes a book from this device, whole.
    async forget(book: string): Promise<void> {
        const work = this.db.transaction(["rows", "bindings", "drafts"], "readwrite", {
            durability: "strict",
        });
        void work.objectStore("rows").delete(IDBKeyRange.bound([book, ""], [book, "\uffff", ""]));
        void work.objectStore("bindings").delete(book);
        void work.objectStore("drafts").delete(book);
        await work.done;
    }
}

export function deleteEverything(): Promise<void> {
    return deleteDB(name);
}
