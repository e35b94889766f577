// The one thread that writes to a SQLite file: it takes what waits and commits it together, so that
// many writers share one flush of the disk.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "app/ports.hpp"
#include "store/sqlite_session.hpp"

namespace lth::store {

using Outcomes = std::vector<app::Appended>;
using Work = std::function<Outcomes(Session&)>;

/// Whether a group erases private parts, so that the log has to be emptied after it.
enum class Erasing : std::uint8_t { no, yes };

class GroupWriter {
public:
    explicit GroupWriter(const std::string& path);
    /// Writes what still waits, then ends.
    ~GroupWriter();
    GroupWriter(const GroupWriter&) = delete;
    GroupWriter& operator=(const GroupWriter&) = delete;

    /// The future is ready after COMMIT has returned, or holds the Fault that befell the group.
    [[nodiscard]] std::future<Outcomes> submit(Work work, app::Urgency urgency, Erasing erasing);

    /// For tests: the connection that writes.
    [[nodiscard]] SqliteSession& session() { return session_; }

private:
    struct Request {
        Work work;
        Erasing erasing;
        std::promise<Outcomes> promise;
        Outcomes outcomes;
    };

    void write_until_stopped();
    [[nodiscard]] std::vector<Request> next_group();
    void write_group(std::vector<Request>& group);
    void empty_log_if_erased();

    SqliteSession session_;
    std::mutex mutex_;
    std::condition_variable waiting_;
    std::deque<Request> interactive_;
    std::deque<Request> bulk_;
    bool stopping_ = false;
    bool log_holds_erased_ = false;
    std::thread thread_;
};

}  // namespace lth::store
