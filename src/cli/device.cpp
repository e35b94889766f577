// lienthehe device: phones of clubs, and the cards that bind them.
#include <fmt/core.h>

#include <array>

#include "app/devices.hpp"
#include "cli/command.hpp"
#include "cli/system.hpp"
#include "json/message.hpp"
#include "view_json/time.hpp"

namespace lth::cli {
namespace {

// What a command on devices works with.
struct DeviceOffice {
    explicit DeviceOffice(const Settings& settings) : store(open_store(settings)) {}

    std::unique_ptr<app::Store> store;
    SystemClock clock;
    SystemIds ids;
    app::Books books{*store, clock};
    app::Devices devices{*store, books, clock, ids};
};

// A phone as the list shows it; times in ms UTC.
struct DeviceLine {
    core::DeviceId device;
    std::string name;
    std::int64_t bound_at = 0;
    std::optional<std::int64_t> revoked_at;
};
BOOST_DESCRIBE_STRUCT(DeviceLine, (), (device, name, bound_at, revoked_at))

constexpr std::int64_t default_leave_hours = 24;

std::string day_of(std::int64_t ms) { return to_text(core::business_date(ms)); }

core::Result<core::BookId> read_club(const std::string& text) {
    const auto id = core::parse_uuid(text);
    if (!id) return core::reject("question.club.unknown", "club", {{"club", text}});
    return core::BookId(*id);
}

Exit make_card(const Settings& settings, const std::string& club) {
    const auto id = read_club(club);
    if (!id) return refuse(settings, id.error());
    DeviceOffice office(settings);
    // Whoever has the database in hand needs no account.
    const auto card = office.devices.make_card(*id, {});
    if (!card) return refuse(settings, card.error());
    if (settings.json) {
        fmt::print("{}\n", json::write_message(*card));
        return Exit::ok;
    }
    fmt::print("{}\n", card->code);
    fmt::print("{} {}\n", say(settings, "Dùng một lần, đến hết ngày", "For one phone, until"),
               day_of(card->expires_at));
    return Exit::ok;
}

Exit list(const Settings& settings, const std::string& club) {
    const auto id = read_club(club);
    if (!id) return refuse(settings, id.error());
    DeviceOffice office(settings);
    const auto found = office.devices.of_book(*id);
    if (!found) return refuse(settings, found.error());
    std::vector<DeviceLine> lines;
    for (const auto& device : *found) {
        lines.push_back({device.id, device.name, device.bound_at, device.revoked_at});
    }
    if (settings.json) {
        fmt::print("{}\n", json::write_message(lines));
        return Exit::ok;
    }
    for (const auto& line : lines) {
        const char* state = line.revoked_at ? say(settings, "đã thu hồi", "revoked")
                                            : say(settings, "đang dùng", "in use");
        fmt::print("{}  {}  {}  {}\n", to_text(line.device), day_of(line.bound_at), state,
                   line.name);
    }
    if (lines.empty()) fmt::print("{}\n", say(settings, "Chưa có máy nào.", "No phone yet."));
    return Exit::ok;
}

Exit revoke(const Settings& settings, const std::string& text) {
    const auto id = core::parse_uuid(text);
    if (!id) return refuse(settings, core::make_rejection("device.unknown", "device"));
    DeviceOffice office(settings);
    const auto device = office.devices.revoke(core::DeviceId(*id));
    if (!device) return refuse(settings, device.error());
    fmt::print("{} {}\n", say(settings, "Đã thu hồi:", "Revoked:"), device->name);
    return Exit::ok;
}

Exit give_leave(const Settings& settings, const std::string& club, std::int64_t hours) {
    const auto id = read_club(club);
    if (!id) return refuse(settings, id.error());
    DeviceOffice office(settings);
    const auto leave = office.devices.give_leave(*id, {}, hours);
    if (!leave) return refuse(settings, leave.error());
    fmt::print("{} {}\n",
               say(settings, "Máy của câu lạc bộ được trả lại bút toán đã mất đến",
                   "Phones may bring back lost entries until"),
               view_json::instant_text(leave->until));
    return Exit::ok;
}

void add_leave(CLI::App& group, const Settings& settings, Action& action) {
    auto* sub = group.add_subcommand(
        "leave", "cho máy trả lại bút toán máy chủ đã mất · phones may bring back lost entries");
    const auto club = std::make_shared<std::string>();
    const auto hours = std::make_shared<std::int64_t>(default_leave_hours);
    sub->add_option("BOOK", *club, "mã sổ câu lạc bộ · a club's book")->required();
    sub->add_option("--hours", *hours, "trong bao nhiêu giờ · for how many hours (24)");
    sub->callback([&settings, &action, club, hours] {
        action = [&settings, club, hours] { return give_leave(settings, *club, *hours); };
    });
}

constexpr std::array device_commands = {
    SubCommand{"card", "mã thẻ để gắn một máy · a code that binds one phone", make_card},
    SubCommand{"list", "các máy của câu lạc bộ · phones of the club", list},
    SubCommand{"revoke", "thu hồi một máy · a phone may no longer write", revoke},
};

}  // namespace

void add_device(CLI::App& app, const Settings& settings, Action& action) {
    auto* group = app.add_subcommand("device", "điện thoại của câu lạc bộ · phones of clubs");
    group->require_subcommand(1);
    add_leave(*group, settings, action);
    for (const auto& command : device_commands) {
        auto* sub = group->add_subcommand(command.name, command.help);
        const auto id = std::make_shared<std::string>();
        sub->add_option("ID", *id, "mã của câu lạc bộ hoặc thiết bị · of the club or device")
            ->required();
        sub->callback([&settings, &action, id, run = command.run] {
            action = [&settings, id, run] { return run(settings, *id); };
        });
    }
}

}  // namespace lth::cli
