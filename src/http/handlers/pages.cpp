#include "http/pages/pages.hpp"
#include "http/assets.hpp"
#include "http/handlers/handlers.hpp"
#include "http/handlers/questions.hpp"
#include "http/handlers/reading.hpp"
#include "http/limits.hpp"
#include "http/pages/sign_in.hpp"
#include "http/web.hpp"

namespace lth::http {
namespace {

// The heart of every page: read the question, ask, draw.
template <class Ask, class Draw>
core::Result<Response> answer(const Call& call, Ask ask, Draw draw) {
    const auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    const auto view = ask(*question);
    if (!view) return std::unexpected(view.error());
    return draw(pages::Links(call.request), *view);
}

core::Result<Response> redirect(std::string address) {
    Response response{.status = 303};
    response.headers.emplace_back("Location", std::move(address));
    return response;
}

// A reason is asked for where one would open the book.
core::Result<Response> refused_book(const Call& call, const core::BookId& book,
                                    const core::Rejection& rejection) {
    if (rejection.rule.id() != "reading.reason_needed") return std::unexpected(rejection);
    return pages::reason_page(pages::Links(call.request), book, rejection);
}

}  // namespace

core::Result<Response> get_home(const Call& call) {
    // The province as the newspaper told it, on the map of then.
    if (call.services.reading.simulated()) {
        return redirect("/standing?as_of=2020-09-30&units_as_of=2020-11-01&scheme=thanh-hoa-5133");
    }
    return redirect("/standing");
}

core::Result<Response> get_standing(const Call& call) {
    auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    question->with_trend = true;
    const auto view = call.services.reading.standing(*question);
    if (!view) return std::unexpected(view.error());
    const pages::Links links(call.request);
    // A scheme that has ended opens on its last day.
    if (!question->as_of && view->frame.as_of > view->scheme.ends) {
        return redirect(links.to(
            "/standing", {{"as_of", to_text(view->scheme.ends)}, {"unit", question->unit}}));
    }
    return pages::standing_page(links, *view);
}

core::Result<Response> get_claims(const Call& call) {
    return answer(
        call, [&](const auto& question) { return call.services.reading.standing(question); },
        pages::claims_page);
}

core::Result<Response> get_units(const Call& call) {
    const auto ask = [&](app::Question question) {
        question.measure = std::string(call.request.target.parameter("measure").value_or(""));
        return call.services.reading.unit(question);
    };
    return answer(call, ask, pages::units_page);
}

core::Result<Response> get_clubs(const Call& call) {
    const auto offset = read_number(call, "offset", 0, 1'000'000);
    if (!offset) return std::unexpected(offset.error());
    const auto order = read_order<app::ClubsOrder>(call);
    if (!order) return std::unexpected(order.error());
    const auto ask = [&](const app::Question& question) {
        app::ClubsQuestion clubs;
        clubs.order = *order;
        clubs.at = question;
        clubs.search = std::string(call.request.target.parameter("q").value_or(""));
        clubs.offset = *offset;
        clubs.limit = default_page_clubs;
        return call.services.reading.clubs(clubs);
    };
    return answer(call, ask, pages::clubs_page);
}

core::Result<Response> get_club(const Call& call) {
    const auto id = read_book_id(call);
    if (!id) return std::unexpected(id.error());
    const auto reader = reader_of(call, *id);
    if (!reader) return refused_book(call, *id, reader.error());
    return answer(
        call,
        [&](app::Question question) {
            reader->limit(question);
            auto view = call.services.reading.club(*id, question);
            if (view) show(*reader, *view);
            return view;
        },
        [&](const pages::Links& links, const app::ClubView& view) {
            return pages::club_page(links, view, reader->asks());
        });
}

core::Result<Response> get_book(const Call& call) {
    const auto id = read_book_id(call);
    if (!id) return std::unexpected(id.error());
    constexpr std::uint64_t any = 1'000'000'000;
    const auto after = read_number(call, "after", 0, any);
    if (!after) return std::unexpected(after.error());
    const auto reader = reader_of(call, *id);
    if (!reader) return refused_book(call, *id, reader.error());
    constexpr std::size_t shown = 50;
    const auto ask = [&](const auto&) {
        auto view = call.services.reading.entries(*id, *after, {.entries = shown});
        if (view) show(call, *reader, *view);
        return view;
    };
    const auto draw = [&](const pages::Links& links, const app::EntriesView& view) {
        return pages::book_page(links, view, reader->asks());
    };
    return answer(call, ask, draw);
}

core::Result<Response> get_entry(const Call& call) {
    const auto id = read_book_id(call);
    if (!id) return std::unexpected(id.error());
    constexpr std::uint64_t any = 1'000'000'000;
    const auto seq = read_number(call, "seq", 0, any);
    if (!seq) return std::unexpected(seq.error());
    const auto reader = reader_of(call, *id);
    if (!reader) return refused_book(call, *id, reader.error());
    const auto ask = [&](const auto&) -> core::Result<app::EntryView> {
        auto view = call.services.reading.entry(*id, *seq);
        if (!view) return view;
        if (const auto may = show(call, *reader, *view); !may) return std::unexpected(may.error());
        return view;
    };
    const auto draw = [&](const pages::Links& links, const app::EntryView& view) {
        std::optional<app::Recorder> by;
        if (reader->who) {
            by = call.services.officers.trail.recorder_of(*reader->who, view.line.entry.entry);
        }
        return pages::entry_page(links, view, by, reader->asks());
    };
    return answer(call, ask, draw);
}

core::Result<Response> get_recorded(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    app::RecordedQuestion question;
    const auto& target = call.request.target;
    question.login = std::string(target.parameter("by").value_or(""));
    constexpr std::uint64_t end_of_time = 8'000'000'000'000;
    const auto before = read_number(call, "before", 0, end_of_time);
    const auto seq = read_number(call, "seq", 0, end_of_time);
    if (!before) return std::unexpected(before.error());
    if (!seq) return std::unexpected(seq.error());
    const std::string book(target.parameter("book").value_or(""));
    const auto id = core::parse_uuid(book);
    if (!id && !book.empty()) {
        return core::reject("question.book.unknown", "book", {{"book", book}});
    }
    if (*before > 0) {
        question.before = {static_cast<std::int64_t>(*before),
                           core::BookId(id.value_or(core::Uuid{})), *seq};
    }
    const auto view = call.services.officers.trail.recorded(*who, question);
    if (!view) return std::unexpected(view.error());
    return pages::recorded_page(pages::Links(call.request), *view, question.login);
}

core::Result<Response> get_club_app(const Call& call) {
    if (auto found = web_file("club.html", call.request)) return *found;
    return core::reject("http.path.unknown");
}

core::Result<Response> get_desk_app(const Call& call) {
    if (auto found = web_file("desk.html", call.request)) return *found;
    return core::reject("http.path.unknown");
}

core::Result<Response> get_app_file(const Call& call) {
    if (auto found = web_file(call.path.at("name"), call.request)) return *found;
    return core::reject("http.path.unknown");
}

core::Result<Response> get_asset(const Call& call) {
    if (auto found = asset(call.path.at("name"))) return *found;
    return core::reject("http.path.unknown");
}

}  // namespace lth::http
