#include "app/totp.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "app/fault.hpp"

namespace lth::app {
namespace {

constexpr std::size_t digits = 6;
constexpr std::uint32_t modulus = 1'000'000;

}  // namespace

std::uint32_t totp_number(std::span<const std::uint8_t> secret, std::int64_t step) {
    std::array<std::uint8_t, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i) {
        counter.at(i) = static_cast<std::uint8_t>(step >> 8 * (counter.size() - 1 - i) & 0xFF);
    }
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> mac{};
    unsigned size = 0;
    const auto* done = HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()),
                            counter.data(), counter.size(), mac.data(), &size);
    if (done == nullptr || size == 0) {
        throw Fault("Thư viện mật mã không tính được mã hai bước.",
                    "The cryptography library cannot make two-step codes.");
    }
    const std::size_t at = mac.at(size - 1) & 0x0FU;
    return (static_cast<std::uint32_t>(mac.at(at) & 0x7FU) << 24U) |
           (static_cast<std::uint32_t>(mac.at(at + 1)) << 16U) |
           (static_cast<std::uint32_t>(mac.at(at + 2)) << 8U) | mac.at(at + 3);
}

std::string totp_code(std::span<const std::uint8_t> secret, std::int64_t step) {
    const auto text = std::to_string(totp_number(secret, step) % modulus);
    return std::string(digits - text.size(), '0') + text;
}

std::optional<std::int64_t> totp_step_of(std::span<const std::uint8_t> secret,
                                         std::string_view code, std::int64_t now_ms) {
    const auto now = now_ms / totp_step_ms;
    for (auto step = now - totp_drift_steps; step <= now + totp_drift_steps; ++step) {
        if (totp_code(secret, step) == code) return step;
    }
    return std::nullopt;
}

std::string totp_secret_text(std::span<const std::uint8_t> secret) {
    constexpr std::string_view characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    for (const auto byte : secret) {
        buffer = buffer << 8U | byte;
        for (bits += 8; bits >= 5; bits -= 5) text += characters[buffer >> (bits - 5) & 0x1FU];
    }
    if (bits > 0) text += characters[buffer << (5 - bits) & 0x1FU];
    return text;
}

std::string totp_uri(std::string_view login, std::span<const std::uint8_t> secret) {
    return "otpauth://totp/Lien%20The%20He:" + std::string(login) +
           "?secret=" + totp_secret_text(secret) + "&issuer=Lien%20The%20He";
}

}  // namespace lth::app
