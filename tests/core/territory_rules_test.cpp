// One case for each rule of the territory book, of lists and tables of units, and of the catalogue.
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "core/rules.hpp"
#include "core/territory/catalogue.hpp"
#include "core/territory/import.hpp"
#include "core/territory/reform.hpp"
#include "support/territory_book.hpp"

namespace lth::tests {
namespace {

using namespace core::territory;
using core::make_date;

const core::Date first = make_date(2020, 1, 1);
const core::Date later = make_date(2021, 1, 1);
const core::PublicText law = {"Nghị quyết 1"};

struct Case {
    const char* rule;
    std::function<TerritoryWhat(TerritoryBook&)> refused;
};

UnitRow row(std::string code, std::string name, UnitKind kind, std::string_view parent) {
    return {.unit = unit_id(code),
            .code = {code},
            .name = {name},
            .kind = kind,
            .parent = unit_id(parent)};
}

UnitRenamed renamed(std::string_view unit, core::Date from = later) {
    return {.unit = unit_id(unit),
            .name = {"Xã Mới"},
            .code = {},
            .from = from,
            .not_before = {},
            .evidence = Evidence::law,
            .legal_basis = law};
}

UnitRetyped retyped(std::string_view unit, UnitKind kind) {
    return {.unit = unit_id(unit),
            .kind = kind,
            .name = {"Phường Mới"},
            .from = later,
            .not_before = {},
            .evidence = Evidence::law,
            .legal_basis = law};
}

UnitMoved moved(std::string_view unit, std::string_view parent) {
    return {.unit = unit_id(unit),
            .parent = unit_id(parent),
            .from = later,
            .not_before = {},
            .evidence = Evidence::law,
            .legal_basis = law};
}

UnitAbolished abolished(std::string_view unit, std::vector<Successor> successors,
                        core::Date from = later) {
    return {.unit = unit_id(unit),
            .successors = std::move(successors),
            .from = from,
            .not_before = {},
            .evidence = Evidence::law,
            .legal_basis = law};
}

ReformApplied reform() {
    return {.effective = later,
            .created = {},
            .changed = {},
            .abolished = {},
            .successions = {},
            .evidence = Evidence::law,
            .legal_basis = law};
}

ClassSet classes(std::vector<AreaClass> list) {
    return {.unit = unit_id("11"),
            .village = {},
            .classes = std::move(list),
            .from = later,
            .evidence = Evidence::law,
            .legal_basis = law};
}

UnitReported reported(std::string_view unit) {
    return {.unit = unit_id(unit),
            .as_of = later,
            .villages = {},
            .elderly_population = {},
            .poor_households = {},
            .villages_complete = false,
            .evidence = Evidence::list,
            .source = {}};
}

template <class What>
What with(What what, auto change) {
    change(what);
    return what;
}

const auto whole = [](std::string_view to) { return Successor{unit_id(to), Share::whole}; };
const auto part = [](std::string_view to) { return Successor{unit_id(to), Share::part}; };

std::vector<Case> cases_of_lists() {
    using Book = TerritoryBook&;
    return {
        {"territory.list.empty",
         [](Book) {
             return with(small_list(), [](auto& w) { w.as_of = later, w.units.clear(); });
         }},
        {"territory.list.exists", [](Book) { return small_list(); }},
        {"territory.list.unit_twice",
         [](Book) {
             return with(small_list(), [](auto& w) {
                 w.as_of = later;
                 w.units.push_back(w.units[3]);
             });
         }},
        {"territory.list.code_twice",
         [](Book) {
             return with(small_list(), [](auto& w) {
                 w.as_of = later;
                 w.units.push_back(row("99", "Xã Chín", UnitKind::commune, "1"));
                 w.units.back().code = {"11"};
             });
         }},
        {"territory.list.parent_missing",
         [](Book) {
             return with(small_list(), [](auto& w) {
                 w.as_of = later;
                 w.units.push_back(row("99", "Xã Chín", UnitKind::commune, "8"));
             });
         }},
    };
}

std::vector<Case> cases_of_units() {
    using Book = TerritoryBook&;
    return {
        {"territory.basis.missing",
         [](Book) { return with(renamed("11"), [](auto& w) { w.legal_basis.reset(); }); }},
        {"territory.date.not_before",
         [](Book) { return with(moved("11", "2"), [](auto& w) { w.not_before = later + 1; }); }},
        {"territory.unit.unknown", [](Book) { return renamed("77"); }},
        {"territory.unit.unknown", [](Book) { return reported("77"); }},
        {"territory.unit.exists",
         [](Book) {
             return UnitCreated{
                 row("11", "Xã", UnitKind::commune, "1"), later, {}, Evidence::law, law};
         }},
        {"territory.unit.not_live", [](Book) { return renamed("11", first - 1); }},
        {"territory.unit.not_live",
         [](Book book) {
             book.must(abolished("11", {whole("12")}));
             return abolished("13", {whole("11")}, later + 1);
         }},
        {"territory.unit.level_changed",
         [](Book) { return retyped("11", UnitKind::rural_district); }},
        {"territory.unit.successor_itself", [](Book) { return abolished("11", {whole("11")}); }},
        {"territory.succession.whole_and_part",
         [](Book) { return abolished("11", {whole("12"), part("13")}); }},
        {"territory.succession.twice",
         [](Book) { return abolished("11", {part("12"), part("12")}); }},
        {"territory.reform.empty", [](Book) { return reform(); }},
        {"territory.reform.unit_twice",
         [](Book) {
             return with(reform(), [](auto& w) { w.abolished = {unit_id("11"), unit_id("11")}; });
         }},
        {"territory.reform.unit_twice",
         [](Book) {
             return with(reform(), [](auto& w) {
                 w.changed = {row("11", "Xã", UnitKind::commune, "2")};
                 w.abolished = {unit_id("11")};
             });
         }},
        {"territory.reform.survives",
         [](Book) {
             return with(reform(), [](auto& w) {
                 w.abolished = {unit_id("13")};
                 w.successions = {{unit_id("11"), unit_id("12"), Share::whole}};
             });
         }},
        {"territory.unit.not_live",
         [](Book) {
             return with(reform(), [](auto& w) {
                 w.abolished = {unit_id("11"), unit_id("12")};
                 w.successions = {{unit_id("11"), unit_id("12"), Share::whole}};
             });
         }},
        {"territory.map.code_twice",
         [](Book) {
             return UnitCreated{with(row("99", "Xã Chín", UnitKind::commune, "1"),
                                     [](auto& r) { r.code = {"12"}; }),
                                later,
                                {},
                                Evidence::law,
                                law};
         }},
        {"territory.map.parent", [](Book) { return abolished("1", {}); }},
        {"territory.map.parent", [](Book) { return moved("11", "12"); }},
    };
}

std::vector<Case> cases_of_villages() {
    using Book = TerritoryBook&;
    const auto assigned = [](std::uint64_t number, std::string_view unit, core::Date from) {
        return VillageAssigned{village_id(number), unit_id(unit), from, Evidence::law, law};
    };
    return {
        {"territory.village.unknown", [=](Book) { return assigned(7, "11", later); }},
        {"territory.village.unknown",
         [](Book) {
             return with(village(1, "11"), [](auto& w) { w.predecessors = {village_id(9)}; });
         }},
        {"territory.village.exists",
         [](Book book) {
             book.must(village(1, "11"));
             return village(1, "12");
         }},
        {"territory.village.not_live",
         [=](Book book) {
             book.must(village(1, "11", later));
             return assigned(1, "12", later - 1);
         }},
        {"territory.village.not_commune", [](Book) { return village(1, "2"); }},
        {"territory.village.successor_itself",
         [](Book book) {
             book.must(village(1, "11"));
             return VillageAbolished{village_id(1), {village_id(1)}, later, Evidence::law, law};
         }},
        {"territory.class.subject",
         [](Book) { return with(classes({}), [](auto& w) { w.unit.reset(); }); }},
        {"territory.class.twice",
         [](Book) { return classes({AreaClass::remote, AreaClass::remote}); }},
        {"territory.class.regions",
         [](Book) { return classes({AreaClass::region_1, AreaClass::region_3}); }},
        {"territory.unit.not_live",
         [](Book book) {
             book.must(abolished("12", {whole("11")}));
             return with(classes({}), [](auto& w) { w.unit = unit_id("12"); });
         }},
        {"territory.village.not_live",
         [](Book book) {
             book.must(village(1, "11"));
             book.must(village(2, "11", make_date(2024, 1, 1)));
             return with(classes({AreaClass::remote}),
                         [](auto& w) { w.unit.reset(), w.village = village_id(2); });
         }},
        {"territory.report.empty", [](Book) { return reported("11"); }},
        {"territory.reversal.unknown", [](Book book) { return book.reversal(99); }},
        {"territory.reversal.already",
         [](Book book) {
             book.must(village(1, "11"));
             book.must(book.reversal(2));
             return book.reversal(2);
         }},
        {"territory.reversal.kind",
         [](Book book) {
             book.must(village(1, "11"));
             book.must(book.reversal(2));
             return book.reversal(3);
         }},
        {"territory.reversal.depended_on",
         [](Book book) {
             book.must(village(1, "11"));
             return book.reversal(1);
         }},
    };
}

std::set<std::string> check(const std::vector<Case>& cases) {
    std::set<std::string> named;
    for (const auto& one : cases) {
        auto book = small_book();
        auto what = one.refused(book);
        const auto ops = book.book.ops.size();
        EXPECT_EQ(book.record(std::move(what)), one.rule);
        EXPECT_EQ(book.book.ops.size(), ops) << "a refused entry leaves the book as it was";
        for (const auto language : {core::Language::vi, core::Language::en}) {
            const auto text = message(book.last_refusal, language);
            EXPECT_EQ(text.find('{'), std::string::npos) << text;
        }
        named.insert(one.rule);
    }
    return named;
}

ListedUnit listed(std::int32_t number, std::string code, std::string name, std::string kind,
                  std::string parent) {
    return {number, std::move(code), std::move(name), std::move(kind), std::move(parent)};
}

/// The small list as rows.
std::vector<ListedUnit> small_rows() {
    return {listed(2, "P", "Tỉnh P", "Tỉnh", ""),
            listed(3, "1", "Huyện Một", "Huyện", "P"),
            listed(4, "2", "Huyện Hai", "Huyện", "P"),
            listed(5, "11", "Xã Mười Một", "Xã", "1"),
            listed(6, "12", "Xã Mười Hai", "Xã", "1"),
            listed(7, "13", "Xã Mười Ba", "Xã", "1"),
            listed(8, "21", "Xã Hai Mốt", "Xã", "2"),
            listed(9, "22", "Thị trấn Hai Hai", "Thị trấn", "2")};
}

void insert_rules(std::set<std::string>& named, const std::vector<core::Rejection>& notes) {
    for (const auto& note : notes) {
        named.insert(std::string(note.rule.id()));
        const auto text = message(note, core::Language::vi);
        EXPECT_EQ(text.find('{'), std::string::npos) << text;
    }
}

std::set<std::string> rules_of_lists() {
    std::set<std::string> named;
    const auto import = [&](const TerritoryBook& book, const std::vector<ListedUnit>& rows) {
        const auto result = import_units(book.book, rows, {.as_of = later, .on = first});
        insert_rules(named, result.errors);
        insert_rules(named, result.suspicions);
        return result;
    };
    auto rows = small_rows();
    rows.push_back(listed(10, "", "", "Xã", "1"));
    rows.push_back(listed(11, "11", "Xã A", "Làng", "1"));
    rows.push_back(listed(12, "14", "Xã B", "Xã", "8"));
    rows.push_back(listed(13, "15", "Xã C", "Xã", "11"));
    EXPECT_TRUE(import(small_book(), rows).ops.empty());

    auto book = small_book();
    book.must(abolished("13", {whole("12")}, first + 10));
    rows = small_rows();
    rows[3].name = "Phường Mười Một";
    rows[3].kind = "Phường";
    rows[4].name = "Xã Mười Ba";  // the name moves from 13, which was merged …
    rows[6].parent_code = "1";    // another parent
    rows[7].name = "Thị trấn Hai Mốt";
    rows.push_back(listed(10, "20", "Xã Mười Ba", "Xã", "1"));  // … and stands twice
    EXPECT_FALSE(import(book, rows).ops.empty());
    rows = small_rows();
    rows.erase(rows.begin() + 6);
    rows[6].name = "Thị trấn Hai Mốt";  // 21 is gone, its name is 22's
    import(small_book(), rows);

    TerritoryBook big;
    auto list = small_list();
    for (int i = 0; i < 20; ++i) {
        list.units.push_back(
            row("3" + std::to_string(100 + i), "Xã " + std::to_string(i), UnitKind::commune, "2"));
    }
    big.must(list);
    import(big, small_rows());
    return named;
}

std::set<std::string> rules_of_reforms() {
    std::set<std::string> named;
    const auto plan = [&](const std::vector<SuccessionRow>& table) {
        auto rows = small_rows();
        rows.erase(rows.begin() + 5, rows.begin() + 7);  // 13 and 21 are gone
        const auto made = plan_reform(small_book().book, table, rows,
                                      {.effective = later, .on = first, .legal_basis = law});
        for (const auto* notes : {&made.errors, &made.skipped, &made.notes}) {
            insert_rules(named, *notes);
        }
        EXPECT_EQ(made.ops.empty(), !made.errors.empty());
    };
    plan({{2, "11", "", "11", "", "nửa"}});
    plan({{2, "11", "", "11", "", "toàn bộ"}, {3, "11", "", "12", "", "một phần"}});
    plan({{2, "77", "Xã Lạ", "11", "", ""},
          {3, "12", "", "78", "Xã Lạ", ""},
          {4, "13", "Xã Nhầm", "11", "Xã Nhầm", "whole"},
          {5, "13", "", "11", "", "whole"},
          {6, "22", "", "12", "", "part"}});
    return named;
}

std::set<std::string> rules_of_catalogues() {
    std::set<std::string> named;
    const std::string units = "unit,code,from,name,kind,parent_code,evidence,legal_basis\n";
    const std::string events =
        "from,not_before,event,unit,code,name,kind,to,to_code,evidence,legal_basis\n";
    const std::string one = units + "0000000001,38,2020-01-01,Tỉnh P,province,,list,\n";
    EXPECT_TRUE(read_catalogue({one, events, ""}, first));
    for (const auto& [first_file, second_file] :
         {std::pair<std::string, std::string>{"", ""},
          {one + "x\n", events},
          {units + "0000000001,38,2020-13-01,Tỉnh P,province,,list,\n", events},
          {units + "0000000001,38,2020-01-01,Tỉnh P,province,99,list,\n", events},
          {one, events + "2021-01-01,,melted,0000000001,38,,,,,law,1\n"}}) {
        const auto read = read_catalogue({first_file, second_file, ""}, first);
        if (read) {
            ADD_FAILURE() << first_file << second_file;
            continue;
        }
        insert_rules(named, {read.error()});
    }
    return named;
}

TEST(TerritoryRules, EveryRuleIsNamed) {
    std::set<std::string> named;
    for (auto* part_of : {&rules_of_lists, &rules_of_reforms, &rules_of_catalogues}) {
        named.merge((*part_of)());
    }
    named.merge(check(cases_of_lists()));
    named.merge(check(cases_of_units()));
    named.merge(check(cases_of_villages()));
    for (const auto& rule : core::rules::territory) {
        EXPECT_TRUE(named.contains(std::string(rule.id))) << rule.id;
        EXPECT_FALSE(rule.vi.empty()) << rule.id;
        EXPECT_FALSE(rule.en.empty()) << rule.id;
    }
}

TEST(TerritoryRules, DatesAheadAreOfTheRecordNotOfTheFact) {
    auto book = small_book();
    EXPECT_EQ(book.record(renamed("11", make_date(2030, 1, 1))), "");
    const TerritoryOp ahead{.on = TerritoryBook::today + 2, .parts = {}, .what = renamed("12")};
    EXPECT_EQ(book.record(std::vector{ahead}), "entry.dated_ahead");
    EXPECT_EQ(book.last_refusal.op_index, 0);
}

}  // namespace
}  // namespace lth::tests
