#include "core/rules/report.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace lth::report {
namespace {

/// All tests of this folder but this one, and those of reports that are issued.
std::string sources() {
    std::string text;
    const std::filesystem::path folder = std::string(LTH_SOURCE_DIR) + "/tests/report";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().filename() == "rules_test.cpp") continue;
        std::ifstream file(entry.path());
        text.append(std::istreambuf_iterator<char>(file), {});
    }
    std::ifstream issued(std::string(LTH_SOURCE_DIR) + "/tests/http/issued_test.cpp");
    text.append(std::istreambuf_iterator<char>(issued), {});
    return text;
}

TEST(ReportRules, EachIsTestedAndSpeaksBothLanguages) {
    const std::string tests = sources();
    for (const auto& rule : core::rules::report) {
        EXPECT_NE(tests.find(rule.id), std::string::npos) << rule.id;
        EXPECT_FALSE(rule.vi.empty()) << rule.id;
        EXPECT_FALSE(rule.en.empty()) << rule.id;
    }
}

}  // namespace
}  // namespace lth::report
