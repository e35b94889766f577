// Whether the phone's clock can be believed. The server's time was heard at the last sync; a date
// before it, or long after it, is asked about on screen.

import type { OpenBook } from "./core/phone";

const dayMs = 86_400_000;
const longAfterMs = 60 * dayMs;

/// True if a reader should say which day it is.
export function clockIsDoubtful(book: OpenBook, deviceTime: number): boolean {
    if (book.practice || book.synced_at === 0) return false;
    const moved = deviceTime - book.synced_at;
    return moved < -dayMs || moved > longAfterMs;
}

/// What to add to the device's clock so that it is noon of that day in Viet Nam.
export function offsetFor(day: string, deviceTime: number): number {
    const noon = Date.parse(`${day}T05:00:00Z`);
    return noon - deviceTime;
}
