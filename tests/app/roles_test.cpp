// The table of rights names every operation of every kind of book, and each row is decided.
#include "app/roles.hpp"

#include <gtest/gtest.h>

#include <set>

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

TEST(Roles, PhonesHoldNothingSensitiveAndOnlyTheCommuneSeesIt) {
    for (const auto role : {Role::club_board, Role::commune, Role::district, Role::province,
                            Role::steering, Role::auditor, Role::administrator}) {
        const auto wanted = role == Role::commune ? Seeing::yes : Seeing::no;
        EXPECT_EQ(may_see(role, Sight::sensitive), wanted);
    }
    EXPECT_EQ(may_see(Role::province, Sight::name), Seeing::by_reason);
    EXPECT_EQ(sight_of(core::PartClass::contact), Sight::contact);
}

}  // namespace
}  // namespace lth::app
