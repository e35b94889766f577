// T9 and T10: what the care funds raise from outside, and how much of it supports clubs.
#include <algorithm>

#include "core/money.hpp"
#include "facts/targets.hpp"

namespace lth::facts::targets {

namespace {

using core::grouped;

bool is_over(const Desk& desk, int year) {
    return core::make_date(year, 12, 31) <= desk.question.as_of;
}

void describe(const Desk& desk, Target& target, const BasisCounts& funds, std::int64_t partial) {
    target.basis = funds;
    target.counted = Counted::funds;
    const int year = asked_year(desk.question.as_of, desk.terms);
    target.note.add(
        {"Năm " + std::to_string(year) + (is_over(desk, year) ? "." : ", chưa hết năm."),
         "Year " + std::to_string(year) + (is_over(desk, year) ? "." : ", not over.")});
    if (partial > 0) {
        target.note.add({grouped(partial) + " quỹ tính kể từ ngày mở sổ.",
                         grouped(partial) + " funds count from the day their book was opened."});
    }
    target.note.add({"Số quỹ: theo sổ " + grouped(funds.book) + " · theo báo cáo " +
                         grouped(funds.report) + " · chưa có số liệu " + grouped(funds.unknown) +
                         ".",
                     "Funds: by book " + grouped(funds.book) + " · by report " +
                         grouped(funds.report) + " · no data " + grouped(funds.unknown) + "."});
}

/// Reached is reached; not reached is known only of a year that is over, with all funds known.
std::optional<bool> money_met(const Desk& desk, const Target& target) {
    if (!target.goal || !target.value.value) return std::nullopt;
    const bool reached = desk.terms.goal(target.id).reached(*target.value.value);
    if (reached) return true;
    if (!is_over(desk, asked_year(desk.question.as_of, desk.terms)) || target.basis.unknown > 0)
        return std::nullopt;
    return false;
}

void add_years(const Desk& desk, Target& target, const std::map<int, CareYearTotal>& years) {
    for (int year = first_year(desk.terms); year < asked_year(desk.question.as_of, desk.terms);
         ++year) {
        const std::string text = std::to_string(year);
        target.second.push_back(
            {{"Năm " + text, "Year " + text}, money_of(years.at(year).raised())});
    }
}

}  // namespace

Target care_raised(const Desk& desk) {
    Target target = make_target(
        desk, "T9a", {"Quỹ chăm sóc vận động trong năm", "Raised by the care fund in the year"});
    const CareYearTotal& year = desk.care.all.at(asked_year(desk.question.as_of, desk.terms));
    target.value = money_of(year.raised());
    describe(desk, target, year.funds, year.partial);
    target.met = money_met(desk, target);
    const bool known = year.raised().has_value();
    target.second = {
        {{"Hiện vật", "Goods"}, money_of(known ? std::optional(year.goods) : std::nullopt)},
        {{"Tiền và hiện vật", "Money and goods"},
         money_of(known ? std::optional(year.money + year.goods) : std::nullopt)},
    };
    add_years(desk, target, desk.care.all);
    return target;
}

Target care_at_province(const Desk& desk) {
    Target target = make_target(
        desk, "T9b",
        {"Trong đó cấp tỉnh và chi nhánh vận động", "Of it raised at branch and province"});
    const CareYearTotal& year = desk.care.top.at(asked_year(desk.question.as_of, desk.terms));
    target.value = money_of(year.raised());
    describe(desk, target, year.funds, year.partial);
    target.met = money_met(desk, target);
    const bool known = year.raised().has_value();
    target.second = {
        {{"Sử dụng được tại tỉnh và chi nhánh", "Available at branch and province"},
         money_of(known ? std::optional(year.money + year.from_below) : std::nullopt)},
        {{"Hiện vật", "Goods"}, money_of(known ? std::optional(year.goods) : std::nullopt)},
    };
    add_years(desk, target, desk.care.top);
    return target;
}

Target care_for_clubs(const Desk& desk) {
    Target target = make_target(desk, "T10", {"Tỷ lệ quỹ hỗ trợ CLB", "Share that supports clubs"});
    const int asked = asked_year(desk.question.as_of, desk.terms);
    const CareYearTotal& year = desk.care.all.at(asked);
    const bool known = year.with_support.book + year.with_support.report > 0;
    target.value = known ? share_of(year.support) : unknown_value(ValueKind::share);
    describe(desk, target, year.with_support, year.partial);
    if (target.goal && known && is_over(desk, asked)) {
        target.met = at_least(year.support, *target.goal);
    }
    Ratio all;
    Ratio all_with_goods;
    for (int y = first_year(desk.terms); y <= asked; ++y) {
        const CareYearTotal& total = desk.care.all.at(y);
        all = {all.num + total.support.num, all.den + total.support.den};
        all_with_goods = {all_with_goods.num + total.support_with_goods.num,
                          all_with_goods.den + total.support_with_goods.den};
    }
    target.second = {
        {{"Tính cả hiện vật", "With goods"},
         known ? share_of(year.support_with_goods) : unknown_value(ValueKind::share)},
        {{"Lũy kế từ đầu đề án", "Since the scheme began"}, share_of(all)},
        {{"Lũy kế, tính cả hiện vật", "Since it began, with goods"}, share_of(all_with_goods)},
    };
    return target;
}

std::vector<Target> all(const Desk& desk) {
    using Ask = Target (*)(const Desk&);
    constexpr Ask in_order[] = {
        new_clubs,     new_members,      new_elderly,    communes,      villages,
        districts,     full_communes,    priority_areas, rated_well,    rated_weak,
        care_raised,   care_at_province, care_for_clubs, club_size,     women_share,
        elderly_share, younger_share,    hardship_share, start_capital, borrowed_ever,
        borrowed_year, borrowing_now,
    };
    std::vector<Target> targets;
    targets.reserve(std::size(in_order));
    for (const Ask ask : in_order) targets.push_back(ask(desk));
    return targets;
}

}  // namespace lth::facts::targets
