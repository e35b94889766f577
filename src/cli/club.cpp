// lienthehe club ID: one club, and its book as a journal.
#include <fmt/core.h>

#include <fstream>

#include "app/club_book.hpp"
#include "app/ledger_journal.hpp"
#include "app/province.hpp"
#include "cli/command.hpp"
#include "cli/system.hpp"
#include "view_json/club.hpp"

namespace lth::cli {
namespace {

struct ClubAsked {
    std::string id;
    std::string journal;
    app::Question question;
};

Exit write_journal(const Settings& settings, app::Store& store, const core::BookId& id,
                   const std::string& path) {
    const auto book = app::load_club_book(store, id);
    std::ofstream out(path, std::ios::binary);
    out << app::ledger_journal(book.club);
    out.close();
    if (!out) throw app::Fault("Không ghi được " + path + ".", path + " cannot be written.");
    fmt::print("{}: {}\n", say(settings, "Đã ghi", "Written"), path);
    return Exit::ok;
}

Exit show_club(const Settings& settings, const ClubAsked& asked) {
    const auto id = core::parse_uuid(asked.id);
    if (!id) {
        return refuse(settings,
                      core::make_rejection("question.club.unknown", "club", {{"club", asked.id}}));
    }
    const auto store = open_store(settings);
    const auto book = store->book(core::BookId(*id));
    if (!asked.journal.empty() && book && book->kind == core::BookKind::club) {
        return write_journal(settings, *store, core::BookId(*id), asked.journal);
    }
    SystemClock clock;
    app::Province province(*store, clock);
    const auto view = province.club(core::BookId(*id), asked.question);
    if (!view) return refuse(settings, view.error());
    if (settings.json) {
        fmt::print("{}\n", view_json::club_json(*view));
        return Exit::ok;
    }
    fmt::print("{} · {} · {}\n", view->line.name, view->line.village, view->line.commune.name);
    for (const auto& row : view->balances) {
        fmt::print("  {:<36} {:>18}\n", full_name(row.account), core::to_text(row.amount));
    }
    fmt::print("{}: {} · {}: {}\n", say(settings, "Khoản vay", "Loans"), view->loans.size(),
               say(settings, "Buổi sinh hoạt", "Meetings"), view->meetings.size());
    return Exit::ok;
}

}  // namespace

void add_club(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand("club", "một câu lạc bộ · one club");
    const auto asked = std::make_shared<ClubAsked>();
    command->add_option("ID", asked->id, "mã sổ · id of the book")->required();
    command->add_option("--journal", asked->journal,
                        "ghi sổ cái dạng văn bản · plain-text journal");
    add_question(*command, asked->question);
    command->callback([&settings, &action, asked] {
        action = [&settings, asked] { return show_club(settings, *asked); };
    });
}

}  // namespace lth::cli
