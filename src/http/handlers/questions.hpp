// Parameters of a request as questions.
#pragma once

#include <boost/describe/enum_from_string.hpp>

#include "app/reading.hpp"
#include "http/router.hpp"

namespace lth::http {

inline constexpr std::uint64_t most_offset = 1'000'000;  // no list is longer

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

/// One of the words of an enumeration. Rule question.choice.unknown.
template <class E>
[[nodiscard]] core::Result<E> read_choice(std::string_view text, std::string_view field) {
    E value{};
    if (boost::describe::enum_from_string(std::string(text).c_str(), value)) return value;
    return core::reject("question.choice.unknown", field, {{"value", std::string(text)}});
}

/// How a list is sorted: `sort`; the first of its orders if absent. Rule question.choice.unknown.
template <class Order>
[[nodiscard]] core::Result<Order> read_order(const Call& call) {
    const auto text = call.request.target.parameter("sort").value_or("");
    if (text.empty()) return Order{};
    return read_choice<Order>(text, "sort");
}

/// Absent if the query does not say. Rule question.number.malformed.
[[nodiscard]] core::Result<std::optional<int>> read_year(const Call& call);
/// The same, of a query that must say it.
[[nodiscard]] core::Result<int> read_the_year(const Call& call);

/// Absent if the query does not say. Rule question.book.unknown.
[[nodiscard]] core::Result<std::optional<core::BookId>> read_book(const Call& call);

/// Which lines of a long list. Rule question.number.malformed.
struct Lines {
    std::size_t offset = 0;
    std::size_t limit = 0;
};
[[nodiscard]] core::Result<Lines> read_lines(const Call& call);

}  // namespace lth::http
