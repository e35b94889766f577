// What hardly can be meant: asked about once before it is saved, and never refused.

import { money, percent } from "./format";

/// Above what each is asked about, given what is usual, and how it is written.
const table = {
    rate_ppm: [() => 30_000, percent], // 3 % a month
    guests: [() => 500, String],
    votes: [(present: number) => present, String],
    dues: [(usual: number) => 100 * usual, money],
} as const;

type What = keyof typeof table;
type Says = Record<What, (said: string, usual: string) => string>;

/// The question, if there is one. Where nothing is known to be usual there is none.
export function odd(says: Says, what: What, said: number, usual = 0): string | undefined {
    const [above, written] = table[what];
    const most = above(usual);
    return most > 0 && said > most ? says[what](written(said), written(usual)) : undefined;
}
