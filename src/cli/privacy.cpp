// lienthehe person export|erase, retention, erasures export|apply.
#include "cli/privacy.hpp"

#include <fmt/core.h>

#include <boost/mp11.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "app/erasures.hpp"
#include "app/officer.hpp"
#include "app/person.hpp"
#include "app/retention.hpp"
#include "cli/files.hpp"
#include "cli/system.hpp"
#include "json/message.hpp"
#include "view_json/person.hpp"

namespace lth::cli {
namespace {

struct PersonAsked {
    std::string book;
    std::string person;
    std::string path;
    bool dry_run = false;  // CLI11 sets them
    bool all = false;
    core::registry::Retained retained = core::registry::Retained::text;
    std::int64_t months = 0;
};

// What these commands work with. Whoever has the database in hand needs no account.
struct PrivacyOffice {
    explicit PrivacyOffice(const Settings& settings) : store(open_store(settings)) {}

    std::unique_ptr<app::Store> store;
    SystemClock clock;
    SystemIds ids;
    app::Books books{*store, clock};
    app::PersonDesk people{*store, books, clock, ids};
    app::Retention retention{*store, books, clock, ids};
};

struct Who {
    core::BookId book;
    core::SubjectId person;
};

core::Result<Who> read_who(const PersonAsked& asked) {
    const auto book = core::parse_uuid(asked.book);
    if (!book) return core::reject("question.book.unknown", "book", {{"book", asked.book}});
    const auto person = core::parse_base32(asked.person);
    if (!person) return core::reject("person.unknown", "person", {{"person", asked.person}});
    return Who{core::BookId(*book), {*person}};
}

Exit run_person_export(const Settings& settings, const PersonAsked& asked) {
    const auto who = read_who(asked);
    if (!who) return refuse(settings, who.error());
    PrivacyOffice office(settings);
    const auto file = office.people.file(who->book, who->person);
    if (!file) return refuse(settings, file.error());
    fmt::print("{}\n", settings.json ? view_json::person_json(*file, settings.language)
                                     : view_json::person_text(*file, settings.language));
    return Exit::ok;
}

Exit run_person_erase(const Settings& settings, const PersonAsked& asked) {
    const auto who = read_who(asked);
    if (!who) return refuse(settings, who.error());
    PrivacyOffice office(settings);
    const auto erased = office.people.erase(who->book, who->person, {.account = {}});
    if (!erased) return refuse(settings, erased.error());
    if (settings.json) {
        fmt::print("{}\n", json::write_message(*erased));
        return Exit::ok;
    }
    fmt::print("{}: {} · {} · {}\n",
               say(settings, "Phần riêng đã xóa · bút toán · bản ghi chờ xử lý",
                   "Parts erased · entries · cases"),
               erased->parts, erased->entries, erased->cases);
    fmt::print("{}\n",
               say(settings, "Bản sao lưu cũ vẫn còn: hãy chạy erasures export và cất cạnh nó.",
                   "Older backups still hold them: run erasures export and keep it beside them."));
    return Exit::ok;
}

std::string_view where(const Settings& settings, app::HeldIn held) {
    switch (held) {
        case app::HeldIn::cases:
            return say(settings, "bản ghi đã xử lý xong", "cases that have ended");
        case app::HeldIn::files:
            return say(settings, "tệp ảnh", "photographs");
        case app::HeldIn::entries:
            break;
    }
    return say(settings, "trong sổ", "in the book");
}

// What is due of one class in one kind of place, in all books.
struct RetentionTotal {
    std::uint64_t parts = 0;
    std::uint64_t books = 0;
    core::Date oldest = core::last_date;
};

void print_totals(const Settings& settings, const app::RetentionPlan& plan) {
    std::map<std::pair<core::registry::Retained, app::HeldIn>, RetentionTotal> totals;
    for (const auto& line : plan.lines) {
        auto& total = totals[{line.kind, line.where}];
        total.parts += line.parts;
        ++total.books;
        total.oldest = std::min(total.oldest, line.oldest);
    }
    for (const auto& term : plan.terms) {
        const auto* kind = boost::describe::enum_to_string(term.what, "");
        fmt::print("{}: {} {}\n", kind, term.months, say(settings, "tháng", "months"));
        bool due = false;
        for (const auto& [what, total] : totals) {
            if (what.first != term.what) continue;
            due = true;
            fmt::print("  {} {} · {} {} · {} {}\n", total.parts, where(settings, what.second),
                       total.books, say(settings, "sổ", "books"), say(settings, "từ", "since"),
                       to_text(total.oldest));
        }
        if (!due) fmt::print("  {}\n", say(settings, "chưa có gì quá hạn", "nothing is due"));
    }
    if (plan.terms.empty()) {
        fmt::print("{}\n", say(settings, "Chưa đặt thời hạn lưu nào (retention set LOẠI THÁNG).",
                               "No term of retention is set (retention set KIND MONTHS)."));
    }
}

void print_plan(const Settings& settings, const app::RetentionPlan& plan,
                const PersonAsked& asked) {
    print_totals(settings, plan);
    std::set<core::BookId> books;
    for (const auto& line : plan.lines) books.insert(line.book);
    constexpr std::size_t most_books = 20;
    if (books.size() > most_books && !asked.all) {
        fmt::print("{}\n", say(settings, "Từng sổ: thêm --all.", "Each book: add --all."));
        return;
    }
    for (const auto& line : plan.lines) {
        fmt::print("{}  {:<10}  {:>6}  {} {}  {}  {}\n", to_text(line.book),
                   boost::describe::enum_to_string(line.kind, ""), line.parts,
                   say(settings, "từ", "since"), to_text(line.oldest), where(settings, line.where),
                   line.name);
    }
}

Exit run_retention(const Settings& settings, const PersonAsked& asked) {
    PrivacyOffice office(settings);
    const auto plan = office.retention.plan();
    if (settings.json) {
        fmt::print("{}\n", json::write_message(plan));
    } else {
        print_plan(settings, plan, asked);
    }
    if (asked.dry_run) return Exit::ok;
    const auto gone = office.retention.run();
    if (!gone) return refuse(settings, gone.error());
    if (!settings.json) {
        fmt::print(
            "{}: {} · {} · {} · {}\n",
            say(settings, "Bút toán xóa · bản ghi đã xử lý xong · lý do của cán bộ · tệp ảnh",
                "Erasing entries · cases that had ended · officers' reasons · photographs"),
            gone->entries, gone->cases, gone->reasons, gone->files);
    }
    return Exit::ok;
}

Exit run_set_term(const Settings& settings, const PersonAsked& asked) {
    PrivacyOffice office(settings);
    const auto today = core::business_date(office.clock.now_ms());
    const auto set = office.retention.set({asked.retained, core::Count{asked.months}, today});
    if (!set) return refuse(settings, set.error());
    auto terms = asked;
    terms.dry_run = true;
    return run_retention(settings, terms);
}

Exit run_apply(const Settings& settings, const PersonAsked& asked) {
    std::istringstream list(read_file(asked.path));
    const auto store = open_store(settings);
    const auto applied = app::apply_erasures(*store, list);
    if (!applied) return refuse(settings, applied.error());
    fmt::print("{}: {} · {} · {}\n",
               say(settings, "Dòng · phần đã xóa lại · sổ", "Lines · parts erased again · books"),
               applied->lines, applied->parts, applied->books);
    return Exit::ok;
}

using Run = Exit (*)(const Settings& settings, const PersonAsked& asked);

void call(CLI::App& sub, const Settings& settings, Action& action,
          const std::shared_ptr<PersonAsked>& asked, Run run) {
    sub.callback([&settings, &action, asked, run] {
        action = [&settings, asked, run] { return run(settings, *asked); };
    });
}

}  // namespace

Exit export_erasures(const Settings& settings, app::Store& store, const std::string& path) {
    std::ofstream out(path, std::ios::binary);
    const auto lines = app::write_erasures(store, out);
    out.close();
    if (!out) {
        throw app::Fault("Không ghi được tệp " + path + ".",
                         "The file " + path + " cannot be written.");
    }
    fmt::print("{} ({}: {})\n", path, say(settings, "danh sách đã xóa", "erasures"), lines);
    return Exit::ok;
}

void add_person(CLI::App& app, const Settings& settings, Action& action) {
    auto* group = app.add_subcommand("person", "dữ liệu về một người · what is held of one person");
    group->require_subcommand(1);
    const auto asked = std::make_shared<PersonAsked>();
    const auto add = [&](const char* name, const char* help, Run run) {
        auto* sub = group->add_subcommand(name, help);
        sub->add_option("BOOK", asked->book, "mã sổ · the book")->required();
        sub->add_option("MEMBER", asked->person, "mã người trong sổ · the person's id")->required();
        call(*sub, settings, action, asked, run);
    };
    add("export", "in ra tất cả · prints all of it", run_person_export);
    add("erase", "xóa mọi phần riêng · erases every private part", run_person_erase);
}

void add_retention(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand(
        "retention", "xóa phần riêng đã quá hạn lưu · erases what has passed its term");
    const auto asked = std::make_shared<PersonAsked>();
    command->add_flag("--dry-run", asked->dry_run, "chỉ xem, không xóa · show, erase nothing");
    command->add_flag("--all", asked->all, "kê từng sổ · each book, however many");
    // Of a command and one below it the upper is run last.
    call(*command, settings, action, asked, [](const Settings& given, const PersonAsked& what) {
        return what.months > 0 && !what.dry_run ? run_set_term(given, what)
                                                : run_retention(given, what);
    });
    auto* set = command->add_subcommand("set", "đặt thời hạn lưu, tính từ hôm nay · sets a term");
    std::map<std::string, core::registry::Retained> kinds;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<core::registry::Retained>>(
        [&](auto kind) { kinds.emplace(kind.name, kind.value); });
    add_choice(*set, "KIND", asked->retained, kinds, "loại · class")->required();
    constexpr int most_months = 1'200;
    set->add_option("MONTHS", asked->months)->required()->check(between(1, most_months));
}

void add_erasures(CLI::App& app, const Settings& settings, Action& action) {
    auto* group = app.add_subcommand(
        "erasures", "danh sách đã xóa, cất cạnh bản sao lưu · the list kept beside backups");
    group->require_subcommand(1);
    const auto asked = std::make_shared<PersonAsked>();
    auto* out = group->add_subcommand("export", "ra tệp · to a file");
    out->add_option("FILE", asked->path)->required();
    call(*out, settings, action, asked, [](const Settings& given, const PersonAsked& what) {
        return export_erasures(given, *open_store(given), what.path);
    });
    auto* in = group->add_subcommand(
        "apply", "xóa lại trong bản sao lưu vừa phục hồi · erases again in a restored backup");
    in->add_option("FILE", asked->path)->required();
    call(*in, settings, action, asked, run_apply);
}

}  // namespace lth::cli
