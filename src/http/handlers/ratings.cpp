// A year's rating of clubs: the list, and one club's sheet.
#include <charconv>

#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "http/limits.hpp"
#include "json/message.hpp"

namespace lth::http {
namespace {

constexpr std::uint64_t all_of_100 = 100;
constexpr std::uint64_t max_draw = 1'000'000;

core::Result<app::RatingsQuestion> read_ratings(const Call& call) {
    const auto& target = call.request.target;
    app::RatingsQuestion question;
    const auto year = read_the_year(call);
    if (!year) return std::unexpected(year.error());
    question.year = {*year};
    if (const auto text = target.parameter("state")) {
        const auto state = read_choice<core::club::RatingState>(*text, "state");
        if (!state) return std::unexpected(state.error());
        question.state = *state;
    }
    question.search = std::string(target.parameter("q").value_or(""));
    question.unit = std::string(target.parameter("unit").value_or(""));
    const auto share = read_number(call, "share", 0, all_of_100);
    if (!share) return std::unexpected(share.error());
    const auto draw = read_number(call, "draw", 1, max_draw);
    if (!draw) return std::unexpected(draw.error());
    const auto drawn = read_number(call, "drawn", 0, 1);
    if (!drawn) return std::unexpected(drawn.error());
    question.share = *share;
    question.draw = *draw;
    question.drawn_only = *drawn == 1;
    const auto order = read_order<app::RatingsOrder>(call);
    if (!order) return std::unexpected(order.error());
    question.order = *order;
    const auto lines = read_lines(call);
    if (!lines) return std::unexpected(lines.error());
    question.offset = lines->offset;
    question.limit = lines->limit;
    return question;
}

core::Rejection unreadable(std::string_view text) {
    return core::make_rejection("question.choice.unknown", "judged",
                                {{"value", std::string(text)}});
}

// "quality:4,unity:-": points of judged criteria; a dash for one that does not apply.
core::Result<std::vector<core::club::CriterionScore>> read_judged(std::string_view text) {
    std::vector<core::club::CriterionScore> scores;
    while (!text.empty()) {
        const auto one = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), one.size() + 1));
        const auto colon = one.find(':');
        if (colon == 0 || colon == std::string_view::npos) return std::unexpected(unreadable(one));
        core::club::CriterionScore score;
        score.criterion.value = std::string(one.substr(0, colon));
        const auto points = one.substr(colon + 1);
        if (points != "-") {
            std::int64_t value = 0;
            const auto* const end = points.data() + points.size();
            const auto read = std::from_chars(points.data(), end, value);
            const bool whole = read.ec == std::errc() && read.ptr == end;
            if (!whole || value < 0 || value > core::rating::max_points) {
                return std::unexpected(unreadable(one));
            }
            score.points = core::Count{value};
        }
        scores.push_back(std::move(score));
    }
    return scores;
}

}  // namespace

core::Result<Response> api_ratings(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto question = read_ratings(call);
    if (!question) return std::unexpected(question.error());
    const auto view = call.services.office.ratings().list(who->account.id, *question);
    if (!view) return std::unexpected(view.error());
    return json_response(json::write_message(*view));
}

core::Result<Response> api_rating(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto year = read_the_year(call);
    if (!year) return std::unexpected(year.error());
    const auto& target = call.request.target;
    app::RatingQuestion question{.book = *book, .year = {*year}};
    question.criteria = std::string(target.parameter("criteria").value_or(""));
    if (const auto text = target.parameter("judged")) {
        auto judged = read_judged(*text);
        if (!judged) return std::unexpected(judged.error());
        question.judged = *std::move(judged);
    }
    const auto view = call.services.office.ratings().look(who->account.id, question);
    if (!view) return std::unexpected(view.error());
    return json_response(json::write_message(*view));
}

}  // namespace lth::http
