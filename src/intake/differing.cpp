#include "intake/differing.hpp"

namespace lth::intake {

void Differing::tell(sheet::ColumnId column, std::string before, std::string after) {
    const auto* named = sheet::find_column(sheet::table_of(table_), column);
    planner_.differs(at_, {.sheet = {},
                           .row = 0,
                           .club = club_,
                           .who = who_,
                           .column = named == nullptr ? std::string_view() : named->heading,
                           .before = before_ == Before::told ? std::move(before) : std::string(),
                           .after = std::move(after)});
}

std::string shown(const std::optional<core::Date>& day) {
    return day ? core::vietnamese(*day) : std::string();
}

std::string shown(const std::optional<core::Money>& amount) {
    return amount ? to_text(*amount) : std::string();
}

std::string shown(const sheet::Birth& birth) {
    return birth.date ? core::vietnamese(*birth.date) : std::to_string(birth.year);
}

std::string shown_birth(const Person& person) {
    const auto& year = person.row.birth_year;
    if (!year) return {};
    sheet::Birth birth{year->value, {}};
    if (person.day && person.month) {
        birth.date = core::make_date(year->value, static_cast<unsigned>(*person.month),
                                     static_cast<unsigned>(*person.day));
    }
    return shown(birth);
}

std::string shown_person(const Person& person) {
    std::string text = person.name;
    if (const auto birth = shown_birth(person); !birth.empty()) text += ", sinh " + birth;
    return text + ", vào " + core::vietnamese(person.row.joined);
}

}  // namespace lth::intake
