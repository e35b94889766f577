// The books of the whole province: schemes, clusters, the map through time.
#include "app/common_books.hpp"
#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "json/message.hpp"

namespace lth::http {
namespace {

bool records(const Call& call, const std::optional<core::BookId>& book, std::string_view op) {
    const auto who = signed_in(call);
    return who && call.services.office.scheme().records_in(who->account.id, book, op);
}

}  // namespace

core::Result<Response> api_schemes(const Call& call) {
    auto view = call.services.reading.common_books().schemes();
    view.records = records(call, view.book, core::registry::SchemeAdopted::op);
    return json_response(json::write_message(view));
}

// Writes nothing: what it answers is adopted by an entry, or not at all.
core::Result<Response> api_draft_scheme(const Call& call) {
    const auto draft = json::read_message<app::SchemeDraft>(call.request.body, "scheme");
    if (!draft) return std::unexpected(draft.error());
    const auto drafted = call.services.reading.common_books().draft_scheme(*draft);
    if (!drafted) return std::unexpected(drafted.error());
    return json_response(json::write_message(*drafted));
}

core::Result<Response> api_clusters(const Call& call) {
    auto view = call.services.reading.common_books().clusters();
    view.records = records(call, view.book, core::registry::ClusterSet::op);
    return json_response(json::write_message(view));
}

core::Result<Response> api_map(const Call& call) {
    auto view = call.services.reading.common_books().map();
    view.records = records(call, view.book, core::territory::VillageAssigned::op);
    return json_response(json::write_message(view));
}

core::Result<Response> api_unit_story(const Call& call) {
    auto view = call.services.reading.common_books().unit_story(call.path.at("code"));
    if (!view) return std::unexpected(view.error());
    const auto who = signed_in(call);
    if (who && view->book) {
        view->records =
            call.services.office.scheme().records_of(who->account.id, *view->book, view->unit.unit);
    }
    return json_response(json::write_message(*view));
}

}  // namespace lth::http
