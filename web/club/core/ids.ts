// Identifiers and bytes that a device makes by itself.

export function hex(bytes: Uint8Array): string {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function randomBytes(count: number): Uint8Array {
    return crypto.getRandomValues(new Uint8Array(count));
}

/// RFC 9562, version 7: ms UTC, then random.
export function uuid7(now: number): string {
    const bytes = randomBytes(16);
    for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
    bytes[6] = (bytes[6]! & 0x0f) | 0x70;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const text = hex(bytes);
    return [
        text.slice(0, 8),
        text.slice(8, 12),
        text.slice(12, 16),
        text.slice(16, 20),
        text.slice(20),
    ].join("-");
}

/// An id inside a book: ten characters of Crockford's base32.
export function localId(): string {
    const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    return Array.from(randomBytes(10), (byte) => digits[byte & 31]).join("");
}
