// lienthehe reform: the map after a resolution, as one entry, with its certificate.
#include <fmt/core.h>

#include "app/books.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/import_report.hpp"
#include "cli/system.hpp"
#include "intake/job.hpp"
#include "intake/reform.hpp"
#include "json/document.hpp"
#include "sheet/parse.hpp"

namespace lth::cli {
namespace {

struct ReformAsked {
    std::string successions;
    std::string units;
    std::string legal_basis;
    core::Date effective;
    bool dry_run = false;
};

using core::territory::DecisionKind;
using core::territory::UnitTotals;

void print_totals(const char* label, const UnitTotals& totals) {
    fmt::print("  {:<8} {:>8} {:>10} {:>20} {:>20} {:>20}\n", label, totals.clubs, totals.members,
               core::to_text(totals.capital), core::to_text(totals.loans),
               core::to_text(totals.care_funds));
}

void print_text(const Settings& settings, const intake::ReformDraft& draft) {
    const auto& reform = draft.reform;
    for (const auto* list : {&reform.errors, &reform.skipped, &reform.notes}) {
        for (const auto& one : *list) {
            fmt::print(list == &reform.errors ? stderr : stdout, "· {}\n",
                       core::message(one, settings.language));
        }
    }
    if (!reform.errors.empty()) return;
    fmt::print("{}\n  {:<8} {:>8} {:>10} {:>20} {:>20} {:>20}\n",
               say(settings, "Chứng nhận bảo toàn", "Certificate of conservation"), "",
               say(settings, "CLB", "clubs"), say(settings, "hội viên", "members"),
               say(settings, "nguồn vốn", "capital"), say(settings, "dư nợ", "loans"),
               say(settings, "Quỹ Chăm sóc", "care funds"));
    print_totals(say(settings, "trước", "before"), draft.certificate.before);
    print_totals(say(settings, "sau", "after"), draft.certificate.after);
    std::size_t whole = 0;
    std::size_t split = 0;
    for (const auto& line : draft.certificate.lines) {
        ++(line.by_villages ? split : whole);
        if (line.conserved()) continue;
        fmt::print("  ! {} {}: {} → {}\n", line.code, line.name, line.before.members,
                   line.after.members);
    }
    fmt::print("{}: {} · {} · {}\n",
               say(settings, "Xã bảo toàn nguyên vẹn · xã có phần tách ghép · kết luận",
                   "Communes conserved whole · made of parts · verdict"),
               whole, split,
               draft.certificate.conserved() ? say(settings, "BẢO TOÀN", "CONSERVED")
                                             : say(settings, "KHÔNG BẢO TOÀN", "NOT CONSERVED"));
    fmt::print("{}: {}\n", say(settings, "Việc còn phải quyết định", "Open decisions"),
               reform.decisions.size());
    for (const auto& decision : reform.decisions) {
        fmt::print("  {} {}: {} ({} {})\n", decision.code, decision.name,
                   decision.kind == DecisionKind::split
                       ? say(settings, "chia tách, cần giao từng khu dân cư",
                             "split, its villages are to be assigned")
                       : say(settings, "không rõ nhập vào đâu", "its successor is not known"),
                   decision.villages.size(), say(settings, "khu dân cư", "villages"));
    }
}

void append_totals(std::string& out, const char* name, const UnitTotals& totals) {
    out +=
        fmt::format(R"("{}":{{"clubs":{},"members":{},"capital":{},"loans":{},"care_funds":{}}})",
                    name, totals.clubs, totals.members, totals.capital.dong, totals.loans.dong,
                    totals.care_funds.dong);
}

void append_list(std::string& out, const char* name, const std::vector<core::Rejection>& list) {
    out += fmt::format(",\"{}\":[", name);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) out += ',';
        out += fmt::format(R"({{"rule":"{}","vi":)", list[i].rule.id());
        json::append_string(out, core::message(list[i], core::Language::vi));
        out += ",\"en\":";
        json::append_string(out, core::message(list[i], core::Language::en));
        out += '}';
    }
    out += ']';
}

void print_json(const intake::ReformDraft& draft) {
    std::string out = "{\"certificate\":{";
    append_totals(out, "before", draft.certificate.before);
    out += ',';
    append_totals(out, "after", draft.certificate.after);
    out += fmt::format(",\"conserved\":{}}}", draft.certificate.conserved());
    out += ",\"open_decisions\":[";
    for (std::size_t i = 0; i < draft.reform.decisions.size(); ++i) {
        const auto& decision = draft.reform.decisions[i];
        if (i > 0) out += ',';
        out += fmt::format(R"({{"kind":"{}","code":"{}","villages":{},"choices":{}}})",
                           decision.kind == DecisionKind::split ? "split" : "successor",
                           decision.code, decision.villages.size(), decision.choices.size());
    }
    out += ']';
    append_list(out, "errors", draft.reform.errors);
    append_list(out, "skipped", draft.reform.skipped);
    append_list(out, "notes", draft.reform.notes);
    fmt::print("{}}}\n", out);
}

void print_reform(const Settings& settings, const intake::ReformDraft& draft) {
    settings.json ? print_json(draft) : print_text(settings, draft);
}

Exit run_reform(const Settings& settings, const ReformAsked& asked) {
    const auto successions_file = read_sheet(asked.successions);
    if (!successions_file) return refuse(settings, successions_file.error());
    const auto units_file = read_sheet(asked.units);
    if (!units_file) return refuse(settings, units_file.error());
    const auto successions = sheet::parse_successions(*successions_file);
    const auto units = sheet::parse_units(*units_file);
    intake::Plan unread;
    for (const auto* errors :
         {successions ? nullptr : &successions.error(), units ? nullptr : &units.error()}) {
        if (errors != nullptr)
            unread.errors.insert(unread.errors.end(), errors->begin(), errors->end());
    }
    if (!unread.errors.empty()) {
        print_plan(settings, unread, ImportState::refused);
        return Exit::refused;
    }
    const auto store = open_or_create_store(settings);
    SystemClock clock;
    SystemIds ids;
    intake::Planner planner(*store, clock, ids, {});
    auto draft = intake::plan_reform(planner, intake::reform_tables(*successions, *units),
                                     {.effective = asked.effective,
                                      .on = planner.today(),
                                      .legal_basis = {asked.legal_basis},
                                      .evidence = core::territory::Evidence::law});
    if (!draft.on_map) print_reform(settings, draft);
    if (!draft.plan.errors.empty()) {
        if (!settings.json) print_plan(settings, draft.plan, ImportState::refused);
        return Exit::refused;
    }
    if (asked.dry_run || draft.plan.entries.empty()) {
        fmt::print(
            stderr, "{}\n",
            draft.plan.entries.empty()
                ? say(settings, "Bản đồ đã như vậy: không có gì để ghi.",
                      "The map is so already: there is nothing to write.")
                : say(settings, "Xem thử: chưa ghi gì cả.", "A dry run: nothing was written."));
        return Exit::ok;
    }
    app::Books books(*store, clock);
    const auto written =
        intake::write(books, *store, clock, std::move(draft.plan), {print_progress});
    return written ? Exit::ok : refuse(settings, written.error());
}

}  // namespace

void add_reform(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand("reform", "sắp xếp đơn vị hành chính · a reform of the map");
    const auto asked = std::make_shared<ReformAsked>();
    command->add_option("--successions", asked->successions, "bảng kế thừa · who became what")
        ->required();
    command->add_option("--units", asked->units, "danh mục mới · the list after it")->required();
    add_date(*command, "--effective", asked->effective, "ngày hiệu lực · in force from")
        ->required();
    command->add_option("--legal-basis", asked->legal_basis, "nghị quyết · resolution")->required();
    command->add_flag("--dry-run", asked->dry_run, "chỉ xem, không ghi · show, write nothing");
    command->callback([&settings, &action, asked] {
        action = [&settings, asked] { return run_reform(settings, *asked); };
    });
}

}  // namespace lth::cli
