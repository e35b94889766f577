// Names beside a club's members: none for who did not agree to be named, wherever they are listed.
#pragma once

#include <map>
#include <span>

#include "app/ports.hpp"
#include "app/roles.hpp"
#include "core/club/club.hpp"

namespace lth::app {

class MemberNames {
public:
    /// All that the book has been told; whether the reader may see them is asked before.
    MemberNames(Store& store, const core::BookId& book);
    /// As one with these roles sees them without a reason: all or none.
    MemberNames(Store& store, const core::BookId& book, std::span<const Role> roles);

    [[nodiscard]] std::optional<std::string> of(const core::club::Club& club, core::MemberId member,
                                                core::Date on) const;

private:
    std::map<std::uint64_t, std::string> told_;
};

}  // namespace lth::app
