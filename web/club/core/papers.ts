// What the core answers for printing and checking: core/club/cash_pages.hpp, wasm/check.hpp.

import type { Box, Fund } from "./types";

export interface VoucherLine {
    seq: number;
    op_index: number;
    on: string;
    op: string;
    fund: Fund;
    kind: "receipt" | "payment";
    number?: number;
    amount: number;
    live: boolean;
}
export interface CashBookLine {
    seq: number;
    op_index: number;
    on: string;
    op: string;
    live: boolean;
    money_in: number;
    money_out: number;
    balance: number;
}
export interface CashBookPage {
    opening: number;
    money_in: number;
    money_out: number;
    closing: number;
    lines: CashBookLine[];
}
export interface CashBookOf {
    fund: Fund;
    account: Box;
    month: string;
}
export interface CheckPage {
    found: "absent" | "pending" | "stands" | "corrected";
    code: string;
    entries: number;
    seq: number;
    received_at?: number;
    on?: string;
    present?: number;
    money_in: number;
    money_out: number;
    reversed: { op_index: number; op: string; on: string; by_seq: number; known: boolean }[];
}
