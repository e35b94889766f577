import type { life as vi } from "./vi-life";

export const life: typeof vi = {
    nameless: (n) => `Member no. ${n}`,
    raised: "Capital in the book, by the day of the launch",
    raised_none: "none recorded",
    returned_later: (sum) => `given back after the launch: ${sum}`,
    raised_later: (sum) => `received after the launch: ${sum}`,
    raised_goal: (goal) => `goal ${goal}`,
    undo_step: (step, on) => `Reverse the step: ${step} (${on})`,
    dossier_lacks: (papers) =>
        `The dossier still lacks: ${papers}. The decision can be recorded all the same; complete ` +
        "the dossier afterwards.",
    name_taken: (commune) =>
        `There is a club of this name in ${commune}: propose it all the same? If it is another ` +
        "club, press Save again.",
    capital_title: "Record start capital by source",
    capital_help:
        "A line for each source. A book that is not open is opened from this day; the date is " +
        "the day the capital came.",
    capital_source: "Source",
    capital_amount: "Amount",
    capital_box: "Received in",
    capital_grant: "The care fund's grant (if any)",
    capital_row: (n) => `Source ${n}`,
    capital_add: "Add a source",
    capital_grant_gone: "The one chosen; it waits no more",
    capital_drop: "Remove the line",
    capital_sum: (sum) => `In all ${sum}`,
    capital_file: (sum) => `on file ${sum}`,
    returned_title: "Return capital and shares",
    returned_help:
        "Capital goes back to where it came from, shares to who paid them. Leave empty what is " +
        "not returned yet.",
    returned_box: "Returned in",
    returned_none: "No capital or shares are left to return.",
    share_of: (name) => `Shares of ${name}`,
    row_amount: (name, most) => `${name} (${most} left)`,
    boxes: { cash: "cash", bank: "bank" },
    way_title: "What stands in the way of an end or a merger",
    way_none: "No money, capital or loan is left: the end or the merger can be recorded.",
    way_loans: "Collect loans: type the month's paper",
    estate_account: "Account",
    estate_amount: "Left",
    estate_people: (people, loans, owed) =>
        `${people} people in the club; ${loans} open loans, ${owed} owed.`,
    estate_holders: (n) => `Each who owes or holds shares (${n})`,
    estate_interest: (sum) =>
        `Interest due and not paid ${sum}: it does not go along to the new book; collect or ` +
        "waive it first.",
    handover: "Hand over the funds",
    handover_way: "Hand over",
    ways: {
        all: "everything to another club (merger)",
        part: "a part to another club (split)",
        association: "what is left to an association (end)",
    },
    keeper_help:
        "Tells from where the book is awaited; a bound phone still records. If the commune " +
        "types, end the phone under “Clubs”, or two record the same; if the phone keeps it and " +
        "none is bound, print a card there.",
    handover_to: "Club that takes over",
    handover_association: "Association that takes over",
    handover_association_help:
        "Loans are collected, capital and shares returned before. In the association's care " +
        "fund the money is transferred in, and is no gift.",
    handover_decision: "Decision no.",
    handover_help:
        "Recorded once, in both books. Who goes along keeps name, loans, shares and the consent " +
        "given; sensitive data do not go along.",
    handover_people: "People who go to the other club, with their loans and shares",
    person_owes: (sum) => `owes ${sum}`,
    person_shares: (sum) => `shares ${sum}`,
    handover_accounts: "Amounts of accounts that go along",
    handover_balance: (fund, assets, equity) =>
        `${fund}: money and loans ${assets}, sources ${equity}.`,
    handover_off: (by) => `Off by ${by}: both sides must be equal.`,
    handover_fill: (what) => `To balance: add ${what}`,
    handover_do: "Hand over",
    handed: (to) => `Handed over to ${to}.`,
    handed_half: (to) => `The giving half is recorded. ${to} has not taken it over yet.`,
    merged_into: (name) => `Everything was handed over to ${name}: choose that club.`,
    handovers: "Handovers",
    handover_line: (from, to, people, loans, assets) =>
        `${from} to ${to}: ${people} people, ${loans} loans, money and loans ${assets}`,
    handed_receipt: (to) =>
        `The giving half is recorded. ${to} has not taken it: once its fund is open, whoever ` +
        "records its book takes it over under My work.",
    taken: "taken over",
    receipts_title: "Money that clubs left and funds have not taken",
    receipts_help:
        "Recorded in the care fund as transferred in. If it was recorded as a gift, undo that " +
        "receipt first, or it counts twice.",
    not_taken: "not taken over yet",
    take: "Record the taking half",
    undo_all: "Reverse the whole entry",
    undo_phone: "The phone that keeps the club's book is told what was reversed.",
    undo_meeting:
        "If one line is wrong, reverse that line. If the meeting is, reverse the whole entry, " +
        "then type the month's paper again.",
    retype_paper: (month) => `Type the paper of ${month} again`,
    mend: {
        amounts_differ:
            "The two books tell different amounts. Reverse the half that is wrong, " +
            "then record it as it should be.",
        wrong_club_or_fund:
            "The two books name different clubs or funds. Reverse the half that is wrong, " +
            "then record it where it belongs.",
        twice: "It was recorded more than once. Keep what is right, reverse the rest.",
    },
    mend_fund: "The fund's half: open the grant in the fund's book, press “Reverse this step”.",
    mend_club: (club, seq) => `Mend it in the book of ${club}: entry ${seq}`,
    mend_elsewhere:
        "The club's half is reversed by the officer of that club's commune, or on its phone.",
    with_paper:
        "The club records this with the paper of the month in which the money came: add a line " +
        "of money, a donation, and choose the grant. A club that keeps its book on a phone " +
        "does so there.",
    with_paper_of: (month) => `Type the paper of ${month}`,
    with_goods: "The club records this on its phone, as goods received.",
    papers: "Papers of a founding",
    papers_help: "A line for each paper, in both languages.",
    paper_vi: (n) => `Paper ${n}, Vietnamese`,
    paper_en: (n) => `Paper ${n}`,
    paper_add: "Add a paper",
    paper_drop: (name) => `Remove ${name || "this line"}`,
};
