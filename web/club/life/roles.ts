// Lists of people with something said of each: seats of the board, pairs of volunteers, teams.

import type { BoardRole, Op } from "../core/types";
import type { RolesPage, Team } from "./types";

export type Kind = "board" | "home_care" | "economic" | Team;
export interface Seat {
    member: string;
    role?: BoardRole;
    cares_for?: string;
}

export function seatsOf(page: RolesPage, kind: Kind): Seat[] {
    if (kind === "board") return page.board;
    if (kind === "home_care" || kind === "economic") {
        return page[kind].map(({ volunteer, ...rest }) => ({ member: volunteer, ...rest }));
    }
    const team = page.teams.find((one) => one.team === kind);
    return (team?.members ?? []).map((member) => ({ member }));
}

export function opOf(kind: Kind, seats: Seat[], on: string): Op {
    if (kind === "board") return { op: "board.elected", on, seats };
    if (kind === "home_care" || kind === "economic") {
        const volunteers = seats.map(({ member, ...rest }) => ({ volunteer: member, ...rest }));
        return { op: "volunteers.set", on, kind, volunteers };
    }
    return { op: "team.set", on, team: kind, members: seats.map((seat) => seat.member) };
}
