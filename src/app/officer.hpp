// What officers record themselves: entries that the server numbers, as from a device of theirs.
#pragma once

#include <optional>
#include <vector>

#include "app/books.hpp"
#include "app/held_rights.hpp"
#include "json/entry.hpp"

namespace lth::app {

/// The id is a UUIDv7 made by the officer's browser: the same again is answered alike.
using OfficerEntry = json::Authored;

/// Not a phone's: derived from the account, so that numbers of one officer are counted together.
[[nodiscard]] core::DeviceId officer_device(const core::AccountId& account);

class OfficerEntries {
public:
    OfficerEntries(Books& books, HeldRights& rights) : books_(books), rights_(rights) {}

    /// Durable when it returns. Rules of rights and of the book; sync.case.* of what it mends.
    /// Throws Fault; then send the same again.
    [[nodiscard]] core::Result<Receipt> record(const core::AccountId& officer,
                                               const core::BookId& book, const OfficerEntry& entry);

    /// An entry by the officer, without a number, and he as its sender.
    [[nodiscard]] static core::Entry entry_of(const core::AccountId& officer,
                                              const core::BookId& book, const OfficerEntry& entry);
    [[nodiscard]] Sender sender_of(const core::AccountId& officer);

private:
    Books& books_;
    HeldRights& rights_;
};

}  // namespace lth::app
