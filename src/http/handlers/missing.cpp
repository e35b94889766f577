// All that one target lacks by name, as a page and as JSON.
#include "http/handlers/handlers.hpp"
#include "http/handlers/questions.hpp"
#include "http/limits.hpp"
#include "http/pages/pages.hpp"
#include "http/web.hpp"
#include "view_json/standing.hpp"

namespace lth::http {
namespace {

// Asks for every name, and shows a part of them.
template <class Show>
core::Result<Response> show_missing(const Call& call, Show show) {
    auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    question->all_missing = true;
    const auto offset = read_number(call, "offset", 0, most_offset);
    if (!offset) return std::unexpected(offset.error());
    const auto limit = read_number(call, "limit", max_page_missing, max_page_missing);
    if (!limit) return std::unexpected(limit.error());
    const std::string id(call.request.target.parameter("target").value_or(""));
    const auto view = call.services.reading.standing(*question);
    if (!view) return std::unexpected(view.error());
    const auto* target = facts::find_target(view->standing, id);
    if (target == nullptr) {
        return core::reject("question.choice.unknown", "target", {{"value", id}});
    }
    return show(*view, *target, pages::MissingPart{*offset, *limit});
}

}  // namespace

core::Result<Response> get_missing(const Call& call) {
    return show_missing(call, [&](const app::StandingView& view, const facts::Target& target,
                                  pages::MissingPart part) {
        return pages::missing_page(pages::Links(call.request), view, target, part);
    });
}

core::Result<Response> api_missing(const Call& call) {
    return show_missing(call, [](const app::StandingView& view, const facts::Target& target,
                                 pages::MissingPart part) {
        return json_response(
            view_json::missing_json(view.standing, target, part.offset, part.limit));
    });
}

}  // namespace lth::http
