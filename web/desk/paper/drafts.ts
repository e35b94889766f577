// A paper that is being typed: at the server after each pause, and in this browser until the server
// has it, so that neither a session that ends nor a server that stops loses a key. It goes over the
// draft that was seen, and no other.

import { get, put, Refused } from "../api";
import { desk } from "../desk.svelte";
import { words } from "../words/words.svelte";
import { named, type Paper, type PaperSheet, type Standing } from "./paper";

export async function sheetOf(book: string, on: string): Promise<PaperSheet> {
    return named(await get<PaperSheet>(`books/${book}/paper?on=${on}`), words());
}

/// A draft, also from before lines had keys.
export function paperOf(text: string): Paper {
    const paper = JSON.parse(text) as Paper;
    paper.unread ??= {};
    paper.meeting.lines.forEach((line, i) => (line.key ??= String(i)));
    return paper;
}

/// What somebody else has left there meanwhile, as the server refuses; "gone": nothing.
export function standing(error: unknown): Standing | "gone" | undefined {
    if (!(error instanceof Refused)) return undefined;
    const { rule, facts } = error.problem;
    if (rule === "paper.draft.gone") return "gone";
    if (rule !== "paper.draft.moved") return undefined;
    const { text = "", kept_at, account = "", by = "" } = facts;
    return { text, kept_at: Number(kept_at), account, by };
}

interface Held {
    paper: Paper;
    base: Paper;
    over?: number;
}

export class PaperDraft {
    readonly #key: string; // of the account: others may use this browser as well
    readonly #oldKey: string; // from before it named one
    #typed: Paper | undefined;
    #held = "";
    #sent = "";
    #last: Promise<unknown> = Promise.resolve();

    /// `base`: what stood at the server when it was last seen; `over`: its number, if it did.
    constructor(
        readonly book: string,
        readonly month: string,
        public base: Paper,
        public over: number | undefined,
    ) {
        this.#key = `lienthehe-paper/${desk.me?.account}/${book}/${month}`;
        this.#oldKey = `lienthehe-paper/${book}/${month}`;
    }

    /// What this browser held when it was closed; from here on this is typed further.
    resume(): Paper | undefined {
        const text = localStorage.getItem(this.#key) ?? localStorage.getItem(this.#oldKey);
        if (!text) return undefined;
        const held = JSON.parse(text) as Partial<Held>;
        if (held.paper && held.base) [this.base, this.over] = [held.base, held.over];
        // Before it had a base it was the paper alone.
        const paper = held.paper ?? paperOf(text);
        this.hold(paper);
        localStorage.removeItem(this.#oldKey);
        return paper;
    }

    hold(paper: Paper): void {
        this.#typed = paper;
        this.#held = JSON.stringify({ paper, base: this.base, over: this.over } satisfies Held);
        localStorage.setItem(this.#key, this.#held);
    }

    /// To be followed by `hold` of what is typed over it.
    stands(base: Paper, over: number | undefined): void {
        [this.base, this.over] = [base, over];
    }

    /// What is typed while it is on its way stays held. Refused if something else stands there.
    keep(): Promise<void> {
        return this.#next(async () => {
            const paper = this.#typed;
            if (!paper || paper === this.base) return;
            const before = this.#sent;
            const text = JSON.stringify(paper);
            let kept_at: number;
            try {
                kept_at = await this.#put(text);
            } catch (error) {
                const stands = standing(error);
                // An answer was lost: what stands there is one's own.
                if (!stands || stands === "gone" || stands.text !== before) throw error;
                this.over = stands.kept_at;
                kept_at = await this.#put(text);
            }
            this.stands(paper, kept_at);
            if (this.#typed === paper) this.#letGo();
            else if (this.#typed) this.hold(this.#typed);
        });
    }

    drop(): Promise<void> {
        return this.#next(async () => {
            await this.#put("");
            this.#letGo();
            this.#typed = undefined;
        });
    }

    /// What is held here is given up; the server keeps what it has.
    leave(): void {
        this.#letGo();
        this.#typed = undefined;
    }

    async #put(text: string): Promise<number> {
        this.#sent = text;
        const { book, month, over } = this;
        const said = { month, text, ...(over === undefined ? {} : { over }) };
        return (await put<{ kept_at: number }>(`books/${book}/paper`, said)).kept_at;
    }
    // Another window may hold its own there by now.
    #letGo(): void {
        if (localStorage.getItem(this.#key) === this.#held) localStorage.removeItem(this.#key);
    }
    // One after another: each goes over the one before.
    #next(work: () => Promise<void>): Promise<void> {
        const next = this.#last.catch(() => undefined).then(work);
        this.#last = next;
        return next;
    }
}
