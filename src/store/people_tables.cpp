#include "store/people_tables.hpp"

#include "store/cursor.hpp"
#include "store/select.hpp"

namespace lth::store {
namespace {

using app::Card;
using app::Device;
using app::Leave;
using app::PeopleWrite;
using app::PeopleWritten;
using app::RoleHeld;

app::Account account_from(const Row& row) {
    Cursor in(row);
    app::Account account;
    account.id = in.uuid<core::AccountId>();
    account.login = in.text();
    account.password_hash = in.text();
    account.shown_name = in.text();
    account.disabled_at = in.optional([&] { return in.integer(); });
    return account;
}

// No unit has number 0 and no book is nil: they stand for none, since keys hold no null.
RoleHeld role_from(const Row& row) {
    Cursor in(row);
    RoleHeld held;
    held.account = in.uuid<core::AccountId>();
    held.role = in.word<app::Role>();
    const auto unit = in.local<core::UnitId>();
    const auto book = in.uuid<core::BookId>();
    if (unit.value != 0) held.unit = unit;
    if (!book.is_nil()) held.book = book;
    held.from = in.date();
    held.until = in.optional_date();
    return held;
}

Device device_from(const Row& row) {
    Cursor in(row);
    Device device;
    device.id = in.uuid<core::DeviceId>();
    device.account = in.uuid<core::AccountId>();
    device.book = in.uuid<core::BookId>();
    device.name = in.text();
    device.key_hash = in.digest();
    device.bound_at = in.integer();
    device.core_version = in.text();
    device.revoked_at = in.optional([&] { return in.integer(); });
    device.last_seen_at = in.optional([&] { return in.integer(); });
    return device;
}

Leave leave_from(const Row& row) {
    Cursor in(row);
    Leave leave;
    leave.book = in.uuid<core::BookId>();
    leave.given_by = in.uuid<core::AccountId>();
    leave.given_at = in.integer();
    leave.until = in.integer();
    return leave;
}

Card card_from(const Row& row) {
    Cursor in(row);
    Card card;
    card.code_hash = in.digest();
    card.book = in.uuid<core::BookId>();
    card.made_by = in.uuid<core::AccountId>();
    card.made_at = in.integer();
    card.expires_at = in.integer();
    card.used_by = in.optional([&] { return in.uuid<core::DeviceId>(); });
    card.used_at = in.optional([&] { return in.integer(); });
    return card;
}

void write_card(Session& session, const Card& card) {
    session.run("card.put",
                {card.code_hash, card.book, card.made_by, card.made_at, card.expires_at,
                 card.used_by ? Value(*card.used_by) : Value(), value_of(card.used_at)});
}

bool spend(Session& session, const PeopleWrite& write) {
    const core::DeviceId nobody;
    return session.run("card.spend",
                       {write.spends->code_hash, write.spends->used_by.value_or(nobody),
                        value_of(write.spends->used_at), write.from.value_or(nobody),
                        write.spends->expires_at}) == 1;
}

bool login_taken(Session& session, const app::Account& account) {
    bool taken = false;
    session.select("account.of_login", {account.login}, [&](const Row& row) {
        taken = taken || Cursor(row).uuid<core::AccountId>() != account.id;
    });
    return taken && !account.login.empty();
}

// The hash that stands there, if the new one may take its place.
std::optional<std::string> hash_to_replace(Session& session, const app::NewPassword& password) {
    std::optional<app::Account> account;
    session.select("account.of_id", {password.account},
                   [&](const Row& row) { account = account_from(row); });
    if (!account || account->disabled_at) return std::nullopt;
    if (password.in_place_of && *password.in_place_of != account->password_hash) {
        return std::nullopt;
    }
    return account->password_hash;
}

void write_sign_ins(Session& session, const PeopleWrite& write) {
    for (const auto& totp : write.totps) {
        session.run("totp.put", {totp.account, Value(ValueKind::bytes, totp.secret),
                                 value_of(totp.confirmed_at), totp.last_step});
    }
    for (const auto& account : write.without_totp) session.run("totp.forget", {account});
    for (const auto& account : write.signed_out) {
        session.run("session.end_others", {account, core::Uuid{}});
    }
    for (const auto& slip : write.slips) {
        session.run("slip.withdraw_unused", {slip.account});
        session.run("slip.put", {slip.code_hash, slip.account, slip.made_by, slip.made_at,
                                 slip.expires_at, value_of(slip.used_at)});
    }
}

// What is refused is refused before anything is written.
PeopleWritten write_all(Session& session, const PeopleWrite& write) {
    for (const auto& account : write.accounts) {
        if (login_taken(session, account)) return PeopleWritten::login_taken;
    }
    std::optional<std::string> old_hash;
    if (write.password) {
        old_hash = hash_to_replace(session, *write.password);
        if (!old_hash) return PeopleWritten::changed;
    }
    if (write.spends && !spend(session, write)) return PeopleWritten::spent;
    if (write.spends_slip) {
        const auto& slip = *write.spends_slip;
        if (session.run("slip.spend", {slip.code_hash, value_of(slip.used_at)}) != 1) {
            return PeopleWritten::spent;
        }
    }
    write_sign_ins(session, write);
    if (write.password) {
        session.run("account.set_password",
                    {write.password->account, write.password->hash, *old_hash});
    }
    for (const auto& disabling : write.disablings) {
        session.run("account.set_disabled", {disabling.account, value_of(disabling.at)});
    }
    for (const auto& card : write.cancels) {
        session.run("card.cancel", {card.code_hash, card.at});
    }
    for (const auto& card : write.cards) write_card(session, card);
    for (const auto& account : write.accounts) {
        session.run("account.put", {account.id, account.login, account.password_hash,
                                    account.shown_name, value_of(account.disabled_at)});
    }
    for (const auto& held : write.roles) {
        session.run(
            "role.put",
            {held.account, value_of(held.role), value_of(held.unit.value_or(core::UnitId{})),
             held.book.value_or(core::BookId{}), value_of(held.from), value_of(held.until)});
    }
    for (const auto& device : write.devices) {
        session.run("device.put",
                    {device.id, device.account, device.book, device.name, device.key_hash,
                     device.bound_at, device.core_version, value_of(device.revoked_at)});
    }
    for (const auto& unbinding : write.unbindings) {
        session.run("device.revoke_own", {unbinding.account, core::BookId{}, unbinding.at});
    }
    if (const auto& leave = write.leave) {
        session.run("leave.put", {leave->book, leave->given_by, leave->given_at, leave->until});
    }
    return PeopleWritten::done;
}

}  // namespace

PeopleWritten PeopleTables::put(const PeopleWrite& write) {
    auto written = PeopleWritten::done;
    transactions_.run(Transaction::write,
                      [&](Session& session) { written = write_all(session, write); });
    return written;
}

std::vector<app::Account> PeopleTables::accounts() {
    return select_all(transactions_, "account.of_all", {}, account_from);
}

std::optional<app::Account> PeopleTables::account(const core::AccountId& id) {
    return select_one(transactions_, "account.of_id", {id}, account_from);
}

std::optional<app::Account> PeopleTables::account_of(const std::string& login) {
    return select_one(transactions_, "account.of_login", {login}, account_from);
}

std::vector<RoleHeld> PeopleTables::roles(const core::AccountId& account) {
    return select_all(transactions_, "role.of_account", {account}, role_from);
}

std::optional<Device> PeopleTables::device(const core::DeviceId& id) {
    return select_one(transactions_, "device.of_id", {id}, device_from);
}

std::vector<Device> PeopleTables::devices(const core::BookId& book) {
    return select_all(transactions_, "device.of_book", {book}, device_from);
}

std::vector<Device> PeopleTables::devices_of(const core::AccountId& account) {
    return select_all(transactions_, "device.of_account", {account}, device_from);
}

std::optional<Card> PeopleTables::card(const core::Digest& code_hash) {
    return select_one(transactions_, "card.of_code", {code_hash}, card_from);
}

std::vector<Card> PeopleTables::cards(const core::BookId& book) {
    return select_all(transactions_, "card.of_book", {book}, card_from);
}

std::optional<Leave> PeopleTables::leave(const core::BookId& book) {
    return select_one(transactions_, "leave.of_book", {book}, leave_from);
}

void PeopleTables::saw(const core::DeviceId& device, std::int64_t at) {
    transactions_.run(Transaction::write,
                      [&](Session& session) { session.run("device.seen", {device, at}); });
}

}  // namespace lth::store
