// lienthehe user: accounts of officers, for whoever runs the server.
#include <fmt/core.h>

#include <boost/describe/enum_to_string.hpp>
#include <boost/mp11.hpp>

#include "app/officers.hpp"
#include "app/province.hpp"
#include "app/totp.hpp"
#include "cli/command.hpp"
#include "cli/system.hpp"
#include "json/message.hpp"

namespace lth::cli {
namespace {

// What a command on accounts works with.
struct AccountOffice {
    explicit AccountOffice(std::unique_ptr<app::Store> opened) : store(std::move(opened)) {}

    std::unique_ptr<app::Store> store;
    SystemClock clock;
    SystemIds ids;
    app::Province province{*store, clock};
    app::Accounts accounts{*store, province, province, clock, ids};

    [[nodiscard]] core::Result<core::AccountId> find(const std::string& login) {
        const auto account = store->people().account_of(app::plain_login(login));
        if (!account || login.empty()) {
            return core::reject("account.unknown", "login", {{"account", login}});
        }
        return account->id;
    }
};

Exit print_slip(const Settings& settings, const core::Result<app::PrintedSlip>& slip) {
    if (!slip) return refuse(settings, slip.error());
    if (settings.json) {
        fmt::print("{}\n", json::write_message(*slip));
        return Exit::ok;
    }
    fmt::print("{}\n", slip->slip);
    fmt::print("{} {}\n",
               say(settings, "Dùng một lần ở trang /sign-in, đến hết ngày",
                   "Once, on the page /sign-in, until"),
               to_text(core::business_date(slip->expires_at)));
    return Exit::ok;
}

struct AddForm {
    app::AccountForm account;
    std::string unit;
    std::string book;
};

Exit add(const Settings& settings, AddForm form) {
    if (form.account.shown_name.empty()) form.account.shown_name = form.account.login;
    if (!form.unit.empty()) form.account.unit = form.unit;
    if (!form.book.empty()) {
        const auto id = core::parse_uuid(form.book);
        if (!id) {
            return refuse(settings, core::make_rejection("question.club.unknown", "book",
                                                         {{"club", form.book}}));
        }
        form.account.book = core::BookId(*id);
    }
    AccountOffice office(open_or_create_store(settings));
    return print_slip(settings, office.accounts.create(app::maker_by_hand(), form.account));
}

Exit list(const Settings& settings) {
    AccountOffice office(open_store(settings));
    const auto lines = office.accounts.below(app::maker_by_hand());
    if (settings.json) {
        fmt::print("{}\n", json::write_message(lines));
        return Exit::ok;
    }
    for (const auto& line : lines) {
        const char* state = line.disabled_at ? say(settings, "đã khóa", "disabled")
                            : line.has_password
                                ? say(settings, "đang dùng", "in use")
                                : say(settings, "chưa dùng phiếu", "slip not used yet");
        fmt::print("{}  {}  {}\n", line.login, state, line.shown_name);
        for (const auto& role : line.roles) {
            const std::string place = role.unit_name ? *role.unit_name
                                      : role.unit    ? to_text(*role.unit)
                                      : role.book    ? to_text(*role.book)
                                                     : std::string();
            const std::string until = role.until ? to_text(*role.until) : std::string();
            fmt::print("  {}  {}  {} – {}\n", boost::describe::enum_to_string(role.role, ""), place,
                       to_text(role.from), until);
        }
    }
    if (lines.empty()) fmt::print("{}\n", say(settings, "Chưa có tài khoản.", "No account yet."));
    return Exit::ok;
}

Exit reset(const Settings& settings, const std::string& login) {
    AccountOffice office(open_store(settings));
    const auto id = office.find(login);
    if (!id) return refuse(settings, id.error());
    return print_slip(settings, office.accounts.reset(app::maker_by_hand(), *id));
}

Exit change(const Settings& settings, const std::string& login,
            core::Result<void> (app::Accounts::*what)(const app::Maker&, const core::AccountId&)) {
    AccountOffice office(open_store(settings));
    const auto id = office.find(login);
    if (!id) return refuse(settings, id.error());
    const auto done = (office.accounts.*what)(app::maker_by_hand(), *id);
    if (!done) return refuse(settings, done.error());
    fmt::print("{} {}\n", say(settings, "Xong:", "Done:"), login);
    return Exit::ok;
}

// Whoever has the database in hand has the secret, too: for trying a demo without a phone.
Exit code(const Settings& settings, const std::string& login) {
    AccountOffice office(open_store(settings));
    const auto id = office.find(login);
    if (!id) return refuse(settings, id.error());
    const auto totp = office.store->sign_ins().totp(*id);
    if (!totp) return refuse(settings, core::make_rejection("totp.not_begun", "login"));
    fmt::print("{}\n", app::totp_code(totp->secret, office.clock.now_ms() / app::totp_step_ms));
    return Exit::ok;
}

Exit disable(const Settings& settings, const std::string& login) {
    return change(settings, login, &app::Accounts::disable);
}

Exit enable(const Settings& settings, const std::string& login) {
    return change(settings, login, &app::Accounts::enable);
}

std::map<std::string, app::Role> all_roles() {
    std::map<std::string, app::Role> roles;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<app::Role>>(
        [&](auto role) { roles.emplace(role.name, role.value); });
    return roles;
}

void add_adding(CLI::App& group, const Settings& settings, Action& action) {
    auto* sub = group.add_subcommand("add", "thêm tài khoản, in phiếu · an account and its slip");
    const auto form = std::make_shared<AddForm>();
    sub->add_option("LOGIN", form->account.login, "tên đăng nhập · login")->required();
    sub->add_option("--name", form->account.shown_name, "họ tên · shown name");
    add_choice(*sub, "--role", form->account.role, all_roles(), "vai trò · role")->required();
    sub->add_option("--unit", form->unit, "mã đơn vị · code of a unit");
    sub->add_option("--book", form->book, "mã sổ của câu lạc bộ · a club's book");
    add_date(*sub, "--from", form->account.from, "từ ngày · from (hôm nay · today)");
    add_date(*sub, "--until", form->account.until, "đến trước ngày · until before");
    sub->callback([&settings, &action, form] {
        action = [&settings, form] { return add(settings, *form); };
    });
}

constexpr std::array account_commands = {
    SubCommand{"reset", "in phiếu đặt lại mật khẩu · a slip for a new password", reset},
    SubCommand{"code", "mã sáu số lúc này · the six digits of this moment", code},
    SubCommand{"disable", "khóa tài khoản · nobody signs in with it", disable},
    SubCommand{"enable", "mở lại tài khoản · it may be used again", enable},
};

}  // namespace

void add_user(CLI::App& app, const Settings& settings, Action& action) {
    auto* group = app.add_subcommand("user", "tài khoản cán bộ · accounts of officers");
    group->require_subcommand(1);
    add_adding(*group, settings, action);
    group->add_subcommand("list", "các tài khoản · all of them")->callback([&settings, &action] {
        action = [&settings] { return list(settings); };
    });
    for (const auto& command : account_commands) {
        auto* sub = group->add_subcommand(command.name, command.help);
        const auto login = std::make_shared<std::string>();
        sub->add_option("LOGIN", *login, "tên đăng nhập · login")->required();
        sub->callback([&settings, &action, login, run = command.run] {
            action = [&settings, login, run] { return run(settings, *login); };
        });
    }
}

}  // namespace lth::cli
