// The tables of the sign-in and the log of reads, on each engine.
#include "app/sign_in.hpp"

#include <gtest/gtest.h>

#include <array>

#include "app/read_log.hpp"
#include "support/store/database.hpp"

namespace lth::tests {
namespace {

core::Digest digest(std::uint8_t n) {
    core::Digest value{};
    value.fill(n);
    return value;
}

core::AccountId account(std::uint8_t n) {
    core::AccountId id;
    id.bytes.fill(n);
    return id;
}

app::SessionId session_id(std::uint8_t n) {
    app::SessionId id;
    id.bytes.fill(n);
    return id;
}

class SignInTables : public testing::TestWithParam<Engine> {
protected:
    static app::WebSession session(std::uint8_t n) {
        return {.id = session_id(n),
                .account = account(1),
                .token_hash = digest(n),
                .previous_hash = digest(0),
                .previous_until = 0,
                .made_at = 100 + n,
                .seen_at = 200,
                .rotated_at = 100,
                .browser = "Firefox",
                .weak_password = n == 2};
    }

    Database database{GetParam()};
    std::unique_ptr<app::Store> store = database.open();
    app::SignIns& tables = store->sign_ins();
};

INSTANTIATE_TEST_SUITE_P(Engines, SignInTables,
                         testing::Values(Engine::sqlite, Engine::postgres,
                                         Engine::postgres_partitioned),
                         EngineName{});

TEST_P(SignInTables, SessionsAreKeptRotatedAndEnded) {
    for (const std::uint8_t n : std::to_array<std::uint8_t>({1, 2, 3}))
        tables.put_session(session(n));
    EXPECT_EQ(tables.session(session_id(2)), session(2));
    EXPECT_FALSE(tables.session(session_id(9)));
    EXPECT_EQ(tables.sessions(account(1)).size(), 3U);
    auto rotated = session(1);
    rotated.previous_hash = rotated.token_hash;
    rotated.token_hash = digest(11);
    rotated.previous_until = 999;
    rotated.rotated_at = rotated.seen_at = 500;
    EXPECT_TRUE(tables.rotate(rotated));
    EXPECT_EQ(tables.session(session_id(1)), rotated);
    EXPECT_FALSE(tables.rotate(rotated));  // another was first
    tables.seen(session_id(2), 700);
    tables.seen(session_id(2), 600);
    EXPECT_EQ(tables.session(session_id(2))->seen_at, 700);
    tables.end_session(session_id(2));
    EXPECT_FALSE(tables.session(session_id(2)));
    tables.end_other_sessions(account(1), session_id(3));
    EXPECT_EQ(tables.sessions(account(1)), std::vector{session(3)});
    tables.forget({.sessions_seen_before = 201});
    EXPECT_TRUE(tables.sessions(account(1)).empty());
}

TEST_P(SignInTables, AStepOfTimeCountsOnce) {
    app::Totp totp{.account = account(1), .confirmed_at = 5, .last_step = 10};
    totp.secret.fill(3);
    ASSERT_EQ(store->people().put({.totps = {totp}}), app::PeopleWritten::done);
    EXPECT_EQ(tables.totp(account(1)), totp);
    EXPECT_FALSE(tables.spend_totp_step(account(1), 10));
    EXPECT_TRUE(tables.spend_totp_step(account(1), 11));
    EXPECT_FALSE(tables.spend_totp_step(account(1), 11));
    ASSERT_EQ(store->people().put({.without_totp = {account(1)}}), app::PeopleWritten::done);
    EXPECT_FALSE(tables.totp(account(1)));
}

TEST_P(SignInTables, ASlipIsSpentOnceAndTheLastOneCounts) {
    const app::Slip first{digest(1), account(1), account(2), 10, 20, {}};
    const app::Slip second{digest(2), account(1), account(2), 11, 21, {}};
    ASSERT_EQ(store->people().put({.slips = {first}}), app::PeopleWritten::done);
    EXPECT_EQ(tables.slip(digest(1)), first);
    ASSERT_EQ(store->people().put({.slips = {second}}), app::PeopleWritten::done);
    EXPECT_FALSE(tables.slip(digest(1)));
    tables.put_session(session(1));
    auto spent = second;
    spent.used_at = 15;
    const app::Account owner{account(1), "lan", "hash", "Lan", {}};
    const app::PeopleWrite write{
        .accounts = {owner}, .signed_out = {account(1)}, .spends_slip = spent};
    EXPECT_EQ(store->people().put(write), app::PeopleWritten::done);
    EXPECT_EQ(tables.slip(digest(2)), spent);
    EXPECT_TRUE(tables.sessions(account(1)).empty());
    EXPECT_EQ(store->people().put(write), app::PeopleWritten::spent);
}

TEST_P(SignInTables, ALoginBelongsToOneAccount) {
    const app::Account first{account(1), "lan", "", "Lan", {}};
    const app::Account second{account(2), "lan", "", "Lan khác", {}};
    EXPECT_EQ(store->people().put({.accounts = {first}}), app::PeopleWritten::done);
    EXPECT_EQ(store->people().put({.accounts = {second}}), app::PeopleWritten::login_taken);
    EXPECT_FALSE(store->people().account(account(2)));
    EXPECT_EQ(store->people().put({.accounts = {first}}), app::PeopleWritten::done);
    // Phones have no login, and there are many of them.
    for (const std::uint8_t n : std::to_array<std::uint8_t>({3, 4})) {
        EXPECT_EQ(store->people().put({.accounts = {{account(n), "", "", "Máy", {}}}}),
                  app::PeopleWritten::done);
    }
}

TEST_P(SignInTables, WrongTriesAndKnownBrowsers) {
    tables.count_failure(digest(1), 10);
    tables.count_failure(digest(1), 20);
    tables.count_failure(digest(2), 15);
    EXPECT_EQ(tables.failures(digest(1)), (app::Failures{digest(1), 2, 20}));
    tables.forgive(digest(1));
    EXPECT_FALSE(tables.failures(digest(1)));
    tables.put_browser({digest(5), account(1), 30});
    tables.put_browser({digest(5), account(1), 40});
    EXPECT_EQ(tables.browser(digest(5)), (app::KnownBrowser{digest(5), account(1), 40}));
    tables.forget({.browsers_seen_before = 41, .failures_before = 16});
    EXPECT_FALSE(tables.browser(digest(5)));
    EXPECT_FALSE(tables.failures(digest(2)));
}

TEST_P(SignInTables, ReasonsOfASession) {
    const app::ReadingReason first{session_id(1), book_id(1), 10, 20, "Kiểm tra đơn"};
    const app::ReadingReason again{session_id(1), book_id(1), 15, 25, "Kiểm tra lần hai"};
    tables.put_reason(first);
    tables.put_reason(again);
    tables.put_reason({session_id(2), book_id(1), 10, 20, "Của phiên khác"});
    EXPECT_EQ(tables.reasons(session_id(1)), std::vector{again});
    tables.forget({.reasons_before = 26});
    EXPECT_TRUE(tables.reasons(session_id(1)).empty());
}

TEST_P(SignInTables, TheLogIsReadBackwards) {
    auto& log = store->read_log();
    std::vector<app::ReadLine> lines;
    for (std::uint8_t n = 1; n <= 4; ++n) {
        app::ReadLine line{.book = book_id(n % 2 == 0 ? 2 : 1),
                           .at = n * 10,
                           .id = session_id(n),
                           .account = account(n),
                           .what = n == 1 ? app::ReadWhat::person : app::ReadWhat::names,
                           .reason = "Lý do"};
        if (n == 1) line.subject = core::SubjectId{77};
        log.append(line);
        log.append(line);  // an answer was lost: it is the same line
        lines.insert(lines.begin(), line);
    }
    EXPECT_EQ(log.latest({1000}, 10), lines);
    EXPECT_EQ(log.latest({40}, 2), (std::vector{lines[1], lines[2]}));
    EXPECT_EQ(log.of_book(book_id(1), {1000}, 10), (std::vector{lines[1], lines[3]}));
}

TEST_P(SignInTables, LinesOfOneInstantAreReadPageByPage) {
    auto& log = store->read_log();
    for (std::uint8_t n = 1; n <= 5; ++n) {
        log.append({.book = book_id(1), .at = 50, .id = session_id(n), .account = account(n)});
    }
    std::size_t of_book = 0;
    std::size_t latest = 0;
    app::ReadPlace place{51};
    for (auto page = log.of_book(book_id(1), place, 2); !page.empty();
         page = log.of_book(book_id(1), place, 2)) {
        of_book += page.size();
        place = {page.back().at, page.back().id};
    }
    place = {51};
    for (auto page = log.latest(place, 2); !page.empty(); page = log.latest(place, 2)) {
        latest += page.size();
        place = {page.back().at, page.back().id};
    }
    EXPECT_EQ(of_book, 5U);
    EXPECT_EQ(latest, 5U);
    EXPECT_TRUE(log.latest({50}, 2).empty());
}

}  // namespace
}  // namespace lth::tests
