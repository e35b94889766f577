// Which clubs to visit first, and why: what their books and the visits so far say. Reasons, no
// score: whoever goes decides.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/entry.hpp"

namespace lth::app {

/// From the weightiest.
enum class VisitReason : std::uint8_t {
    overdue,        // more than 5 % of what is lent is older than 30 days
    not_meeting,    // no regular meeting in the last three months, by its book
    weak,           // the last approved rating is weak or average
    no_figures,     // neither book nor statement says who its members are
    never_visited,  // nothing on record
    long_ago        // the last visit is more than a year ago
};
BOOST_DESCRIBE_ENUM(VisitReason, overdue, not_meeting, weak, no_figures, never_visited, long_ago)

struct VisitLine {
    core::BookId club = {};
    std::string name = {};
    std::string commune = {};
    std::string village = {};
    std::optional<core::Date> last_visit = {};
    std::optional<core::Date> planned = {};  // an open plan: when it is due
    std::vector<VisitReason> reasons = {};   // in their order
};
BOOST_DESCRIBE_STRUCT(VisitLine, (), (club, name, commune, village, last_visit, planned, reasons))

/// reasons: whoever has most, and the weightiest, first; so are equals of the others · longest_ago:
/// by the last visit, those never visited first · planned: by the day, those without a plan last.
enum class VisitsOrder : std::uint8_t { reasons, name, commune, longest_ago, planned };
BOOST_DESCRIBE_ENUM(VisitsOrder, reasons, name, commune, longest_ago, planned)

struct VisitsQuestion {
    std::string search = {};  // without diacritics, any part of its name or its commune's
    VisitsOrder order = VisitsOrder::reasons;
    std::size_t offset = 0;
    std::size_t limit = 50;
};

/// Of those that the officer may visit.
struct VisitPlan {
    std::uint64_t total = 0;
    std::uint64_t offset = 0;
    std::vector<VisitLine> clubs = {};
};
BOOST_DESCRIBE_STRUCT(VisitPlan, (), (total, offset, clubs))

}  // namespace lth::app
