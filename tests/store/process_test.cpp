// Several processes on one database, and processes that are killed while they write: nothing that
// was acknowledged is lost, nothing half is left.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sstream>
#include <thread>

#include "support/dice.hpp"
#include "support/store/database.hpp"

namespace lth::tests {
namespace {

class Processes : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, Processes, testing::Values(Engine::sqlite, Engine::postgres),
                         EngineName{});

struct Said {
    std::uint64_t book = 0;
    std::uint64_t seq = 0;
};

// Several threads write books of their own and one that all share, and say what was acknowledged.
[[noreturn]] void write_until_killed(const Database& database, int out) {
    const auto store = database.open();
    SetClock clock;
    app::Books books(*store, clock);
    constexpr std::uint64_t writers = 4;
    std::vector<std::thread> threads;
    for (std::uint64_t writer = 1; writer <= writers; ++writer) {
        threads.emplace_back([&, writer] {
            for (std::uint64_t n = 1;; ++n) {
                const Said shared{1, books.record(dues_entry(1, n, writer + 1), opener())->seq};
                const auto own = 100 * writer + n % 50;
                const auto entries = launched_entries(own);
                const auto first = books.record(entries.front(), opener());
                const Said own_book{own, first ? first->seq : 0};
                if (::write(out, &shared, sizeof shared) != sizeof shared) _exit(1);
                if (::write(out, &own_book, sizeof own_book) != sizeof own_book) _exit(1);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    _exit(0);
}

TEST_P(Processes, KilledAtARandomMomentLoseNothingAcknowledged) {
    constexpr int rounds = 15;
    Dice dice(20'200'930);
    for (int round = 0; round < rounds; ++round) {
        const Database database(GetParam());
        {
            const auto store = database.open();
            SetClock clock;
            app::Books books(*store, clock);
            record_all(books, launched_entries(1));
        }
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) write_until_killed(database, ends[1]);
        close(ends[1]);
        // One thread's answer comes in the middle of what the others are writing.
        std::vector<Said> said;
        for (auto answers = 1 + dice.below(120); said.size() < answers;) {
            ASSERT_EQ(read(ends[0], &said.emplace_back(), sizeof(Said)),
                      static_cast<ssize_t>(sizeof(Said)));
        }
        kill(child, SIGKILL);
        for (Said more; read(ends[0], &more, sizeof more) == sizeof more;) said.push_back(more);
        close(ends[0]);
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));
        const auto store = database.open();
        for (const auto& [book, seq] : said) {
            const auto info = store->book(book_id(book));
            ASSERT_TRUE(info) << "round " << round << " book " << book;
            EXPECT_GE(info->head.last_seq, seq) << "round " << round;
        }
        EXPECT_TRUE(differences(*store).empty()) << "round " << round;
    }
}

TEST_P(Processes, WriteToOneBookSideBySide) {
    const Database database(GetParam());
    {
        const auto store = database.open();
        SetClock clock;
        app::Books books(*store, clock);
        record_all(books, launched_entries(1));
    }
    constexpr std::uint64_t processes = 3;
    constexpr std::uint64_t each = 15;
    std::vector<pid_t> children;
    for (std::uint64_t process = 1; process <= processes; ++process) {
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            const auto store = database.open();
            SetClock clock;
            app::Books books(*store, clock);
            for (std::uint64_t n = 1; n <= each; ++n) {
                if (!books.record(dues_entry(1, n, process + 1), opener())) _exit(1);
            }
            _exit(0);
        }
        children.push_back(child);
    }
    for (const auto child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    const auto store = database.open();
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 5 + processes * each);
    EXPECT_TRUE(differences(*store).empty());
}

}  // namespace
}  // namespace lth::tests
