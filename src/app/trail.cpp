#include "app/trail.hpp"

#include <map>

#include "app/bare_ops.hpp"
#include "app/roles.hpp"

namespace lth::app {
namespace {

constexpr std::size_t trail_page = 500;
constexpr int most_trail_pages = 20;  // looked through for entries that the asker may see

// Of any kind of book alike.
bool sees_trail(std::span<const Role> roles) {
    return sees(roles, core::BookKind::club, Sight::trail);
}

}  // namespace

Recorder Trail::behind(const core::Entry& entry) {
    Recorder by;
    if (const auto account = store_.people().account(entry.author)) {
        by.name = account->shown_name;
        by.login = account->login;
    }
    if (const auto device = store_.people().device(entry.device)) by.device = device->name;
    return by;
}

std::optional<Recorder> Trail::recorder_of(const SignedIn& who, const core::Entry& entry) {
    if (!sees_trail(rights_.roles_over(who.account.id, entry.book_id))) return std::nullopt;
    return behind(entry);
}

core::Result<RecordedView> Trail::recorded(const SignedIn& who, const RecordedQuestion& question) {
    const auto held = rights_.held_today(who.account.id);
    std::vector<Role> roles;
    for (const auto& one : held) roles.push_back(one.role);
    if (!sees_trail(roles)) return RecordedView{};
    std::optional<core::AccountId> author;
    if (!question.login.empty()) {
        const auto account = store_.people().account_of(question.login);
        if (!account) {
            return core::reject("account.unknown", "by", {{"account", question.login}});
        }
        author = account->id;
    }
    std::map<core::BookId, bool> seen;
    const auto may = [&](const core::BookId& book) {
        const auto [at, is_new] = seen.try_emplace(book, false);
        if (is_new) at->second = sees_trail(rights_.roles_over(held, book));
        return at->second;
    };
    RecordedView view;
    EntryPlace before = question.before.value_or(EntryPlace{clock_.now_ms() + 1, {}, 0});
    for (int page = 0; page < most_trail_pages; ++page) {
        const auto entries = store_.latest_entries(before, author, trail_page);
        for (const auto& sealed : entries) {
            const auto& book = sealed.entry.book_id;
            before = {sealed.seal.received_at, book, sealed.seal.seq};
            if (!may(book)) continue;
            RecordedLine line{.book = book,
                              .name = places_.name_of(book),
                              .seq = sealed.seal.seq,
                              .received_at = sealed.seal.received_at,
                              .by = behind(sealed.entry),
                              .ops = {}};
            for (const auto& op : bare_ops(sealed.entry.body)) {
                line.ops.push_back(text_field(op, "op"));
            }
            view.lines.push_back(std::move(line));
            if (view.lines.size() == question.limit) {
                view.next = before;
                return view;
            }
        }
        if (entries.size() < trail_page) return view;
    }
    view.next = before;
    return view;
}

}  // namespace lth::app
