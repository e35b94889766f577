// An officer over the test's clubs, on a map where every book lies in one commune.
#pragma once

#include "app/held_rights.hpp"
#include "support/app/officers.hpp"
#include "support/store/database.hpp"

namespace lth::tests {

class OneCommune final : public app::Places {
public:
    std::vector<core::UnitId> units_over(const core::BookId& /*book*/) override {
        return {commune};
    }
    std::vector<core::UnitId> units_over_unit(const core::UnitId& unit) override {
        return unit == commune ? std::vector{commune, province_unit} : std::vector<core::UnitId>{};
    }
    std::vector<core::UnitId> units_over_village(const core::VillageId& id) override {
        return id == village ? units_over_unit(commune) : std::vector<core::UnitId>{};
    }
    std::string name_of(const core::BookId& /*book*/) override { return "CLB thử"; }

    core::UnitId commune{41};
    core::VillageId village{};  // in it
};

inline core::AccountId account_id(std::uint8_t n) {
    core::AccountId id;
    id.bytes[0] = n;
    return id;
}

/// Somebody with the role over the commune since long ago.
inline core::AccountId make_officer(app::Store& store, std::uint8_t n, app::Role role) {
    const app::Account account{
        account_id(n), "officer" + std::to_string(n), "", "Cán bộ " + std::to_string(n), {}};
    const app::RoleHeld held{.account = account.id,
                             .role = role,
                             .unit = core::UnitId{41},
                             .from = core::make_date(2019, 1, 1)};
    EXPECT_EQ(store.people().put({.accounts = {account}, .roles = {held}}),
              app::PeopleWritten::done);
    return account.id;
}

}  // namespace lth::tests
