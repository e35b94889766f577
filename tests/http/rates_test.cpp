// Rates: by address and by device, generous, and bounded in memory whoever comes.
#include "http/rates.hpp"

#include <gtest/gtest.h>

#include "http/client_address.hpp"

namespace lth::tests {
namespace {

using namespace std::chrono_literals;

class RatesTest : public testing::Test {
protected:
    http::Rates rates(const http::RateLimits& limits) {
        return http::Rates(limits, [this] { return now; });
    }
    static std::string wait_of(const core::Result<void>& counted) {
        return counted ? "" : counted.error().facts.front().value;
    }

    http::Buckets::Time now{};
};

TEST_F(RatesTest, TheFirstOnesPassAndThenOneAfterAnother) {
    auto counting = rates({.address = {.a_minute = 60, .at_once = 3}});
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(counting.count_address("203.0.113.7"));
    const auto refused = counting.count_address("203.0.113.7");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().rule.id(), "http.too_many");
    EXPECT_EQ(wait_of(refused), "1");
    EXPECT_TRUE(counting.count_address("203.0.113.8"));  // another is not concerned
    now += 1s;
    EXPECT_TRUE(counting.count_address("203.0.113.7"));
    EXPECT_FALSE(counting.count_address("203.0.113.7"));
    now += 1h;  // never more than at once
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(counting.count_address("203.0.113.7"));
    EXPECT_FALSE(counting.count_address("203.0.113.7"));
}

TEST_F(RatesTest, WaitingIsSaidInFull) {
    auto counting = rates({.device = {.a_minute = 1, .at_once = 1}});
    EXPECT_TRUE(counting.count_device("a"));
    EXPECT_EQ(wait_of(counting.count_device("a")), "60");
    now += 59'500ms;
    EXPECT_EQ(wait_of(counting.count_device("a")), "1");
    now += 500ms;
    EXPECT_TRUE(counting.count_device("a"));
}

TEST_F(RatesTest, AVillageHallPasses) {
    auto counting = rates({});
    // 64 phones behind one address, each with a card, ten pages of its book and a month's sync.
    for (int phone = 0; phone < 64; ++phone) {
        for (int request = 0; request < 12; ++request) {
            ASSERT_TRUE(counting.count_address("203.0.113.7"));
            ASSERT_TRUE(counting.count_device(std::to_string(phone)));
        }
    }
}

TEST_F(RatesTest, ThisMachineIsNotCounted) {
    auto counting = rates({.address = {.a_minute = 1, .at_once = 1}});
    for (const char* here : {"127.0.0.1", "127.0.0.1", "::1", "::1", ""}) {
        EXPECT_TRUE(counting.count_address(here)) << here;
    }
}

TEST_F(RatesTest, AnIpv6NetworkIsOneClient) {
    auto counting = rates({.address = {.a_minute = 1, .at_once = 1}});
    EXPECT_TRUE(counting.count_address("2001:db8:1:2::1"));
    EXPECT_FALSE(counting.count_address("2001:db8:1:2:ffff::9"));
    EXPECT_TRUE(counting.count_address("2001:db8:1:3::1"));
}

TEST_F(RatesTest, OnlyABoundedNumberIsKept) {
    http::Buckets buckets({.a_minute = 1, .at_once = 1}, 100);
    for (int who = 0; who < 10'000; ++who) {
        EXPECT_EQ(buckets.take(std::to_string(who), now), 0s);
        EXPECT_LE(buckets.size(), 100U);
    }
    EXPECT_NE(buckets.take("9999", now), 0s);  // the latest are still known
    EXPECT_EQ(buckets.take("0", now), 0s);     // the one that was quiet longest is not
}

boost::asio::ip::address at(const char* text) { return boost::asio::ip::make_address(text); }

TEST(ClientAddress, OnlyATrustedProxyIsBelieved) {
    const http::TrustedProxies trusted{at("127.0.0.1"), at("10.0.0.2")};
    const auto client = [&](const char* peer, std::string_view forwarded) {
        const auto address = at(peer);
        return http::client_address(
            {.address = address, .is_trusted = http::trusts(trusted, address)}, forwarded, trusted);
    };
    EXPECT_EQ(client("203.0.113.7", "198.51.100.1"), "203.0.113.7");
    EXPECT_EQ(client("127.0.0.1", ""), "127.0.0.1");
    EXPECT_EQ(client("127.0.0.1", "198.51.100.1"), "198.51.100.1");
    // What stands before the proxy's own word was said by the client.
    EXPECT_EQ(client("127.0.0.1", "10.9.9.9, 198.51.100.1"), "198.51.100.1");
    EXPECT_EQ(client("127.0.0.1", "198.51.100.1, 10.0.0.2"), "198.51.100.1");
    EXPECT_EQ(client("127.0.0.1", "127.0.0.1, 10.0.0.2"), "127.0.0.1");
    EXPECT_EQ(client("127.0.0.1", "198.51.100.1, unknown"), "127.0.0.1");
    EXPECT_EQ(client("127.0.0.1", " , "), "127.0.0.1");
    EXPECT_EQ(client("::ffff:127.0.0.1", "2001:db8::1"), "2001:db8::1");
}

TEST(ClientAddress, AProxyIsAnAddress) {
    EXPECT_EQ(http::parse_proxy("::ffff:10.0.0.2").value(), at("10.0.0.2"));
    for (const char* text : {"", "proxy", "10.0.0.0/8", "10.0.0.2:80"}) {
        const auto proxy = http::parse_proxy(text);
        ASSERT_FALSE(proxy) << text;
        EXPECT_EQ(proxy.error().rule.id(), "http.proxy.malformed");
    }
}

}  // namespace
}  // namespace lth::tests
