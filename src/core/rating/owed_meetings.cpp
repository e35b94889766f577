#include "core/rating/owed_meetings.hpp"

#include <algorithm>

namespace lth::core::rating {

bool owes_meeting(const club::Club& club, Month month) {
    const auto launched = club::launched_on(club);
    const auto opened = club::book_opened_on(club);
    const auto first = first_day(month);
    if (!launched || month_of(*launched) >= month || !opened || *opened > first) return false;
    if (club::status_on(club, first) != club::Status::active) return false;
    return std::ranges::none_of(club.excused, [&](const auto& record) {
        const auto& months = record.what.months;
        return club::is_live(club, record.op) && std::ranges::find(months, month) != months.end();
    });
}

}  // namespace lth::core::rating
