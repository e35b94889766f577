// Codes of six digits by time: RFC 6238 with SHA-1 and steps of 30 seconds, as phones make them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lth::app {

inline constexpr std::int64_t totp_step_ms = 30'000;
inline constexpr std::int64_t totp_drift_steps = 1;  // a phone's clock may be this far off

/// The truncated value of RFC 4226, 5.3, before it is cut to digits.
[[nodiscard]] std::uint32_t totp_number(std::span<const std::uint8_t> secret, std::int64_t step);
/// Six digits.
[[nodiscard]] std::string totp_code(std::span<const std::uint8_t> secret, std::int64_t step);
/// The step whose code it is, within the drift; nothing if it is none.
[[nodiscard]] std::optional<std::int64_t> totp_step_of(std::span<const std::uint8_t> secret,
                                                       std::string_view code, std::int64_t now_ms);

/// RFC 4648 base32, as it is typed into a phone.
[[nodiscard]] std::string totp_secret_text(std::span<const std::uint8_t> secret);
/// "otpauth://totp/…", as it stands in a QR code.
[[nodiscard]] std::string totp_uri(std::string_view login, std::span<const std::uint8_t> secret);

}  // namespace lth::app
