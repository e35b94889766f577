// An officer of club 1 who asks over HTTP, without a socket.
#pragma once

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
    // Another club of four members, a second later, under a name of its own.
    void launch(std::uint64_t n, std::string_view name) {
        constexpr std::string_view was = "Liên thế hệ thôn Một";
        auto entries = launched_entries(n);
        auto& body = entries.front().body;
        body.replace(body.find(was), was.size(), name);
        clock.now += 1'000;
        record_all(books, entries);
    }
    // What a list says of a field, asked for in two pages of two lines: "a, b | c".
    std::string in_pages(const std::string& target, const std::string& field) {
        clock.now += 2'000;  // the province looks at the store again
        const auto start = '"' + field + "\":";
        std::string said;
        for (const auto* page : {"limit=2", "limit=2&offset=2"}) {
            const auto answer = get(target + (target.contains('?') ? "&" : "?") + page);
            EXPECT_EQ(answer.status, 200U) << answer.body;
            const auto& text = answer.body;
            std::string_view between = said.empty() ? "" : " | ";
            for (auto at = text.find(start); at != std::string::npos; at = text.find(start, at)) {
                at += start.size();
                said += between;
                said += text.substr(at, text.find_first_of(",}", at) - at);
                between = ", ";
            }
        }
        std::erase(said, '"');
        return said;
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
    intake::ImportDesk imports{{*store, books, clock, ids, rights, province}};
    http::Metrics metrics;
    http::Rates rates;
    http::Services services{province,           phones, metrics, rates, officers, office,
                            http::Public::none, imports};
    core::AccountId officer;
    std::string token;
};

}  // namespace lth::tests
