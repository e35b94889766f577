import type { device as vi } from "./vi-device";

export const device: typeof vi = {
    device: "This phone: copies, lock, carrying entries",
    device_unsent: "Not sent yet",
    device_unsent_help: (n) =>
        n > 0
            ? `${n} entries are on this phone only. If it may break, or there will be no ` +
              "network for long, save them to a file and send them with another phone of the " +
              "club."
            : "Everything of this phone has arrived.",
    device_export: "Save what is not sent to a file",
    device_bring: "Send for another phone",
    device_copy: "A copy of the book",
    device_copy_help:
        "Saves the whole book to a file: to keep, to check minutes, or to restore a " +
        "lost server. It holds names and debts of members: give it only to those who " +
        "may see the book.",
    device_copy_do: "Save the whole book to a file",
    device_storage: "Keeping the book when the phone is full",
    device_storage_safe: "The browser will not delete the book by itself.",
    device_storage_help: "When a phone is full, the browser may delete what pages have kept.",
    device_storage_ask: "Ask the browser to keep the book",
    device_forget_unsent: (n) =>
        `${n} entries are not sent, so it cannot be deleted. Send them, or save them ` +
        "to a file first.",
    device_forget_saved: (n) =>
        `${n} entries are not sent and stand only in the file just saved. Delete the ` +
        "book from this phone?",
    device_removed: "The book was deleted from this phone.",
    device_displaced: (n) =>
        `${n} entries of other phones are no longer on the server, only here. Save them to a ` +
        "file and tell the commune.",
    enrol_carried: (n) =>
        `Bound. ${n} entries that were not sent before go to the commune, which will look.`,
    apart: (name) => `The book ${name} on this phone cannot be read.`,
    apart_help: (n) =>
        (n > 0 ? `${n} entries are not sent; they can still be saved to a file. ` : "") +
        "Ask the commune for a new card and scan it: the book is fetched again.",
    bring_help:
        "On the other phone open this screen, tap “Save what is not sent to a file” " +
        "and pass the file here. This phone only carries it: the commune's officer " +
        "looks before it is recorded.",
    bring_pick: "Choose the other phone's file",
    bring_outcomes: {
        done: (n, name) => `${n} entries of ${name} taken. They go when there is a network.`,
        unreadable: () => "This is no file of unsent entries. Nothing has changed.",
        other_book: (_, name) =>
            `This file is of ${name || "another club"}. This phone is not bound to that book.`,
        same_phone: () => "This file is of this very phone: its entries are still here.",
    },
    bring_refused: "The server could not read an entry of another phone; it is kept here.",
    bring_waiting: (n) => `${n} entries of another phone wait to be sent.`,
    bring_known: (n) => `✓ ${n} entries of another phone are already with the province.`,
    bring_sent: (n) => `✓ ${n} entries of another phone have arrived; the commune will look.`,

    wiped: (name) =>
        `The book of ${name} was deleted from this phone: it has no right over it any more.`,
    wiped_cases: (n) =>
        n > 0
            ? `Everything was sent before; ${n} entries that were not recorded wait for the ` +
              "commune."
            : "Everything was sent before.",
    wiped_heard: "I have read this",

    lock: "Four-digit lock",
    lock_title: "The book is locked",
    lock_on: "The book has a lock.",
    lock_off: "The book has no lock.",
    lock_help:
        "The lock keeps those out who borrow the phone. It encrypts nothing: an expert " +
        "who holds the phone can still read it. Set the phone's own screen lock, too. " +
        "Wrong tries make you wait longer; the book is never lost. A new card of any club, " +
        "scanned on this phone, removes the lock, too.",
    lock_code: "Four digits",
    lock_again: "The four digits again",
    lock_differ: "The two are not the same.",
    lock_set: "Set the lock",
    lock_change: "Change or remove the lock",
    lock_remove: "Remove the lock",
    lock_open: "Open the book",
    lock_wrong: "Not right. Try again.",
    lock_wait: (seconds) =>
        seconds > 90
            ? `Too many wrong tries. Wait ${Math.ceil(seconds / 60)} minutes.`
            : `Too many wrong tries. Wait ${seconds} seconds.`,
    lock_forgot: "Forgotten?",
    lock_forgot_help:
        "The book is whole, and what waits is still sent. Ask the commune for a new " +
        "card for this phone and scan it: the lock is removed.",

    clock_ask: (today) => `This phone says today is ${today}. Is that right?`,
    clock_right: "Yes",
    clock_wrong: "No",
    clock_day: "Today is",
    clock_set: "Use this day",

    check_title: "Check minutes",
    check_code_help:
        "Type the code at the foot of the minutes. This page tells whether a book " +
        "still holds that meeting, with no network as well.",
    check_never: (sign) =>
        `A code is 16 letters and digits and never holds “${sign}”: look at it again.`,
    check_which: "In which book?",
    check_file: "A file with a copy",
    check_file_pick: "Choose the file with a copy of the book",
    check_no_file: "Choose the file first.",
    check_do: "Check",
    check_found: {
        stands: "This meeting stands unchanged in the book.",
        corrected: "This meeting is in the book, but was corrected later.",
        pending: "This meeting is on this phone only, not sent yet.",
        absent: "This book has no minutes with that code.",
    },
    check_in: (name, n) =>
        `Looked through the book ${name}: ${n} entries, each joined to the last.`,
    check_compare: "Compare the date and the amounts with the minutes in your hand.",
    check_reversed: (op, on, by) => `Taken back: ${op}${by ? `, on ${on}, by entry ${by}` : ""}.`,
    check_broken: (n) =>
        `This copy cannot be trusted: from entry ${n} on it was changed or is damaged.`,

    share_invite_title: "INVITATION",
    share_result_title: "RESULT OF THE MEETING",
    share_at: "At what time",
    share_place: "Where",
    share_invite: (name, at, on, place) =>
        `${name} invites all members to its meeting:\n` +
        `- At ${at} on ${on}${place ? `\n- At ${place}` : ""}\n` +
        "Please come, and on time.",
    share_held: (name, on, present) => `${name} met on ${on}; ${present} members came.`,
    share_areas: (areas) => `On: ${areas}.`,
    share_dues: (sum) => `Dues: ${sum}.`,
    share_repaid: (sum) => `Principal and interest received: ${sum}.`,
    share_lent: (n, sum) => `New loans: ${n}, ${sum}.`,
    share_next: (on) => `Next meeting: ${on}. Please come.`,
    share_event: (name) => `Meeting of ${name}`,
    share_no_names: "No names of borrowers or of the sick stand in it.",
    share_copy: "Copy the text",
    share_picture: "Send as a picture",
    share_calendar: "Add to the calendar",
    listen: "Listen",
    listen_none: "This phone has no Vietnamese voice, so there is no “Listen”.",

    photo: "Photo of the signed minutes",
    photo_help: "It is made small on this phone and sent after the meeting has arrived.",
    photo_pick: "Take or choose a photo",
    photo_unreadable: "This picture cannot be read.",
    photo_again: "This picture is kept already: choose another.",
    photo_size: (kb) => `The photo has ${kb} kB.`,
    photo_keep: "Keep this photo",
    photo_has: (n) => (n ? `Photos of these minutes: ${n}.` : "No photo of these minutes yet."),
    photo_sent: (n, all) => `${n} of ${all} photos have arrived`,
    photo_refused: (n) => `${n} photos were not taken. Take them again if they are needed.`,
};
