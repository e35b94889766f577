// The worker's end of the line: calls come in, answers go out, in any order.

import * as checker from "./checker";
import { Away } from "./ask";
import { isFull, Lost } from "./kept";
import { Phone } from "./phone";
import { compile, Refused, type Problem } from "./wasm";

export interface Asked {
    id: number;
    name: string;
    args: unknown[];
}
export interface Answered {
    id: number;
    value?: unknown;
    problem?: Problem;
    lost?: boolean;
    full?: boolean;
    away?: boolean;
    error?: string;
}

void compile().catch(() => undefined); // while the page is still being drawn

let phone: Promise<Phone> | undefined;

async function run({ name, args }: Asked): Promise<unknown> {
    if (name === "open") {
        phone ??= Phone.open();
        // What failed is tried again by the next call.
        phone.catch(() => (phone = undefined));
        await phone;
        return undefined;
    }
    const calls = checker as unknown as Record<string, (...a: unknown[]) => unknown>;
    if (Object.hasOwn(checker, name)) return calls[name]!(...args);
    const target = (await phone!) as unknown as Record<string, (...a: unknown[]) => unknown>;
    return target[name]!(...args);
}

addEventListener("message", (event: MessageEvent<Asked>) => {
    const { id } = event.data;
    const answer = (said: Omit<Answered, "id">) => postMessage({ id, ...said });
    run(event.data).then(
        (value) => answer({ value }),
        (error: unknown) => {
            if (error instanceof Refused) answer({ problem: error.problem });
            else if (error instanceof Lost) answer({ lost: true });
            else if (error instanceof Away) answer({ away: true });
            else answer({ full: isFull(error), error: String(error) });
        },
    );
});
