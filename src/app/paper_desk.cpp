#include "app/paper_desk.hpp"

#include <algorithm>
#include <array>

#include "app/member_names.hpp"
#include "app/roles.hpp"
#include "core/text.hpp"

namespace lth::app {
namespace {

constexpr std::int32_t months_shown = 12;
constexpr std::size_t matters_shown = 100;

// Where something waits for whoever writes the book.
constexpr std::array work_areas = {
    MatterArea::reports, MatterArea::guidance, MatterArea::supervision, MatterArea::improvement,
    MatterArea::plans,   MatterArea::partners, MatterArea::care_fund};

core::Rejection not_allowed() {
    const std::string op(core::club::MeetingHeld::op);
    return core::make_rejection("role.operation.not_allowed", "op", {{"op", op}});
}

// Months come in order: what is due on a paper counts from the meeting before. The month in which
// the money book was opened may stand in its balances.
std::optional<core::Month> missing_before(const core::club::Club& club, core::Month month) {
    const auto opened = core::club::book_opened_on(club);
    if (!opened) return std::nullopt;
    for (const auto& line : core::club::month_lines(club, month + -1, months_shown)) {
        const bool none = line.state == core::club::MonthState::none;
        if (none && line.month > core::month_of(*opened)) return line.month;
    }
    return std::nullopt;
}

bool may_type(std::span<const Role> roles) {
    return std::ranges::any_of(roles, [](Role role) {
        return may_record(role, core::BookKind::club, core::club::MeetingHeld::op);
    });
}

// The commune appraises anew, the province approves then: it hears of its own result at once.
bool hears_answer(std::span<const Role> roles, core::club::RatingState state) {
    const auto may = [&](std::string_view op) {
        return may_record(roles, core::BookKind::club, op);
    };
    if (may(core::club::RatingApproved::op)) return true;
    return state == core::club::RatingState::answered && may(core::club::RatingAppraised::op);
}

WorkAnswer answer_of(const ClubLine& line) {
    return {.book = line.id,
            .name = line.name,
            .commune = line.commune.name,
            .year = line.rating->year,
            .since = line.rating->since,
            .state = line.rating->state};
}

}  // namespace

core::Result<void> PaperDesk::asked_by(const core::AccountId& officer,
                                       const core::BookId& book) const {
    if (!may_type(in_.rights.roles_over(officer, book))) return std::unexpected(not_allowed());
    return {};
}

WorkClub PaperDesk::club(const ClubLine& line, core::Date on) {
    WorkClub club{
        .book = line.id, .name = line.name, .village = line.village, .commune = line.commune.name};
    for (const auto& kept : in_.store.case_marks(line.id)) {
        club.open_cases += kept.outcome == core::replica::CaseState::open ? 1 : 0;
    }
    (void)in_.books.read(line.id, [&](const Book& book) {
        const auto* fold = book.as<ClubFold>();
        if (!fold) return;
        club.keeper = core::club::keeper_on(fold->club, on);
        club.months = core::club::month_lines(fold->club, core::month_of(on), months_shown);
        club.due = core::club::todo_lines(fold->club, on);
        club.missing = missing_before(fold->club, core::month_of(on));
    });
    for (const auto& draft : in_.store.paper_drafts().of(line.id)) {
        club.typing.push_back(draft.month);
    }
    return club;
}

core::Result<std::vector<WorkMatters>> PaperDesk::matters(const core::AccountId& officer) {
    const auto held = in_.rights.held_today(officer);
    std::vector<core::BookId> books;
    std::vector<core::BookId> submits;
    for (const auto& line : in_.scheme.associations(officer)) {
        if (!line.records) continue;
        books.push_back(line.book);
        const bool accepts =
            may_record(in_.rights.roles_over(held, line.book), core::BookKind::association,
                       core::association::ReportAccepted::op);
        if (!accepts) submits.push_back(line.book);
    }
    std::ranges::sort(submits);
    std::vector<WorkMatters> found;
    if (books.empty()) return found;
    for (const auto area : work_areas) {
        auto list = in_.scheme.matters(
            officer,
            {.area = area,
             // Of money, what came from another book; what
             // went out waits for somebody else.
             .filter = area == MatterArea::care_fund ? MatterFilter::arrived : MatterFilter::open,
             .books = books,
             .without_submitted = submits,
             .order = MatterOrder::at_hand,
             .limit = matters_shown});
        if (!list) return std::unexpected(list.error());
        if (!list->matters.empty()) found.push_back({area, std::move(*list)});
    }
    return found;
}

core::Result<WorkView> PaperDesk::work(const core::AccountId& officer,
                                       const WorkQuestion& question) {
    ClubsQuestion all_clubs;
    all_clubs.order = ClubsOrder::name;
    all_clubs.limit = every_club;
    all_clubs.open_answers = true;
    const auto all = in_.reading.clubs(all_clubs);
    if (!all) return std::unexpected(all.error());
    WorkView view{.on = question.on.value_or(core::business_date(in_.clock.now_ms()))};
    const auto limit = std::min(question.limit, most_clubs);
    const auto held = in_.rights.held_today(officer);
    for (const auto& line : all->clubs) {
        const auto roles = in_.rights.roles_over(held, line.id);
        if (line.rating && hears_answer(roles, line.rating->state)) {
            view.answers.push_back(answer_of(line));
        }
        if (!may_type(roles)) continue;
        const auto place = view.total++;
        if (place < question.offset || view.clubs.size() == limit) continue;
        view.clubs.push_back(club(line, view.on));
    }
    auto asked = matters(officer);
    if (!asked) return std::unexpected(asked.error());
    view.scheme = std::move(*asked);
    auto receipts = in_.handovers.unreceived(officer);
    if (!receipts) return std::unexpected(receipts.error());
    view.receipts = std::move(*receipts);
    return view;
}

core::Result<PaperSheet> PaperDesk::sheet(const core::AccountId& officer, const core::BookId& book,
                                          core::Date on) {
    if (const auto allowed = asked_by(officer, book); !allowed) {
        return std::unexpected(allowed.error());
    }
    const auto roles = in_.rights.roles_over(officer, book);
    const MemberNames names(in_.store, book, roles);
    PaperSheet paper{.book = book};
    (void)in_.books.read(book, [&](const Book& folded) {
        const auto* fold = folded.as<ClubFold>();
        if (!fold) return;
        const auto& club = fold->club;
        paper.home = core::club::home_page(club, on);
        paper.sheet = core::club::meeting_sheet(club, on);
        paper.missing = missing_before(club, core::month_of(on));
        std::int64_t number = 0;
        for (const auto& line : core::club::member_lines(club, on)) {
            ++number;
            if (!line.in_club) continue;
            PaperPerson person{.member = line.member,
                               .number = core::Count{number},
                               .name = names.of(club, line.member, on).value_or(""),
                               .birth_year = line.birth_year};
            paper.people.push_back(std::move(person));
        }
    });
    std::ranges::sort(paper.people, {}, [](const PaperPerson& person) {
        return std::pair(core::name_sort_key(person.name), person.member);
    });
    paper.draft = standing(book, core::month_of(on));
    return paper;
}

std::optional<StandingDraft> PaperDesk::standing(const core::BookId& book, core::Month month) {
    auto drafts = in_.store.paper_drafts().of(book);
    const auto found = std::ranges::find(drafts, month, &PaperDraft::month);
    if (found == drafts.end()) return std::nullopt;
    StandingDraft draft{std::move(found->text), found->kept_at, found->account, {}};
    if (auto account = in_.store.people().account(draft.account)) draft.by = account->shown_name;
    return draft;
}

core::Result<PaperKept> PaperDesk::keep(const core::AccountId& officer, const core::BookId& book,
                                        const TypedPaper& typed) {
    if (const auto allowed = asked_by(officer, book); !allowed) {
        return std::unexpected(allowed.error());
    }
    if (typed.text.size() > max_draft_bytes) {
        return core::reject("paper.draft.too_long", "text",
                            {{"limit", std::to_string(max_draft_bytes)}});
    }
    // Two within one millisecond are two drafts as well.
    const auto kept_at = std::max(in_.clock.now_ms(), typed.over.value_or(0) + 1);
    const PaperDraft draft{book, typed.month, officer, typed.text, kept_at};
    const bool drops = typed.text.empty();
    if (in_.store.paper_drafts().put(draft, typed.over)) return PaperKept{drops ? 0 : kept_at};
    const auto stands = standing(book, typed.month);
    if (!stands && drops) return PaperKept{};
    if (!stands) return core::reject("paper.draft.gone", "over");
    return core::reject("paper.draft.moved", "over",
                        {{"text", stands->text},
                         {"kept_at", std::to_string(stands->kept_at)},
                         {"account", to_text(stands->account)},
                         {"by", stands->by}});
}

}  // namespace lth::app
