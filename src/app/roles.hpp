// Which role may record which operation, and see what: one table, walked whole by a test.
#pragma once

#include <set>
#include <span>
#include <string_view>

#include "app/people.hpp"

namespace lth::app {

/// Roles as a set: bit n is the n-th role.
using RoleSet = std::uint8_t;
[[nodiscard]] constexpr RoleSet only(Role role) {
    return static_cast<RoleSet>(1U << static_cast<unsigned>(role));
}

struct OpRight {
    core::BookKind book;
    std::string_view op;
    RoleSet roles;
};

/// One row for each operation of each kind of book, sorted.
[[nodiscard]] std::span<const OpRight> op_rights();

/// False for an operation that no row names.
[[nodiscard]] bool may_record(Role role, core::BookKind book, std::string_view op);

/// One of the roles may.
[[nodiscard]] bool may_record(std::span<const Role> roles, core::BookKind book,
                              std::string_view op);

/// Ends cases of books of the kind: accepts, replaces, lets go.
[[nodiscard]] bool may_decide_cases(Role role, core::BookKind book);
/// Makes cards of clubs, revokes phones, says that one is lost.
[[nodiscard]] bool may_keep_devices(Role role);
/// Lets phones bring back what the server has lost.
[[nodiscard]] bool may_give_leave(Role role);

/// What there is to see of a book, beside the figures that are made of it.
enum class Sight : std::uint8_t {
    lists,    // of the scheme's work, what the book holds among that of others: no names of people
    entries,  // bodies: no names of people
    name,
    contact,
    sensitive,
    text,
    trail,  // who was shown what of it, and took what out
};
BOOST_DESCRIBE_ENUM(Sight, lists, entries, name, contact, sensitive, text, trail)

enum class Seeing : std::uint8_t {
    no,
    by_reason,  // after a typed reason, which is logged
    yes,
};
BOOST_DESCRIBE_ENUM(Seeing, no, by_reason, yes)

/// Of a club's book.
[[nodiscard]] Seeing may_see(Role role, Sight sight);
/// The province needs no reason in books of associations: whom a care fund thanks, what a visit
/// found and what an obstacle is are its own work; the reason guards the members of clubs.
[[nodiscard]] Seeing may_see(Role role, core::BookKind book, Sight sight);
/// One of the roles sees it of such books without a reason.
[[nodiscard]] bool sees(std::span<const Role> roles, core::BookKind book, Sight sight);
/// One of the roles opens entries of such books without a reason.
[[nodiscard]] bool opens(std::span<const Role> roles, core::BookKind book);
[[nodiscard]] Sight sight_of(core::PartClass kind);

/// Of private parts: those that somebody is shown.
using PartClasses = std::set<core::PartClass>;

/// Loans, dues and days of a club's single members are for whoever is shown their names; other
/// books have no members.
[[nodiscard]] bool shows_members(const PartClasses& classes,
                                 core::BookKind kind = core::BookKind::club);

}  // namespace lth::app
