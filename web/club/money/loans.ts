// What a loan stands at. It is settled when nothing is owed of it, neither principal nor interest.

import type { LoanLine } from "../core/types";

/// What the borrower is asked for now.
export const dueOf = (loan: LoanLine) =>
    loan.overdue_principal + loan.overdue_interest + loan.due_principal + loan.due_interest;

export const isSettled = (loan: LoanLine) => loan.outstanding === 0 && dueOf(loan) === 0;
