// Amounts in words, by the core.

import { app } from "./app.svelte";
import { phone } from "./core/line";

export async function spell(amount: number): Promise<string> {
    return (await phone.page<{ text: string }>(app.current, "words", { amount })).text;
}
