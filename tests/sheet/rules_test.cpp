#include "core/rules/sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace lth::sheet {
namespace {

/// All tests of this folder but this one.
std::string sources() {
    std::string text;
    const std::filesystem::path folder = std::string(LTH_SOURCE_DIR) + "/tests/sheet";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().filename() == "rules_test.cpp") continue;
        std::ifstream file(entry.path());
        text.append(std::istreambuf_iterator<char>(file), {});
    }
    return text;
}

TEST(SheetRules, EachIsTestedAndSpeaksBothLanguages) {
    const std::string tests = sources();
    for (const auto& rule : core::rules::sheet) {
        EXPECT_NE(tests.find("sheet." + std::string(rule.id.substr(6))), std::string::npos)
            << rule.id;
        EXPECT_FALSE(rule.vi.empty()) << rule.id;
        EXPECT_FALSE(rule.en.empty()) << rule.id;
    }
}

/// The names in braces are the same in both languages.
TEST(SheetRules, FactsAgreeBetweenLanguages) {
    const auto facts = [](std::string_view text) {
        std::vector<std::string> names;
        for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
            names.emplace_back(text.substr(at, text.find('}', at) - at));
        }
        std::ranges::sort(names);
        return names;
    };
    for (const auto& rule : core::rules::sheet)
        EXPECT_EQ(facts(rule.vi), facts(rule.en)) << rule.id;
}

}  // namespace
}  // namespace lth::sheet
