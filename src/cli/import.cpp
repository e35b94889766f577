// lienthehe import KIND FILE | undo ID | list, and template KIND FILE.
#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/import_report.hpp"
#include "cli/system.hpp"
#include "intake/import.hpp"
#include "intake/job.hpp"
#include "json/document.hpp"
#include "sheet/forms.hpp"
#include "view_json/time.hpp"

namespace lth::cli {
namespace {

struct ImportAsked {
    std::string path;
    std::string job;
    bool dry_run = false;  // CLI11 sets it
    bool partial = false;
    intake::Options options;
};

Exit write_plan(const Settings& settings, app::Store& store, intake::Plan plan,
                const ImportAsked& asked) {
    if (!plan.errors.empty()) {
        print_plan(settings, plan, ImportState::refused);
        return Exit::refused;
    }
    if (asked.dry_run || plan.entries.empty()) {
        print_plan(settings, plan, asked.dry_run ? ImportState::planned : ImportState::written);
        return Exit::ok;
    }
    SystemClock clock;
    app::Books books(store, clock);
    const auto shown = plan;
    const auto written = intake::write(books, store, clock, std::move(plan), {print_progress});
    if (!written) return refuse(settings, written.error());
    print_plan(settings, shown, ImportState::written);
    return Exit::ok;
}

Exit run_import(const Settings& settings, const ImportAsked& asked, const sheet::ImportKind& kind) {
    auto workbook = read_sheet(asked.path);
    if (!workbook) return refuse(settings, workbook.error());
    const auto store = open_or_create_store(settings);
    SystemClock clock;
    SystemIds ids;
    auto options = asked.options;
    options.lists = asked.partial ? intake::Lists::partial : intake::Lists::whole;
    intake::Planner planner(*store, clock, ids, options);
    auto plan = intake::plan_import(planner, kind, {file_name(asked.path), std::move(*workbook)});
    return write_plan(settings, *store, std::move(plan), asked);
}

// Before the first sheet: accounts and rights name units.
Exit run_founding(const Settings& settings) {
    const auto store = open_or_create_store(settings);
    SystemClock clock;
    SystemIds ids;
    intake::Planner planner(*store, clock, ids, {});
    intake::found_province(planner);
    return write_plan(settings, *store, planner.take("province", "data/thanh-hoa"), {});
}

Exit run_undo(const Settings& settings, const ImportAsked& asked) {
    const auto id = core::parse_uuid(asked.job);
    if (!id) {
        return refuse(settings,
                      core::make_rejection("import.unknown", "import", {{"found", asked.job}}));
    }
    const auto store = open_store(settings);
    SystemClock clock;
    SystemIds ids;
    intake::Planner planner(*store, clock, ids, {});
    auto plan = intake::plan_undo(planner, *id);
    if (!plan) return refuse(settings, plan.error());
    const auto done = write_plan(settings, *store, std::move(*plan), asked);
    if (done == Exit::ok && !asked.dry_run) intake::mark_undone(*store, *id);
    return done;
}

Exit run_list(const Settings& settings) {
    const auto store = open_store(settings);
    for (const auto& job : store->import_jobs()) {
        if (settings.json) {
            std::string source;
            json::append_string(source, job.source);
            fmt::print(R"({{"import":"{}","kind":"{}","source":{},"state":"{}","started_at":{}}})"
                       "\n",
                       to_text(job.id), job.kind, source, job.state, job.started_at);
        } else {
            fmt::print("{}  {}  {:<10}  {:<8}  {}\n", to_text(job.id),
                       view_json::instant_text(job.started_at), job.kind, job.state, job.source);
        }
    }
    return Exit::ok;
}

void add_kind(CLI::App& command, const sheet::ImportKind& kind, const Settings& settings,
              Action& action, const std::shared_ptr<ImportAsked>& asked) {
    auto* sub = command.add_subcommand(std::string(kind.id));
    sub->add_option("FILE", asked->path, ".xlsx, .csv")->required();
    sub->add_flag("--dry-run", asked->dry_run, "chỉ xem, không ghi · show, write nothing");
    add_date(*sub, "--as-of", asked->options.as_of,
             "ngày của số liệu không ghi ngày · the day of what has none");
    add_date(*sub, "--units-as-of", asked->options.units_as_of,
             "bản đồ mà tệp gọi tên xã · the map that names the communes");
    if (kind.id == "members") {
        sub->add_flag("--partial", asked->partial,
                      "tệp không đủ cả CLB · the file does not hold whole clubs");
    }
    if (kind.id == "units" || kind.id == "reform") {
        sub->add_option("--legal-basis", asked->options.legal_basis, "căn cứ · legal basis");
    }
    sub->callback([&settings, &action, asked, &kind] {
        action = [&settings, asked, &kind] { return run_import(settings, *asked, kind); };
    });
}

}  // namespace

void add_import(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand("import", "nhập bảng tính · take in a spreadsheet");
    command->require_subcommand(1);
    const auto asked = std::make_shared<ImportAsked>();
    for (const auto& kind : sheet::import_kinds()) {
        if (kind.id != "successions") add_kind(*command, kind, settings, action, asked);
    }
    auto* founding = command->add_subcommand(
        "province", "danh mục đơn vị tỉnh Thanh Hóa và các đề án · the units and the schemes");
    founding->callback(
        [&settings, &action] { action = [&settings] { return run_founding(settings); }; });
    auto* undo = command->add_subcommand("undo", "hoàn tác một lần nhập · take an import back");
    undo->add_option("ID", asked->job)->required();
    undo->add_flag("--dry-run", asked->dry_run, "chỉ xem, không ghi · show, write nothing");
    undo->callback([&settings, &action, asked] {
        action = [&settings, asked] { return run_undo(settings, *asked); };
    });
    auto* list = command->add_subcommand("list", "các lần nhập · imports so far");
    list->callback([&settings, &action] { action = [&settings] { return run_list(settings); }; });
}

void add_template(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand("template", "mẫu bảng tính trống · an empty form");
    const auto kind = std::make_shared<std::string>();
    const auto path = std::make_shared<std::string>();
    std::vector<std::string> known;
    for (const auto& one : sheet::import_kinds()) known.emplace_back(one.id);
    command->add_option("KIND", *kind)->required()->check(one_of(known));
    command->add_option("FILE", *path, ".xlsx")->required();
    command->callback([&settings, &action, kind, path] {
        action = [&settings, kind, path] {
            const auto bytes = sheet::template_bytes(*sheet::find_import_kind(*kind));
            if (!bytes) return refuse(settings, bytes.error());
            write_file(*path, *bytes);
            fmt::print("{}\n", *path);
            return Exit::ok;
        };
    });
}

}  // namespace lth::cli
