#include "app/person.hpp"

#include <algorithm>
#include <set>

#include "app/club_book.hpp"
#include "app/erasing.hpp"
#include "app/folds.hpp"
#include "app/member_names.hpp"
#include "app/names_person.hpp"
#include "app/officer.hpp"
#include "core/club/life_pages.hpp"
#include "core/club/pages.hpp"
#include "json/club_body.hpp"
#include "json/entry.hpp"

namespace lth::app {
namespace {

using core::club::ClubOp;

// The ids under which operations speak of the person.
struct Known {
    core::MemberId member;
    std::set<core::LoanId> loans;  // that the person has ever owed
};

bool speaks_of(const Known& known, const core::Entry& entry, core::SubjectId person,
               const ClubOp& op) {
    if (names(op, known.member)) return true;
    for (const auto loan : known.loans) {
        if (names(op, loan)) return true;
    }
    return std::ranges::any_of(op.parts, [&](std::uint16_t number) {
        return number >= 1 && number <= entry.parts.size() &&
               entry.parts[number - 1U].subject == person;
    });
}

// The operation alone, as its entry spells it.
std::string text_of(const ClubOp& op) {
    const auto body = json::write_body(std::span(&op, 1));
    constexpr std::string_view before = R"({"ops":[)";
    return body.substr(before.size(), body.size() - before.size() - 2);
}

std::string_view op_of(const ClubOp& op) {
    return std::visit([](const auto& what) { return std::string_view(what.op); }, op.what);
}

void add_loans(PersonFile& file, Known& known, const core::club::Club& club) {
    for (const auto& loan : club.loans) {
        const bool theirs = std::ranges::any_of(loan.owners, [&](const auto& owner) {
            return club.members[owner.member].admitted.member == known.member;
        });
        if (!theirs) continue;
        known.loans.insert(loan.id);
        if (!loan.live) continue;
        file.loans.push_back(
            {loan.id, loan.disbursed_on, loan.principal, loan.outstanding, loan.interest_paid});
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
    for (const auto& op : stored_club_ops(sealed)) {
        if (!speaks_of(known, entry, file.person, op)) continue;
        file.operations.push_back(
            {seal.seq, seal.received_at, op.on, std::string(op_of(op)), text_of(op)});
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
        Known known{.member = {person.value}, .loans = {}};
        add_loans(file, known, folded.club);
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
