#include "app/passwords.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <embedded/data.hpp>
#include <set>

#include "app/fault.hpp"
#include "core/text.hpp"

namespace lth::app {
namespace {

constexpr std::string_view common_file = "data/common-passwords.txt";
constexpr std::size_t min_different = 5;  // characters: "aaaaaaaaaaaa" and "121212121212" have less

std::set<std::string_view> read_common() {
    std::set<std::string_view> words;
    for (auto rest = data::find(common_file).value_or(""); !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        if (!line.empty() && !line.starts_with('#')) words.insert(line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

bool is_common(const std::string& folded) {
    static const std::set<std::string_view> common = read_common();
    // "matkhau@123456" is "matkhau" to whoever guesses.
    const auto word_end = folded.find_last_not_of("0123456789!@#$%^&*()-_=+.,?/ ");
    auto stem = folded.substr(0, word_end == std::string::npos ? 0 : word_end + 1);
    std::erase(stem, ' ');  // "mật khẩu 1234" is it, too
    return common.contains(folded) || stem.empty() || common.contains(stem);
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// A place at the hashing, given back at the end.
template <class Semaphore>
class Slot {
public:
    explicit Slot(Semaphore& slots) : slots_(slots), taken_(slots.try_acquire()) {}
    ~Slot() {
        if (taken_) slots_.release();
    }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;

    [[nodiscard]] bool taken() const { return taken_; }

private:
    Semaphore& slots_;
    bool taken_;
};

std::string hash_now(std::string_view password, const HashingLimits& limits) {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed =
        crypto_pwhash_str_alg(text.data(), password.data(), password.size(), limits.passes,
                              limits.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) {
        throw Fault("Không đủ bộ nhớ để kiểm tra mật khẩu.",
                    "Not enough memory to check a password.");
    }
    return text.data();
}

}  // namespace

core::Result<void> check_password(std::string_view password, std::string_view login) {
    const auto length = characters(password);
    if (length > max_password_characters) {
        return core::reject("password.too_long", "password",
                            {{"most", std::to_string(max_password_characters)}});
    }
    const bool is_text =
        core::is_valid_utf8(password) && std::ranges::none_of(password, [](char c) {
            return static_cast<unsigned char>(c) < ' ' || c == '\x7F';
        });
    if (!is_text) return core::reject("password.malformed", "password");
    if (length < min_password_characters) {
        return core::reject("password.too_short", "password",
                            {{"least", std::to_string(min_password_characters)}});
    }
    const auto folded = core::fold_text(password);
    if (!login.empty() && folded.contains(core::fold_text(login))) {
        return core::reject("password.holds_login", "password");
    }
    const std::set<char> different(folded.begin(), folded.end());
    if (different.size() < min_different || is_common(folded)) {
        return core::reject("password.common", "password");
    }
    return {};
}

Passwords::Passwords(const HashingLimits& limits)
    : limits_(limits), slots_(static_cast<std::ptrdiff_t>(limits.at_once)) {
    if (sodium_init() < 0) {
        throw Fault("Thư viện mật mã không chạy được.", "The cryptography library does not start.");
    }
    std::array<char, 32> random{};
    randombytes_buf(random.data(), random.size());
    nobody_ = hash_now({random.data(), random.size()}, limits_);
}

core::Result<std::string> Passwords::hash(std::string_view password) {
    const Slot slot(slots_);
    if (!slot.taken()) return core::reject("sign_in.busy");
    return hash_now(password, limits_);
}

core::Result<bool> Passwords::fits(std::string_view password, const std::string& hash) {
    const Slot slot(slots_);
    if (!slot.taken()) return core::reject("sign_in.busy");
    const auto& against = hash.empty() ? nobody_ : hash;
    const bool same =
        crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return same && !hash.empty();
}

}  // namespace lth::app
