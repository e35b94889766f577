#include "app/held_rights.hpp"

#include <algorithm>

#include "app/roles.hpp"

namespace lth::app {
namespace {

std::string_view name_of(const Ops& ops, std::size_t index) {
    return std::visit(
        [&](const auto& list) -> std::string_view {
            if (index >= list.size()) return {};
            return std::visit([](const auto& what) { return std::string_view(what.op); },
                              list[index].what);
        },
        ops);
}

std::size_t count_of(const Ops& ops) {
    return std::visit([](const auto& list) { return list.size(); }, ops);
}

const core::OpReversed* reversal(const Ops& ops, std::size_t index) {
    return std::visit(
        [&](const auto& list) { return std::get_if<core::OpReversed>(&list[index].what); }, ops);
}

}  // namespace

HeldRights::HeldRights(Store& store, Books& books, Places& places, Clock& clock)
    : store_(store), books_(books), places_(places), clock_(clock) {}

std::vector<Role> HeldRights::roles_over(const core::AccountId& account, const core::BookId& book) {
    const auto today = core::business_date(clock_.now_ms());
    const auto person = store_.people().account(account);
    if (!person || person->disabled_at) return {};
    std::optional<std::vector<core::UnitId>> units;  // asked for only if some role needs them
    std::vector<Role> roles;
    for (const auto& held : store_.people().roles(account)) {
        if (held.from > today || (held.until && *held.until <= today)) continue;
        bool over = held.book == book;
        if (held.unit) {
            if (!units) units = places_.units_over(book);
            over = std::ranges::count(*units, *held.unit) > 0;
        }
        if (over && std::ranges::count(roles, held.role) == 0) roles.push_back(held.role);
    }
    return roles;
}

std::optional<core::Rejection> HeldRights::refuses(const Caller& caller, const core::Entry& entry,
                                                   const Ops& ops) {
    if (is_revoked(caller.device)) return core::make_rejection("sync.device.revoked", "device");
    const auto roles = roles_over(caller.account, entry.book_id);
    if (roles.empty()) return core::make_rejection("sync.book.no_right");
    const auto kind = static_cast<core::BookKind>(ops.index());
    const auto may = [&](std::string_view op) {
        return std::ranges::any_of(roles, [&](Role role) { return may_record(role, kind, op); });
    };
    for (std::size_t i = 0; i < count_of(ops); ++i) {
        std::string op(name_of(ops, i));
        // Who may not record an operation may not undo it either.
        if (const auto* reversed = reversal(ops, i); reversed != nullptr && may(op)) {
            if (auto undone = reversed_op(entry.book_id, *reversed); !undone.empty()) {
                op = std::move(undone);
            }
        }
        if (may(op)) continue;
        auto refused = core::make_rejection("role.operation.not_allowed", "op", {{"op", op}});
        refused.op_index = static_cast<int>(i);
        return refused;
    }
    return std::nullopt;
}

bool HeldRights::may_read(const Caller& caller, const core::BookId& book) {
    if (is_revoked(caller.device)) return false;
    return std::ranges::any_of(roles_over(caller.account, book), [](Role role) {
        return may_see(role, Sight::entries) == Seeing::yes;
    });
}

bool HeldRights::may_read(const Caller& caller, const core::BookId& book, core::PartClass kind) {
    return std::ranges::any_of(roles_over(caller.account, book), [&](Role role) {
        return may_see(role, sight_of(kind)) == Seeing::yes;
    });
}

bool HeldRights::takes_back(const core::BookId& /*book*/) { return false; }

bool HeldRights::is_revoked(const core::DeviceId& id) {
    const auto device = store_.people().device(id);
    return device && device->revoked_at;
}

std::string HeldRights::reversed_op(const core::BookId& book, const core::OpReversed& what) {
    std::uint64_t seq = 0;
    auto kind = core::BookKind::club;
    books_.read(book, [&](const Book& read) {
        seq = read.seq_of(what.entry_id);
        kind = read.kind();
    });
    if (seq == 0) return {};
    const auto page = store_.entries(book, seq - 1, {.entries = 1});
    if (page.empty()) return {};
    const auto ops = read_ops(kind, page.front().entry);
    return ops ? std::string(name_of(*ops, static_cast<std::size_t>(what.op_index.value)))
               : std::string();
}

}  // namespace lth::app
