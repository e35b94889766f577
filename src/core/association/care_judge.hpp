// The rules of a care fund.
#pragma once

#include "core/association/association.hpp"
#include "core/result.hpp"

namespace lth::core::association {

using Judged = Result<void>;

[[nodiscard]] Judged judge_care(const Association& book, const CareOpened& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const CareBalanceExplained& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const CareReceived& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const CareSpent& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const CareGranted& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const CareGrantReturned& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const CareTransferredOut& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const CareTransferredIn& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const CareMoved& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const CareClosed& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const CareYearReported& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const PledgeMade& op, Date on);
[[nodiscard]] Judged judge_care(const Association& book, const PledgeMet& op, Date on);

/// Everything else has no rule of its own.
template <class What>
[[nodiscard]] Judged judge_care(const Association& /*book*/, const What& /*op*/, Date /*on*/) {
    return {};
}

/// An account after the entry.
[[nodiscard]] Judged judge_balance(const Association& book, Account account);

/// The op_index of the entry's last operation that posted to the account.
[[nodiscard]] std::int32_t last_posting_to(const Association& book, Account account, OpIndex first);

/// Closed funds are empty, and no grant is returned beyond what was granted.
[[nodiscard]] Judged judge_closed_and_returned(const Association& book, OpIndex first);

}  // namespace lth::core::association
