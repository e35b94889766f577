// The C interface of a phone: the books that a device holds, what it records and sends, and the
// pages that its board sees. One phone, one thread. Every function takes a JSON object at
// lth_input() and leaves its answer as JSON at lth_output(); with `refused` the rejection.
//
// What must be kept comes out as rows {store, book, key, text?}: no text deletes the row, `above`
// deletes the store's rows of that book with a greater key. The caller writes them all in one
// transaction before it shows or sends anything, and hands them back after a start.
#pragma once

#include "wasm/exports.hpp"

extern "C" {

/// {device, account, core_version}: a phone with no book.
LTH_EXPORT(lth_phone_start) LthAnswer lth_phone_start();
/// {book}: a book that it asks the server for.
LTH_EXPORT(lth_phone_follow) LthAnswer lth_phone_follow();
/// A kept row; rows of a store in order of their keys, `confirmed` before `pending`.
LTH_EXPORT(lth_phone_restore) LthAnswer lth_phone_restore();
/// {}: all rows were handed back.
LTH_EXPORT(lth_phone_restored) LthAnswer lth_phone_restored();

/// {entry, replaces?}: a new entry; book_id, entry_id, made_at, body and private are the caller's,
/// the rest is filled in. → {entry, entry_digest, rows}
LTH_EXPORT(lth_phone_record) LthAnswer lth_phone_record();
/// {entry, on}: the same, recording nothing → Difference as seen on that day
LTH_EXPORT(lth_phone_preview) LthAnswer lth_phone_preview();
/// {book, entry_id} → {done, rows}
LTH_EXPORT(lth_phone_withdraw) LthAnswer lth_phone_withdraw();

/// {max_bytes} → the request of POST /api/v1/sync
LTH_EXPORT(lth_phone_ask) LthAnswer lth_phone_ask();
/// The server's answer, and this device's clock in ms UTC → {rows}
LTH_EXPORT(lth_phone_take) LthAnswer lth_phone_take(double device_time);

/// {} → {clock_offset, books: [{book, state, …}]}
LTH_EXPORT(lth_phone_status) LthAnswer lth_phone_status();
/// {book} → [{entry, state, problem, told}]: what was not recorded; not told: what is still on the
/// phone and fits no more
LTH_EXPORT(lth_phone_cases) LthAnswer lth_phone_cases();
/// {book, seq} → {seq, received_at?, entry, entry_digest}: confirmed or, after those, pending
LTH_EXPORT(lth_phone_entry) LthAnswer lth_phone_entry();

/// {book, on} → HomePage
LTH_EXPORT(lth_phone_home) LthAnswer lth_phone_home();
/// {book, on} → [MemberLine with names], in the order of given names
LTH_EXPORT(lth_phone_members) LthAnswer lth_phone_members();
/// {book, on} → MeetingSheet
LTH_EXPORT(lth_phone_sheet) LthAnswer lth_phone_sheet();
/// {book, on} → [LoanLine]
LTH_EXPORT(lth_phone_loans) LthAnswer lth_phone_loans();
/// {book, loan, on} → LoanPage
LTH_EXPORT(lth_phone_loan) LthAnswer lth_phone_loan();
/// {book, on} → FundsPage
LTH_EXPORT(lth_phone_funds) LthAnswer lth_phone_funds();
/// {book, fund, account, from, until} → AccountPage
LTH_EXPORT(lth_phone_account) LthAnswer lth_phone_account();
/// {terms, principal, on} → LoanQuote
LTH_EXPORT(lth_phone_quote) LthAnswer lth_phone_quote();
/// {book} → [MeetingLine]
LTH_EXPORT(lth_phone_meetings) LthAnswer lth_phone_meetings();
/// {book, before, limit} → [JournalLine]
LTH_EXPORT(lth_phone_journal) LthAnswer lth_phone_journal();
/// {amount, zero} → {text}: the amount in words
LTH_EXPORT(lth_phone_words) LthAnswer lth_phone_words();
}
