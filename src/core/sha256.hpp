// SHA-256 as a parameter of the core: whoever links the core chooses the implementation
// (OpenSSL natively, the portable one in WebAssembly, where WebCrypto is asynchronous).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lth::core {

using Digest = std::array<std::uint8_t, 32>;

/// FIPS 180-4 digest of `bytes`.
[[nodiscard]] Digest sha256(std::string_view bytes);

/// The same without any library.
[[nodiscard]] Digest sha256_portable(std::string_view bytes);

/// 64 lower-case hex characters.
[[nodiscard]] std::string to_hex(const Digest& digest);
/// Nothing for any other text.
[[nodiscard]] std::optional<Digest> parse_hex(std::string_view text);

}  // namespace lth::core
