// Villages of one name in one commune are told by the commune that each was in before.
#include "app/unit_story.hpp"

#include <gtest/gtest.h>

#include "support/territory_book.hpp"

namespace lth::app {
namespace {

using core::make_date;
using namespace core::territory;
using tests::unit_id;

constexpr core::Date one_map = make_date(2025, 7, 1);

ReformApplied both_into_one() {
    return {.effective = one_map,
            .created = {{.unit = unit_id("n11"),
                         .code = {"91"},
                         .name = {"Xã Mới"},
                         .kind = UnitKind::commune,
                         .parent = unit_id("1")}},
            .changed = {},
            .abolished = {unit_id("11"), unit_id("12")},
            .successions = {{unit_id("11"), unit_id("n11"), Share::whole},
                            {unit_id("12"), unit_id("n11"), Share::whole}},
            .evidence = Evidence::law,
            .legal_basis = {"Nghị quyết 1"}};
}

UnitRenamed renamed(std::string_view unit, std::string name) {
    return {.unit = unit_id(unit),
            .name = {std::move(name)},
            .code = {},
            .from = make_date(2025, 1, 1),
            .not_before = {},
            .evidence = Evidence::law,
            .legal_basis = core::PublicText{"Nghị quyết 0"}};
}

std::vector<std::optional<std::string>> told_of(const tests::TerritoryBook& book) {
    const auto view = make_view(book.book, one_map);
    return former_communes(book.book, view, find_code(view, "91"));
}

tests::TerritoryBook two_villages_of_one_name() {
    auto book = tests::small_book();
    for (const auto& [number, unit] : {std::pair{1, "11"}, {2, "12"}}) {
        auto created = tests::village(static_cast<std::uint64_t>(number), unit);
        created.name = {"Thôn Một"};
        book.must(created);
    }
    book.must(tests::village(3, "12"));
    return book;
}

TEST(FormerCommunes, TellVillagesOfOneNameAndNoOthers) {
    auto book = two_villages_of_one_name();
    book.must(both_into_one());
    const auto told = told_of(book);
    ASSERT_EQ(told.size(), 3U);
    EXPECT_EQ(told[0], "Xã Mười Một");
    EXPECT_EQ(told[1], "Xã Mười Hai");
    EXPECT_EQ(told[2], std::nullopt);
}

// The one that took the other in took its name as well, before both went into a third.
TEST(FormerCommunes, OfOneNameAreToldByTheNameBeforeIt) {
    auto book = two_villages_of_one_name();
    book.must(renamed("12", "Xã Mười Một"));
    book.must(both_into_one());
    const auto told = told_of(book);
    ASSERT_EQ(told.size(), 3U);
    EXPECT_EQ(told[0], "Xã Mười Một");
    EXPECT_EQ(told[1], "Xã Mười Hai");
}

}  // namespace
}  // namespace lth::app
