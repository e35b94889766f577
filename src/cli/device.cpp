// lienthehe device: phones of clubs, and the cards that bind them.
#include <fmt/core.h>

#include "app/devices.hpp"
#include "cli/command.hpp"
#include "cli/system.hpp"

namespace lth::cli {
namespace {

// What a command on devices works with.
struct Office {
    explicit Office(const Settings& settings) : store(open_store(settings)) {}

    std::unique_ptr<app::Store> store;
    SystemClock clock;
    SystemIds ids;
    app::Books books{*store, clock};
    app::Devices devices{*store, books, clock, ids};
};

std::string day_of(std::int64_t ms) { return to_text(core::business_date(ms)); }

Exit make_card(const Settings& settings, const std::string& club) {
    const auto id = core::parse_uuid(club);
    if (!id) {
        return refuse(settings,
                      core::make_rejection("question.club.unknown", "club", {{"club", club}}));
    }
    Office office(settings);
    // Whoever has the database in hand needs no account.
    const auto card = office.devices.make_card(core::BookId(*id), {});
    if (!card) return refuse(settings, card.error());
    if (settings.json) {
        fmt::print("{{\"code\":\"{}\",\"expires_at\":{}}}\n", card->code, card->expires_at);
        return Exit::ok;
    }
    fmt::print("{}\n", card->code);
    fmt::print("{} {}\n", say(settings, "Dùng một lần, đến hết ngày", "For one phone, until"),
               day_of(card->expires_at));
    return Exit::ok;
}

Exit list(const Settings& settings, const std::string& club) {
    const auto id = core::parse_uuid(club);
    if (!id) {
        return refuse(settings,
                      core::make_rejection("question.club.unknown", "club", {{"club", club}}));
    }
    Office office(settings);
    for (const auto& device : office.devices.of_book(core::BookId(*id))) {
        fmt::print("{}  {}  {}  {}\n", to_text(device.id), day_of(device.bound_at),
                   device.revoked_at ? say(settings, "đã thu hồi", "revoked")
                                     : say(settings, "đang dùng", "in use"),
                   device.name);
    }
    return Exit::ok;
}

Exit revoke(const Settings& settings, const std::string& text) {
    const auto id = core::parse_uuid(text);
    if (!id) return refuse(settings, core::make_rejection("device.unknown", "device"));
    Office office(settings);
    const auto device = office.devices.revoke(core::DeviceId(*id));
    if (!device) return refuse(settings, device.error());
    fmt::print("{} {}\n", say(settings, "Đã thu hồi:", "Revoked:"), device->name);
    return Exit::ok;
}

using Command = Exit (*)(const Settings& settings, const std::string& id);

void add_one(CLI::App& group, const Settings& settings, Action& action, const char* names,
             Command command) {
    const std::string text = names;
    const auto at = text.find('|');
    auto* sub = group.add_subcommand(text.substr(0, at), text.substr(at + 1));
    const auto id = std::make_shared<std::string>();
    sub->add_option("ID", *id, "mã của câu lạc bộ hoặc thiết bị · of the club or device")
        ->required();
    sub->callback([&settings, &action, id, command] {
        action = [&settings, id, command] { return command(settings, *id); };
    });
}

}  // namespace

void add_device(CLI::App& app, const Settings& settings, Action& action) {
    auto* group = app.add_subcommand("device", "điện thoại của câu lạc bộ · phones of clubs");
    group->require_subcommand(1);
    add_one(*group, settings, action, "card|mã thẻ để gắn một máy · a code that binds one phone",
            make_card);
    add_one(*group, settings, action, "list|các máy của câu lạc bộ · phones of the club", list);
    add_one(*group, settings, action, "revoke|thu hồi một máy · a phone may no longer write",
            revoke);
}

}  // namespace lth::cli
