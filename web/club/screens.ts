// Every screen by the first part of its address. What is not needed at once is loaded when it is
// first opened; the service worker keeps all of it, so that works with no network too.

import type { Component } from "svelte";
import Enrol from "./screens/Enrol.svelte";
import Home from "./screens/Home.svelte";
import Meeting from "./screens/Meeting.svelte";

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

export const screens: Record<string, Screen> = {
    home: { now: Home },
    enrol: { now: Enrol, props: () => ({ card: "" }), alone: true },
    meeting: { now: Meeting, alone: true },
    meetings: { load: () => import("./screens/Meetings.svelte") },
    minutes: { load: () => import("./screens/Minutes.svelte"), props: bySeq, alone: true },
    members: { load: () => import("./screens/Members.svelte") },
    admit: { load: () => import("./screens/Admit.svelte") },
    member: { load: () => import("./screens/Member.svelte"), props: byId },
    loans: { load: () => import("./screens/Loans.svelte") },
    loan: { load: () => import("./screens/Loan.svelte"), props: byId },
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
    return (Object.hasOwn(screens, name) ? screens[name] : undefined) ?? screens.home!;
}
