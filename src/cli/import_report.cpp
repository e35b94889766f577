#include "cli/import_report.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <span>

#include "json/document.hpp"

namespace lth::cli {
namespace {

constexpr std::size_t most_notes = 40;  // on screen; all of them in JSON
constexpr std::size_t most_errors = 200;

std::string place_of(const std::string& sheet, std::size_t row, core::Language language) {
    std::string place;
    if (!sheet.empty()) place += "[" + sheet + "] ";
    if (row > 0) {
        place += (language == core::Language::vi ? "Dòng " : "Row ") + std::to_string(row) + ": ";
    }
    return place;
}

/// Sentences of cells and lists name the row themselves.
bool names_row(const core::Rejection& rejection) {
    return rejection.rule.vi().find("{row}") != std::string_view::npos;
}

void print_error(const Settings& settings, const sheet::RowError& error) {
    const auto row = names_row(error.rejection) ? 0 : error.row;
    fmt::print(stderr, "{}{} ({})\n", place_of(error.sheet, row, settings.language),
               core::message(error.rejection, settings.language), error.rejection.rule.id());
}

void append(std::string& out, const char* name, std::string_view text) {
    out += fmt::format("\"{}\":", name);
    json::append_string(out, text);
}

template <class Items, class Write>
void append_list(std::string& out, const char* name, const Items& items, Write write) {
    out += fmt::format(",\"{}\":[", name);
    bool first = true;
    for (const auto& item : items) {
        if (!first) out += ',';
        first = false;
        write(item);
    }
    out += ']';
}

void append_said(std::string& out, const std::string& sheet, std::size_t row,
                 const core::Rejection& what) {
    out += '{';
    append(out, "sheet", sheet);
    out += fmt::format(",\"row\":{},", row);
    append(out, "rule", what.rule.id());
    out += ',';
    append(out, "vi", core::message(what, core::Language::vi));
    out += ',';
    append(out, "en", core::message(what, core::Language::en));
    out += '}';
}

void print_json(const intake::Plan& plan, ImportState state) {
    static constexpr const char* states[] = {"planned", "written", "refused"};
    std::size_t operations = 0;
    for (const auto& planned : plan.entries) operations += planned.operations;
    std::string out = "{";
    append(out, "import", to_text(plan.job));
    out += ',';
    append(out, "kind", plan.kind);
    out += ',';
    append(out, "state", states[static_cast<std::size_t>(state)]);
    out += fmt::format(
        ",\"rows\":{},\"unchanged\":{},\"books_opened\":{},\"entries\":{},\"operations\":{}",
        plan.rows, plan.unchanged, plan.opened, plan.entries.size(), operations);
    append_list(out, "errors", plan.errors, [&](const sheet::RowError& error) {
        append_said(out, error.sheet, error.row, error.rejection);
    });
    append_list(out, "notes", plan.notes, [&](const intake::Note& note) {
        append_said(out, note.sheet, note.row, note.what);
    });
    append_list(out, "differences", plan.differences, [&](const intake::Difference& one) {
        out += fmt::format("{{\"row\":{}", one.row);
        for (const auto& [name, text] :
             {std::pair<const char*, std::string_view>{"sheet", one.sheet},
              {"club", one.club},
              {"who", one.who},
              {"column", one.column},
              {"before", one.before},
              {"after", one.after}}) {
            out += ',';
            append(out, name, text);
        }
        out += '}';
    });
    fmt::print("{}}}\n", out);
}

/// "Dòng 7: CLB Tào Trụ · Lê Thị Hoa · Ngày vào: 01/03/2019 → 01/04/2019".
void print_differences(const Settings& settings, const intake::Plan& plan) {
    const auto shown = std::min(plan.differences.size(), most_notes);
    for (const auto& one : std::span(plan.differences).first(shown)) {
        fmt::print("~ {}{}{}{} · {}: {} → {}\n", place_of(one.sheet, one.row, settings.language),
                   one.club, one.who.empty() ? "" : " · ", one.who, one.column, one.before,
                   one.after);
    }
    if (plan.differences.size() > shown) {
        fmt::print(
            "~ … {} {}\n", plan.differences.size() - shown,
            say(settings, "khác biệt nữa (xem với --json)", "more differences (see --json)"));
    }
}

}  // namespace

void print_plan(const Settings& settings, const intake::Plan& plan, ImportState state) {
    if (settings.json) return print_json(plan, state);
    std::size_t shown = 0;
    for (const auto& note : plan.notes) {
        if (++shown > most_notes) break;
        const auto row = names_row(note.what) ? 0 : note.row;
        fmt::print("· {}{}\n", place_of(note.sheet, row, settings.language),
                   core::message(note.what, settings.language));
    }
    if (plan.notes.size() > most_notes) {
        fmt::print("· … {} {}\n", plan.notes.size() - most_notes,
                   say(settings, "lưu ý nữa (xem với --json)", "more notes (see --json)"));
    }
    print_differences(settings, plan);
    for (const auto& error :
         std::span(plan.errors).first(std::min(plan.errors.size(), most_errors))) {
        print_error(settings, error);
    }
    if (plan.errors.size() > most_errors) {
        fmt::print(stderr, "… {} {}\n", plan.errors.size() - most_errors,
                   say(settings, "lỗi nữa (xem với --json)", "more errors (see --json)"));
    }
    std::size_t operations = 0;
    for (const auto& planned : plan.entries) operations += planned.operations;
    fmt::print("{}: {} · {} · {} · {}\n",
               say(settings, "Dòng · không đổi · sổ mới · bút toán (thao tác)",
                   "Rows · unchanged · new books · entries (operations)"),
               plan.rows, plan.unchanged, plan.opened,
               fmt::format("{} ({})", plan.entries.size(), operations));
    if (plan.errors.empty() && plan.entries.empty() && plan.kind != "undo") {
        fmt::print("{}\n", say(settings, "Không có gì thay đổi so với sổ.",
                               "Nothing differs from the books."));
        return;
    }
    switch (state) {
        case ImportState::refused:
            fmt::print(
                stderr, "{}\n",
                say(settings, "Có lỗi: chưa ghi gì cả.", "There are errors: nothing was written."));
            break;
        case ImportState::planned:
            fmt::print("{}\n", say(settings, "Xem thử: chưa ghi gì cả.",
                                   "A dry run: nothing was written."));
            break;
        case ImportState::written:
            if (plan.kind == "undo") break;
            fmt::print("{}: lienthehe import undo {}\n",
                       say(settings, "Đã ghi. Hoàn tác", "Written. To undo"), to_text(plan.job));
            break;
    }
}

intake::Going print_progress(std::size_t done, std::size_t entries) {
    const bool terminal = isatty(STDERR_FILENO) != 0;
    if (!terminal) return intake::Going::on;
    fmt::print(stderr, "\r{:3} %  {} / {}{}", done * 100 / entries, done, entries,
               done == entries ? "\n" : "");
    std::fflush(stderr);
    return intake::Going::on;
}

}  // namespace lth::cli
