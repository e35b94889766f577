// Ids that follow from the seed: UUIDv8 of a SHA-256, and ids inside a book cut from one.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/ids.hpp"

namespace lth::demo {

/// RFC 9562 version 8 of SHA-256("lth-demo" ‖ seed ‖ what ‖ number).
[[nodiscard]] core::Uuid derived_uuid(std::uint64_t seed, std::string_view what,
                                      std::uint64_t number);

/// Of an entry: the seed lies in the book's id already.
[[nodiscard]] core::EntryId derived_entry_id(const core::BookId& book, std::uint64_t number);

/// 50 bits of the same.
[[nodiscard]] std::uint64_t derived_local(std::uint64_t seed, std::string_view what,
                                          std::uint64_t number);

}  // namespace lth::demo
