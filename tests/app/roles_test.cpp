// The table of rights names every operation of every kind of book, and each row is decided.
#include "app/roles.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "core/association/operations.hpp"
#include "core/club/operations.hpp"
#include "core/registry/operations.hpp"
#include "core/territory/operations.hpp"

namespace lth::app {
namespace {

template <class What>
void add_names(core::BookKind kind, std::set<std::pair<core::BookKind, std::string_view>>& names) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, What>>(
        [&](auto one) { names.emplace(kind, decltype(one)::type::op); });
}

TEST(Roles, EveryOperationHasOneRow) {
    std::set<std::pair<core::BookKind, std::string_view>> known;
    add_names<core::club::ClubWhat>(core::BookKind::club, known);
    add_names<core::association::AssociationWhat>(core::BookKind::association, known);
    add_names<core::territory::TerritoryWhat>(core::BookKind::territory, known);
    add_names<core::registry::RegistryWhat>(core::BookKind::registry, known);
    std::set<std::pair<core::BookKind, std::string_view>> named;
    for (const auto& right : op_rights()) {
        EXPECT_TRUE(named.emplace(right.book, right.op).second) << right.op;
        EXPECT_NE(right.roles, 0) << right.op << " may be recorded by nobody";
    }
    EXPECT_EQ(named, known);
}

TEST(Roles, WhoReadsRecordsNothing) {
    for (const auto role : {Role::district, Role::steering, Role::auditor}) {
        for (const auto& right : op_rights()) {
            EXPECT_FALSE(may_record(role, right.book, right.op)) << right.op;
        }
    }
    EXPECT_FALSE(may_record(Role::administrator, core::BookKind::club, "loan.disbursed"));
    EXPECT_FALSE(may_record(Role::club_board, core::BookKind::club, "rating.approved"));
    EXPECT_FALSE(may_record(Role::commune, core::BookKind::club, "no.such_operation"));
}

TEST(Roles, ACommuneRecordsOfTheMapWhatItStatesOfItself) {
    for (const auto& right : op_rights()) {
        if (right.book != core::BookKind::territory) continue;
        const bool own = right.op == "unit.reported" || right.op == "village.created" ||
                         right.op == "village.renamed";
        EXPECT_EQ(may_record(Role::commune, right.book, right.op), own) << right.op;
        EXPECT_TRUE(may_record(Role::province, right.book, right.op)) << right.op;
    }
}

TEST(Roles, PhonesHoldNothingSensitiveAndOnlyTheCommuneSeesIt) {
    for (const auto role : {Role::club_board, Role::commune, Role::district, Role::province,
                            Role::steering, Role::auditor, Role::administrator}) {
        const auto wanted = role == Role::commune ? Seeing::yes : Seeing::no;
        EXPECT_EQ(may_see(role, Sight::sensitive), wanted);
    }
    EXPECT_EQ(may_see(Role::province, Sight::name), Seeing::by_reason);
    EXPECT_EQ(sight_of(core::PartClass::contact), Sight::contact);
}

TEST(Roles, WhoReadsListsAndTheTrail) {
    struct Reader {
        Role role;
        Seeing lists;
        Seeing entries;
        Seeing trail;
    };
    constexpr auto no = Seeing::no;
    constexpr auto yes = Seeing::yes;
    for (const auto& [role, lists, entries, trail] :
         {Reader{Role::club_board, yes, yes, no}, Reader{Role::commune, yes, yes, yes},
          Reader{Role::district, yes, yes, no}, Reader{Role::province, yes, yes, yes},
          Reader{Role::steering, yes, no, no}, Reader{Role::auditor, yes, Seeing::by_reason, yes},
          Reader{Role::administrator, no, no, yes}}) {
        EXPECT_EQ(may_see(role, Sight::lists), lists) << static_cast<int>(role);
        EXPECT_EQ(may_see(role, Sight::entries), entries) << static_cast<int>(role);
        EXPECT_EQ(may_see(role, Sight::trail), trail) << static_cast<int>(role);
        const std::array alone = {role};
        EXPECT_EQ(opens(alone, core::BookKind::association), entries == yes);
        EXPECT_EQ(sees(alone, core::BookKind::association, Sight::lists), lists == yes);
    }
}

TEST(Roles, TheProvinceReadsTheWorkOfAssociationsWithoutAReason) {
    constexpr auto association = core::BookKind::association;
    EXPECT_EQ(may_see(Role::province, association, Sight::text), Seeing::yes);
    EXPECT_EQ(may_see(Role::province, association, Sight::name), Seeing::yes);
    EXPECT_EQ(may_see(Role::province, association, Sight::contact), Seeing::by_reason);
    EXPECT_EQ(may_see(Role::province, core::BookKind::club, Sight::text), Seeing::by_reason);
    EXPECT_EQ(may_see(Role::auditor, association, Sight::text), Seeing::by_reason);
}

// docs/privacy/thong-bao.md tells people who sees what: its table is this table.
TEST(Roles, TheNoticeSaysWhoSeesWhat) {
    std::ifstream file(std::string(LTH_SOURCE_DIR) + "/docs/privacy/thong-bao.md");
    const std::map<std::string, Sight> rows = {{"Trong sổ", Sight::entries},
                                               {"Họ tên", Sight::name},
                                               {"Liên hệ", Sight::contact},
                                               {"Nhạy cảm", Sight::sensitive},
                                               {"Ghi chú", Sight::text}};
    const auto said = [](const std::string& cell) {
        if (cell.starts_with("có")) return Seeing::yes;
        return cell.starts_with("khi ghi lý do") ? Seeing::by_reason : Seeing::no;
    };
    std::size_t compared = 0;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> cells;
        std::istringstream in(line);
        for (std::string cell; std::getline(in, cell, '|');) {
            const auto first = cell.find_first_not_of(' ');
            const auto last = cell.find_last_not_of(' ');
            cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
        }
        constexpr std::size_t columns = 7;
        if (cells.size() != columns || !rows.contains(cells[1])) continue;
        const auto sight = rows.at(cells[1]);
        EXPECT_EQ(said(cells[3]), may_see(Role::club_board, sight)) << line;
        EXPECT_EQ(said(cells[4]), may_see(Role::commune, sight)) << line;
        EXPECT_EQ(said(cells[5]), may_see(Role::province, sight)) << line;
        EXPECT_EQ(said(cells[6]), may_see(Role::auditor, sight)) << line;
        ++compared;
    }
    EXPECT_EQ(compared, rows.size());
}

TEST(Roles, WhoDecidesCasesKeepsPhonesAndGivesLeave) {
    using core::BookKind;
    for (const auto role : {Role::club_board, Role::commune, Role::district, Role::province,
                            Role::steering, Role::auditor, Role::administrator}) {
        EXPECT_EQ(may_decide_cases(role, BookKind::club), role == Role::commune);
        EXPECT_EQ(may_decide_cases(role, BookKind::association),
                  role == Role::commune || role == Role::province);
        EXPECT_EQ(may_keep_devices(role), role == Role::commune || role == Role::administrator);
        EXPECT_EQ(may_give_leave(role), role == Role::administrator);
    }
}

}  // namespace
}  // namespace lth::app
