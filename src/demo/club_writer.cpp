#include "demo/club_writer.hpp"

#include <utility>

#include "demo/ids.hpp"
#include "json/club_body.hpp"

namespace lth::demo {

ClubWriter::ClubWriter(std::uint64_t seed, core::BookId book, core::Date until, Kept kept)
    : pen_(seed, book, core::BookKind::club, until), kept_(kept) {}

bool ClubWriter::record(const Moment& when, Author author, ClubDraft draft) {
    if (!pen_.open(when)) return false;
    const auto seq = ++seq_;
    auto entry = pen_.draft(when, author, std::move(draft.parts));
    entry.entry_id = last_entry_ = derived_entry_id(pen_.book(), seq);
    seqs_.emplace(entry.entry_id, seq);
    json::Disclosed disclosed;
    if (!entry.parts.empty()) {
        const auto privacy = json::privacy_of(std::span<const core::club::ClubOp>(draft.ops));
        disclosed = json::disclose(disclosures_, seqs_, entry, seq, privacy);
    }
    const auto today = core::business_date(when.received_at);
    const auto admitted = core::club::admit(club_, birthdays_, {entry.entry_id, seq}, draft.ops,
                                            disclosed.birthdays, today);
    if (!admitted) {
        throw app::Fault(core::message(admitted.error(), core::Language::vi),
                         core::message(admitted.error(), core::Language::en));
    }
    json::accept(disclosures_, disclosed);
    if (kept_ == Kept::shadow) return true;
    entry.body = json::write_body(draft.ops);
    pen_.seal(std::move(entry), when, draft.ops.size());
    return true;
}

std::array<std::int64_t, core::club::column_count> ClubWriter::figures(core::Date date) const {
    std::array<std::int64_t, core::club::column_count> sums{};
    for (const auto& day : core::club::all_rows(club_, birthdays_).days) {
        if (day.day <= date) sums[static_cast<std::size_t>(day.column)] += day.delta;
    }
    return sums;
}

app::BookWrite ClubWriter::take() {
    auto write = pen_.take();
    write.changes.club = core::club::all_rows(club_, birthdays_);
    write.changes.disclosed = json::all_rows(disclosures_);
    return write;
}

}  // namespace lth::demo
