// Every rule of the sign-in is met by a test that names it.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sstream>

#include "core/rules.hpp"

namespace lth::tests {
namespace {

std::string text_of(const std::string& path) {
    std::ifstream file(std::string(LTH_SOURCE_DIR) + "/tests/" + path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(SignInRules, EachIsMetByATest) {
    std::string tests;
    for (const char* path : {"app/passwords_test.cpp", "cases/sign_in_test.cpp",
                             "cases/accounts_test.cpp", "cases/rights_test.cpp"}) {
        const auto text = text_of(path);
        ASSERT_FALSE(text.empty()) << path;
        tests += text;
    }
    for (const auto& rule : core::rules::sign_in) {
        EXPECT_TRUE(tests.contains("\"" + std::string(rule.id) + "\"")) << rule.id;
    }
}

}  // namespace
}  // namespace lth::tests
