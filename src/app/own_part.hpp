// Of an operation only what is of certain people: their lines of its lists, and no other person's
// id.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "core/club/operations.hpp"

namespace lth::app {

/// Whom an extract is of: the people, and the loans that are theirs.
struct Whose {
    std::set<core::MemberId> members = {};
    std::set<core::LoanId> loans = {};
};

struct OwnPart {
    std::string text;          // the operation as JSON; a list without a line of theirs is absent
    std::uint64_t others = 0;  // people it names besides, who are left out
};

/// Amounts, dates and codes of the operation as a whole stay: they are of whoever it names.
[[nodiscard]] OwnPart own_part(const core::club::ClubOp& op, const Whose& whose);

}  // namespace lth::app
