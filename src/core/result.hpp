// The answer "no": which rule, on which operation and field, with the facts that made it so.
#pragma once

#include <cstdint>
#include <expected>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/rules.hpp"

namespace lth::core {

enum class Language { vi, en };

struct Fact {
    std::string name;
    std::string value;
};

/// Expected outcomes only (bad input, a rule says no); faults of disk and network are exceptions of
/// the shell.
struct Rejection {
    static constexpr std::int32_t whole_entry = -1;

    RuleRef rule;
    std::int32_t op_index = whole_entry;  // 0-based
    std::string field;                    // empty: the operation as a whole
    std::vector<Fact> facts;
};

template <class T>
using Result = std::expected<T, Rejection>;

/// The rule's sentence with the facts filled in.
[[nodiscard]] std::string message(const Rejection& rejection, Language language);

[[nodiscard]] inline Rejection make_rejection(RuleRef rule, std::string_view field = {},
                                              std::initializer_list<Fact> facts = {}) {
    return {rule, Rejection::whole_entry, std::string(field), facts};
}

[[nodiscard]] inline std::unexpected<Rejection> reject(RuleRef rule, std::string_view field = {},
                                                       std::initializer_list<Fact> facts = {}) {
    return std::unexpected(make_rejection(rule, field, facts));
}

}  // namespace lth::core
