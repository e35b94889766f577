// A club's phone over HTTP: bound by its card, it sends what it recorded and gets what it lacks.
#include <gtest/gtest.h>

#include "app/held_rights.hpp"
#include "app/office.hpp"
#include "app/phones.hpp"
#include "app/province.hpp"
#include "http/site.hpp"
#include "json/message.hpp"
#include "support/http/client.hpp"
#include "support/http/gzip.hpp"
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

    Answered post(std::string_view path, const std::string& body, const std::string& bearer = {},
                  const std::string& headers = {}) {
        return send("POST " + std::string(path), body, bearer, headers);
    }
    Answered send(const std::string& what, const std::string& body, const std::string& bearer,
                  const std::string& headers = {}) {
        Client client(server.port());
        std::string text = what + " HTTP/1.1\r\nHost: x\r\n" + headers;
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
    void bind_phone() {
        ASSERT_EQ(bind(devices.make_card(book_id(1), {}).value().code).status, 200U);
    }
    [[nodiscard]] core::AccountId account() {
        return store->people().device(device_id(2))->account;
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
    app::AttachmentDesk attachments{*store, books, clock, rights};
    app::PhoneDesk phones{devices, desk, attachments};
    http::Metrics metrics;
    app::OfficerDesk officers{{*store, province, province, rights, clock, ids}};
    app::ClubOffice office{{*store, books, clock, ids, devices, rights, province, province}};
    http::Buckets::Time now{};
    http::Rates rates{
        {.address = {.a_minute = 60, .at_once = 20}, .device = {.a_minute = 60, .at_once = 15}},
        [this] { return now; }};
    intake::ImportDesk imports{{*store, books, clock, ids, rights, province}};
    http::Services services{province, phones, metrics, rates, officers, office, http::Public::books,
                            imports};
    RunningServer server{
        [this](const http::Request& request) { return http::answer(request, services); },
        {},
        {},
        {.tls = {}, .trusted = {boost::asio::ip::make_address("127.0.0.1")}}};
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

TEST_F(PhoneOverHttp, MayComeAndGoCompressed) {
    bind_phone();
    core::replica::Request request{.device = device_id(2), .core_version = "1"};
    request.follow.push_back({book_id(1), 0, {}});
    const auto plain = sync(request);
    const auto packed = post("/api/v1/sync", gzip(json::write_message(request)), token,
                             "Content-Encoding: gzip\r\nAccept-Encoding: gzip\r\n");
    ASSERT_EQ(packed.status, 200U);
    EXPECT_EQ(packed.headers.at("content-encoding"), "gzip");
    EXPECT_LT(packed.body.size(), plain.body.size());
    EXPECT_EQ(gunzip(packed.body), plain.body);
}

TEST_F(PhoneOverHttp, ABombGarbageAndOtherEncodingsAreRefused) {
    bind_phone();
    const auto encoded = [&](const std::string& body, const std::string& encoding) {
        return post("/api/v1/sync", body, token, "Content-Encoding: " + encoding + "\r\n").status;
    };
    EXPECT_EQ(encoded(gzip(std::string(http::max_sync_bytes + 1, 'x')), "gzip"), 413U);
    EXPECT_EQ(encoded("no gzip", "gzip"), 400U);
    EXPECT_EQ(encoded("{}", "br"), 415U);
    EXPECT_EQ(post("/api/v1/devices", gzip("{}"), {}, "Content-Encoding: gzip\r\n").status, 415U);
}

TEST_F(PhoneOverHttp, AnAddressThatAsksTooOftenComesBackLater) {
    const auto from = [&](const std::string& address, const std::string& path = "/sign-in") {
        return get(server.port(), path, "X-Forwarded-For: " + address + "\r\n");
    };
    for (int i = 0; i < 20; ++i) EXPECT_EQ(from("203.0.113.7").status, 200U);
    const auto refused = from("203.0.113.7");
    EXPECT_EQ(refused.status, 429U);
    EXPECT_EQ(refused.headers.at("retry-after"), "1");
    EXPECT_EQ(from("203.0.113.7", "/healthz").status, 200U);
    EXPECT_EQ(from("203.0.113.7", "/assets/style.css").status, 200U);
    EXPECT_EQ(from("203.0.113.8").status, 200U);
    EXPECT_EQ(get(server.port(), "/sign-in").status, 200U);  // this machine itself
    now += std::chrono::seconds(1);
    EXPECT_EQ(from("203.0.113.7").status, 200U);
}

TEST_F(PhoneOverHttp, FiguresOfTheServerAreShownToItsOwnMachineOnly) {
    const auto from = [&](const std::string& headers) {
        return get(server.port(), "/metrics", headers).status;
    };
    EXPECT_EQ(from({}), 200U);
    EXPECT_EQ(from("X-Forwarded-For: 127.0.0.1\r\n"), 200U);
    EXPECT_EQ(from("X-Forwarded-For: 203.0.113.7\r\n"), 404U);
    EXPECT_EQ(from("X-Forwarded-For: 127.0.0.1, 2001:db8::7\r\n"), 404U);
}

TEST_F(PhoneOverHttp, PasswordsAreNotGuessedFromManyAddressesOfOneNetwork) {
    const auto guess = [&](const std::string& address) {
        return post("/api/v1/session", R"({"login":"ai.do","password":"sai mật khẩu rồi"})", {},
                    "Content-Type: application/json\r\nSec-Fetch-Site: same-origin\r\n"
                    "X-Forwarded-For: " +
                        address + "\r\n")
            .status;
    };
    for (int n = 1; n <= 5; ++n) EXPECT_EQ(guess("2001:db8::" + std::to_string(n)), 401U);
    EXPECT_EQ(guess("2001:db8::beef"), 429U);
    EXPECT_EQ(guess("2001:db8:0:1::1"), 401U);
}

TEST_F(PhoneOverHttp, ADeviceThatAsksTooOftenComesBackLater) {
    bind_phone();
    const core::replica::Request request{.device = device_id(2), .core_version = "1"};
    const auto good = token;
    token.back() = token.back() == 'b' ? 'c' : 'b';
    // Whoever only knows the device's id uses up nothing of it.
    for (int i = 0; i < 30; ++i) EXPECT_EQ(sync(request).status, 401U);
    token = good;
    for (int i = 0; i < 15; ++i) EXPECT_EQ(sync(request).status, 200U);
    const auto refused = sync(request);
    EXPECT_EQ(refused.status, 429U);
    EXPECT_EQ(refused.headers.at("retry-after"), "1");
    now += std::chrono::seconds(1);
    EXPECT_EQ(sync(request).status, 200U);
}

class PhotoOverHttp : public PhoneOverHttp {
protected:
    PhotoOverHttp() { bind_phone(); }

    static std::string photo(std::size_t bytes) {
        return "\xFF\xD8\xFF" + std::string(bytes - 5, 'x') + "\xFF\xD9";
    }
    static std::string path_of(const std::string& content) {
        return "/api/v1/attachments/" + core::to_hex(core::sha256(content));
    }
    Answered put(const std::string& content) {
        return send("PUT " + path_of(content), content, token);
    }
    Answered get_photo(const std::string& content) {
        return send("GET " + path_of(content), "", token);
    }
    void name(const std::string& content, std::size_t bytes) {
        auto entry = make_entry(1, ++named, "", 2);
        entry.author = account();
        entry.body = R"({"ops":[{"op":"attachment.added","on":"2020-04-01","sha256":")" +
                     core::to_hex(core::sha256(content)) + R"(","bytes":)" + std::to_string(bytes) +
                     "}]}";
        core::replica::Request request{.device = device_id(2), .core_version = "1"};
        request.entries.push_back({entry, {}});
        const auto answered = sync(request);
        EXPECT_TRUE(answered.body.contains("\"accepted\"")) << answered.body;
    }
    static std::string rule_of(const Answered& refused) {
        const auto start = refused.body.find(R"("rule":")") + 8;
        return refused.body.substr(start, refused.body.find('"', start) - start);
    }

    std::size_t reads() {
        return store->read_log().of_book(book_id(1), {clock.now + 1}, 10).size();
    }

    std::uint64_t named = 0;
};

TEST_F(PhotoOverHttp, IsKeptOnceAnEntryNamesIt) {
    const auto content = photo(app::max_attachment_bytes);
    EXPECT_EQ(rule_of(put(content)), "attachment.not_named");
    EXPECT_EQ(put(content).status, 409U);
    name(content, content.size());
    EXPECT_EQ(rule_of(get_photo(content)), "attachment.not_readable");  // no phone of a board
    const app::RoleHeld officer{.account = account(),
                                .role = app::Role::commune,
                                .book = book_id(1),
                                .from = core::make_date(2020, 1, 1)};
    EXPECT_EQ(store->people().put({.roles = {officer}}), app::PeopleWritten::done);
    EXPECT_EQ(rule_of(get_photo(content)), "attachment.unknown");
    EXPECT_EQ(put(content).status, 204U);
    EXPECT_EQ(put(content).status, 204U);  // a retry is safe
    const auto got = get_photo(content);
    EXPECT_EQ(got.status, 200U);
    EXPECT_EQ(got.headers.at("content-type"), "image/jpeg");
    EXPECT_TRUE(got.body == content);
    EXPECT_EQ(reads(), 1U);
    EXPECT_EQ(store->attachments().forget_before(clock.now), 0U);
    EXPECT_EQ(store->attachments().forget_before(clock.now + 1), 1U);
    EXPECT_EQ(get_photo(content).status, 404U);
    EXPECT_EQ(put(content).status, 204U);  // what was forgotten does not come back
    EXPECT_EQ(get_photo(content).status, 404U);
}

TEST_F(PhotoOverHttp, WhatAnOfficerSeesStandsInTheLog) {
    const auto first = photo(1000);
    const auto second = photo(2000);
    for (const auto& content : {first, second}) {
        name(content, content.size());
        ASSERT_EQ(put(content).status, 204U);
        EXPECT_EQ(get_photo(content).status, 403U);
    }
    EXPECT_EQ(reads(), 0U);  // a board is shown nothing
    const app::RoleHeld officer{.account = account(),
                                .role = app::Role::commune,
                                .book = book_id(1),
                                .from = core::make_date(2020, 1, 1)};
    ASSERT_EQ(store->people().put({.roles = {officer}}), app::PeopleWritten::done);
    EXPECT_EQ(get_photo(photo(3000)).status, 404U);
    EXPECT_EQ(reads(), 0U);  // there was nothing to see
    EXPECT_EQ(get_photo(first).status, 200U);
    EXPECT_EQ(get_photo(second).status, 200U);  // in the same millisecond
    const auto lines = store->read_log().of_book(book_id(1), {clock.now + 1}, 10);
    ASSERT_EQ(lines.size(), 2U);
    for (const auto& line : lines) {
        EXPECT_EQ(line.account, account());
        EXPECT_EQ(line.what, app::ReadWhat::sensitive);
        EXPECT_EQ(line.at, clock.now);
    }
    clock.now += 1;
    EXPECT_EQ(get_photo(first).status, 200U);
    EXPECT_EQ(reads(), 3U);
}

TEST_F(PhotoOverHttp, WhatIsNotThePhotoIsRefused) {
    const auto content = photo(1000);
    name(content, content.size());
    EXPECT_EQ(rule_of(put("GIF89a")), "attachment.not_jpeg");
    EXPECT_EQ(rule_of(put(content.substr(0, 999))), "attachment.not_jpeg");
    EXPECT_EQ(put(photo(app::max_attachment_bytes + 1)).status, 413U);
    EXPECT_EQ(rule_of(send("PUT " + path_of(content), photo(1001), token)),
              "attachment.other_digest");
    EXPECT_EQ(rule_of(send("PUT /api/v1/attachments/abc", content, token)),
              "attachment.digest.malformed");
    const auto other = photo(2000);
    name(other, 1999);
    EXPECT_EQ(rule_of(put(other)), "attachment.other_size");
}

TEST_F(PhotoOverHttp, StrangersAndThoseWhoseRightHasEndedSeeNothing) {
    const auto content = photo(1000);
    name(content, content.size());
    ASSERT_EQ(put(content).status, 204U);
    const auto good = token;
    token = {};
    EXPECT_EQ(put(content).status, 401U);
    EXPECT_EQ(get_photo(content).status, 401U);
    token = good;
    ASSERT_TRUE(devices.revoke(device_id(2)));
    EXPECT_EQ(rule_of(put(content)), "sync.device.revoked");
    EXPECT_EQ(rule_of(get_photo(content)), "attachment.not_readable");
    EXPECT_EQ(get_photo(content).status, 403U);
}

TEST_F(PhoneOverHttp, ManyBooksComeInSeveralAnswers) {
    bind_phone();
    record_all(books, launched_entries(2));
    ASSERT_EQ(store->people().put({.roles = {{.account = account(),
                                              .role = app::Role::club_board,
                                              .book = book_id(2),
                                              .from = core::make_date(2020, 1, 1)}}}),
              app::PeopleWritten::done);
    app::SyncDesk small(*store, books, clock, rights, 200);
    core::replica::Request request{.device = device_id(2), .core_version = "1"};
    request.follow = {{book_id(1), 0, {}}, {book_id(2), 0, {}}};
    std::size_t largest = 0;
    for (const auto& entry : launched_entries(1)) largest = std::max(largest, entry.body.size());
    std::size_t entries = 0;
    for (int asked = 0; asked < 20; ++asked) {
        const auto answer = small.answer({account(), device_id(2)}, request).value();
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_EQ(answer.books[i].state, core::replica::BookState::ok);
            EXPECT_EQ(answer.books[i].last_seq, 5U);
            for (const auto& sealed : answer.books[i].entries) {
                bytes += sealed.entry.body.size();
                request.follow[i].seq = sealed.seal.seq;
                request.follow[i].hash = sealed.seal.hash;
                ++entries;
            }
        }
        if (request.follow[0].seq == 5 && request.follow[1].seq == 5) break;
        EXPECT_GT(bytes, 0U);  // every answer brings something
        EXPECT_LT(bytes, 200 + largest);
    }
    EXPECT_EQ(entries, 10U);
    // A whole answer holds both.
    request.follow = {{book_id(1), 0, {}}, {book_id(2), 0, {}}};
    const auto whole = desk.answer({account(), device_id(2)}, request).value();
    EXPECT_EQ(whole.books[0].entries.size() + whole.books[1].entries.size(), 10U);
}

}  // namespace
}  // namespace lth::tests
