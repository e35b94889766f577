#include "app/case_desk.hpp"

#include <algorithm>
#include <map>

#include "app/case_about.hpp"
#include "app/case_entry.hpp"
#include "app/erasing.hpp"
#include "app/folds.hpp"
#include "app/member_names.hpp"
#include "app/own_part.hpp"
#include "app/roles.hpp"
#include "core/club/pages.hpp"
#include "json/club_body.hpp"
#include "json/entry.hpp"
#include "json/problem.hpp"

namespace lth::app {
namespace {

using core::replica::CaseState;

constexpr std::size_t most_cases_a_page = 200;
constexpr std::size_t max_reason_bytes = 300;
constexpr std::uint64_t most_beside = 20;

// The entry as it was kept; nothing if it was withdrawn before it came.
std::optional<core::Entry> entry_of(const SyncCase& kept) {
    if (kept.line.empty()) return std::nullopt;
    auto entry = json::read_unsealed(kept.line);
    if (!entry) throw Fault("Một bản ghi chờ xử lý bị hỏng.", "A case is damaged.");
    return std::move(*entry);
}

std::optional<CaseAbout> about_of(const SyncCase& kept) {
    const auto entry = entry_of(kept);
    if (!entry) return std::nullopt;
    const auto ops = json::read_club_ops(entry->body, entry->parts);
    if (!ops || ops->empty()) return std::nullopt;
    const auto held = std::ranges::find_if(*ops, [](const core::club::ClubOp& op) {
        return std::holds_alternative<core::club::MeetingHeld>(op.what);
    });
    const auto& told = held == ops->end() ? ops->front() : *held;
    const auto name = std::visit([](const auto& what) { return what.op; }, told.what);
    return CaseAbout{.op = std::string(name), .on = told.on, .others = ops->size() - 1};
}

void withhold(std::vector<core::PrivatePart>& parts, const PartClasses& readable) {
    for (auto& part : parts) {
        if (!readable.contains(part.kind)) part.content.reset();
    }
}

std::vector<CaseChoice> choices_of(const CaseView& view) {
    if (view.row.state != CaseState::open || !view.entry) return {};
    std::vector<CaseChoice> choices;
    if (!view.refused_now) choices.push_back(CaseChoice::accept);
    if (view.stands) {
        choices.insert(choices.end(),
                       {CaseChoice::keep_first, CaseChoice::replace, CaseChoice::another_meeting});
    }
    choices.insert(choices.end(), {CaseChoice::mend, CaseChoice::let_go});
    return choices;
}

bool is_end_reason(const std::string& reason) {
    return !reason.empty() && reason.size() <= max_reason_bytes &&
           std::ranges::none_of(reason, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

}  // namespace

CaseDesk::CaseDesk(Store& store, Books& books, Clock& clock, HeldRights& rights, Places& places)
    : store_(store),
      books_(books),
      clock_(clock),
      rights_(rights),
      places_(places),
      entries_(books, rights) {}

bool CaseDesk::may_decide(const core::AccountId& officer, const core::BookId& book) {
    const auto info = store_.book(book);
    return info && std::ranges::any_of(rights_.roles_over(officer, book), [&](Role role) {
               return may_decide_cases(role, info->kind);
           });
}

CasesView CaseDesk::list(const core::AccountId& officer, const CasesQuestion& question) {
    CasesView view;
    std::map<core::BookId, bool> may;
    std::vector<SyncCase> shown;
    const auto limit = std::min(question.limit, most_cases_a_page);
    for (auto& kept : store_.case_list()) {
        if (question.book && kept.book != *question.book) continue;
        if (!question.closed_too && kept.outcome != CaseState::open) continue;
        const auto known = may.find(kept.book);
        const bool allowed = known != may.end() ? known->second : may_decide(officer, kept.book);
        may.emplace(kept.book, allowed);
        if (!allowed) continue;
        const auto place = view.total++;
        if (place >= question.offset && shown.size() < limit) shown.push_back(std::move(kept));
    }
    for (const auto& listed : shown) {
        // A list is without what was sent.
        const auto whole = store_.find_case(listed.book, listed.entry_id);
        view.cases.push_back(row_of(whole ? *whole : listed));
    }
    return view;
}

CaseRow CaseDesk::row_of(const SyncCase& kept) {
    const auto name_of = [&](const core::AccountId& id) {
        const auto account = store_.people().account(id);
        return account ? account->shown_name : std::string();
    };
    const auto device = store_.people().device(kept.device);
    CaseRow row{.book = kept.book,
                .club = places_.name_of(kept.book),
                .entry_id = kept.entry_id,
                .state = kept.outcome,
                .opened_at = kept.opened_at,
                .device = device ? device->name : std::string(),
                .sent_by = name_of(kept.sent_by),
                .problem = kept.problem,
                .closed_at = kept.closed_at,
                .closed_by = {},
                .replaced_by = kept.replaced_by,
                .reason = {},
                .about = about_of(kept)};
    if (kept.closed_by) row.closed_by = name_of(*kept.closed_by);
    if (!kept.reason.empty()) row.reason = kept.reason;
    return row;
}

core::Result<SyncCase> CaseDesk::find(const core::AccountId& officer, const CaseRef& ref) {
    if (!may_decide(officer, ref.book)) return core::reject("role.case.not_allowed");
    auto found = store_.find_case(ref.book, ref.entry_id);
    if (!found) return core::reject("sync.case.unknown", "entry_id");
    return std::move(*found);
}

core::Result<CaseView> CaseDesk::look(const core::AccountId& officer, const CaseRef& ref) {
    const auto kept = find(officer, ref);
    if (!kept) return std::unexpected(kept.error());
    CaseView view{.row = row_of(*kept), .entry = entry_of(*kept)};
    books_.read(ref.book, [&](const Book& book) { view.last_seq = book.head().last_seq; });
    for (const auto& row : store_.club_rows(ref.book).balances) {
        view.balances.push_back({std::string(full_name(row.account)), row.amount});
    }
    if (view.entry) {
        if (kept->outcome == CaseState::open) {
            const auto entry = compose(officer, *kept, {CaseChoice::accept});
            if (!entry) return std::unexpected(entry.error());
            if (const auto refused = refusal_now(*entry, officer)) {
                view.refused_now = json::problem_text(*refused);
            }
            view.stands = standing(*kept, *view.entry);
        }
        add_about(view, officer);
        const auto readable =
            rights_.readable({officer, officer_device(officer)}, ref.book).value_or(PartClasses{});
        withhold(view.entry->parts, readable);
        if (view.stands) withhold(view.stands->entry.entry.parts, readable);
    }
    view.choices = choices_of(view);
    return view;
}

// Whom the case and what stands name, and what the book holds of the same.
void CaseDesk::add_about(CaseView& view, const core::AccountId& officer) {
    const auto& id = view.row.book;
    const auto today = core::business_date(clock_.now_ms());
    auto ops = json::read_club_ops(view.entry->body, view.entry->parts);
    if (!ops) return;
    const SpokenOf spoken(*ops);
    auto members = spoken.members();
    if (view.stands) {
        const SpokenOf standing(stored_club_ops(view.stands->entry));
        members.insert(standing.members().begin(), standing.members().end());
    }
    const MemberNames names(store_, id, rights_.roles_over(officer, id));
    std::map<std::uint64_t, std::set<std::uint64_t>> live;
    books_.read(id, [&](const Book& book) {
        const auto* fold = book.as<ClubFold>();
        if (fold == nullptr) return;
        view.loans = loans_of(fold->club, spoken.loans(), today);
        for (const auto& loan : view.loans) members.insert(loan.member);
        core::Count number{0};
        for (const auto& line : core::club::member_lines(fold->club, today)) {
            ++number.value;
            if (!members.contains(line.member)) continue;
            view.members.push_back({line.member, number, names.of(fold->club, line.member, today)});
        }
        if (view.row.state == CaseState::open) live = live_since(fold->club, spoken.first_day());
    });
    if (view.stands) live.erase(view.stands->entry.seal.seq);
    add_beside(view, spoken, live);
}

void CaseDesk::add_beside(CaseView& view, const SpokenOf& spoken, const LiveOps& live) {
    if (live.empty()) return;
    Whose whose{.members = spoken.members(), .loans = spoken.loans()};
    for (const auto& loan : view.loans) whose.members.insert(loan.member);
    each_entry_of(store_, view.row.book, [&](const core::SealedEntry& sealed) {
        const auto counted = live.find(sealed.seal.seq);
        if (counted == live.end()) return;
        auto ops = stored_club_ops(sealed);
        for (const auto index : counted->second) {
            if (index >= ops.size() || !spoken.meets(ops[index])) continue;
            if (view.beside_total++ >= most_beside) continue;
            auto& op = ops[index];
            op.parts.clear();
            const auto author = store_.people().account(sealed.entry.author);
            const auto device = store_.people().device(sealed.entry.device);
            view.beside.push_back(
                {.seq = sealed.seal.seq,
                 .on = op.on,
                 .op = std::visit([](const auto& what) { return std::string(what.op); }, op.what),
                 .text = own_part(op, whose).text,
                 .received_at = sealed.seal.received_at,
                 .author = author ? author->shown_name : std::string(),
                 .device = device ? device->name : std::string()});
        }
    });
}

std::optional<core::Rejection> CaseDesk::refusal_now(const core::Entry& entry,
                                                     const core::AccountId& officer) {
    std::optional<core::Rejection> refused;
    books_.read(entry.book_id, [&](const Book& book) {
        const auto ops = read_ops(book.kind(), entry);
        if (!ops) {
            refused = ops.error();
            return;
        }
        refused = rights_.refuses({officer, entry.device}, book, entry, *ops);
        if (refused) return;
        auto copy = book;  // what is admitted must be stored: not here
        auto admitted = copy.admit(entry, *ops, core::business_date(clock_.now_ms()));
        if (!admitted) refused = std::move(admitted.error());
    });
    return refused;
}

std::optional<StandingEntry> CaseDesk::standing(const SyncCase& kept, const core::Entry& entry) {
    std::optional<StandingEntry> stands;
    std::uint64_t seq = 0;
    books_.read(kept.book, [&](const Book& book) {
        const auto* club = book.as<ClubFold>();
        if (club == nullptr) return;
        seq = seq_of_meeting(club->club, entry);
        if (seq != 0) stands.emplace().live = live_ops(club->club, seq);
    });
    if (!stands) return stands;
    auto page = store_.entries(kept.book, seq - 1, {.entries = 1});
    if (page.empty()) return std::nullopt;
    stands->entry = std::move(page.front());
    return stands;
}

std::optional<core::Entry> CaseDesk::recorded(const core::BookId& book, const core::EntryId& id) {
    std::uint64_t seq = 0;
    books_.read(book, [&](const Book& found) { seq = found.seq_of(id); });
    if (seq == 0) return std::nullopt;
    auto page = store_.entries(book, seq - 1, {.entries = 1});
    if (page.empty()) return std::nullopt;
    return std::move(page.front().entry);
}

core::Result<core::Entry> CaseDesk::compose(const core::AccountId& officer, const SyncCase& kept,
                                            const CaseDecision& decision) {
    const auto sent = entry_of(kept);
    if (!sent) return core::reject("sync.case.closed", "entry_id");
    OfficerEntry entry{.entry_id = id_in_place_of(kept.book, kept.entry_id),
                       .body = sent->body,
                       .parts = sent->parts};
    if (decision.choice == CaseChoice::mend) {
        auto rest = without(*sent, decision.dropped.value_or(std::vector<std::uint64_t>{}));
        if (!rest) return std::unexpected(std::move(rest.error()));
        entry.body = std::move(rest->body);
        entry.parts = std::move(rest->parts);
    }
    if (decision.choice == CaseChoice::another_meeting) {
        auto body = as_extra_meeting(*sent);
        if (!body) return std::unexpected(std::move(body.error()));
        entry.body = std::move(*body);
    }
    if (decision.choice == CaseChoice::replace) {
        const auto stands = standing(kept, *sent);
        if (!stands) return core::reject("sync.case.nothing_stands", "choice");
        std::optional<core::Date> closed;
        books_.read(kept.book, [&](const Book& book) {
            if (const auto* club = book.as<ClubFold>()) closed = closed_until(club->club);
        });
        auto body = in_place_of(*sent, *stands, closed, core::business_date(clock_.now_ms()));
        if (!body) return std::unexpected(std::move(body.error()));
        entry.body = std::move(*body);
    }
    auto made = OfficerEntries::entry_of(officer, kept.book, entry);
    made.made_at = kept.opened_at;
    return made;
}

core::Result<std::optional<Receipt>> CaseDesk::decide(const core::AccountId& officer,
                                                      const CaseRef& ref,
                                                      const CaseDecision& decision) {
    const auto kept = find(officer, ref);
    if (!kept) return std::unexpected(kept.error());
    CaseEnd end{.book = ref.book, .case_id = ref.entry_id, .by = officer};
    if (decision.choice == CaseChoice::let_go || decision.choice == CaseChoice::keep_first) {
        const bool keeps_first = decision.choice == CaseChoice::keep_first;
        end.reason = decision.reason.value_or(keeps_first ? "Giữ bản đã có trong sổ." : "");
        if (!is_end_reason(end.reason)) return core::reject("sync.case.reason", "reason");
        if (const auto done = books_.let_go(end); !done) return std::unexpected(done.error());
        return std::nullopt;
    }
    // Recorded by a call whose answer, or whose last step, was lost.
    auto entry = recorded(ref.book, id_in_place_of(ref.book, ref.entry_id));
    if (!entry) {
        if (kept->outcome != CaseState::open) return core::reject("sync.case.closed", "entry_id");
        auto made = compose(officer, *kept, decision);
        if (!made) return std::unexpected(std::move(made.error()));
        entry = std::move(*made);
    }
    auto receipt = books_.replace_case(end, *entry, entries_.sender_of(officer));
    if (!receipt) return std::unexpected(std::move(receipt.error()));
    return *receipt;
}

}  // namespace lth::app
