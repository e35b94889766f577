#include "app/devices.hpp"

#include <algorithm>
#include <optional>

namespace lth::app {
namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t most_leave_hours = 14 * 24;
constexpr std::int64_t card_life_ms = 14 * day_ms;
constexpr std::int64_t may_move_ms = day_ms;
constexpr std::size_t code_bytes = 10;  // 80 bits: two words of eight characters
constexpr std::size_t word_bytes = 5;
constexpr std::size_t code_characters = 16;
constexpr std::size_t max_name_bytes = 80;

core::Digest hash_of(const core::Digest& key) {
    return core::sha256({reinterpret_cast<const char*>(key.data()), key.size()});
}

std::string grouped(std::string_view code) {
    constexpr std::size_t group = 4;
    std::string text;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % group == 0) text += '-';
        text += code[i];
    }
    return text;
}

// As it is read from paper: any case, with or without dashes, and letters that look like digits.
std::optional<std::string> plain_code(std::string_view typed) {
    std::string code;
    for (char c : typed) {
        if (c == '-' || c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        code += c;
    }
    constexpr std::string_view characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const bool sound =
        code.size() == code_characters && code.find_first_not_of(characters) == std::string::npos;
    return sound ? std::optional(code) : std::nullopt;
}

bool may_be_named(std::string_view name) {
    return !name.empty() && name.size() <= max_name_bytes &&
           std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

}  // namespace

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

core::Result<NewCard> Devices::make_card(const core::BookId& book, const core::AccountId& by) {
    if (const auto club = check_club(book); !club) return std::unexpected(club.error());
    std::array<std::uint8_t, code_bytes> random{};
    ids_.fill(random);
    std::string code;
    for (std::size_t at = 0; at < random.size(); at += word_bytes) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < word_bytes; ++i) word = word << 8U | random.at(at + i);
        code += core::base32_text(word).substr(2);  // 40 bits: the last eight of ten characters
    }
    const auto now = clock_.now_ms();
    const Card card{.code_hash = core::sha256(code),
                    .book = book,
                    .made_by = by,
                    .made_at = now,
                    .expires_at = now + card_life_ms};
    (void)store_.people().put({.cards = {card}});
    return NewCard{grouped(code), card.expires_at};
}

core::Result<Bound> Devices::bind(const Binding& binding) {
    const auto code = plain_code(binding.code);
    if (!code) return core::reject("device.card.malformed", "code");
    if (!may_be_named(binding.name)) return core::reject("device.name.malformed", "name");
    const auto card = store_.people().card(core::sha256(*code));
    if (!card) return core::reject("device.card.unknown", "code");
    return bind_with(*card, binding);
}

core::Result<Bound> Devices::bind_with(const Card& card, const Binding& binding) {
    auto& people = store_.people();
    const auto now = clock_.now_ms();
    if (const auto known = people.device(binding.device)) {
        const bool same = known->key_hash == hash_of(binding.key) && known->book == card.book &&
                          card.used_by == binding.device && !known->revoked_at;
        if (!same) return core::reject("device.id_used", "device");
        return Bound{card.book, known->account, now};
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
                     .key_hash = hash_of(binding.key),
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
    return Bound{card.book, account, now};
}

bool Devices::may_move(const Card& card) {
    if (clock_.now_ms() - card.used_at.value_or(0) >= may_move_ms) return false;
    bool wrote = true;
    const auto cases = store_.cases(card.book);
    books_.read(card.book,
                [&](const Book& book) { wrote = settled_through(book, cases, *card.used_by) > 0; });
    return !wrote;
}

core::Result<Caller> Devices::sign_in(const core::DeviceId& id, const core::Digest& key) {
    const auto device = store_.people().device(id);
    if (!device || device->key_hash != hash_of(key)) return core::reject("device.unknown");
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
    if (!may_be_named(name)) return core::reject("device.name.malformed", "name");
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
