#include "app/device_desk.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/breach_form.hpp"
#include "app/roles.hpp"
#include "app/sort_key.hpp"

namespace lth::app {
namespace {

constexpr std::int64_t breach_notice_ms = std::int64_t{72} * 3'600'000;  // law 91/2025

std::uint64_t count_of(auto&& list, auto which) {
    return static_cast<std::uint64_t>(std::ranges::count_if(list, which));
}

bool is_open(const SyncCase& kept) { return kept.outcome == core::replica::CaseState::open; }

// "a1b2-…" as it stands in an address: without the dashes that only help reading.
std::string link_of(std::string code) {
    std::erase(code, '-');
    return "/club#card=" + code;
}

std::string commune_of(Reading& reading, const core::BookId& book) {
    const auto view = reading.club(book, {});
    return view ? view->line.commune.name : std::string();
}

}  // namespace

core::Result<void> DeviceDesk::check(const core::AccountId& officer, const core::BookId& book) {
    const auto roles = in_.rights.roles_over(officer, book);
    if (std::ranges::any_of(roles, may_keep_devices)) return {};
    return core::reject("role.card.not_allowed");
}

core::Result<Device> DeviceDesk::find(const core::AccountId& officer, const core::DeviceId& id) {
    auto device = in_.devices.find(id);
    if (!device) return core::reject("device.none", "device");
    if (const auto may = check(officer, device->book); !may) return std::unexpected(may.error());
    return device;
}

// When a device was heard is noted once an hour; what it has sent meanwhile tells more.
DeviceDesk::Ground DeviceDesk::ground_of(const core::BookId& book) {
    Ground ground{.cases = in_.store.case_marks(book), .heard = {}, .board = {}};
    const auto hear = [&](const core::DeviceId& device, std::int64_t at) {
        auto& heard = ground.heard[device];
        heard = std::max(heard, at);
    };
    for (const auto& kept : ground.cases) hear(kept.device, kept.opened_at);
    const Page page;
    const auto last =
        in_.store.book(book).transform([](const BookInfo& info) { return info.head.last_seq; });
    auto after = last.value_or(0) - std::min<std::uint64_t>(last.value_or(0), page.entries);
    while (after < last.value_or(0)) {
        const auto latest = in_.store.entries(book, after, page);
        if (latest.empty()) break;
        for (const auto& sealed : latest) hear(sealed.entry.device, sealed.seal.received_at);
        after = latest.back().seal.seq;
    }
    in_.books.read(book, [&](const Book& folded) {
        const auto* fold = folded.as<ClubFold>();
        if (fold == nullptr) return;
        std::vector<core::Date> boards;
        for (const auto& board : fold->club.boards) {
            if (is_live(fold->club, board.op)) boards.push_back(board.on);
        }
        if (boards.size() > 1) ground.board = std::ranges::max(boards);
    });
    return ground;
}

DeviceRow DeviceDesk::row_of(const Device& device, const Ground& ground) {
    DeviceRow row{.device = device.id,
                  .name = device.name,
                  .bound_at = device.bound_at,
                  .last_seen_at = device.last_seen_at,
                  .revoked_at = device.revoked_at};
    const auto heard = ground.heard.find(device.id);
    if (heard != ground.heard.end()) row.last_seen_at = std::max(row.last_seen_at, {heard->second});
    in_.books.read(device.book, [&](const Book& book) {
        row.settled_through = settled_through(book, ground.cases, device.id);
    });
    row.open_cases = count_of(ground.cases, [&](const SyncCase& kept) {
        return kept.device == device.id && is_open(kept);
    });
    const bool before = ground.board && core::business_date(device.bound_at) < *ground.board;
    if (before && !device.revoked_at) row.before_board = ground.board;
    return row;
}

DeviceRow DeviceDesk::row_of(const Device& device) {
    return row_of(device, ground_of(device.book));
}

core::Result<std::vector<DeviceRow>> DeviceDesk::list(const core::AccountId& officer,
                                                      const core::BookId& book) {
    const auto devices = in_.devices.of_book(book);
    if (!devices) return std::unexpected(devices.error());
    if (const auto may = check(officer, book); !may) return std::unexpected(may.error());
    std::vector<DeviceRow> rows;
    const auto ground = ground_of(book);
    for (const auto& device : *devices) rows.push_back(row_of(device, ground));
    return rows;
}

CardRow DeviceDesk::row_of(const Card& card) {
    const auto maker = in_.store.people().account(card.made_by);
    return {.card = card_id(card),
            .made_by = maker ? maker->shown_name : std::string(),
            .made_at = card.made_at,
            .expires_at = card.expires_at};
}

core::Result<std::vector<CardRow>> DeviceDesk::open_cards(const core::AccountId& officer,
                                                          const core::BookId& book) {
    const auto cards = in_.devices.open_cards(book);
    if (!cards) return std::unexpected(cards.error());
    if (const auto may = check(officer, book); !may) return std::unexpected(may.error());
    std::vector<CardRow> rows;
    for (const auto& card : *cards) rows.push_back(row_of(card));
    return rows;
}

core::Result<CardRow> DeviceDesk::cancel_card(const core::AccountId& officer,
                                              const core::BookId& book, std::string_view id) {
    if (const auto may = check(officer, book); !may) return std::unexpected(may.error());
    const auto card = in_.devices.cancel_card(book, id);
    if (!card) return std::unexpected(card.error());
    return row_of(*card);
}

core::Result<PrintedCard> DeviceDesk::make_card(const core::AccountId& officer,
                                                const core::BookId& book, OtherCards others) {
    if (const auto may = check(officer, book); !may) return std::unexpected(may.error());
    const auto card = in_.devices.make_card(book, officer, others);
    if (!card) return std::unexpected(card.error());
    return PrintedCard{.code = card->code,
                       .expires_at = card->expires_at,
                       .club = in_.places.name_of(book),
                       .commune = commune_of(in_.reading, book),
                       .link = link_of(card->code)};
}

core::Result<DeviceRow> DeviceDesk::revoke(const core::AccountId& officer,
                                           const core::DeviceId& id) {
    const auto device = find(officer, id);
    if (!device) return std::unexpected(device.error());
    const auto revoked = in_.devices.revoke(id);
    if (!revoked) return std::unexpected(revoked.error());
    return row_of(*revoked);
}

core::Result<DeviceRow> DeviceDesk::rename(const core::AccountId& officer, const core::DeviceId& id,
                                           const std::string& name) {
    const auto device = find(officer, id);
    if (!device) return std::unexpected(device.error());
    const auto renamed = in_.devices.rename(id, name);
    if (!renamed) return std::unexpected(renamed.error());
    return row_of(*renamed);
}

core::Result<LostPhone> DeviceDesk::lost(const core::AccountId& officer, const core::DeviceId& id) {
    const auto device = find(officer, id);
    if (!device) return std::unexpected(device.error());
    const auto revoked = in_.devices.revoke(id);
    if (!revoked) return std::unexpected(revoked.error());
    LostPhone lost{.device = row_of(*revoked),
                   .book = revoked->book,
                   .club = in_.places.name_of(revoked->book),
                   .commune = commune_of(in_.reading, revoked->book),
                   .deadline = *revoked->revoked_at + breach_notice_ms};
    lost.unsent_since = lost.device.last_seen_at;
    std::set<core::SubjectId> named;
    for (const auto& row : in_.store.club_rows(revoked->book).disclosed) {
        if (row.field == "name") named.insert(row.subject);
    }
    lost.people_named = named.size();
    for (const auto kind : {core::PartClass::name, core::PartClass::contact,
                            core::PartClass::sensitive, core::PartClass::text}) {
        if (may_see(Role::club_board, sight_of(kind)) != Seeing::yes) continue;
        lost.classes.emplace_back(to_text(kind));
    }
    lost.form = breach_form(lost);
    return lost;
}

core::Result<Leave> DeviceDesk::give_leave(const core::AccountId& officer, const core::BookId& book,
                                           std::int64_t hours) {
    const auto roles = in_.rights.roles_over(officer, book);
    if (std::ranges::none_of(roles, may_give_leave)) return core::reject("role.leave.not_allowed");
    return in_.devices.give_leave(book, officer, hours);
}

MyClub DeviceDesk::my_club(const ClubLine& line) {
    MyClub club{
        .book = line.id, .name = line.name, .village = line.village, .commune = line.commune.name};
    club.devices_in_use = count_of(in_.store.people().devices(line.id),
                                   [](const Device& device) { return !device.revoked_at; });
    club.open_cases = count_of(in_.store.case_marks(line.id), is_open);
    if (const auto info = in_.store.book(line.id)) club.last_received_at = info->head.received_at;
    for (const auto& meeting : in_.store.club_rows(line.id).meetings) {
        if (!meeting.live) continue;
        club.last_meeting = std::max(club.last_meeting.value_or(meeting.on), meeting.on);
    }
    return club;
}

// Cases and heads of all books are one look at the store each; the rest of a line is many.
void DeviceDesk::sort(std::vector<ClubLine>& clubs, MyClubsOrder order) {
    if (order == MyClubsOrder::entered) return;
    std::map<core::BookId, std::int64_t> numbers;
    if (order == MyClubsOrder::cases) {
        for (const auto& kept : in_.store.case_list()) numbers[kept.book] -= is_open(kept) ? 1 : 0;
    } else if (order == MyClubsOrder::quiet) {
        for (const auto& info : in_.store.books()) numbers[info.id] = info.head.received_at;
    }
    sort_by_key(clubs, [&](const ClubLine& club) {
        if (order == MyClubsOrder::name) return name_key(club.name);
        if (order == MyClubsOrder::commune) return place_key(club.commune.name, club.village);
        return number_key(numbers[club.id], 1);
    });
}

core::Result<MyClubs> DeviceDesk::my_clubs(const core::AccountId& officer,
                                           const MyClubsQuestion& question) {
    auto all = in_.reading.clubs({.search = question.search, .limit = every_club});
    if (!all) return std::unexpected(all.error());
    auto& clubs = all->clubs;
    const auto held = in_.rights.held_today(officer);
    std::erase_if(clubs, [&](const ClubLine& line) {
        return std::ranges::none_of(in_.rights.roles_over(held, line.id), [](Role role) {
            return may_see(role, Sight::lists) == Seeing::yes || may_keep_devices(role);
        });
    });
    sort(clubs, question.order);
    MyClubs mine{.total = clubs.size()};
    const auto first = std::min(question.offset, clubs.size());
    const auto end = std::min(first + std::min(question.limit, most_clubs), clubs.size());
    for (auto at = first; at < end; ++at) mine.clubs.push_back(my_club(clubs[at]));
    return mine;
}

}  // namespace lth::app
