// lienthehe report KIND [--template FILE] --out FILE
#include "report/make.hpp"

#include <fmt/core.h>

#include "app/op_text.hpp"
#include "app/province.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/system.hpp"

namespace lth::cli {
namespace {

struct Wanted {
    report::Asked asked;
    std::string club;
    std::string template_path;
    std::string save_path;
    std::string out_path;
};

Exit run_report(const Settings& settings, const Wanted& wanted) {
    for (const auto& path : {wanted.save_path, wanted.out_path}) {
        const auto fits = report::check_file_name(wanted.asked.kind, path);
        if (!fits) return refuse(settings, fits.error());
    }
    if (!wanted.save_path.empty()) {
        write_file(wanted.save_path, std::string(report::template_of(wanted.asked.kind)));
        fmt::print("{}\n", wanted.save_path);
        return Exit::ok;
    }
    auto asked = wanted.asked;
    if (!wanted.club.empty()) {
        const auto id = core::parse_uuid(wanted.club);
        if (!id) {
            return refuse(settings, core::make_rejection("question.club.unknown", "club",
                                                         {{"club", wanted.club}}));
        }
        asked.club = core::BookId(*id);
    }
    const auto own = wanted.template_path.empty() ? std::string() : read_file(wanted.template_path);
    asked.file = own;
    const auto store = open_store(settings);
    SystemClock clock;
    app::Province province(*store, clock);
    asked.today = core::business_date(clock.now_ms());
    asked.text = [&](const app::OpPlace& place) -> std::optional<std::string> {
        const auto view = province.entry(place.book, place.seq);
        if (!view) return std::nullopt;
        return app::op_text(view->line.entry.entry, place.op_index);
    };
    const auto document = report::make(province, asked);
    if (!document) return refuse(settings, document.error());
    const auto& path = wanted.out_path.empty() ? document->file_name : wanted.out_path;
    write_file(path, document->bytes);
    fmt::print("{}\n", path);
    return Exit::ok;
}

std::string needs(report::Kind kind) {
    if (report::is_of_club(kind)) return " (--club)";
    return kind == report::Kind::commune_month ? " (--unit)" : "";
}

}  // namespace

void add_report(CLI::App& app, const Settings& settings, Action& action) {
    auto* command =
        app.add_subcommand("report", "văn bản và phụ lục · documents and their annexes");
    command->require_subcommand(1);
    for (const auto& info : report::all_kinds()) {
        const auto wanted = std::make_shared<Wanted>();
        wanted->asked.kind = info.kind;
        auto* kind = command->add_subcommand(
            std::string(info.id),
            std::string(info.vi) + " · " + std::string(info.en) + needs(info.kind));
        add_question(*kind, wanted->asked.question);
        kind->add_option("--club", wanted->club, "mã sổ của câu lạc bộ · book of the club");
        kind->add_option("--year", wanted->asked.year, "năm của quỹ · year of the fund")
            ->check(between(1900, 2199));
        kind->add_option("--template", wanted->template_path, "mẫu của mình · a template of yours");
        kind->add_option("--save-template", wanted->save_path,
                         "ghi mẫu ra tệp để sửa · writes the template out, to be edited");
        kind->add_option("--out", wanted->out_path, "tệp ghi ra · the file that is written");
        kind->callback([&settings, &action, wanted] {
            action = [&settings, wanted] { return run_report(settings, *wanted); };
        });
    }
}

}  // namespace lth::cli
