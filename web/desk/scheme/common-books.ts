// Territory and registry as the server tells them (src/app/common_books.hpp).

import { day, grouped, money, percent } from "../../club/format";
import type { Option, RegisterLine } from "../types";
import { language, words } from "../words/words.svelte";

export interface TargetLine {
    id: string;
    measure: string;
    unit: "count" | "vnd" | "ppm";
    relation: "eq" | "gt" | "ge" | "words";
    goal?: number;
    min?: number; // of a band inside each club
    max?: number;
    amount?: number; // đồng that each club needs
    milestones: { by: string; goal: number }[];
    name_vi: string;
    name_en: string;
}
export interface SchemeVersion {
    from: string;
    legal_basis: string;
    in_force: boolean;
    name_vi: string;
    name_en: string;
    begins: string;
    ends: string;
    baseline: string;
    targets: TargetLine[];
    dossier: DossierPaper[]; // none: the usual ones
}
/// A paper that a club's founding needs.
export interface DossierPaper {
    id: string;
    name_vi: string;
    name_en: string;
}
export interface SchemeLine {
    id: string;
    state: "ahead" | "running" | "ended";
    national: boolean;
    versions: SchemeVersion[];
}
export interface SchemesView {
    on: string;
    book?: string;
    records: boolean;
    target_ids: string[];
    schemes: SchemeLine[];
}
export interface NamedUnit {
    unit: string;
    code: string;
    name: string;
}
export interface ClusterLine {
    cluster: string;
    unit: string;
    name: string;
    from: string;
    in_force: boolean;
    communes: NamedUnit[];
}
export interface ClustersView {
    on: string;
    book?: string;
    records: boolean;
    clusters: ClusterLine[];
    unclustered: NamedUnit[];
}
export const totals = ["clubs", "members", "capital", "loans", "care_funds"] as const;
export type HeldTotals = Record<(typeof totals)[number], number>;
export interface ReformLine {
    seq: number;
    effective: string;
    legal_basis: string;
    evidence: Evidence;
    communes_before: number;
    communes_after: number;
    merged_whole: number;
    split: number;
    conserved: boolean;
    before: HeldTotals;
    after: HeldTotals;
    communes: {
        code: string;
        name: string;
        before: HeldTotals;
        after: HeldTotals;
        by_villages: boolean;
        conserved: boolean;
    }[];
}
export interface DecisionLine {
    kind: "split" | "successor";
    unit: string;
    code: string;
    name: string;
    since: string;
    choices: NamedUnit[];
    villages: { village: string; name: string }[];
    villages_on_record: boolean;
}
export interface MapView {
    on: string;
    book?: string;
    records: boolean;
    reforms: ReformLine[];
    decisions: DecisionLine[];
}
export type Evidence = "law" | "list" | "inferred" | "unknown" | "synthetic";
export type AreaClass =
    | "mountain"
    | "remote"
    | "ethnic_minority"
    | "especially_difficult"
    | "region_1"
    | "region_2"
    | "region_3";
export interface UnitChange {
    from: string;
    not_before?: string;
    change:
        | "listed"
        | "created"
        | "renamed"
        | "retyped"
        | "recoded"
        | "moved"
        | "ended"
        | "became"
        | "part_to"
        | "made_of"
        | "part_of";
    before: string;
    after: string;
    other?: NamedUnit;
    evidence: Evidence;
    legal_basis: string;
    seq: number;
}
export interface ClassLine {
    from: string;
    classes: AreaClass[];
    evidence: Evidence;
    legal_basis: string;
    seq: number;
}
export interface VillageLine {
    village: string;
    name: string;
    /// The commune that it came from, if another here is called the same.
    former?: string;
    since: string;
    undecided: boolean;
    classes: AreaClass[]; // in force, its own or the commune's
    own_classes: ClassLine[];
}
export interface UnitStory {
    unit: string;
    code: string;
    name: string;
    kind: string;
    level: "province" | "district" | "commune";
    live: boolean;
    parent?: NamedUnit;
    changes: UnitChange[];
    classes: ClassLine[];
    stated: {
        as_of: string;
        villages?: number;
        elderly_population?: number;
        poor_households?: number;
        villages_complete: boolean;
        evidence: Evidence;
        source: string;
        seq: number;
    }[];
    villages: VillageLine[];
    village_count?: number;
    villages_listed: boolean;
}
export interface UnitStoryView {
    on: string;
    book?: string;
    /// Operations that the reader may record of the unit.
    records: string[];
    unit: UnitStory;
}

/// The province's own text as it stands today: of the scheme that runs, else of the last one.
export function inForce(view: SchemesView): SchemeVersion | undefined {
    const own = view.schemes.filter((one) => !one.national);
    const scheme = own.findLast((one) => one.state === "running") ?? own.at(-1);
    return scheme && versionNow(scheme);
}
export const versionNow = ({ versions }: SchemeLine): SchemeVersion =>
    versions.find((one) => one.in_force) ?? versions.at(-1)!;
export const schemeName = (scheme: SchemeLine): string => {
    const now = versionNow(scheme);
    return language.code === "vi" ? now.name_vi : now.name_en;
};
/// Those that run first, then what is ahead, then what has ended, the latest first; of equals the
/// province's own before the country's.
export function inOrder(schemes: SchemeLine[]): SchemeLine[] {
    const states = ["running", "ahead", "ended"];
    const ended = (one: SchemeLine) => (one.state === "ended" ? versionNow(one).ends : "");
    return schemes.toSorted(
        (a, b) =>
            states.indexOf(a.state) - states.indexOf(b.state) ||
            ended(b).localeCompare(ended(a)) ||
            +a.national - +b.national,
    );
}
/// That a day is asked about by itself, as the server chooses it (src/app/province_facts.cpp): the
/// province's own of that day, else its last that has ended, else its first; without one the first.
export function schemeOn(schemes: SchemeLine[], day: string): SchemeLine | undefined {
    const baseline = (one: SchemeLine) => versionNow(one).baseline;
    const all = schemes.toSorted((a, b) => baseline(a).localeCompare(baseline(b)));
    const own = all.filter((one) => !one.national);
    const ends = (one: SchemeLine) => versionNow(one).ends;
    return (
        own.find((one) => baseline(one) <= day && day <= ends(one)) ??
        own.findLast((one) => ends(one) < day) ??
        own[0] ??
        all[0]
    );
}
/// What decisions ask of a new club, until a scheme says otherwise.
export const usualPapers: DossierPaper[] = [
    ["application", "đơn xin thành lập", "application"],
    ["members", "danh sách thành viên", "list of members"],
    ["charter", "quy chế", "charter"],
    ["plan", "kế hoạch hoạt động", "plan of work"],
    ["board", "danh sách ban chủ nhiệm", "list of the board"],
    ["capital", "xác nhận vốn ban đầu", "proof of start capital"],
    ["opinion", "ý kiến của xã", "the commune's opinion"],
].map(([id, name_vi, name_en]) => ({ id: id!, name_vi: name_vi!, name_en: name_en! }));
const paperText = (paper: DossierPaper): string =>
    language.code === "vi" ? paper.name_vi : paper.name_en;
const asksFor = (version: SchemeVersion | undefined): DossierPaper[] =>
    version?.dossier.length ? version.dossier : usualPapers;
/// What a founding needs now.
export function papersOf(view: SchemesView): Option[] {
    return asksFor(inForce(view)).map((one): Option => [one.id, paperText(one)]);
}
/// Of the province's text that was in force when a club was launched; none launched yet: now.
function papersFor(view: SchemesView, { launched_on: day }: RegisterLine): DossierPaper[] {
    if (!day) return asksFor(inForce(view));
    const own = view.schemes.filter((one) => !one.national);
    const versions = own.length ? schemeOn(own, day)!.versions : [];
    return asksFor(versions.findLast(({ from }) => from <= day) ?? versions[0]);
}
export interface PaperLine {
    item: string;
    done: boolean;
    asked: boolean; // by the scheme; else it was recorded of itself
    on?: string;
    document?: string;
}
/// The papers of a founding: those that its scheme asks for, then what else was recorded. Of a club
/// that came into the register with its launch there are none. Who wrote a paper's name for its id
/// meant that paper.
export function dossierOf(view: SchemesView | undefined, club: RegisterLine): PaperLine[] {
    const founding = club.status === "proposed" || club.status === "decided";
    if (!founding && !club.dossier.length) return [];
    const asked = view ? papersFor(view, club) : [];
    const means = ({ id, name_vi, name_en }: DossierPaper, item: string) =>
        [id, name_vi, name_en].includes(item.trim());
    const lines = asked.map((paper): PaperLine => {
        const said = club.dossier.filter(({ item }) => means(paper, item));
        const line = said.find(({ item }) => item === paper.id) ?? said[0];
        return { done: false, ...line, item: paper.id, asked: true };
    });
    const others = club.dossier.filter(({ item }) => !asked.some((one) => means(one, item)));
    return [...lines, ...others.map((line): PaperLine => ({ ...line, asked: false }))];
}
/// Of those that the scheme asks for how many are there; "": nothing was asked of it.
export function dossierCount(view: SchemesView | undefined, club: RegisterLine): string {
    const asked = dossierOf(view, club).filter((line) => line.asked);
    const there = asked.filter(({ done }) => done).length;
    return asked.length ? words().scheme.dossier_count(there, asked.length) : "";
}
/// Also of one that an earlier text asked for.
export function paperName(view: SchemesView | undefined, id: string): string {
    const all = (view?.schemes ?? []).flatMap((one) => one.versions.flatMap((v) => v.dossier));
    const paper = [...usualPapers, ...all].findLast((one) => one.id === id);
    return paper ? paperText(paper) : id;
}

export const villageName = ({ name, former }: { name: string; former?: string }): string =>
    former ? `${name} (${former})` : name;

export const classText = (classes: AreaClass[]): string =>
    classes.map((one) => words().scheme.area_classes[one]).join(", ") || words().map.no_class;

/// What a record rests on: a legal text by its number, else of which sort it is.
export function basisText(one: { evidence: Evidence; legal_basis: string }): string {
    const sort = words().scheme.evidences[one.evidence];
    if (!one.legal_basis) return sort;
    return one.evidence === "law" ? one.legal_basis : `${one.legal_basis} · ${sort}`;
}

const ppm = 10_000;

/// A goal in the reader's style: 400 · 7.000.000.000 đ · 90 %.
export function goalText(target: Pick<TargetLine, "unit">, goal: number | undefined): string {
    if (goal === undefined) return "";
    if (target.unit === "vnd") return money(goal);
    return target.unit === "ppm" ? percent(goal) : grouped(goal);
}

/// As it is typed into the form: shares in per cent.
type Unit = TargetLine["unit"];
export function goalTyped(unit: Unit, goal: number | undefined): string {
    if (goal === undefined) return "";
    if (unit !== "ppm") return grouped(goal);
    return String(goal / ppm).replace(".", ",");
}

/// What a club must lie between: people, or a share of them.
export const bandUnit = (target: TargetLine): Unit =>
    target.measure === "clubs_in_size_band" ? "count" : "ppm";

/// Interim goals as they are typed, a line each: "31/12/2028: 200".
export const milestonesTyped = (target: TargetLine): string =>
    target.milestones
        .map(({ by, goal }) => `${day(by)}: ${goalTyped(target.unit, goal)}`)
        .join("\n");

/// The text of the line that cannot be read, if there is one.
export function readMilestones(unit: Unit, typed: string): TargetLine["milestones"] | string {
    const read: TargetLine["milestones"] = [];
    for (const line of typed.split("\n").filter((one) => one.trim())) {
        const found = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*[:=]\s*(.+)$/.exec(line);
        const goal = found ? readGoal(unit, found[4]!) : undefined;
        if (!found || typeof goal !== "number") return line.trim();
        const [, date, month, year] = found;
        read.push({ by: `${year}-${month!.padStart(2, "0")}-${date!.padStart(2, "0")}`, goal });
    }
    return read;
}

/// Undefined: it cannot be read; null: no goal.
export function readGoal(unit: Unit, typed: string): number | null | undefined {
    const text = typed.trim();
    if (!text) return null;
    if (unit === "ppm") {
        const share = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text);
        if (!share) return undefined;
        return Number(share[1]) * ppm + Number((share[2] ?? "").padEnd(4, "0"));
    }
    const digits = text.replace(/[.\s\u00a0]/g, "").replace(/đ$/, "");
    return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/// A goal stands in the target's name, too: "Thành lập mới 400 câu lạc bộ".
export function renamed(
    { name_vi, name_en, goal: was }: TargetLine,
    key: "name_vi" | "name_en",
    now: number | null | undefined,
): string {
    const name = key === "name_vi" ? name_vi : name_en;
    if (was === undefined || now == null || was === now) return name;
    const style = key === "name_vi" ? "vi-VN" : "en-US";
    const { format } = new Intl.NumberFormat(style, { maximumFractionDigits: 4 });
    for (const scale of [1, ppm, 1_000_000_000]) {
        if ((was * ppm) % scale || (now * ppm) % scale) continue;
        const old = format(was / scale).replace(/\./g, "\\.");
        const found = new RegExp(`(^|[^\\d.,])${old}(?![\\d]|[.,]\\d)`);
        if (found.test(name)) return name.replace(found, `$1${format(now / scale)}`);
    }
    return name;
}
