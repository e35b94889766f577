// The map of a day: villages of any time found on it, denominators, classes, lineage, reversal.
#include <gtest/gtest.h>

#include "core/territory/denominators.hpp"
#include "support/territory_book.hpp"

namespace lth::tests {
namespace {

using namespace core::territory;
using core::make_date;

const core::Date start = make_date(2020, 1, 1);
const core::Date reform_day = make_date(2025, 7, 1);
const core::PublicText law = {"Nghị quyết 1"};

/// "11" and "12" whole into "91"; "13" in parts into "92" and "91"; districts end.
ReformApplied reform() {
    const auto created = [](std::string code) {
        return UnitRow{.unit = unit_id("n" + code),
                       .code = {code},
                       .name = {"Xã " + code},
                       .kind = UnitKind::commune,
                       .parent = unit_id("P")};
    };
    const auto kept = [](std::string_view code, const char* name, UnitKind kind) {
        return UnitRow{.unit = unit_id(code),
                       .code = {std::string(code)},
                       .name = {name},
                       .kind = kind,
                       .parent = unit_id("P")};
    };
    return {.effective = reform_day,
            .created = {created("11"), created("92")},
            .changed = {kept("21", "Xã Hai Mốt", UnitKind::commune),
                        kept("22", "Thị trấn Hai Hai", UnitKind::township)},
            .abolished = {unit_id("11"), unit_id("12"), unit_id("13"), unit_id("1"), unit_id("2")},
            .successions = {{unit_id("11"), unit_id("n11"), Share::whole},
                            {unit_id("12"), unit_id("n11"), Share::whole},
                            {unit_id("13"), unit_id("n92"), Share::part},
                            {unit_id("13"), unit_id("n11"), Share::part}},
            .evidence = Evidence::law,
            .legal_basis = law};
}

TerritoryBook reformed_book() {
    auto book = small_book();
    for (const auto& [number, unit] :
         {std::pair{1, "11"}, {2, "12"}, {3, "13"}, {4, "13"}, {5, "21"}, {6, "22"}}) {
        book.must(village(static_cast<std::uint64_t>(number), unit));
    }
    book.must(reform());  // entry 8
    return book;
}

std::string code_of(const TerritoryView& view, const Place& place) {
    return place.unit == no_node ? "" : view.units[place.unit].code;
}

TEST(TerritoryView, VillagesFollowTheirCommune) {
    const auto book = reformed_book();
    const auto before = make_view(book.book, reform_day - 1);
    const auto after = make_view(book.book, reform_day);
    EXPECT_EQ(view_fault(book.book, before), "");
    EXPECT_EQ(view_fault(book.book, after), "");
    EXPECT_EQ(count_units(before, Level::commune), 5U);
    EXPECT_EQ(count_units(after, Level::commune), 4U);
    EXPECT_EQ(count_units(after, Level::district), 0U);
    EXPECT_EQ(after.villages.size(), 6U);
    const auto* whole = place_of(after, village_id(2));
    ASSERT_NE(whole, nullptr);
    EXPECT_EQ(after.units[whole->unit].id, unit_id("n11"));
    EXPECT_FALSE(whole->provisional);
    // The code was 11's: the day decides which unit it is.
    EXPECT_EQ(before.units[find_code(before, "11")].id, unit_id("11"));
    EXPECT_EQ(after.units[find_code(after, "11")].id, unit_id("n11"));
}

TEST(TerritoryView, VillagesOfASplitCommuneAreAssignedOneByOne) {
    auto book = reformed_book();
    const auto counted = [&](std::uint64_t number) {
        const auto view = make_view(book.book, reform_day);
        const auto* place = place_of(view, village_id(number));
        return std::pair(code_of(view, *place), place->split);
    };
    EXPECT_EQ(counted(3), std::pair(std::string("92"), true)) << "the first successor, marked";
    auto decisions = open_decisions(book.book, reform_day);
    ASSERT_EQ(decisions.size(), 1U);
    EXPECT_EQ(decisions[0].villages, (std::vector{village_id(3), village_id(4)}));
    EXPECT_EQ(decisions[0].choices, (std::vector{unit_id("n92"), unit_id("n11")}));

    book.must(VillageAssigned{village_id(3), unit_id("n11"), reform_day, Evidence::law, law});
    EXPECT_EQ(counted(3), std::pair(std::string("11"), false));
    EXPECT_EQ(counted(4), std::pair(std::string("92"), true));
    EXPECT_EQ(open_decisions(book.book, reform_day)[0].villages, std::vector{village_id(4)});
    book.must(VillageAssigned{village_id(4), unit_id("n92"), reform_day, Evidence::law, law});
    EXPECT_EQ(counted(4), std::pair(std::string("92"), false));
    EXPECT_TRUE(open_decisions(book.book, reform_day).empty());
    EXPECT_EQ(make_view(book.book, reform_day - 1).villages.size(), 6U);
}

TEST(TerritoryView, APartThatWasAllOfItLeavesNothingToDecide) {
    auto book = small_book();
    book.must(village(1, "11"));
    book.must(village(3, "13"));
    const auto created = [](std::string code, std::vector<core::UnitId> predecessors) {
        return UnitCreated{.row = {.unit = unit_id("n" + code),
                                   .code = {code},
                                   .name = {"Xã " + code},
                                   .kind = UnitKind::commune,
                                   .parent = unit_id("1")},
                           .from = reform_day,
                           .predecessors = std::move(predecessors),
                           .evidence = Evidence::law,
                           .legal_basis = law};
    };
    const auto ended = [](std::string_view code, std::string_view into) {
        return UnitAbolished{
            unit_id(code), {{unit_id(into), Share::whole}}, reform_day, {}, Evidence::law, law};
    };
    book.must(created("91", {unit_id("11"), unit_id("12")}));
    EXPECT_EQ(open_decisions(book.book, reform_day).size(), 2U) << "both live on beside it";
    book.must(ended("11", "n91"));
    book.must(ended("12", "n91"));
    EXPECT_TRUE(open_decisions(book.book, reform_day).empty());
    const auto view = make_view(book.book, reform_day);
    EXPECT_EQ(code_of(view, *place_of(view, village_id(1))), "91");
    EXPECT_FALSE(place_of(view, village_id(1))->split);
    // A part here, and the whole of the rest there: whose the villages are is still asked.
    book.must(created("92", {unit_id("13")}));
    book.must(ended("13", "n91"));
    ASSERT_EQ(open_decisions(book.book, reform_day).size(), 1U);
    EXPECT_EQ(open_decisions(book.book, reform_day)[0].unit, unit_id("13"));
}

TEST(TerritoryView, AVillageYoungerThanTheMapIsFoundThroughPredecessors) {
    auto book = reformed_book();
    book.must(village(7, "n11", reform_day + 30));
    const auto view = make_view(book.book, start);
    const auto* place = place_of(view, village_id(7));
    ASSERT_NE(place, nullptr);
    EXPECT_EQ(code_of(view, *place), "11") << "the first of three predecessors";
    EXPECT_TRUE(place->provisional);
    EXPECT_EQ(place->village, no_village) << "it is in no list of that day";
    EXPECT_EQ(view.villages.size(), 6U);
}

TEST(TerritoryView, AVillageThatMergedCountsInItsSuccessor) {
    auto book = small_book();
    for (std::uint64_t i = 1; i <= 3; ++i) book.must(village(i, "11"));
    const auto day = make_date(2022, 5, 1);
    book.must(VillageAbolished{village_id(1), {village_id(2)}, day, Evidence::law, law});
    auto halves = village(4, "11", day);
    halves.predecessors = {village_id(3), village_id(2)};
    book.must(halves);
    const auto after = make_view(book.book, day);
    const auto* merged = place_of(after, village_id(1));
    EXPECT_EQ(after.villages[merged->village].id, village_id(2));
    EXPECT_FALSE(merged->provisional);
    const auto before = make_view(book.book, day - 1);
    const auto* younger = place_of(before, village_id(4));
    EXPECT_EQ(before.villages[younger->village].id, village_id(3));
    EXPECT_TRUE(younger->provisional);
}

TEST(TerritoryView, BeforeTheFirstListThatListAnswersAndSaysSo) {
    auto book = small_book();
    book.must(village(1, "11", make_date(2020, 3, 1)));
    const auto view = make_view(book.book, make_date(2015, 1, 1));
    EXPECT_TRUE(view.dates.units_before_first());
    EXPECT_TRUE(view.dates.villages_before_first());
    EXPECT_EQ(view.dates.units, start);
    EXPECT_EQ(view.villages.size(), 1U);
    EXPECT_FALSE(make_view(book.book, start).dates.units_before_first());
    EXPECT_TRUE(make_view(Territory{}, start).units.empty());
}

TEST(TerritoryView, AListEndsWhatItDoesNotName) {
    auto book = small_book();
    book.must(village(1, "13"));
    auto list = small_list();
    list.as_of = make_date(2022, 1, 1);
    std::erase_if(list.units, [](const UnitRow& row) { return row.code.value == "13"; });
    book.must(list);
    const auto view = make_view(book.book, list.as_of);
    const auto* place = place_of(view, village_id(1));
    EXPECT_EQ(view.units[place->unit].standing, Standing::ended);
    EXPECT_EQ(view.units[view.units[place->unit].parent].code, "1");
    EXPECT_EQ(ancestor_at(view, place->unit, Level::commune), no_node);
    EXPECT_NE(ancestor_at(view, place->unit, Level::district), no_node);
    ASSERT_EQ(open_decisions(book.book, list.as_of).size(), 1U);
    // Found out later: it had merged in 2021.
    book.must(UnitAbolished{unit_id("13"),
                            {{unit_id("12"), Share::whole}},
                            make_date(2021, 6, 1),
                            {},
                            Evidence::law,
                            law});
    const auto now = make_view(book.book, list.as_of);
    EXPECT_EQ(code_of(now, *place_of(now, village_id(1))), "12");
    EXPECT_TRUE(open_decisions(book.book, list.as_of).empty());
}

TEST(TerritoryView, ClassesAreDatedAndGoDownTheTree) {
    auto book = reformed_book();
    const auto set = [&](std::optional<core::UnitId> unit, std::optional<core::VillageId> village,
                         std::vector<AreaClass> classes, core::Date from) {
        book.must(ClassSet{unit, village, std::move(classes), from, Evidence::synthetic, {}});
    };
    EXPECT_EQ(village_classes_on(book.book, village_id(1), start), std::nullopt);
    set(unit_id("1"), {}, {AreaClass::mountain}, start);
    set({}, village_id(2), {}, make_date(2021, 1, 1));
    set(unit_id("n11"), {}, {AreaClass::region_1}, make_date(2026, 1, 1));
    const auto at = [&](std::uint64_t number, core::Date date) {
        const auto direct = village_classes_on(book.book, village_id(number), date);
        const auto view = make_view(book.book, date);
        const auto* place = place_of(view, village_id(number));
        EXPECT_EQ(view.villages[place->village].classes, direct);
        return direct;
    };
    EXPECT_TRUE(at(1, make_date(2020, 6, 1))->is_priority());
    EXPECT_TRUE(at(2, make_date(2020, 6, 1))->has(AreaClass::mountain));
    EXPECT_FALSE(at(2, make_date(2021, 6, 1))->is_priority()) << "none, and known";
    EXPECT_TRUE(at(1, reform_day)->has(AreaClass::mountain)) << "what it was recorded in";
    EXPECT_FALSE(at(1, make_date(2026, 1, 1))->is_priority());
    EXPECT_TRUE(at(1, make_date(2026, 1, 1))->has(AreaClass::region_1));
    EXPECT_EQ(at(5, start), std::nullopt) << "the other district";
}

TEST(TerritoryView, DenominatorsFromTheListElseAsStated) {
    auto book = reformed_book();
    const auto villages_of = [&](const char* code, core::Date date) {
        const auto view = make_view(book.book, date);
        const auto found = denominator(book.book, view, find_code(view, code), Figure::villages);
        return found ? std::pair(found->value, found->source == FigureSource::list)
                     : std::pair(std::int64_t{-1}, false);
    };
    const auto report = [&](const char* unit, std::optional<core::Count> villages,
                            bool complete = false) {
        UnitReported what{.unit = unit_id(unit),
                          .as_of = make_date(2020, 6, 1),
                          .villages = villages,
                          .elderly_population = {},
                          .poor_households = {},
                          .villages_complete = complete,
                          .evidence = Evidence::list,
                          .source = {}};
        book.must(what);
    };
    const auto day = make_date(2021, 1, 1);
    EXPECT_EQ(villages_of("11", day).first, -1);
    report("11", core::Count{9});
    report("12", core::Count{4});
    EXPECT_EQ(villages_of("11", day), std::pair(std::int64_t{9}, false));
    EXPECT_EQ(villages_of("1", day).first, -1) << "13 has said nothing";
    report("13", {}, true);
    EXPECT_EQ(villages_of("13", day), std::pair(std::int64_t{2}, true));
    EXPECT_EQ(villages_of("1", day).first, 15);
    EXPECT_EQ(villages_of("11", reform_day).first, -1) << "a part of 13 came to it";
    report("P", {}, true);
    EXPECT_EQ(villages_of("11", reform_day), std::pair(std::int64_t{2}, true));
    EXPECT_EQ(villages_of("P", reform_day), std::pair(std::int64_t{6}, true));
}

TEST(TerritoryView, LineageForRights) {
    const auto book = reformed_book();
    using Relatives = std::vector<Relative>;
    EXPECT_EQ(relatives_on(book.book, unit_id("11"), reform_day),
              (Relatives{{unit_id("n11"), Share::whole}}));
    EXPECT_EQ(relatives_on(book.book, unit_id("13"), reform_day),
              (Relatives{{unit_id("n92"), Share::part}, {unit_id("n11"), Share::part}}));
    EXPECT_EQ(relatives_on(book.book, unit_id("n11"), start),
              (Relatives{{unit_id("11"), Share::whole},
                         {unit_id("12"), Share::whole},
                         {unit_id("13"), Share::part}}));
    EXPECT_EQ(relatives_on(book.book, unit_id("21"), reform_day),
              (Relatives{{unit_id("21"), Share::whole}}));
}

TEST(TerritoryView, AReformIsUndoneUntilSomethingDependsOnIt) {
    auto book = reformed_book();
    const auto before = list_text(make_view(book.book, reform_day - 1));
    book.must(book.reversal(8));
    EXPECT_EQ(list_text(make_view(book.book, reform_day)), before);
    book.must(reform());  // the ids are free again; entry 10
    const auto after = list_text(make_view(book.book, reform_day));
    EXPECT_NE(after, before);
    book.must(VillageAssigned{village_id(3), unit_id("n92"), reform_day, Evidence::law, law});
    EXPECT_EQ(book.record(book.reversal(10)), "territory.reversal.depended_on");
    book.must(book.reversal(11));
    book.must(book.reversal(10));
    EXPECT_EQ(list_text(make_view(book.book, reform_day)), before);
}

TEST(TerritoryView, AnyHistoryFoldsWithoutJudging) {
    // Names nobody created, ends before beginnings, rings of successions: apply takes them all.
    Territory book;
    const auto ring = [](std::string_view from, std::string_view to) {
        return TerritoryOp{
            .on = start,
            .parts = {},
            .what = UnitAbolished{
                unit_id(from), {{unit_id(to), Share::whole}}, start, {}, Evidence::unknown, {}}};
    };
    const std::vector<TerritoryOp> ops = {
        {.on = start, .parts = {}, .what = small_list()},
        ring("11", "12"),
        ring("12", "11"),
        ring("77", "78"),
        {.on = start, .parts = {}, .what = village(1, "11")},
        {.on = start, .parts = {}, .what = village(2, "99")},
        {.on = start, .parts = {}, .what = TerritoryBook::reversal(500)},
        {.on = start,
         .parts = {},
         .what = VillageAbolished{
             village_id(1), {village_id(2), village_id(1)}, start, Evidence::law, {}}}};
    apply(book, {}, ops);
    const auto view = make_view(book, start);
    EXPECT_EQ(count_units(view, Level::commune), 3U);
    EXPECT_EQ(open_decisions(book, start).size(), 1U) << "a ring is one unit that nobody can place";
}

}  // namespace
}  // namespace lth::tests
