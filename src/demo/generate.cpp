#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "demo/associations.hpp"
#include "demo/club_life.hpp"
#include "demo/demo.hpp"
#include "demo/small_books.hpp"

namespace lth::demo {
namespace {

constexpr std::size_t worker_count = 2;
// Books that are ready wait for their turn; more would only take memory.
constexpr std::size_t most_ahead = 16;

// Clubs are lived side by side and handed over in the order of the plan.
class Workers {
public:
    Workers(const Province& province, const Options& options,
            const std::vector<std::uint32_t>& clubs)
        : province_(province), options_(options), clubs_(clubs), slots_(clubs.size()) {
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

    SmallBook take(std::size_t club) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return slots_[club].has_value() || error_ != nullptr; });
        if (error_ != nullptr) std::rethrow_exception(error_);
        SmallBook lived = std::move(*slots_[club]);
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
                ClubLife life(province_, province_.clubs[clubs_[club]], options_);
                life.run();
                SmallBook lived{life.take(), life.operations()};
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
    const std::vector<std::uint32_t>& clubs_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::optional<SmallBook>> slots_;
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

// Numbers in the plan, whatever `until` is: so a shorter reduced run is a prefix, too.
std::vector<std::uint32_t> chosen_clubs(const Province& province, const Options& options) {
    const auto all = province.clubs.size();
    const auto count = std::min(options.clubs.value_or(all), all);
    std::vector<std::uint32_t> chosen;
    chosen.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        chosen.push_back(static_cast<std::uint32_t>(i * all / count));
    }
    return chosen;
}

}  // namespace

void generate(const Options& options, Sink& sink) {
    check(options);
    const Province province = plan_province(options.seed, catalogue_ground());
    const auto chosen = chosen_clubs(province, options);
    auto small = association_books(province, chosen, options.until);
    small.insert(small.begin(), registry_book(province, options));
    small.insert(small.begin(), territory_book(province, options));
    std::vector<std::uint32_t> clubs;
    std::ranges::copy_if(chosen, std::back_inserter(clubs), [&](std::uint32_t number) {
        return province.clubs[number].proposed <= options.until;
    });
    Progress progress{.books = clubs.size() + small.size()};
    const auto hand_over = [&](SmallBook book) {
        ++progress.books_done;
        progress.entries += book.write.entries.size();
        progress.operations += book.operations;
        if (!book.write.entries.empty()) sink.write(std::move(book.write));
        sink.progress(progress);
    };
    for (auto& book : small) hand_over(std::move(book));
    Workers workers(province, options, clubs);
    for (std::size_t i = 0; i < clubs.size(); ++i) hand_over(workers.take(i));
}

}  // namespace lth::demo
