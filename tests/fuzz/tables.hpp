// What is done with every workbook that a fuzzer gets to read: all tables are looked for in it.
#pragma once

#include "sheet/parse.hpp"

namespace lth::test {

/// Limits that keep one run short.
inline sheet::Limits small_limits() {
    sheet::Limits limits;
    limits.unpacked_bytes = sheet::mebibyte;
    limits.xml_tags = 50'000;
    limits.rows = 5'000;
    limits.cells = 50'000;
    limits.merge_visits = 50'000;
    limits.text_bytes = 4 * sheet::mebibyte;
    return limits;
}

template <class Parsed>
void say_errors(const Parsed& parsed) {
    if (parsed) return;
    for (const auto& error : parsed.error()) {
        (void)core::message(error.rejection, core::Language::vi);
    }
}

inline void parse_everything(const sheet::Workbook& workbook) {
    const auto limits = small_limits();
    say_errors(sheet::parse_register(workbook, limits));
    say_errors(sheet::parse_clubs(workbook, limits));
    say_errors(sheet::parse_members(workbook, limits));
    say_errors(sheet::parse_balances(workbook, limits));
    say_errors(sheet::parse_claims(workbook, limits));
    say_errors(sheet::parse_fund_years(workbook, limits));
    say_errors(sheet::parse_units(workbook, limits));
    say_errors(sheet::parse_successions(workbook, limits));
}

}  // namespace lth::test
