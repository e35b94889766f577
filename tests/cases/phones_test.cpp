// A club's phone over HTTP: bound by its card, it sends what it recorded and gets what it lacks.
#include <gtest/gtest.h>

#include "app/held_rights.hpp"
#include "app/office.hpp"
#include "app/phones.hpp"
#include "app/province.hpp"
#include "http/site.hpp"
#include "json/message.hpp"
#include "support/http/client.hpp"
#include "support/http/running_server.hpp"
#include "support/store/database.hpp"

namespace lth::tests {
namespace {

class SomeIds final : public app::Ids {
public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& byte : bytes) byte = next_++;
    }

private:
    std::uint8_t next_ = 3;
};

class PhoneOverHttp : public testing::Test {
protected:
    PhoneOverHttp() { record_all(books, launched_entries(1)); }

    Answered post(std::string_view path, const std::string& body, const std::string& bearer = {}) {
        Client client(server.port());
        std::string text = "POST " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n";
        if (!bearer.empty()) text += "Authorization: Bearer " + bearer + "\r\n";
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        client.send(text);
        return client.read();
    }
    Answered bind(const std::string& code) {
        return post("/api/v1/devices", R"({"code":")" + code + R"(","device":")" +
                                           to_text(device_id(2)) + R"(","key":")" + key +
                                           R"(","name":"Máy thủ quỹ","core_version":"1"})");
    }
    Answered sync(const core::replica::Request& request) {
        return post("/api/v1/sync", json::write_message(request), token);
    }

    Database database{Engine::sqlite};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    SomeIds ids;
    app::Books books{*store, clock};
    app::Province province{*store, clock};
    app::HeldRights rights{*store, province, clock};
    app::SyncDesk desk{*store, books, clock, rights};
    app::Devices devices{*store, books, clock, ids};
    app::PhoneDesk phones{devices, desk};
    http::Metrics metrics;
    app::OfficerDesk officers{{*store, province, province, rights, clock, ids}};
    app::ClubOffice office{{*store, books, clock, ids, devices, rights, province, province}};
    http::Services services{province, phones, metrics, officers, office, http::Public::books};
    RunningServer server{
        [this](const http::Request& request) { return http::answer(request, services); }};
    std::string key = std::string(64, 'a');
    std::string token = to_text(device_id(2)) + "." + key;
};

TEST_F(PhoneOverHttp, BindsSendsAndFollows) {
    const auto code = devices.make_card(book_id(1), {}).value().code;
    const auto bound = bind(code);
    ASSERT_EQ(bound.status, 200U) << bound.body;
    EXPECT_EQ(bind(code).body, bound.body);

    core::replica::Request request{.device = device_id(2), .core_version = "1"};
    request.follow.push_back({book_id(1), 0, {}});
    auto entry = dues_entry(1, 1, 2);
    entry.author = store->people().device(device_id(2))->account;
    request.entries.push_back({entry, {}});
    const auto answered = sync(request);
    ASSERT_EQ(answered.status, 200U) << answered.body;
    const auto answer = json::read_message<core::replica::Answer>(answered.body, "sync");
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->verdicts.size(), 1U);
    EXPECT_EQ(answer->verdicts[0].kind, core::replica::VerdictKind::accepted);
    EXPECT_EQ(answer->verdicts[0].seq, 6U);
    ASSERT_EQ(answer->books.size(), 1U);
    EXPECT_EQ(answer->books[0].entries.size(), 6U);
    EXPECT_EQ(answer->books[0].settled_through, 1U);
    EXPECT_EQ(answer->server_time, clock.now);
}

TEST_F(PhoneOverHttp, StrangersAndNonsenseAreRefused) {
    EXPECT_EQ(bind("0000-0000-0000-0000").status, 404U);
    EXPECT_EQ(bind("abc").status, 400U);
    core::replica::Request request{.device = device_id(2), .core_version = "1"};
    EXPECT_EQ(sync(request).status, 401U);
    EXPECT_EQ(post("/api/v1/sync", "{}").status, 401U);
    for (const char* other : {"Basic x", "x", "x.y", "00000000-0000-0000-0000-000000000000."}) {
        token = other;
        EXPECT_EQ(sync(request).status, 401U) << other;
    }
    token = to_text(device_id(2)) + "." + key;
    ASSERT_EQ(bind(devices.make_card(book_id(1), {}).value().code).status, 200U);
    EXPECT_EQ(post("/api/v1/sync", "{", token).status, 422U);
    request.device = device_id(3);
    EXPECT_EQ(sync(request).status, 403U);
    EXPECT_EQ(post("/api/v1/devices", std::string(70'000, 'x')).status, 413U);
    EXPECT_EQ(post("/api/v1/sync", std::string(70'000, 'x'), token).status, 422U);
    EXPECT_EQ(post("/api/v1/sync", std::string(1'100'000, 'x'), token).status, 413U);
}

}  // namespace
}  // namespace lth::tests
