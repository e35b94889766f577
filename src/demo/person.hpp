// People of the demo: plausible Vietnamese names, marked as samples, and ages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/club/fold.hpp"
#include "demo/pen.hpp"
#include "demo/rng.hpp"

namespace lth::demo {

/// How somebody pays: as due · sometimes late · stops one day.
enum class Habit : std::uint8_t { punctual, slack, failing };

struct Person {
    core::MemberId id;
    std::int32_t birth_year = 1950;
    std::optional<core::club::MonthDay> birthday;  // of most people only the year is known
    bool woman = true;
    core::club::Hardship hardship = core::club::Hardship::none;
    core::Date joined;
    Habit habit = Habit::punctual;
    bool in_club = true;
    bool refuses_consent = false;
    std::int32_t open_loans = 0;
};

enum class AgeGroup : std::uint8_t { elderly, younger };

/// Somebody who has, or has not, completed 60 years on `day` (a birth known by year counts from 1
/// January). Everything but sex and joining.
[[nodiscard]] Person make_person(Rng& rng, AgeGroup group, core::Date day);

/// "Lê Thị Hoa (mẫu)" as a part of class name, with day and month of birth where they are known.
[[nodiscard]] PartDraft name_part(Rng& rng, const Person& person);

/// Chance of dying within a month, per 100,000.
[[nodiscard]] std::uint64_t monthly_mortality(std::int32_t age);

}  // namespace lth::demo
