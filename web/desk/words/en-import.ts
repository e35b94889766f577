import type { imports as vi } from "./vi-import";

const kinds: Record<string, string> = {
    register: "List of clubs with figures",
    clubs: "Clubs that will keep a book here",
    members: "Members",
    balances: "Balances, capital and loans on the opening day",
    claims: "Figures in documents",
    "fund-years": "Care fund by year",
    units: "List of administrative units",
    reform: "A reform of the map: the new list and who became what",
    undo: "Undo",
};

export const imports: typeof vi = {
    nav: "Excel import",
    title: "Import from Excel",
    help: "The file is read and held against the books first; nothing is written until you say so.",
    choose: "Choose a file",
    kind: "Kind of table",
    kinds,
    file: ".xlsx or .csv file",
    file_missing: "Choose a file.",
    file_too_large:
        "The file is larger than 16 MB. Take out pictures and sheets that are not needed.",
    file_changed: "The file was changed or moved after it was chosen. Choose it again.",
    as_of: "Day of the figures (if the file has none)",
    effective: "In force from",
    legal_basis: "Legal basis (resolution, decision)",
    partial: "The file holds only some of a club's members",
    look: "Preview",
    sending: "Sending the file…",
    form: "Download an empty form",
    preview_title: (file) => `Preview: ${file}`,
    undo_title: (file) => `Undo: ${file}`,
    progress: "Progress",
    stages: { waiting: "Waiting for somebody else's file…", reading: "Reading and comparing…" },
    writing: (done, all) => `Writing: ${done} of ${all} entries`,
    stop: "Stop",
    written: (entries) => `${entries} entries written.`,
    undone: (entries) => `Undone by ${entries} entries.`,
    sum: (rows, same, opened, entries, operations) =>
        `${rows} rows; ${same} as the books have them; ${opened} new books; ` +
        `${entries} entries (${operations} operations) to write.`,
    undo_sum: (entries, operations) =>
        `${operations} operations will be taken back, by ${entries} entries.`,
    has_errors: (count) =>
        `There are ${count} errors, so nothing is written. ` +
        "Mend the file and choose it again, or assign columns and leave out rows below.",
    has_errors_whole: (count) =>
        `${count} errors, so nothing is written. Mend the file and choose it again, ` +
        "or match its columns below.",
    reform_title: "What this reform does",
    reform_sum: (ended, begun, receiving) =>
        `${ended} units end, ${begun} begin, ${receiving} that stay take others in.`,
    reform_units: (count) => `Who becomes whom: ${count} units`,
    reform_unit: "Unit after the reform",
    reform_from: "Made of",
    reform_new: "new",
    reform_was: (name) => `was ${name}`,
    reform_share: (whole) => (whole ? "whole" : "in part"),
    reform_left: (count) => `${count} units end and go into none`,
    undo_errors:
        "Nothing was taken back: since the import somebody has corrected or added what is below. " +
        "Undo that in the book first, then take the import back again.",
    rows: (rows) => `Rows: ${rows}.`,
    nothing_new: "The file says nothing that the books do not.",
    ready: "No errors. Nothing is written yet; look through it, then write.",
    moved:
        "The books have changed since you looked, so nothing was written. " +
        "Below is what would be done by now; look through it again.",
    undo_ready: "Nothing is undone yet; look through it first.",
    stopped: (done, all) =>
        `Stopped: ${done} of ${all} entries are written and stay in the books. ` +
        "You can go on with the rest or undo what is written.",
    stopped_before: "Stopped; nothing was written.",
    rows_out: (rows) => `Rows left out or merged: ${rows}.`,
    read_again: "Read again with these choices",
    go_on: "Read again to go on",
    write: "Write to the books",
    undo: "Undo",
    undo_of: (file) => `Undo ${file}`,
    undo_now: "Undo now",
    undo_part: "Undo what is written",
    put_away: "Put this file away",
    columns: "Columns of the file",
    columns_help:
        "Say here what an unknown column is; this browser remembers it for the next file.",
    sheet: "Sheet",
    column: "Column",
    heading: "Heading",
    first_cells: "First cells",
    read_as: "Read as",
    read_as_of: (heading) => `Read the column “${heading}” as`,
    not_read: "not read",
    needed: "needed",
    same: "Rows that may be one",
    same_help:
        "Same club and name, in the file or in the book. Unless you choose, each row is another " +
        "person.",
    same_held: (person) => `Is this person of the book: ${person}`,
    in_book: "In the book",
    in_file: "In the file",
    about: "Club, person",
    differences: (count) => `${count} cells that differ from the book`,
    differences_help: "Writing corrects the books by the file.",
    take_out: "Take the books out to Excel",
    take_out_keeper:
        "Clubs, members, and the balances and loans that books were opened with, of the books " +
        "that you may read.",
    take_out_province:
        "The clubs with the figures they last reported, and the care funds of each year. " +
        "Members, balances and loans are not in it: names and what single people own and owe " +
        "are closed to the province; the commune officer who keeps the book can download them.",
    take_out_help:
        "Correct it in Excel and hand it in again, table by table: what the books hold is known " +
        "by its id.",
    take_out_now: "Download",
    taking: "The file is being made…",
    unit_code: "Name or code of the unit (empty: the province)",
    same_do: "What to do",
    same_both: "Two people: keep both",
    same_merge: (row) => `One person: merge into row ${row}`,
    same_skip: (row) => `Take row ${row} only`,
    lines: "Errors and notes",
    row: "Row",
    what: "What",
    leave_out: "Leave out",
    leave_out_row: (row) => `Leave out row ${row}`,
    more_lines: (count) => `${count} more are not shown here.`,
    notes: (count) => `${count} notes (they do not stop the writing)`,
    list: "Imports",
    none: "No imports yet.",
    when: "When",
    by: "By",
    state: "State",
    states: {
        writing: "being written",
        stopped: "unfinished: choose the file again to go on, or undo it",
        done: "written",
        undone: "undone",
    },
    command_line: "the server",
    more_jobs: (count) => `${count} older imports.`,
};
