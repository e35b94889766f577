// The work of the scheme: what stands in the books of associations.
#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "http/limits.hpp"
#include "json/message.hpp"

namespace lth::http {
namespace {

struct Associations {
    std::vector<app::AssociationLine> associations;
};
BOOST_DESCRIBE_STRUCT(Associations, (), (associations))

struct Quotas {
    std::vector<app::QuotaResult> quotas;
};
BOOST_DESCRIBE_STRUCT(Quotas, (), (quotas))

struct OpenGrants {
    std::vector<app::OpenGrant> grants;
};
BOOST_DESCRIBE_STRUCT(OpenGrants, (), (grants))

struct CareYears {
    std::vector<app::CareYear> levels;
};
BOOST_DESCRIBE_STRUCT(CareYears, (), (levels))

core::Result<app::MatterQuestion> read_matters(const Call& call) {
    const auto& target = call.request.target;
    app::MatterQuestion question;
    const auto area = read_choice<app::MatterArea>(call.path.at("area"), "area");
    if (!area) return std::unexpected(area.error());
    question.area = *area;
    if (const auto text = target.parameter("filter")) {
        const auto filter = read_choice<app::MatterFilter>(*text, "filter");
        if (!filter) return std::unexpected(filter.error());
        question.filter = *filter;
    }
    const auto book = read_book(call);
    if (!book) return std::unexpected(book.error());
    if (*book) question.books.push_back(**book);
    const auto year = read_year(call);
    if (!year) return std::unexpected(year.error());
    question.year = *year;
    if (target.parameter("seq")) {
        const auto seq = read_number(call, "seq", 0, max_entries);
        if (!seq) return std::unexpected(seq.error());
        question.seq = *seq;
    }
    question.op = std::string(target.parameter("op").value_or(""));
    question.search = std::string(target.parameter("q").value_or(""));
    const auto order = read_order<app::MatterOrder>(call);
    if (!order) return std::unexpected(order.error());
    question.order = *order;
    const auto lines = read_lines(call);
    if (!lines) return std::unexpected(lines.error());
    question.offset = lines->offset;
    question.limit = lines->limit;
    return question;
}

}  // namespace

core::Result<Response> api_associations(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    return json_response(json::write_message(
        Associations{call.services.office.scheme().associations(who->account.id)}));
}

core::Result<Response> api_counterparts(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    return json_response(json::write_message(
        Associations{call.services.office.scheme().counterparts(who->account.id)}));
}

core::Result<Response> api_matters(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto question = read_matters(call);
    if (!question) return std::unexpected(question.error());
    const auto list = call.services.office.scheme().matters(who->account.id, *question);
    if (!list) return std::unexpected(list.error());
    return json_response(json::write_message(*list));
}

core::Result<Response> api_register(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto& target = call.request.target;
    app::RegisterQuestion question;
    if (const auto text = target.parameter("stage")) {
        const auto stage = read_choice<app::RegisterStage>(*text, "stage");
        if (!stage) return std::unexpected(stage.error());
        question.stage = *stage;
    }
    const auto book = read_book(call);
    if (!book) return std::unexpected(book.error());
    question.book = *book;
    question.search = std::string(target.parameter("q").value_or(""));
    const auto order = read_order<app::ClubsOrder>(call);
    if (!order) return std::unexpected(order.error());
    question.order = *order;
    const auto lines = read_lines(call);
    if (!lines) return std::unexpected(lines.error());
    question.offset = lines->offset;
    question.limit = lines->limit;
    const auto view = call.services.office.clubs().list(who->account.id, question);
    if (!view) return std::unexpected(view.error());
    return json_response(json::write_message(*view));
}

core::Result<Response> api_visits(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto order = read_order<app::VisitsOrder>(call);
    if (!order) return std::unexpected(order.error());
    const auto lines = read_lines(call);
    if (!lines) return std::unexpected(lines.error());
    const auto search = call.request.target.parameter("q").value_or("");
    const auto plan = call.services.office.scheme().visits(
        who->account.id, {std::string(search), *order, lines->offset, lines->limit});
    if (!plan) return std::unexpected(plan.error());
    return json_response(json::write_message(*plan));
}

core::Result<Response> api_quotas(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    auto quotas = call.services.office.scheme().quotas(who->account.id);
    if (!quotas) return std::unexpected(quotas.error());
    return json_response(json::write_message(Quotas{std::move(*quotas)}));
}

core::Result<Response> api_open_grants(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    auto grants = call.services.office.scheme().open_grants(who->account.id, *book);
    if (!grants) return std::unexpected(grants.error());
    return json_response(json::write_message(OpenGrants{std::move(*grants)}));
}

core::Result<Response> api_care(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto year = read_the_year(call);
    if (!year) return std::unexpected(year.error());
    auto levels = call.services.office.scheme().care(who->account.id, *book, *year);
    if (!levels) return std::unexpected(levels.error());
    return json_response(json::write_message(CareYears{std::move(*levels)}));
}

}  // namespace lth::http
