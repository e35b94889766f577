// What somebody should look at of a club as a whole: it is kept and shown, never refused (books.md,
// soft rules). What is about one entry is the core's (core/club/flags.hpp).
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lth::app {

struct ClubBook;
struct ClubView;

enum class ClubFlag : std::uint8_t {
    size,            // outside the scheme's band, like the two below
    women,           // of the members
    elderly,         // the same
    overdue,         // owed by loans with anything older than 30 days
    months_without,  // a regular meeting, of the year before the day
    entered_late     // entries of that year that came more than 30 days after what they record
};
BOOST_DESCRIBE_ENUM(ClubFlag, size, women, elderly, overdue, months_without, entered_late)

struct ClubFlagLine {
    ClubFlag what = ClubFlag::size;
    std::int64_t value = 0;                      // people, đồng, months, entries
    std::optional<std::int64_t> of = {};         // members, what is owed in all
    std::optional<std::int64_t> least = {};      // of the band: people, or ppm of the members
    std::optional<std::int64_t> most = {};       // the same
    std::vector<std::string> months = {};        // "2026-03"
    std::optional<std::uint64_t> last_seq = {};  // the last of the entries
};
BOOST_DESCRIBE_STRUCT(ClubFlagLine, (), (what, value, of, least, most, months, last_seq))

/// Flags of entries, and of a club at work those of it as a whole, on the view's day. Of what was
/// known at another time only those that figures tell. The rest of the view stands.
void put_flags(ClubView& view, const ClubBook& book);

}  // namespace lth::app
