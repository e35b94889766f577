// What a table shows as an Excel file: the server makes it, the browser keeps it.

import { businessDate } from "../club/format";
import { keepFile } from "./api";

export interface Column {
    heading: string;
    /// Cells of `money` and `number` are whole numbers, of `share` ppm, of `date` ISO.
    kind: "text" | "number" | "money" | "date" | "share";
}

export async function workbook(title: string, columns: Column[], rows: string[][]): Promise<void> {
    const issued_on = businessDate(Date.now());
    await keepFile("workbook", `${title} ${issued_on}.xlsx`, { title, issued_on, columns, rows });
}
