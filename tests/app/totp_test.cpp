// Codes by time, against the vectors of RFC 6238 (SHA-1) and RFC 4648.
#include "app/totp.hpp"

#include <gtest/gtest.h>

namespace lth::app {
namespace {

std::span<const std::uint8_t> bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

constexpr std::string_view rfc_secret = "12345678901234567890";

TEST(Totp, TheVectorsOfTheRfc) {
    struct Vector {
        std::int64_t second;
        std::uint32_t digits8;
    };
    constexpr std::uint32_t eight_digits = 100'000'000;
    for (const auto& [second, digits] :
         {Vector{59, 94'287'082}, Vector{1'111'111'109, 7'081'804},
          Vector{1'111'111'111, 14'050'471}, Vector{1'234'567'890, 89'005'924},
          Vector{2'000'000'000, 69'279'037}, Vector{20'000'000'000, 65'353'130}}) {
        EXPECT_EQ(totp_number(bytes(rfc_secret), second / 30) % eight_digits, digits) << second;
    }
    EXPECT_EQ(totp_code(bytes(rfc_secret), 59 / 30), "287082");
    EXPECT_EQ(totp_code(bytes(rfc_secret), 1'111'111'109 / 30), "081804");
}

TEST(Totp, OneStepOfDriftAndNoMore) {
    constexpr std::int64_t now_ms = 1'600'000'000'000;
    const auto step = now_ms / totp_step_ms;
    for (const auto drift : {-1, 0, 1}) {
        EXPECT_EQ(
            totp_step_of(bytes(rfc_secret), totp_code(bytes(rfc_secret), step + drift), now_ms),
            step + drift);
    }
    for (const auto drift : {-2, 2}) {
        EXPECT_FALSE(
            totp_step_of(bytes(rfc_secret), totp_code(bytes(rfc_secret), step + drift), now_ms));
    }
    EXPECT_FALSE(totp_step_of(bytes(rfc_secret), "", now_ms));
}

TEST(Totp, SecretsAreTypedAsBase32) {
    EXPECT_EQ(totp_secret_text(bytes("foobar")), "MZXW6YTBOI");
    EXPECT_EQ(totp_secret_text(bytes("foob")), "MZXW6YQ");
    EXPECT_EQ(totp_uri("lan", bytes(rfc_secret)),
              "otpauth://totp/Lien%20The%20He:lan?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
              "&issuer=Lien%20The%20He");
}

}  // namespace
}  // namespace lth::app
