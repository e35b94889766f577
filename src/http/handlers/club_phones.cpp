// Cards and phones of clubs, for the officers over them.
#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "http/pages/office.hpp"
#include "json/message.hpp"

namespace lth::http {
namespace {

struct NewName {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NewName, (), (name))

struct LeaveHours {
    std::int64_t hours = 0;
};
BOOST_DESCRIBE_STRUCT(LeaveHours, (), (hours))

struct LeaveUntil {
    std::int64_t until = 0;
};
BOOST_DESCRIBE_STRUCT(LeaveUntil, (), (until))

core::Result<core::DeviceId> read_device(const Call& call) {
    const auto id = core::parse_uuid(call.path.at("id"));
    if (!id) return core::reject("device.none", "id");
    return core::DeviceId(*id);
}

core::Result<app::OtherCards> read_others(const Call& call) {
    const auto text = call.request.target.parameter("others").value_or("");
    if (text.empty()) return app::OtherCards::keep;
    return read_choice<app::OtherCards>(text, "others");
}

template <class T>
core::Result<Response> as_json(const core::Result<T>& result) {
    if (!result) return std::unexpected(result.error());
    return json_response(json::write_message(*result));
}

// The account and the book or device of a call, then what is done with them.
template <class Read, class Use>
core::Result<Response> with(const Call& call, Read read, Use use) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto what = read(call);
    if (!what) return std::unexpected(what.error());
    return use(call.services.office.devices(), who->account.id, *what);
}

// "https://host", or http, as the officer's browser sees this server: what phones are to open.
std::string origin_of(const Request& request) {
    if (!request.origin.empty() && request.origin.ends_with(request.host)) return request.origin;
    return (request.is_secure ? "https://" : "http://") + request.host;
}

}  // namespace

core::Result<Response> api_my_clubs(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto offset = read_number(call, "offset", 0, most_offset);
    if (!offset) return std::unexpected(offset.error());
    const auto limit = read_number(call, "limit", app::most_clubs, app::most_clubs);
    if (!limit) return std::unexpected(limit.error());
    const auto order = read_order<app::MyClubsOrder>(call);
    if (!order) return std::unexpected(order.error());
    const auto search = call.request.target.parameter("q").value_or("");
    return as_json(call.services.office.devices().my_clubs(
        who->account.id, {std::string(search), *order, *offset, *limit}));
}

core::Result<Response> api_devices(const Call& call) {
    return with(call, read_book_id, [](app::DeviceDesk& desk, const auto& who, const auto& book) {
        return as_json(desk.list(who, book));
    });
}

core::Result<Response> api_cards(const Call& call) {
    return with(call, read_book_id, [](app::DeviceDesk& desk, const auto& who, const auto& book) {
        return as_json(desk.open_cards(who, book));
    });
}

core::Result<Response> api_make_card(const Call& call) {
    const auto others = read_others(call);
    if (!others) return std::unexpected(others.error());
    return with(call, read_book_id, [&](app::DeviceDesk& desk, const auto& who, const auto& book) {
        return as_json(desk.make_card(who, book, *others));
    });
}

core::Result<Response> api_cancel_card(const Call& call) {
    return with(call, read_book_id, [&](app::DeviceDesk& desk, const auto& who, const auto& book) {
        return as_json(desk.cancel_card(who, book, call.path.at("card")));
    });
}

core::Result<Response> api_rename_device(const Call& call) {
    const auto name = json::read_message<NewName>(call.request.body, "device");
    if (!name) return std::unexpected(name.error());
    return with(call, read_device, [&](app::DeviceDesk& desk, const auto& who, const auto& id) {
        return as_json(desk.rename(who, id, name->name));
    });
}

core::Result<Response> api_revoke_device(const Call& call) {
    return with(call, read_device, [](app::DeviceDesk& desk, const auto& who, const auto& id) {
        return as_json(desk.revoke(who, id));
    });
}

core::Result<Response> api_lost_device(const Call& call) {
    return with(call, read_device, [](app::DeviceDesk& desk, const auto& who, const auto& id) {
        return as_json(desk.lost(who, id));
    });
}

core::Result<Response> api_give_leave(const Call& call) {
    const auto hours = json::read_message<LeaveHours>(call.request.body, "leave");
    if (!hours) return std::unexpected(hours.error());
    return with(
        call, read_book_id,
        [&](app::DeviceDesk& desk, const auto& who, const auto& book) -> core::Result<Response> {
            const auto leave = desk.give_leave(who, book, hours->hours);
            if (!leave) return std::unexpected(leave.error());
            return json_response(json::write_message(LeaveUntil{leave->until}));
        });
}

core::Result<Response> get_card(const Call& call) {
    return with(
        call, read_book_id,
        [&](app::DeviceDesk& desk, const auto& who, const auto& book) -> core::Result<Response> {
            const auto devices = desk.list(who, book);
            if (!devices) return std::unexpected(devices.error());
            const auto cards = desk.open_cards(who, book);
            if (!cards) return std::unexpected(cards.error());
            const auto club = call.services.reading.club(book, {});
            if (!club) return std::unexpected(club.error());
            return pages::new_card_page(pages::Links(call.request), {club->line, *devices, *cards});
        });
}

core::Result<Response> post_card(const Call& call) {
    const auto others = read_others(call);
    if (!others) return std::unexpected(others.error());
    return with(
        call, read_book_id,
        [&](app::DeviceDesk& desk, const auto& who, const auto& book) -> core::Result<Response> {
            const auto card = desk.make_card(who, book, *others);
            if (!card) return std::unexpected(card.error());
            return pages::card_page(pages::Links(call.request), *card, origin_of(call.request));
        });
}

core::Result<Response> post_cancel_card(const Call& call) {
    return with(
        call, read_book_id,
        [&](app::DeviceDesk& desk, const auto& who, const auto& book) -> core::Result<Response> {
            const auto card = desk.cancel_card(who, book, call.path.at("card"));
            if (!card) return std::unexpected(card.error());
            Response response{.status = 303};
            response.headers.emplace_back(
                "Location", pages::Links(call.request).to("/clubs/" + to_text(book) + "/card"));
            return response;
        });
}

}  // namespace lth::http
