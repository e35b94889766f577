// What a club has, and its handover to another.
#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "json/message.hpp"

namespace lth::http {

core::Result<Response> api_estate(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto sight = call.services.officers.readers.sight(*who, *book);
    const auto view = call.services.office.handovers().look(who->account.id, *book, sight);
    if (!view) return std::unexpected(view.error());
    return json_response(json::write_message(*view));
}

core::Result<Response> api_hand_over(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto draft = json::read_message<app::HandoverDraft>(call.request.body, "handover");
    if (!draft) return std::unexpected(draft.error());
    const auto line = call.services.office.handovers().hand_over(who->account.id, *book, *draft);
    if (!line) return std::unexpected(line.error());
    return json_response(json::write_message(*line));
}

core::Result<Response> api_take_over(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto& text = call.path.at("handover");
    const auto id = core::parse_base32(text);
    if (!id) return core::reject("handover.unknown", "handover", {{"handover", text}});
    const auto line = call.services.office.handovers().take_over(who->account.id, *book, {*id});
    if (!line) return std::unexpected(line.error());
    return json_response(json::write_message(*line));
}

}  // namespace lth::http
