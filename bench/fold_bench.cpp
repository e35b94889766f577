// Folding a book with its chain verified, and its balances beside hledger reading our journal.
#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "app/club_book.hpp"
#include "app/ledger_journal.hpp"
#include "ingest.hpp"

namespace {

using namespace lth;
using Clock = std::chrono::steady_clock;

/// The founding and `count` further entries of one club, chained.
std::vector<core::SealedEntry> book_of(std::uint32_t count,
                                       core::Entry (*make)(std::uint32_t, std::uint32_t)) {
    std::vector<core::SealedEntry> entries;
    core::Head head;
    for (std::uint32_t n = 1; n <= count + 1; ++n) {
        auto entry = n == 1 ? bench::founding_entry(0) : make(0, n);
        entries.push_back(core::seal(head, std::move(entry), 1'764'000'000'000, {}));
        head = core::head_after(entries.back());
    }
    return entries;
}

void fold_meetings(benchmark::State& state) {
    constexpr std::uint32_t months = 60;
    const auto entries = book_of(months, bench::meeting_entry);
    std::size_t operations = 0;
    const auto begin = Clock::now();
    for (auto _ : state) {
        app::ClubBook book;
        for (const auto& sealed : entries) {
            if (!core::follows(book.head, sealed)) return state.SkipWithError("chain broken");
            book.apply(sealed);
        }
        operations += months * bench::meeting_ops;
        benchmark::DoNotOptimize(book);
    }
    const std::chrono::duration<double> took = Clock::now() - begin;
    state.counters["measured"] = static_cast<double>(operations) / took.count();
}
BENCHMARK(fold_meetings)->Unit(benchmark::kMillisecond)->MinTime(2);

void balances_against_hledger(benchmark::State& state) {
    constexpr std::uint32_t transactions = 100'000;
    const auto entries = book_of(transactions, bench::one_op_entry);
    const auto path = std::filesystem::temp_directory_path() /
                      ("lth-bench-" + std::to_string(getpid()) + ".journal");
    for (auto _ : state) {
        auto begin = Clock::now();
        app::ClubBook book;
        for (const auto& sealed : entries) book.apply(sealed);
        const std::chrono::duration<double> ours = Clock::now() - begin;
        std::ofstream(path) << app::ledger_journal(book.club);
        begin = Clock::now();
        const auto command = "hledger -f " + path.string() + " balance --flat >/dev/null";
        if (std::system(command.c_str()) != 0) state.SkipWithError("hledger failed");
        const std::chrono::duration<double> theirs = Clock::now() - begin;
        state.counters["measured"] = transactions / ours.count();
        state.counters["compared"] = transactions / theirs.count();
        state.counters["ratio"] = theirs.count() / ours.count();
    }
    std::filesystem::remove(path);
}
BENCHMARK(balances_against_hledger)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
