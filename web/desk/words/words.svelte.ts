// The texts of the language that the reader chose; a text that is missing in one does not compile.

import { en } from "./en";
import { vi } from "./vi";

export type Words = typeof vi;

const kept = localStorage.getItem("lienthehe-language");

export const language = $state({ code: (kept === "en" ? "en" : "vi") as "vi" | "en" });

export function words(): Words {
    return language.code === "vi" ? vi : en;
}

export function speak(code: "vi" | "en"): void {
    language.code = code;
    localStorage.setItem("lienthehe-language", code);
    document.documentElement.lang = code;
}
