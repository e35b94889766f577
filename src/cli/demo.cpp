// lienthehe demo: the simulated province, written like everybody's entries.
#include <fmt/core.h>
#include <unistd.h>

#include <deque>

#include "cli/command.hpp"
#include "demo/demo.hpp"

namespace lth::cli {
namespace {

// Writes book after book, a few commits ahead of the disk.
class StoreSink final : public demo::Sink {
public:
    explicit StoreSink(app::Store& store) : store_(store) {}

    void write(app::BookWrite book) override {
        std::vector<app::BookWrite> writes;
        writes.push_back(std::move(book));
        pending_.push_back(store_.append(std::move(writes), app::Urgency::bulk));
        constexpr std::size_t most_pending = 8;
        while (pending_.size() > most_pending) settle();
    }
    void progress(const demo::Progress& progress) override {
        last_ = progress;
        const auto percent = progress.books_done * 100 / progress.books;
        if (percent == shown_) return;
        shown_ = percent;
        const bool terminal = isatty(STDERR_FILENO) != 0;
        if (!terminal && percent % 10 != 0) return;
        fmt::print(stderr, "{}{:3} %  {} / {} sổ · {} bút toán{}", terminal ? "\r" : "", percent,
                   progress.books_done, progress.books, progress.entries, terminal ? "" : "\n");
        std::fflush(stderr);
    }
    demo::Progress finish() {
        while (!pending_.empty()) settle();
        if (isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\n");
        return last_;
    }

private:
    void settle() {
        for (const auto outcome : pending_.front().get()) {
            if (outcome == app::Appended::done) continue;
            throw app::Fault("Cơ sở dữ liệu đã có số liệu: tỉnh mô phỏng cần một tệp mới.",
                             "The database holds data already: a demo needs a new file.");
        }
        pending_.pop_front();
    }

    app::Store& store_;
    std::deque<std::future<std::vector<app::Appended>>> pending_;
    demo::Progress last_;
    std::size_t shown_ = 101;
};

Exit run_demo(const Settings& settings, const demo::Options& options) {
    const auto store = open_or_create_store(settings);
    if (!store->books().empty()) {
        fmt::print(stderr, "{}\n",
                   say(settings, "Cơ sở dữ liệu đã có số liệu: tỉnh mô phỏng cần một tệp mới.",
                       "The database holds data already: a demo needs a new file."));
        return Exit::refused;
    }
    StoreSink sink(*store);
    demo::generate(options, sink);
    const auto done = sink.finish();
    fmt::print("{}: {} · {} · {}\n",
               say(settings, "Tỉnh mô phỏng (sổ · bút toán · thao tác)",
                   "Simulated province (books · entries · operations)"),
               done.books_done, done.entries, done.operations);
    return Exit::ok;
}

}  // namespace

void add_demo(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand("demo", "tạo tỉnh mô phỏng · make the simulated province");
    const auto options = std::make_shared<demo::Options>();
    command->add_option("--seed", options->seed, "số gieo · seed");
    add_date(*command, "--until", options->until, "ngày cuối · last day");
    command->add_option("--adoption", options->adoption, "% CLB dùng sổ · % of clubs with a book")
        ->check(between(0, 100));
    command->callback([&settings, &action, options] {
        action = [&settings, options] { return run_demo(settings, *options); };
    });
}

}  // namespace lth::cli
