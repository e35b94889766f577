// What a table shows as an Excel file: the server makes it, the browser keeps it.

import { businessDate } from "../club/format";
import { NoNetwork, Refused } from "./api";
import type { Problem } from "./types";

export interface Column {
    heading: string;
    /// Cells of `money` and `number` are whole numbers, of `share` ppm, of `date` ISO.
    kind: "text" | "number" | "money" | "date" | "share";
}

export async function workbook(title: string, columns: Column[], rows: string[][]): Promise<void> {
    const issued_on = businessDate(Date.now());
    let answer: Response;
    try {
        answer = await fetch("/api/v1/workbook", {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ title, issued_on, columns, rows }),
        });
    } catch {
        throw new NoNetwork();
    }
    if (!answer.ok) throw new Refused(answer.status, (await answer.json()) as Problem);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `${title} ${issued_on}.xlsx`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
