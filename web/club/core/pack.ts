// What a phone sends costs its owner's data: longer requests go compressed.

/// Below it the header of gzip costs more than it saves.
const worthPacking = 1_000;

export interface Packed {
    body: string | ArrayBuffer;
    headers: Record<string, string>;
}

/// The text as it is in browsers that cannot compress.
export async function packed(text: string): Promise<Packed> {
    if (text.length < worthPacking || !("CompressionStream" in globalThis)) {
        return { body: text, headers: {} };
    }
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
    const body = await new Response(stream).arrayBuffer();
    return { body, headers: { "Content-Encoding": "gzip" } };
}
