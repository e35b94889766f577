#include "store/sign_in_tables.hpp"

#include "store/cursor.hpp"
#include "store/select.hpp"

namespace lth::store {
namespace {

using app::Failures;
using app::KnownBrowser;
using app::ReadingReason;
using app::ReadLine;
using app::SessionId;
using app::Slip;
using app::Totp;
using app::WebSession;

Totp totp_from(const Row& row) {
    Cursor in(row);
    Totp totp;
    totp.account = in.uuid<core::AccountId>();
    totp.secret = in.bytes<20>();
    totp.confirmed_at = in.optional([&] { return in.integer(); });
    totp.last_step = in.integer();
    return totp;
}

WebSession session_from(const Row& row) {
    Cursor in(row);
    WebSession session;
    session.id = in.uuid<SessionId>();
    session.account = in.uuid<core::AccountId>();
    session.token_hash = in.digest();
    session.previous_hash = in.digest();
    session.previous_until = in.integer();
    session.made_at = in.integer();
    session.seen_at = in.integer();
    session.rotated_at = in.integer();
    session.browser = in.text();
    session.weak_password = in.truth();
    return session;
}

Slip slip_from(const Row& row) {
    Cursor in(row);
    Slip slip;
    slip.code_hash = in.digest();
    slip.account = in.uuid<core::AccountId>();
    slip.made_by = in.uuid<core::AccountId>();
    slip.made_at = in.integer();
    slip.expires_at = in.integer();
    slip.used_at = in.optional([&] { return in.integer(); });
    return slip;
}

KnownBrowser browser_from(const Row& row) {
    Cursor in(row);
    KnownBrowser browser;
    browser.token_hash = in.digest();
    browser.account = in.uuid<core::AccountId>();
    browser.seen_at = in.integer();
    return browser;
}

Failures failures_from(const Row& row) {
    Cursor in(row);
    Failures failures;
    failures.key = in.digest();
    failures.count = in.integer();
    failures.last_at = in.integer();
    return failures;
}

ReadingReason reason_from(const Row& row) {
    Cursor in(row);
    ReadingReason reason;
    reason.session = in.uuid<SessionId>();
    reason.book = in.uuid<core::BookId>();
    reason.given_at = in.integer();
    reason.expires_at = in.integer();
    reason.reason = in.text();
    return reason;
}

ReadLine read_from(const Row& row) {
    Cursor in(row);
    ReadLine line;
    line.book = in.uuid<core::BookId>();
    line.at = in.integer();
    line.id = in.uuid<core::Uuid>();
    line.account = in.uuid<core::AccountId>();
    line.what = in.word<app::ReadWhat>();
    const auto subject = in.local<core::SubjectId>();
    if (subject.value != 0) line.subject = subject;
    line.reason = in.text();
    return line;
}

Value value_of_size(std::size_t size) { return static_cast<std::int64_t>(size); }

}  // namespace

std::int64_t SignInTables::run(std::string_view query, std::initializer_list<Value> values) {
    std::int64_t changed = 0;
    transactions_.run(Transaction::write,
                      [&](Session& session) { changed = session.run(query, values); });
    return changed;
}

std::optional<Totp> SignInTables::totp(const core::AccountId& account) {
    return select_one(transactions_, "totp.of_account", {account}, totp_from);
}

bool SignInTables::spend_totp_step(const core::AccountId& account, std::int64_t step) {
    return run("totp.spend", {account, step}) == 1;
}

void SignInTables::put_session(const WebSession& session) {
    run("session.put", {session.id, session.account, session.token_hash, session.previous_hash,
                        session.previous_until, session.made_at, session.seen_at,
                        session.rotated_at, session.browser, value_of(session.weak_password)});
}

std::optional<WebSession> SignInTables::session(const SessionId& id) {
    return select_one(transactions_, "session.of_id", {id}, session_from);
}

std::vector<WebSession> SignInTables::sessions(const core::AccountId& account) {
    return select_all(transactions_, "session.of_account", {account}, session_from);
}

bool SignInTables::rotate(const WebSession& session) {
    return run("session.rotate",
               {session.id, session.token_hash, session.previous_hash, session.previous_until,
                session.rotated_at, value_of(session.weak_password)}) == 1;
}

void SignInTables::seen(const SessionId& id, std::int64_t at) { run("session.seen", {id, at}); }

void SignInTables::end_session(const SessionId& id) { run("session.end", {id}); }

void SignInTables::end_other_sessions(const core::AccountId& account, const SessionId& kept) {
    run("session.end_others", {account, kept});
}

std::optional<Slip> SignInTables::slip(const core::Digest& code_hash) {
    return select_one(transactions_, "slip.of_code", {code_hash}, slip_from);
}

void SignInTables::put_browser(const KnownBrowser& browser) {
    run("browser.put", {browser.token_hash, browser.account, browser.seen_at});
}

std::optional<KnownBrowser> SignInTables::browser(const core::Digest& token_hash) {
    return select_one(transactions_, "browser.of_token", {token_hash}, browser_from);
}

void SignInTables::count_failure(const core::Digest& key, std::int64_t at) {
    run("failure.count", {key, at});
}

std::optional<Failures> SignInTables::failures(const core::Digest& key) {
    return select_one(transactions_, "failure.of_key", {key}, failures_from);
}

void SignInTables::forgive(const core::Digest& key) { run("failure.forget", {key}); }

void SignInTables::put_reason(const ReadingReason& reason) {
    run("reason.put",
        {reason.session, reason.book, reason.given_at, reason.expires_at, reason.reason});
}

std::vector<ReadingReason> SignInTables::reasons(const SessionId& session) {
    return select_all(transactions_, "reason.of_session", {session}, reason_from);
}

void SignInTables::forget(const app::OldSignIns& old) {
    transactions_.run(Transaction::write, [&](Session& session) {
        session.run("session.forget_old", {old.sessions_seen_before, old.sessions_made_before});
        session.run("browser.forget_old", {old.browsers_seen_before});
        session.run("failure.forget_old", {old.failures_before});
        session.run("reason.forget_old", {old.reasons_before});
    });
}

void ReadLogTable::append(const ReadLine& line) {
    transactions_.run(Transaction::write, [&](Session& session) {
        session.run("read.put", {line.book, line.at, line.id, line.account, value_of(line.what),
                                 value_of(line.subject.value_or(core::SubjectId{})), line.reason});
    });
}

std::vector<ReadLine> ReadLogTable::of_book(const core::BookId& book, const app::ReadPlace& before,
                                            std::size_t limit) {
    return select_all(transactions_, "read.of_book",
                      {book, before.at, before.id, value_of_size(limit)}, read_from);
}

std::vector<ReadLine> ReadLogTable::latest(const app::ReadPlace& before, std::size_t limit) {
    return select_all(transactions_, "read.latest", {before.at, before.id, value_of_size(limit)},
                      read_from);
}

}  // namespace lth::store
