// What a unit reports of a stretch of days: its clubs as they stood on the last of them, and what
// happened meanwhile. Each line says what it rests on, and whose figure is missing.
#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "facts/answer.hpp"
#include "facts/care_facts.hpp"
#include "facts/scene.hpp"

namespace lth::facts {

/// Both inclusive.
struct Period {
    core::Date first;
    core::Date last;
};

/// meetings: months in which active clubs met, of those that were over · halted_*: of clubs that
/// are suspended or closing, whose people and money still stand and are in none of the lines above
/// · care_*: of care funds in đồng, goods at their value; what passed between two funds of the unit
/// is neither in nor out.
enum class PeriodFigure : std::uint8_t {
    clubs,
    launched,
    members,
    women,
    elderly,
    hardship,
    meetings,
    capital,
    loans_outstanding,
    overdue,
    clubs_suspended,
    clubs_closing,
    halted_members,
    halted_capital,
    halted_loans,
    care_received,
    care_transferred_in,
    care_spent,
    care_transferred_out,
    trainings,
    trained,
};
BOOST_DESCRIBE_ENUM(PeriodFigure, clubs, launched, members, women, elderly, hardship, meetings,
                    capital, loans_outstanding, overdue, clubs_suspended, clubs_closing,
                    halted_members, halted_capital, halted_loans, care_received,
                    care_transferred_in, care_spent, care_transferred_out, trainings, trained)

struct PeriodLine {
    PeriodFigure figure = PeriodFigure::clubs;
    Value value;
    std::optional<BasisCounts> basis = {};  // of clubs, of care_* of funds; absent: of the register
    std::vector<std::string> missing = {};  // names, at most `most_missing_names`
};

inline constexpr std::size_t most_missing_names = 100;

/// In the order of PeriodFigure, without the trainings. `scene` is of the last day; `care` are the
/// funds of its scope.
[[nodiscard]] std::vector<PeriodLine> period_lines(const Scene& scene,
                                                   std::span<const CareFacts> care,
                                                   const Period& period);

}  // namespace lth::facts
