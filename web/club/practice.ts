// The entries of a practice book: a small club with a year behind it. It can never be sent.

import { localId } from "./core/ids";
import type { Draft } from "./core/types";
import { usualTerms } from "./money/terms";

const people: [string, number, "male" | "female", string][] = [
    ["Nguyễn Thị Tập", 1950, "female", "poor"],
    ["Trần Văn Thử", 1948, "male", "none"],
    ["Lê Thị Ví", 1955, "female", "near_poor"],
    ["Phạm Văn Dụ", 1961, "male", "none"],
    ["Hoàng Thị Mẫu", 1958, "female", "none"],
    ["Vũ Văn Học", 1972, "male", "none"],
    ["Đỗ Thị Hành", 1966, "female", "poor"],
    ["Bùi Văn Làm", 1953, "male", "near_poor"],
];

export function practiceEntries(name: string, today: string): Draft[][] {
    const year = Number(today.slice(0, 4)) - 1;
    const on = `${year}-01-10`;
    const village = localId();
    const members = people.map(() => localId());
    const found: Draft[] = [
        { op: { op: "club.proposed", on, name, seat_village: village, villages: [village] } },
        { op: { op: "club.launched", on } },
    ];
    people.forEach(([person, birth_year, sex, hardship], i) => {
        const member = members[i]!;
        const op = { op: "member.admitted", on, member, birth_year, sex, hardship };
        found.push({
            op: { ...op, borrowed_before: false },
            parts: [{ subject: member, class: "name", fields: { name: person } }],
        });
    });
    const split = { income: 400_000, operating: 300_000, board: 200_000, reserve: 100_000 };
    found.push(
        { op: { op: "roster.completed", on, members: people.length } },
        { op: { op: "book.opened", on } },
        {
            op: {
                op: "rules.set",
                on,
                from: on,
                meeting_day: 15,
                dues: 5000,
                split,
                unit: 1000,
                terms: usualTerms,
                limits: { amount: 10_000_000 },
            },
        },
        {
            op: {
                op: "capital.received",
                on,
                account: "cash",
                source: "project",
                amount: 50_000_000,
            },
        },
        { op: { op: "donation.received", on, account: "cash", kind: "gift", amount: 500_000 } },
    );
    const lent = (index: number, amount: number): Draft => ({
        op: {
            op: "loan.disbursed",
            on: `${year}-12-15`,
            loan: localId(),
            member: members[index],
            account: "cash",
            amount,
            terms: usualTerms,
            guarantors: [],
            purpose: "livestock",
        },
    });
    return [found, [lent(0, 5_000_000), lent(2, 6_000_000), lent(6, 3_000_000)]];
}
