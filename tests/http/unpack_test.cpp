// What comes compressed: the same bytes, never more than the limit, and nothing that is not whole.
#include <gtest/gtest.h>

#include "http/compress.hpp"
#include "support/http/gzip.hpp"

namespace lth::tests {
namespace {

constexpr std::size_t limit = 1024 * 1024;

core::Result<std::string> unpacked(std::string body, std::string encoding = "gzip") {
    http::Request request;
    request.body = std::move(body);
    request.content_encoding = std::move(encoding);
    return http::unpacked(request, limit);
}

std::string rule_of(const core::Result<std::string>& refused) {
    return refused ? "" : std::string(refused.error().rule.id());
}

TEST(Unpack, GivesWhatWasPacked) {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{100'000}, limit}) {
        const std::string text(size, 'x');
        EXPECT_EQ(unpacked(gzip(text)).value(), text);
    }
    EXPECT_EQ(unpacked("plain", "").value(), "plain");
    EXPECT_EQ(unpacked("plain", "identity").value(), "plain");
    EXPECT_EQ(unpacked(gzip("as written"), "GZIP").value(), "as written");
}

TEST(Unpack, ABombIsRefusedAtTheLimit) {
    EXPECT_EQ(rule_of(unpacked(gzip(std::string(limit + 1, 'x')))), "http.body.too_large");
    const auto bomb = gzip(std::string(std::size_t{16} * limit, '\0'));
    EXPECT_LT(bomb.size(), limit);
    EXPECT_EQ(rule_of(unpacked(bomb)), "http.body.too_large");
}

TEST(Unpack, GarbageIsRefused) {
    const auto whole = gzip("what was sent");
    auto flipped = whole;
    flipped[flipped.size() - 6] = static_cast<char>(flipped[flipped.size() - 6] ^ 1);
    for (const auto& garbage : {std::string(), std::string("{}"), whole.substr(0, whole.size() - 1),
                                whole + "x", whole + whole, flipped}) {
        EXPECT_EQ(rule_of(unpacked(garbage)), "http.body.not_gzip") << garbage.size();
    }
}

TEST(Unpack, OtherEncodingsAreRefused) {
    for (const char* encoding : {"br", "deflate", "gzip, gzip", "zstd", "gzip,br"}) {
        EXPECT_EQ(rule_of(unpacked("x", encoding)), "http.encoding.unknown") << encoding;
    }
}

}  // namespace
}  // namespace lth::tests
