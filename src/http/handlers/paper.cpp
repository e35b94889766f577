// The commune officer's day: months of clubs, and papers that are typed.
#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "json/message.hpp"

namespace lth::http {

core::Result<Response> api_work(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto on = read_date(call, "on");
    if (!on) return std::unexpected(on.error());
    const auto offset = read_number(call, "offset", 0, most_offset);
    if (!offset) return std::unexpected(offset.error());
    const auto limit = read_number(call, "limit", app::most_clubs, app::most_clubs);
    if (!limit) return std::unexpected(limit.error());
    const auto view = call.services.office.papers().work(who->account.id, {*on, *offset, *limit});
    if (!view) return std::unexpected(view.error());
    return json_response(json::write_message(*view));
}

core::Result<Response> api_paper(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto on = read_date(call, "on");
    if (!on) return std::unexpected(on.error());
    if (!*on) return core::reject("question.date.malformed", "on", {{"value", ""}});
    const auto paper = call.services.office.papers().sheet(who->account.id, *book, **on);
    if (!paper) return std::unexpected(paper.error());
    return json_response(json::write_message(*paper));
}

core::Result<Response> api_keep_paper(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto typed = json::read_message<app::TypedPaper>(call.request.body, "paper");
    if (!typed) return std::unexpected(typed.error());
    const auto kept = call.services.office.papers().keep(who->account.id, *book, *typed);
    if (!kept) return std::unexpected(kept.error());
    return json_response(json::write_message(*kept));
}

}  // namespace lth::http
