// Passwords: what may be one, and their hashes. Hashing is dear on purpose, so its number at once
// has a cap of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <semaphore>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace lth::app {

// NIST SP 800-63B and OWASP ASVS 5.0, 6.2: long, no rules of composition, none of the common ones.
inline constexpr std::size_t min_password_characters = 12;
inline constexpr std::size_t max_password_characters = 128;

/// Rules password.*.
[[nodiscard]] core::Result<void> check_password(std::string_view password, std::string_view login);

/// OWASP's second choice for argon2id; about 30 ms of one core.
struct HashingLimits {
    std::size_t at_once = 2;
    std::uint64_t passes = 2;
    std::size_t memory_bytes = 19 * 1024 * 1024;
};

class Passwords {
public:
    explicit Passwords(const HashingLimits& limits = {});

    /// argon2id in its own text form. Rule sign_in.busy.
    [[nodiscard]] core::Result<std::string> hash(std::string_view password);

    /// An empty hash fits no password and costs the same. Rule sign_in.busy.
    [[nodiscard]] core::Result<bool> fits(std::string_view password, const std::string& hash);

private:
    static constexpr std::ptrdiff_t most_slots = 64;

    HashingLimits limits_;
    std::counting_semaphore<most_slots> slots_;
    std::string nobody_;  // a hash that nothing fits
};

}  // namespace lth::app
