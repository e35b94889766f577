#include "intake/roster.hpp"

#include <charconv>

#include "core/text.hpp"

namespace lth::intake {
namespace {

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

HiddenIds hidden_ids(const sheet::Text& id) {
    if (!id) return {};
    const auto slash = id->find('/');
    if (slash == std::string::npos) return {id, {}};
    return {id->substr(0, slash), id->substr(slash + 1)};
}

Roster::Roster(const app::ClubRows& rows) {
    for (const auto& row : rows.members) {
        if (!row.live) continue;
        by_id_.emplace(row.member, people_.size());
        people_.push_back({row, {}, {}, {}, {}});
    }
    for (const auto& said : rows.disclosed) {
        const auto at = by_id_.find(core::MemberId{said.subject.value});
        if (at == by_id_.end()) continue;
        auto& person = people_[at->second];
        if (said.field == "name") person.name = said.value;
        if (said.field == "day") person.day = number(said.value);
        if (said.field == "month") person.month = number(said.value);
        if (said.field == "phone") person.phone = said.value;
    }
    for (std::size_t i = 0; i < people_.size(); ++i) {
        by_name_[core::fold_words(people_[i].name)].push_back(i);
    }
}

const Person* Roster::find(core::MemberId id) const {
    const auto at = by_id_.find(id);
    return at == by_id_.end() ? nullptr : &people_[at->second];
}

const Person* Roster::find_hidden(const sheet::Text& id) const {
    const auto member = core::parse_base32(hidden_ids(id).member);
    return member ? find(core::MemberId{*member}) : nullptr;
}

std::vector<const Person*> Roster::alike(std::string_view name) const {
    std::vector<const Person*> found;
    const auto at = by_name_.find(core::fold_words(name));
    if (at == by_name_.end()) return found;
    for (const auto i : at->second) found.push_back(&people_[i]);
    return found;
}

std::vector<const Person*> Roster::find(std::string_view name,
                                        const std::optional<sheet::Birth>& birth) const {
    auto found = alike(name);
    std::erase_if(found, [&](const Person* person) {
        const auto& year = person->row.birth_year;
        return birth && year && year->value != birth->year;
    });
    return found;
}

std::string nameless(core::MemberId member) { return "Thành viên " + to_text(member); }

}  // namespace lth::intake
