// Whatever can be recorded has a name on screen.
#include <gtest/gtest.h>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "core/association/operations.hpp"
#include "core/club/operations.hpp"
#include "core/registry/operations.hpp"
#include "core/territory/operations.hpp"
#include "facts/measures.hpp"
#include "http/pages/measure_names.hpp"
#include "http/pages/names.hpp"
#include "http/pages/op_facts.hpp"

namespace lth::tests {
namespace {

template <class What>
void expect_names() {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, What>>(
        [](auto identity) {
            using One = typename decltype(identity)::type;
            EXPECT_NE(http::pages::operation_name(One::op), nullptr) << One::op;
        });
}

TEST(Names, EveryOperationHasOne) {
    expect_names<core::club::ClubWhat>();
    expect_names<core::association::AssociationWhat>();
    expect_names<core::territory::TerritoryWhat>();
    expect_names<core::registry::RegistryWhat>();
}

// Of one person: a member or a loan in a field of the operation itself. A list is of several, also
// where it has one line, and so is what stands inside another field: they are closed as sums.
template <class T>
constexpr bool names_one = std::is_same_v<T, core::MemberId> || std::is_same_v<T, core::LoanId> ||
                           std::is_same_v<T, std::optional<core::MemberId>> ||
                           std::is_same_v<T, std::optional<core::LoanId>>;

// The page of a book, which reads operations as text, closes single members by these two names.
TEST(Names, WhatSpeaksOfOneMemberSaysMemberOrLoan) {
    using core::club::ClubWhat;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, ClubWhat>>(
        [](auto identity) {
            using One = typename decltype(identity)::type;
            bool names = false;
            bool says = false;
            using boost::describe::describe_members;
            boost::mp11::mp_for_each<describe_members<One, boost::describe::mod_public>>(
                [&](auto field) {
                    using Field = std::remove_cvref_t<decltype(One{}.*field.pointer)>;
                    const std::string_view name = field.name;
                    names = names || names_one<Field>;
                    says = says || name == "member" || name == "loan";
                });
            EXPECT_TRUE(says || !names) << One::op;
        });
}

// What an operation draws of several people is how many they are and what they sum to.
TEST(Names, WhatSpeaksOfSeveralMembersDrawsNoTextOfThem) {
    const std::string_view ops[] = {
        R"({"op":"board.elected","seats":[{"member":"0000000001","role":"chair"}]})",
        R"({"op":"consent.given","purpose":"membership","members":["0000000001"]})",
        R"({"op":"dues.received","account":"cash","lines":[{"member":"0000000001",)"
        R"("amount":20000}]})"};
    for (const auto op : ops) {
        EXPECT_FALSE(http::pages::is_of_one_person(op)) << op;
        const http::Request request;
        http::pages::Page page(http::pages::Links(request), {.title = "Sổ"});
        http::pages::draw_op_facts(page, op);
        const auto drawn = std::move(page).finish().body;
        EXPECT_EQ(drawn.find("0000000001"), std::string::npos) << op;
    }
}

TEST(Names, EveryMeasureHasOne) {
    for (const auto& measure : facts::all_measures()) {
        EXPECT_NE(http::pages::measure_name(measure.name), nullptr) << measure.name;
    }
    EXPECT_EQ(http::pages::measure_name("unheard_of"), nullptr);
}

TEST(Names, AreOfTheOperationWhateverItsVersion) {
    const auto* name = http::pages::operation_name("loan.disbursed/2");
    ASSERT_NE(name, nullptr);
    EXPECT_EQ(name->in(core::Language::vi), "Cho vay");
    EXPECT_EQ(http::pages::operation_name("loan.unheard_of"), nullptr);
}

}  // namespace
}  // namespace lth::tests
