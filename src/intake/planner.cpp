#include "intake/planner.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "json/operations.hpp"

namespace lth::intake {
namespace {

constexpr std::size_t most_ops = 1000;
constexpr std::size_t most_told = 200;  // errors of which the next is looked for

std::string bytes_of(const core::Uuid& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

/// Folds what the store has of the book into `book`.
void load(app::Store& store, const core::BookId& id, app::Book& book) {
    for (;;) {
        const auto page = store.entries(id, book.head().last_seq, {});
        if (page.empty()) return;
        for (const auto& sealed : page) book.apply(sealed);
    }
}

}  // namespace

core::AccountId command_line_account() {
    return core::AccountId(app::make_uuid8(core::sha256("LTH-COMMAND-LINE")));
}

Planner::Planner(app::Store& store, app::Clock& clock, app::Ids& ids, Options options)
    : store_(store),
      ids_(ids),
      options_(std::move(options)),
      now_(clock.now_ms()),
      today_(core::business_date(now_)),
      facts_(store, today_) {
    plan_.job = app::make_uuid7(now_, ids);
    sign_as_import();
    for (const auto& info : store.books()) {
        if (info.kind == core::BookKind::territory || info.kind == core::BookKind::registry) {
            only_.emplace(info.kind, info.id);
        }
    }
}

app::Book& Planner::book(const core::BookId& id, core::BookKind kind) {
    const auto [at, fresh] = books_.try_emplace(id, kind);
    if (fresh) load(store_, id, at->second);
    return at->second;
}

core::BookId Planner::only_book(core::BookKind kind) {
    const auto [at, fresh] = only_.try_emplace(kind);
    if (fresh) at->second = core::BookId(derive(to_text(kind), {}));
    return at->second;
}

const core::territory::Territory& Planner::territory() {
    constexpr auto kind = core::BookKind::territory;
    return *book(only_book(kind), kind).as<core::territory::Territory>();
}

const core::registry::Registry& Planner::registry() {
    constexpr auto kind = core::BookKind::registry;
    return *book(only_book(kind), kind).as<core::registry::Registry>();
}

core::Uuid Planner::derive(std::string_view what, sheet::Origin at) {
    std::string bytes = "LTH-IMPORT" + bytes_of(plan_.job);
    bytes += what;
    bytes += '/' + std::to_string(at.sheet) + '/' + std::to_string(at.row);
    return app::make_uuid8(core::sha256(bytes));
}

std::uint64_t Planner::derive_local(std::string_view what, sheet::Origin at) {
    const auto id = derive(what, at);
    std::uint64_t value = 0;
    for (std::size_t i = 9; i < 16; ++i) value = value << 8 | id.bytes[i];
    return value % core::local_id_limit;
}

core::Entry Planner::draft(const core::BookId& id, std::vector<PartDraft> parts) {
    core::Entry entry;
    entry.entry_id = core::EntryId(derive("entry", {0, static_cast<std::uint32_t>(++drafted_)}));
    entry.book_id = id;
    entry.device = device_;
    entry.author = options_.author;
    entry.made_at = now_;
    std::uint16_t number = 0;
    for (auto& part : parts) {
        core::PrivatePart made{++number, part.subject, part.kind, core::PartContent{}, {}};
        ids_.fill(made.content->salt);
        made.content->text = std::move(part.text);
        made.digest = core::part_digest(made, *made.content);
        entry.parts.push_back(std::move(made));
    }
    return entry;
}

template <class Op>
core::Result<void> Planner::admit(const core::BookId& id, core::BookKind kind,
                                  std::span<const Drafted<Op>> ops) {
    std::vector<Op> body;
    std::vector<PartDraft> parts;
    for (const auto& [drafted, at, own] : ops) {
        auto op = drafted;
        for (const auto& part : own) {
            parts.push_back(part);
            op.parts.push_back(static_cast<std::uint16_t>(parts.size()));
        }
        body.push_back(std::move(op));
    }
    auto entry = draft(id, std::move(parts));
    entry.body = json::write_body(std::span<const Op>(body));
    auto& target = book(id, kind);
    const bool is_new = target.head().last_seq == 0;
    if (auto admitted = target.admit(entry, app::Ops(std::move(body)), today_); !admitted) {
        return std::unexpected(std::move(admitted.error()));
    }
    target.seal_as(core::seal(target.head(), entry, now_, options_.author));
    plan_.opened += is_new ? 1 : 0;
    plan_.entries.push_back({kind, std::move(entry), ops.size()});
    return {};
}

template <class Op>
void Planner::propose_entry(const core::BookId& id, core::BookKind kind,
                            std::vector<Drafted<Op>> ops, std::size_t alone) {
    while (!ops.empty()) {
        const auto admitted = admit<Op>(id, kind, ops);
        if (admitted) return;
        const auto& refused = admitted.error();
        const bool whole = refused.op_index == core::Rejection::whole_entry;
        const auto index = whole ? std::size_t{0} : static_cast<std::size_t>(refused.op_index);
        const auto at = ops[index].at;
        error(at, refused);
        if (whole || index >= alone || plan_.errors.size() >= most_told) return;
        // Nothing of a plan with errors is written: the rows that are left are only judged.
        ops.erase(ops.begin() + static_cast<std::ptrdiff_t>(alone), ops.end());
        std::erase_if(ops, [&](const Drafted<Op>& one) { return one.at == at; });
        alone = ops.size();
    }
}

template <class Op>
void Planner::propose(const core::BookId& id, core::BookKind kind, std::vector<Drafted<Op>> ops,
                      std::size_t alone) {
    std::span<Drafted<Op>> rest(ops);
    while (!rest.empty()) {
        const auto now = rest.first(std::min(rest.size(), most_ops));
        std::vector<Drafted<Op>> entry(std::move_iterator(now.begin()),
                                       std::move_iterator(now.end()));
        propose_entry(id, kind, std::move(entry), std::min(alone, now.size()));
        alone -= std::min(alone, now.size());
        rest = rest.subspan(now.size());
    }
}

template void Planner::propose(const core::BookId&, core::BookKind,
                               std::vector<Drafted<core::club::ClubOp>>, std::size_t);
template void Planner::propose(const core::BookId&, core::BookKind,
                               std::vector<Drafted<core::association::AssociationOp>>, std::size_t);
template void Planner::propose(const core::BookId&, core::BookKind,
                               std::vector<Drafted<core::territory::TerritoryOp>>, std::size_t);
template void Planner::propose(const core::BookId&, core::BookKind,
                               std::vector<Drafted<core::registry::RegistryOp>>, std::size_t);

std::string Planner::sheet_name(sheet::Origin at) const {
    return at.sheet < sheets_.size() ? sheets_[at.sheet] : std::string();
}

void Planner::error(sheet::Origin at, core::Rejection rejection, std::string_view found) {
    plan_.errors.push_back({sheet_name(at), at.row, {}, std::string(found), std::move(rejection)});
}

void Planner::note(sheet::Origin at, core::Rejection what, std::vector<sheet::Origin> rows,
                   std::vector<HeldPerson> held) {
    plan_.notes.push_back(
        {sheet_name(at), at.row, std::move(what), std::move(rows), std::move(held)});
}

void Planner::differs(sheet::Origin at, Difference what) {
    what.sheet = sheet_name(at);
    what.row = at.row;
    plan_.differences.push_back(std::move(what));
}

Plan Planner::take(std::string kind, std::string source) {
    plan_.author = options_.author;
    plan_.kind = std::move(kind);
    plan_.source = std::move(source);
    // Books that others refer to come first.
    std::vector<Planned> ordered;
    for (const auto kind_now : {core::BookKind::territory, core::BookKind::registry,
                                core::BookKind::association, core::BookKind::club}) {
        for (auto& planned : plan_.entries) {
            if (planned.kind == kind_now) ordered.push_back(std::move(planned));
        }
    }
    plan_.entries = std::move(ordered);
    return std::move(plan_);
}

}  // namespace lth::intake
