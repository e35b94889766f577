// What a phone sends beside the sync of its own entries: what other phones could not send, and
// photographs.

import { ask, isAnswer, refusal } from "./ask";
import type { Offered } from "./carry";
import type { Binding, Carried, Kept, Photo } from "./kept";
import { packed } from "./pack";
import type { CaseLine } from "./types";
import type { Problem } from "./wasm";

export const coreVersion = "0.1.0";
export const maxRequestBytes = 700_000; // the server takes 1 MiB

export interface Sender {
    kept: Kept;
    binding: Binding;
    stop: AbortSignal;
}
type Waiting = Carried & { offered: Offered };
/// `waiting` for its entry; `case`: the entry was not recorded, perhaps it will be.
export type PhotoState = "waiting" | "ready" | "case" | "sent" | "refused";

export function inJson({ device, key }: Binding): Record<string, string> {
    return { "Content-Type": "application/json", Authorization: `Bearer ${device}.${key}` };
}

/// Why an entry was not settled, if an answer to a sync says it of one.
export function whyWaiting(answer: string): Problem | undefined {
    if (!answer.includes('"waiting"')) return undefined;
    const { verdicts } = JSON.parse(answer) as { verdicts: { kind: string; problem: string }[] };
    const told = verdicts.find((one) => one.kind === "waiting" && one.problem);
    return told && (JSON.parse(told.problem) as Problem);
}

export const isWaiting = (one: Carried): one is Waiting =>
    !one.verdict && !one.problem && one.offered !== undefined;

const bytesOf = ({ offered }: Waiting) => new TextEncoder().encode(JSON.stringify(offered)).length;

/// As many as one request may hold, in the order of their numbers.
function batches(waiting: Waiting[]): Waiting[][] {
    waiting.sort((a, b) => a.offered.entry.device_seq - b.offered.entry.device_seq);
    const list: Waiting[][] = [];
    let left = 0;
    for (const one of waiting) {
        const bytes = bytesOf(one);
        if (!list.length || bytes > left) {
            list.push([]);
            left = maxRequestBytes;
        }
        list.at(-1)!.push(one);
        left -= bytes;
    }
    return list;
}

/// Entries of other phones: the server keeps each as a case under its own number, for they are
/// not this phone's; who may accept them is the commune's officer. What they hold is dropped with
/// the verdict.
export async function sendCarried(sender: Sender): Promise<void> {
    const all = await sender.kept.carried(sender.binding.book);
    for (const batch of batches(all.filter(isWaiting))) {
        if (!(await offer(sender, batch))) return;
    }
}

/// False if it is to be tried later.
async function offer(sender: Sender, batch: Waiting[]): Promise<boolean> {
    const { kept, binding, stop } = sender;
    const { device } = binding;
    const entries = batch.map((one) => one.offered);
    const request = { device, core_version: coreVersion, follow: [], entries };
    const { body, headers } = await packed(
        JSON.stringify({ ...request, withdrawn: [], confirmed: [] }),
    );
    const asked = { method: "POST", headers: { ...headers, ...inJson(binding) }, body };
    const said = await ask("/api/v1/sync", asked, stop);
    const problem = refusal(said);
    if (problem && said.status !== 401) {
        // One that the server cannot read holds up no other.
        if (batch.length === 1) await kept.keepCarried(binding, [{ ...batch[0]!, problem }]);
        else for (const one of batch) if (!(await offer(sender, [one]))) return false;
        return true;
    }
    if (!isAnswer(said)) return false;
    const { verdicts } = JSON.parse(said.text) as {
        verdicts: { entry_id: string; kind: NonNullable<Carried["verdict"]> }[];
    };
    const settled = batch.flatMap(({ entry_id, book }): Carried[] => {
        const verdict = verdicts.find((one) => one.entry_id === entry_id)?.kind;
        return verdict && verdict !== "waiting" ? [{ entry_id, book, verdict }] : [];
    });
    await kept.keepCarried(binding, settled);
    return true;
}

/// The photographs of a book, and how far each has come.
export async function photosOf(
    kept: Kept,
    book: string,
): Promise<{ photo: Photo; state: PhotoState }[]> {
    const photos = await kept.photos(book);
    const kinds = ["confirmed", "cases"] as const;
    const unsent = photos.some(({ sent, bytes }) => !sent && bytes);
    const [confirmed, cases] = await Promise.all(
        kinds.map((kind) => (unsent ? kept.rowsOf(book, kind) : [])),
    );
    const carried = await kept.carried(book);
    const stateOf = ({ sha256, entry_id, sent, bytes }: Photo): PhotoState => {
        if (sent) return "sent";
        if (!bytes) return "refused";
        // By the entry that was made with it, or by one that took its place.
        if (confirmed!.some((row) => row.text!.includes(sha256))) return "ready";
        const held = cases!.find((row) => row.key === entry_id);
        const { state, told } = JSON.parse(held?.text ?? "{}") as Partial<CaseLine>;
        if (state === "withdrawn" && told) return "refused";
        const brought = carried.some((one) => one.entry_id === entry_id && one.verdict);
        return held || brought ? "case" : "waiting";
    };
    return photos.map((photo) => ({ photo, state: stateOf(photo) }));
}

/// Photographs go after the entries that name them. What they show is dropped when they have
/// arrived, or when the server will not have them.
export async function sendPhotos({ kept, binding, stop }: Sender): Promise<void> {
    const { book, device, key } = binding;
    for (const { photo, state } of await photosOf(kept, book)) {
        const { bytes, ...rest } = photo;
        if (!bytes) continue;
        if (state === "sent" || state === "refused") await kept.keepPhoto(binding, rest);
        if (state !== "ready") continue;
        const asked = {
            method: "PUT",
            headers: { "Content-Type": "image/jpeg", Authorization: `Bearer ${device}.${key}` },
            body: bytes,
        };
        const said = await ask(`/api/v1/attachments/${photo.sha256}`, asked, stop);
        const refused = refusal(said) !== undefined && said.status !== 401;
        if (said.ok || refused) await kept.keepPhoto(binding, { ...rest, sent: said.ok });
    }
}
