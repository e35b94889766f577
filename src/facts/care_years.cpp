#include "facts/care_years.hpp"

#include <algorithm>
#include <array>

namespace lth::facts {

namespace {

using core::association::care_level_count;
using core::association::CareFlow;
using core::association::CareFlowRow;
using core::association::CareForm;
using core::association::CareFundRow;
using core::association::CareLevel;
using core::association::CareYearReported;
using core::association::CareYearRow;

/// One fund's year, in đồng.
struct FundYear {
    Basis basis = Basis::unknown;
    bool partial = false;
    bool has_receipts = true;
    bool has_support = true;
    std::int64_t money = 0;
    std::int64_t goods = 0;
    std::int64_t support_money = 0;
    std::int64_t support_goods = 0;
    std::int64_t from_below = 0;
};

bool is_top(CareLevel level) { return level == CareLevel::province || level == CareLevel::branch; }

void add_flow(FundYear& fund, const CareFlowRow& row) {
    const std::int64_t dong = row.amount.dong;
    const bool goods = row.form == CareForm::goods;
    std::int64_t& support = goods ? fund.support_goods : fund.support_money;
    const bool inside_top = row.other_level && is_top(*row.other_level);
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
            if (!goods && !inside_top) fund.from_below += dong;
            break;
        case CareFlow::transferred_out:
            if (!goods && !inside_top) fund.from_below -= dong;
            break;
        case CareFlow::spent_other:
            break;
    }
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

/// The years asked about, of one book: what flowed through each fund, and the statement that
/// stands.
class BookYears {
public:
    BookYears(const CareFacts& care, int first, int last, core::Date as_of)
        : care_(care), first_(first), as_of_(as_of) {
        for (int year = first; year <= last + 1; ++year) {
            starts_.push_back(core::make_date(year, 1, 1));
        }
        flows_.resize(starts_.size());
        stated_.resize(starts_.size());
        levels_ = levels_kept(care);
        sort_flows();
        find_statements();
    }

    [[nodiscard]] bool has(CareLevel level) const { return levels_[index(level)]; }

    [[nodiscard]] std::optional<CareYearSource> source(CareLevel level, int which) const {
        const std::size_t y = place(which);
        const core::Date begin = starts_[y];
        const core::Date last = starts_[y + 1] - 1;
        const auto row = std::ranges::find(care_.funds, level, &CareFundRow::level);
        std::optional<core::Date> opened;
        if (row != care_.funds.end()) {
            if (row->closed && *row->closed < begin) return std::nullopt;
            opened = row->opened;
        }
        const bool whole = opened && *opened <= begin;
        const CareYearRow* stated = stated_[y][index(level)];
        if (!whole && last <= as_of_ && stated) return CareYearSource{Basis::report, false, stated};
        if (!opened || *opened > std::min(last, as_of_)) return CareYearSource{};
        return CareYearSource{Basis::book, !whole, nullptr};
    }

    /// Absent: the fund was closed before the year.
    [[nodiscard]] std::optional<FundYear> year(CareLevel level, int which) const {
        const auto rests = source(level, which);
        if (!rests) return std::nullopt;
        if (rests->stated != nullptr) return stated_year(rests->stated->stated);
        if (rests->basis == Basis::unknown) return FundYear{};
        FundYear fund = flows_[place(which)][index(level)];
        fund.basis = rests->basis;
        fund.partial = rests->partial;
        return fund;
    }

private:
    [[nodiscard]] std::size_t place(int year) const {
        return static_cast<std::size_t>(year - first_);
    }
    static std::size_t index(CareLevel level) { return static_cast<std::size_t>(level); }

    void sort_flows() {
        for (const CareFlowRow& flow : care_.flows) {
            if (!flow.live || flow.on > as_of_ || flow.on < starts_.front()) continue;
            const auto next = std::ranges::upper_bound(starts_, flow.on);
            if (next == starts_.end()) continue;  // after the last year
            const auto y = static_cast<std::size_t>(next - starts_.begin()) - 1;
            add_flow(flows_[y][index(flow.level)], flow);
        }
    }

    void find_statements() {
        for (const CareYearRow& row : care_.years) {
            const auto y = static_cast<std::size_t>(row.stated.year.value - first_);
            if (!row.live || row.stated.year.value < first_ || y >= stated_.size()) continue;
            const CareYearRow*& kept = stated_[y][index(row.stated.level)];
            const bool later =
                !kept || std::pair(row.seq, row.op_index) > std::pair(kept->seq, kept->op_index);
            if (later) kept = &row;
        }
    }

    const CareFacts& care_;
    int first_;
    core::Date as_of_;
    std::vector<core::Date> starts_;  // 1 January of each year, and of the one after
    std::array<bool, care_level_count> levels_{};
    std::vector<std::array<FundYear, care_level_count>> flows_;
    std::vector<std::array<const CareYearRow*, care_level_count>> stated_;
};

void add_fund(CareYearTotal& total, const FundYear& fund) {
    const bool both = fund.has_receipts && fund.has_support;
    total.funds.add(fund.has_receipts ? fund.basis : Basis::unknown);
    total.with_support.add(both ? fund.basis : Basis::unknown);
    total.partial += fund.partial ? 1 : 0;
    total.money += fund.money;
    total.goods += fund.goods;
    total.from_below += fund.from_below;
    if (!both) return;
    total.support.num += fund.support_money;
    total.support.den += fund.money;
    total.support_with_goods.num += fund.support_money + fund.support_goods;
    total.support_with_goods.den += fund.money + fund.goods;
}

}  // namespace

std::array<bool, care_level_count> levels_kept(const CareFacts& care) {
    std::array<bool, care_level_count> levels{};
    const auto keep = [&](CareLevel level) { levels[static_cast<std::size_t>(level)] = true; };
    for (const CareFundRow& fund : care.funds) keep(fund.level);
    for (const CareYearRow& row : care.years) {
        if (row.live) keep(row.stated.level);
    }
    const bool none = std::ranges::none_of(levels, [](bool level) { return level; });
    if (none && care.row.level) keep(*care.row.level);
    return levels;
}

std::optional<CareYearSource> care_year_source(const CareFacts& care, CareLevel level, int year,
                                               core::Date as_of) {
    return BookYears(care, year, year, as_of).source(level, year);
}

CareYears care_years(std::span<const CareFacts> care, int first, int last, core::Date as_of) {
    CareYears years;
    for (int year = first; year <= last; ++year) {
        years.all[year];
        years.top[year];
    }
    for (const CareFacts& facts : care) {
        const BookYears book(facts, first, last, as_of);
        for (std::size_t l = 0; l < care_level_count; ++l) {
            const auto level = static_cast<CareLevel>(l);
            if (!book.has(level)) continue;
            for (int year = first; year <= last; ++year) {
                const auto fund = book.year(level, year);
                if (!fund) continue;
                add_fund(years.all[year], *fund);
                if (is_top(level)) add_fund(years.top[year], *fund);
            }
        }
    }
    return years;
}

}  // namespace lth::facts
