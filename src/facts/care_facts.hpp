// A care fund as the figures see it: dated flows of one association's book, level by level.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/date.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"

namespace lth::facts {

/// Branch and province stand in the province's book.
enum class CareLevel : std::uint8_t { province, branch, district, commune };

enum class CareFlow : std::uint8_t {
    received,               // from outside the association
    spent_club_founding,    // spent directly, for clubs
    spent_club_management,  // spent directly, for clubs
    spent_other,
    granted,         // to a club, to whichever of its funds
    grant_returned,  // by a club
    transferred_in,  // from another level: never a receipt
    transferred_out,
};

enum class CareForm : std::uint8_t { cash, bank, goods };

/// One live operation; amounts are positive.
struct CareRow {
    core::Date on;
    CareFlow flow = CareFlow::received;
    CareLevel level = CareLevel::commune;
    CareForm form = CareForm::cash;
    core::Money amount;

    friend auto operator<=>(const CareRow&, const CareRow&) = default;
};

/// Figures of a year stated without a book. What is not stated is absent, never 0.
struct CareYear {
    int year = 0;
    CareLevel level = CareLevel::commune;
    std::uint64_t seq = 0;  // the latest statement of a year and level stands
    std::optional<core::Money> received_money;
    std::optional<core::Money> received_goods;
    std::optional<core::Money> club_support;  // founding and managing clubs, grants less returns
    std::optional<core::Money> transferred_in;  // from other levels
};

struct CareFacts {
    core::BookId id;
    core::UnitId unit;
    std::optional<core::Date> opened;  // `care.opened`: from this day the fund's book is complete
    std::vector<CareRow> rows;
    std::vector<CareYear> years;
};

}  // namespace lth::facts
