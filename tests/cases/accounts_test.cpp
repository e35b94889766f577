// Accounts are made, reset and disabled from above, never from beside or below.
#include <gtest/gtest.h>

#include "support/app/officers.hpp"
#include "support/store/database.hpp"

namespace lth::tests {
namespace {

using app::Role;
using app::RoleHeld;

class Accounts : public testing::Test {
protected:
    Accounts() {
        record_all(books, launched_entries(1));
        record_all(books, launched_entries(2));
        map.communes = {{book_id(1), commune_unit}, {book_id(2), other_commune_unit}};
    }

    app::Maker maker(Role role, std::optional<core::UnitId> unit = {}) {
        const auto login = "maker" + std::to_string(++makers);
        const RoleHeld held{.account = {}, .role = role, .unit = unit, .from = {}};
        const auto id = put_officer(*store, desk.passwords, login, held);
        return {id, store->people().roles(id)};
    }
    core::AccountId made(Role role, const std::optional<std::string>& place) {
        const auto done = make(app::maker_by_hand(), role, place);
        EXPECT_TRUE(done);
        return done ? done->account : core::AccountId{};
    }
    /// The place is a unit's code, or "1" and "2" for the books of the clubs.
    core::Result<app::PrintedSlip> make(const app::Maker& by, Role role,
                                        const std::optional<std::string>& place) {
        app::AccountForm form{
            .login = "so" + std::to_string(++logins), .shown_name = "Bà Tư", .role = role};
        if (place == "1" || place == "2") {
            form.book = book_id(place == "1" ? 1 : 2);
        } else {
            form.unit = place;
        }
        return desk.accounts.create(by, form);
    }
    static std::string rule(const auto& result) {
        return result ? "" : std::string(result.error().rule.id());
    }

    Database database{Engine::sqlite};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    CountingIds ids;
    SmallMap map;
    app::Books books{*store, clock};
    app::HeldRights rights{*store, map, clock};
    app::OfficerDesk desk{{*store, map, map, rights, clock, ids}, cheap_hashing};
    int makers = 0;
    int logins = 0;
};

struct Made {
    Role role;
    std::optional<std::string> place;
};

// Who makes whom: the whole table. The commune is 14758, whose club keeps book 1.
TEST_F(Accounts, EachRoleMakesThoseBelowIt) {
    const auto cluster = app::cluster_unit({cluster_unit_id.value});
    const std::vector<Made> all = {
        {Role::club_board, "1"},  {Role::club_board, "2"},   {Role::commune, "14758"},
        {Role::commune, "14761"}, {Role::district, cluster}, {Role::steering, "38"},
        {Role::auditor, "38"},    {Role::province, "38"},    {Role::administrator, {}}};
    const std::map<Role, std::vector<bool>> may = {
        {Role::club_board, std::vector<bool>(9, false)},
        {Role::commune, {true, false, false, false, false, false, false, false, false}},
        {Role::district, std::vector<bool>(9, false)},
        {Role::province, {true, true, true, true, true, true, false, false, false}},
        {Role::steering, std::vector<bool>(9, false)},
        {Role::auditor, std::vector<bool>(9, false)},
        {Role::administrator, std::vector<bool>(9, true)},
    };
    for (const auto& [role, row] : may) {
        std::optional<core::UnitId> place = province_unit;
        if (role == Role::commune) place = commune_unit;
        if (role == Role::administrator) place = {};
        const auto by = maker(role, place);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto wanted = row[i] ? "" : "account.not_above";
            EXPECT_EQ(rule(make(by, all[i].role, all[i].place)), wanted)
                << static_cast<int>(role) << " makes " << i;
            // Who may make an account may reset it, and nobody else.
            const auto id = made(all[i].role, all[i].place);
            EXPECT_EQ(rule(desk.accounts.reset(by, id)), wanted);
            EXPECT_EQ(rule(desk.accounts.disable(by, id)), wanted);
            EXPECT_EQ(rule(desk.accounts.enable(by, id)), wanted);
        }
    }
}

// A commune's officer of the whole province would open the sensitive parts of all of it.
TEST_F(Accounts, ARoleStandsAtTheLevelOfItsOffice) {
    const auto by = app::maker_by_hand();
    const auto cluster = app::cluster_unit({cluster_unit_id.value});
    for (const auto& [role, place] : {Made{Role::commune, "38"}, Made{Role::province, "14758"},
                                      Made{Role::district, "38"}, Made{Role::district, "14758"}}) {
        const auto refused = make(by, role, place);
        EXPECT_EQ(rule(refused), "account.role.level") << *place;
        EXPECT_EQ(refused.error().field, "unit");
        EXPECT_NE(message(refused.error(), core::Language::vi).find("Đơn vị " + *place),
                  std::string::npos);
    }
    EXPECT_EQ(rule(make(by, Role::commune, cluster)), "account.role.place");
    // Whoever only looks may look at one commune.
    EXPECT_EQ(rule(make(by, Role::auditor, "14758")), "");
    EXPECT_EQ(rule(make(by, Role::steering, "14758")), "");
    // Nor is it given later; one that was given before there was this rule still ends.
    const auto id = made(Role::commune, "14758");
    EXPECT_EQ(rule(desk.accounts.give_role(by, id, {.role = Role::province, .unit = "14758"})),
              "account.role.level");
    const auto old = maker(Role::commune, province_unit);
    EXPECT_EQ(rule(desk.accounts.end_role(by, old.account, {.role = Role::commune, .unit = "38"})),
              "");
}

TEST_F(Accounts, NobodyIsAboveHimselfOrWithARightBesideHis) {
    const auto province = maker(Role::province, province_unit);
    EXPECT_EQ(rule(desk.accounts.reset(province, province.account)), "account.not_above");
    EXPECT_EQ(rule(desk.accounts.reset(maker(Role::province, province_unit), province.account)),
              "account.not_above");
    // A commune's officer who is an auditor as well is the administrator's.
    const auto both = made(Role::commune, "14758");
    EXPECT_EQ(rule(desk.accounts.reset(province, both)), "");
    EXPECT_EQ(rule(desk.accounts.give_role(province, both, {.role = Role::auditor, .unit = "38"})),
              "account.not_above");
    ASSERT_TRUE(
        desk.accounts.give_role(app::maker_by_hand(), both, {.role = Role::auditor, .unit = "38"}));
    EXPECT_EQ(rule(desk.accounts.reset(province, both)), "account.not_above");
    ASSERT_TRUE(
        desk.accounts.end_role(app::maker_by_hand(), both, {.role = Role::auditor, .unit = "38"}));
    EXPECT_EQ(rule(desk.accounts.reset(province, both)), "");
}

TEST_F(Accounts, ARoleEndsAndThenIsNoMore) {
    const auto by = app::maker_by_hand();
    const auto id = made(Role::commune, "14758");
    app::RoleForm role{.role = Role::commune, .unit = "14758"};
    EXPECT_EQ(rights.roles_over(id, book_id(1)), std::vector{Role::commune});
    EXPECT_EQ(rule(desk.accounts.end_role(by, id, {.role = Role::commune, .unit = "14761"})),
              "account.role.none");
    role.until = core::make_date(2000, 1, 1);
    EXPECT_EQ(rule(desk.accounts.end_role(by, id, role)), "account.role.dates");
    role.until.reset();
    EXPECT_EQ(rule(desk.accounts.end_role(by, id, role)), "");
    EXPECT_TRUE(rights.roles_over(id, book_id(1)).empty());
    EXPECT_EQ(rule(desk.accounts.end_role(by, id, role)), "account.role.none");
}

TEST_F(Accounts, BooksOfTheWholeProvinceAreTheProvincesAndTheAdministrators) {
    const auto registry =
        make_entry(3, 1,
                   R"({"op":"programme.added","on":"2020-03-01","programme":"0000000001",)"
                   R"("name":"HelpAge","kind":"decision"})");
    ASSERT_TRUE(books.record(registry, {.account = {}, .opens = core::BookKind::registry}));
    const auto over = [&](const app::Maker& who) {
        return rights.roles_over(who.account, book_id(3));
    };
    EXPECT_EQ(over(maker(Role::province, province_unit)), std::vector{Role::province});
    EXPECT_EQ(over(maker(Role::administrator)), std::vector{Role::administrator});
    EXPECT_TRUE(over(maker(Role::commune, commune_unit)).empty());
    EXPECT_TRUE(over(maker(Role::auditor, province_unit)).empty());
}

TEST_F(Accounts, WrongFormsAreNamed) {
    const auto by = app::maker_by_hand();
    const auto refused = [&](app::AccountForm form) {
        return rule(desk.accounts.create(by, form));
    };
    const app::AccountForm fine{
        .login = "lan", .shown_name = "Lan", .role = Role::commune, .unit = "14758"};
    EXPECT_EQ(refused(fine), "");
    EXPECT_EQ(refused(fine), "account.login.taken");
    auto form = fine;
    form.login = "Bà Lan";
    EXPECT_EQ(refused(form), "account.login.malformed");
    form.login = "lan2";
    form.shown_name = "";
    EXPECT_EQ(refused(form), "account.name.malformed");
    form = fine;
    form.login = "lan3";
    form.unit = "99999";
    EXPECT_EQ(refused(form), "question.unit.unknown");
    form.unit.reset();
    EXPECT_EQ(refused(form), "account.role.place");
    form.book = book_id(1);
    EXPECT_EQ(refused(form), "account.role.place");
    form.role = Role::administrator;
    EXPECT_EQ(refused(form), "account.role.no_place");
    form.role = Role::club_board;
    form.book = book_id(9);
    EXPECT_EQ(refused(form), "question.club.unknown");
    form = fine;
    form.login = "lan4";
    form.from = form.until = core::make_date(2021, 1, 1);
    EXPECT_EQ(refused(form), "account.role.dates");
    const auto nobody = desk.accounts.reset(by, core::AccountId{});
    EXPECT_EQ(rule(nobody), "account.unknown");
    EXPECT_EQ(message(nobody.error(), core::Language::vi),
              "Không có tài khoản «" + to_text(core::AccountId{}) + "» ở đây.");
}

TEST_F(Accounts, TheListShowsThoseBelow) {
    made(Role::commune, "14758");
    made(Role::club_board, "1");
    made(Role::club_board, "2");
    const auto commune = maker(Role::commune, commune_unit);
    const auto lines = desk.accounts.below(commune);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_FALSE(lines.front().has_password);
    ASSERT_EQ(lines.front().roles.size(), 1U);
    EXPECT_EQ(lines.front().roles.front().book, book_id(1));
    const auto everyone = desk.accounts.below(app::maker_by_hand());
    EXPECT_EQ(everyone.size(), 4U);
    const auto unit = std::ranges::find_if(
        everyone, [](const auto& line) { return line.roles.front().unit.has_value(); });
    EXPECT_EQ(unit->roles.front().unit_code, "14758");
}

}  // namespace
}  // namespace lth::tests
