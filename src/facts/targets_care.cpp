// T9 and T10: what the care funds raise from outside, and how much of it supports clubs.
// Money that passes between levels is a transfer: it is counted once, where it came in.
#include <algorithm>

#include "core/money.hpp"
#include "facts/targets.hpp"

namespace lth::facts::targets {

namespace {

using core::grouped;
using core::association::CareFlow;
using core::association::CareFlowRow;
using core::association::CareForm;
using core::association::CareFundRow;
using core::association::CareLevel;
using core::association::CareYearReported;

/// One fund's year, in đồng.
struct FundYear {
    Basis basis = Basis::unknown;
    bool partial = false;  // by a book that was opened during the year
    bool has_receipts = true;
    bool has_support = true;
    std::int64_t money = 0;  // from outside, cash and bank
    std::int64_t goods = 0;
    std::int64_t support_money = 0;
    std::int64_t support_goods = 0;
    std::int64_t from_below = 0;  // at province and branch: net of what passed from other levels
};

bool is_top(CareLevel level) { return level == CareLevel::province || level == CareLevel::branch; }

void add_flow(FundYear& fund, const CareFlowRow& row) {
    const std::int64_t dong = row.amount.dong;
    const bool goods = row.form == CareForm::goods;
    std::int64_t& support = goods ? fund.support_goods : fund.support_money;
    const bool from_top = row.other_level && is_top(*row.other_level);
    switch (row.flow) {
        case CareFlow::received:
            (goods ? fund.goods : fund.money) += dong;
            break;
        case CareFlow::spent_club_founding:
        case CareFlow::spent_club_management:
        case CareFlow::granted:
            support += dong;
            break;
        case CareFlow::grant_returned:
            support -= dong;
            break;
        case CareFlow::transferred_in:
            if (!goods && !from_top) fund.from_below += dong;
            break;
        case CareFlow::transferred_out:
            if (!goods && !from_top) fund.from_below -= dong;
            break;
        case CareFlow::spent_other:
            break;
    }
}

const CareYearReported* statement_of(const CareFacts& care, CareLevel level, int year) {
    const core::association::CareYearRow* found = nullptr;
    for (const auto& row : care.years) {
        if (!row.live || row.stated.level != level || row.stated.year.value != year) continue;
        const bool later =
            !found || std::pair(row.seq, row.op_index) > std::pair(found->seq, found->op_index);
        if (later) found = &row;
    }
    return found ? &found->stated : nullptr;
}

FundYear stated_year(const CareYearReported& stated) {
    FundYear fund{.basis = Basis::report};
    const auto dong = [](const auto& money) { return money ? money->dong : 0; };
    fund.has_receipts = stated.received_money.has_value();
    fund.has_support = stated.club_support.has_value();
    fund.money = dong(stated.received_money);
    fund.goods = dong(stated.received_goods);
    fund.support_money = dong(stated.club_support);  // statements do not tell goods apart
    fund.from_below = dong(stated.transferred_in) - dong(stated.transferred_out);
    return fund;
}

/// Absent: the fund was closed before the year.
std::optional<FundYear> fund_year(const CareFacts& care, CareLevel level, int year,
                                  core::Date as_of) {
    const core::Date first = core::make_date(year, 1, 1);
    const core::Date last = core::make_date(year, 12, 31);
    const auto row = std::ranges::find(care.funds, level, &CareFundRow::level);
    std::optional<core::Date> opened;
    if (row != care.funds.end()) {
        if (row->closed && *row->closed < first) return std::nullopt;
        opened = row->opened;
    }
    const bool whole = opened && *opened <= first;
    if (!whole && last <= as_of) {
        if (const auto* stated = statement_of(care, level, year)) return stated_year(*stated);
    }
    if (!opened || *opened > std::min(last, as_of)) return FundYear{};
    FundYear fund{.basis = Basis::book, .partial = !whole};
    for (const CareFlowRow& flow : care.flows) {
        const bool counts = flow.live && flow.level == level && flow.on >= first &&
                            flow.on <= last && flow.on <= as_of;
        if (counts) add_flow(fund, flow);
    }
    return fund;
}

std::vector<CareLevel> levels_of(const CareFacts& care) {
    std::vector<CareLevel> levels;
    for (const auto& fund : care.funds) levels.push_back(fund.level);
    for (const auto& year : care.years) {
        if (year.live) levels.push_back(year.stated.level);
    }
    if (levels.empty() && care.row.level) levels.push_back(*care.row.level);
    std::ranges::sort(levels);
    const auto [first, end] = std::ranges::unique(levels);
    levels.erase(first, end);
    return levels;
}

enum class Levels : std::uint8_t { all, top };

/// All funds together.
struct CareYearTotal {
    BasisCounts funds;         // by what they received
    BasisCounts with_support;  // by both what they received and what they gave
    std::int64_t partial = 0;
    std::int64_t money = 0;
    std::int64_t goods = 0;
    std::int64_t from_below = 0;
    Ratio support;  // of money
    Ratio support_with_goods;

    [[nodiscard]] std::optional<std::int64_t> raised() const {
        return funds.book + funds.report == 0 ? std::nullopt : std::optional(money);
    }
};

CareYearTotal total_of(const Desk& desk, int year, Levels which) {
    CareYearTotal total;
    for (const CareFacts& care : desk.in.care) {
        for (const CareLevel level : levels_of(care)) {
            if (which == Levels::top && !is_top(level)) continue;
            const auto fund = fund_year(care, level, year, desk.question.as_of);
            if (!fund) continue;
            const bool both = fund->has_receipts && fund->has_support;
            total.funds.add(fund->has_receipts ? fund->basis : Basis::unknown);
            total.with_support.add(both ? fund->basis : Basis::unknown);
            total.partial += fund->partial ? 1 : 0;
            total.money += fund->money;
            total.goods += fund->goods;
            total.from_below += fund->from_below;
            if (!both) continue;
            total.support.num += fund->support_money;
            total.support.den += fund->money;
            total.support_with_goods.num += fund->support_money + fund->support_goods;
            total.support_with_goods.den += fund->money + fund->goods;
        }
    }
    return total;
}

/// The year a scheme is asked about: as_of's, or its last.
int asked_year(const Desk& desk) { return core::year_of(period_end(desk)); }
int first_year(const Desk& desk) { return core::year_of(desk.terms.baseline) + 1; }

bool is_over(const Desk& desk, int year) {
    return core::make_date(year, 12, 31) <= desk.question.as_of;
}

void describe(const Desk& desk, Target& target, const BasisCounts& funds, std::int64_t partial) {
    target.basis = funds;
    const int year = asked_year(desk);
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
    const bool reached = target.id == "T9b" ? *target.value.value > *target.goal
                                            : *target.value.value >= *target.goal;
    if (reached) return true;
    if (!is_over(desk, asked_year(desk)) || target.basis.unknown > 0) return std::nullopt;
    return false;
}

void add_years(const Desk& desk, Target& target, Levels levels) {
    for (int year = first_year(desk); year < asked_year(desk); ++year) {
        const std::string text = std::to_string(year);
        target.second.push_back(
            {{"Năm " + text, "Year " + text}, money_of(total_of(desk, year, levels).raised())});
    }
}

}  // namespace

Target care_raised(const Desk& desk) {
    Target target = make_target(
        desk, "T9a", {"Quỹ chăm sóc vận động trong năm", "Raised by the care fund in the year"});
    const CareYearTotal year = total_of(desk, asked_year(desk), Levels::all);
    target.value = money_of(year.raised());
    describe(desk, target, year.funds, year.partial);
    target.met = money_met(desk, target);
    const bool known = year.raised().has_value();
    target.second = {
        {{"Hiện vật", "Goods"}, money_of(known ? std::optional(year.goods) : std::nullopt)},
        {{"Tiền và hiện vật", "Money and goods"},
         money_of(known ? std::optional(year.money + year.goods) : std::nullopt)},
    };
    add_years(desk, target, Levels::all);
    return target;
}

Target care_at_province(const Desk& desk) {
    Target target = make_target(
        desk, "T9b",
        {"Trong đó cấp tỉnh và chi nhánh vận động", "Of it raised at branch and province"});
    const CareYearTotal year = total_of(desk, asked_year(desk), Levels::top);
    target.value = money_of(year.raised());
    describe(desk, target, year.funds, year.partial);
    target.met = money_met(desk, target);
    const bool known = year.raised().has_value();
    target.second = {
        {{"Sử dụng được tại tỉnh và chi nhánh", "Available at branch and province"},
         money_of(known ? std::optional(year.money + year.from_below) : std::nullopt)},
        {{"Hiện vật", "Goods"}, money_of(known ? std::optional(year.goods) : std::nullopt)},
    };
    add_years(desk, target, Levels::top);
    return target;
}

Target care_for_clubs(const Desk& desk) {
    Target target = make_target(desk, "T10", {"Tỷ lệ quỹ hỗ trợ CLB", "Share that supports clubs"});
    const int asked = asked_year(desk);
    const CareYearTotal year = total_of(desk, asked, Levels::all);
    const bool known = year.with_support.book + year.with_support.report > 0;
    target.value = known ? share_of(year.support) : unknown_value(ValueKind::share);
    describe(desk, target, year.with_support, year.partial);
    if (target.goal && known && is_over(desk, asked)) {
        target.met = at_least(year.support, *target.goal);
    }
    Ratio all;
    Ratio all_with_goods;
    for (int y = first_year(desk); y <= asked; ++y) {
        const CareYearTotal total = total_of(desk, y, Levels::all);
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
