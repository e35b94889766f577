// What a club hands to another: both halves of a handover, composed from the giving club's book.
#pragma once

#include <boost/describe/class.hpp>
#include <span>
#include <string>
#include <vector>

#include "core/club/club.hpp"
#include "core/result.hpp"

namespace lth::app {

/// On the account's natural side.
struct AccountAmount {
    std::string account = {};  // "income:cash"
    core::Money amount = {};
};
BOOST_DESCRIBE_STRUCT(AccountAmount, (), (account, amount))

/// Accounts, loans and people of a handover; its id and where it goes are the caller's to fill in.
using Handed = core::club::FundsHandedOver;

/// All that the club has now: money, loans, and who has not left. Before last_move it was another.
[[nodiscard]] Handed whole_estate(const core::club::Club& club, core::Date day);

/// The last day on which somebody joined or left.
[[nodiscard]] core::Date last_move(const core::club::Club& club);

/// These people with their loans and shares, and these amounts. Rule account.unknown.
[[nodiscard]] core::Result<Handed> part_of_estate(const core::club::Club& club, core::Date day,
                                                  std::span<const core::MemberId> people,
                                                  std::span<const AccountAmount> amounts);

/// What the taking club calls somebody, or a loan, that came by the handover.
[[nodiscard]] core::MemberId taken_id(core::HandoverId handover, core::MemberId id);
[[nodiscard]] core::LoanId taken_id(core::HandoverId handover, core::LoanId id);
[[nodiscard]] core::TransferId taken_id(core::HandoverId handover, core::TransferId id);

/// The taking half. Its people come first, with what they agreed to; who has left and still owes or
/// holds shares comes and goes on the same day, and so is counted on none. The id of each is
/// taken_id; private parts are the caller's to add.
[[nodiscard]] std::vector<core::club::ClubOp> taking_half(const core::club::Club& giving,
                                                          const core::BookId& from,
                                                          const Handed& given, core::Date day);

}  // namespace lth::app
