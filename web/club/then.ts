// What a paper says of its own day, whatever was recorded since: who sat on the board, and who was
// a member by what the book knew.

import { app, nameOf } from "./app.svelte";
import { phone } from "./core/line";
import type { Op } from "./core/types";
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

interface Stay {
    joined: string;
    left?: string;
}

/// Who was in the club on a day by what was recorded until entry `seq`.
export async function membersThen(on: string, seq: number): Promise<Set<string>> {
    const ops = ["member.admitted", "member.corrected", "member.left", "member.readmitted"];
    const lines = (await linesOf(ops, "1900-01-01", "2199-12-31"))
        .filter((line) => line.seq <= seq)
        .sort((one, other) => one.seq - other.seq || one.op_index - other.op_index);
    const stays = new Map<string, Stay>();
    for (const line of lines) {
        const op = JSON.parse(line.text) as Op;
        const member = String(op.member);
        const stay = stays.get(member);
        const joined = op.joined as string | undefined;
        if (op.op === "member.admitted") stays.set(member, { joined: joined ?? op.on });
        else if (!stay) continue;
        else if (op.op === "member.corrected") stay.joined = joined ?? stay.joined;
        else if (op.on > on) continue;
        else if (op.op === "member.left") stay.left = op.on;
        else delete stay.left;
    }
    const there = [...stays].filter(([, stay]) => stay.joined <= on && !stay.left);
    return new Set(there.map(([member]) => member));
}
