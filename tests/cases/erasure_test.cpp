// One person's private parts are erased: the chain holds, text and salt are gone, and of all
// figures only counts of the elderly move, in the year in which that person turns 60 (or 55).
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "cases/demo_province.hpp"

namespace lth::tests {
namespace {

using core::make_date;
using core::club::Member;

struct Person {
    core::BookId club;
    core::MemberId id;
    int birth_year = 0;
    core::club::MonthDay birthday;
};

// A member of a club with a book whose birthday is known from a private part, and lies in the
// middle of the year in which he or she turns `age`.
Person find_person(DemoProvince& demo, int age, int year) {
    for (const auto& id : demo.books_of(core::BookKind::club)) {
        const auto fold = demo.fold<app::ClubFold>(id);
        if (!book_opened_on(fold.club)) continue;
        for (const Member& member : fold.club.members) {
            const auto known = fold.birthdays.known.find(member.admitted.member);
            const bool fits = member.birth_year && member.birth_year->value + age == year &&
                              known != fold.birthdays.known.end() && known->second.month >= 4 &&
                              known->second.month <= 9 && span_on(member, year_end) != nullptr;
            if (fits) return {id, known->first, member.birth_year->value, known->second};
        }
    }
    throw std::logic_error("nobody turns " + std::to_string(age));
}

struct Erased {
    std::string ops;                 // an entry's worth of private.erased
    std::vector<std::string> salts;  // that must be found nowhere afterwards
};

Erased erase_all_about(app::Store& store, const Person& person) {
    Erased erased;
    std::uint64_t last = 0;
    for (;;) {
        const auto page = store.entries(person.club, last, {});
        if (page.empty()) return erased;
        for (const auto& sealed : page) {
            last = sealed.seal.seq;
            std::string numbers;
            for (const auto& part : sealed.entry.parts) {
                if (!part.subject || part.subject->value != person.id.value) continue;
                numbers += (numbers.empty() ? "" : ",") + std::to_string(part.number);
                if (!part.content) continue;
                erased.salts.emplace_back(part.content->salt.begin(), part.content->salt.end());
            }
            if (numbers.empty()) continue;
            erased.ops += (erased.ops.empty() ? "" : ",") +
                          (R"({"op":"private.erased","on":"2020-12-31","entry_id":")" +
                           to_text(sealed.entry.entry_id) + R"(","erased":[)" + numbers + "]}");
        }
    }
}

std::string all_bytes(const std::filesystem::path& folder) {
    std::ostringstream bytes;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
    }
    return bytes.str();
}

std::string told(const facts::Value& value) {
    const auto number = [](std::optional<std::int64_t> n) {
        return n ? std::to_string(*n) : std::string("null");
    };
    return number(value.value) + " = " + number(value.numerator) + " / " +
           number(value.denominator);
}

struct Figure {
    std::string value;
    std::string note;
};

// Every measure and target by name, with all that is said of it.
std::map<std::string, Figure> figures(const facts::Standing& standing) {
    std::map<std::string, Figure> all;
    for (const auto& measure : standing.measures) {
        all[std::string(measure.name)] = {told(measure.answer.value), measure.answer.note.vi};
    }
    for (const auto& target : standing.targets) {
        std::string value = told(target.value);
        for (const auto& second : target.second) value += " · " + told(second.value);
        for (const auto& missing : target.missing) value += " · " + missing.name;
        all[std::string(target.id)] = {value, target.note.vi};
    }
    return all;
}

// The last day of each month around the years in question, and the days about the birthday.
std::vector<core::Date> days_to_ask(const Person& person, int year) {
    std::vector<core::Date> days = {make_date(2020, 9, 30)};
    for (int y = year - 1; y <= year + 1; ++y) {
        days.push_back(make_date(y, 1, 1));
        for (int m = 1; m <= 12; m += 3) days.push_back(core::last_day(core::make_month(y, m)));
    }
    const auto born = make_date(person.birth_year, person.birthday.month, person.birthday.day);
    const auto birthday = core::birthday(born, year - person.birth_year);
    for (int around = -1; around <= 1; ++around) days.push_back(birthday + around);
    days.push_back(make_date(year + 5, 12, 31));
    return days;
}

class Erasure : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Ages, Erasure, testing::Values(60, 55));

TEST_P(Erasure, MovesOnlyCountsOfTheElderlyAndOnlyInTheYearOfThatBirthday) {
    constexpr int year = 2022;
    DemoProvince demo(12, year_end);
    const auto territory = demo.books_of(core::BookKind::territory).front();
    const auto province = demo.fold<core::territory::Territory>(territory).units.front().id;
    demo.record(territory, R"({"op":"unit.reported","on":"2020-12-30","unit":")" +
                               to_text(province) +
                               R"(","as_of":"2020-09-30","elderly_population":400000,)"
                               R"("villages_complete":false,"evidence":"list"})");
    const auto person = find_person(demo, GetParam(), year);
    const auto erased = erase_all_about(*demo.store, person);
    ASSERT_FALSE(erased.salts.empty());
    std::map<core::Date, std::map<std::string, Figure>> before;
    for (const auto day : days_to_ask(person, year)) before[day] = figures(demo.standing(day));
    const auto balances = demo.fold<app::ClubFold>(person.club).club.balances;

    demo.record(person.club, erased.ops);

    EXPECT_TRUE(differences(*demo.store).empty());
    const auto bytes = all_bytes(demo.database.file(""));
    for (const auto& salt : erased.salts) EXPECT_EQ(bytes.find(salt), std::string::npos);
    EXPECT_TRUE(erase_all_about(*demo.store, person).salts.empty());
    for (const auto& row : demo.store->club_rows(person.club).disclosed) {
        EXPECT_NE(row.subject.value, person.id.value) << row.field;
    }
    EXPECT_EQ(demo.fold<app::ClubFold>(person.club).club.balances, balances);

    std::map<std::string, int> moved;
    for (const auto& [day, then] : before) {
        for (const auto& [name, now] : figures(demo.standing(day))) {
            const auto& old = then.at(name);
            if (now.value == old.value && now.note == old.note) continue;
            ++moved[name];
            const auto age = core::year_of(day) - person.birth_year;
            EXPECT_TRUE(age == 60 || age == 55) << name << " on " << to_text(day);
            if (now.value == old.value) continue;
            EXPECT_NE(now.note.find("năm sinh"), std::string::npos)
                << name << " on " << to_text(day) << ": " << old.value << " → " << now.value << " "
                << now.note;
        }
    }
    const std::string count = GetParam() == 60 ? "members_elderly" : "members_elderly_custom";
    EXPECT_GT(moved[count], 0);  // the year's rule counts from 1 January, the birthday did later
    for (const auto* same : {"members", "members_women", "members_hardship", "capital",
                             "loans_outstanding", "overdue", "operating_fund", "borrowers_ever",
                             "borrowers_owing", "clubs_active", "T12", "T13a", "T13c"}) {
        EXPECT_EQ(moved[same], 0) << same;
    }
}

}  // namespace
}  // namespace lth::tests
