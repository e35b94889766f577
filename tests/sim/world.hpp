// The world of the simulation: phones, their network and the server over virtual months, from one
// seed, and what must hold at the end.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/case_entry.hpp"
#include "app/verify.hpp"
#include "json/entry.hpp"
#include "sim/checks.hpp"
#include "sim/map.hpp"
#include "sim/merger.hpp"
#include "sim/network.hpp"
#include "sim/phone.hpp"
#include "sim/server.hpp"
#include "support/store/database.hpp"

namespace lth::sim {

inline constexpr int events_of_a_run = 160;
inline constexpr int most_rounds = 200;  // of the calm end

template <class Id>
Id random_id(tests::Dice& dice) {
    Id id;
    for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(dice.next());
    return id;
}

class World {
public:
    World(std::uint64_t seed, const std::filesystem::path& folder)
        : dice_(seed), server_(folder, clock_, seed, some_answer_bytes(dice_)) {
        const auto clubs = 1 + dice_.below(2);
        for (std::uint64_t n = 0; n < clubs; ++n) found_club(n);
        const auto mapped = server_.books().record(
            first_map(), {.account = {}, .opens = core::BookKind::territory});
        if (!mapped) throw std::logic_error(message(mapped.error(), core::Language::en));
        const auto phones = 1 + dice_.below(4);
        for (std::uint64_t n = 0; n < phones; ++n) bind_phone();
    }

    void run() {
        for (int i = 0; i < events_of_a_run; ++i) {
            clock_.now += dice_.between(1, 20) * hour;
            deliver_due();
            happen();
        }
        settle();
    }

    void check() {
        EXPECT_EQ(server_.broken_promises, "");
        for (const auto& difference : tests::differences(server_.store())) {
            ADD_FAILURE() << difference.what << " at " << difference.seq;
        }
        for (auto& phone : phones_) check_phone(*phone);
    }

    /// Adds what has happened in this run.
    void count(std::map<std::string, int>& met) const {
        for (const auto& phone : phones_) {
            for (const auto& [what, times] : phone->met) met[what] += times;
            met["displaced"] += static_cast<int>(phone->disk.displaced.size());
            for (const auto& [id, kept] : phone->disk.cases) ++met["case " + describe(kept.state)];
        }
        for (const auto* own : {&met_, &network_.met}) {
            for (const auto& [what, times] : *own) met[what] += times;
        }
        if (restored_) ++met["restored"];
        for (const auto& [book, devices] : writers_) met["two phones"] += devices.size() > 1;
        met["crash"] += server_.crashes;
        for (const auto& phone : phones_) {
            met["officer's phone"] += phone->is_officer;
            met["wrong clock"] += phone->clock_skew != 0;
            met["revoked"] += phone->revoked;
            met["older core"] += phone->was_old;
            for (const auto& [rule, times] : phone->refused_by) met[rule] += times;
        }
    }

private:
    /// Some servers answer so little at once that a book takes many questions.
    static std::size_t some_answer_bytes(tests::Dice& dice) {
        return dice.chance(30) ? 3'000 : app::max_answer_bytes;
    }

    void found_club(std::uint64_t n) {
        auto entries = tests::launched_entries(n + 1);
        tests::record_all(server_.books(), entries);
        books_.push_back(entries.front().book_id);
    }

    void bind_phone() {
        const bool officer = dice_.chance(20);
        std::set<core::BookId> books{dice_.pick(books_)};
        if (dice_.chance(30)) books.insert(dice_.pick(books_));
        if (officer) books.insert(books_.begin(), books_.end());
        auto phone =
            std::make_unique<Phone>(random_id<core::DeviceId>(dice_),
                                    random_id<core::AccountId>(dice_), books, dice_.next());
        phone->is_officer = officer;
        app::PeopleWrite write;
        write.accounts.push_back({.id = phone->account(),
                                  .login = {},
                                  .password_hash = {},
                                  .shown_name = "máy mô phỏng"});
        write.devices.push_back(device_of(*phone));
        if (officer) write.roles.push_back(officer_at(*phone, tests::unit_id("11")));
        for (const auto& book : books) {
            if (!officer) write.roles.push_back(board_of(*phone, book, std::nullopt));
        }
        server_.put(write);
        phones_.push_back(std::move(phone));
    }

    app::Device device_of(const Phone& phone) {
        app::Device device{.id = phone.device(),
                           .account = phone.account(),
                           .book = *phone.books().begin(),
                           .name = "máy mô phỏng",
                           .core_version = "sim"};
        if (phone.revoked) device.revoked_at = clock_.now;
        return device;
    }
    app::RoleHeld board_of(const Phone& phone, const core::BookId& book,
                           std::optional<core::Date> until) {
        return {.account = phone.account(),
                .role = app::Role::club_board,
                .book = book,
                .from = core::make_date(2020, 1, 1),
                .until = until};
    }
    app::RoleHeld officer_at(const Phone& phone, core::UnitId unit) {
        return {.account = phone.account(),
                .role = app::Role::commune,
                .unit = unit,
                .from = core::make_date(2020, 1, 1)};
    }

    void happen() {
        const auto which = dice_.below(phones_.size());
        auto& phone = *phones_[which];
        const auto what = dice_.below(100);
        if (what < 39) {
            phone.record(clock_.now);
        } else if (what < 40) {
            carry(phone);
        } else if (what < 72) {
            send(which);
        } else if (what < 76) {
            phone.withdraw();
        } else if (what < 81) {
            phone.mend(clock_.now);
        } else if (what < 83) {
            phone.start();
        } else if (what < 85) {
            decide_case();
        } else {
            happen_at_server(what, phone);
        }
    }

    void happen_at_server(std::uint64_t what, Phone& phone) {
        if (what < 89) {
            restart();
        } else if (what < 90) {
            server_.crash();
        } else if (what < 92) {
            server_.back_up();
        } else if (what < 95) {
            restored_ = server_.restore() || restored_;
        } else if (what < 96) {
            change_rights(phone);
        } else if (what < 97) {
            merge_club();
        } else if (what < 98) {
            phone.revoked = phone.revoked || dice_.chance(50);
            server_.put({.devices = {device_of(phone)}});
        } else if (what < 99) {
            server_.leave = dice_.chance(70);
        } else {
            phone.update_core();
        }
    }

    /// Going down and up in order, with a fault ahead: at a call to the store, or in the middle of
    /// what that writes.
    void restart() {
        const auto when = dice_.chance(50) ? tests::FailWhen::before : tests::FailWhen::after;
        server_.start(dice_.chance(60) ? static_cast<int>(dice_.between(1, 25)) : 0, when);
        if (dice_.chance(30)) tests::PowerCut::after_writes(dice_.between(1, 60));
    }

    /// The commune is another from today: its officer has no right any more until he is named for
    /// the new one. Of a club, the board ends, or is confirmed again.
    void change_rights(Phone& phone) {
        const auto today = core::business_date(clock_.now);
        if (phone.is_officer) {
            const auto merged = tests::unit_id("19");
            bool is_reformed = false;
            const bool seen = server_.with([&] {
                is_reformed = server_.places().units_over(books_.front()).front() == merged;
            });
            if (!seen) return;
            if (is_reformed) {
                server_.put({.roles = {officer_at(phone, merged)}});
            } else if (record(reform(today))) {
                ++met_["reform"];
            }
            return;
        }
        app::PeopleWrite write;
        phone.has_ended = !phone.has_ended;
        for (const auto& book : phone.books()) {
            write.roles.push_back(
                board_of(phone, book, phone.has_ended ? std::optional(today) : std::nullopt));
        }
        server_.put(write);
    }

    /// By the server's own people, who record what is sound; false if the server goes down.
    bool record(const core::Entry& entry) {
        bool recorded = false;
        (void)server_.with([&] {
            const auto receipt = server_.books().record(entry, {.account = {}});
            recorded = receipt.has_value();
            EXPECT_TRUE(recorded) << message(receipt.error(), core::Language::en);
        });
        return recorded;
    }

    /// The commune's officer takes up the case that has waited longest.
    void decide_case() {
        (void)server_.with([&] {
            for (const auto& book : books_) {
                for (const auto& kept : server_.store().cases(book)) {
                    if (kept.outcome == replica::CaseState::open) return end_case(kept);
                }
            }
        });
    }
    /// What he takes over may be refused again: then the case waits on.
    void end_case(const app::SyncCase& kept) {
        app::CaseEnd end{.book = kept.book, .case_id = kept.entry_id, .by = officer_};
        if (dice_.chance(40)) {
            end.reason = "typed twice";
            const auto done = server_.books().let_go(end);
            EXPECT_TRUE(done) << message(done.error(), core::Language::en);
            ++met_["let go"];
            return;
        }
        auto entry = json::read_unsealed(kept.line).value();
        entry.entry_id = app::id_in_place_of(kept.book, kept.entry_id);
        entry.author = officer_;
        entry.device = app::officer_device(officer_);
        entry.device_seq = 0;
        if (server_.books().replace_case(end, entry, {.account = officer_})) ++met_["taken over"];
    }

    /// The first club goes into the other one: what a fault has left half done is finished first.
    void merge_club() {
        if (books_.size() < 2) return;
        const auto from = books_.front();
        const auto to = books_.back();
        const auto today = core::business_date(clock_.now);
        std::vector<ClubOp> giving;
        std::vector<ClubOp> taking;
        const auto look = [&] {
            const auto club = club_of(from);
            taking = taking_half(club, from, club_of(to), today);
            if (!taking.empty() || !may_merge(club)) return;
            giving = giving_half(club, to, {dice_.below(core::local_id_limit)}, today);
        };
        (void)server_.with(look);
        if (!giving.empty() && record(entry_by_desk(from, giving))) {
            ++met_["merged"];
            (void)server_.with(look);
        }
        if (!taking.empty() && record(entry_by_desk(to, taking))) ++met_["taken into another club"];
    }
    Club club_of(const core::BookId& book) {
        Club club;
        server_.books().read(
            book, [&](const app::Book& stored) { club = stored.as<app::ClubFold>()->club; });
        return club;
    }
    core::Entry entry_by_desk(const core::BookId& book, const std::vector<ClubOp>& ops) {
        core::Entry entry;
        entry.entry_id = random_id<core::EntryId>(dice_);
        entry.book_id = book;
        entry.device = app::officer_device(officer_);
        entry.author = officer_;
        entry.body = json::write_body(std::span(ops));
        return entry;
    }

    // ---- Over the network, or by a file from phone to phone.

    void send(std::size_t which) {
        auto& phone = *phones_[which];
        const auto request = phone.ask();
        met_["brings back"] += !request.confirmed.empty();
        post(which, request);
        if (!phone.carried.empty()) post(which, phone.ask_for_others());
    }
    void post(std::size_t which, const replica::Request& request) {
        network_.post({.phone = which, .text = json::write_message(request)}, clock_.now);
    }
    /// A file of what one phone could not send goes to another of the club.
    void carry(const Phone& from) {
        auto& to = *phones_[dice_.below(phones_.size())];
        for (const auto& book : from.books()) {
            if (to.books().contains(book)) to.bring(from.unsent_file(book));
        }
    }

    void deliver_due() {
        while (const auto message = network_.take(clock_.now)) {
            auto& phone = *phones_[message->phone];
            if (message->is_answer) {
                hear(phone, message->text);
            } else if (auto text =
                           server_.answer({phone.account(), phone.device()}, message->text)) {
                network_.post(
                    {.phone = message->phone, .is_answer = true, .text = std::move(*text)},
                    clock_.now);
            }
        }
    }
    void hear(Phone& phone, const std::string& text) {
        phone.take(json::read_message<replica::Answer>(text, "sync").value(), clock_.now);
    }

    // ---- The calm end: everybody reaches everybody, and who has a right keeps it.

    void settle() {
        network_.lose_all();
        tests::PowerCut::after_writes(0);
        server_.start();
        server_.leave = true;
        for (auto& phone : phones_) {
            phone->calm = true;
            phone->update_core();
            app::PeopleWrite write;
            write.devices.push_back(device_of(*phone));
            for (const auto& book : phone->books()) {
                write.roles.push_back(phone->is_officer
                                          ? officer_at(*phone, server_.places().units_over(book)[0])
                                          : board_of(*phone, book, std::nullopt));
            }
            server_.put(write);
        }
        std::string left;
        for (int round = 0; round < most_rounds; ++round) {
            left.clear();
            for (auto& phone : phones_) {
                clock_.now += 1000;
                exchange(*phone, phone->ask());
                if (!phone->carried.empty()) exchange(*phone, phone->ask_for_others());
            }
            for (auto& phone : phones_) {
                if (auto why = unsettled(*phone); !why.empty()) left = std::move(why);
            }
            if (left.empty()) return;
        }
        ADD_FAILURE() << "not settled after " << most_rounds << " rounds: " << left;
    }

    void exchange(Phone& phone, const replica::Request& request) {
        const auto text =
            server_.answer({phone.account(), phone.device()}, json::write_message(request));
        if (!text) throw std::logic_error("the server is down at the end");
        hear(phone, *text);
    }

    /// How a book that is not done stands; empty if it is.
    std::string unsettled(Phone& phone) {
        if (!phone.carried.empty()) {
            return std::to_string(phone.carried.size()) + " carried entries wait";
        }
        for (const auto& id : phone.books()) {
            const auto& book = phone.book(id);
            const bool all_told = std::ranges::all_of(
                book.cases(), [](const auto& item) { return item.second.told; });
            const auto stored = server_.store().book(id);
            const bool same =
                stored && stored->head == book.head() && book.state() == replica::BookState::ok;
            const bool all_settled = book.used_through() == book.settled_through();
            if (book.pending().empty() && all_told && all_settled && (same || phone.revoked))
                continue;
            std::string text = phone.revoked ? "revoked phone" : "phone";
            text += " in state " + std::to_string(static_cast<int>(book.state())) + ", head " +
                    std::to_string(book.head().last_seq) + " of " +
                    std::to_string(stored ? stored->head.last_seq : 0) + ", settled " +
                    std::to_string(book.settled_through()) + " of " +
                    std::to_string(book.used_through());
            for (const auto& [number, pending] : book.pending()) {
                text += ", pending " + std::to_string(number);
                if (pending.withdrawing) text += " (withdrawing)";
            }
            for (const auto& [entry, kept] : book.cases()) {
                text += ", case " + std::to_string(kept.offered.entry.device_seq);
                if (!kept.told) text += " (untold)";
            }
            return text;
        }
        return {};
    }

    void check_phone(Phone& phone) {
        OnServer on_server;
        std::map<core::EntryId, app::SyncCase> in_cases;
        for (const auto& id : phone.books()) {
            std::optional<std::int64_t> merged_at;
            std::uint64_t last_number = 0;
            for (std::uint64_t seq = 0;;) {
                const auto page = server_.store().entries(id, seq, {});
                if (page.empty()) break;
                for (const auto& [entry, seal] : page) {
                    ++on_server[entry.entry_id];
                    if (entry.device == phone.device()) {
                        // A case that a backup has forgotten may be recorded after all.
                        const auto before = std::exchange(last_number, entry.device_seq);
                        if (!restored_) EXPECT_GT(entry.device_seq, before);
                        writers_[id].insert(entry.device);
                        met_["recorded after the merger"] += merged_at.has_value();
                    }
                    if (entry.body.contains("\"club.merged\"")) merged_at = seal.received_at;
                }
                seq = page.back().seal.seq;
            }
            for (auto& kept : server_.store().cases(id)) {
                const bool late = merged_at && kept.opened_at > *merged_at;
                if (late && kept.device == phone.device()) ++met_["case after the merger"];
                check_case(phone, kept, on_server);
                if (kept.outcome != replica::CaseState::recorded) in_cases[kept.entry_id] = kept;
            }
            check_one_stands(phone, id, on_server);
            const auto& book = phone.book(id);
            if (!phone.revoked) {
                server_.books().read(id, [&](const app::Book& stored) {
                    const auto there = canonical_text(stored.as<app::ClubFold>()->club);
                    const auto here = canonical_text(book.confirmed());
                    EXPECT_TRUE(here == there) << "book " << to_text(id) << " differs:\n"
                                               << first_difference(here, there);
                });
            }
        }
        for (const auto& id : phone.recorded) {
            const auto times = on_server.contains(id) ? on_server[id] : 0;
            const bool is_case = in_cases.contains(id);
            EXPECT_EQ(times + (is_case ? 1 : 0), 1) << "entry " << phone.known_of(id);
            if (!is_case) continue;
            const bool told = phone.disk.cases.contains(id) || phone.disk.has_confirmed(id);
            EXPECT_TRUE(told) << "entry " << to_text(id);
        }
    }

    /// What an officer has ended is ended on the phone, and what he took over is there once.
    void check_case(const Phone& phone, const app::SyncCase& kept, const OnServer& on_server) {
        if (kept.outcome == replica::CaseState::open) return;
        if (const auto found = phone.disk.cases.find(kept.entry_id);
            found != phone.disk.cases.end() && kept.device == phone.device()) {
            EXPECT_NE(found->second.state, replica::CaseState::open)
                << "entry " << phone.known_of(kept.entry_id);
        }
        if (kept.outcome != replica::CaseState::replaced || !kept.closed_by) return;
        const auto copy = on_server.find(*kept.replaced_by);
        EXPECT_TRUE(copy != on_server.end() && copy->second == 1)
            << "entry " << phone.known_of(kept.entry_id) << " was taken over";
    }

    core::AccountId officer_ = [] {
        core::AccountId id;
        id.bytes.fill(0xF0);
        return id;
    }();
    std::map<std::string, int> met_;
    tests::Dice dice_;
    SimClock clock_;
    Server server_;
    std::vector<core::BookId> books_;
    std::vector<std::unique_ptr<Phone>> phones_;
    Network network_{dice_};
    std::map<core::BookId, std::set<core::DeviceId>> writers_;  // of its entries
    bool restored_ = false;
};

}  // namespace lth::sim
