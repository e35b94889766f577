#include "app/period_view.hpp"
#include "http/client_address.hpp"
#include "http/handlers/handlers.hpp"
#include "http/handlers/questions.hpp"
#include "http/handlers/reading.hpp"
#include "http/limits.hpp"
#include "json/entry.hpp"
#include "json/message.hpp"
#include "view_json/club.hpp"
#include "view_json/json.hpp"
#include "view_json/standing.hpp"
#include "view_json/units.hpp"

namespace lth::http {
namespace {

using view_json::Json;

struct Versions {
    std::vector<core::rating::Criteria> versions;
};
BOOST_DESCRIBE_STRUCT(Versions, (), (versions))

// An operation of the page that another one has undone since.
struct ReversedOp {
    std::uint64_t seq = 0;
    std::uint64_t op_index = 0;
};
BOOST_DESCRIBE_STRUCT(ReversedOp, (), (seq, op_index))

std::vector<ReversedOp> reversed_in(const app::EntriesView& view) {
    std::vector<ReversedOp> found;
    for (const auto& line : view.entries) {
        for (std::size_t i = 0; i < line.ops.size(); ++i) {
            if (line.ops[i].reversed) found.push_back({line.entry.seal.seq, i});
        }
    }
    return found;
}

}  // namespace

core::Result<Response> api_status(const Call& call) {
    const auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    const auto view = call.services.reading.standing(*question);
    if (!view) return std::unexpected(view.error());
    return json_response(view_json::standing_json(view->standing));
}

core::Result<Response> api_period(const Call& call) {
    const auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    const auto from = read_date(call, "from");
    if (!from) return std::unexpected(from.error());
    const auto view = call.services.reading.period({*question, *from});
    if (!view) return std::unexpected(view.error());
    return json_response(json::write_message(*view));
}

core::Result<Response> api_claims(const Call& call) {
    const auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    const auto view = call.services.reading.standing(*question);
    if (!view) return std::unexpected(view.error());
    return json_response(view_json::claims_json(view->claims));
}

core::Result<Response> api_criteria(const Call& call) {
    return json_response(json::write_message(Versions{call.services.reading.criteria()}));
}

core::Result<Response> api_units(const Call& call) {
    const auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    const auto view = call.services.reading.units(question->as_of);
    if (!view) return std::unexpected(view.error());
    return json_response(view_json::units_json(*view));
}

core::Result<Response> api_unit(const Call& call) {
    const auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    const auto view = call.services.reading.unit(*question);
    if (!view) return std::unexpected(view.error());
    return json_response(view_json::unit_json(*view));
}

core::Result<Response> api_clubs(const Call& call) {
    const auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    const auto offset = read_number(call, "offset", 0, 1'000'000);
    if (!offset) return std::unexpected(offset.error());
    const auto limit = read_number(call, "limit", default_page_clubs, max_page_clubs);
    if (!limit) return std::unexpected(limit.error());
    app::ClubsQuestion clubs;
    clubs.at = *question;
    clubs.search = std::string(call.request.target.parameter("q").value_or(""));
    const auto order = read_order<app::ClubsOrder>(call);
    if (!order) return std::unexpected(order.error());
    clubs.order = *order;
    clubs.offset = *offset;
    clubs.limit = *limit;
    const auto view = call.services.reading.clubs(clubs);
    if (!view) return std::unexpected(view.error());
    Json json;
    json.begin_object();
    json.field("as_of", core::to_text(view->frame.as_of));
    json.field("total", static_cast<std::int64_t>(view->total));
    json.field("offset", static_cast<std::int64_t>(view->offset));
    json.key("clubs").begin_array();
    for (const auto& club : view->clubs) {
        json.begin_object();
        view_json::write_club_line(json, club);
        json.end_object();
    }
    json.end_array().end_object();
    return json_response(std::move(json).take());
}

core::Result<Response> api_club(const Call& call) {
    const auto id = read_book_id(call);
    if (!id) return std::unexpected(id.error());
    const auto reader = reader_of(call, *id);
    if (!reader) return std::unexpected(reader.error());
    auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    reader->limit(*question);
    auto view = call.services.reading.club(*id, *question);
    if (!view) return std::unexpected(view.error());
    show(*reader, *view);
    return json_response(view_json::club_json(*view));
}

core::Result<Response> api_entries(const Call& call) {
    const auto id = read_book_id(call);
    if (!id) return std::unexpected(id.error());
    constexpr std::uint64_t any = 1'000'000'000;
    const auto after = read_number(call, "after", 0, any);
    if (!after) return std::unexpected(after.error());
    const auto reader = reader_of(call, *id);
    if (!reader) return std::unexpected(reader.error());
    const auto limit = read_number(call, "limit", max_page_entries, max_page_entries);
    if (!limit) return std::unexpected(limit.error());
    auto view =
        call.services.reading.entries(*id, *after, {.entries = *limit, .bytes = max_page_bytes});
    if (!view) return std::unexpected(view.error());
    show(call, *reader, *view);
    if (const auto may = may_read_bodies(*reader, *view); !may) {
        return std::unexpected(may.error());
    }
    std::string body = "{\"book\":\"" + core::to_text(*id) +
                       "\",\"last_seq\":" + std::to_string(view->book.head.last_seq) +
                       ",\"entries\":[";
    for (const auto& line : view->entries) {
        if (&line != &view->entries.front()) body += ',';
        body += json::write_entry(line.entry);
    }
    return json_response(body + R"(],"reversed":)" + json::write_message(reversed_in(*view)) + "}");
}

core::Result<Response> get_health(const Call& call) {
    return Response{.status = call.services.reading.healthy() ? 200U : 503U, .body = "ok\n"};
}

// Of whoever runs the server: anybody else learns not even that there are any.
core::Result<Response> get_metrics(const Call& call) {
    if (!is_this_machine(call.request.client)) return core::reject("http.path.unknown");
    return Response{.status = 200,
                    .content_type = "text/plain; version=0.0.4; charset=utf-8",
                    .body = call.services.metrics.text()};
}

}  // namespace lth::http
