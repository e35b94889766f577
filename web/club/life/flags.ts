// What a book keeps although somebody should look at it, in words: src/core/club/flags.hpp.

import { day, money } from "../format";
import type { Language } from "../words/words.svelte";

export interface FlagLine {
    what: string;
    on: string;
    seq?: number;
    member?: string;
    account: string;
    amount?: number;
    instead?: number;
    loans?: number;
}

type Say = (line: FlagLine, who: string, account: string) => string;
type Said = { title: string; none: string; help: string } & Record<
    | "below_zero"
    | "opening_difference"
    | "count_differs"
    | "advance_open"
    | "left_owing"
    | "above_limit"
    | "above_law"
    | "rollover"
    | "interest_differs"
    | "typed_twice",
    Say
>;
const sum = (dong?: number) => money(dong ?? 0);

const vi: Said = {
    title: "Việc cần xem lại",
    none: "Không có gì cần xem lại.",
    help:
        "Sổ vẫn ghi những việc này. Xem lại: sai thì sửa, đúng thì để nguyên. " +
        "Việc đã ghi: trong một năm qua.",
    below_zero: ({ on, amount }, _, account) =>
        `${account} âm ${sum(-(amount ?? 0))} vào cuối ngày ${day(on)}: có phiếu ghi sai ngày?`,
    opening_difference: ({ amount }, _, account) =>
        `${account} khi mở sổ: ${sum(amount)} chưa được giải trình`,
    count_differs: ({ on, amount, instead }) =>
        `Đếm tiền ngày ${day(on)} được ${sum(amount)}, sổ là ${sum(instead)}: ` +
        "chưa ghi quyết định xử lý",
    advance_open: ({ amount }) => `Quỹ hoạt động còn nợ quỹ tăng thu nhập ${sum(amount)}`,
    left_owing: ({ amount }, who) => `${who} đã ra khỏi câu lạc bộ, còn nợ gốc ${sum(amount)}`,
    above_limit: ({ amount, instead, loans }, who) =>
        loans
            ? `${who} vay ${loans} khoản cùng lúc, quá quy định của câu lạc bộ`
            : `${who} vay ${sum(amount)}, quá mức ${sum(instead)} của câu lạc bộ`,
    above_law: ({ loans }) =>
        `${loans} khoản đang vay có lãi trên 20 % một năm (Bộ luật Dân sự, điều 468)`,
    rollover: ({ amount }, who) =>
        `${who} vay ${sum(amount)} trong vòng một tuần sau khi trả hết khoản trước: đảo nợ?`,
    interest_differs: ({ amount, instead }, who) =>
        `${who} trả lãi ${sum(amount)}, theo sổ phải trả ${sum(instead)}`,
    typed_twice: ({ amount }, who) => `${who} nộp ${sum(amount)} hai lần trong ngày: có ghi trùng?`,
};

const en: Said = {
    title: "To look at again",
    none: "Nothing to look at again.",
    help:
        "The book has recorded these. Look again: mend what is wrong, leave what is right. " +
        "What was recorded: of the last year.",
    below_zero: ({ on, amount }, _, account) =>
        `${account} was ${sum(-(amount ?? 0))} below zero at the end of ${day(on)}: ` +
        "a paper of a wrong date?",
    opening_difference: ({ amount }, _, account) =>
        `${account} at the opening: ${sum(amount)} not explained`,
    count_differs: ({ on, amount, instead }) =>
        `${sum(amount)} counted on ${day(on)}, ${sum(instead)} by the book: not decided yet`,
    advance_open: ({ amount }) => `The operating fund owes the income fund ${sum(amount)}`,
    left_owing: ({ amount }, who) => `${who} has left the club and owes ${sum(amount)}`,
    above_limit: ({ amount, instead, loans }, who) =>
        loans
            ? `${who} has ${loans} loans at once, more than the club allows`
            : `${who} borrowed ${sum(amount)}, above the club's limit of ${sum(instead)}`,
    above_law: ({ loans }) =>
        `${loans} open loans cost more than 20 % a year (Civil Code, article 468)`,
    rollover: ({ amount }, who) =>
        `${who} borrowed ${sum(amount)} within a week of settling a loan: a rollover?`,
    interest_differs: ({ amount, instead }, who) =>
        `${who} paid ${sum(amount)} of interest, ${sum(instead)} was due`,
    typed_twice: ({ amount }, who) => `${who} paid ${sum(amount)} twice on a day: typed twice?`,
};

export const flagWords: Record<Language, Said> = { vi, en };
