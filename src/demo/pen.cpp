#include "demo/pen.hpp"

#include <utility>

#include "demo/ids.hpp"

namespace lth::demo {

Moment moment(core::Date day, std::int64_t minute, std::int64_t delay_s) {
    constexpr std::int64_t minute_ms = 60'000;
    constexpr std::int64_t day_ms = 24 * 60 * minute_ms;
    constexpr std::int64_t offset_ms = 7 * 60 * minute_ms;  // UTC+7
    const std::int64_t made = day.days * day_ms + minute * minute_ms - offset_ms;
    return {made, made + delay_s * 1000};
}

Pen::Pen(std::uint64_t seed, core::BookId book, core::BookKind kind, core::Date until)
    : book_(book), kind_(kind), until_(until), salts_(seed, core::to_text(book)) {
    for (std::size_t i = 0; i < author_count; ++i) {
        // A club's phone and account are its own; the officers' are told apart by book, too, as the
        // demo's log-ins are given out elsewhere.
        const auto name = core::to_text(book) + std::to_string(i);
        accounts_[i] = core::AccountId(derived_uuid(seed, name, 0));
        devices_[i] = core::DeviceId(derived_uuid(seed, name, 1));
    }
}

bool Pen::open(const Moment& when) {
    if (core::business_date(when.received_at) > until_) closed_ = true;
    return !closed_;
}

core::Entry Pen::draft(const Moment& when, Author author, std::vector<PartDraft> parts) {
    const auto who = static_cast<std::size_t>(author);
    core::Entry entry;
    entry.entry_id = derived_entry_id(book_, next_seq());
    entry.book_id = book_;
    entry.device = devices_[who];
    entry.author = accounts_[who];
    entry.device_seq = device_seq_[who] + 1;
    entry.made_at = when.made_at;
    entry.parts.reserve(parts.size());
    std::uint16_t number = 0;
    for (auto& part : parts) {
        core::PrivatePart made{++number, part.subject, part.kind, core::PartContent{}, {}};
        salts_.fill(made.content->salt);
        made.content->text = std::move(part.text);
        made.digest = core::part_digest(made, *made.content);
        entry.parts.push_back(std::move(made));
    }
    return entry;
}

void Pen::seal(core::Entry entry, const Moment& when, std::size_t operations) {
    for (std::size_t i = 0; i < author_count; ++i) {
        if (entry.device == devices_[i]) device_seq_[i] = entry.device_seq;
    }
    const auto sender = entry.author;
    entries_.push_back(core::seal(head_, std::move(entry), when.received_at, sender));
    head_ = core::head_after(entries_.back());
    operations_ += operations;
}

app::BookWrite Pen::take() {
    app::BookWrite write;
    write.book = book_;
    write.kind = kind_;
    write.entries = std::move(entries_);
    return write;
}

}  // namespace lth::demo
