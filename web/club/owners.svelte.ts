// Who owes a loan on a day: asked of the core once for each day and state of the book.

import { app, today } from "./app.svelte";
import { phone } from "./core/line";
import type { LoanLine } from "./core/types";

let days = $state.raw<Record<string, Record<string, string>>>({}); // by day, by loan
let version = -1; // of the book, that is asked about
let asked = new Set<string>();

function ownersOn(on: string): Record<string, string> {
    if (version !== app.version) [version, asked] = [app.version, new Set()];
    if (!asked.has(on)) {
        asked.add(on);
        const state = version;
        phone.page<LoanLine[]>(app.current, "loans", { book: app.current, on }).then(
            (loans) => {
                if (state !== version) return; // a newer answer may be there already
                const owners = Object.fromEntries(loans.map((one) => [one.loan, one.member]));
                days = { ...days, [on]: owners };
            },
            () => undefined,
        );
    }
    return days[on] ?? {};
}

/// Nobody while the core is asked; who owes it now if it was not lent yet on that day.
export function ownerOf(loan: string, on: string): string | undefined {
    return ownersOn(on)[loan] ?? ownersOn(today())[loan];
}
