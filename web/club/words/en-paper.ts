import type { paper as vi } from "./vi-paper";

export const paper: typeof vi = {
    paper_nation: "SOCIALIST REPUBLIC OF VIET NAM",
    paper_motto: "Independence - Freedom - Happiness",
    paper_dated: (day, month, year) => `${day}/${month}/${year}`,
    paper_no_date: "date: ……/……/………",
    paper_sign: "(Signature and full name)",
};
