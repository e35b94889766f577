// Files that officers hand in over HTTP: read and judged, looked at, written, taken back. One
// thread does the work; what an officer has handed in is kept in memory until he puts it away.
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "app/books.hpp"
#include "app/held_rights.hpp"
#include "app/reading.hpp"
#include "intake/desk_view.hpp"
#include "intake/job.hpp"
#include "sheet/outline.hpp"

namespace lth::intake {

/// 60,000 members with money and loans are 5 MB.
inline constexpr std::size_t max_import_bytes = std::size_t{16} * 1024 * 1024;

struct DeskLimits {
    std::size_t files = 8;               // kept at once, one an officer
    std::int64_t kept_ms = 30 * 60'000;  // that nobody has looked at
    std::size_t errors = 200;            // shown
    std::size_t notes = 200;
    std::size_t same = 100;
    std::size_t differences = 500;
    std::size_t units = 1'000;  // of a reform
    std::size_t sheets = 12;
    std::size_t columns = 60;
    std::size_t first_rows = 5;
    std::size_t jobs = 200;
    std::size_t choices = 2'000;  // columns and rows together
};

struct Upload {
    std::string kind;
    std::string file;
    std::string bytes;
    Choices choices = {};
};

class ImportDesk {
public:
    struct Parts {
        app::Store& store;
        app::Books& books;
        app::Clock& clock;
        app::Ids& ids;
        app::HeldRights& rights;
        app::Reading& reading;
    };
    explicit ImportDesk(const Parts& parts, const DeskLimits& limits = {});
    /// What is being written stops after its commit.
    ~ImportDesk();
    ImportDesk(const ImportDesk&) = delete;
    ImportDesk& operator=(const ImportDesk&) = delete;

    /// Rule import.not_allowed.
    [[nodiscard]] core::Result<JobsView> list(const core::AccountId& officer);
    /// Takes the place of what he had handed in. Rules import.not_allowed, import.busy,
    /// import.desk_full, question.choice.unknown.
    [[nodiscard]] core::Result<PreviewView> hand_in(const core::AccountId& officer, Upload upload);
    /// Rules import.not_allowed, import.gone: he has handed in nothing, or the server has been
    /// started since.
    [[nodiscard]] core::Result<PreviewView> look(const core::AccountId& officer);
    /// Reads the file once more. Rules import.gone, import.busy.
    [[nodiscard]] core::Result<PreviewView> choose(const core::AccountId& officer,
                                                   const Choices& choices);
    /// If the books have changed since and the file would do something else by now, it is shown
    /// as ready once more, `moved`. Rules import.gone, import.busy, import.has_errors,
    /// import.nothing_to_write.
    [[nodiscard]] core::Result<PreviewView> write(const core::AccountId& officer);
    /// What waits is not begun. What is being read is shown as stopped at once and its outcome is
    /// dropped; writing ends after the commit that is on its way. Rule import.gone.
    [[nodiscard]] core::Result<PreviewView> stop(const core::AccountId& officer);
    /// Rule import.busy while it is being written.
    [[nodiscard]] core::Result<void> put_away(const core::AccountId& officer);
    /// Plans the reversal as something handed in. Rules as above and import.unknown.
    [[nodiscard]] core::Result<PreviewView> undo(const core::AccountId& officer,
                                                 const core::Uuid& job);

    /// What the books hold of the clubs of a unit that the officer may read, empty for all of his,
    /// as a workbook to correct and hand in again; each club's going out is logged. One at a time.
    /// Rules import.not_allowed, import.busy, import.workbook_empty, question.unit.*.
    [[nodiscard]] core::Result<std::string> workbook(const core::AccountId& officer,
                                                     std::string_view unit);

    /// Until nothing is being read or written: for tests.
    void settle();

private:
    struct Kept;  // desk_kept.hpp
    using Held = std::shared_ptr<Kept>;
    enum class Reach : std::uint8_t { none, own_clubs, all };
    struct Task {
        Held kept;
        std::uint64_t turn = 0;
        Stage stage = Stage::reading;  // or writing
    };
    using Heads = std::vector<std::pair<core::BookId, core::Head>>;
    /// What a file was found to say.
    struct Judged {
        PreviewView view;
        Plan plan;
        Heads heads = {};  // of all books, before it was judged
    };

    [[nodiscard]] Reach reach_of(const core::AccountId& officer);
    [[nodiscard]] core::Result<Reach> may_use(const core::AccountId& officer);
    // Called with the lock held.
    [[nodiscard]] core::Result<Held> find(const core::AccountId& officer);
    [[nodiscard]] core::Result<Held> find_idle(const core::AccountId& officer);
    [[nodiscard]] core::Result<PreviewView> keep(const core::AccountId& officer, const Held& kept);
    [[nodiscard]] PreviewView begin(const Held& kept, Stage stage);
    [[nodiscard]] bool is_writing(const core::Uuid& job) const;
    /// Its outcome and its turn are of no interest any more.
    void drop(const Held& kept);
    void forget_old();

    // On the thread.
    void work(const std::stop_token& stop);
    void run(const Task& task, const std::stop_token& stop);
    void read(const Task& task);
    void write(const Task& task, const std::stop_token& stop);
    /// Judges again what was judged before somebody wrote; false: it is not to be written now.
    [[nodiscard]] bool stands(Kept& kept);
    [[nodiscard]] Heads heads();
    [[nodiscard]] Judged judge(const Kept& asked);
    [[nodiscard]] Judged judge_any(const Kept& asked);
    [[nodiscard]] Options options_of(const Kept& asked);
    [[nodiscard]] Judged judge_file(const Kept& asked, Options options);
    void fail(const Task& task, Said why);

    Parts in_;
    DeskLimits limits_;
    std::mutex taking_out_;
    std::mutex mutex_;  // of all that follows, and of what is kept
    std::condition_variable_any changed_;
    std::map<core::AccountId, Held> kept_;
    std::deque<Task> queue_;
    bool working_ = false;
    std::jthread worker_;  // last: it ends first
};

}  // namespace lth::intake
