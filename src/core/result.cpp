#include "core/result.hpp"

#include "core/date.hpp"

namespace lth::core {
namespace {

template <std::size_t N>
void append(std::vector<const Rule*>& rules, const std::array<Rule, N>& table) {
    for (const auto& rule : table) rules.push_back(&rule);
}

// Days as they are written in Viet Nam, in both languages: English changes words, not figures.
std::string as_said(const std::string& value) {
    const auto day = parse_date(value);
    return day ? vietnamese(*day) : value;
}

}  // namespace

std::vector<const Rule*> all_rules() {
    std::vector<const Rule*> rules;
    append(rules, rules::entry);
    append(rules, rules::club);
    append(rules, rules::association);
    append(rules, rules::territory);
    append(rules, rules::registry);
    append(rules, rules::sheet);
    append(rules, rules::intake);
    append(rules, rules::import_desk);
    append(rules, rules::reading);
    append(rules, rules::report);
    append(rules, rules::sync);
    append(rules, rules::sign_in);
    return rules;
}

std::string message(const Rejection& rejection, Language language) {
    std::string text(language == Language::vi ? rejection.rule.vi() : rejection.rule.en());
    for (const auto& fact : rejection.facts) {
        const std::string placeholder = "{" + fact.name + "}";
        const auto said = as_said(fact.value);
        for (auto at = text.find(placeholder); at != std::string::npos;
             at = text.find(placeholder, at + said.size())) {
            text.replace(at, placeholder.size(), said);
        }
    }
    return text;
}

}  // namespace lth::core
