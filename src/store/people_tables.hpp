// Accounts, roles, devices and cards in a database, the same on every engine.
#pragma once

#include "app/people.hpp"
#include "store/session.hpp"

namespace lth::store {

class PeopleTables final : public app::People {
public:
    explicit PeopleTables(Transactions& transactions) : transactions_(transactions) {}

    app::PeopleWritten put(const app::PeopleWrite& write) override;
    std::vector<app::Account> accounts() override;
    std::optional<app::Account> account(const core::AccountId& id) override;
    std::optional<app::Account> account_of(const std::string& login) override;
    std::vector<app::RoleHeld> roles(const core::AccountId& account) override;
    std::optional<app::Device> device(const core::DeviceId& id) override;
    std::vector<app::Device> devices(const core::BookId& book) override;
    std::vector<app::Device> devices_of(const core::AccountId& account) override;
    std::optional<app::Card> card(const core::Digest& code_hash) override;
    std::vector<app::Card> cards(const core::BookId& book) override;
    std::optional<app::Leave> leave(const core::BookId& book) override;
    void saw(const core::DeviceId& device, std::int64_t at) override;

private:
    Transactions& transactions_;
};

}  // namespace lth::store
