// The reform of 2025 from its table and list, as a reader of `reform` would give them; the
// certificate; lists as `import units` gets them, with the faults that real lists have.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "core/territory/import.hpp"
#include "core/territory/reform.hpp"
#include "support/thanh_hoa.hpp"

namespace lth::tests {
namespace {

using namespace core::territory;
using core::make_date;

const core::Date effective = make_date(2025, 7, 1);
const ReformTerms terms{.effective = effective,
                        .on = TerritoryBook::on,
                        .legal_basis = {"Nghị quyết 1686/NQ-UBTVQH15"}};

std::vector<ListedUnit> rows_of(const TerritoryView& view) {
    std::vector<ListedUnit> rows;
    std::int32_t row = 1;
    for (const auto& unit : view.units) {
        if (unit.standing != Standing::live) continue;
        rows.push_back({++row, unit.code, unit.name, std::string(vietnamese(unit.kind)),
                        unit.parent == no_node ? "" : view.units[unit.parent].code});
    }
    return rows;
}

struct Tables {
    std::vector<SuccessionRow> successions;
    std::vector<ListedUnit> units;
};

/// What was published: every commune with its successor, the unchanged and the two faulty rows too.
Tables published() {
    const auto whole = thanh_hoa();
    const auto before = make_view(whole.book, effective - 1);
    const auto after = make_view(whole.book, effective);
    const auto& reform = std::get<ReformApplied>(whole.history.back()[0].what);
    Tables tables{.successions = {}, .units = rows_of(after)};
    const auto add = [&](core::UnitId from, core::UnitId to, const char* share) {
        const auto& old_unit = before.units[place_of(before, from)->unit];
        const auto& new_unit = after.units[place_of(after, to)->unit];
        tables.successions.push_back({static_cast<std::int32_t>(tables.successions.size()) + 2,
                                      old_unit.code, old_unit.name, new_unit.code, new_unit.name,
                                      share});
    };
    for (const auto& row : reform.changed) add(row.unit, row.unit, "toàn bộ");
    for (const auto& row : reform.successions) {
        add(row.from, row.to, row.share == Share::whole ? "toàn bộ" : "một phần");
    }
    tables.successions.push_back({900, "16387", "Xã Đông Khê", "16378", "Phường Đông Sơn", ""});
    tables.successions.push_back({901, "16411", "Xã Đông Xuân", "15853", "Phường Đông Tiến", ""});
    return tables;
}

template <class T>
std::vector<T> sorted(std::vector<T> values, auto key) {
    std::ranges::sort(values, {}, key);
    return values;
}

TEST(Reform, TheTableAndTheListGiveTheCataloguesReform) {
    const auto book = thanh_hoa(2);
    const auto tables = published();
    ASSERT_EQ(tables.successions.size(), 560U);
    const auto plan = plan_reform(book.book, tables.successions, tables.units, terms);
    ASSERT_TRUE(plan.errors.empty());
    ASSERT_EQ(plan.ops.size(), 1U);
    const auto& made = std::get<ReformApplied>(plan.ops[0].what);
    const auto entries = thanh_hoa_entries();
    const auto& known = std::get<ReformApplied>(entries[2][0].what);
    const auto by_unit = &UnitRow::unit;
    EXPECT_EQ(sorted(made.created, by_unit), sorted(known.created, by_unit));
    EXPECT_EQ(sorted(made.changed, by_unit), sorted(known.changed, by_unit));
    EXPECT_EQ(sorted(made.abolished, std::identity{}), sorted(known.abolished, std::identity{}));
    const auto by_pair = [](const Succession& s) { return std::pair(s.from, s.to); };
    EXPECT_EQ(sorted(made.successions, by_pair), sorted(known.successions, by_pair));

    ASSERT_EQ(plan.skipped.size(), 2U);
    for (const auto& note : plan.skipped) EXPECT_EQ(note.rule.id(), "territory.row.old_unknown");
    EXPECT_TRUE(plan.notes.empty());
    EXPECT_EQ(count_units(plan.before, Level::commune), 547U);
    EXPECT_EQ(count_units(plan.after, Level::commune), 166U);
    EXPECT_EQ(std::ranges::count(plan.decisions, DecisionKind::split, &OpenDecision::kind), 10);
    EXPECT_EQ(std::ranges::count(plan.decisions, DecisionKind::successor, &OpenDecision::kind), 1);
    auto recorded = book;
    EXPECT_EQ(recorded.record(plan.ops), "");
    EXPECT_EQ(list_text(make_view(recorded.book, effective)),
              list_text(make_view(thanh_hoa().book, effective)));
}

/// Something in every village: the total of a node are its own villages' clubs.
std::vector<UnitTotals> totals(const TerritoryView& view, const Territory& book) {
    std::vector<UnitTotals> sums(view.units.size());
    for (const auto& village : book.villages) {
        const auto* place = place_of(view, village.id);
        const auto n = static_cast<std::int64_t>(village.id.value);
        sums[place->unit] += {1, 50 + n % 21, {84'000'000 + n}, {n * 1'000}, {n % 7}};
    }
    return sums;
}

TEST(Reform, TheCertificateHolds) {
    auto book = thanh_hoa(2);
    const auto start = make_view(book.book, make_date(2020, 11, 1));
    std::vector<TerritoryOp> villages;
    std::uint64_t number = 0;
    for (const auto& unit : start.units) {
        if (unit.level != Level::commune) continue;
        for (int i = 0; i < 2 && villages.size() < 1000; ++i) {
            auto made = village(++number, "11", make_date(2020, 11, 1));
            made.unit = unit.id;
            villages.push_back({.on = TerritoryBook::on, .parts = {}, .what = made});
        }
    }
    book.must(villages);
    const auto tables = published();
    const auto plan = plan_reform(book.book, tables.successions, tables.units, terms);
    ASSERT_EQ(plan.ops.size(), 1U);
    auto after_book = book;
    after_book.must(plan.ops);
    const auto before = totals(plan.before, book.book);
    auto after = totals(plan.after, after_book.book);
    const auto certificate = certify(plan, before, after);
    EXPECT_TRUE(certificate.conserved());
    EXPECT_EQ(certificate.before.clubs, static_cast<std::int64_t>(villages.size()));
    EXPECT_EQ(certificate.before, certificate.after);
    EXPECT_EQ(certificate.lines.size(), 166U);
    // The parts of ten communes go to 17 units; every other line is compared to the đồng.
    EXPECT_EQ(std::ranges::count(certificate.lines, true, &CertificateLine::by_villages), 17);
    EXPECT_FALSE(plan.decisions.empty());

    const auto whole = std::ranges::find(certificate.lines, false, &CertificateLine::by_villages);
    after[place_of(plan.after, whole->unit)->unit].capital.dong += 1;
    EXPECT_FALSE(certify(plan, before, after).conserved());
}

TEST(Reform, AKeptUnitIsTheOneThatWasNotRearranged) {
    const auto book = small_book();
    auto rows = rows_of(make_view(book.book, make_date(2021, 1, 1)));
    std::erase_if(rows, [](const ListedUnit& row) { return row.code == "12"; });
    const ReformTerms small{.effective = make_date(2022, 1, 1),
                            .on = TerritoryBook::on,
                            .legal_basis = {"Nghị quyết 1"}};
    // A table of changes only: 12 goes into 11, which is new by that; the rest is as it was.
    const auto plan = plan_reform(
        book.book, {{2, "12", "", "11", "", ""}, {3, "11", "", "11", "", ""}}, rows, small);
    ASSERT_EQ(plan.ops.size(), 1U);
    const auto& made = std::get<ReformApplied>(plan.ops[0].what);
    ASSERT_EQ(made.created.size(), 1U);
    EXPECT_EQ(made.created[0].code.value, "11");
    EXPECT_NE(made.created[0].unit, unit_id("11"));
    EXPECT_TRUE(made.changed.empty());
    EXPECT_EQ(made.abolished, (std::vector{unit_id("11"), unit_id("12")}));
    EXPECT_TRUE(plan_reform(book.book, {}, rows_of(plan.before), small).ops.empty());
}

std::map<std::string, int> counted(const std::vector<core::Rejection>& notes) {
    std::map<std::string, int> counts;
    for (const auto& note : notes) ++counts[std::string(note.rule.id())];
    return counts;
}

/// The list of 1 March 2025 as it was published, on top of that of 2020.
TEST(ImportUnits, NamesWhatIsSuspiciousInTheListOfMarch2025) {
    const auto old_book = thanh_hoa(1);
    auto rows = rows_of(make_view(thanh_hoa().book, make_date(2025, 3, 1)));
    rows.push_back({800, "16387", "Xã Đông Khê", "Xã", "380"});
    rows.push_back({801, "16411", "Xã Đông Xuân", "Xã", "380"});
    const ListDate date{.as_of = make_date(2025, 3, 1), .on = TerritoryBook::on};
    const auto result = import_units(old_book.book, rows, date);
    ASSERT_TRUE(result.errors.empty());
    auto counts = counted(result.suspicions);
    EXPECT_EQ(counts["territory.suspect.same_name"], 1);
    EXPECT_EQ(counts["territory.suspect.code_old"], 2);
    EXPECT_EQ(counts["territory.suspect.moved"], 14);
    EXPECT_EQ(counts["territory.suspect.vanished"], 13);
    EXPECT_EQ(counts["territory.suspect.retyped"], 19);
    EXPECT_EQ(counts["territory.suspect.renamed"], 10) << "8 merged, Hậu Hiền, Quý Lộc";
    EXPECT_EQ(counts["territory.suspect.name_moved"], 5) << "Yên Ninh, Xuân Lộc, Thọ Phú, …";
    EXPECT_EQ(counts["territory.suspect.reform"], 0);
    EXPECT_EQ(result.created, 2U);

    // With the two rows left out it gives the map of the catalogue, unit by unit.
    auto book = old_book;
    const auto clean = import_units(book.book, rows, date, {"16387", "16411"});
    EXPECT_EQ(clean.created, 0U);
    EXPECT_EQ(book.record(clean.ops), "");
    const auto view = make_view(book.book, date.as_of);
    const auto known = make_view(thanh_hoa().book, date.as_of);
    EXPECT_EQ(list_text(view), list_text(known));
    EXPECT_EQ(view.units[find_code(view, "16516")].id, known.units[find_code(known, "16516")].id);
}

TEST(ImportUnits, AFirstListOfAnyProvinceHasTheIdsOfTheCatalogue) {
    const auto catalogue = thanh_hoa(1);
    const auto rows = rows_of(make_view(catalogue.book, make_date(2020, 11, 1)));
    TerritoryBook book;
    const auto result =
        import_units(book.book, rows, {.as_of = make_date(2020, 11, 1), .on = TerritoryBook::on});
    EXPECT_TRUE(result.errors.empty());
    EXPECT_TRUE(result.suspicions.empty());
    EXPECT_EQ(book.record(result.ops), "");
    const auto& units = std::get<UnitsLoaded>(result.ops[0].what).units;
    EXPECT_EQ(units.size(), 587U);
    for (const auto& row : units) EXPECT_NE(find_unit(catalogue.book, row.unit), nullptr);
}

TEST(ImportUnits, AReformTakenForAListIsNamedOne) {
    const auto rows = rows_of(make_view(thanh_hoa().book, effective));
    const auto result =
        import_units(thanh_hoa(2).book, rows, {.as_of = effective, .on = TerritoryBook::on});
    EXPECT_EQ(counted(result.suspicions)["territory.suspect.reform"], 1);
}

TEST(ImportUnits, ACodeThatWasGivenUpComesBack) {
    auto rows = rows_of(make_view(thanh_hoa().book, make_date(2025, 3, 1)));
    rows.push_back({700, "15439", "Xã Khác", "", "394"});
    const auto result = import_units(thanh_hoa(2).book, rows,
                                     {.as_of = make_date(2025, 5, 1), .on = TerritoryBook::on});
    ASSERT_TRUE(result.errors.empty());
    ASSERT_EQ(result.suspicions.size(), 1U);
    EXPECT_EQ(result.suspicions[0].rule.id(), "territory.suspect.code_returns");
    EXPECT_EQ(
        message(result.suspicions[0], core::Language::en),
        "The code 15439 “Xã Khác” was given up on 01/01/2025 (“Xã Yên Ninh”) and comes back.");
}

}  // namespace
}  // namespace lth::tests
