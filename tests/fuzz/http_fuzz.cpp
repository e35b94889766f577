// What a client sends, as one connection's bytes: each request through Beast's parser, the target,
// the routes, the form of the question and the page or JSON that tells it back.
#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http.hpp>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/period_view.hpp"
#include "app/province.hpp"
#include "core/text.hpp"
#include "http/refusals.hpp"
#include "http/site.hpp"
#include "http/wire.hpp"
#include "support/app/no_common_books.hpp"
#include "support/store/database.hpp"

namespace {

using namespace lth;

void must(bool holds) {
    if (!holds) std::abort();
}

// Knows nothing, and answers every question with its dates: a page must stand whatever they are.
class Nothing final : public app::Reading {
public:
    core::Result<app::StandingView> standing(const app::Question& question) override {
        if (!question.scheme.empty()) {
            return core::reject("question.scheme.unknown", "scheme", {{"scheme", question.scheme}});
        }
        app::StandingView view;
        view.frame = frame(question);
        return view;
    }
    core::Result<app::UnitsView> units(std::optional<core::Date> as_of) override {
        app::UnitsView view;
        view.as_of = as_of.value_or(core::Date{});
        return view;
    }
    core::Result<app::UnitView> unit(const app::Question& question) override {
        if (!question.unit.empty()) {
            return core::reject("question.unit.unknown", "unit",
                                {{"unit", question.unit}, {"date", "2020-09-30"}});
        }
        app::UnitView view;
        view.frame = frame(question);
        return view;
    }
    core::Result<app::ClubsView> clubs(const app::ClubsQuestion& question) override {
        app::ClubsView view;
        view.frame = frame(question.at);
        view.search = question.search;
        view.offset = question.offset;
        view.limit = question.limit;
        view.total = question.offset + 1;
        return view;
    }
    core::Result<app::ClubView> club(const core::BookId& id,
                                     const app::Question& question) override {
        app::ClubView view;
        view.frame = frame(question);
        view.line.id = id;
        return view;
    }
    core::Result<app::AssociationsView> associations(const app::Question& /*question*/,
                                                     int /*care_year*/) override {
        return app::AssociationsView{};
    }
    core::Result<app::EntriesView> entries(const core::BookId& id, std::uint64_t after,
                                           app::Page /*page*/) override {
        app::EntriesView view;
        view.book.id = id;
        view.after = after;
        return view;
    }
    core::Result<app::EntryView> entry(const core::BookId& id, std::uint64_t seq) override {
        app::EntryView view;
        view.book.id = id;
        view.line.entry.seal.seq = seq;
        return view;
    }
    std::vector<app::AssociationLine> association_books() override { return {}; }
    core::Result<app::MatterList> matters(const app::MatterQuestion& /*question*/) override {
        return app::MatterList{};
    }
    core::Result<std::vector<app::QuotaResult>> quotas(
        std::span<const core::UnitId> /*units*/) override {
        return std::vector<app::QuotaResult>{};
    }
    core::Result<std::vector<app::OpenGrant>> open_grants(const core::BookId& /*club*/) override {
        return std::vector<app::OpenGrant>{};
    }
    core::Result<std::vector<app::CareYear>> care(const core::BookId& /*book*/,
                                                  int /*year*/) override {
        return std::vector<app::CareYear>{};
    }
    core::Result<app::PeriodView> period(const app::PeriodQuestion& /*question*/) override {
        return app::PeriodView{};
    }
    core::Result<std::vector<app::VisitLine>> visits() override {
        return std::vector<app::VisitLine>{};
    }
    std::vector<core::rating::Criteria> criteria() override { return {}; }
    app::CommonBooks& common_books() override { return common_; }
    bool simulated() override { return true; }
    bool healthy() override { return false; }

private:
    static app::Frame frame(const app::Question& question) {
        app::Frame frame;
        frame.as_of = question.as_of.value_or(core::Date{});
        frame.units_as_of = question.units_as_of.value_or(frame.as_of);
        frame.known_at = question.known_at.value_or(0);
        frame.known_now = !question.known_at;
        return frame;
    }
    tests::NoCommonBooks common_;
};

void check_target(const http::Target& target) {
    std::string again;
    for (const auto& segment : target.segments) {
        must(core::is_valid_utf8(segment) && segment != "." && segment != "..");
        again += "/" + http::percent_encoded(segment);
    }
    if (again.empty()) again = "/";
    for (const auto& [name, value] : target.parameters) {
        again += (again.contains('?') ? '&' : '?') + http::percent_encoded(name) + "=" +
                 http::percent_encoded(value);
    }
    const auto read = http::parse_target(again);
    must(read && read->segments == target.segments && read->parameters == target.parameters);
}

class NoPhones final : public app::Phones {
public:
    core::Result<app::Bound> bind(const app::Binding& /*binding*/) override {
        return core::reject("device.card.unknown", "code");
    }
    core::Result<app::Caller> sign_in(const core::DeviceId& device,
                                      const core::Digest& /*key*/) override {
        return app::Caller{{}, device};
    }
    core::Result<core::replica::Answer> sync(const app::Caller& /*caller*/,
                                             const core::replica::Request& /*request*/) override {
        return core::replica::Answer{};
    }
    core::Result<void> put_attachment(const app::Caller& /*caller*/, const core::Digest& /*sha256*/,
                                      const std::string& content) override {
        if (content.empty()) return core::reject("attachment.not_jpeg");
        return {};
    }
    core::Result<app::Attachment> attachment(const app::Caller& /*caller*/,
                                             const core::Digest& /*sha256*/) override {
        return core::reject("attachment.unknown", "sha256");
    }
};

// The real ones over an empty database: hashing is cheap here, as it is met for each request.
struct Office {
    class SameIds final : public app::Ids {
    public:
        void fill(std::span<std::uint8_t> bytes) override {
            for (auto& byte : bytes) byte = next_++;
        }

    private:
        std::uint8_t next_ = 1;
    };
    tests::Database database{tests::Engine::sqlite};
    std::unique_ptr<app::Store> store = database.open();
    tests::SetClock clock;
    SameIds ids;
    app::Province province{*store, clock};
    app::HeldRights rights{*store, province, clock};
    app::OfficerDesk desk{{*store, province, province, rights, clock, ids},
                          {.passes = 1, .memory_bytes = 8192}};
    app::Books books{*store, clock};
    intake::ImportDesk imports{{*store, books, clock, ids, rights, province}};
};

// Behind a session, which nobody has here.
class NoOffice final : public app::Office {
public:
    core::Result<app::Receipt> record(const core::AccountId& /*officer*/,
                                      const core::BookId& /*book*/,
                                      const app::OfficerEntry& /*entry*/) override {
        std::abort();
    }
    app::CasesView cases(const core::AccountId& /*officer*/,
                         const app::CasesQuestion& /*question*/) override {
        std::abort();
    }
    core::Result<app::CaseView> look(const core::AccountId& /*officer*/,
                                     const app::CaseRef& /*ref*/) override {
        std::abort();
    }
    core::Result<std::optional<app::Receipt>> decide(
        const core::AccountId& /*officer*/, const app::CaseRef& /*ref*/,
        const app::CaseDecision& /*decision*/) override {
        std::abort();
    }
    app::DeviceDesk& devices() override { std::abort(); }
    app::PaperDesk& papers() override { std::abort(); }
    app::SchemeDesk& scheme() override { std::abort(); }
    app::ClubRegister& clubs() override { std::abort(); }
    app::HandoverDesk& handovers() override { std::abort(); }
    app::RatingDesk& ratings() override { std::abort(); }
    app::IssuedReports& reports() override { std::abort(); }
    core::Result<std::vector<app::PersonLine>> members(const core::AccountId& /*officer*/,
                                                       const core::BookId& /*book*/,
                                                       const app::BookSight& /*sight*/) override {
        std::abort();
    }
    core::Result<app::PersonFile> person(const core::AccountId& /*officer*/,
                                         const app::PersonQuestion& /*question*/) override {
        std::abort();
    }
    core::Result<app::PersonErased> erase(const core::AccountId& /*officer*/,
                                          const app::PersonQuestion& /*question*/) override {
        std::abort();
    }
};

// A stranger's "<" never reaches a page as it is: our pages hold no script.
void check_answer(const http::Response& answer) {
    const bool fault = answer.status == 500;
    must(!fault && answer.status >= 200 && answer.status < 600);
    const bool packed = std::ranges::any_of(
        answer.headers, [](const auto& header) { return header.first == "Content-Encoding"; });
    must(packed || core::is_valid_utf8(answer.body) || answer.route == "asset");
    const bool page = answer.content_type.starts_with("text/html");
    must(packed || !page || !answer.body.contains("<script"));
    for (const auto& [name, value] : answer.headers) {
        must(!value.contains('\r') && !value.contains('\n'));
    }
}

// How many bytes belonged to the request; 0 ends the connection.
std::size_t serve(std::string_view bytes, const http::Services& services) {
    http::Limits limits;
    limits.header_bytes = 2048;
    limits.body_bytes = 512;
    limits.sync_body_bytes = 1024;
    limits.target_bytes = 1024;
    http::RequestParser parser;
    limit(parser, limits);
    parser.eager(true);
    boost::system::error_code error;
    std::size_t used = 0;
    while (!error && !parser.is_done() && used < bytes.size()) {
        used += parser.put(boost::asio::buffer(bytes.substr(used)), error);
    }
    // What is missing never comes: the client has closed.
    if (!parser.is_done() && (!error || error == boost::beast::http::error::need_more)) {
        parser.put_eof(error);
    }
    if (error) {
        const auto refusal = http::refusal_of(error, limits);
        if (refusal) must(http::status_of(refusal->rule.id()) >= 400);
        return 0;
    }
    const bool again = parser.keep_alive();
    const auto request = request_of(parser, limits);
    if (!request) {
        must(!message(request.error(), core::Language::vi).empty());
        return 0;
    }
    check_target(request->target);
    check_answer(answer(*request, services));
    return again ? used : 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Nothing nothing;
    static http::Metrics metrics;
    static NoPhones phones;
    static Office signing_in;
    static NoOffice office;
    static http::Rates rates;
    const http::Services services{
        nothing,           phones, metrics, rates, signing_in.desk, office, http::Public::books,
        signing_in.imports};
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    while (!bytes.empty()) {
        const auto used = serve(bytes, services);
        if (used == 0) break;
        bytes.remove_prefix(used);
    }
    return 0;
}
