import type { LoanTerms } from "../core/types";

/// Of a club that has no rules yet.
export const usualTerms: LoanTerms = {
    months: 12,
    rate_ppm: 10_000,
    base: "outstanding",
    method: "equal_principal",
    unit: 1000,
    grace_months: 0,
    overdue: "same",
    min_months: 1,
};
