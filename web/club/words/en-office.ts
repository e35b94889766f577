import type { vi } from "./vi-office";

export const en: typeof vi = {
    case_officer_let_go: "The commune's officer looked at it and did not record it. The reason",
    case_officer_recorded: "Another entry took its place.",
};
