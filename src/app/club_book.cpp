#include "app/club_book.hpp"

#include "app/folds.hpp"

namespace lth::app {

void ClubBook::apply(const core::SealedEntry& sealed) {
    const auto ops = stored_club_ops(sealed);
    const auto seq = sealed.seal.seq;
    seqs[sealed.entry.entry_id] = seq;
    core::club::apply(club, {sealed.entry.entry_id, seq}, ops);
    const auto privacy = json::privacy_of<core::club::ClubOp>(ops);
    const auto change = json::disclose(disclosures, seqs, sealed.entry, seq, privacy);
    for (const auto& birthday : change.birthdays) {
        if (birthday.birthday) {
            birthdays.known[birthday.member] = *birthday.birthday;
        } else {
            birthdays.known.erase(birthday.member);
        }
    }
    json::accept(disclosures, change);
    received_at.push_back(sealed.seal.received_at);
    head = core::head_after(sealed);
}

RowChanges ClubBook::rows() const {
    RowChanges rows;
    rows.club = core::club::all_rows(club, birthdays);
    rows.disclosed = all_rows(disclosures);
    return rows;
}

ClubBook load_club_book(Store& store, const core::BookId& id) {
    ClubBook book;
    for (;;) {
        const auto page = store.entries(id, book.head.last_seq, {});
        if (page.empty()) return book;
        for (const auto& sealed : page) book.apply(sealed);
    }
}

}  // namespace lth::app
