// One person's record and photographs of papers, for the officer over the club.
#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "http/handlers/visitors.hpp"
#include "json/message.hpp"
#include "view_json/person.hpp"

namespace lth::http {
namespace {

core::Result<app::PersonQuestion> read_person(const Call& call) {
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto& text = call.path.at("person");
    const auto person = core::parse_base32(text);
    if (!person) return core::reject("person.unknown", "person", {{"person", text}});
    return app::PersonQuestion{.book = *book, .person = {*person}};
}

// Why, of whoever may look for a reason only. It is in no address: those end in logs.
struct PersonReason {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PersonReason, (), (reason))

core::Result<app::PersonFile> ask(const Call& call, std::string reason = {}) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    auto question = read_person(call);
    if (!question) return std::unexpected(question.error());
    question->reason = std::move(reason);
    return call.services.office.person(who->account.id, *question);
}

}  // namespace

core::Result<Response> api_members(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto sight = call.services.officers.readers.sight(*who, *book);
    const auto lines = call.services.office.members(who->account.id, *book, sight);
    if (!lines) return std::unexpected(lines.error());
    return json_response(json::write_message(*lines));
}

core::Result<Response> api_book_attachment(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto digest = core::parse_hex(call.path.at("sha256"));
    if (!digest) return core::reject("attachment.digest.malformed", "sha256");
    auto found = call.services.officers.readers.attachment(*who, *book, *digest);
    if (!found) return std::unexpected(found.error());
    return Response{.status = 200, .content_type = "image/jpeg", .body = std::move(found->content)};
}

core::Result<Response> api_person(const Call& call) {
    const auto file = ask(call);
    if (!file) return std::unexpected(file.error());
    return json_response(view_json::person_json(*file, call.language));
}

core::Result<Response> api_ask_person(const Call& call) {
    auto form = json::read_message<PersonReason>(call.request.body, "person");
    if (!form) return std::unexpected(form.error());
    const auto file = ask(call, std::move(form->reason));
    if (!file) return std::unexpected(file.error());
    return json_response(view_json::person_json(*file, call.language));
}

core::Result<Response> api_erase_person(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto question = read_person(call);
    if (!question) return std::unexpected(question.error());
    const auto erased = call.services.office.erase(who->account.id, *question);
    if (!erased) return std::unexpected(erased.error());
    return json_response(json::write_message(*erased));
}

}  // namespace lth::http
