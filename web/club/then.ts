// What a paper says of its own day, whatever was recorded since: who sat on the board, and who was
// a member by what the book knew.

import { app, nameOf } from "./app.svelte";
import { phone } from "./core/line";
import { dayAfter } from "./format";
import type { OpLine, RolesPage } from "./life/types";

export type Board = RolesPage["board"];

const linesOf = (ops: string[], from: string, until: string) =>
    phone.page<OpLine[]>(app.current, "ops", { book: app.current, ops, from, until });
const rolesOn = (on: string) =>
    phone.page<RolesPage>(app.current, "roles", { book: app.current, on });

/// The board that signs what was recorded as entry `seq` on a day. One elected later on that same
/// day signs from the next paper on.
export async function boardOf(on: string, seq?: number): Promise<Board> {
    const roles = await rolesOn(on);
    if (seq === undefined || roles.board_since !== on) return roles.board;
    const elected = await linesOf(["board.elected"], on, on);
    const before = elected.filter((line) => line.seq < seq).at(-1);
    if (before && before === elected.at(-1)) return roles.board;
    if (before) return (JSON.parse(before.text) as { seats: Board }).seats;
    const { board } = await rolesOn(dayAfter(on, -1));
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
