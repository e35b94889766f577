// The one table of rules. A rule that is not in it cannot be named: misspelling is a compile error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/rules/association.hpp"
#include "core/rules/club.hpp"
#include "core/rules/entry.hpp"
#include "core/rules/import_desk.hpp"
#include "core/rules/intake.hpp"
#include "core/rules/reading.hpp"
#include "core/rules/registry.hpp"
#include "core/rules/report.hpp"
#include "core/rules/rule.hpp"
#include "core/rules/sheet.hpp"
#include "core/rules/sign_in.hpp"
#include "core/rules/sync.hpp"
#include "core/rules/territory.hpp"

namespace lth::core {

/// Every rule, in the order of the table.
[[nodiscard]] std::vector<const Rule*> all_rules();

template <std::size_t N>
consteval const Rule* find_rule(const std::array<Rule, N>& table, std::string_view id) {
    for (const auto& rule : table) {
        if (rule.id == id) return &rule;
    }
    return nullptr;
}

/// A rule by its id, checked when compiling: `RuleRef rule = "loan.unknown";`. It holds the rule's
/// texts and no address in a table, so that a program carries only the rules that it can name: the
/// phone's core has no use for the sentences of imports and reports.
class RuleRef {
public:
    // Implicit on purpose: a call site reads `reject("loan.unknown")`.
    consteval RuleRef(const char* id) : RuleRef(lookup(id)) {}

    [[nodiscard]] constexpr std::string_view id() const { return id_; }
    [[nodiscard]] constexpr std::string_view vi() const { return vi_; }
    [[nodiscard]] constexpr std::string_view en() const { return en_; }

private:
    // The texts of the tables are literals, which end with a null character.
    consteval explicit RuleRef(const Rule* rule)
        : id_(rule->id.data()), vi_(rule->vi.data()), en_(rule->en.data()) {}

    static consteval const Rule* lookup(std::string_view id) {
        const Rule* found = find_rule(rules::entry, id);
        if (found == nullptr) found = find_rule(rules::club, id);
        if (found == nullptr) found = find_rule(rules::association, id);
        if (found == nullptr) found = find_rule(rules::territory, id);
        if (found == nullptr) found = find_rule(rules::registry, id);
        if (found == nullptr) found = find_rule(rules::sheet, id);
        if (found == nullptr) found = find_rule(rules::intake, id);
        if (found == nullptr) found = find_rule(rules::import_desk, id);
        if (found == nullptr) found = find_rule(rules::reading, id);
        if (found == nullptr) found = find_rule(rules::report, id);
        if (found == nullptr) found = find_rule(rules::sync, id);
        if (found == nullptr) found = find_rule(rules::sign_in, id);
        if (found == nullptr) unknown_rule();
        return found;
    }
    static void unknown_rule();  // not constant: naming an unknown rule does not compile

    const char* id_;
    const char* vi_;
    const char* en_;
};

}  // namespace lth::core
