#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "demo/club_life.hpp"
#include "demo/demo.hpp"
#include "demo/small_books.hpp"

namespace lth::demo {
namespace {

constexpr std::size_t worker_count = 2;
// Books that are ready wait for their turn; more would only take memory.
constexpr std::size_t most_ahead = 16;

struct Lived {
    app::BookWrite book;
    std::uint64_t operations = 0;
};

// Clubs are lived side by side and handed over in the order of the plan.
class Workers {
public:
    Workers(const Province& province, const Options& options, std::size_t clubs)
        : province_(province), options_(options), slots_(clubs) {
        for (auto& thread : threads_) thread = std::jthread([this] { work(); });
    }
    ~Workers() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        changed_.notify_all();
    }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    Lived take(std::size_t club) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return slots_[club].has_value() || error_ != nullptr; });
        if (error_ != nullptr) std::rethrow_exception(error_);
        Lived lived = std::move(*slots_[club]);
        slots_[club].reset();
        taken_ = club + 1;
        changed_.notify_all();
        return lived;
    }

private:
    void work() {
        for (;;) {
            std::size_t club = 0;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [&] { return stopping_ || next_ < taken_ + most_ahead; });
                if (stopping_ || next_ == slots_.size()) return;
                club = next_++;
            }
            try {
                ClubLife life(province_, province_.clubs[club], options_);
                life.run();
                Lived lived{life.take(), life.operations()};
                const std::lock_guard lock(mutex_);
                slots_[club] = std::move(lived);
            } catch (...) {
                const std::lock_guard lock(mutex_);
                error_ = std::current_exception();
            }
            changed_.notify_all();
        }
    }

    const Province& province_;
    const Options& options_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::optional<Lived>> slots_;
    std::size_t next_ = 0;
    std::size_t taken_ = 0;
    bool stopping_ = false;
    std::exception_ptr error_;
    std::array<std::jthread, worker_count> threads_;
};

void check(const Options& options) {
    if (options.until < baseline || options.until > horizon) {
        throw app::Fault("Ngày cuối phải từ 2020-09-30 đến 2030-12-31.",
                         "The last day must lie between 2020-09-30 and 2030-12-31.");
    }
    if (options.adoption < 0 || options.adoption > 100) {
        throw app::Fault("Tỷ lệ dùng sổ phải từ 0 đến 100.", "Adoption must be 0 to 100 percent.");
    }
}

}  // namespace

void generate(const Options& options, Sink& sink) {
    check(options);
    const Province province = plan_province(options.seed, catalogue_ground());
    std::size_t clubs = 0;
    for (const auto& club : province.clubs) {
        if (club.proposed <= options.until) ++clubs;
    }
    clubs = std::min(clubs, options.clubs.value_or(clubs));
    Progress progress{.books_done = 0, .books = clubs + 3, .entries = 0, .operations = 0};
    const auto hand_over = [&](app::BookWrite book, std::uint64_t operations) {
        if (book.entries.empty()) return;
        progress.entries += book.entries.size();
        progress.operations += operations;
        sink.write(std::move(book));
        ++progress.books_done;
        sink.progress(progress);
    };
    hand_over(territory_book(province, options), 0);
    hand_over(registry_book(province, options), 0);
    hand_over(province_association(province, options), 0);
    auto communes = commune_associations(province, options);
    progress.books += communes.size();
    for (auto& book : communes) hand_over(std::move(book), 0);
    Workers workers(province, options, clubs);
    for (std::size_t i = 0; i < clubs; ++i) {
        auto lived = workers.take(i);
        hand_over(std::move(lived.book), lived.operations);
    }
}

}  // namespace lth::demo
