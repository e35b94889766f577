// The catalogue of Thanh Hóa: what the public lists and resolutions say, held by counts and
// digests.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/sha256.hpp"
#include "core/territory/unit_list.hpp"
#include "support/thanh_hoa.hpp"

namespace lth::tests {
namespace {

using namespace core::territory;
using core::make_date;

const TerritoryBook& book() {
    static const TerritoryBook whole = thanh_hoa();
    return whole;
}

TerritoryView view_on(int year, unsigned month, unsigned day) {
    return make_view(book().book, make_date(year, month, day));
}

struct Count {
    int year;
    unsigned month;
    unsigned day;
    std::size_t districts;
    std::size_t communes;
};

TEST(Catalogue, CountsOnEachDay) {
    for (const auto& c :
         {Count{2020, 9, 30, 27, 559}, Count{2020, 11, 1, 27, 559}, Count{2024, 1, 31, 27, 559},
          Count{2024, 2, 1, 27, 558}, Count{2024, 12, 31, 27, 558}, Count{2025, 1, 1, 26, 547},
          Count{2025, 3, 1, 26, 547}, Count{2025, 6, 30, 26, 547}, Count{2025, 7, 1, 0, 166},
          Count{2026, 6, 30, 0, 166}}) {
        const auto view = view_on(c.year, c.month, c.day);
        EXPECT_EQ(count_units(view, Level::district), c.districts) << c.year << '-' << c.month;
        EXPECT_EQ(count_units(view, Level::commune), c.communes) << c.year << '-' << c.month;
        EXPECT_EQ(count_units(view, Level::province), 1U);
        EXPECT_EQ(view_fault(book().book, view), "");
    }
    EXPECT_TRUE(view_on(2020, 9, 30).dates.units_before_first());
    EXPECT_FALSE(view_on(2020, 11, 1).dates.units_before_first());
}

/// SHA-256 of the sorted lines "code|name|kind|parent code" of the published lists, the two rows
/// too many of March 2025 left out.
TEST(Catalogue, EqualsThePublishedLists) {
    const auto digest = [](const TerritoryView& view) {
        return core::to_hex(core::sha256(list_text(view)));
    };
    EXPECT_EQ(digest(view_on(2020, 11, 1)),
              "84b7459089344017da0743b4a2ae78229d5f87c8dc1c58a605174afd0ad94fb4");
    EXPECT_EQ(digest(view_on(2025, 3, 1)),
              "0a39f791a3b3bb04366989ec07f27d5d17940eb34e2d765af08bfa47b43d01cb");
    EXPECT_EQ(digest(view_on(2025, 7, 1)),
              "af6dff3d5925d0ee0d4d421bec3195f556a113a9ba24e67b9cda5919a6c1545d");
}

/// The counts by kind that resolutions 939 and 1238 state.
TEST(Catalogue, KindsAsTheResolutionsCountThem) {
    const auto kinds = [](const TerritoryView& view) {
        std::map<UnitKind, int> counts;
        for (const auto& unit : view.units) {
            if (unit.standing == Standing::live) ++counts[unit.kind];
        }
        return counts;
    };
    auto in_2024 = kinds(view_on(2024, 2, 1));
    EXPECT_EQ(in_2024[UnitKind::commune], 467);
    EXPECT_EQ(in_2024[UnitKind::ward], 60);
    EXPECT_EQ(in_2024[UnitKind::township], 31);
    auto in_2025 = kinds(view_on(2025, 1, 1));
    EXPECT_EQ(in_2025[UnitKind::commune], 452);
    EXPECT_EQ(in_2025[UnitKind::ward], 63);
    EXPECT_EQ(in_2025[UnitKind::township], 32);
    auto after = kinds(view_on(2025, 7, 1));
    EXPECT_EQ(after[UnitKind::commune], 147);
    EXPECT_EQ(after[UnitKind::ward], 19);
}

TEST(Catalogue, IdsAreDerivedAndEntriesAreFew) {
    const auto entries = thanh_hoa_entries();
    ASSERT_EQ(entries.size(), 3U);
    const auto& first = std::get<UnitsLoaded>(entries[0].at(0).what);
    for (const auto& row : first.units) {
        EXPECT_EQ(row.unit, derive_unit_id("thanh-hoa", row.code.value, make_date(2020, 11, 1)));
    }
    const auto& reform = std::get<ReformApplied>(entries[2].at(0).what);
    for (const auto& row : reform.created) {
        EXPECT_EQ(row.unit, derive_unit_id("thanh-hoa", row.code.value, make_date(2025, 7, 1)));
    }
    EXPECT_EQ(reform.created.size(), 145U);  // 126 communes, 19 wards
    EXPECT_EQ(reform.changed.size(), 21U);
    EXPECT_EQ(reform.abolished.size(), 526U + 26U);
    EXPECT_EQ(entries[1].size(), 54U);
}

TEST(Catalogue, TwentyNamesOccurMoreThanOnce) {
    std::map<std::string, int> names;
    const auto view = view_on(2020, 11, 1);
    for (const auto& unit : view.units) {
        if (unit.level == Level::commune) ++names[unit.name];
    }
    EXPECT_EQ(std::ranges::count_if(names, [](const auto& n) { return n.second > 1; }), 20);
    EXPECT_EQ(find_name(view, "Xã Quang Trung").size(), 2U);
    EXPECT_EQ(find_name(view, "Quảng Trung").size(), 1U);
    EXPECT_EQ(find_name(view, "xa quang trung").size(), 3U);
    EXPECT_EQ(find_name(view, "Xã Quang Trung", find_code(view, "389")).size(), 1U);
}

TEST(Catalogue, CodesAreUsedAgain) {
    struct Use {
        const char* code;
        const char* before;
        const char* after;
    };
    for (const auto& use : {Use{"14758", "Phường Đông Thọ", "Phường Hàm Rồng"},
                            Use{"14797", "Phường Đông Hải", "Phường Hạc Thành"},
                            Use{"16516", "Xã Quảng Hùng", "Phường Nam Sầm Sơn"}}) {
        const auto before = view_on(2020, 11, 1);
        const auto after = view_on(2025, 7, 1);
        const auto& old_unit = before.units.at(find_code(before, use.code));
        const auto& new_unit = after.units.at(find_code(after, use.code));
        EXPECT_EQ(old_unit.name, use.before);
        EXPECT_EQ(new_unit.name, use.after);
        EXPECT_NE(old_unit.id, new_unit.id);
    }
    const auto between = view_on(2025, 3, 1);
    EXPECT_EQ(between.units.at(find_code(between, "16516")).name, "Xã Đại Hùng");
    EXPECT_EQ(between.units.at(find_code(between, "15442")).name, "Xã Yên Ninh");
    EXPECT_EQ(find_code(between, "15439"), no_node);
}

TEST(Catalogue, FaultyRowsAreNotInIt) {
    for (const auto& unit : book().book.units) {
        for (const auto& fact : unit.facts) {
            EXPECT_NE(fact.row.code.value, "16387");
            EXPECT_NE(fact.row.code.value, "16411");
        }
    }
}

TEST(Catalogue, TenCommunesSplitAndOneSuccessorUnknown) {
    int splits = 0;
    int unknown = 0;
    for (const auto& decision : open_decisions(book().book, make_date(2025, 7, 1))) {
        if (decision.kind == DecisionKind::split) {
            ++splits;
            EXPECT_GE(decision.choices.size(), 2U) << decision.name;
            EXPECT_FALSE(decision.villages_on_record);
        } else {
            ++unknown;
            EXPECT_EQ(decision.code, "16651");
            EXPECT_EQ(decision.name, "Xã Hải Yến");
            EXPECT_EQ(decision.since, make_date(2025, 1, 1));
        }
    }
    EXPECT_EQ(splits, 10);
    EXPECT_EQ(unknown, 1);
    EXPECT_EQ(open_decisions(book().book, make_date(2025, 3, 1)).size(), 1U);
    EXPECT_TRUE(open_decisions(book().book, make_date(2024, 12, 31)).empty());
}

TEST(Catalogue, AUnitWithoutSuccessorStaysUnderItsLastParentThenTheProvince) {
    const auto before = view_on(2024, 1, 1);
    const auto hai_yen = before.units.at(find_code(before, "16651")).id;
    const auto in_march = view_on(2025, 3, 1);
    const auto* place = place_of(in_march, hai_yen);
    ASSERT_NE(place, nullptr);
    EXPECT_EQ(in_march.units.at(place->unit).standing, Standing::ended);
    EXPECT_EQ(in_march.units.at(in_march.units.at(place->unit).parent).code, "407");
    EXPECT_EQ(ancestor_at(in_march, place->unit, Level::commune), no_node);
    const auto in_july = view_on(2025, 7, 1);
    const auto& unit = in_july.units.at(place_of(in_july, hai_yen)->unit);
    EXPECT_EQ(unit.standing, Standing::ended);
    EXPECT_EQ(in_july.units.at(unit.parent).code, "38");
}

TEST(Catalogue, EveryFactNamesItsEvidence) {
    std::set<std::string> bases;
    for (const auto& record : book().book.ops) {
        bases.insert(record.legal_basis);
        if (record.evidence == Evidence::law) EXPECT_NE(record.legal_basis, "");
        EXPECT_NE(record.evidence, Evidence::synthetic);
    }
    EXPECT_EQ(bases.size(), 6U);  // none for the list; 1108, 1260, 939, 1238; 1686 with law 72
}

}  // namespace
}  // namespace lth::tests
