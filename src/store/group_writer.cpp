#include "store/group_writer.hpp"

#include <chrono>

namespace lth::store {
namespace {

constexpr std::size_t max_group = 256;
// A reader may hold the log for a while; try again when there is nothing else to do.
constexpr std::chrono::milliseconds erase_retry{200};

}  // namespace

GroupWriter::GroupWriter(const std::string& path)
    : session_(path), thread_([this] { write_until_stopped(); }) {}

GroupWriter::~GroupWriter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    waiting_.notify_one();
    thread_.join();
}

std::future<Outcomes> GroupWriter::submit(Work work, app::Urgency urgency, Erasing erasing) {
    Request request{std::move(work), erasing, {}, {}};
    auto future = request.promise.get_future();
    {
        const std::lock_guard lock(mutex_);
        auto& queue = urgency == app::Urgency::interactive ? interactive_ : bulk_;
        queue.push_back(std::move(request));
    }
    waiting_.notify_one();
    return future;
}

std::vector<GroupWriter::Request> GroupWriter::next_group() {
    std::vector<Request> group;
    std::unique_lock lock(mutex_);
    const auto ready = [this] { return stopping_ || !interactive_.empty() || !bulk_.empty(); };
    if (log_holds_erased_) {
        waiting_.wait_for(lock, erase_retry, ready);
    } else {
        waiting_.wait(lock, ready);
    }
    // Whoever sits at a screen goes before an import.
    auto& queue = interactive_.empty() ? bulk_ : interactive_;
    const std::size_t most = interactive_.empty() ? 1 : max_group;
    while (!queue.empty() && group.size() < most) {
        group.push_back(std::move(queue.front()));
        queue.pop_front();
    }
    return group;
}

void GroupWriter::write_until_stopped() {
    for (;;) {
        auto group = next_group();
        if (!group.empty()) write_group(group);
        empty_log_if_erased();
        const std::lock_guard lock(mutex_);
        if (stopping_ && interactive_.empty() && bulk_.empty()) return;
    }
}

void GroupWriter::write_group(std::vector<Request>& group) {
    bool erases = false;
    try {
        session_.begin(Transaction::write);
        for (auto& request : group) {
            request.outcomes = request.work(session_);
            erases = erases || request.erasing == Erasing::yes;
        }
        session_.commit();
    } catch (...) {
        // Whatever the error was, none of the group can be told apart from the others any more: an
        // error inside may have ended the whole transaction.
        session_.rollback();
        const auto error = std::current_exception();
        for (auto& request : group) request.promise.set_exception(error);
        return;
    }
    log_holds_erased_ = log_holds_erased_ || erases;
    // Before the answers, so that an acknowledged erasure is one in the file, too.
    empty_log_if_erased();
    for (auto& request : group) request.promise.set_value(std::move(request.outcomes));
}

void GroupWriter::empty_log_if_erased() {
    if (log_holds_erased_ && session_.empty_log()) log_holds_erased_ = false;
}

}  // namespace lth::store
