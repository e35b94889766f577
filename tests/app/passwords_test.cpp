// What may be a password, and that hashing has a cap.
#include "app/passwords.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace lth::app {
namespace {

constexpr HashingLimits cheap{.at_once = 1, .passes = 1, .memory_bytes = 8192};

std::string refusal(std::string_view password, std::string_view login = "lan.tx") {
    const auto checked = check_password(password, login);
    return checked ? "" : std::string(checked.error().rule.id());
}

TEST(Passwords, LongSentencesAreFineInAnyLanguage) {
    EXPECT_EQ(refusal("Trăng lên đỉnh núi Nưa"), "");
    EXPECT_EQ(refusal("con trau cay ruong"), "");
    EXPECT_EQ(refusal("x7 Qp,lm4 Zr!w"), "");
    EXPECT_EQ(refusal(std::string(120, 'a') + "bcdef"), "");
}

TEST(Passwords, WhatGuessersTryFirstIsRefused) {
    EXPECT_EQ(refusal("ngắn quá"), "password.too_short");
    EXPECT_EQ(refusal("ĐỒNG CHIÊM1"), "password.too_short");  // letters are counted, not bytes
    EXPECT_EQ(refusal(std::string(129, 'x')), "password.too_long");
    EXPECT_EQ(refusal("Mật khẩu dòng\nhai nữa"), "password.malformed");
    EXPECT_EQ(refusal("\xFF\xFE is not text at all"), "password.malformed");
    EXPECT_EQ(refusal("của LAN.TX đây mà"), "password.holds_login");
    for (const char* common :
         {"matkhau123456", "MatKhau@2026!", "Mật khẩu 1234", "aaaaaaaaaaaaaa", "123456789012",
          "121212121212", "vietnamvodich", "Lienthehe2026", "qwertyuiopasdf", "password-2026!"}) {
        EXPECT_EQ(refusal(common), "password.common") << common;
    }
}

TEST(Passwords, OnlyTheSamePasswordFits) {
    Passwords passwords(cheap);
    const auto hash = passwords.hash("Trăng lên đỉnh núi Nưa").value();
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_NE(hash, passwords.hash("Trăng lên đỉnh núi Nưa").value());  // salted
    EXPECT_TRUE(passwords.fits("Trăng lên đỉnh núi Nưa", hash).value());
    EXPECT_FALSE(passwords.fits("Trăng lên đỉnh núi nưa", hash).value());
    EXPECT_FALSE(passwords.fits("", "").value());
}

// Many at once over one place: each is either answered or told to come again, and afterwards the
// place is free.
TEST(Passwords, HashingHasACapOfItsOwn) {
    Passwords none(HashingLimits{.at_once = 0, .passes = 1, .memory_bytes = 8192});
    EXPECT_EQ(none.hash("bất kỳ").error().rule.id(), "sign_in.busy");
    EXPECT_EQ(none.fits("bất kỳ", "").error().rule.id(), "sign_in.busy");
    Passwords one(cheap);
    std::atomic<int> answered = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            const auto fits = one.fits("bất kỳ", "");
            if (fits || fits.error().rule.id() == "sign_in.busy") ++answered;
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(answered, 8);
    EXPECT_TRUE(one.hash("bất kỳ"));
}

}  // namespace
}  // namespace lth::app
