// The server in the simulation: the real use cases on the real SQLite store, which can be killed,
// and put back to an older backup.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>

#include "app/sync.hpp"
#include "json/club_body.hpp"
#include "json/message.hpp"
#include "store/sqlite_store.hpp"
#include "support/dice.hpp"
#include "support/store/failing_store.hpp"

namespace lth::sim {

class SimClock final : public app::Clock {
public:
    std::int64_t now_ms() override { return now; }
    std::int64_t now = 1'587'000'000'000;  // 16 April 2020, after the clubs' launch
};

/// Which accounts have a right over which books, and which devices may send.
class SimRights final : public app::Rights {
public:
    std::set<std::pair<core::AccountId, core::BookId>> held;
    std::set<core::DeviceId> revoked;
    bool leave = false;

    std::optional<core::Rejection> refuses(const app::Caller& caller, const app::Book& /*book*/,
                                           const core::Entry& entry,
                                           const app::Ops& /*ops*/) override {
        if (revoked.contains(caller.device)) return core::make_rejection("sync.device.revoked");
        if (!held.contains({caller.account, entry.book_id})) {
            return core::make_rejection("sync.book.no_right");
        }
        return std::nullopt;
    }
    std::optional<app::PartClasses> readable(const app::Caller& caller,
                                             const core::BookId& book) override {
        const bool may = !revoked.contains(caller.device) && held.contains({caller.account, book});
        if (!may) return std::nullopt;
        return app::PartClasses{core::PartClass::name, core::PartClass::text};
    }
    bool takes_back(const core::BookId& /*book*/) override { return leave; }
};

class Server {
public:
    Server(const std::filesystem::path& folder, SimClock& clock, SimRights& rights)
        : folder_(folder), clock_(clock), rights_(rights) {
        start(0, tests::FailWhen::before);
    }

    /// The n-th call to the store from now on kills it; 0 for never.
    void start(int fails_at, tests::FailWhen when) {
        stop();
        store_ = std::make_unique<store::SqliteStore>(folder_ / "lth.db");
        const int never = 1 << 30;
        failing_ =
            std::make_unique<tests::FailingStore>(*store_, fails_at > 0 ? fails_at : never, when);
        books_ = std::make_unique<app::Books>(*failing_, clock_);
        desk_ = std::make_unique<app::SyncDesk>(*failing_, *books_, clock_, rights_);
    }
    void stop() {
        desk_.reset();
        books_.reset();
        failing_.reset();
        store_.reset();
    }

    /// What goes over the wire, both ways; nothing if the server is or goes down meanwhile.
    std::optional<std::string> answer(const app::Caller& caller, const std::string& text) {
        if (!desk_) return std::nullopt;
        try {
            const auto request = json::read_message<core::replica::Request>(text, "sync");
            if (!request) throw std::logic_error(message(request.error(), core::Language::en));
            const auto answer = desk_->answer(caller, *request);
            if (!answer) throw std::logic_error(message(answer.error(), core::Language::en));
            return json::write_message(*answer);
        } catch (const app::Fault&) {
            stop();
            return std::nullopt;
        }
    }

    void back_up() {
        if (!store_) return;
        const auto path = folder_ / "backup.db";
        std::filesystem::remove(path);
        store_->backup(path);
        backed_up_ = true;
    }
    /// False if there is no backup.
    bool restore() {
        if (!backed_up_) return false;
        stop();
        for (const char* name : {"lth.db", "lth.db-wal", "lth.db-shm"}) {
            std::filesystem::remove(folder_ / name);
        }
        std::filesystem::copy_file(folder_ / "backup.db", folder_ / "lth.db");
        start(0, tests::FailWhen::before);
        return true;
    }

    [[nodiscard]] bool runs() const { return desk_ != nullptr; }
    [[nodiscard]] app::Books& books() { return *books_; }
    [[nodiscard]] app::Store& store() { return *store_; }

private:
    std::filesystem::path folder_;
    SimClock& clock_;
    SimRights& rights_;
    bool backed_up_ = false;
    std::unique_ptr<store::SqliteStore> store_;
    std::unique_ptr<tests::FailingStore> failing_;
    std::unique_ptr<app::Books> books_;
    std::unique_ptr<app::SyncDesk> desk_;
};

}  // namespace lth::sim
