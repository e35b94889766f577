// The scheme's work, of all associations at once.
#include <algorithm>
#include <map>

#include "app/clusters.hpp"
#include "app/list_matters.hpp"
#include "app/province.hpp"
#include "core/association/publication.hpp"
#include "core/territory/history.hpp"
#include "core/territory/kinds.hpp"

namespace lth::app {
namespace {

using core::association::CareLevel;

CareLine care_line(const core::association::PublishedLine& line, std::string account) {
    return {.account = std::move(account),
            .opening = line.opening,
            .in = line.in,
            .out = line.out,
            .moved = line.moved,
            .closing = line.closing};
}

CareLine care_line(const core::association::PublishedLine& line) {
    const auto name = core::association::full_name(line.account);
    return care_line(line, name.substr(name.find(':') + 1));
}

std::optional<CareYear> care_year(const core::association::Association& book, CareLevel level,
                                  int year, core::Date until) {
    const auto published = core::association::publish(book, level, year, until);
    if (!published) return std::nullopt;
    CareYear view{.level = level, .year = {year}};
    for (const auto& line : published->held) view.held.push_back(care_line(line));
    for (const auto& line : published->owned) view.owned.push_back(care_line(line));
    view.total = care_line(published->total, "total");
    for (const auto& sum : published->flows) {
        view.flows.push_back({sum.flow, sum.form, sum.amount});
    }
    for (const auto& use : published->uses) view.uses.push_back({use.purpose, use.amount});
    view.last_receipt = published->last_receipt;
    view.last_voucher = published->last_voucher;
    const auto figures = core::association::year_figures(book, level, year);
    view.received = figures.received_money + figures.received_goods;
    view.club_support = figures.club_support_money + figures.club_support_goods;
    view.supports_clubs = core::association::supports_enough(view.club_support, view.received);
    return view;
}

// Its own unit as it was called last; since when it stands no longer.
struct OwnUnit {
    std::optional<core::Date> ended_on;
    std::string code;
    std::string district;  // it lay in
};

OwnUnit own_unit(const core::territory::Territory& territory, const core::UnitId& unit,
                 core::Date on) {
    OwnUnit own;
    const auto found = territory.unit_index.find(unit);
    if (found == territory.unit_index.end()) return own;
    const auto day = map_dates(territory, on).units;
    auto state = unit_on(territory, found->second, day);
    if (!state.exists && state.since <= day) {
        own.ended_on = state.since;
        state = unit_on(territory, found->second, state.since - 1);
    }
    own.code = state.code;
    const auto above =
        state.parent ? territory.unit_index.find(*state.parent) : territory.unit_index.end();
    if (above == territory.unit_index.end()) return own;
    const auto over = unit_on(territory, above->second, own.ended_on ? *own.ended_on - 1 : day);
    if (core::territory::level_of(over.kind) == core::territory::Level::district) {
        own.district = over.name;
    }
    return own;
}

}  // namespace

void Province::written() {
    const std::lock_guard lock(mutex_);
    looked_at_ = 0;
}

std::vector<AssociationLine> Province::association_books() {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return {};
    const MattersFrom from{*asked->facts, *asked->ground, asked->frame.as_of};
    const auto& folds = asked->facts->folds();
    std::vector<AssociationLine> lines;
    std::vector<OwnUnit> units;
    std::map<std::string, int> named;
    for (const auto& [book, association] : folds.associations) {
        const auto row = core::association::association_row(association);
        if (!row.unit || !row.level) continue;  // not registered
        AssociationLine line{.book = book, .name = row.name, .level = *row.level};
        if (const auto node = node_of(from, *row.unit); node != facts::no_node) {
            line.unit = asked->ground->view.units[node].id;
            line.own = line.unit == row.unit;
            line.unit_code = asked->ground->view.units[node].code;
            line.unit_name = asked->ground->view.units[node].name;
        }
        const auto& unit = units.emplace_back(own_unit(folds.territory, *row.unit, from.on));
        line.ended_on = unit.ended_on;
        ++named[line.name];
        lines.push_back(std::move(line));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (named[lines[i].name] < 2) continue;
        lines[i].apart = units[i].district.empty() ? units[i].code : units[i].district;
    }
    return lines;
}

core::Result<MatterList> Province::matters(const MatterQuestion& question) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return std::unexpected(asked.error());
    OpTexts texts(store_, question.shown);
    return list_matters({*asked->facts, *asked->ground, asked->frame.as_of}, question, texts);
}

core::Result<std::vector<QuotaResult>> Province::quotas(std::span<const core::UnitId> units) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return std::unexpected(asked.error());
    // Over whom a role is held at a cluster: its communes.
    std::vector<core::UnitId> under(units.begin(), units.end());
    for (const auto* version : cluster_versions(asked->facts->folds().registry)) {
        if (std::ranges::count(units, unit_of(version->cluster)) == 0) continue;
        under.insert(under.end(), version->communes.begin(), version->communes.end());
    }
    if (under.empty()) return std::vector<QuotaResult>{};
    return list_quotas({*asked->facts, *asked->ground, asked->frame.as_of},
                       facts::scope_of(asked->ground->view, under));
}

core::Result<std::vector<OpenGrant>> Province::open_grants(const core::BookId& club) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return std::unexpected(asked.error());
    return app::open_grants({*asked->facts, *asked->ground, asked->frame.as_of}, club);
}

core::Result<std::vector<CareYear>> Province::care(const core::BookId& book, int year) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return std::unexpected(asked.error());
    const auto& associations = asked->facts->folds().associations;
    const auto found = associations.find(book);
    if (found == associations.end()) {
        return core::reject("question.book.unknown", "book", {{"book", to_text(book)}});
    }
    const auto today = asked->frame.as_of;
    if (auto refused = core::association::year_ahead(year, today)) {
        return std::unexpected(std::move(*refused));
    }
    std::vector<CareYear> years;
    for (std::size_t level = 0; level < core::association::care_level_count; ++level) {
        auto one = care_year(found->second, static_cast<CareLevel>(level), year, today);
        if (one) years.push_back(std::move(*one));
    }
    return years;
}

}  // namespace lth::app
