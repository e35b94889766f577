// Rows for the registry, the associations and the territory: claims of documents, years of care
// funds, lists of units.
#include <algorithm>
#include <array>

#include "core/territory/import.hpp"
#include "intake/import.hpp"
#include "intake/places.hpp"

namespace lth::intake {
namespace {

using core::BookKind;
using core::association::AssociationOp;
using core::association::CareLevel;
using core::association::CareYearReported;
using core::registry::ClaimRecorded;
using core::registry::RegistryOp;
using core::territory::TerritoryOp;

std::optional<core::PublicText> public_text(const sheet::Text& text) {
    return text ? std::optional(core::PublicText{*text}) : std::nullopt;
}

ClaimRecorded claim_of(const sheet::ClaimRow& row) {
    ClaimRecorded claim;
    claim.document = {row.document};
    claim.date = row.date;
    claim.measure = {row.measure};
    claim.relation = static_cast<core::registry::Relation>(row.relation);
    if (row.value) claim.value = row.value->value;
    claim.words = public_text(row.words);
    return claim;
}

bool same(const ClaimRecorded& a, const ClaimRecorded& b) {
    return a.document == b.document && a.date == b.date && a.measure == b.measure &&
           a.relation == b.relation && a.value == b.value && a.words == b.words;
}

CareLevel level_of(core::territory::Level level) {
    switch (level) {
        case core::territory::Level::province:
            return CareLevel::province;
        case core::territory::Level::district:
            return CareLevel::district;
        case core::territory::Level::commune:
            break;
    }
    return CareLevel::commune;
}

CareYearReported year_of(const sheet::FundYearRow& row, CareLevel level) {
    CareYearReported stated;
    stated.level = level;
    stated.year = {row.year};
    stated.received_money = row.received_money;
    stated.received_goods = row.received_goods;
    stated.spent = row.spent;
    stated.club_support = row.club_support;
    stated.transferred_in = row.transferred_in;
    stated.transferred_out = row.transferred_out;
    stated.balance = row.balance;
    return stated;
}

/// Associations by the unit whose they are.
class FundYears {
public:
    explicit FundYears(Planner& planner) : planner_(planner), places_(planner) {
        for (const auto& [id, book] : planner.facts().folds().associations) {
            const auto row = core::association::association_row(book);
            if (!row.unit) continue;
            books_.emplace(*row.unit, id);
            levels_.emplace(id, row.level.value_or(CareLevel::commune));
        }
    }

    void take(const sheet::FundYearRow& row) {
        planner_.count_row();
        if (row.id) return take_known(row);
        const auto day = core::make_date(row.year, 12, 31);
        const auto unit = places_.unit(row.unit, places_.map_day(day));
        if (!unit) return planner_.error(row.at, unit.error());
        const auto& view = places_.map(places_.map_day(day));
        const auto& node = view.units[core::territory::place_of(view, *unit)->unit];
        const auto stated = year_of(row, row.level.value_or(level_of(node.level)));
        const auto [at, fresh] = books_.try_emplace(*unit);
        if (!fresh) return state(row, at->second, stated);
        at->second = core::BookId(planner_.derive("association/" + to_text(*unit), {}));
        core::association::AssociationRegistered registered;
        registered.unit = *unit;
        registered.level = level_of(node.level);
        registered.name = {"Hội Người cao tuổi " + node.name};
        std::vector<Drafted<AssociationOp>> ops;
        ops.push_back(drafted<AssociationOp>(written_on(row), std::move(registered), row.at));
        ops.push_back(drafted<AssociationOp>(written_on(row), stated, row.at));
        planner_.propose(at->second, BookKind::association, std::move(ops));
    }

private:
    /// By its hidden id, which goes before the name: units that were joined share a code.
    void take_known(const sheet::FundYearRow& row) {
        const auto id = core::parse_uuid(*row.id);
        const auto at = id ? levels_.find(core::BookId(*id)) : levels_.end();
        if (at == levels_.end()) {
            return planner_.error(
                row.at, core::make_rejection("import.id.unknown", "id", {{"found", *row.id}}));
        }
        state(row, at->first, year_of(row, row.level.value_or(at->second)));
    }

    void state(const sheet::FundYearRow& row, const core::BookId& book,
               const CareYearReported& stated) {
        if (is_stated(book, stated)) return planner_.count_unchanged();
        std::vector<Drafted<AssociationOp>> ops;
        ops.push_back(drafted<AssociationOp>(written_on(row), stated, row.at));
        planner_.propose(book, BookKind::association, std::move(ops));
    }

    core::Date written_on(const sheet::FundYearRow& row) const {
        return std::min(core::make_date(row.year, 12, 31), planner_.today());
    }

    /// The last live statement on that year and level says the same.
    bool is_stated(const core::BookId& id, const CareYearReported& stated) {
        const auto* book =
            planner_.book(id, BookKind::association).as<core::association::Association>();
        const CareYearReported* last = nullptr;
        const auto rows = core::association::all_rows(*book);
        for (const auto& row : rows.years) {
            const bool fits =
                row.live && row.stated.year == stated.year && row.stated.level == stated.level;
            if (fits) last = &row.stated;
        }
        return last != nullptr && *last == stated;
    }

    Planner& planner_;
    Places places_;
    std::map<core::UnitId, core::BookId> books_;
    std::map<core::BookId, CareLevel> levels_;
};

sheet::Origin row_of(const core::Rejection& rejection) {
    sheet::Origin at;
    for (const auto& fact : rejection.facts) {
        if (fact.name == "row") at.row = static_cast<std::uint32_t>(std::stoul(fact.value));
    }
    return at;
}

}  // namespace

void plan_claims(Planner& planner, const sheet::Rows<sheet::ClaimRow>& rows) {
    std::vector<Drafted<RegistryOp>> ops;
    for (const auto& row : rows.rows) {
        planner.count_row();
        auto claim = claim_of(row);
        const bool known = std::ranges::any_of(
            planner.registry().claims, [&](const auto& one) { return same(one.what, claim); });
        if (known) {
            planner.count_unchanged();
            continue;
        }
        ops.push_back(drafted<RegistryOp>(planner.today(), std::move(claim), row.at));
    }
    planner.propose(planner.only_book(BookKind::registry), BookKind::registry, std::move(ops));
}

void plan_fund_years(Planner& planner, const sheet::Rows<sheet::FundYearRow>& rows) {
    FundYears years(planner);
    for (const auto& row : rows.rows) years.take(row);
}

bool is_on_map(const core::territory::Territory& territory,
               const std::vector<core::territory::ListedUnit>& list, core::Date day) {
    static constexpr std::array<std::string_view, 3> changes = {
        "territory.suspect.renamed", "territory.suspect.retyped", "territory.suspect.moved"};
    if (territory.units.empty()) return false;
    const auto units = core::territory::import_units(territory, list, {.as_of = day, .on = day});
    return units.errors.empty() && units.created == 0 && units.vanished == 0 &&
           std::ranges::none_of(units.suspicions, [](const core::Rejection& one) {
               return std::ranges::find(changes, one.rule.id()) != changes.end();
           });
}

void plan_units(Planner& planner, const sheet::Rows<sheet::UnitRow>& rows) {
    std::vector<core::territory::ListedUnit> list;
    for (const auto& row : rows.rows) {
        planner.count_row();
        list.push_back({static_cast<std::int32_t>(row.at.row), row.code, row.name, row.kind,
                        row.parent_code.value_or("")});
    }
    const auto& basis = planner.options().legal_basis;
    auto units = core::territory::import_units(
        planner.territory(), list,
        {.as_of = planner.as_of(),
         .on = planner.today(),
         .legal_basis = basis.empty() ? std::nullopt : std::optional(core::PublicText{basis})});
    for (const auto& error : units.errors) planner.error(row_of(error), error);
    for (const auto& suspicion : units.suspicions) planner.note(row_of(suspicion), suspicion);
    if (!planner.has_errors() && is_on_map(planner.territory(), list, planner.as_of())) {
        for (std::size_t i = 0; i < list.size(); ++i) planner.count_unchanged();
        return;
    }
    planner.propose(planner.only_book(BookKind::territory), BookKind::territory,
                    drafted(std::move(units.ops)));
}

}  // namespace lth::intake
