// What tests of the sign-in share: a map of three levels, unpredictable bytes that are the same in
// each run, and accounts with passwords.
#pragma once

#include <map>
#include <string>

#include "app/clusters.hpp"
#include "app/officers.hpp"
#include "app/totp.hpp"

namespace lth::tests {

class CountingIds final : public app::Ids {
public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (i % block_.size() == 0) block_ = core::sha256(std::to_string(++blocks_));
            bytes[i] = block_[i % block_.size()];
        }
    }

private:
    core::Digest block_{};
    int blocks_ = 0;
};

inline constexpr core::UnitId province_unit{1};
inline constexpr core::UnitId commune_unit{41};
inline constexpr core::UnitId other_commune_unit{42};
inline constexpr core::UnitId old_district_unit{21};  // on no map of today
inline constexpr core::UnitId cluster_unit_id{61};    // of both communes

/// One province with two communes; books are put into communes one by one.
class SmallMap final : public app::Places, public app::UnitMap {
public:
    std::map<core::BookId, core::UnitId> communes;
    std::map<core::BookId, core::UnitId> districts;  // as they were once

    std::vector<core::UnitId> units_over(const core::BookId& book) override {
        const auto at = communes.find(book);
        if (at == communes.end()) return {};
        return {at->second, province_unit};
    }
    std::vector<core::UnitId> units_over(const core::UnitId& unit) override {
        if (unit == province_unit) return {province_unit};
        const bool below =
            unit == commune_unit || unit == other_commune_unit || unit == cluster_unit_id;
        if (below) return {unit, province_unit};
        return {};
    }
    std::vector<core::UnitId> units_over_on(const core::BookId& book, core::Date day) override {
        auto units = units_over(book);
        const auto at = districts.find(book);
        if (at != districts.end() && day < core::make_date(2025, 7, 1)) {
            units.insert(units.begin() + 1, at->second);
        }
        return units;
    }
    std::string name_of(const core::BookId& /*book*/) override { return "CLB thử"; }
    std::optional<app::UnitRef> find_unit(std::string_view code_or_id) override {
        using core::territory::Level;
        const app::UnitRef units[] = {
            {.id = province_unit, .code = "38", .name = "Đơn vị 38", .level = Level::province},
            {.id = commune_unit, .code = "14758", .name = "Đơn vị 14758"},
            {.id = other_commune_unit, .code = "14761", .name = "Đơn vị 14761"},
            {.id = cluster_unit_id,
             .code = app::cluster_unit({cluster_unit_id.value}),
             .name = "Cụm thử",
             .level = Level::district},
        };
        for (const auto& unit : units) {
            if (code_or_id == unit.code || code_or_id == to_text(unit.id)) return unit;
        }
        return std::nullopt;
    }
};

/// Cheap, so that tests under sanitizers stay quick.
inline constexpr app::HashingLimits cheap_hashing{.passes = 1, .memory_bytes = 8192};

inline const std::string good_password = "Trăng lên đỉnh núi Nưa";

/// An account with the good password, and one role from 2020 on.
inline core::AccountId put_officer(app::Store& store, app::Passwords& passwords,
                                   const std::string& login, app::RoleHeld held) {
    core::AccountId id{app::make_uuid8(core::sha256(login))};
    held.account = id;
    if (held.from == core::Date{}) held.from = core::make_date(2020, 1, 1);
    (void)store.people().put({.accounts = {{.id = id,
                                            .login = login,
                                            .password_hash = passwords.hash(good_password).value(),
                                            .shown_name = "Cán bộ " + login}},
                              .roles = {held}});
    return id;
}

/// A confirmed second factor, whose codes are those of `totp_code(secret, step)`.
inline app::Totp put_totp(app::Store& store, const core::AccountId& account) {
    app::Totp totp{.account = account, .confirmed_at = 1};
    totp.secret.fill(0x5A);
    (void)store.people().put({.totps = {totp}});
    return totp;
}

}  // namespace lth::tests
