// The server in the simulation: the real use cases on the real SQLite store, whose disk loses what
// was not synced when the power goes, and which can be put back to an older backup.
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "app/held_rights.hpp"
#include "app/province.hpp"
#include "json/club_body.hpp"
#include "json/message.hpp"
#include "store/sqlite_store.hpp"
#include "support/dice.hpp"
#include "support/store/failing_store.hpp"
#include "support/store/power_cut.hpp"

namespace lth::sim {

class SimClock final : public app::Clock {
public:
    std::int64_t now_ms() override { return now; }
    std::int64_t now = 1'587'000'000'000;  // 16 April 2020, after the clubs' launch
};

/// Rights as they are held, and an administrator who gives leave to take books back.
class LeaveRights final : public app::Rights {
public:
    LeaveRights(app::Rights& held, const bool& leave) : held_(held), leave_(leave) {}

    std::optional<core::Rejection> refuses(const app::Caller& caller, const app::Book& book,
                                           const core::Entry& entry, const app::Ops& ops) override {
        return held_.refuses(caller, book, entry, ops);
    }
    std::optional<app::PartClasses> readable(const app::Caller& caller,
                                             const core::BookId& book) override {
        return held_.readable(caller, book);
    }
    bool concerns(const app::Caller& caller, const core::BookId& book) override {
        return held_.concerns(caller, book);
    }
    bool takes_back(const core::BookId& /*book*/) override { return leave_; }

private:
    app::Rights& held_;
    const bool& leave_;
};

class Server {
public:
    /// `answer_bytes`: see SyncDesk.
    Server(std::filesystem::path folder, SimClock& clock, std::uint64_t seed,
           std::size_t answer_bytes)
        : folder_(std::move(folder)), clock_(clock), dice_(seed), answer_bytes_(answer_bytes) {
        tests::PowerCut::install();
        start();
    }
    ~Server() { stop(); }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// The n-th call to the store from now on fails and ends it; 0 for never.
    void start(int fails_at = 0, tests::FailWhen when = tests::FailWhen::before) {
        stop();
        try {
            open(fails_at, when);
        } catch (const app::Fault&) {
            // A cut that was set for later has come while it started.
            if (!tests::PowerCut::is_off()) throw;
            crash();
            open(fails_at, when);
        }
    }
    void stop() {
        desk_.reset();
        rights_.reset();
        held_.reset();
        places_.reset();
        books_.reset();
        failing_.reset();
        store_.reset();
        if (tests::PowerCut::is_off()) lose();
    }
    /// The power goes, and with it what was not synced.
    void crash() {
        tests::PowerCut::now();
        stop();
    }

    /// What goes over the wire, both ways; nothing if the server is or goes down meanwhile.
    std::optional<std::string> answer(const app::Caller& caller, const std::string& text) {
        if (!desk_) return std::nullopt;
        try {
            const auto request = json::read_message<core::replica::Request>(text, "sync");
            if (!request) throw std::logic_error(message(request.error(), core::Language::en));
            const auto answer = desk_->answer(caller, *request);
            if (!answer) throw std::logic_error(message(answer.error(), core::Language::en));
            remember(*answer);
            return json::write_message(*answer);
        } catch (const app::Fault&) {
            crash();
            return std::nullopt;
        }
    }

    void back_up() {
        if (!runs()) return;
        const auto path = folder_ / "backup.db";
        std::filesystem::remove(path);
        backed_up_ = false;
        backed_up_ = with([&] { store_->backup(path.string()); });
    }
    /// False if there is no backup.
    bool restore() {
        if (!backed_up_) return false;
        stop();
        for (const char* name : {"lth.db", "lth.db-wal", "lth.db-shm"}) {
            std::filesystem::remove(folder_ / name);
        }
        std::filesystem::copy_file(folder_ / "backup.db", folder_ / "lth.db");
        accepted_.clear();
        told_.clear();  // what an older backup lacks is lost: phones may bring it back
        start();
        return true;
    }

    /// Changes who may what; nothing happens if the server is down.
    void put(const app::PeopleWrite& write) {
        with([&] {
            if (store_->people().put(write) != app::PeopleWritten::done) {
                throw std::logic_error("who may what was not written");
            }
        });
    }

    /// Something at the server by its own people; false if it is or goes down.
    template <class Use>
    bool with(Use use) {
        if (!runs()) return false;
        try {
            use();
            return true;
        } catch (const app::Fault&) {
            crash();
            return false;
        }
    }

    [[nodiscard]] bool runs() const { return desk_ != nullptr; }
    [[nodiscard]] app::Books& books() { return *books_; }
    [[nodiscard]] app::Store& store() { return *store_; }
    [[nodiscard]] app::Province& places() { return *places_; }

    bool leave = false;
    int crashes = 0;
    std::string broken_promises;  // what was said to a phone and is not there after a crash

private:
    void open(int fails_at, tests::FailWhen when) {
        store_ = std::make_unique<store::SqliteStore>((folder_ / "lth.db").string());
        const int never = 1 << 30;
        failing_ =
            std::make_unique<tests::FailingStore>(*store_, fails_at > 0 ? fails_at : never, when);
        books_ = std::make_unique<app::Books>(*failing_, clock_);
        places_ = std::make_unique<app::Province>(*failing_, clock_);
        held_ = std::make_unique<app::HeldRights>(*failing_, *places_, clock_);
        rights_ = std::make_unique<LeaveRights>(*held_, leave);
        desk_ =
            std::make_unique<app::SyncDesk>(*failing_, *books_, clock_, *rights_, answer_bytes_);
        check_told();
    }
    void lose() {
        tests::PowerCut::lose(folder_, dice_);
        ++crashes;
    }
    void remember(const core::replica::Answer& answer) {
        for (const auto& book : answer.books) {
            if (book.state != core::replica::BookState::ok || book.last_seq == 0) continue;
            told_[book.book] = {book.last_seq, book.hash};
        }
        for (const auto& verdict : answer.verdicts) {
            if (verdict.kind != core::replica::VerdictKind::accepted) continue;
            auto& latest = accepted_[verdict.book];
            latest = std::max(latest, std::pair(verdict.seq, verdict.entry_id));
        }
    }
    /// A hash speaks for all that stands before it.
    void check_told() {
        for (const auto& [book, told] : told_) {
            const auto there = store_->entries(book, told.first - 1, {.entries = 1});
            if (there.empty() || there.front().seal.hash != told.second) {
                broken_promises +=
                    to_text(book) + " lacks seq " + std::to_string(told.first) + "; ";
            }
        }
        for (const auto& [book, accepted] : accepted_) {
            const auto there = store_->entries(book, accepted.first - 1, {.entries = 1});
            if (!there.empty() && there.front().entry.entry_id == accepted.second) continue;
            broken_promises += to_text(book) + " lost an accepted entry; ";
        }
    }

    std::filesystem::path folder_;
    SimClock& clock_;
    tests::Dice dice_;
    std::size_t answer_bytes_;
    bool backed_up_ = false;
    std::map<core::BookId, std::pair<std::uint64_t, core::Digest>> told_;
    std::map<core::BookId, std::pair<std::uint64_t, core::EntryId>> accepted_;
    std::unique_ptr<store::SqliteStore> store_;
    std::unique_ptr<tests::FailingStore> failing_;
    std::unique_ptr<app::Books> books_;
    std::unique_ptr<app::Province> places_;
    std::unique_ptr<app::HeldRights> held_;
    std::unique_ptr<LeaveRights> rights_;
    std::unique_ptr<app::SyncDesk> desk_;
};

}  // namespace lth::sim
