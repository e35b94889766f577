// Numbers and dates as they are written in Viet Nam; English changes words, not figures.

import { words } from "./words/words.svelte";

/// "1.234.567 đ"; the space does not break.
export function money(dong: number): string {
    return `${grouped(dong)}\u00a0đ`;
}

export function grouped(value: number): string {
    const digits = Math.abs(value).toString();
    const groups = digits.replace(/\B(?=(\d{3})+$)/g, ".");
    return value < 0 ? `−${groups}` : groups;
}

/// "30/09/2020" of "2020-09-30"
export function day(iso: string): string {
    return iso.split("-").reverse().join("/");
}

/// "ngày 05 tháng 01 năm 2020": days below 10 and the months 1 and 2 are written with a zero.
export function dated(iso: string): string {
    const [year, month, day] = iso.split("-") as [string, string, string];
    return words().paper_dated(day, Number(month) > 2 ? String(Number(month)) : month, year);
}

/// "9/2020" of "2020-09"
export function month(iso: string): string {
    const [year, number] = iso.split("-");
    return `${Number(number)}/${year}`;
}

/// "2020-09-30" of "2020-09"
export function lastDay(iso: string): string {
    const [year, number] = iso.split("-").map(Number) as [number, number];
    return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/// "1,79 %" of 17900 parts per million
export function percent(ppm: number): string {
    return `${(ppm / 10_000)
        .toFixed(2)
        .replace(/\.?0+$/, "")
        .replace(".", ",")} %`;
}

/// "2020-10-01" of "2020-09-30"; `days` later, or earlier.
export function dayAfter(iso: string, days = 1): string {
    return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
}

const offsetMs = 7 * 3_600_000;

/// The business date (UTC+7) of an instant.
export function businessDate(ms: number): string {
    return new Date(ms + offsetMs).toISOString().slice(0, 10);
}

/// "14:05 30/09/2020", in UTC+7
export function moment(ms: number): string {
    const text = new Date(ms + offsetMs).toISOString();
    return `${text.slice(11, 16)} ${day(text.slice(0, 10))}`;
}

/// As a name is kept: one space between its words.
export const spaced = (text: string) => text.trim().replace(/\s+/g, " ");

/// For search: lower case, without diacritics, đ as d.
export function plain(text: string): string {
    return spaced(text)
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .toLowerCase()
        .replaceAll("đ", "d");
}
