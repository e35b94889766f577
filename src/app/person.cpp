#include "app/person.hpp"

#include <algorithm>

#include "app/case_entry.hpp"
#include "app/club_book.hpp"
#include "app/erasing.hpp"
#include "app/folds.hpp"
#include "app/member_names.hpp"
#include "app/names_person.hpp"
#include "app/officer.hpp"
#include "app/own_part.hpp"
#include "core/club/life_pages.hpp"
#include "core/club/pages.hpp"
#include "json/entry.hpp"

namespace lth::app {
namespace {

using core::club::ClubOp;

// What operations speak of when they speak of the person.
struct Known {
    const core::club::Club& club;
    core::MemberId member;
    std::vector<const core::club::Loan*> loans;  // that the person has ever owed
};

bool owed_on(const Known& known, const core::club::Loan& loan, core::Date on) {
    const auto owner = core::club::owner_on(known.club, loan, on);
    return known.club.members[owner].admitted.member == known.member;
}

// Those of a loan are of whoever owed it on the day; who hands it on owed it on the day before.
bool speaks_of(const Known& known, const core::Entry& entry, const ClubOp& op) {
    if (names(op, known.member)) return true;
    const bool passes_on = std::holds_alternative<core::club::LoanTakenOver>(op.what);
    const auto day = passes_on ? op.on - 1 : op.on;
    for (const auto* loan : known.loans) {
        if (names(op, loan->id) && owed_on(known, *loan, day)) return true;
    }
    return std::ranges::any_of(op.parts, [&](std::uint16_t number) {
        return number >= 1 && number <= entry.parts.size() &&
               entry.parts[number - 1U].subject == core::SubjectId{known.member.value};
    });
}

std::string_view op_of(const ClubOp& op) {
    return std::visit([](const auto& what) { return std::string_view(what.op); }, op.what);
}

core::Money interest_paid(const Known& known, const core::club::Loan& loan) {
    core::Money paid;
    for (const auto& event : loan.events) {
        const bool repaid = event.kind == core::club::LoanEventKind::repaid;
        if (repaid && owed_on(known, loan, event.on)) paid += event.interest;
    }
    return paid;
}

void add_loans(PersonFile& file, Known& known, core::Date today) {
    for (const auto& loan : known.club.loans) {
        // An id that a reversal has set free may name another loan now.
        const auto* live = core::club::find_loan(known.club, loan.id);
        if (live != nullptr && live != &loan) continue;
        const bool theirs = std::ranges::any_of(loan.owners, [&](const auto& owner) {
            return known.club.members[owner.member].admitted.member == known.member;
        });
        if (!theirs) continue;
        known.loans.push_back(&loan);
        if (!loan.live) continue;
        const auto owes = owed_on(known, loan, today) ? loan.outstanding : core::Money{};
        file.loans.push_back(
            {loan.id, loan.disbursed_on, loan.principal, owes, interest_paid(known, loan)});
    }
}

void add_parts(PersonFile& file, const core::Entry& entry, std::uint64_t seq) {
    for (const auto& part : entry.parts) {
        if (part.subject != file.person) continue;
        PersonPart line{.seq = seq, .part = part.number, .kind = std::string(to_text(part.kind))};
        if (part.content) line.text = part.content->text;
        file.parts.push_back(std::move(line));
    }
}

void add_entry(PersonFile& file, const Known& known, const core::SealedEntry& sealed) {
    const auto& [entry, seal] = sealed;
    add_parts(file, entry, seal.seq);
    Whose whose{.members = {known.member}, .loans = {}};
    for (const auto* loan : known.loans) whose.loans.insert(loan->id);
    const auto live = live_ops(known.club, seal.seq);
    auto ops = stored_club_ops(sealed);
    for (std::uint64_t index = 0; index < ops.size(); ++index) {
        auto& op = ops[index];
        if (!speaks_of(known, entry, op)) continue;
        std::erase_if(op.parts, [&](std::uint16_t number) {
            return number < 1 || number > entry.parts.size() ||
                   entry.parts[number - 1U].subject != file.person;
        });
        auto own = own_part(op, whose);
        file.operations.push_back({.seq = seal.seq,
                                   .received_at = seal.received_at,
                                   .on = op.on,
                                   .op = std::string(op_of(op)),
                                   .text = std::move(own.text),
                                   .others = own.others,
                                   .undone = std::ranges::count(live, index) == 0});
        const auto* consent = std::get_if<core::club::ConsentRecorded>(&op.what);
        if (consent == nullptr) continue;
        file.consents.push_back({op.on, consent->purposes, consent->how, consent->answer});
    }
}

}  // namespace

core::Result<std::vector<PersonLine>> PersonDesk::list(const core::BookId& book) {
    if (!store_.book(book)) {
        return core::reject("question.book.unknown", "book", {{"book", to_text(book)}});
    }
    const MemberNames names(store_, book);
    const auto today = core::business_date(clock_.now_ms());
    std::vector<PersonLine> lines;
    (void)books_.read(book, [&](const Book& folded) {
        const auto* fold = folded.as<ClubFold>();
        if (fold == nullptr) return;
        for (const auto& member : core::club::member_lines(fold->club, today)) {
            lines.push_back({.member = member.member,
                             .number = core::Count{static_cast<std::int64_t>(lines.size()) + 1},
                             .name = names.of(fold->club, member.member, today),
                             .birth_year = member.birth_year,
                             .joined = member.joined,
                             .left = member.left});
        }
    });
    return lines;
}

core::Result<PersonFile> PersonDesk::file(const core::BookId& book, core::SubjectId person) {
    const auto info = store_.book(book);
    if (!info) return core::reject("question.book.unknown", "book", {{"book", to_text(book)}});
    PersonFile file{.book = book, .person = person, .made_at = clock_.now_ms()};
    if (info->kind == core::BookKind::club) {
        const auto folded = load_club_book(store_, book);
        if (const auto row = folded.rows().club.club) file.club = row->name;
        Known known{.club = folded.club, .member = {person.value}, .loans = {}};
        add_loans(file, known, core::business_date(file.made_at));
        each_entry_of(store_, book, [&](const auto& sealed) { add_entry(file, known, sealed); });
    } else {
        each_entry_of(store_, book, [&](const core::SealedEntry& sealed) {
            add_parts(file, sealed.entry, sealed.seal.seq);
        });
    }
    for (const auto& kept : store_.cases(book)) {
        if (kept.line.empty()) continue;
        if (const auto entry = json::read_unsealed(kept.line)) add_parts(file, *entry, 0);
    }
    if (file.parts.empty() && file.operations.empty()) {
        return core::reject("person.unknown", "person", {{"person", to_text(person)}});
    }
    return file;
}

core::Result<PersonErased> PersonDesk::erase(const core::BookId& book, core::SubjectId person,
                                             const Sender& sender) {
    if (const auto known = file(book, person); !known) return std::unexpected(known.error());
    PersonErased erased;
    PartsOfEntries parts;
    each_entry_of(store_, book, [&](const core::SealedEntry& sealed) {
        for (const auto& part : sealed.entry.parts) {
            if (part.subject != person || !part.content) continue;
            parts[sealed.entry.entry_id].push_back(part.number);
            ++erased.parts;
        }
    });
    const Eraser eraser{sender.account, officer_device(sender.account), clock_.now_ms()};
    const auto entries = record_erasure(books_, ids_, book, parts, eraser, sender);
    if (!entries) return std::unexpected(entries.error());
    erased.entries = *entries;
    erased.cases = erase_in_cases(
        store_, book, [&](const auto&, const auto& part) { return part.subject == person; });
    return erased;
}

}  // namespace lth::app
