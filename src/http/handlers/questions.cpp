#include "http/handlers/questions.hpp"

#include <charconv>

#include "http/limits.hpp"
#include "view_json/time.hpp"

namespace lth::http {

core::Result<app::Question> read_question(const Call& call) {
    app::Question question;
    const auto as_of = read_date(call, "as_of");
    if (!as_of) return std::unexpected(as_of.error());
    const auto units_as_of = read_date(call, "units_as_of");
    if (!units_as_of) return std::unexpected(units_as_of.error());
    question.as_of = *as_of;
    question.units_as_of = *units_as_of;
    const auto& target = call.request.target;
    if (const auto text = target.parameter("known_at")) {
        question.known_at = view_json::parse_instant(*text);
        if (!question.known_at) {
            return core::reject("question.time.malformed", "known_at",
                                {{"value", std::string(*text)}});
        }
    }
    if (const auto unit = target.parameter("unit")) question.unit = *unit;
    if (const auto code = call.path.find("code"); code != call.path.end()) {
        question.unit = code->second;
    }
    if (const auto scheme = target.parameter("scheme")) question.scheme = *scheme;
    return question;
}

core::Result<core::BookId> read_book_id(const Call& call) {
    const auto& text = call.path.at("id");
    const auto id = core::parse_uuid(text);
    if (!id) return core::reject("question.book.unknown", "id", {{"book", text}});
    return core::BookId(*id);
}

core::Result<std::optional<core::Date>> read_date(const Call& call, std::string_view name) {
    const auto text = call.request.target.parameter(name);
    if (!text) return std::optional<core::Date>();
    if (const auto date = core::parse_date(*text)) return date;
    return core::reject("question.date.malformed", name, {{"value", std::string(*text)}});
}

core::Result<std::uint64_t> read_number(const Call& call, std::string_view name,
                                        std::uint64_t otherwise, std::uint64_t high) {
    auto text = call.request.target.parameter(name);
    if (const auto part = call.path.find(name); part != call.path.end()) text = part->second;
    if (!text) return otherwise;
    std::uint64_t value = 0;
    const auto* const end = text->data() + text->size();
    const auto read = std::from_chars(text->data(), end, value);
    if (read.ec == std::errc() && read.ptr == end && value <= high) return value;
    return core::reject(
        "question.number.malformed", name,
        {{"value", std::string(*text)}, {"low", "0"}, {"high", std::to_string(high)}});
}

core::Result<std::optional<int>> read_year(const Call& call) {
    if (!call.request.target.parameter("year")) return std::optional<int>();
    const auto year = read_the_year(call);
    if (!year) return std::unexpected(year.error());
    return *year;
}

core::Result<int> read_the_year(const Call& call) {
    const auto year = read_number(call, "year", 0, last_year);
    if (year && *year >= first_year) return static_cast<int>(*year);
    return core::reject("question.number.malformed", "year",
                        {{"value", std::string(call.request.target.parameter("year").value_or(""))},
                         {"low", std::to_string(first_year)},
                         {"high", std::to_string(last_year)}});
}

core::Result<std::optional<core::BookId>> read_book(const Call& call) {
    const auto text = call.request.target.parameter("book");
    if (!text) return std::optional<core::BookId>();
    if (const auto book = core::parse_uuid(*text)) return core::BookId(*book);
    return core::reject("question.book.unknown", "book", {{"book", std::string(*text)}});
}

core::Result<Lines> read_lines(const Call& call) {
    const auto offset = read_number(call, "offset", 0, max_offset);
    if (!offset) return std::unexpected(offset.error());
    const auto limit = read_number(call, "limit", default_page_lines, max_page_lines);
    if (!limit) return std::unexpected(limit.error());
    return Lines{*offset, *limit};
}

}  // namespace lth::http
