// The C interface of core.wasm, called by a phone's worker. Texts are UTF-8. The caller writes a
// call's text to lth_input(bytes); the answer lies at lth_output() until the next call.
//
// Compiled natively too: the parity test runs both and compares bytes.
#pragma once

#include <cstdint>

#ifdef __wasm__
#define LTH_EXPORT(name) __attribute__((export_name(#name)))
#else
#define LTH_EXPORT(name)
#endif

extern "C" {

/// Where the next call's text goes; valid until that call returns.
LTH_EXPORT(lth_input) std::uint8_t* lth_input(std::uint32_t bytes);
LTH_EXPORT(lth_output) const char* lth_output();
LTH_EXPORT(lth_output_bytes) std::uint32_t lth_output_bytes();

/// What the functions below answer; with `refused` the output is the rejection as JSON.
enum LthAnswer : std::uint32_t { lth_done = 0, lth_refused = 1 };

/// An empty club's book; it stays until it is closed.
LTH_EXPORT(lth_club_open) std::uint32_t lth_club_open();
LTH_EXPORT(lth_club_close) void lth_club_close(std::uint32_t book);

/// Input: a sealed entry as JSON. Checks that it follows the chain, and applies it.
LTH_EXPORT(lth_club_fold) LthAnswer lth_club_fold(std::uint32_t book);

/// Input: the author's half of an entry as JSON. Judges and applies it as the next of the book;
/// `today` is the business date in days since 1970. Output: the daily figures that it changed, a
/// line "date column delta" each.
LTH_EXPORT(lth_club_admit) LthAnswer lth_club_admit(std::uint32_t book, std::int32_t today);

/// Output: the canonical text of balances, loans, members and meetings.
LTH_EXPORT(lth_club_text) LthAnswer lth_club_text(std::uint32_t book);

/// Input: the author's half of an entry as JSON. Output: its digest, as printed on the minutes.
LTH_EXPORT(lth_entry_digest) LthAnswer lth_entry_digest();
}
