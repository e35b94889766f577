// Two books tell one grant, and two tell one transfer: the halves are matched when read, neither is
// refused for the other's sake.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/association/rows.hpp"
#include "core/club/rows.hpp"

namespace lth::core::association {

enum class MatchState : std::uint8_t {
    matched,
    fund_only,
    club_only,
    amounts_differ,
    wrong_club_or_fund,
    twice
};
BOOST_DESCRIBE_ENUM(MatchState, matched, fund_only, club_only, amounts_differ, wrong_club_or_fund,
                    twice)

/// The care fund's half.
struct FundGrant {
    GrantId grant;
    BookId fund;
    CareLevel level = CareLevel::commune;
    BookId club;
    GrantTo to = GrantTo::income;
    Date on;
    Money amount;
    Money returned;
    std::uint64_t seq = 0;
    std::uint32_t op_index = 0;

    friend bool operator==(const FundGrant&, const FundGrant&) = default;
};

/// The club's half: capital, a donation, or a gift. A gift may be recorded without a value (0).
struct ClubGrant {
    GrantId grant;
    BookId club;
    GrantTo to = GrantTo::income;
    Date on;
    Money amount;
    Money returned;
    std::uint64_t seq = 0;
    std::uint32_t op_index = 0;

    friend bool operator==(const ClubGrant&, const ClubGrant&) = default;
};

struct GrantMatch {
    GrantId grant;
    MatchState state = MatchState::matched;
    Date since;                   // of its earliest half
    std::vector<FundGrant> fund;  // more than one only if `twice`
    std::vector<ClubGrant> club;

    friend bool operator==(const GrantMatch&, const GrantMatch&) = default;
};

/// Halves of one book, sorted by grant, returns netted. Rows that are not live are passed over.
[[nodiscard]] std::vector<FundGrant> fund_grants(const BookId& fund,
                                                 std::span<const CareFlowRow> flows);
[[nodiscard]] std::vector<ClubGrant> club_grants(const BookId& club,
                                                 std::span<const club::GrantRow> grants);

/// Both lists sorted by grant, of any number of books. One match for each grant id, sorted.
/// Amounts differ if what was given or what was returned does; of goods without a value neither.
[[nodiscard]] std::vector<GrantMatch> match_grants(std::span<const FundGrant> funds,
                                                   std::span<const ClubGrant> clubs);

enum class TransferState : std::uint8_t {
    matched,
    out_only,
    in_only,
    amounts_differ,
    wrong_fund,
    twice
};
BOOST_DESCRIBE_ENUM(TransferState, matched, out_only, in_only, amounts_differ, wrong_fund, twice)

/// One half of a transfer: `fund`'s own, and whom it names at the other end.
struct TransferHalf {
    TransferId transfer;
    BookId fund;
    CareLevel level = CareLevel::commune;
    BookId other;
    CareLevel other_level = CareLevel::province;
    std::optional<CarePurpose> bound_to;
    Date on;
    Money amount;
    std::uint64_t seq = 0;
    std::uint32_t op_index = 0;

    friend bool operator==(const TransferHalf&, const TransferHalf&) = default;
};

struct TransferMatch {
    TransferId transfer;
    TransferState state = TransferState::matched;
    Date since;
    std::vector<TransferHalf> out;
    std::vector<TransferHalf> in;

    friend bool operator==(const TransferMatch&, const TransferMatch&) = default;
};

/// `flow` is transferred_out or transferred_in. Sorted by transfer.
[[nodiscard]] std::vector<TransferHalf> transfer_halves(const BookId& fund, CareFlow flow,
                                                        std::span<const CareFlowRow> flows);

/// Both lists sorted by transfer. Another purpose at the other end is a wrong fund.
[[nodiscard]] std::vector<TransferMatch> match_transfers(std::span<const TransferHalf> outs,
                                                         std::span<const TransferHalf> ins);

}  // namespace lth::core::association
