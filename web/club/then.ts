// What a paper says of its own day, whatever was recorded since: who sat on the board, and who was
// a member by what the book knew.

import { app, nameOf } from "./app.svelte";
import { phone } from "./core/line";
import type { OpLine, RolesPage } from "./life/types";

export type Board = RolesPage["board"];

/// From and until, of whatever was recorded.
export const ever = ["1900-01-01", "2199-12-31"] as const;

export const linesOf = (ops: string[], from: string, until: string) =>
    phone.page<OpLine[]>(app.current, "ops", { book: app.current, ops, from, until });
const rolesOn = (on: string) =>
    phone.page<RolesPage>(app.current, "roles", { book: app.current, on });

/// The board elected last before entry `seq`, without who had left by then.
export async function boardBefore(on: string, seq: number): Promise<Board> {
    const elected = await linesOf(["board.elected"], "1900-01-01", on);
    const last = elected.filter((line) => line.seq < seq).at(-1);
    if (!last) return [];
    const there = await membersThen(on, seq);
    const { seats } = JSON.parse(last.text) as { seats: Board };
    return seats.filter((seat) => there.has(seat.member));
}

/// The board that signs what was recorded as entry `seq` on a day. One elected later on that same
/// day signs from the next paper on.
export async function boardOf(on: string, seq?: number): Promise<Board> {
    const roles = await rolesOn(on);
    if (seq === undefined || roles.board_since !== on) return roles.board;
    const elected = await linesOf(["board.elected"], on, on);
    if ((elected.at(-1)?.seq ?? 0) < seq) return roles.board;
    const board = await boardBefore(on, seq);
    return board.length ? board : roles.board;
}

/// Who holds one of these seats, the first that is held.
export function seatIn(board: Board, ...roles: string[]): string {
    for (const role of roles) {
        const seat = board.find((one) => one.role === role);
        if (seat) return nameOf(seat.member);
    }
    return "";
}

/// Who was in the club on a day by what was recorded until entry `seq`.
export async function membersThen(on: string, seq: number): Promise<Set<string>> {
    const asked = { book: app.current, on, seq };
    return new Set(await phone.page<string[]>(app.current, "members_then", asked));
}
