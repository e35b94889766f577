// Every screen by the first part of its address. What is not needed at once is loaded when it is
// first opened; the service worker keeps all of it, so that works with no network too.

import type { Component } from "svelte";
import { today } from "./app.svelte";
import Enrol from "./screens/Enrol.svelte";
import Home from "./screens/Home.svelte";

type Any = Component<any>; // each has props of its own
type Props = (path: string[]) => object;

export interface Screen {
    now?: Any;
    load?: () => Promise<{ default: Any }>;
    props?: Props;
    alone?: true; // without the foot: a path that is walked to its end
}

const bySeq: Props = (path) => ({ seq: Number(path[1]) });
const byId: Props = (path) => ({ id: path[1] ?? "" });
/// Of the club's time; in December the year itself is scored.
const lastYear = () => Number(today().slice(0, 4)) - (today().slice(5, 7) === "12" ? 0 : 1);

/// A slash after the name stands for one more part of the address.
export const screens: Record<string, Screen> = {
    home: { now: Home },
    enrol: { now: Enrol, props: () => ({ card: "" }), alone: true },
    meeting: { load: () => import("./screens/Meeting.svelte"), alone: true },
    meetings: { load: () => import("./screens/Meetings.svelte") },
    minutes: { load: () => import("./screens/Minutes.svelte"), props: bySeq, alone: true },
    members: { load: () => import("./screens/Members.svelte") },
    admit: { load: () => import("./screens/Admit.svelte") },
    member: { load: () => import("./screens/Member.svelte"), props: byId },
    "member//": {
        load: () => import("./life/MemberEdit.svelte"),
        props: (path) => ({ id: path[1], how: path[2] }),
    },
    first: { load: () => import("./life/FirstSteps.svelte") },
    consent: { load: () => import("./life/Consents.svelte") },
    "consent/": { load: () => import("./life/ConsentSheet.svelte") },
    roles: { load: () => import("./life/Roles.svelte") },
    "roles/": {
        load: () => import("./life/RoleEdit.svelte"),
        props: (path) => ({ kind: path[1] }),
    },
    handover: { load: () => import("./life/Handover.svelte") },
    "handover/": { load: () => import("./life/HandoverPaper.svelte"), props: bySeq },
    doings: { load: () => import("./life/Doings.svelte") },
    doing: { load: () => import("./life/Doing.svelte"), props: (path) => ({ kind: path[1] }) },
    flags: { load: () => import("./life/Flags.svelte") },
    review: { load: () => import("./life/Review.svelte") },
    rating: {
        load: () => import("./life/Rating.svelte"),
        props: (path) => ({ year: Number(path[1]) || lastYear() }),
    },
    loans: { load: () => import("./screens/Loans.svelte") },
    loan: { load: () => import("./screens/Loan.svelte"), props: byId },
    agreement: { load: () => import("./screens/Agreement.svelte"), props: byId },
    card: {
        load: () => import("./screens/Agreement.svelte"),
        props: (path) => ({ id: path[1] ?? "", card: true }),
    },
    overdue: { load: () => import("./screens/Overdue.svelte") },
    funds: { load: () => import("./screens/Funds.svelte") },
    account: {
        load: () => import("./screens/Account.svelte"),
        props: (path) => ({ name: path[1] ?? "income:cash" }),
    },
    close: { load: () => import("./screens/ClosePeriod.svelte") },
    record: {
        load: () => import("./screens/Record.svelte"),
        props: (path) => ({ op: path[1] ?? "", loan: path[2] }),
    },
    fix: {
        load: () => import("./screens/Fix.svelte"),
        props: (path) => ({ seq: Number(path[1]), index: Number(path[2]) }),
    },
    open: { load: () => import("./screens/OpenBook.svelte") },
    opening: { load: () => import("./screens/Opening.svelte") },
    ledger: { load: () => import("./screens/Ledger.svelte") },
    entry: { load: () => import("./screens/Entry.svelte"), props: bySeq },
    cases: { load: () => import("./screens/Cases.svelte") },
    rules: { load: () => import("./screens/Rules.svelte") },
    more: { load: () => import("./screens/More.svelte") },
    papers: { load: () => import("./screens/Papers.svelte") },
    vouchers: {
        load: () => import("./screens/Vouchers.svelte"),
        props: (path) => ({ month: path[1] ?? "", seq: Number(path[2]) || undefined }),
        alone: true,
    },
    cashbook: {
        load: () => import("./screens/CashBook.svelte"),
        props: (path) => ({ month: path[1] ?? "" }),
        alone: true,
    },
    forms: { load: () => import("./screens/Forms.svelte"), alone: true },
    share: { load: () => import("./screens/Share.svelte"), props: bySeq },
    invite: { load: () => import("./screens/Share.svelte"), props: () => ({}) },
    device: { load: () => import("./screens/Device.svelte") },
    bring: { load: () => import("./screens/Bring.svelte") },
    lock: { load: () => import("./screens/Lock.svelte") },
    photo: { load: () => import("./screens/Photo.svelte"), props: bySeq },
};

export function screenAt(path: string[]): Screen {
    const name = path[0] ?? "home";
    for (let deep = path.length; deep > 0; deep--) {
        const key = name + "/".repeat(deep - 1);
        if (Object.hasOwn(screens, key)) return screens[key]!;
    }
    return screens.home!;
}
