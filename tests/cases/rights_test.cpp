// The whole table of rights over HTTP: what each role is shown of a book, and what without a
// sign-in.
#include <gtest/gtest.h>

#include "app/office.hpp"
#include "app/phones.hpp"
#include "app/province.hpp"
#include "http/routes.hpp"
#include "http/site.hpp"
#include "json/message.hpp"
#include "support/app/officers.hpp"
#include "support/http/browser.hpp"
#include "support/http/running_server.hpp"
#include "support/store/database.hpp"

namespace lth::tests {
namespace {

using app::Role;
using app::Seeing;
using app::Sight;

constexpr std::array roles = {Role::club_board, Role::commune, Role::district,     Role::province,
                              Role::steering,   Role::auditor, Role::administrator};

struct ClassText {
    Sight sight;
    core::PartClass kind;
    std::string_view text;  // found in an answer only if the part was sent
};
constexpr std::array texts = {
    ClassText{Sight::name, core::PartClass::name, "Nguyễn Thị Mơ"},
    ClassText{Sight::contact, core::PartClass::contact, "0912000111"},
    ClassText{Sight::sensitive, core::PartClass::sensitive, "Mường"},
    ClassText{Sight::text, core::PartClass::text, "Bàn về con giống"},
};

core::Entry told_entry() {
    auto entry = make_entry(
        1, launched_entries(1).size() + 1,
        R"({"op":"consent.recorded","on":"2020-04-02","members":["0000000001"],)"
        R"("purposes":["membership"],"how":"signature","answer":"agreed","parts":[1,2,3,4]})");
    add_part(entry, core::PartClass::name, 1, R"({"name":"Nguyễn Thị Mơ"})");
    add_part(entry, core::PartClass::contact, 1, R"({"phone":"0912000111"})");
    add_part(entry, core::PartClass::sensitive, 1, R"({"ethnicity":"Mường"})");
    add_part(entry, core::PartClass::text, 0, R"({"note":"Bàn về con giống"})");
    return entry;
}

// Entries are put into the store as they are: what may stand in a part is another test's matter.
class Rights : public testing::TestWithParam<http::Public> {
protected:
    Rights() {
        record_all(books, launched_entries(1));
        append_told();
        map.communes = {{book_id(1), commune_unit}};
        map.districts = {{book_id(1), old_district_unit}};
        for (const auto role : roles) put_role(role);
    }

    void append_told() {
        const auto head = store->book(book_id(1))->head;
        const auto entry = told_entry();
        core::Seal seal{.seq = head.last_seq + 1, .received_at = clock.now, .sent_by = {}};
        seal.hash = core::chain_hash(head.hash, seal, core::entry_digest(entry));
        app::BookWrite write;
        write.book = book_id(1);
        write.before = head;
        write.entries = {{entry, seal}};
        ASSERT_EQ(store->append({write}, app::Urgency::interactive).get().front(),
                  app::Appended::done);
    }
    static std::string login_of(Role role) {
        return "vai." + std::to_string(static_cast<int>(role));
    }
    void put_role(Role role) {
        app::RoleHeld held{.account = {}, .role = role, .from = {}};
        if (role == Role::club_board) {
            held.book = book_id(1);
        } else if (role == Role::commune) {
            held.unit = commune_unit;
        } else if (role == Role::district) {
            held.unit = old_district_unit;
        } else if (role != Role::administrator) {
            held.unit = province_unit;
        }
        const auto id = put_officer(*store, desk.passwords, login_of(role), held);
        if (app::needs_totp({held})) totps[role] = put_totp(*store, id);
    }

    Browser signed_in(Role role) {
        Browser browser(server.port());
        std::string body =
            R"({"login":")" + login_of(role) + R"(","password":")" + good_password + "\"";
        if (totps.contains(role)) {
            clock.now += app::totp_step_ms;  // a code counts once
            body += R"(,"code":")" +
                    app::totp_code(totps[role].secret, clock.now / app::totp_step_ms) + "\"";
        }
        const auto answer = browser.post("/api/v1/session", body + "}");
        EXPECT_EQ(answer.status, 200U) << answer.body;
        return browser;
    }
    static std::string rule_of(const Answered& answer) {
        const auto at = answer.body.find(R"("rule":")");
        if (at == std::string::npos) return {};
        const auto from = at + 8;
        return answer.body.substr(from, answer.body.find('"', from) - from);
    }
    static std::string entries_path() {
        return "/api/v1/books/" + to_text(book_id(1)) + "/entries";
    }
    static std::string reason_body(std::string_view reason = "Kiểm tra đơn của hội viên") {
        return R"({"book":")" + to_text(book_id(1)) + R"(","reason":")" + std::string(reason) +
               "\"}";
    }
    std::size_t logged(app::ReadWhat what) {
        const auto lines = store->read_log().latest({clock.now + 1}, 1000);
        return static_cast<std::size_t>(std::ranges::count(lines, what, &app::ReadLine::what));
    }

    Database database{Engine::sqlite};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    CountingIds ids;
    SmallMap map;
    app::Books books{*store, clock};
    app::Province province{*store, clock};
    app::HeldRights rights{*store, map, clock};
    app::SyncDesk sync{*store, books, clock, rights};
    app::Devices devices{*store, books, clock, ids};
    app::AttachmentDesk attachments{*store, books, clock, rights};
    app::PhoneDesk phones{devices, sync, attachments};
    http::Metrics metrics;
    app::OfficerDesk desk{{*store, map, map, rights, clock, ids}, cheap_hashing};
    app::ClubOffice office{{*store, books, clock, ids, devices, rights, map, province}};
    intake::ImportDesk imports{{*store, books, clock, ids, rights, province}};
    http::Rates rates;
    http::Services services{province, phones, metrics, rates, desk, office, GetParam(), imports};
    RunningServer server{
        [this](const http::Request& request) { return http::answer(request, services); }};
    std::map<Role, app::Totp> totps;
};

std::string name_of(const testing::TestParamInfo<http::Public>& one) {
    constexpr std::array names = {"none", "figures", "books"};
    return names.at(static_cast<std::size_t>(one.param));
}

INSTANTIATE_TEST_SUITE_P(Open, Rights,
                         testing::Values(http::Public::none, http::Public::figures,
                                         http::Public::books),
                         name_of);

TEST_P(Rights, WithoutASignInWhatIsPublicAndNoMore) {
    Browser stranger(server.port());
    const auto status = [&](http::Access access) {
        const bool open = access == http::Access::anyone ||
                          (access == http::Access::figures && GetParam() != http::Public::none) ||
                          (access == http::Access::books && GetParam() == http::Public::books);
        return open;
    };
    for (const auto& route : http::all_routes()) {
        std::string path(route.pattern);
        for (const auto& [name, value] : {std::pair{"{id}", to_text(book_id(1))},
                                          {"{seq}", "1"},
                                          {"{code}", "38"},
                                          {"{name}", "style.css"}}) {
            if (const auto at = path.find(name); at != std::string::npos) {
                path.replace(at, std::string_view(name).size(), value);
            }
        }
        const auto answer = stranger.ask(to_text(route.method), path);
        const bool page = !path.starts_with("/api/");
        const bool sent_to_door =
            answer.status == 303 && answer.headers.at("location").starts_with("/sign-in?");
        const bool refused =
            page && route.method == http::Method::get
                ? sent_to_door
                : answer.status == 401 && (page || rule_of(answer) == "session.none");
        EXPECT_EQ(refused, !status(route.access))
            << path << " " << answer.status << " " << answer.body;
        for (const auto& text : texts) EXPECT_FALSE(answer.body.contains(text.text)) << path;
    }
}

TEST_P(Rights, EachRoleIsShownWhatTheTableSays) {
    for (const auto role : roles) {
        auto browser = signed_in(role);
        const auto see = app::may_see(role, Sight::entries);
        const bool as_public = GetParam() == http::Public::books && see != Seeing::yes;
        // Bodies name members by their numbers: they open with the names.
        const auto bodies =
            as_public ? Seeing::yes : std::min(see, app::may_see(role, Sight::name));
        const auto answer = browser.get(entries_path());
        if (bodies != Seeing::yes) {
            EXPECT_EQ(answer.status, 403U);
            EXPECT_EQ(rule_of(answer),
                      bodies == Seeing::no ? "reading.not_allowed" : "reading.reason_needed");
        } else {
            EXPECT_EQ(answer.status, 200U) << answer.body;
        }
        for (const auto& [sight, kind, text] : texts) {
            EXPECT_EQ(answer.body.contains(text), app::may_see(role, sight) == Seeing::yes)
                << static_cast<int>(role) << " " << text;
        }
        const auto page = browser.get("/books/" + to_text(book_id(1)) + "/" +
                                      std::to_string(launched_entries(1).size() + 1));
        for (const auto& [sight, kind, text] : texts) {
            EXPECT_EQ(page.body.contains(text), app::may_see(role, sight) == Seeing::yes)
                << static_cast<int>(role) << " " << text;
        }
        EXPECT_EQ(browser.get("/clubs/" + to_text(book_id(1))).status,
                  see == Seeing::yes || as_public ? 200U : 403U);
    }
}

TEST_P(Rights, TheTrailIsOpenToWhomTheTableSays) {
    store->read_log().append({.book = book_id(1),
                              .at = clock.now,
                              .id = app::make_uuid7(clock.now, ids),
                              .account = {}});
    for (const auto role : roles) {
        const auto reads = signed_in(role).get("/api/v1/reads");
        const bool told = reads.status == 200U && reads.body.contains(to_text(book_id(1)));
        EXPECT_EQ(told, app::may_see(role, Sight::trail) == Seeing::yes)
            << static_cast<int>(role) << reads.body;
    }
}

TEST_P(Rights, AReasonOpensNamesForHalfAnHourAndIsLogged) {
    for (const auto role : roles) {
        auto browser = signed_in(role);
        bool opens = false;
        for (const auto& text : texts) opens |= app::may_see(role, text.sight) == Seeing::by_reason;
        EXPECT_EQ(rule_of(browser.post("/api/v1/reasons", reason_body("ngắn"))),
                  "reading.reason.malformed");
        const auto before = logged(app::ReadWhat::names) + logged(app::ReadWhat::audit);
        const auto given = browser.post("/api/v1/reasons", reason_body());
        EXPECT_EQ(given.status, opens ? 200U : 403U) << static_cast<int>(role);
        if (!opens) EXPECT_EQ(rule_of(given), "reading.not_allowed");
        const auto answer = browser.get(entries_path());
        for (const auto& [sight, kind, text] : texts) {
            EXPECT_EQ(answer.body.contains(text), app::may_see(role, sight) != Seeing::no)
                << static_cast<int>(role) << " " << text;
        }
        const auto after = logged(app::ReadWhat::names) + logged(app::ReadWhat::audit);
        EXPECT_EQ(after > before, opens) << static_cast<int>(role);
        if (!opens) continue;
        auto other = signed_in(role);  // another session of the same officer
        EXPECT_FALSE(other.get(entries_path()).body.contains(texts[0].text));
        clock.now += 30 * 60'000;
        EXPECT_FALSE(browser.get(entries_path()).body.contains(texts[0].text));
    }
}

TEST_P(Rights, ThePersonsRecordIsAskedForWithAReasonThatIsInNoAddress) {
    const auto api = "/api/v1/books/" + to_text(book_id(1)) + "/people/0000000001";
    const std::string reason = R"({"reason":"Kiểm tra đơn của hội viên"})";
    for (const auto role : roles) {
        auto browser = signed_in(role);
        const auto sees = app::may_see(role, Sight::name);
        EXPECT_EQ(rule_of(browser.get(api + "?reason=Ki%E1%BB%83m%20tra%20%C4%91%C6%A1n")),
                  "http.parameter.unknown");
        const auto plain = browser.get(api);
        if (sees == Seeing::no) {
            EXPECT_EQ(rule_of(plain), "role.person.not_allowed") << static_cast<int>(role);
            EXPECT_EQ(rule_of(browser.post(api, reason)), "role.person.not_allowed");
            continue;
        }
        EXPECT_EQ(plain.status, sees == Seeing::yes ? 200U : 403U) << plain.body;
        EXPECT_EQ(browser.post(api, reason).status, 200U);
        if (sees == Seeing::yes) continue;
        EXPECT_EQ(rule_of(plain), "person.reason");
        EXPECT_EQ(rule_of(browser.post(api, R"({"reason":"x"})")), "person.reason");
    }
}

TEST_P(Rights, APhotographIsShownToWhoeverSeesTheSensitiveClassAndIsLogged) {
    const std::string content = "\xFF\xD8\xFF\xE0 ảnh \xFF\xD9";
    store->attachments().put({book_id(1), core::sha256(content), content, clock.now});
    const auto path_of = [](const std::string& photo) {
        return "/api/v1/books/" + to_text(book_id(1)) + "/attachments/" +
               core::to_hex(core::sha256(photo));
    };
    EXPECT_EQ(Browser(server.port()).get(path_of(content)).status, 401U);
    for (const auto role : roles) {
        auto browser = signed_in(role);
        const auto before = logged(app::ReadWhat::sensitive);
        auto answer = browser.get(path_of(content));
        const auto sees = app::may_see(role, Sight::sensitive);
        if (sees == Seeing::by_reason) {
            EXPECT_EQ(rule_of(answer), "reading.reason_needed");
            ASSERT_EQ(browser.post("/api/v1/reasons", reason_body()).status, 200U);
            answer = browser.get(path_of(content));
        }
        if (sees == Seeing::no) {
            EXPECT_EQ(answer.status, 403U) << static_cast<int>(role);
            EXPECT_EQ(rule_of(answer), "attachment.not_readable");
            EXPECT_EQ(logged(app::ReadWhat::sensitive), before);
            continue;
        }
        EXPECT_EQ(answer.status, 200U) << answer.body;
        EXPECT_EQ(answer.headers.at("content-type"), "image/jpeg");
        EXPECT_TRUE(answer.body == content);
        EXPECT_EQ(logged(app::ReadWhat::sensitive), before + 1);
        EXPECT_EQ(browser.get(path_of("khác")).status, 404U);
    }
    auto commune = signed_in(Role::commune);
    EXPECT_EQ(rule_of(commune.get("/api/v1/books/" + to_text(book_id(1)) + "/attachments/x")),
              "attachment.digest.malformed");
}

TEST_P(Rights, WhatIsReadIsShownToThoseAbove) {
    auto commune = signed_in(Role::commune);
    EXPECT_TRUE(commune.get(entries_path()).body.contains("Mường"));
    EXPECT_EQ(logged(app::ReadWhat::sensitive), 1U);
    auto province_officer = signed_in(Role::province);
    ASSERT_EQ(province_officer.post("/api/v1/reasons", reason_body()).status, 200U);
    const auto lines = commune.get("/api/v1/reads");
    EXPECT_TRUE(lines.body.contains("Kiểm tra đơn của hội viên")) << lines.body;
    EXPECT_TRUE(lines.body.contains(R"("what":"names")"));
    EXPECT_TRUE(lines.body.contains(R"("login":")" + login_of(Role::province)));
    EXPECT_EQ(commune.get("/api/v1/reads?book=" + to_text(book_id(2))).body, "[]");
    EXPECT_EQ(signed_in(Role::club_board).get("/api/v1/reads").body, "[]");
    EXPECT_EQ(signed_in(Role::steering).get("/api/v1/reads").body, "[]");
    EXPECT_NE(signed_in(Role::administrator).get("/api/v1/reads").body, "[]");
    EXPECT_EQ(rule_of(commune.get("/api/v1/reads?book=x")), "question.book.unknown");
}

TEST_P(Rights, NoReadIsLostBetweenTwoPages) {
    constexpr std::uint64_t of_one_instant = 1100;
    for (std::uint64_t n = 0; n < of_one_instant; ++n) {
        store->read_log().append({.book = book_id(1),
                                  .at = clock.now,
                                  .id = app::make_uuid7(clock.now, ids),
                                  .account = {}});
    }
    const auto id = store->people().account_of(login_of(Role::commune))->id;
    const app::SignedIn who{.account = *store->people().account(id),
                            .session = {},
                            .roles = store->people().roles(id),
                            .reasons = {}};
    EXPECT_EQ(desk.readers.reads(who, {.limit = 2000}).size(), of_one_instant);
    auto browser = signed_in(Role::commune);
    const auto first = desk.readers.reads(who, {.limit = 3});
    const auto place = "/api/v1/reads?before=" + std::to_string(first[1].at) +
                       "&limit=1&before_id=" + to_text(first[1].id);
    EXPECT_TRUE(browser.get(place).body.contains(to_text(first[2].id)));
    EXPECT_EQ(rule_of(browser.get("/api/v1/reads?before_id=x")), "question.time.malformed");
}

TEST_P(Rights, ADistrictReadsWhatItsTimeHasClosed) {
    const auto id = store->people().account_of(login_of(Role::district))->id;
    auto held = store->people().roles(id).front();
    held.until = core::business_date(clock.now);  // ended yesterday, before anything was received
    ASSERT_EQ(store->people().put({.roles = {held}}), app::PeopleWritten::done);
    auto browser = signed_in(Role::district);
    const auto book = "/books/" + to_text(book_id(1));
    const auto closed = browser.get(book);
    EXPECT_FALSE(closed.body.contains(book + "/1\""));
    clock.now += 2 * 86'400'000LL;
    held.until = core::business_date(clock.now) - 1;
    ASSERT_EQ(store->people().put({.roles = {held}}), app::PeopleWritten::done);
    auto again = signed_in(Role::district);
    EXPECT_TRUE(again.get(book).body.contains(book + "/1\""));
}

TEST_P(Rights, ASessionThatWantsForSomethingMayOnlyMendThat) {
    put_officer(*store, desk.passwords, "moi",
                {.account = {}, .role = Role::province, .unit = province_unit, .from = {}});
    Browser browser(server.port());
    const std::string login = R"({"login":"moi","password":")" + good_password + "\"}";
    const auto entered = browser.post("/api/v1/session", login);
    EXPECT_TRUE(entered.body.contains(R"("totp_needed":true)")) << entered.body;
    EXPECT_EQ(browser.get("/api/v1/session").status, 200U);
    const auto refused = browser.get("/api/v1/accounts");
    EXPECT_EQ(refused.status, 403U);
    EXPECT_EQ(rule_of(refused), "session.totp_needed");
    const auto books_open = GetParam() == http::Public::books;
    EXPECT_EQ(browser.get(entries_path()).status, books_open ? 200U : 403U);
    EXPECT_EQ(browser.post("/api/v1/totp", "{}").status, 200U);
    const auto totp = *store->sign_ins().totp(store->people().account_of("moi")->id);
    const auto code = app::totp_code(totp.secret, clock.now / app::totp_step_ms);
    EXPECT_EQ(browser.ask("PUT", "/api/v1/totp", R"({"code":")" + code + "\"}").status, 200U);
    EXPECT_EQ(browser.get("/api/v1/accounts").status, 200U);
    auto account = *store->people().account_of("moi");
    account.password_hash = desk.passwords.hash("matkhau123").value();
    ASSERT_EQ(store->people().put({.accounts = {account}, .without_totp = {account.id}}),
              app::PeopleWritten::done);
    Browser weak(server.port());
    EXPECT_TRUE(weak.post("/api/v1/session", R"({"login":"moi","password":"matkhau123"})")
                    .body.contains(R"("must_change_password":true)"));
    EXPECT_EQ(rule_of(weak.get("/api/v1/accounts")), "session.password_needed");
}

TEST_P(Rights, OtherSitesMakeABrowserSendNothing) {
    auto browser = signed_in(Role::commune);
    const auto refused = [&] { return rule_of(browser.post("/api/v1/reasons", reason_body())); };
    EXPECT_EQ(refused(), "reading.not_allowed");  // it came through: a commune needs no reason
    for (const char* site : {"cross-site", "same-site", "none"}) {
        browser.site = site;
        EXPECT_EQ(refused(), "session.other_site") << site;
    }
    browser.site = "";
    EXPECT_EQ(refused(), "session.other_site");
    browser.origin = "https://evil.test";
    EXPECT_EQ(refused(), "session.other_site");
    browser.origin = "null";
    EXPECT_EQ(refused(), "session.other_site");
    browser.origin = "https://lth.test";
    EXPECT_EQ(refused(), "reading.not_allowed");
    EXPECT_EQ(rule_of(browser.form("/api/v1/reasons", "book=x")), "session.not_json");
    browser.site = "cross-site";
    EXPECT_EQ(rule_of(browser.post("/api/v1/session", "{}")), "session.other_site");
    EXPECT_EQ(browser.form("/sign-in", "login=a&password=b").status, 403U);
    EXPECT_EQ(browser.form("/sign-in/out", "").status, 403U);
    const auto me = browser.get("/api/v1/session");
    EXPECT_EQ(me.status, 200U);  // it is still signed in
    EXPECT_TRUE(me.body.contains(R"("simulated":false)")) << me.body;
}

TEST_P(Rights, CookiesAreOutOfReachAndTheSessionEnds) {
    Browser browser(server.port());
    const auto entered =
        browser.post("/api/v1/session", R"({"login":")" + login_of(Role::commune) +
                                            R"(","password":")" + good_password + "\"}");
    ASSERT_EQ(entered.cookies.size(), 2U);
    for (const auto& cookie : entered.cookies) {
        EXPECT_TRUE(cookie.starts_with("__Host-lth"));
        for (const char* word : {"Path=/", "Secure", "HttpOnly", "SameSite=Strict"}) {
            EXPECT_TRUE(cookie.contains(word)) << cookie;
        }
    }
    EXPECT_TRUE(browser.get("/api/v1/sessions").body.contains(R"("current":true)"));
    const auto kept = browser.cookies;
    clock.now += 3'600'000;
    EXPECT_EQ(browser.get("/api/v1/session").cookies.size(), 1U);  // another token each hour
    EXPECT_NE(browser.cookies, kept);
    EXPECT_EQ(rule_of(browser.ask("DELETE", "/api/v1/sessions/" + to_text(book_id(1)))),
              "session.unknown");
    EXPECT_EQ(browser.ask("DELETE", "/api/v1/session").status, 200U);
    EXPECT_FALSE(browser.cookies.contains("__Host-lth"));
    EXPECT_EQ(browser.get("/api/v1/session").status, 401U);
}

TEST_P(Rights, EveryAnswerHandsOutTheNewToken) {
    auto browser = signed_in(Role::commune);
    const auto later = [&] { clock.now += 3'600'000; };
    later();
    const auto refused = browser.get("/api/v1/reads?book=x");
    EXPECT_EQ(refused.status, 404U);
    EXPECT_EQ(refused.cookies.size(), 1U);
    later();  // the token before counts for a minute
    EXPECT_EQ(browser.get("/api/v1/none").status, 404U);
    browser.site = "cross-site";
    EXPECT_EQ(browser.post("/api/v1/reasons", reason_body()).cookies.size(), 1U);
    browser.site = "same-origin";
    later();
    // What a handler says of the session itself is the last word.
    const auto changed =
        browser.post("/api/v1/password", R"({"old_password":")" + good_password +
                                             R"(","new_password":"con trâu đi trước cái cày"})");
    EXPECT_EQ(changed.status, 200U) << changed.body;
    EXPECT_EQ(changed.cookies.size(), 1U);
    clock.now += 120'000;
    EXPECT_EQ(browser.get("/api/v1/session").status, 200U);
    later();
    EXPECT_EQ(browser.ask("DELETE", "/api/v1/session").cookies.size(), 1U);
    EXPECT_FALSE(browser.cookies.contains("__Host-lth"));
}

TEST_P(Rights, ThePageOfTheSignInWorksWithoutScript) {
    Browser browser(server.port());
    EXPECT_EQ(browser.get("/sign-in?next=/standing").status, 200U);
    const auto wrong = browser.form("/sign-in", "login=vai.1&password=sai&next=%2Fclubs");
    EXPECT_EQ(wrong.status, 401U);
    EXPECT_TRUE(wrong.body.contains("vai.1"));
    const auto password = http::percent_encoded(good_password);
    const auto entered =
        browser.form("/sign-in", "login=vai.1&password=" + password + "&next=%2Fclubs");
    EXPECT_EQ(entered.status, 303U);
    EXPECT_EQ(entered.headers.at("location"), "/clubs");
    EXPECT_EQ(browser.get("/clubs").status, 200U);
    EXPECT_TRUE(browser.get("/sign-in").body.contains("Cán bộ vai.1"));
    const auto away =
        browser.form("/sign-in", "login=vai.1&password=" + password + "&next=%2F%2Fevil.test");
    EXPECT_EQ(away.headers.at("location"), "/sign-in");
    EXPECT_EQ(browser.form("/sign-in/out", "").status, 303U);
    EXPECT_EQ(browser.get("/api/v1/session").status, 401U);
    // Slow answers say for how long.
    for (int i = 0; i < 6; ++i)
        (void)browser.post("/api/v1/session", R"({"login":"ai.do","password":"x"})");
    const auto slow = browser.post("/api/v1/session", R"({"login":"ai.do","password":"x"})");
    EXPECT_EQ(slow.status, 429U);
    EXPECT_EQ(slow.headers.at("retry-after"), "2");
}

}  // namespace
}  // namespace lth::tests
