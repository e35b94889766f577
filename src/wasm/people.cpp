#include "wasm/people.hpp"

#include <algorithm>
#include <charconv>

#include "core/club/life_pages.hpp"
#include "core/sort.hpp"
#include "core/text.hpp"
#include "json/club_body.hpp"
#include "json/disclose.hpp"

namespace lth::wasm {
namespace {

using Fields = std::map<std::string, std::string>;

// Confirmed entries, then the pending ones that count.
std::map<std::uint64_t, Fields> fields_of(const core::replica::BookReplica& book) {
    json::Disclosures disclosures;
    json::EntrySeqs seqs;
    const auto take = [&](const core::Entry& entry, std::uint64_t seq) {
        const auto ops = json::read_club_ops(entry.body, entry.parts);
        if (!ops) return;
        seqs.emplace(entry.entry_id, seq);
        const auto privacy = json::privacy_of<core::club::ClubOp>(*ops);
        accept(disclosures, disclose(disclosures, seqs, entry, seq, privacy));
    };
    for (const auto& sealed : book.entries()) take(sealed.entry, sealed.seal.seq);
    auto seq = book.head().last_seq;
    for (const auto& [number, pending] : book.pending()) {
        if (!pending.withdrawing) take(pending.offered.entry, ++seq);
    }
    std::map<std::uint64_t, Fields> people;
    for (auto& row : all_rows(disclosures)) {
        people[row.subject.value][row.field] = std::move(row.value);
    }
    return people;
}

std::string text_in(const Fields& fields, const char* name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

std::optional<std::int64_t> number_in(const Fields& fields, const char* name) {
    const auto found = fields.find(name);
    if (found == fields.end()) return std::nullopt;
    const auto& text = found->second;
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::vector<PersonLine> person_lines(const core::replica::BookReplica& book, core::Date on) {
    const auto fields = fields_of(book);
    const Fields nothing;
    std::int64_t number = 0;
    std::vector<PersonLine> people;
    for (const auto& line : member_lines(book.shown(), on)) {
        const auto found = fields.find(line.member.value);
        const auto& said = found == fields.end() ? nothing : found->second;
        // Who refuses to be listed is shown by number, who refuses to be called without one, also
        // while the parts are still here.
        const bool nameless = is_nameless(book.shown(), line.member, on);
        const bool not_called =
            has_refused(book.shown(), line.member, core::club::ConsentPurpose::contact, on);
        auto name = nameless ? std::string() : text_in(said, "name");
        auto search = core::fold_text(name);
        people.push_back({.line = line,
                          .number = core::Count{++number},
                          .name = std::move(name),
                          .search = std::move(search),
                          .day = number_in(said, "day"),
                          .month = number_in(said, "month"),
                          .phone = not_called ? std::string() : text_in(said, "phone")});
    }
    core::sort_list(people, {}, [](const PersonLine& person) {
        return std::pair(core::name_sort_key(person.name), person.line.member);
    });
    return people;
}

}  // namespace lth::wasm
