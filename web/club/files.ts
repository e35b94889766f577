// Files out of the page, by what the phone offers.

import { plain } from "./format";

/// To the phone's folder of downloads.
export function download(name: string, content: Blob): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    // Safari reads it after the click.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/// By the phone's sheet of apps (Zalo is one of them), or as a download.
export async function send(name: string, content: Blob): Promise<void> {
    const file = new File([content], name, { type: content.type });
    if (navigator.canShare?.({ files: [file] })) {
        try {
            await navigator.share({ files: [file] });
            return;
        } catch (error) {
            // The reader closed the sheet: that is an answer, too.
            if (error instanceof DOMException && error.name === "AbortError") return;
        }
    }
    download(name, content);
}

/// The file that another phone of the club can carry.
export function sendUnsent(club: string, today: string, text: string): Promise<void> {
    const content = new Blob([text], { type: "application/json" });
    return send(`chua-gui-${fileName(plain(club))}-${today}.json`, content);
}

/// "Câu lạc bộ Tào Trụ" → "cau-lac-bo-tao-tru"
export function fileName(plainText: string): string {
    return (
        plainText
            .replace(/[^a-z0-9]+/g, "-")
            .replace(/^-|-$/g, "")
            .slice(0, 60) || "so"
    );
}
