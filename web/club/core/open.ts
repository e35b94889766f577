// A book in the core's memory, from what is kept of it.

import type { Binding, Image, Kept, KeptRow } from "./kept";
import { coreVersion } from "./post";
import { Core, coreFile } from "./wasm";

const fits = (image: Image | undefined, { device }: Binding): image is Image =>
    image?.core === coreFile && image.device === device;

/// Nothing if there is none that fits: the rows are what counts.
export async function fromImage(kept: Kept, binding: Binding): Promise<Core | undefined> {
    try {
        const image = await kept.image(binding.book);
        return fits(image, binding) ? await Core.load(image.memory) : undefined;
    } catch {
        return undefined;
    }
}

/// Reads a book, and keeps an image for the next time if nothing was kept meanwhile. It is taken
/// of a core that has just read it: one that goes on working holds what was erased since somewhere.
export async function fold(kept: Kept, binding: Binding, changes: () => number): Promise<Core> {
    const { book, device, account } = binding;
    const core = await Core.load();
    core.call("phone_start", { device, account, core_version: coreVersion });
    core.call("phone_follow", { book });
    const before = changes();
    const rows = await kept.rows(book);
    for (const row of rows) core.call("phone_restore", row);
    // What an older core took in without knowing all of it may have erased what is kept.
    const late = core.call<{ rows: KeptRow[] }>("phone_restored", {}).rows;
    if (late.length) await kept.keep(binding, late);
    else if (rows.length && before === changes()) {
        // Whether it can be kept or not, the book is open.
        const image = { book, device, core: coreFile, memory: core.image() };
        void kept.keepImage(image).catch(() => undefined);
    }
    return core;
}

export async function hasImage(kept: Kept, binding: Binding): Promise<boolean> {
    return fits(await kept.image(binding.book), binding);
}
