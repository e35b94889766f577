// T9 and T10: outside money once, supports of clubs against it, books before statements.
#include <gtest/gtest.h>

#include "support/facts/sample_province.hpp"

namespace lth::facts {
namespace {

using core::make_date;
using core::association::CareFlow;
using core::association::CareFlowRow;
using core::association::CareForm;
using core::association::CareLevel;
using support::SampleDesk;

constexpr std::int64_t million = 1'000'000;
constexpr std::int64_t billion = 1'000 * million;

CareFacts fund(int number, CareLevel level, std::optional<core::Date> opened) {
    CareFacts care;
    care.id = support::sample_book(number);
    care.row.level = level;
    core::association::CareFundRow row;
    row.level = level;
    row.opened = opened;
    care.funds.push_back(row);
    return care;
}

CareFlowRow& add_flow(CareFacts& care, core::Date on, CareFlow flow, std::int64_t dong) {
    CareFlowRow row;
    row.on = on;
    row.flow = flow;
    row.level = care.funds.front().level;
    row.amount = core::Money{dong};
    care.flows.push_back(row);
    return care.flows.back();
}

void add_year(CareFacts& care, int year, std::optional<std::int64_t> money,
              std::optional<std::int64_t> support) {
    core::association::CareYearRow row;
    row.seq = care.years.size() + 1;
    row.stated.level = care.funds.front().level;
    row.stated.year = core::Year{year};
    if (money) row.stated.received_money = core::Money{*money};
    if (support) row.stated.club_support = core::Money{*support};
    care.years.push_back(row);
}

const core::Date opened = make_date(2021, 1, 1);
const core::Date june = make_date(2022, 6, 1);
const core::Date year_end = make_date(2022, 12, 31);

Target ask(const std::vector<CareFacts>& care, std::string_view id, core::Date as_of) {
    SampleDesk desk({});
    desk.care = care;
    return *find_target(desk.ask(as_of), id);
}

TEST(CareTargets, MoneyPassedBetweenLevelsMovesNothing) {
    CareFacts province = fund(1, CareLevel::province, opened);
    CareFacts commune = fund(2, CareLevel::commune, opened);
    add_flow(province, june, CareFlow::received, 3 * billion);
    add_flow(commune, june, CareFlow::received, 2 * billion);
    EXPECT_EQ(ask({province, commune}, "T9a", year_end).value.value, 5 * billion);

    add_flow(commune, june, CareFlow::transferred_out, billion).other_level = CareLevel::province;
    add_flow(province, june, CareFlow::transferred_in, billion).other_level = CareLevel::commune;
    EXPECT_EQ(ask({province, commune}, "T9a", year_end).value.value, 5 * billion);
    const Target top = ask({province, commune}, "T9b", year_end);
    EXPECT_EQ(top.value.value, 3 * billion);            // raised by
    EXPECT_EQ(top.second[0].value.value, 4 * billion);  // available at
}

TEST(CareTargets, GoodsStandApart) {
    CareFacts province = fund(1, CareLevel::province, opened);
    add_flow(province, june, CareFlow::received, 7 * billion);
    add_flow(province, june, CareFlow::received, billion).form = CareForm::goods;
    const Target raised = ask({province}, "T9a", year_end);
    EXPECT_EQ(raised.value.value, 7 * billion);
    EXPECT_EQ(raised.second[0].value.value, billion);
    EXPECT_EQ(raised.second[1].value.value, 8 * billion);
}

TEST(CareTargets, AYearIsJudgedWhenItIsOverOrTheGoalReached) {
    CareFacts province = fund(1, CareLevel::province, opened);
    add_flow(province, june, CareFlow::received, 7 * billion - 1);
    EXPECT_EQ(ask({province}, "T9a", make_date(2022, 12, 30)).met, std::nullopt);
    EXPECT_EQ(ask({province}, "T9a", year_end).met, false);
    add_flow(province, june, CareFlow::received, 1);
    EXPECT_EQ(ask({province}, "T9a", june).met, true);
    EXPECT_EQ(ask({province}, "T9a", june - 1).value.value, 0);
}

TEST(CareTargets, ExactlyFourBillionAtTheProvinceIsNotOverFour) {
    CareFacts province = fund(1, CareLevel::province, opened);
    add_flow(province, june, CareFlow::received, 4 * billion);
    EXPECT_EQ(ask({province}, "T9b", year_end).met, false);
    add_flow(province, june, CareFlow::received, 1);
    EXPECT_EQ(ask({province}, "T9b", year_end).met, true);
}

TEST(CareTargets, ExactlySixtyPercentPassesAndReturnsAreTakenOff) {
    CareFacts province = fund(1, CareLevel::province, opened);
    add_flow(province, june, CareFlow::received, 1'000 * million);
    add_flow(province, june, CareFlow::granted, 500 * million);
    add_flow(province, june, CareFlow::spent_club_founding, 120 * million);
    add_flow(province, june, CareFlow::spent_other, 300 * million);
    add_flow(province, june, CareFlow::grant_returned, 20 * million);
    EXPECT_EQ(ask({province}, "T10", year_end).value.value, 600'000);
    EXPECT_EQ(ask({province}, "T10", year_end).met, true);
    EXPECT_EQ(ask({province}, "T10", june).met, std::nullopt);
    add_flow(province, june, CareFlow::grant_returned, 1);
    EXPECT_EQ(ask({province}, "T10", year_end).met, false);
}

TEST(CareTargets, AReversedFlowCountsNowhere) {
    CareFacts province = fund(1, CareLevel::province, opened);
    add_flow(province, june, CareFlow::received, billion).live = false;
    EXPECT_EQ(ask({province}, "T9a", year_end).value.value, 0);
}

TEST(CareTargets, AStatementAnswersForAYearWithoutAWholeBook) {
    CareFacts commune = fund(2, CareLevel::commune, make_date(2022, 5, 1));
    add_flow(commune, june, CareFlow::received, 10 * million);
    const Target by_book = ask({commune}, "T9a", year_end);
    EXPECT_EQ(by_book.value.value, 10 * million);
    EXPECT_EQ(by_book.basis, (BasisCounts{1, 0, 0}));
    EXPECT_NE(by_book.note.vi.find("kể từ ngày mở sổ"), std::string::npos);

    add_year(commune, 2022, 30 * million, 15 * million);
    add_year(commune, 2022, 25 * million, 15 * million);  // the later one stands
    const Target stated = ask({commune}, "T9a", year_end);
    EXPECT_EQ(stated.value.value, 25 * million);
    EXPECT_EQ(stated.basis, (BasisCounts{0, 1, 0}));
    EXPECT_EQ(ask({commune}, "T10", year_end).value.value, 600'000);
    EXPECT_EQ(basis_text(stated.basis, stated.counted).vi,
              "trong đó: theo sổ 0 · theo báo cáo 1 · chưa có số liệu 0 quỹ");
}

TEST(CareTargets, OneRuleSaysWhatAYearRestsOn) {
    CareFacts commune = fund(2, CareLevel::commune, make_date(2022, 5, 1));
    add_year(commune, 2022, 30 * million, 15 * million);
    const auto rests = [&](core::Date as_of) {
        return care_year_source(commune, CareLevel::commune, 2022, as_of)->basis;
    };
    EXPECT_EQ(rests(make_date(2022, 4, 30)), Basis::unknown);
    EXPECT_EQ(rests(june), Basis::book);
    EXPECT_EQ(rests(year_end), Basis::report);
    EXPECT_EQ(rests(make_date(2023, 6, 30)), Basis::report);
    commune.funds.front().opened = opened;  // all year long
    EXPECT_EQ(rests(year_end), Basis::book);
    commune.funds.front().closed = make_date(2021, 12, 1);
    EXPECT_FALSE(care_year_source(commune, CareLevel::commune, 2022, year_end));
}

TEST(CareTargets, AFundOfWhichNothingIsKnownIsNull) {
    const CareFacts silent = fund(1, CareLevel::province, std::nullopt);
    EXPECT_EQ(ask({silent}, "T9a", year_end).value.value, std::nullopt);
    EXPECT_EQ(ask({}, "T10", year_end).value.value, std::nullopt);
    CareFacts half = fund(1, CareLevel::province, std::nullopt);
    add_year(half, 2022, 8 * billion, std::nullopt);
    EXPECT_EQ(ask({half}, "T9a", year_end).met, true);
    EXPECT_EQ(ask({half}, "T10", year_end).value.value, std::nullopt);
}

}  // namespace
}  // namespace lth::facts
