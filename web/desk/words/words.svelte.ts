// The texts of the language that the reader chose; a text that is missing in one does not compile.
// English is loaded only by who reads it.

import { vi } from "./vi";

export type Words = typeof vi;
type Language = "vi" | "en";

export const language = $state({ code: "vi" as Language });

let english: Words | undefined;

export function words(): Words {
    return language.code === "en" && english ? english : vi;
}

/// Stays as it is if the texts cannot be loaded.
export async function speak(code: Language): Promise<void> {
    if (code === "en") english ??= (await import("./en")).en;
    language.code = code;
    localStorage.setItem("lienthehe-language", code);
    document.documentElement.lang = code;
}

export async function speakAsBefore(): Promise<void> {
    const kept = localStorage.getItem("lienthehe-language");
    if (kept === "en") await speak("en").catch(() => undefined);
}
