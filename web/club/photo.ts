// A photograph small enough to be sent over a village's network.

import { hex } from "./core/ids";

export const mostBytes = 300_000;
const widths = [1600, 1280, 1000, 800, 600];
const qualities = [0.8, 0.65, 0.5];

function drawn(bitmap: ImageBitmap, longest: number, quality: number): Promise<Blob | null> {
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d")!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
}

/// A JPEG of at most 300 kB; nothing if the file is no picture.
export async function scaled(file: Blob): Promise<Blob | undefined> {
    const bitmap = await createImageBitmap(file).catch(() => undefined);
    if (!bitmap) return undefined;
    for (const width of widths) {
        for (const quality of qualities) {
            const jpeg = await drawn(bitmap, width, quality);
            if (jpeg && jpeg.size <= mostBytes) return jpeg;
        }
    }
    return undefined;
}

export async function sha256(bytes: ArrayBuffer): Promise<string> {
    return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
