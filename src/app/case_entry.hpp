// The entries that officers record in place of a case: what they say, with what standing beside it.
#pragma once

#include <string>
#include <vector>

#include "app/case_desk.hpp"
#include "core/club/club.hpp"

namespace lth::app {

/// One for each case, whoever decides it: two officers cannot both record it.
[[nodiscard]] core::EntryId id_in_place_of(const core::BookId& book, const core::EntryId& sent);

/// The entry of the live regular meeting on the date of the entry's own, or of the one with its id;
/// 0 if there is none.
[[nodiscard]] std::uint64_t seq_of_meeting(const core::club::Club& club, const core::Entry& entry);
/// Operations of the entry that count: their places in it.
[[nodiscard]] std::vector<std::uint64_t> live_ops(const core::club::Club& club, std::uint64_t seq);

/// The entry's operations but those at these places, with the private parts that they name. Rule
/// entry.wrong_type: there is no such place, none is left out, or all are.
struct EntryRest {
    std::string body;
    std::vector<core::PrivatePart> parts;
};
[[nodiscard]] core::Result<EntryRest> without(const core::Entry& entry,
                                              const std::vector<std::uint64_t>& dropped);

/// The body with its regular meetings as extra ones. Rule sync.case.no_meeting.
[[nodiscard]] core::Result<std::string> as_extra_meeting(const core::Entry& entry);
/// The body with every live operation of what stands undone before it: on its own date, or today if
/// that lies in a closed period.
[[nodiscard]] core::Result<std::string> in_place_of(const core::Entry& entry,
                                                    const StandingEntry& stands,
                                                    std::optional<core::Date> closed_until,
                                                    core::Date today);

}  // namespace lth::app
