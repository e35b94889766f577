// Names of people, as the private parts that a phone holds say, beside what the book says of them.
#pragma once

#include <map>

#include "core/club/pages.hpp"
#include "core/replica/replica.hpp"

namespace lth::wasm {

struct PersonLine {
    core::club::MemberLine line;
    core::Count number;  // in the order of admission, from 1: "Thành viên số n"
    std::string name;    // empty: refused, withheld or erased
    std::string search;  // without case and diacritics
    std::optional<std::int64_t> day;
    std::optional<std::int64_t> month;
    std::string phone;
};
BOOST_DESCRIBE_STRUCT(PersonLine, (), (line, number, name, search, day, month, phone))

/// Everybody the book knows, in the order of given names.
[[nodiscard]] std::vector<PersonLine> person_lines(const core::replica::BookReplica& book,
                                                   core::Date on);

}  // namespace lth::wasm
