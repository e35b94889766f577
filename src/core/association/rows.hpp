// What an association's book looks like from outside: rows with absolute values. The store writes
// them; src/facts reads `CareFlowRow` and `CareYearRow` for T9 and T10; `verify` compares them with
// a fold of the entries. A row that is not `live` was reversed: it is kept where it bears a number.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/association/operations.hpp"

namespace lth::core::association {

/// Whose book it is; absent fields: not registered, or the registration was reversed.
struct AssociationRow {
    std::optional<UnitId> unit;
    std::optional<CareLevel> level;
    std::string name;
    std::optional<Date> registered_on;

    friend bool operator==(const AssociationRow&, const AssociationRow&) = default;
};

/// One care fund. Its flows are complete from `opened` on; after `closed` it is empty.
struct CareFundRow {
    CareLevel level = CareLevel::commune;
    std::optional<Date> opened;
    std::optional<Date> closed;

    friend bool operator==(const CareFundRow&, const CareFundRow&) = default;
};

struct CareBalanceRow {
    Account account;
    Money amount;  // on the natural side

    friend bool operator==(const CareBalanceRow&, const CareBalanceRow&) = default;
};

enum class CareFlow : std::uint8_t {
    received,               // from outside the association
    spent_club_founding,    // spent directly, for clubs
    spent_club_management,  // spent directly, for clubs
    spent_other,
    granted,         // to a club, to whichever of its funds
    grant_returned,  // by a club
    transferred_in,  // from another level: never a receipt
    transferred_out
};
BOOST_DESCRIBE_ENUM(CareFlow, received, spent_club_founding, spent_club_management, spent_other,
                    granted, grant_returned, transferred_in, transferred_out)
inline constexpr std::size_t care_flow_count = 8;

[[nodiscard]] constexpr bool is_inflow(CareFlow flow) {
    return flow == CareFlow::received || flow == CareFlow::grant_returned ||
           flow == CareFlow::transferred_in;
}

/// One operation that brought worth into a fund or took it out. Inflows bear receipt numbers,
/// outflows voucher numbers: 1, 2, 3 … for each fund, year of `on` and direction, in seq order,
/// without gaps; a reversed one keeps its number ("hủy").
struct CareFlowRow {
    std::uint64_t seq = 0;
    std::uint32_t op_index = 0;
    Date on;
    CareFlow flow = CareFlow::received;
    CareLevel level = CareLevel::commune;
    CareForm form = CareForm::cash;
    Money amount;  // positive
    std::optional<CarePurpose> bound_to;
    std::uint32_t number = 0;
    std::optional<GrantId> grant;        // granted, grant_returned
    std::optional<TransferId> transfer;  // transferred_in, transferred_out
    std::optional<BookId> other;         // the club, or the fund at the other end
    std::optional<CareLevel> other_level;
    std::optional<GrantTo> to;
    bool live = true;

    friend bool operator==(const CareFlowRow&, const CareFlowRow&) = default;
};

/// A statement without a book; of a year and level the latest live one (by seq, op_index) stands.
struct CareYearRow {
    std::uint64_t seq = 0;
    std::uint32_t op_index = 0;
    CareYearReported stated;
    bool live = true;

    friend bool operator==(const CareYearRow&, const CareYearRow&) = default;
};

/// Of a year and unit the latest live one stands.
struct QuotaRow {
    std::uint64_t seq = 0;
    std::uint32_t op_index = 0;
    Year year;
    UnitId unit;
    Count clubs;
    bool live = true;

    friend bool operator==(const QuotaRow&, const QuotaRow&) = default;
};

enum class RecordKind : std::uint8_t {
    visit,
    recommendation,
    obstacle,
    proposal,
    improvement,
    pledge,
    document,
    report,
    plan,
    commitment
};
BOOST_DESCRIBE_ENUM(RecordKind, visit, recommendation, obstacle, proposal, improvement, pledge,
                    document, report, plan, commitment)

enum class RecordState : std::uint8_t { planned, open, submitted, returned, closed };
BOOST_DESCRIBE_ENUM(RecordState, planned, open, submitted, returned, closed)

/// Something with steps: a visit, a recommendation, a report that is due …
struct RecordRow {
    RecordId record;
    RecordKind kind = RecordKind::visit;
    RecordState state = RecordState::open;
    Date on;          // of its first step
    Date changed_on;  // of its last step
    std::optional<Date> due;
    std::optional<BookId> club;
    std::optional<UnitId> unit;
    Money pledged;
    Money met;
    std::uint32_t acknowledged = 0;  // by so many units
    bool live = true;

    friend bool operator==(const RecordRow&, const RecordRow&) = default;
};

/// Something that happened once: a training, a meeting of the board, a report issued …
struct EventRow {
    std::uint64_t seq = 0;
    std::uint32_t op_index = 0;
    Date on;
    std::string op;
    std::int64_t count = 1;  // participants, copies, times, members, those present
    bool live = true;

    friend bool operator==(const EventRow&, const EventRow&) = default;
};

/// What an entry changed: rows as they are after it. `funds` replaces all rows of the book.
struct Changes {
    std::optional<AssociationRow> association;
    std::optional<std::vector<CareFundRow>> funds;  // whole
    std::vector<CareBalanceRow> balances;
    std::vector<CareFlowRow> flows;
    std::vector<CareYearRow> years;
    std::vector<QuotaRow> quotas;
    std::vector<RecordRow> records;
    std::vector<EventRow> events;
};

}  // namespace lth::core::association
