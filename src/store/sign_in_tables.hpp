// Sessions, second factors, slips, wrong tries and the log of reads in a database, the same on
// every engine.
#pragma once

#include "app/read_log.hpp"
#include "app/sign_in.hpp"
#include "store/session.hpp"

namespace lth::store {

class SignInTables final : public app::SignIns {
public:
    explicit SignInTables(Transactions& transactions) : transactions_(transactions) {}

    std::optional<app::Totp> totp(const core::AccountId& account) override;
    bool spend_totp_step(const core::AccountId& account, std::int64_t step) override;
    void put_session(const app::WebSession& session) override;
    std::optional<app::WebSession> session(const app::SessionId& id) override;
    std::vector<app::WebSession> sessions(const core::AccountId& account) override;
    bool rotate(const app::WebSession& session) override;
    void seen(const app::SessionId& id, std::int64_t at) override;
    void end_session(const app::SessionId& id) override;
    void end_other_sessions(const core::AccountId& account, const app::SessionId& kept) override;
    std::optional<app::Slip> slip(const core::Digest& code_hash) override;
    void put_browser(const app::KnownBrowser& browser) override;
    std::optional<app::KnownBrowser> browser(const core::Digest& token_hash) override;
    void count_failure(const core::Digest& key, std::int64_t at) override;
    std::optional<app::Failures> failures(const core::Digest& key) override;
    void forgive(const core::Digest& key) override;
    void put_reason(const app::ReadingReason& reason) override;
    std::vector<app::ReadingReason> reasons(const app::SessionId& session) override;
    void forget(const app::OldSignIns& old) override;

private:
    std::int64_t run(std::string_view query, std::initializer_list<Value> values);

    Transactions& transactions_;
};

class ReadLogTable final : public app::ReadLog {
public:
    explicit ReadLogTable(Transactions& transactions) : transactions_(transactions) {}

    void append(const app::ReadLine& line) override;
    std::vector<app::ReadLine> of_book(const core::BookId& book, const app::ReadPlace& before,
                                       std::size_t limit) override;
    std::vector<app::ReadLine> latest(const app::ReadPlace& before, std::size_t limit) override;

private:
    Transactions& transactions_;
};

}  // namespace lth::store
