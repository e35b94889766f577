// Parameters of a request as questions.
#pragma once

#include "app/reading.hpp"
#include "http/router.hpp"

namespace lth::http {

/// as_of, units_as_of, known_at, unit, scheme. Rules question.*.
[[nodiscard]] core::Result<app::Question> read_question(const Call& call);

/// The id in the path; rule question.book.unknown if it is none.
[[nodiscard]] core::Result<core::BookId> read_book_id(const Call& call);

/// Absent if the query does not say. Rule question.date.malformed.
[[nodiscard]] core::Result<std::optional<core::Date>> read_date(const Call& call,
                                                                std::string_view name);

/// A whole number of the query, `otherwise` if absent. Rule question.number.malformed.
[[nodiscard]] core::Result<std::uint64_t> read_number(const Call& call, std::string_view name,
                                                      std::uint64_t otherwise, std::uint64_t high);

}  // namespace lth::http
