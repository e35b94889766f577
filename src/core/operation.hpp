// What every operation of every book has in common, and the few that more than one book knows.
//
// An operation is a plain struct whose members are its JSON fields, described once with
// Boost.Describe
// (`op` is its name on the wire, version suffix included). src/json reads and writes all of them by
// that description; docs/entries.md lists them.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/date.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/sha256.hpp"

namespace lth::core {

using PartNumbers = std::vector<std::uint16_t>;

/// One operation: business date (UTC+7), the private parts it names, and what happened.
template <class What>
struct Operation {
    Date on;
    PartNumbers parts;
    What what;
};

/// A number of people or things: 0 … max_count.
struct Count {
    std::int64_t value = 0;
    friend auto operator<=>(const Count&, const Count&) = default;
};
inline constexpr std::int64_t max_count = 1'000'000'000;

/// Parts per million; rates and splits 0 … 1,000,000 unless the field says otherwise.
struct Ppm {
    std::int64_t value = 0;
    friend auto operator<=>(const Ppm&, const Ppm&) = default;
};

/// A calendar year, 1900 … 2199.
struct Year {
    std::int32_t value = 0;
    friend auto operator<=>(const Year&, const Year&) = default;
};

/// Free of personal data by rule: names of units, villages, clubs, bodies; document numbers.
/// 1 … 300 bytes; control characters are refused.
struct PublicText {
    std::string value;
    friend auto operator<=>(const PublicText&, const PublicText&) = default;
};
inline constexpr std::size_t max_public_text_bytes = 300;

/// The full text of an adopted document (scheme, criteria): up to the entry's own limit.
struct LongText {
    std::string value;
    friend auto operator<=>(const LongText&, const LongText&) = default;
};

/// Undoes one operation by posting the exact negative of what it did. The reason is a private part.
struct OpReversed {
    static constexpr std::string_view op = "op.reversed";
    EntryId entry_id;
    Count op_index;  // 0-based
};
BOOST_DESCRIBE_STRUCT(OpReversed, (), (entry_id, op_index))

/// Whoever applies it deletes text and salt of these parts of that entry.
struct PrivateErased {
    static constexpr std::string_view op = "private.erased";
    EntryId entry_id;
    std::vector<Count> erased;
};
BOOST_DESCRIBE_STRUCT(PrivateErased, (), (entry_id, erased))

/// A dated setting: every [K] of the design is one of these, never a constant.
struct SettingSet {
    static constexpr std::string_view op = "setting.set";
    PublicText key;
    std::int64_t value = 0;
    Date from;
};
BOOST_DESCRIBE_STRUCT(SettingSet, (), (key, value, from))

/// A file kept apart from the entries, found by its digest.
struct AttachmentAdded {
    static constexpr std::string_view op = "attachment.added";
    Digest sha256{};
    Count bytes;
};
BOOST_DESCRIBE_STRUCT(AttachmentAdded, (), (sha256, bytes))

}  // namespace lth::core
