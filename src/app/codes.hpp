// Codes that are printed on paper and typed, and secrets that a program keeps: of both only hashes
// are stored.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/ports.hpp"

namespace lth::app {

/// 16 characters of Crockford's base32: 80 bits.
struct PaperCode {
    std::string printed;  // in groups of four: "K3F0-9QTA-…"
    core::Digest hash{};
};
[[nodiscard]] PaperCode make_code(Ids& ids);

/// The hash of a code as it is read from paper: any case, with or without dashes, and letters that
/// look like digits. Nothing if it cannot be one.
[[nodiscard]] std::optional<core::Digest> hash_of_code(std::string_view typed);

/// 256 bits.
[[nodiscard]] core::Digest make_secret(Ids& ids);
[[nodiscard]] core::Digest hash_of_secret(const core::Digest& secret);

/// 1 to 80 bytes on one line, for names of devices and people.
[[nodiscard]] bool may_be_shown(std::string_view name);

}  // namespace lth::app
