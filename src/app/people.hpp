// Who may sign in, with which roles, and which devices are bound to clubs.
#pragma once

#include <array>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/entry.hpp"

namespace lth::app {

/// A person who signs in with a password, or a club's phone, whose account has no login.
struct Account {
    core::AccountId id;
    std::string login;
    std::string password_hash;  // argon2id in its own text form; empty: no password
    std::string shown_name;
    std::optional<std::int64_t> disabled_at = {};  // ms UTC

    friend bool operator==(const Account&, const Account&) = default;
};

enum class Role : std::uint8_t {
    club_board,     // of one club
    commune,        // officer of the commune's association
    district,       // reads what its time has closed
    province,       // officer of the province's association
    steering,       // member of the steering board: reads figures and lists
    auditor,        // reads with a reason
    administrator,  // runs the system
};
BOOST_DESCRIBE_ENUM(Role, club_board, commune, district, province, steering, auditor, administrator)

struct RoleHeld {
    core::AccountId account;
    Role role = Role::club_board;
    std::optional<core::UnitId> unit = {};  // and everything below it
    std::optional<core::BookId> book = {};  // of a club's board
    core::Date from;
    std::optional<core::Date> until = {};  // the first day without it

    friend bool operator==(const RoleHeld&, const RoleHeld&) = default;
};

/// A phone that a card has bound to a club's book.
struct Device {
    core::DeviceId id;
    core::AccountId account;
    core::BookId book;
    std::string name;
    core::Digest key_hash{};  // SHA-256 of the key that the device keeps
    std::int64_t bound_at = 0;
    std::string core_version;
    std::optional<std::int64_t> revoked_at = {};
    std::optional<std::int64_t> last_seen_at = {};  // to within an hour

    friend bool operator==(const Device&, const Device&) = default;
};

/// A printed card with a code that binds one phone.
struct Card {
    core::Digest code_hash{};  // SHA-256 of the code
    core::BookId book;
    core::AccountId made_by;
    std::int64_t made_at = 0;
    std::int64_t expires_at = 0;
    std::optional<core::DeviceId> used_by = {};
    std::optional<std::int64_t> used_at = {};

    friend bool operator==(const Card&, const Card&) = default;
};

/// A card that no phone has used binds none from then on.
struct CancelledCard {
    core::Digest code_hash{};
    std::int64_t at = 0;  // ms UTC
};

/// Devices may bring back what the server has lost of a book.
struct Leave {
    core::BookId book;
    core::AccountId given_by;
    std::int64_t given_at = 0;
    std::int64_t until = 0;  // ms UTC

    friend bool operator==(const Leave&, const Leave&) = default;
};

/// A second factor by RFC 6238, on the owner's phone.
struct Totp {
    core::AccountId account;
    std::array<std::uint8_t, 20> secret{};
    std::optional<std::int64_t> confirmed_at = {};  // nothing: its first code was not seen yet
    std::int64_t last_step = 0;                     // of the last code that was accepted

    friend bool operator==(const Totp&, const Totp&) = default;
};

/// A printed code that lets the account's owner choose a password.
struct Slip {
    core::Digest code_hash{};  // SHA-256 of the code
    core::AccountId account;
    core::AccountId made_by;
    std::int64_t made_at = 0;
    std::int64_t expires_at = 0;
    std::optional<std::int64_t> used_at = {};

    friend bool operator==(const Slip&, const Slip&) = default;
};

/// Set only while the account is enabled, and its hash still the one that was looked at.
struct NewPassword {
    core::AccountId account;
    std::string hash;
    std::optional<std::string> in_place_of = {};  // nothing: of whatever stands there
};

/// What else an account says stays as it is by then.
struct Disabling {
    core::AccountId account;
    std::optional<std::int64_t> at = {};  // ms UTC; nothing: enabled again
};

/// Devices that the account has bound for itself, not by a card.
struct Unbinding {
    core::AccountId account;
    std::int64_t at = 0;  // ms UTC
};

/// What is written together, or not at all.
struct PeopleWrite {
    std::vector<Account> accounts = {};  // whole: new ones
    std::optional<NewPassword> password = {};
    std::vector<Disabling> disablings = {};
    std::vector<RoleHeld> roles = {};
    std::vector<Device> devices = {};
    std::vector<Card> cards = {};             // new ones
    std::vector<CancelledCard> cancels = {};  // those used meanwhile are left
    std::optional<Card> spends = {};          // as it is after this
    std::optional<core::DeviceId> from = {};  // of `spends`: the device that it bound before
    std::optional<Leave> leave = {};          // in the place of the one before
    std::vector<Totp> totps = {};
    std::vector<core::AccountId> without_totp = {};
    std::vector<core::AccountId> signed_out = {};  // their sessions end
    std::vector<Unbinding> unbindings = {};        // their own devices are revoked
    std::vector<Slip> slips = {};                  // new ones; the account's unused ones go
    std::optional<Slip> spends_slip = {};          // as it is after this
};

enum class PeopleWritten : std::uint8_t {
    done,
    spent,        // another has spent the card or slip meanwhile; nothing was written
    login_taken,  // by another account; nothing was written
    changed,      // the account of the password is another by now; nothing was written
};

/// All calls may be made from any thread, and throw Fault.
class People {
public:
    virtual ~People() = default;

    [[nodiscard]] virtual PeopleWritten put(const PeopleWrite& write) = 0;

    [[nodiscard]] virtual std::vector<Account> accounts() = 0;
    [[nodiscard]] virtual std::optional<Account> account(const core::AccountId& id) = 0;
    [[nodiscard]] virtual std::optional<Account> account_of(const std::string& login) = 0;
    /// In the order in which they began.
    [[nodiscard]] virtual std::vector<RoleHeld> roles(const core::AccountId& account) = 0;
    [[nodiscard]] virtual std::optional<Device> device(const core::DeviceId& id) = 0;
    [[nodiscard]] virtual std::vector<Device> devices(const core::BookId& book) = 0;
    /// In the order in which they were bound.
    [[nodiscard]] virtual std::vector<Device> devices_of(const core::AccountId& account) = 0;
    [[nodiscard]] virtual std::optional<Card> card(const core::Digest& code_hash) = 0;
    /// In the order in which they were made.
    [[nodiscard]] virtual std::vector<Card> cards(const core::BookId& book) = 0;
    [[nodiscard]] virtual std::optional<Leave> leave(const core::BookId& book) = 0;

    /// The device was heard at that time; an earlier one than is known changes nothing.
    virtual void saw(const core::DeviceId& device, std::int64_t at) = 0;
};

}  // namespace lth::app
