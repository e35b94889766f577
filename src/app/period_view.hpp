// What a unit has to report of a period, as readers are told it.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/reading.hpp"
#include "facts/period.hpp"

namespace lth::app {

/// Basis counts clubs, of care_* funds; all three are 0 of what the register itself says.
struct PeriodLineView {
    facts::PeriodFigure figure = facts::PeriodFigure::clubs;
    std::optional<std::int64_t> value = {};  // đồng of money; absent: nothing says
    std::optional<std::int64_t> of = {};     // meetings: the months that were over
    std::int64_t book = 0;
    std::int64_t report = 0;
    std::int64_t unknown = 0;
    std::vector<std::string> missing = {};  // names of the unknown, the first hundred
};
BOOST_DESCRIBE_STRUCT(PeriodLineView, (), (figure, value, of, book, report, unknown, missing))

/// `at.unit` may be an id as well as a code. A unit that is on no map of as_of is taken as it
/// stands today. A first day after the last one is the last one.
struct PeriodQuestion {
    Question at = {};
    std::optional<core::Date> from = {};  // absent: 1 January of the year of as_of
};

struct PeriodView {
    std::string unit_code = {};
    std::string unit_name = {};
    core::Date from = {};
    core::Date as_of = {};
    core::Date units_as_of = {};
    std::int64_t known_at = 0;  // ms UTC
    std::vector<PeriodLineView> lines = {};
};
BOOST_DESCRIBE_STRUCT(PeriodView, (),
                      (unit_code, unit_name, from, as_of, units_as_of, known_at, lines))

}  // namespace lth::app
