// Closed lists: the Vietnamese words that stand in cells for values of the core.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "sheet/values.hpp"

namespace lth::sheet {

/// One value of a list. The label is what templates and exports write; synonyms are folded words
/// with bars between them.
struct Choice {
    std::uint8_t value;
    std::string_view label;
    std::string_view synonyms;
};

/// The relation of a document's claim to its value.
enum class Relation : std::uint8_t { eq, gt, ge, words };

/// How much of an old unit goes to a new one.
enum class Share : std::uint8_t { whole, part };

enum class YesNo : std::uint8_t { no, yes };

enum class ListId : std::uint8_t {
    none,
    yes_no,
    sex,          // core::club::Sex
    hardship,     // core::club::Hardship
    band,         // core::club::Band
    leaving,      // core::club::Leaving
    role,         // core::club::BoardRole
    source,       // CapitalSource
    loan_base,    // core::club::LoanBase
    loan_method,  // core::club::LoanMethod
    purpose,      // core::club::LoanPurpose
    relation,
    care_level,  // core::association::CareLevel
    share
};

/// In the order of the enumeration they stand for.
[[nodiscard]] std::span<const Choice> choices(ListId list);

/// "nam, nữ".
[[nodiscard]] std::string choice_labels(ListId list);

/// The Vietnamese word of a value: `label_of(ListId::sex, Sex::female)` → "nữ".
[[nodiscard]] std::string_view label_of(ListId list, std::uint8_t value);
template <class E>
    requires std::is_enum_v<E>
[[nodiscard]] std::string_view label_of(ListId list, E value) {
    return label_of(list, static_cast<std::uint8_t>(value));
}

/// nullopt if the word is not in the list.
[[nodiscard]] std::optional<std::uint8_t> find_choice(ListId list, const Cell& cell);

/// A word of the list in any case, with or without diacritics.
[[nodiscard]] core::Result<std::uint8_t> read_choice(ListId list, const Cell& cell,
                                                     const Place& place);

}  // namespace lth::sheet
