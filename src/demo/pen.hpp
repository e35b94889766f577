// Writes the entries of one book: authors, devices, clocks, salts and the chain, all from the seed.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "app/ports.hpp"
#include "core/date.hpp"
#include "core/entry.hpp"
#include "demo/rng.hpp"

namespace lth::demo {

/// Who types: the club's own phone, or an officer at his desk.
enum class Author : std::uint8_t { club, commune, district, province };
inline constexpr std::size_t author_count = 4;

/// When an entry was made, and when it reached the server (ms UTC).
struct Moment {
    std::int64_t made_at = 0;
    std::int64_t received_at = 0;
};

/// `minute` of the day in UTC+7; `delay_s` until the server had it.
[[nodiscard]] Moment moment(core::Date day, std::int64_t minute, std::int64_t delay_s = 2);

/// A private part before it has a salt.
struct PartDraft {
    core::PartClass kind = core::PartClass::name;
    std::optional<core::SubjectId> subject;
    std::string text;  // a JSON object
};

class Pen {
public:
    Pen(std::uint64_t seed, core::BookId book, core::BookKind kind, core::Date until);

    /// False from the first entry that would arrive after `until`: a shorter run is a prefix.
    [[nodiscard]] bool open(const Moment& when);

    /// The next entry without its body. Nothing is recorded until `seal`.
    [[nodiscard]] core::Entry draft(const Moment& when, Author author,
                                    std::vector<PartDraft> parts);
    void seal(core::Entry entry, const Moment& when, std::size_t operations);

    [[nodiscard]] std::uint64_t next_seq() const { return head_.last_seq + 1; }
    [[nodiscard]] const core::BookId& book() const { return book_; }
    [[nodiscard]] std::uint64_t operations() const { return operations_; }

    /// Everything sealed so far, without rows.
    [[nodiscard]] app::BookWrite take();

private:
    core::BookId book_;
    core::BookKind kind_;
    core::Date until_;
    bool closed_ = false;
    core::Head head_;
    Rng salts_;
    std::array<core::AccountId, author_count> accounts_;
    std::array<core::DeviceId, author_count> devices_;
    std::array<std::uint64_t, author_count> device_seq_{};
    std::uint64_t operations_ = 0;
    std::vector<core::SealedEntry> entries_;
};

}  // namespace lth::demo
