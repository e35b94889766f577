// An officer over HTTP: entries, cases, cards, a lost phone, one person's record, and who may not.
#include <gtest/gtest.h>

#include "app/held_rights.hpp"
#include "app/office.hpp"
#include "app/phones.hpp"
#include "app/province.hpp"
#include "http/cookies.hpp"
#include "http/site.hpp"
#include "json/message.hpp"
#include "support/store/officers.hpp"

namespace lth::tests {
namespace {

class OfficeOverHttp : public testing::Test {
protected:
    OfficeOverHttp() {
        record_all(books, launched_entries(1));
        officer = make_officer(*store, 1, app::Role::commune);
        token = sign_in(officer);
    }

    std::string sign_in(const core::AccountId& account) {
        return officers.sessions.open(account, "test", app::PasswordIs::fine).token;
    }
    http::Request sent(http::Method method, std::string_view target) {
        http::Request request;
        request.method = method;
        request.target = http::parse_target(target).value();
        request.cookies = std::string(http::session_cookie) + "=" + token;
        request.origin = "https://lth.example";
        request.fetch_site = "same-origin";
        request.host = "lth.example";
        request.content_type = "application/json";
        return request;
    }
    http::Response ask(http::Method method, std::string_view target, std::string body = {}) {
        auto request = sent(method, target);
        request.body = std::move(body);
        return http::answer(request, services);
    }
    http::Response get(const std::string& target) { return ask(http::Method::get, target); }
    http::Response post(const std::string& target, std::string body = {}) {
        return ask(http::Method::post, target, std::move(body));
    }
    static std::string rule_of(const http::Response& answer) {
        const auto start = answer.body.find(R"("rule":")");
        if (start == std::string::npos) return {};
        const auto from = start + 8;
        return answer.body.substr(from, answer.body.find('"', from) - from);
    }
    std::string entry_body(const core::EntryId& id, std::string_view ops) {
        std::string body;
        json::append_string(body, R"({"ops":[)" + std::string(ops) + "]}");
        return R"({"entry_id":")" + to_text(id) + R"(","body":)" + body + "}";
    }
    core::EntryId new_id() { return core::EntryId(app::make_uuid7(clock.now, ids)); }
    // A phone's entry that the book did not take.
    core::EntryId make_case() {
        const auto entry = make_entry(
            1, 1,
            R"({"op":"member.left","on":"2020-04-01","member":"0000000009","reason":"asked"})", 2);
        EXPECT_EQ(books.settle({entry, {}}, {.account = {}, .device = device_id(2)}).kind,
                  core::replica::VerdictKind::rejected);
        return entry.entry_id;
    }

    const std::string book = "/api/v1/books/" + to_text(book_id(1));
    const std::string dues = R"({"op":"dues.received","on":"2020-04-01","account":"cash",)"
                             R"("paid":[{"member":"0000000001","amount":1000}]})";
    Database database{Engine::sqlite};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    CountingIds ids;
    OneCommune places;
    app::Books books{*store, clock};
    app::Province province{*store, clock};
    app::HeldRights rights{*store, places, clock};
    app::SyncDesk desk{*store, books, clock, rights};
    app::Devices devices{*store, books, clock, ids};
    app::AttachmentDesk attachments{*store, books, clock, rights};
    app::PhoneDesk phones{devices, desk, attachments};
    app::OfficerDesk officers{{*store, places, province, rights, clock, ids}};
    app::ClubOffice office{{*store, books, clock, ids, devices, rights, places, province}};
    http::Metrics metrics;
    http::Rates rates;
    http::Services services{province, phones, metrics, rates, officers, office};
    core::AccountId officer;
    std::string token;
};

TEST_F(OfficeOverHttp, RecordsAnEntryOnce) {
    const auto id = new_id();
    const auto first = post(book + "/entries", entry_body(id, dues));
    ASSERT_EQ(first.status, 200U) << first.body;
    EXPECT_NE(first.body.find(R"("seq":6)"), std::string::npos) << first.body;
    EXPECT_EQ(post(book + "/entries", entry_body(id, dues)).body, first.body);
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 6U);

    EXPECT_EQ(rule_of(post(book + "/entries", R"({"body":"{}"})")), "entry.missing_field");
    EXPECT_EQ(rule_of(post(book + "/entries", entry_body(new_id(), R"({"op":"nothing"})"))),
              "entry.missing_field");
    const auto refused =
        post(book + "/entries", entry_body(new_id(), R"({"op":"rating.approved","on":"2020-04-01",)"
                                                     R"("year":2020,"band":"fair",)"
                                                     R"("as_of":"2020-12-31","known_at":0})"));
    EXPECT_EQ(refused.status, 403U) << refused.body;
    EXPECT_EQ(rule_of(refused), "role.operation.not_allowed");
}

TEST_F(OfficeOverHttp, WithoutASessionThereIsNothing) {
    const auto person = book + "/people/0000000001";
    const auto device = "/api/v1/devices/" + to_text(device_id(2));
    token = "stranger";
    for (const auto& target : {std::string("/api/v1/cases"), std::string("/api/v1/my/clubs"),
                               book + "/cases", book + "/devices", person}) {
        EXPECT_EQ(get(target).status, 401U) << target;
    }
    EXPECT_EQ(get("/clubs/" + to_text(book_id(1)) + "/card").status, 303U);  // to the sign-in
    for (const auto& target : {book + "/entries", book + "/cards", book + "/leave",
                               device + "/lost", "/clubs/" + to_text(book_id(1)) + "/card"}) {
        EXPECT_EQ(post(target).status, 401U) << target;
    }
    EXPECT_EQ(ask(http::Method::remove, person).status, 401U);
    EXPECT_EQ(ask(http::Method::remove, device).status, 401U);
    EXPECT_EQ(ask(http::Method::put, device, R"({"name":"x"})").status, 401U);
}

TEST_F(OfficeOverHttp, AnotherRoleIsToldWhy) {
    const auto id = make_case();
    token = sign_in(make_officer(*store, 5, app::Role::district));
    EXPECT_EQ(rule_of(post(book + "/cards")), "role.card.not_allowed");
    EXPECT_EQ(rule_of(get(book + "/cases/" + to_text(id))), "role.case.not_allowed");
    EXPECT_EQ(rule_of(post(book + "/leave", R"({"hours":2})")), "role.leave.not_allowed");
    EXPECT_EQ(rule_of(get(book + "/people/0000000001")), "role.person.not_allowed");
    EXPECT_EQ(post(book + "/cards").status, 403U);
    EXPECT_NE(get("/api/v1/cases").body.find(R"("total":0)"), std::string::npos);
}

TEST_F(OfficeOverHttp, CasesAreListedSeenAndEnded) {
    const auto id = make_case();
    const auto list = get("/api/v1/cases");
    ASSERT_EQ(list.status, 200U);
    EXPECT_NE(list.body.find(to_text(id)), std::string::npos);
    EXPECT_NE(list.body.find("member.unknown"), std::string::npos);
    const auto address = book + "/cases/" + to_text(id);
    const auto seen = get(address);
    ASSERT_EQ(seen.status, 200U) << seen.body;
    EXPECT_NE(seen.body.find(R"("choices":["mend","let_go"])"), std::string::npos) << seen.body;
    EXPECT_EQ(rule_of(post(address, R"({"choice":"accept"})")), "member.unknown");
    EXPECT_EQ(rule_of(post(address, R"({"choice":"burn"})")), "entry.wrong_type");
    EXPECT_EQ(rule_of(post(address, R"({"choice":"let_go"})")), "sync.case.reason");
    const auto done = post(address, R"({"choice":"let_go","reason":"Gõ nhầm sổ"})");
    EXPECT_EQ(done.status, 200U) << done.body;
    EXPECT_EQ(done.body, "{}");
    EXPECT_EQ(post(address, R"({"choice":"accept"})").status, 409U);
    EXPECT_NE(get(book + "/cases").body.find(R"("total":0)"), std::string::npos);
    EXPECT_NE(get(book + "/cases?closed=1").body.find("Gõ nhầm sổ"), std::string::npos);
    EXPECT_EQ(get(book + "/cases/" + to_text(new_id())).status, 404U);
    EXPECT_EQ(get(book + "/cases?closed=2").status, 400U);
}

TEST_F(OfficeOverHttp, ACardIsMadePrintedAndUsed) {
    const auto page = get("/clubs/" + to_text(book_id(1)) + "/card");
    ASSERT_EQ(page.status, 200U) << page.body;
    EXPECT_NE(page.body.find("Làm một thẻ mới"), std::string::npos);
    const auto card = ask(http::Method::post, "/clubs/" + to_text(book_id(1)) + "/card");
    ASSERT_EQ(card.status, 200U) << card.body;
    for (const auto* said : {"<svg", "CLB thử", "https://lth.example/club", "Chrome", "Safari",
                             "Zalo", "27/09/2020"}) {
        EXPECT_NE(card.body.find(said), std::string::npos) << said;
    }
    const auto made = post(book + "/cards");
    ASSERT_EQ(made.status, 200U) << made.body;
    const auto from = made.body.find(R"("code":")") + 8;
    const auto code = made.body.substr(from, 19);
    EXPECT_NE(made.body.find("/club#card="), std::string::npos);
    const auto bound =
        post("/api/v1/devices", R"({"code":")" + code + R"(","device":")" + to_text(device_id(2)) +
                                    R"(","key":")" + std::string(64, 'a') +
                                    R"(","name":"Máy","core_version":"1"})");
    ASSERT_EQ(bound.status, 200U) << bound.body;
    EXPECT_NE(get(book + "/devices").body.find(R"("name":"Máy")"), std::string::npos);
    const auto device = "/api/v1/devices/" + to_text(device_id(2));
    EXPECT_EQ(ask(http::Method::put, device, R"({"name":"Máy cô Thử"})").status, 200U);
    const auto lost = post(device + "/lost");
    ASSERT_EQ(lost.status, 200U) << lost.body;
    EXPECT_NE(lost.body.find("Máy cô Thử"), std::string::npos);
    EXPECT_NE(lost.body.find("72 giờ"), std::string::npos);
    EXPECT_EQ(ask(http::Method::remove, device).status, 200U);  // it is revoked already
    EXPECT_EQ(ask(http::Method::remove, "/api/v1/devices/" + to_text(device_id(9))).status, 404U);
}

TEST_F(OfficeOverHttp, ListsAndRevokesDevicesOfHisOwn) {
    const std::string own = "/api/v1/devices/own";
    const auto mine = own + "/" + to_text(device_id(20));
    EXPECT_EQ(get(own).body, "[]");
    auto account = *store->people().account(officer);
    account.password_hash = officers.passwords.hash("trâu bò mèo chuột").value();
    ASSERT_EQ(store->people().put({.accounts = {account}}), app::PeopleWritten::done);
    const auto bind = [&](const std::string& password) {
        return post(
            own, R"({"device":")" + to_text(device_id(20)) + R"(","key":")" + std::string(64, 'a') +
                     R"(","name":"Máy nhà","core_version":"1","password":")" + password + "\"}");
    };
    EXPECT_EQ(rule_of(bind("sai")), "password.old_wrong");
    const auto bound = bind("trâu bò mèo chuột");
    ASSERT_EQ(bound.status, 200U) << bound.body;
    const auto row = R"({"device":")" + to_text(device_id(20)) +
                     R"(","name":"Máy nhà","bound_at":)" + std::to_string(clock.now);
    EXPECT_EQ(get(own).body, "[" + row + "}]");
    const auto his = token;
    token = sign_in(make_officer(*store, 5, app::Role::commune));
    EXPECT_EQ(get(own).body, "[]");
    EXPECT_EQ(rule_of(ask(http::Method::remove, mine)), "device.none");
    EXPECT_EQ(ask(http::Method::remove, own + "/none").status, 404U);
    token = "stranger";
    EXPECT_EQ(get(own).status, 401U);
    EXPECT_EQ(ask(http::Method::remove, mine).status, 401U);
    token = his;
    const auto revoked = row + R"(,"revoked_at":)" + std::to_string(clock.now) + "}";
    EXPECT_EQ(ask(http::Method::remove, mine).body, revoked);
    EXPECT_EQ(ask(http::Method::remove, mine).body, revoked);
    EXPECT_EQ(get(own).body, "[" + revoked + "]");
}

TEST_F(OfficeOverHttp, WhatAnotherSiteSendsIsRefused) {
    auto request = sent(http::Method::post, book + "/cards");
    request.origin = "https://evil.example";
    request.fetch_site = "cross-site";
    const auto refused = http::answer(request, services);
    EXPECT_EQ(rule_of(refused), "session.other_site");
    EXPECT_EQ(refused.status, 403U);
    request.target = http::parse_target("/clubs/" + to_text(book_id(1)) + "/card").value();
    EXPECT_EQ(http::answer(request, services).status, 403U);
    EXPECT_TRUE(devices.of_book(book_id(1))->empty());
}

TEST_F(OfficeOverHttp, OnePersonsRecordIsReadAndErased) {
    auto named = make_entry(1, 6,
                            R"({"op":"member.corrected","on":"2020-04-01","member":"0000000001",)"
                            R"("birth_year":1956,"parts":[1]})");
    add_part(named, core::PartClass::name, 1, R"({"name":"Lê <b>Thử</b>"})");
    record_all(books, {named});
    const auto person = book + "/people/0000000001";
    const auto file = get(person);
    ASSERT_EQ(file.status, 200U) << file.body;
    EXPECT_NE(file.body.find("member.admitted"), std::string::npos);
    const auto page = get("/books/" + to_text(book_id(1)) + "/people/0000000001?lang=en");
    ASSERT_EQ(page.status, 200U);
    EXPECT_NE(page.body.find("&lt;b&gt;Thử"), std::string::npos);
    EXPECT_EQ(store->read_log().of_book(book_id(1), {clock.now + 1}, 10).size(), 2U);
    EXPECT_EQ(get(book + "/people/0000000077").status, 404U);
    EXPECT_EQ(get(book + "/people/nobody").status, 404U);
    const auto erased = ask(http::Method::remove, person);
    ASSERT_EQ(erased.status, 200U) << erased.body;
    EXPECT_NE(erased.body.find(R"("parts":1)"), std::string::npos);
    EXPECT_EQ(get(person).body.find("Thử"), std::string::npos);
    EXPECT_TRUE(differences(*store).empty());
}

}  // namespace
}  // namespace lth::tests
