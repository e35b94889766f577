// Entries as JSON: one line each in exports, one object each on the wire.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/entry.hpp"

namespace lth::json {

/// One line without a line break. Parts without content are written with their digest.
[[nodiscard]] std::string write_entry(const core::SealedEntry& sealed);

/// Reads what write_entry wrote. Digests of parts that hold content are recomputed; the chain is
/// the caller's to check.
[[nodiscard]] core::Result<core::SealedEntry> read_sealed_entry(std::string_view text);

/// The author's half alone, as a phone sends it.
[[nodiscard]] std::string write_unsealed(const core::Entry& entry);
[[nodiscard]] core::Result<core::Entry> read_unsealed(std::string_view text);

/// What an officer's browser sends: the author's words, without a device and its number.
struct Authored {
    core::EntryId entry_id;
    std::string body;
    std::vector<core::PrivatePart> parts = {};
    std::optional<core::EntryId> replaces = {};  // the case that it mends
};
/// {"entry_id", "body", "private", "replaces"}; the last two may be absent.
[[nodiscard]] core::Result<Authored> read_authored(std::string_view text);

}  // namespace lth::json
