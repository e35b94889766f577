// The books of the whole province over HTTP: the map of today and its schemes, an officer of the
// province.
#pragma once

#include "app/founding.hpp"
#include "json/registry_body.hpp"
#include "json/territory_body.hpp"
#include "support/http/office.hpp"

namespace lth::tests {

class CommonBooksOverHttp : public OfficeOverHttp {
protected:
    CommonBooksOverHttp() {
        clock.now = 1'782'800'000'000;  // 30 June 2026
        const auto today = core::business_date(clock.now);
        for (const auto& ops : app::founding_units(today)) {
            open(territory, core::BookKind::territory, json::write_body(ops));
        }
        open(registry, core::BookKind::registry, json::write_body(app::founding_schemes(today)));
        become(5, app::Role::province);
    }

    void open(const core::BookId& id, core::BookKind kind, std::string body) {
        core::Entry entry{.entry_id = new_id(),
                          .book_id = id,
                          .device = device_id(9),
                          .author = {},
                          .made_at = clock.now,
                          .body = std::move(body),
                          .parts = {}};
        const auto done = books.record(entry, {.account = {}, .opens = kind});
        ASSERT_TRUE(done) << message(done.error(), core::Language::en);
    }
    // With the second factor set up, as these roles need it.
    void become(std::uint8_t n, app::Role role) {
        const auto account = make_officer(*store, n, role);
        const app::Totp totp{.account = account, .confirmed_at = clock.now};
        ASSERT_EQ(store->people().put({.totps = {totp}}), app::PeopleWritten::done);
        token = sign_in(account);
    }

    std::string told(const std::string& target) {
        clock.now += 2'000;
        const auto answer = get(target);
        EXPECT_EQ(answer.status, 200U) << target << " " << answer.body;
        return answer.body;
    }
    http::Response record(const core::BookId& id, std::string_view ops) {
        return post("/api/v1/books/" + to_text(id) + "/entries", entry_body(new_id(), ops));
    }

    const core::BookId territory = book_id(801);
    const core::BookId registry = book_id(802);
    // Of Xã Hoằng Quang, split on 1 July 2025, and of the two it went to.
    const std::string split = "8QSSZX20HK";
    const std::string first = "C10EWNM67Z";
    const std::string second = "XJ94AAZX42";
};

}  // namespace lth::tests
