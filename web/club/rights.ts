// What of a club's book is the commune's or the province's to record, and so theirs to undo.

export const ofOffices = [
    "balance.explained",
    "book.keeper_set",
    "club.decided",
    "club.dissolved",
    "club.launched",
    "club.merged",
    "club.proposed",
    "club.reported",
    "club.resumed",
    "club.suspended",
    "dossier.item",
    "private.erased",
    "rating.answered",
    "rating.appraised",
    "rating.approved",
    "rating.returned",
];
