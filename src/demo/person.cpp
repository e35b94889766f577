#include "demo/person.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace lth::demo {
namespace {

using std::string_view;

constexpr std::array<string_view, 20> family_names = {
    "Nguyễn", "Nguyễn", "Nguyễn", "Lê", "Lê",    "Lê",    "Trần",   "Trần", "Phạm", "Phạm",
    "Hoàng",  "Trịnh",  "Bùi",    "Hà", "Lương", "Quách", "Trương", "Đỗ",   "Vũ",   "Mai"};
constexpr std::array<string_view, 24> women_names = {
    "Hoa", "Lan",  "Huệ",  "Cúc", "Mai",   "Đào",  "Sen", "Liên", "Hương", "Thơm", "Nhàn", "Thanh",
    "Tâm", "Hiền", "Dung", "Nga", "Tuyết", "Xuân", "Thu", "Hồng", "Lợi",   "Bình", "Yên",  "Én"};
constexpr std::array<string_view, 20> men_names = {
    "Hùng",  "Dũng", "Minh", "Sơn", "Hải",   "Long", "Tuấn", "Bắc", "Nam", "Đông",
    "Thành", "Công", "Tiến", "Lâm", "Quang", "Vinh", "Phúc", "Lộc", "Thọ", "Khang"};
constexpr std::array<string_view, 8> men_middle = {"Văn",  "Văn",  "Văn", "Đức",
                                                   "Xuân", "Ngọc", "Hữu", "Đình"};
constexpr std::array<string_view, 6> women_middle = {"Thị", "Thị", "Thị", "Thị", "Kim", "Ngọc"};

core::club::Hardship some_hardship(Rng& rng) {
    const auto draw = rng.below(100);
    if (draw < 22) return core::club::Hardship::poor;
    if (draw < 44) return core::club::Hardship::near_poor;
    if (draw < 56) return core::club::Hardship::other;
    return core::club::Hardship::none;
}

// Days beyond 28 are left out: every month has the others.
core::club::MonthDay some_day(Rng& rng) {
    return {static_cast<std::uint8_t>(rng.between(1, 12)),
            static_cast<std::uint8_t>(rng.between(1, 28))};
}

void set_birth(Rng& rng, Person& person, AgeGroup group, core::Date day) {
    constexpr std::int32_t limit = 60;
    const auto today = core::civil(day);
    const core::club::MonthDay now{static_cast<std::uint8_t>(today.month),
                                   static_cast<std::uint8_t>(today.day)};
    const bool exact = rng.per_mille(600);
    const auto birthday = some_day(rng);
    const auto first = rng.between(0, 32);
    const auto second = rng.between(0, 32);
    const auto years = static_cast<std::int32_t>(std::min(first, second));
    if (exact) person.birthday = birthday;
    if (group == AgeGroup::elderly) {
        person.birth_year = today.year - limit - years;
        // Whoever turns 60 this year has had the birthday.
        if (years == 0 && person.birthday && *person.birthday > now) person.birthday = now;
        if (person.birthday && person.birthday->day > 28) person.birthday->day = 28;
        return;
    }
    person.birth_year = today.year - limit + 1 + years;
    // A few turn 60 later this year: only an exact birthday tells.
    const bool later = person.birthday && birthday > now;
    if (years == 0 && later && rng.per_mille(700)) person.birth_year = today.year - limit;
}

}  // namespace

Person make_person(Rng& rng, AgeGroup group, core::Date day) {
    Person person;
    person.id = {rng.next() % core::local_id_limit};
    set_birth(rng, person, group, day);
    person.hardship = some_hardship(rng);
    const auto habit = rng.below(1000);
    person.habit = habit < 12 ? Habit::failing : habit < 90 ? Habit::slack : Habit::punctual;
    person.refuses_consent = rng.per_mille(15);
    return person;
}

PartDraft name_part(Rng& rng, const Person& person) {
    std::string text = R"({"name":")";
    text += rng.pick(family_names);
    text += ' ';
    text += person.woman ? rng.pick(women_middle) : rng.pick(men_middle);
    text += ' ';
    text += person.woman ? rng.pick(women_names) : rng.pick(men_names);
    text += " (mẫu)\"";
    if (person.birthday) {
        text += ",\"day\":" + std::to_string(person.birthday->day);
        text += ",\"month\":" + std::to_string(person.birthday->month);
    }
    text += '}';
    return {core::PartClass::name, core::SubjectId{person.id.value}, std::move(text)};
}

std::uint64_t monthly_mortality(std::int32_t age) {
    if (age < 50) return 15;
    if (age < 60) return 40;
    if (age < 70) return 110;
    if (age < 80) return 280;
    if (age < 90) return 700;
    return 1'600;
}

}  // namespace lth::demo
