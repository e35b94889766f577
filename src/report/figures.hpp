// Figures as documents write them: "1.234.567", "68,2 %", "30/09/2020"; what is unknown is said to
// be, and is never 0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/association/rows.hpp"
#include "core/club/rows.hpp"
#include "facts/answer.hpp"
#include "report/values.hpp"

namespace lth::report {

inline constexpr std::string_view no_data = "chưa có số liệu";
inline constexpr std::string_view whole_province = "Toàn tỉnh";
/// To be filled in by hand.
inline constexpr std::string_view dotted = "……";

[[nodiscard]] Field count_field(std::optional<std::int64_t> count);
[[nodiscard]] Field money_field(std::optional<core::Money> amount);
[[nodiscard]] Field share_field(facts::Ratio share);
[[nodiscard]] Field date_field(std::optional<core::Date> date);  // blank if there is none
[[nodiscard]] core::Date date_of(const Field& field);            // that is not blank
/// A share beside its goal gets as many decimals as it takes to tell the two apart.
[[nodiscard]] Field value_field(const facts::Value& value, std::optional<std::int64_t> goal = {});
[[nodiscard]] std::string goal_text(facts::ValueKind kind, std::optional<std::int64_t> goal);

/// "08:31 ngày 30/11/2026" in business time, of ms UTC.
[[nodiscard]] std::string instant_text(std::int64_t ms_utc);

/// "theo sổ", "theo báo cáo", "chưa có số liệu".
[[nodiscard]] std::string basis_word(facts::Basis basis);
/// In capitals: "Hội Người cao tuổi" → "HỘI NGƯỜI CAO TUỔI".
[[nodiscard]] std::string capitals(std::string_view text);

// What choices are called.
[[nodiscard]] std::string_view name_of(core::association::CareLevel level);
[[nodiscard]] std::string_view name_of(core::association::CareForm form);
[[nodiscard]] std::string_view name_of(core::association::CareFlow flow);
[[nodiscard]] std::string_view name_of(core::association::CarePurpose purpose);
[[nodiscard]] std::string name_of(core::association::Account account);
[[nodiscard]] std::string_view name_of(core::association::TrainingTopic topic);
[[nodiscard]] std::string_view name_of(core::association::Subject subject);
[[nodiscard]] std::string_view name_of(core::association::ReportKind kind);
[[nodiscard]] std::string_view name_of(core::association::Outcome outcome);
[[nodiscard]] std::string_view name_of(core::association::Decision decision);
[[nodiscard]] std::string_view name_of(core::club::Status status);
[[nodiscard]] std::string_view name_of(core::club::Band band);

}  // namespace lth::report
