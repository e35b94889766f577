// Numbers, dates and bars as a reader sees them, in the style of the language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/money.hpp"
#include "facts/answer.hpp"
#include "http/pages/html.hpp"

namespace lth::http::pages {

/// "30/09/2020" or "30 September 2020".
[[nodiscard]] std::string date_text(core::Date date, core::Language language);
[[nodiscard]] std::string date_text(std::optional<core::Date> date, core::Language language);
/// "9/2020" in both.
[[nodiscard]] std::string month_text(core::Month month);
/// Business time UTC+7: "30/09/2020 14:05".
[[nodiscard]] std::string time_text(std::int64_t ms_utc, core::Language language);

[[nodiscard]] std::string number_text(std::int64_t value, core::Language language);
[[nodiscard]] std::string number_text(std::optional<std::int64_t> value, core::Language language);
[[nodiscard]] std::string money_text(std::optional<core::Money> amount, core::Language language);

/// A share beside its goal gets as many decimals as it takes to tell the two apart.
[[nodiscard]] std::string value_text(const facts::Value& value, std::optional<std::int64_t> goal,
                                     core::Language language);
[[nodiscard]] std::string goal_text(facts::ValueKind kind, std::optional<std::int64_t> goal,
                                    core::Language language);

/// A bar from 0 with a mark at the goal. Decoration: the numbers stand beside it as text.
void draw_bar(Html& html, const facts::Value& value, std::optional<std::int64_t> goal);

/// A line through the values by month, unknown ones left out. Decoration, too.
void draw_trend(Html& html, const std::vector<std::optional<std::int64_t>>& values);

}  // namespace lth::http::pages
