// Entries that officers record, and cases that they end.
#include "http/handlers/office.hpp"

#include "http/handlers/questions.hpp"
#include "json/message.hpp"

namespace lth::http {
namespace {

constexpr std::uint64_t default_page_cases = 50;
constexpr std::uint64_t max_page_cases = 200;

// What a decision or an entry led to; no receipt if nothing was recorded.
struct Recorded {
    std::optional<std::uint64_t> seq;
    std::optional<core::Digest> hash;
};
BOOST_DESCRIBE_STRUCT(Recorded, (), (seq, hash))

struct CasesPage {
    std::uint64_t total = 0;
    std::uint64_t offset = 0;
    std::vector<app::CaseRow> cases;
};
BOOST_DESCRIBE_STRUCT(CasesPage, (), (total, offset, cases))

Response recorded(const std::optional<app::Receipt>& receipt) {
    Recorded answer;
    if (receipt) answer = {receipt->seq, receipt->hash};
    return json_response(json::write_message(answer));
}

core::Result<app::CaseRef> read_case(const Call& call) {
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto entry = core::parse_uuid(call.path.at("entry"));
    if (!entry) return core::reject("sync.case.unknown", "entry");
    return app::CaseRef{*book, core::EntryId(*entry)};
}

core::Result<Response> list_cases(const Call& call, std::optional<core::BookId> book) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto offset = read_number(call, "offset", 0, most_offset);
    if (!offset) return std::unexpected(offset.error());
    const auto limit = read_number(call, "limit", default_page_cases, max_page_cases);
    if (!limit) return std::unexpected(limit.error());
    const auto closed = read_number(call, "closed", 0, 1);
    if (!closed) return std::unexpected(closed.error());
    auto view = call.services.office.cases(
        who->account.id,
        {.book = book, .closed_too = *closed == 1, .offset = *offset, .limit = *limit});
    return json_response(
        json::write_message(CasesPage{view.total, *offset, std::move(view.cases)}));
}

}  // namespace

core::Result<Response> api_record(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto entry = json::read_authored(call.request.body);
    if (!entry) return std::unexpected(entry.error());
    const auto receipt = call.services.office.record(who->account.id, *book, *entry);
    if (!receipt) return std::unexpected(receipt.error());
    return recorded(*receipt);
}

core::Result<Response> api_cases(const Call& call) { return list_cases(call, std::nullopt); }

core::Result<Response> api_book_cases(const Call& call) {
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    return list_cases(call, *book);
}

core::Result<Response> api_case(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto ref = read_case(call);
    if (!ref) return std::unexpected(ref.error());
    const auto view = call.services.office.look(who->account.id, *ref);
    if (!view) return std::unexpected(view.error());
    return json_response(json::write_message(*view));
}

core::Result<Response> api_decide_case(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto ref = read_case(call);
    if (!ref) return std::unexpected(ref.error());
    const auto decision = json::read_message<app::CaseDecision>(call.request.body, "case");
    if (!decision) return std::unexpected(decision.error());
    const auto receipt = call.services.office.decide(who->account.id, *ref, *decision);
    if (!receipt) return std::unexpected(receipt.error());
    return recorded(*receipt);
}

}  // namespace lth::http
