#include "app/scheme_desk.hpp"

#include <algorithm>
#include <tuple>

#include "app/roles.hpp"
#include "app/sort_key.hpp"
#include "core/text.hpp"

namespace lth::app {
namespace {

SortKey key_of(const VisitLine& line, VisitsOrder order) {
    switch (order) {
        case VisitsOrder::reasons:
            return {};
        case VisitsOrder::name:
            return name_key(line.name);
        case VisitsOrder::commune:
            return place_key(line.commune, line.village);
        case VisitsOrder::longest_ago:
            return date_key(line.last_visit.value_or(core::Date{}), 1);
        case VisitsOrder::planned:
            return date_key(line.planned, 1);
    }
    return {};
}

// Those of units that stand first.
void sort_associations(std::vector<AssociationLine>& lines) {
    std::ranges::sort(lines, {}, [](const AssociationLine& line) {
        return std::tuple(line.ended_on.has_value(), line.level, core::place_sort_key(line.name),
                          line.ended_on, line.apart);
    });
}

}  // namespace

std::vector<AssociationLine> SchemeDesk::associations(const core::AccountId& officer) {
    const auto held = rights_.held_today(officer);
    std::vector<AssociationLine> lines;
    for (auto& line : reading_.association_books()) {
        const auto roles = rights_.roles_over(held, line.book);
        if (!sees(roles, core::BookKind::association, Sight::lists)) continue;
        line.records = may_record(roles, core::BookKind::association, "association.registered");
        lines.push_back(std::move(line));
    }
    sort_associations(lines);
    return lines;
}

std::optional<core::BookId> SchemeDesk::widest(const core::AccountId& officer) {
    const auto lines = associations(officer);
    return lines.empty() ? std::nullopt : std::optional(lines.front().book);
}

std::vector<AssociationLine> SchemeDesk::counterparts(const core::AccountId& officer) {
    const auto held = rights_.held_today(officer);
    auto lines = reading_.association_books();
    const bool any = std::ranges::any_of(lines, [&](const auto& line) {
        return sees(rights_.roles_over(held, line.book), core::BookKind::association, Sight::lists);
    });
    if (!any) return {};
    sort_associations(lines);
    return lines;
}

std::vector<core::BookId> SchemeDesk::readable(const core::AccountId& officer) {
    std::vector<core::BookId> books;
    for (const auto& line : associations(officer)) books.push_back(line.book);
    std::ranges::sort(books);
    return books;
}

core::Result<MatterList> SchemeDesk::matters(const core::AccountId& officer,
                                             MatterQuestion question) {
    auto books = readable(officer);
    for (const auto& book : question.books) {
        if (!std::ranges::binary_search(books, book)) {
            return core::reject("reading.not_allowed", "book");
        }
    }
    if (question.books.empty()) question.books = std::move(books);
    std::ranges::sort(question.books);
    const auto held = rights_.held_today(officer);
    for (const auto& book : question.books) {
        const auto roles = rights_.roles_over(held, book);
        for (const auto kind : {core::PartClass::name, core::PartClass::text}) {
            if (!sees(roles, core::BookKind::association, sight_of(kind))) continue;
            question.shown[book].insert(kind);
        }
    }
    auto list = reading_.matters(question);
    if (!list || !question.seq) return list;
    for (auto& matter : list->matters) {
        for (auto& step : matter.steps) step.by = rights_.recorded_as(matter.book, step.seq);
    }
    return list;
}

core::Result<VisitPlan> SchemeDesk::visits(const core::AccountId& officer,
                                           const VisitsQuestion& question) {
    auto lines = reading_.visits();
    if (!lines) return std::unexpected(lines.error());
    const auto held = rights_.held_today(officer);
    const auto wanted = core::fold_text(question.search);
    std::erase_if(*lines, [&](const VisitLine& line) {
        const auto text = core::fold_text(line.name + ' ' + line.commune);
        if (text.find(wanted) == std::string::npos) return true;
        return !sees(rights_.roles_over(held, line.club), core::BookKind::club, Sight::lists);
    });
    sort_by_key(*lines, [&](const VisitLine& line) { return key_of(line, question.order); });
    VisitPlan plan{.total = lines->size(), .offset = question.offset};
    const auto first = std::min(question.offset, lines->size());
    const auto end = std::min(first + question.limit, lines->size());
    for (auto at = first; at < end; ++at) plan.clubs.push_back(std::move((*lines)[at]));
    return plan;
}

core::Result<std::vector<QuotaResult>> SchemeDesk::quotas(const core::AccountId& officer) {
    std::vector<core::UnitId> units;
    for (const auto& held : rights_.held_today(officer)) {
        const bool reads = may_see(held.role, Sight::lists) == Seeing::yes;
        if (held.unit && reads) units.push_back(*held.unit);
    }
    return reading_.quotas(units);
}

core::Result<std::vector<OpenGrant>> SchemeDesk::open_grants(const core::AccountId& officer,
                                                             const core::BookId& club) {
    const std::string op(core::club::CapitalReceived::op);
    if (!may_record(rights_.roles_over(officer, club), core::BookKind::club, op)) {
        return core::reject("role.operation.not_allowed", "op", {{"op", op}});
    }
    return reading_.open_grants(club);
}

core::Result<std::vector<CareYear>> SchemeDesk::care(const core::AccountId& officer,
                                                     const core::BookId& book, int year) {
    if (!std::ranges::binary_search(readable(officer), book)) {
        return core::reject("reading.not_allowed", "book");
    }
    return reading_.care(book, year);
}

bool SchemeDesk::records_in(const core::AccountId& officer, const std::optional<core::BookId>& book,
                            std::string_view op) {
    if (!book) return false;
    const auto kind = op.starts_with("scheme.") || op.starts_with("cluster.")
                          ? core::BookKind::registry
                          : core::BookKind::territory;
    return std::ranges::any_of(rights_.roles_over(officer, *book),
                               [&](Role role) { return may_record(role, kind, op); });
}

std::vector<std::string> SchemeDesk::records_of(const core::AccountId& officer,
                                                const core::BookId& territory,
                                                const core::UnitId& unit) {
    const auto roles = rights_.roles_on_map(officer, territory, unit);
    std::vector<std::string> ops;
    for (const auto& right : op_rights()) {
        const bool may =
            right.book == core::BookKind::territory && may_record(roles, right.book, right.op);
        if (may) ops.emplace_back(right.op);
    }
    return ops;
}

}  // namespace lth::app
