import type { LoanTerms } from "../core/types";

/// Nothing was emptied, and there is a month to repay in.
export const termsTyped = (terms: LoanTerms) =>
    terms.months > 0 && !Object.values(terms).includes(null as never);

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
