// A phone in the simulation: the state machine of core/replica, a disk that survives it, and a
// treasurer who records, takes back and mends.
#pragma once

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/replica/replica.hpp"
#include "json/club_body.hpp"
#include "support/dice.hpp"
#include "support/random_club.hpp"

namespace lth::sim {

namespace replica = core::replica;

inline core::Result<std::vector<core::club::ClubOp>> read_ops(const core::Entry& entry) {
    return json::read_club_ops(entry.body, entry.parts);
}

/// A core from before loans could be taken over and meetings be held.
inline core::Result<std::vector<core::club::ClubOp>> read_old_ops(const core::Entry& entry) {
    if (entry.body.contains("\"meeting.held\"")) {
        return core::reject("entry.unknown_op", "op", {{"op", "meeting.held"}});
    }
    return read_ops(entry);
}

template <class Enum>
std::string describe(Enum value) {
    return boost::describe::enum_to_string(value, "?");
}

/// What the phone keeps over a restart: written whole or not at all.
class Disk {
public:
    void keep(const replica::KeptList& list) {
        for (const auto& one : list) {
            std::visit([this](const auto& what) { take(what); }, one);
        }
    }

    [[nodiscard]] bool has_confirmed(const core::EntryId& id) const {
        return std::ranges::any_of(
            confirmed, [&](const auto& item) { return item.second.entry.entry_id == id; });
    }

    std::map<core::BookId, std::uint64_t> used_through;
    std::map<std::pair<core::BookId, std::uint64_t>, core::SealedEntry> confirmed;
    std::map<std::pair<core::BookId, std::uint64_t>, replica::Pending> pending;
    std::map<core::EntryId, replica::Case> cases;
    std::vector<core::SealedEntry> displaced;

private:
    void take(const replica::KeepBook& k) { used_through[k.book] = k.used_through; }
    void take(const replica::KeepConfirmed& k) {
        confirmed[{k.sealed.entry.book_id, k.sealed.seal.seq}] = k.sealed;
    }
    void take(const replica::DropConfirmed& k) {
        std::erase_if(confirmed, [&](const auto& item) {
            return item.first.first == k.book && item.first.second > k.after_seq;
        });
    }
    void take(const replica::KeepPending& k) {
        const auto& entry = k.pending.offered.entry;
        pending[{entry.book_id, entry.device_seq}] = k.pending;
    }
    void take(const replica::DropPending& k) { pending.erase({k.book, k.device_seq}); }
    void take(const replica::KeepCase& k) { cases[k.kept.offered.entry.entry_id] = k.kept; }
    void take(const replica::KeepDisplaced& k) { displaced.push_back(k.sealed); }
};

class Phone {
public:
    Phone(core::DeviceId device, core::AccountId account, std::set<core::BookId> books,
          std::uint64_t seed)
        : device_(device), account_(account), books_(std::move(books)), dice_(seed) {
        unsigned first_id = 1000 * (1 + static_cast<unsigned>(seed % 97));
        for (const auto& book : books_) {
            clubs_.emplace(book, tests::RandomClub(seed ^ first_id, first_id));
            first_id += 100'000;
        }
        clock_skew = dice_.chance(20) ? dice_.between(-1, 1) * 365 * 86'400'000LL : 0;
        old_core_ = was_old = dice_.chance(10);
        start();
    }

    /// Off and on again: what is not on the disk is gone.
    void start() {
        replica_.emplace(device_, "sim", old_core_ ? read_old_ops : read_ops);
        for (const auto& id : books_) {
            auto& book = replica_->follow(id);
            if (const auto used = disk.used_through.find(id); used != disk.used_through.end()) {
                book.restore(replica::KeepBook{id, used->second});
            }
            for (const auto& [key, sealed] : disk.confirmed) {
                if (key.first == id && !book.restore(sealed)) throw std::logic_error("disk");
            }
            for (const auto& [key, pending] : disk.pending) {
                if (key.first == id) book.restore(pending);
            }
            for (const auto& [entry, kept] : disk.cases) {
                if (kept.offered.entry.book_id == id) book.restore(kept);
            }
            disk.keep(book.restored());
        }
    }

    void update_core() {
        old_core_ = false;
        start();
    }

    /// One entry as a treasurer would make it, if it passes here.
    void record(std::int64_t now) {
        auto& book = some_book();
        const auto ops = next_ops(book, now);
        offer(book, R"({"ops":[)" + ops + "]}", std::nullopt, now);
    }

    void withdraw() {
        auto& book = some_book();
        std::vector<core::EntryId> ids;
        for (const auto& [number, pending] : book.pending()) {
            ids.push_back(pending.offered.entry.entry_id);
        }
        for (const auto& [id, kept] : book.cases()) ids.push_back(id);
        if (ids.empty()) return;
        replica::KeptList keep;
        (void)book.withdraw(dice_.pick(ids), keep);
        disk.keep(keep);
    }

    /// Sends something else in the place of a refused entry.
    void mend(std::int64_t now) {
        auto& book = some_book();
        for (const auto& [id, kept] : book.cases()) {
            if (kept.state != replica::CaseState::open) continue;
            const auto ops = next_ops(book, now);
            offer(book, R"({"ops":[)" + ops + "]}", id, now);
            return;
        }
    }

    [[nodiscard]] replica::Request ask() {
        return replica_->ask(dice_.chance(50) ? 2'000 : 200'000);
    }

    /// What is not sent yet, as the file that another phone of the club can carry; with it goes
    /// what this phone carries itself, and what the server has lost of others.
    [[nodiscard]] std::vector<replica::Offered> unsent_file(const core::BookId& book) const {
        std::vector<replica::Offered> file;
        for (const auto& [key, pending] : disk.pending) {
            if (key.first == book) file.push_back(pending.offered);
        }
        for (const auto& lost : disk.displaced) {
            if (lost.entry.book_id == book) file.push_back({lost.entry});
        }
        for (const auto& [id, offered] : carried) {
            if (offered.entry.book_id == book) file.push_back(offered);
        }
        return file;
    }
    void bring(const std::vector<replica::Offered>& file) {
        for (const auto& offered : file) {
            if (offered.entry.device == device_) continue;
            met["carried"] += carried.try_emplace(offered.entry.entry_id, offered).second;
        }
    }
    /// What it carries, by the device's numbers; it goes apart from what is its own.
    [[nodiscard]] replica::Request ask_for_others() const {
        replica::Request request{.device = device_, .core_version = "sim"};
        for (const auto& [id, offered] : carried) request.entries.push_back(offered);
        std::ranges::sort(request.entries, {}, [](const auto& offered) {
            return std::pair(offered.entry.device, offered.entry.device_seq);
        });
        return request;
    }

    /// The app is killed before half of the answers are on the disk.
    void take(const replica::Answer& answer, std::int64_t now) {
        for (const auto& verdict : answer.verdicts) {
            ++met[describe(verdict.kind)];
            if (!verdict.problem.empty()) ++refused_by[rule_of(verdict.problem)];
        }
        for (const auto& book : answer.books) ++met[describe(book.state)];
        const auto keep = replica_->take(answer, now + clock_skew);
        if (dice_.chance(calm ? 0 : 5)) {
            start();
        } else {
            disk.keep(keep);
            for (const auto& verdict : answer.verdicts) {
                if (verdict.kind != replica::VerdictKind::waiting) carried.erase(verdict.entry_id);
            }
        }
        for (const auto& id : books_) met["needs update"] += book(id).needs_update();
    }

    /// Where the phone has an entry, for a failure's message.
    [[nodiscard]] std::string known_of(const core::EntryId& id) const {
        std::string text = to_text(id) + (revoked ? " of a revoked phone" : " of a phone");
        for (const auto& [key, sealed] : disk.confirmed) {
            if (sealed.entry.entry_id != id) continue;
            text += ", confirmed as seq " + std::to_string(key.second) + ", number " +
                    std::to_string(sealed.entry.device_seq);
        }
        for (const auto& [key, pending] : disk.pending) {
            if (pending.offered.entry.entry_id != id) continue;
            text += ", pending as number " + std::to_string(key.second);
        }
        if (const auto found = disk.cases.find(id); found != disk.cases.end()) {
            text += ", case " + describe(found->second.state) + ", number " +
                    std::to_string(found->second.offered.entry.device_seq);
        }
        return text;
    }

    [[nodiscard]] replica::BookReplica& book(const core::BookId& id) { return *replica_->find(id); }
    [[nodiscard]] const core::DeviceId& device() const { return device_; }
    [[nodiscard]] const core::AccountId& account() const { return account_; }
    [[nodiscard]] const std::set<core::BookId>& books() const { return books_; }

    std::map<std::string, int> met;  // verdicts and states, by their names
    Disk disk;
    std::map<core::EntryId, replica::Offered> carried;  // of other phones
    std::set<core::EntryId> recorded;  // the treasurer has seen "saved on this phone"
    std::multimap<core::EntryId, core::EntryId> mended_by;
    std::int64_t clock_skew = 0;
    std::map<std::string, int> refused_by;  // rules
    bool calm = false;
    bool revoked = false;
    bool is_officer = false;  // of the commune, not of a club's board
    bool has_ended = false;   // its right, as far as the phone's owner has heard
    bool was_old = false;

private:
    /// {"rule":"…", …
    static std::string rule_of(std::string_view problem) {
        constexpr std::string_view before = "\"rule\":\"";
        const auto at = problem.find(before);
        if (at == std::string_view::npos) return {};
        const auto start = at + before.size();
        return std::string(problem.substr(start, problem.find('"', start) - start));
    }

    /// Dated by this phone's clock: with one that is ahead, the server may find it too early.
    std::string next_ops(const replica::BookReplica& book, std::int64_t now) {
        auto& club = clubs_.at(book.id());
        club.set_day(core::business_date(now + clock_skew) - 20);
        return club.next_ops(book.shown());
    }

    replica::BookReplica& some_book() {
        auto at = books_.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(dice_.below(books_.size())));
        return book(*at);
    }

    void offer(replica::BookReplica& book, std::string body, std::optional<core::EntryId> replaces,
               std::int64_t now) {
        core::Entry entry;
        for (auto& byte : entry.entry_id.bytes) byte = static_cast<std::uint8_t>(dice_.next());
        entry.author = account_;
        entry.made_at = now + clock_skew;
        entry.body = std::move(body);
        replica::KeptList keep;
        const auto made = book.record({entry, replaces}, keep);
        if (!made) return;
        // Killed before it was saved: nobody was told that it is.
        if (dice_.chance(calm ? 0 : 3)) return start();
        disk.keep(keep);
        recorded.insert(made->entry_id);
        if (replaces) mended_by.emplace(*replaces, made->entry_id);
    }

    core::DeviceId device_;
    core::AccountId account_;
    std::set<core::BookId> books_;
    tests::Dice dice_;
    std::map<core::BookId, tests::RandomClub> clubs_;
    std::optional<replica::Replica> replica_;
    bool old_core_ = false;
};

}  // namespace lth::sim
