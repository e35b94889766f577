// What a table shows as an Excel file: the server makes it, the browser keeps it.

import { businessDate } from "../club/format";
import { keepFile } from "./api";

export interface Column {
    heading: string;
    /// Cells of `money` and `number` are whole numbers, of `share` ppm, of `date` ISO.
    kind: "number" | "money" | "date" | "share";
}

/// A column that is its heading alone is text.
export async function workbook(
    title: string,
    columns: (Column | string)[],
    rows: string[][],
): Promise<void> {
    const issued_on = businessDate(Date.now());
    const whole = columns.map((one) =>
        typeof one === "string" ? { heading: one, kind: "text" } : one,
    );
    const table = { title, issued_on, columns: whole, rows };
    await keepFile("workbook", `${title} ${issued_on}.xlsx`, table);
}
