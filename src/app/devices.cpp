#include "app/devices.hpp"

#include <algorithm>
#include <optional>

#include "app/business_day.hpp"
#include "app/codes.hpp"

namespace lth::app {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t most_leave_hours = 14 * 24;
constexpr std::int64_t card_life_ms = 14 * day_ms;
constexpr std::int64_t may_move_ms = day_ms;

// Whoever types no name is sent under the app's own: of several phones it tells none apart.
bool says_no_name(std::string_view name) {
    return name.empty() || name == "Sổ câu lạc bộ" || name == "Club book";
}

// Of two that are bound on a day the hour tells which.
std::string name_by_time(std::int64_t now) {
    return "Máy gắn " + core::vietnamese(core::business_date(now)) + " " + time_of_day(now);
}

}  // namespace

std::string card_id(const Card& card) {
    constexpr std::size_t shown = 16;
    return core::to_hex(card.code_hash).substr(0, shown);
}

Devices::Devices(Store& store, Books& books, Clock& clock, Ids& ids)
    : store_(store), books_(books), clock_(clock), ids_(ids) {}

core::Result<void> Devices::check_club(const core::BookId& book) {
    const auto info = store_.book(book);
    if (!info) return core::reject("question.book.unknown", "book", {{"book", to_text(book)}});
    if (info->kind != core::BookKind::club) {
        return core::reject("device.card.not_club", "book", {{"book", to_text(book)}});
    }
    return {};
}

core::Result<NewCard> Devices::make_card(const core::BookId& book, const core::AccountId& by,
                                         OtherCards others) {
    const auto open = open_cards(book);
    if (!open) return std::unexpected(open.error());
    const auto code = make_code(ids_);
    const auto now = clock_.now_ms();
    const Card card{.code_hash = code.hash,
                    .book = book,
                    .made_by = by,
                    .made_at = now,
                    .expires_at = now + card_life_ms};
    PeopleWrite write{.cards = {card}};
    if (others == OtherCards::cancel) {
        for (const auto& other : *open) write.cancels.push_back({other.code_hash, now});
    }
    (void)store_.people().put(write);
    return NewCard{code.printed, card.expires_at};
}

core::Result<std::vector<Card>> Devices::open_cards(const core::BookId& book) {
    if (const auto club = check_club(book); !club) return std::unexpected(club.error());
    auto cards = store_.people().cards(book);
    const auto now = clock_.now_ms();
    std::erase_if(cards, [&](const Card& card) { return card.used_by || now >= card.expires_at; });
    return cards;
}

core::Result<Card> Devices::cancel_card(const core::BookId& book, std::string_view id) {
    auto& people = store_.people();
    const auto cards = people.cards(book);
    const auto card =
        std::ranges::find_if(cards, [&](const Card& one) { return card_id(one) == id; });
    if (card == cards.end()) return core::reject("device.card.unknown", "card");
    (void)people.put({.cancels = {{card->code_hash, clock_.now_ms()}}});
    auto now = people.card(card->code_hash);  // a phone may have been faster
    if (!now) return core::reject("device.card.unknown", "card");
    if (now->used_by) return core::reject("device.card.used", "card");
    return *now;
}

core::Result<Bound> Devices::bind(const Binding& binding) {
    const auto code = hash_of_code(binding.code);
    if (!code) return core::reject("device.card.malformed", "code");
    auto named = binding;
    if (says_no_name(named.name)) named.name = name_by_time(clock_.now_ms());
    if (!may_be_shown(named.name)) return core::reject("device.name.malformed", "name");
    const auto card = store_.people().card(*code);
    if (!card) return core::reject("device.card.unknown", "code");
    return bind_with(*card, named);
}

core::Result<Bound> Devices::bind_with(const Card& card, const Binding& binding) {
    auto& people = store_.people();
    const auto now = clock_.now_ms();
    if (const auto known = people.device(binding.device)) {
        const bool same = known->key_hash == hash_of_secret(binding.key) &&
                          known->book == card.book && card.used_by == binding.device &&
                          !known->revoked_at;
        if (!same) return core::reject("device.id_used", "device");
        return Bound{.book = card.book, .account = known->account, .server_time = now};
    }
    if (now >= card.expires_at) return core::reject("device.card.expired", "code");
    if (card.used_by && !may_move(card)) return core::reject("device.card.spent", "code");
    const core::AccountId account{make_uuid7(now, ids_)};
    PeopleWrite write{
        .accounts = {{.id = account, .login = {}, .password_hash = {}, .shown_name = binding.name}},
        .roles = {{.account = account,
                   .role = Role::club_board,
                   .book = card.book,
                   .from = core::business_date(now)}},
        .devices = {{.id = binding.device,
                     .account = account,
                     .book = card.book,
                     .name = binding.name,
                     .key_hash = hash_of_secret(binding.key),
                     .bound_at = now,
                     .core_version = binding.core_version}},
        .spends = card,
        .from = card.used_by};
    write.spends->used_by = binding.device;
    // From the first phone on: moving a card does not prolong it.
    write.spends->used_at = card.used_at.value_or(now);
    if (card.used_by) {
        if (auto first = people.device(*card.used_by)) {
            first->revoked_at = now;
            write.devices.push_back(std::move(*first));
        }
    }
    if (people.put(write) == PeopleWritten::spent) {
        return core::reject("device.card.spent", "code");
    }
    return Bound{.book = card.book, .account = account, .server_time = now};
}

bool Devices::may_move(const Card& card) {
    if (clock_.now_ms() - card.used_at.value_or(0) >= may_move_ms) return false;
    // Whoever ended the first phone did not mean the card to bind another.
    const auto first = store_.people().device(*card.used_by);
    if (first && first->revoked_at) return false;
    bool wrote = true;
    const auto cases = store_.case_marks(card.book);
    books_.read(card.book,
                [&](const Book& book) { wrote = settled_through(book, cases, *card.used_by) > 0; });
    return !wrote;
}

core::Result<Caller> Devices::sign_in(const core::DeviceId& id, const core::Digest& key) {
    const auto device = store_.people().device(id);
    if (!device || device->key_hash != hash_of_secret(key)) return core::reject("device.unknown");
    const auto now = clock_.now_ms();
    if (now - device->last_seen_at.value_or(0) >= hour_ms) store_.people().saw(id, now);
    return Caller{device->account, device->id};
}

core::Result<std::vector<Device>> Devices::of_book(const core::BookId& book) {
    if (const auto club = check_club(book); !club) return std::unexpected(club.error());
    return store_.people().devices(book);
}

core::Result<Device> Devices::find(const core::DeviceId& id) {
    auto device = store_.people().device(id);
    if (!device) return core::reject("device.unknown", "device");
    return std::move(*device);
}

core::Result<Device> Devices::revoke(const core::DeviceId& id) {
    auto device = find(id);
    if (!device || device->revoked_at) return device;
    device->revoked_at = clock_.now_ms();
    (void)store_.people().put({.devices = {*device}});
    return device;
}

core::Result<Device> Devices::rename(const core::DeviceId& id, const std::string& name) {
    if (!may_be_shown(name)) return core::reject("device.name.malformed", "name");
    auto device = find(id);
    if (!device) return device;
    device->name = name;
    (void)store_.people().put({.devices = {*device}});
    return device;
}

core::Result<Leave> Devices::give_leave(const core::BookId& book, const core::AccountId& by,
                                        std::int64_t hours) {
    if (const auto club = check_club(book); !club) return std::unexpected(club.error());
    if (hours < 1 || hours > most_leave_hours) {
        return core::reject("device.leave.hours", "hours",
                            {{"most", std::to_string(most_leave_hours)}});
    }
    const auto now = clock_.now_ms();
    const Leave leave{
        .book = book, .given_by = by, .given_at = now, .until = now + hours * hour_ms};
    (void)store_.people().put({.leave = leave});
    return leave;
}

}  // namespace lth::app
