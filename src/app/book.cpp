#include "app/book.hpp"

#include <utility>

#include "json/operations.hpp"

namespace lth::app {
namespace {

// A folded book takes a few times the text it came from, and something for each entry.
constexpr std::size_t bytes_per_body_byte = 4;
constexpr std::size_t bytes_per_entry = 512;

using core::BookKind;

template <class Read>
core::Result<Ops> as_ops(Read read) {
    if (!read) return std::unexpected(std::move(read.error()));
    return Ops(std::move(*read));
}

std::vector<json::OpPrivacy> privacy_of_any(const Ops& ops) {
    return std::visit([](const auto& list) { return json::privacy_of(std::span(list)); }, ops);
}

void set_birthdays(core::club::Birthdays& birthdays, const json::Disclosed& change) {
    for (const auto& [member, birthday] : change.birthdays) {
        if (birthday) {
            birthdays.known[member] = *birthday;
        } else {
            birthdays.known.erase(member);
        }
    }
}

}  // namespace

core::Result<Ops> read_ops(BookKind kind, const core::Entry& entry) {
    switch (kind) {
        case BookKind::club:
            return as_ops(json::read_club_ops(entry.body, entry.parts));
        case BookKind::association:
            return as_ops(json::read_association_ops(entry.body, entry.parts));
        case BookKind::territory:
            return as_ops(json::read_territory_ops(entry.body, entry.parts));
        case BookKind::registry:
            break;
    }
    return as_ops(json::read_registry_ops(entry.body, entry.parts));
}

void UsedNumbers::insert(std::uint64_t number) {
    if (contains(number)) return;
    beyond.insert(number);
    while (!beyond.empty() && *beyond.begin() == through + 1) {
        beyond.erase(beyond.begin());
        ++through;
    }
}

Book::Book(BookKind kind) {
    switch (kind) {
        case BookKind::club:
            fold_.emplace<0>();
            break;
        case BookKind::association:
            fold_.emplace<1>();
            break;
        case BookKind::territory:
            fold_.emplace<2>();
            break;
        case BookKind::registry:
            fold_.emplace<3>();
            break;
    }
}

void Book::apply(const core::SealedEntry& sealed) {
    const auto& [entry, seal] = sealed;
    const auto ops = read_ops(kind(), entry);
    if (!ops) {
        const auto place = to_text(entry.book_id) + " #" + std::to_string(seal.seq);
        throw Fault(
            "Bút toán " + place + " không đọc được: " + message(ops.error(), core::Language::vi),
            "Entry " + place + " cannot be read: " + message(ops.error(), core::Language::en));
    }
    const core::EntryRef ref{entry.entry_id, seal.seq, core::business_date(seal.received_at)};
    const auto change = json::disclose(disclosures_, seqs_, entry, seal.seq, privacy_of_any(*ops));
    if (auto* club = std::get_if<ClubFold>(&fold_)) {
        core::club::apply(club->club, {ref.entry_id, ref.seq}, std::get<0>(*ops));
        set_birthdays(club->birthdays, change);
    } else if (auto* association = std::get_if<core::association::Association>(&fold_)) {
        core::association::apply(*association, {ref.entry_id, ref.seq}, std::get<1>(*ops));
    } else if (auto* territory = std::get_if<core::territory::Territory>(&fold_)) {
        core::territory::apply(*territory, ref, std::get<2>(*ops));
    } else {
        core::registry::apply(std::get<3>(fold_), ref, std::get<3>(*ops));
    }
    take(change);
    seal_as(sealed);
}

void Book::take(const json::Disclosed& change) {
    json::accept(disclosures_, change);
    erased_.insert(erased_.end(), change.erased.begin(), change.erased.end());
}

RowChanges Book::rows() const {
    RowChanges rows;
    if (const auto* club = as<ClubFold>()) {
        rows.club = core::club::all_rows(club->club, club->birthdays);
    }
    rows.disclosed = all_rows(disclosures_);
    rows.erased = erased_;
    return rows;
}

core::Result<RowChanges> Book::admit(const core::Entry& entry, const Ops& ops, core::Date today) {
    const core::EntryRef ref{entry.entry_id, head_.last_seq + 1, today};
    const auto change = json::disclose(disclosures_, seqs_, entry, ref.seq, privacy_of_any(ops));
    RowChanges rows;
    if (auto* club = std::get_if<ClubFold>(&fold_)) {
        auto changes = core::club::admit(club->club, club->birthdays, {ref.entry_id, ref.seq},
                                         std::get<0>(ops), change.birthdays, today);
        if (!changes) return std::unexpected(std::move(changes.error()));
        rows.club = std::move(*changes);
    } else if (auto* association = std::get_if<core::association::Association>(&fold_)) {
        auto changes = core::association::admit(*association, {ref.entry_id, ref.seq},
                                                std::get<1>(ops), today);
        if (!changes) return std::unexpected(std::move(changes.error()));
    } else {
        auto* territory = std::get_if<core::territory::Territory>(&fold_);
        auto done = territory != nullptr
                        ? core::territory::admit(*territory, ref, std::get<2>(ops))
                        : core::registry::admit(std::get<3>(fold_), ref, std::get<3>(ops));
        if (!done) return std::unexpected(std::move(done.error()));
    }
    take(change);
    rows.disclosed = change.rows;
    rows.undisclosed = change.removed;
    rows.erased = change.erased;
    return rows;
}

void Book::seal_as(const core::SealedEntry& sealed) {
    const auto& [entry, seal] = sealed;
    head_ = core::head_after(sealed);
    seqs_.emplace(entry.entry_id, seal.seq);
    devices_[entry.device].insert(entry.device_seq);
    bytes_ += entry.body.size() * bytes_per_body_byte + bytes_per_entry;
}

std::uint64_t Book::seq_of(const core::EntryId& id) const {
    const auto found = seqs_.find(id);
    return found == seqs_.end() ? 0 : found->second;
}

UsedNumbers Book::used_by(const core::DeviceId& device) const {
    const auto found = devices_.find(device);
    return found == devices_.end() ? UsedNumbers{} : found->second;
}

bool Book::has_used(const core::DeviceId& device, std::uint64_t number) const {
    const auto found = devices_.find(device);
    return found != devices_.end() && found->second.contains(number);
}

std::uint64_t Book::next_number(const core::DeviceId& device) const {
    const auto found = devices_.find(device);
    if (found == devices_.end()) return 1;
    const auto& used = found->second;
    return used.beyond.empty() ? used.through + 1 : *used.beyond.rbegin() + 1;
}

}  // namespace lth::app
