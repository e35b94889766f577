// Rows of clubs: what a register or a list of clubs says about each, held against its book.
#include <algorithm>
#include <tuple>

#include "core/text.hpp"
#include "facts/scheme.hpp"
#include "intake/differing.hpp"
#include "intake/import.hpp"
#include "intake/known_clubs.hpp"

namespace lth::intake {
namespace {

using core::BookKind;
using namespace core::club;

/// What both kinds of row say.
struct Row {
    const sheet::RegisterRow& cells;
    sheet::Text seat_village = {};
    bool at_work = false;  // a register lists clubs that exist on its day
};

sheet::RegisterRow as_register(const sheet::ClubRow& row) {
    sheet::RegisterRow cells;
    cells.at = row.at;
    cells.id = row.id;
    cells.district = row.district;
    cells.commune = row.commune;
    cells.villages = row.villages;
    cells.name = row.name;
    cells.programme = row.programme;
    cells.decision_number = row.decision_number;
    cells.decision_date = row.decision_date;
    cells.launched = row.launched;
    cells.start_capital = row.start_capital;
    cells.as_of = row.as_of;
    return cells;
}

std::optional<core::Count> count(const sheet::Number& number) {
    return number ? std::optional(core::Count{*number}) : std::nullopt;
}

Figures figures_of(const sheet::RegisterRow& row) {
    Figures figures;
    figures.members = count(row.members);
    figures.elderly = count(row.elderly);
    figures.women = count(row.women);
    figures.hardship = count(row.hardship);
    figures.ethnic_minority = count(row.ethnic_minority);
    figures.volunteers = count(row.volunteers);
    figures.capital = row.capital;
    figures.loans_outstanding = row.loans_outstanding;
    figures.borrowers_ever = count(row.borrowers_ever);
    figures.borrowers_year = count(row.borrowers_year);
    figures.borrowers_owing = count(row.borrowers_owing);
    figures.meetings_year = count(row.meetings_year);
    figures.rating = row.rating;
    return figures;
}

class ClubRows {
public:
    explicit ClubRows(Planner& planner)
        : planner_(planner), places_(planner), known_(planner, places_) {}

    void take(const Row& row) {
        planner_.count_row();
        at_ = row.cells.at;
        day_ = row.cells.as_of.value_or(planner_.as_of());
        map_day_ = places_.map_day(row.cells.as_of);
        const auto commune = places_.commune({row.cells.district, row.cells.commune}, map_day_);
        if (!commune) return planner_.error(at_, commune.error());
        commune_ = *commune;
        const auto found = known_.find({row.cells.id, row.cells.name, commune_}, map_day_);
        if (!found) return planner_.error(at_, found.error());
        if (is_second(row, *found)) return;
        std::vector<ClubDraft> ops = *found == nullptr ? founded(row) : changed(row, **found);
        if (ops.empty()) return planner_.count_unchanged();
        const auto id =
            *found == nullptr ? core::BookId(planner_.derive("club", at_)) : (*found)->id;
        clubs_.emplace_back(id, std::move(ops));
    }

    void propose() {
        places_.propose_villages();
        propose_programmes();
        for (auto& [id, ops] : clubs_) planner_.propose(id, BookKind::club, std::move(ops));
    }

private:
    bool is_second(const Row& row, const KnownClub* club) {
        const auto key = club != nullptr
                             ? sheet::club_key(to_text(club->id), "")
                             : sheet::club_key(row.cells.name, commune_ ? to_text(*commune_) : "");
        const auto [first, fresh] = seen_.emplace(key, at_.row);
        if (fresh) return false;
        planner_.error(at_, core::make_rejection("import.club.twice", "name",
                                                 {{"other", std::to_string(first->second)}}));
        return true;
    }

    template <class What>
    [[nodiscard]] ClubDraft op(core::Date on, What what) const {
        return drafted<ClubOp>(on, std::move(what), at_);
    }

    /// Those that the row names; one of `held` if it is called so.
    std::vector<core::VillageId> villages_of(const Row& row,
                                             const std::vector<core::VillageId>& held) {
        std::vector<std::string> names = row.cells.villages;
        if (row.seat_village) names.insert(names.begin(), *row.seat_village);
        std::vector<core::VillageId> villages;
        for (const auto& name : names) {
            if (!commune_) break;
            const auto own = std::ranges::find_if(
                held, [&](core::VillageId id) { return places_.is_called(id, name, map_day_); });
            const auto village =
                own != held.end() ? *own : places_.village(*commune_, name, map_day_, at_);
            if (std::ranges::find(villages, village) == villages.end()) {
                villages.push_back(village);
            }
        }
        return villages;
    }

    std::optional<core::ProgrammeId> programme_of(const Row& row) {
        if (!row.cells.programme) return std::nullopt;
        const auto key = sheet::programme_key(*row.cells.programme);
        for (const auto& known : planner_.registry().programmes) {
            const auto& what = known.what;
            const bool fits = sheet::programme_key(what.name.value) == key ||
                              facts::programme_id(key) == what.programme ||
                              (what.document && sheet::programme_key(what.document->value) == key);
            if (fits) return what.programme;
        }
        const auto id = facts::programme_id(key);
        programmes_.try_emplace(id, *row.cells.programme, at_);
        return id;
    }

    void propose_programmes() {
        std::vector<Drafted<core::registry::RegistryOp>> ops;
        std::string names;
        for (const auto& [id, named] : programmes_) {
            const auto& [name, at] = named;
            core::registry::ProgrammeAdded added;
            added.programme = id;
            added.name = {name};
            const bool numbered = core::fold_words(name).find("du an") == std::string::npos;
            added.kind = numbered ? core::registry::ProgrammeKind::decision
                                  : core::registry::ProgrammeKind::project;
            ops.push_back(drafted<core::registry::RegistryOp>(planner_.today(), added, at));
            names += (names.empty() ? "" : ", ") + name;
        }
        if (ops.empty()) return;
        planner_.note({},
                      core::make_rejection("import.note.programme_new", {}, {{"names", names}}));
        planner_.propose(planner_.only_book(BookKind::registry), BookKind::registry,
                         std::move(ops));
    }

    std::vector<ClubDraft> founded(const Row& row) {
        const auto& cells = row.cells;
        auto villages = villages_of(row, {});
        if (villages.empty()) {
            villages.push_back(places_.unnamed(commune_, map_day_, at_));
            planner_.note(at_, commune_ ? core::make_rejection("import.note.village_missing")
                                        : core::make_rejection("import.note.commune_missing"));
        }
        const auto proposed =
            std::min({day_, cells.launched.value_or(day_), cells.decision_date.value_or(day_)});
        ClubProposed what{
            {cells.name}, villages.front(), villages, programme_of(row), cells.start_capital};
        std::vector<ClubDraft> ops{op(proposed, std::move(what))};
        decide(row, ops);
        launch(row, ops);
        report(row, {}, ops);
        return ops;
    }

    std::vector<ClubDraft> changed(const Row& row, const KnownClub& known) {
        const auto rows = planner_.store().club_rows(known.id);
        if (!rows.club) return {};
        const auto& club = *rows.club;
        std::vector<ClubDraft> ops;
        ClubChanged change;
        Differing differing(planner_, sheet::SheetKind::club_register, at_, club.name);
        if (row.cells.name != club.name) {
            change.name = {row.cells.name};
            differing.tell(sheet::ColumnId::name, club.name, row.cells.name);
        }
        settle(row, known, rows, change, differing);
        const auto programme = programme_of(row);
        if (programme && programme != club.programme) {
            change.programme = programme;
            differing.tell(sheet::ColumnId::programme, programme_name(club.programme),
                           *row.cells.programme);
        }
        if (row.cells.start_capital && row.cells.start_capital != club.start_capital) {
            change.start_capital = row.cells.start_capital;
            differing.tell(sheet::ColumnId::start_capital, shown(club.start_capital),
                           shown(row.cells.start_capital));
        }
        if (change.name || change.villages || change.programme || change.start_capital) {
            ops.push_back(op(day_, std::move(change)));
        }
        if (!club.decided_on) decide(row, ops);
        const bool founding = club.status == Status::proposed || club.status == Status::decided;
        if (founding && row.cells.launched) launch(row, ops);
        report(row, rows.reports, ops);
        return ops;
    }

    /// Where the club is, if the row says otherwise than its book.
    void settle(const Row& row, const KnownClub& known, const app::ClubRows& rows,
                ClubChanged& change, Differing& differing) {
        std::vector<core::VillageId> held;
        for (const auto& village : rows.villages) {
            if (village.from == rows.villages.back().from) held.push_back(village.village);
        }
        const auto before = names_of(held);
        auto named = villages_of(row, held);
        const bool moved = commune_ && known.commune != commune_;
        if (named.empty() && !moved) return;
        if (named.empty()) named.push_back(places_.unnamed(commune_, map_day_, at_));
        auto wanted = named;
        std::ranges::sort(held);
        std::ranges::sort(wanted);
        const auto seat = rows.club->seat_village;
        const bool seat_stays =
            !row.seat_village && seat && std::ranges::find(named, *seat) != named.end();
        if (held == wanted && (seat_stays || seat == named.front())) return;
        std::string after = row.seat_village.value_or("");
        for (const auto& name : row.cells.villages) after += (after.empty() ? "" : "; ") + name;
        differing.tell(sheet::ColumnId::villages, before, std::move(after));
        change.seat_village = seat_stays ? *seat : named.front();
        change.villages = std::move(named);
    }

    /// In the order given.
    std::string names_of(const std::vector<core::VillageId>& villages) {
        std::string names;
        for (const auto village : villages) {
            const auto name = places_.village_name(village, map_day_);
            if (!name.empty()) names += (names.empty() ? "" : "; ") + name;
        }
        return names;
    }

    std::string programme_name(const std::optional<core::ProgrammeId>& id) {
        if (!id) return {};
        const auto* added = core::registry::find_programme(planner_.registry(), *id);
        return added == nullptr ? std::string() : added->name.value;
    }

    void decide(const Row& row, std::vector<ClubDraft>& ops) {
        const auto& cells = row.cells;
        if (!cells.decision_number && !cells.decision_date) return;
        const auto on = cells.decision_date.value_or(cells.launched.value_or(day_));
        ops.push_back(op(on, ClubDecided{{cells.decision_number.value_or("chưa rõ số")}}));
    }

    void launch(const Row& row, std::vector<ClubDraft>& ops) {
        if (!row.cells.launched && !row.at_work) return;
        if (!row.cells.launched) {
            planner_.note(at_, core::make_rejection("import.note.launch_missing", {},
                                                    {{"date", core::vietnamese(day_)}}));
        }
        ops.push_back(op(row.cells.launched.value_or(day_), ClubLaunched{}));
    }

    void report(const Row& row, const std::vector<ReportRow>& reports,
                std::vector<ClubDraft>& ops) {
        const auto figures = figures_of(row.cells);
        if (figures == Figures{}) return;
        for (const auto& known : reports) {
            // Figures without a day, handed in again later, say nothing new.
            const bool same_day = known.as_of == day_ || !row.cells.as_of;
            if (known.live && same_day && known.figures == figures) return;
        }
        if (!row.cells.as_of) {
            planner_.note(at_, core::make_rejection("import.note.day_missing", {},
                                                    {{"date", core::vietnamese(day_)}}));
        }
        ops.push_back(op(day_, ClubReported{day_, ReportSource::register_sheet, figures}));
    }

    Planner& planner_;
    Places places_;
    KnownClubs known_;
    std::map<sheet::DuplicateKey, std::uint32_t> seen_;
    std::map<core::ProgrammeId, std::pair<std::string, sheet::Origin>> programmes_;
    std::vector<std::pair<core::BookId, std::vector<ClubDraft>>> clubs_;
    // Of the row that is being taken.
    sheet::Origin at_;
    core::Date day_;
    core::Date map_day_;
    std::optional<core::UnitId> commune_;
};

}  // namespace

void plan_register(Planner& planner, const sheet::Rows<sheet::RegisterRow>& rows) {
    ClubRows clubs(planner);
    for (const auto& row : rows.rows) clubs.take({.cells = row, .at_work = true});
    clubs.propose();
}

void plan_clubs(Planner& planner, const sheet::Rows<sheet::ClubRow>& rows) {
    ClubRows clubs(planner);
    for (const auto& row : rows.rows) {
        const auto cells = as_register(row);
        clubs.take({.cells = cells, .seat_village = row.seat_village});
    }
    clubs.propose();
}

}  // namespace lth::intake
