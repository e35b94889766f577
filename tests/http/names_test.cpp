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
