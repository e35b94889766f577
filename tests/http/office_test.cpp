// An officer over HTTP: entries, cases, cards, a lost phone, one person's record, and who may not.
#include <gtest/gtest.h>

#include "support/http/office.hpp"

namespace lth::tests {
namespace {

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

TEST_F(OfficeOverHttp, UnusedCardsAreListedAndCancelled) {
    const auto cards = [&] { return get(book + "/cards").body; };
    const auto id_in = [](const std::string& list) {
        return list.substr(list.find(R"("card":")") + 8, 16);
    };
    const auto bind = [&](const std::string& made, std::uint64_t phone) {
        const auto code = made.substr(made.find(R"("code":")") + 8, 19);
        return rule_of(post("/api/v1/devices", R"({"code":")" + code + R"(","device":")" +
                                                   to_text(device_id(phone)) + R"(","key":")" +
                                                   std::string(64, 'a') +
                                                   R"(","name":"","core_version":"1"})"));
    };
    EXPECT_EQ(cards(), "[]");
    const auto first = post(book + "/cards").body;
    const auto listed = cards();
    EXPECT_TRUE(listed.contains(R"("made_by":"Cán bộ 1","made_at":)")) << listed;
    const auto path = book + "/cards/" + id_in(listed);
    EXPECT_EQ(ask(http::Method::remove, path).status, 200U);
    EXPECT_EQ(cards(), "[]");
    EXPECT_EQ(bind(first, 30), "device.card.expired");
    EXPECT_EQ(ask(http::Method::remove, path).status, 200U);  // it is cancelled already
    EXPECT_EQ(rule_of(ask(http::Method::remove, book + "/cards/x")), "device.card.unknown");

    const auto second = post(book + "/cards").body;
    EXPECT_EQ(rule_of(post(book + "/cards?others=all")), "question.choice.unknown");
    const auto third = post(book + "/cards?others=cancel").body;
    EXPECT_EQ(bind(second, 31), "device.card.expired");
    const auto used = id_in(cards());
    EXPECT_EQ(bind(third, 31), "");
    EXPECT_EQ(cards(), "[]");
    EXPECT_EQ(rule_of(ask(http::Method::remove, book + "/cards/" + used)), "device.card.used");
    // A phone that says no name is told from others by its day and hour.
    EXPECT_TRUE(get(book + "/devices").body.contains("Máy gắn 13/09/2020 19:"))
        << get(book + "/devices").body;

    token = sign_in(make_officer(*store, 6, app::Role::steering));
    EXPECT_EQ(rule_of(get(book + "/cards")), "role.card.not_allowed");
    EXPECT_EQ(rule_of(ask(http::Method::remove, path)), "role.card.not_allowed");
}

TEST_F(OfficeOverHttp, ThePageOfCardsOffersToCancelThem) {
    const auto page = "/clubs/" + to_text(book_id(1)) + "/card";
    EXPECT_FALSE(get(page).body.contains("Các thẻ chưa dùng"));
    ASSERT_EQ(post(book + "/cards").status, 200U);
    const auto listed = get(page).body;
    EXPECT_TRUE(listed.contains("Các thẻ chưa dùng")) << listed;
    EXPECT_TRUE(listed.contains("others=cancel")) << listed;
    const auto list = get(book + "/cards").body;
    const auto id = list.substr(list.find(R"("card":")") + 8, 16);
    const auto gone = post(page + "/" + id);
    EXPECT_EQ(gone.status, 303U) << gone.body;
    EXPECT_FALSE(get(page).body.contains("Các thẻ chưa dùng"));
}

TEST_F(OfficeOverHttp, WhatAPhoneHasSentTellsWhenItWasHeard) {
    const app::Device phone{.id = device_id(40),
                            .account = officer,
                            .book = book_id(1),
                            .name = "Máy",
                            .bound_at = clock.now,
                            .core_version = "1"};
    ASSERT_EQ(store->people().put({.devices = {phone}}), app::PeopleWritten::done);
    store->people().saw(device_id(40), clock.now);
    clock.now += 20 * 60'000;
    const auto sent_at = clock.now;
    record_all(books, {dues_entry(1, 1, 40)});
    EXPECT_TRUE(
        get(book + "/devices").body.contains(R"("last_seen_at":)" + std::to_string(sent_at)));
    clock.now += 60'000;
    const auto lost = post("/api/v1/devices/" + to_text(device_id(40)) + "/lost");
    EXPECT_TRUE(lost.body.contains(R"("unsent_since":)" + std::to_string(sent_at))) << lost.body;
}

// Whoever kept the book before is no longer of the board, and may hold the phone still.
TEST_F(OfficeOverHttp, APhoneOfAnEarlierBoardIsAskedAfter) {
    const app::Device phone{.id = device_id(40),
                            .account = officer,
                            .book = book_id(1),
                            .name = "Máy",
                            .bound_at = clock.now - std::int64_t{30} * 86'400'000,
                            .core_version = "1"};
    auto later = phone;
    later.id = device_id(41);
    later.bound_at = clock.now;
    ASSERT_EQ(store->people().put({.devices = {phone, later}}), app::PeopleWritten::done);
    const auto elect = [&](const std::string& on, const std::string& chair) {
        const auto answer =
            post(book + "/entries", entry_body(new_id(), R"({"op":"board.elected","on":")" + on +
                                                             R"(","seats":[{"member":")" + chair +
                                                             R"(","role":"chair"}]})"));
        ASSERT_EQ(answer.status, 200U) << answer.body;
    };
    const auto before = [&] {
        const auto body = get(book + "/devices").body;
        const std::string key = R"("before_board":")";
        const auto at = body.find(key);
        EXPECT_EQ(body.find(key, at + 1), std::string::npos) << body;
        return at == std::string::npos ? "" : body.substr(at + key.size(), 10);
    };
    elect("2020-08-30", "0000000001");  // the first one: nobody was before it
    EXPECT_EQ(before(), "");
    elect("2020-09-10", "0000000002");
    EXPECT_EQ(before(), "2020-09-10");
    ASSERT_EQ(ask(http::Method::remove, "/api/v1/devices/" + to_text(device_id(40))).status, 200U);
    EXPECT_EQ(before(), "");
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
    EXPECT_EQ(store->read_log().of_book(book_id(1), {clock.now + 1}, 10).size(), 1U);
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
