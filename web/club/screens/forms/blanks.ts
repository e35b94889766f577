// Papers that are filled in by hand: what each asks for, in the words and the order of its screen.

import { accountName } from "../../money/plain";
import type { Words } from "../../words/words.svelte";

export interface Table {
    heads: string[];
    rows: string[][]; // what stands there already
}
export interface Blank {
    title: string;
    half?: true; // two on a sheet
    /// A line to write on after a label; one that ends with a full stop is told, and "# " heads.
    parts: (string | Table)[];
    signers: string[];
}

export type Kind =
    "meeting" | "vouchers" | "agreement" | "card" | "cash_book" | "handover" | "opening";

const dots = "………………";
const boxes = (options: Record<string, string>) =>
    Object.values(options)
        .map((text) => `□ ${text}`)
        .join("   ");
/// Two on one line.
const pair = (one: string, other: string) => `${one} ${dots}${dots} · ${other}`;
/// So many empty rows after those that begin with something.
const table = (heads: string[], room: number, ...rows: string[][]): Table => ({
    heads,
    rows: [...rows, ...Array.from({ length: room }, () => [])],
});
const boardOf = ({ roles }: Words) => [roles.chair, roles.secretary, roles.treasurer];
const countOf = (w: Words) => [
    w.cash_book,
    w.cash_counted,
    w.minutes_in_words_start,
    w.minutes_difference,
];

function minutes(w: Words): Blank {
    const lines = [4, 5, 3, 14];
    const topics = [w.new_loans, w.money_lines, w.areas_title, w.minutes];
    return {
        title: w.minutes_title,
        parts: [
            w.minutes_when(""),
            w.forms_present(dots, ""),
            w.dues,
            pair(w.repay_principal, w.repay_interest),
            ...topics.flatMap((topic, i) => [
                `# ${i + 1}. ${topic}`,
                ...Array.from({ length: lines[i]! }, () => ""),
            ]),
            `# 5. ${w.cash}`,
            ...countOf(w),
        ],
        signers: boardOf(w),
    };
}

function voucher(w: Words, kind: "receipt" | "payment"): Blank {
    const [party, signer] =
        kind === "receipt"
            ? [w.voucher_payer, w.voucher_payer_sign]
            : [w.voucher_payee, w.voucher_payee_sign];
    return {
        title: w.voucher_kinds[kind],
        half: true,
        parts: [
            `${w.voucher_number("……", "…………")} · ${boxes(w.funds)}.`,
            party,
            w.voucher_why,
            w.amount,
            w.minutes_in_words_start,
        ],
        signers: [w.roles.chair, w.roles.treasurer, signer],
    };
}

function agreement(w: Words, club: string): Blank {
    const { m } = w;
    const plan = [w.month_label, w.repay_principal, w.repay_interest];
    return {
        title: m.agreement_title,
        parts: [
            `${m.lender(club)}.`,
            w.borrower,
            w.loan_amount,
            w.minutes_in_words_start,
            w.loan_purpose,
            m.approved(dots, "……", "……"),
            pair(w.loan_months, w.loan_rate),
            `${w.loan_base}: ${boxes(w.loan_bases)}.`,
            `${w.loan_method}: ${boxes(w.loan_methods)}.`,
            table([...plan, ...plan], 6), // twelve months
            m.promise,
        ],
        signers: [m.signers.borrower, m.signers.guarantor, m.signers.treasurer, m.signers.chair],
    };
}

function card(w: Words, club: string): Blank {
    const paid = [w.repay_principal, w.repay_interest, w.outstanding];
    return {
        title: w.m.card_title,
        parts: [
            `${w.m.lender(club)}.`,
            w.borrower,
            w.loan_amount,
            w.m.opening_lent,
            pair(w.loan_months, w.loan_rate),
            table([w.on, w.content, ...paid, w.forms_sign], 20),
        ],
        signers: [],
    };
}

function cashBook(w: Words): Blank {
    const sums = [w.cash_book_in, w.cash_book_out, w.cash_book_left];
    return {
        title: w.cash_book_titles.cash,
        parts: [
            `${boxes(w.funds)} · ${w.month_label}`,
            table([w.on, w.cash_book_voucher, w.content, ...sums], 14, [
                "",
                "",
                w.cash_book_opening,
            ]),
            w.cash_book_closing,
            w.minutes_in_words_start,
        ],
        signers: [w.roles.treasurer, w.roles.accountant, w.roles.chair],
    };
}

function handover(w: Words): Blank {
    const seats = [pair(w.roles.chair, w.roles.secretary), w.roles.treasurer];
    return {
        title: w.handover_title,
        parts: [
            `# ${w.handover_old}`,
            ...seats,
            `# ${w.handover_new}`,
            ...seats,
            `# ${w.handover_money}`,
            pair(w.home_box_income, w.home_box_operating),
            ...countOf(w),
            pair(w.home_bank, w.home_lent),
            `# ${w.handover_goods}`,
            "",
            "",
            `${w.handover_phones}.`,
        ],
        signers: w.handover_signers,
    };
}

function opening(w: Words): Blank {
    const { m } = w;
    const accounts = [
        "income:cash",
        "income:bank",
        "income:shares",
        "income:capitalised_interest",
        "income:reserve",
        "operating:cash",
        "operating:bank",
    ];
    return {
        title: m.opening_title,
        parts: [
            table([w.content, w.amount], 3, ...accounts.map((one) => [accountName(one)])),
            w.home_box,
            w.minutes_in_words_start,
            `# ${m.opening_loans}`,
            table([w.borrower, m.opening_lent, w.loan_amount, w.outstanding], 16),
            m.opening_read,
        ],
        signers: [m.signers.treasurer, m.signers.secretary, m.signers.chair, m.signers.commune],
    };
}

export const blanks: Record<Kind, (w: Words, club: string) => Blank[]> = {
    meeting: (w) => [minutes(w)],
    vouchers: (w) => [voucher(w, "receipt"), voucher(w, "payment")],
    agreement: (w, club) => [agreement(w, club)],
    card: (w, club) => [card(w, club)],
    cash_book: (w) => [cashBook(w)],
    handover: (w) => [handover(w)],
    opening: (w) => [opening(w)],
};
