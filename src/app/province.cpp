#include "app/province.hpp"

#include <algorithm>
#include <limits>

#include "app/club_book.hpp"
#include "app/club_flags.hpp"
#include "app/clusters.hpp"
#include "app/map_days.hpp"
#include "app/sort_key.hpp"
#include "core/club/pages.hpp"
#include "core/territory/history.hpp"
#include "core/text.hpp"

namespace lth::app {
namespace {

using facts::no_node;
using facts::Node;

constexpr std::int64_t look_again_ms = 1'000;

UnitRef unit_ref(const core::territory::TerritoryView& view, Node node) {
    const auto& unit = view.units[node];
    UnitRef ref{.id = unit.id,
                .code = unit.code,
                .name = unit.name,
                .kind = unit.kind,
                .level = unit.level};
    if (unit.parent != no_node) ref.parent = view.units[unit.parent].code;
    return ref;
}

std::vector<UnitRef> path_to(const core::territory::TerritoryView& view, Node node) {
    std::vector<UnitRef> path;
    for (; node != no_node; node = view.units[node].parent) path.push_back(unit_ref(view, node));
    std::ranges::reverse(path);
    return path;
}

// A unit that stands on the map itself, not what it went into.
Node find_id(const core::territory::TerritoryView& view, std::string_view text) {
    const auto id = core::parse_base32(text);
    const auto* place = id ? core::territory::place_of(view, core::UnitId{*id}) : nullptr;
    const bool stands = place != nullptr && place->unit != no_node &&
                        view.units[place->unit].id == core::UnitId{*id} &&
                        view.units[place->unit].standing == core::territory::Standing::live;
    return stands ? place->unit : no_node;
}

SchemeRef scheme_ref(const facts::Scheme& scheme) {
    return {scheme.id, scheme.name.vi, scheme.baseline, scheme.ends};
}

// Those of a status that were found by their name or their commune's, in club order.
std::vector<facts::ClubNumber> matching(const facts::Scene& scene, const ClubsQuestion& question) {
    using core::club::Status;
    auto statuses = question.statuses;
    if (statuses.empty()) statuses = {Status::active, Status::suspended, Status::closing};
    const auto wanted = core::fold_text(question.search);
    std::vector<facts::ClubNumber> found;
    for (const auto status : statuses) {
        for (facts::ClubNumber club = 0; club < scene.cube.size(); ++club) {
            if (facts::status_on(scene.cube, club, scene.as_of) != status) continue;
            const auto seat = facts::seat_on(scene.cube, scene.ground, club, scene.as_of);
            if (!scene.scope.holds(seat)) continue;
            std::string text(scene.cube.name(club));
            if (seat != no_node) text += ' ' + scene.ground.view.units[seat].name;
            if (core::fold_text(text).find(wanted) != std::string::npos) found.push_back(club);
        }
    }
    return found;
}

SortKey key_of(const ClubLine& club, ClubsOrder order) {
    switch (order) {
        case ClubsOrder::entered:
            return {};
        case ClubsOrder::name:
            return name_key(club.name);
        case ClubsOrder::commune:
            return place_key(club.commune.name, club.village);
        case ClubsOrder::oldest:
            return date_key(club.launched_on, 1);
        case ClubsOrder::newest:
            return date_key(club.launched_on, -1);
        case ClubsOrder::smallest:
            return number_key(club.members, 1);
        case ClubsOrder::largest:
            return number_key(club.members, -1);
    }
    return {};
}

facts::Question about_of(const Frame& frame) {
    return {.as_of = frame.as_of, .units_as_of = frame.units_as_of, .known_at = frame.known_at};
}

std::int64_t reached(const facts::Coverage& coverage, const core::territory::UnitNode& unit) {
    return std::count(coverage.villages.begin() + unit.first_village,
                      coverage.villages.begin() + unit.end_village, true);
}

// A unit below the one asked about, with what stands in it.
AreaLine area_line(const ProvinceFacts& facts, const facts::Ground& ground, core::Date as_of,
                   const facts::Coverage& coverage, Node node) {
    const auto& view = ground.view;
    const auto& unit = view.units[node];
    const auto scene =
        facts::scene_of(facts.cube(), ground, facts::scope_of(view, node), as_of, {});
    AreaLine line{.code = unit.code, .name = unit.name};
    line.clubs = static_cast<std::int64_t>(scene.active.size());
    line.members = facts::total(scene, facts::Column::members, scene.active).value();
    line.unclear = unit.standing != core::territory::Standing::live;
    for (Node i = node; i < unit.end; ++i) {
        const bool commune = view.units[i].level == core::territory::Level::commune &&
                             view.units[i].standing == core::territory::Standing::live;
        if (!commune) continue;
        line.communes = line.communes.value_or(0) + 1;
        if (coverage.units[i]) ++line.communes_covered;
    }
    line.villages = ground.denominators[node].villages;
    line.villages_covered = reached(coverage, unit);
    return line;
}

// The store keeps them by id.
std::vector<core::club::MeetingRow> by_day(std::vector<core::club::MeetingRow> meetings) {
    std::ranges::sort(meetings, {}, [](const core::club::MeetingRow& row) {
        return std::pair(row.on, row.meeting);
    });
    return meetings;
}

std::map<core::MeetingId, std::uint64_t> meeting_entries(const core::club::Club& club) {
    std::map<core::MeetingId, std::uint64_t> entries;
    for (const auto& meeting : club.meetings) {
        const auto& record = club.ops[meeting.op];
        if (record.live) entries[meeting.held.meeting] = record.seq;
    }
    return entries;
}

// As the board of the club sees them on that day.
std::vector<LoanLine> loans_on(const core::club::Club& club,
                               std::span<const core::club::LoanRow> rows, core::Date on) {
    std::vector<LoanLine> loans;
    for (const auto& line : core::club::loan_lines(club, on)) {
        const auto row = std::ranges::find(rows, line.loan, &core::club::LoanRow::loan);
        if (row == rows.end()) continue;
        auto& loan = loans.emplace_back(LoanLine{.row = *row, .borrower = to_text(line.member)});
        loan.row.outstanding = line.outstanding;
        loan.days_late = line.age_days.value;
        if (loan.row.settled_on > on) loan.row.settled_on.reset();
    }
    return loans;
}

// A result that stood when its club answered is judged a second time.
bool answer_is_open(const core::club::RatingRow& row) {
    using enum core::club::RatingState;
    return row.state == answered || (row.state == appraised && row.approved);
}

std::optional<core::club::RatingRow> rating_asked_of(std::span<const core::club::RatingRow> rows,
                                                     const ClubsQuestion& question) {
    std::optional<core::club::RatingRow> asked;
    for (const auto& row : rows) {
        if (question.rated_in == row.year) asked = row;
        if (question.open_answers && answer_is_open(row)) asked = row;
    }
    return asked;
}

}  // namespace

Province::Province(Store& store, Clock& clock) : store_(store), clock_(clock) {}

ProvinceFacts& Province::current() {
    const auto now = clock_.now_ms();
    if (!facts_) {
        marker_ = store_.change_marker();
        facts_ = std::make_unique<ProvinceFacts>(store_, core::business_date(now));
        looked_at_ = now;
    } else if (now - looked_at_ >= look_again_ms || now < looked_at_) {
        looked_at_ = now;
        const auto marker = store_.change_marker();
        if (marker != marker_) facts_->refresh(store_);
        marker_ = marker;
    }
    return *facts_;
}

ProvinceFacts& Province::as_known(std::int64_t known_at) {
    if (!earlier_ || earlier_known_at_ != known_at) {
        earlier_ =
            std::make_unique<ProvinceFacts>(store_, core::business_date(clock_.now_ms()), known_at);
        earlier_known_at_ = known_at;
    }
    return *earlier_;
}

core::Result<Province::Asked> Province::ask(const Question& question) {
    return ask_of(question.known_at ? as_known(*question.known_at) : current(), question);
}

core::Result<Province::Asked> Province::ask_of(ProvinceFacts& facts, const Question& question) {
    Asked asked;
    asked.facts = &facts;
    asked.frame.known_now = !question.known_at;
    asked.frame.known_at = question.known_at.value_or(clock_.now_ms());
    asked.frame.as_of = question.as_of.value_or(core::business_date(clock_.now_ms()));
    asked.frame.units_as_of = question.units_as_of.value_or(asked.frame.as_of);
    asked.frame.simulated = asked.facts->simulated();
    asked.ground = &asked.facts->ground(asked.frame.units_as_of);
    const auto& view = asked.ground->view;
    if (const auto cluster = cluster_in(question.unit)) {
        if (ask_cluster(asked, *cluster)) return asked;
    }
    if (!question.unit.empty()) {
        asked.node = core::territory::find_code(view, question.unit);
        if (asked.node == no_node) asked.node = find_id(view, question.unit);
        if (asked.node == no_node) {
            return core::reject(
                "question.unit.unknown", "unit",
                {{"unit", question.unit}, {"date", to_text(asked.frame.units_as_of)}});
        }
        asked.scope = facts::scope_of(view, asked.node);
        asked.frame.path = path_to(view, asked.node);
        asked.frame.clusters = clusters_over(asked.facts->folds().registry, view,
                                             view.units[asked.node].id, asked.frame.units_as_of);
    }
    return asked;
}

core::Result<StandingView> Province::standing(const Question& question) {
    const std::lock_guard lock(mutex_);
    auto asked = ask(question);
    if (!asked) return std::unexpected(asked.error());
    auto& facts = *asked->facts;
    const auto* scheme = facts.scheme_asked(question.scheme, asked->frame.as_of);
    if (scheme == nullptr) {
        if (question.scheme.empty()) return core::reject("question.scheme.none", "scheme");
        return core::reject("question.scheme.unknown", "scheme", {{"scheme", question.scheme}});
    }
    auto about = about_of(asked->frame);
    about.scope = asked->scope;
    if (asked->node != no_node) about.scope_name = asked->ground->view.units[asked->node].name;
    if (asked->cluster != nullptr) about.scope_name = asked->cluster->name.value;
    if (question.all_missing) about.missing_limit = std::numeric_limits<std::size_t>::max();
    StandingView view;
    view.frame = asked->frame;
    view.standing = facts.standing(*scheme, about);
    if (question.with_trend) view.trend = trend_of(facts, *scheme, about, view.standing);
    view.scheme = scheme_ref(*scheme);
    for (const auto* other : facts.schemes_on(asked->frame.as_of)) {
        view.schemes.push_back(scheme_ref(*other));
    }
    view.maps = map_days(facts.folds().territory);
    const bool part = asked->node != no_node && asked->node != 0;
    if (asked->cluster != nullptr || (part && !asked->ground->view.units.empty())) return view;
    for (const auto& claim : facts.folds().registry.claims) {
        if (!facts.folds().registry.ops[claim.op].live) continue;
        auto then = about;
        then.missing_limit = 0;
        then.as_of = claim.what.date;
        if (!question.units_as_of) then.units_as_of = claim.what.date;  // as everywhere
        // Whether a document spoke true does not turn on the scheme that is looked at.
        const auto* own = facts.default_scheme(claim.what.date);
        view.claims.push_back(facts::check_claim(claim.what, facts.standing(*own, then)));
    }
    return view;
}

core::Result<UnitsView> Province::units(std::optional<core::Date> as_of) {
    const std::lock_guard lock(mutex_);
    Question question;
    question.as_of = as_of;
    const auto asked = ask(question);
    if (!asked) return std::unexpected(asked.error());
    UnitsView units;
    units.as_of = asked->frame.units_as_of;
    const auto& view = asked->ground->view;
    for (Node node = 0; node < view.units.size(); ++node) {
        if (view.units[node].standing != core::territory::Standing::live) continue;
        units.units.push_back(unit_ref(view, node));
        if (view.units[node].level == core::territory::Level::district) ++units.districts;
        if (view.units[node].level == core::territory::Level::commune) ++units.communes;
    }
    return units;
}

ClubLine Province::club_line(const Asked& asked, const facts::Scene& scene,
                             facts::ClubNumber club) const {
    const auto& cube = asked.facts->cube();
    const auto& view = asked.ground->view;
    ClubLine line;
    line.id = cube.id(club);
    line.name = std::string(cube.name(club));
    line.status = facts::status_on(cube, club, asked.frame.as_of);
    const auto launched = cube.head(club).launched;
    if (launched != facts::never) line.launched_on = launched;
    const auto seat = facts::seat_on(cube, *asked.ground, club, asked.frame.as_of);
    if (seat != no_node) line.commune = unit_ref(view, seat);
    for (const auto& served : cube.villages(club, asked.frame.as_of)) {
        if (!served.seat) continue;
        const auto& place = asked.ground->places[served.village];
        if (place.village != core::territory::no_village) {
            line.village = view.villages[place.village].name;
        }
    }
    line.members = facts::figure(scene, facts::Column::members, club);
    line.basis = scene.basis_of(facts::Group::people, club);
    return line;
}

core::Result<UnitView> Province::unit(const Question& question) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask(question);
    if (!asked) return std::unexpected(asked.error());
    auto& facts = *asked->facts;
    const auto& ground = *asked->ground;
    const auto& view = ground.view;
    UnitView unit;
    unit.frame = asked->frame;
    unit.maps = map_days(facts.folds().territory);
    const auto coverage = facts::coverage_on(facts.cube(), ground, asked->frame.as_of);
    const Node node = asked->node == no_node ? 0 : asked->node;
    if (view.units.empty()) return unit;
    if (node == 0 && asked->cluster == nullptr) unit.clusters = cluster_refs(*asked);
    if (node == 0) unit.tiles = tiles_of(facts, ground, about_of(asked->frame), question);
    if (asked->cluster != nullptr) {
        for (const auto& [first, end] : asked->scope.intervals) {
            unit.units.push_back(area_line(facts, ground, asked->frame.as_of, coverage, first));
        }
        return unit;
    }
    for (Node child = node + 1; child < view.units[node].end; child = view.units[child].end) {
        unit.units.push_back(area_line(facts, ground, asked->frame.as_of, coverage, child));
    }
    if (view.units[node].level != core::territory::Level::commune) return unit;
    const auto scene =
        facts::scene_of(facts.cube(), ground, facts::scope_of(view, node), asked->frame.as_of, {});
    auto former = former_communes(facts.folds().territory, view, node);
    const auto first = view.units[node].first_village;
    for (auto v = first; v < view.units[node].end_village; ++v) {
        const auto& village = view.villages[v];
        AreaLine line{.code = to_text(village.id), .name = village.name};
        line.provisional = village.provisional || village.split;
        line.villages = 1;
        line.villages_covered = coverage.villages[v] ? 1 : 0;
        line.former = std::move(former[v - first]);
        unit.villages.push_back(std::move(line));
    }
    for (const auto* list : {&scene.active, &scene.suspended, &scene.closing}) {
        for (const auto club : *list) {
            unit.clubs.push_back(club_line(*asked, scene, club));
            for (const auto& served : facts.cube().villages(club, asked->frame.as_of)) {
                const auto village = ground.places[served.village].village;
                if (village < first || village >= view.units[node].end_village) continue;
                unit.villages[village - first].served_by.push_back(unit.clubs.back().id);
            }
        }
    }
    return unit;
}

core::Result<ClubsView> Province::clubs(const ClubsQuestion& question) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask(question.at);
    if (!asked) return std::unexpected(asked.error());
    const auto scene =
        facts::scene_of(asked->facts->cube(), *asked->ground, asked->scope, asked->frame.as_of, {});
    auto found = matching(scene, question);
    if (question.order != ClubsOrder::entered) {
        sort_by_key(found, [&](facts::ClubNumber club) {
            return key_of(club_line(*asked, scene, club), question.order);
        });
    }
    ClubsView view;
    view.order = question.order;
    view.frame = asked->frame;
    view.search = question.search;
    view.offset = question.offset;
    view.limit = question.limit;
    view.total = found.size();
    for (std::size_t i = question.offset; i < found.size() && i < question.offset + question.limit;
         ++i) {
        auto& line = view.clubs.emplace_back(club_line(*asked, scene, found[i]));
        line.rating = rating_asked_of(asked->facts->cube().ratings(found[i]), question);
    }
    return view;
}

core::Result<ClubView> Province::club(const core::BookId& id, const Question& question) {
    const auto book = store_.book(id);
    if (!book || book->kind != core::BookKind::club) {
        return core::reject("question.club.unknown", "club", {{"club", to_text(id)}});
    }
    // A long book takes a while to fold: others may ask meanwhile.
    auto rows = store_.club_rows(id);
    const auto received = load_club_book(store_, id);
    const auto& folded = received.club;
    const std::lock_guard lock(mutex_);
    const auto asked = ask(question);
    if (!asked) return std::unexpected(asked.error());
    auto& facts = *asked->facts;
    const auto number = facts.cube().find(id);
    if (!number) {
        return core::reject("question.club.unknown", "club", {{"club", to_text(id)}});
    }
    const auto scene = facts::scene_of(facts.cube(), *asked->ground, {}, asked->frame.as_of, {});
    ClubView view;
    view.frame = asked->frame;
    view.line = club_line(*asked, scene, *number);
    const auto seat = facts::seat_on(facts.cube(), *asked->ground, *number, asked->frame.as_of);
    if (seat != no_node) view.frame.path = path_to(asked->ground->view, seat);
    for (const auto& served : facts.cube().villages(*number, asked->frame.as_of)) {
        const auto& place = asked->ground->places[served.village];
        if (place.village == core::territory::no_village) continue;
        view.villages.push_back(asked->ground->view.villages[place.village].name);
    }
    const auto of = [&](facts::Column column) { return facts::figure(scene, column, *number); };
    const auto money = [&](facts::Column column) {
        const auto value = of(column);
        return value ? std::optional(core::Money{*value}) : std::nullopt;
    };
    view.people = {.basis = view.line.basis,
                   .members = of(facts::Column::members),
                   .women = of(facts::Column::women),
                   .elderly = of(facts::Column::elderly),
                   .elderly_custom = of(facts::Column::elderly_custom),
                   .hardship = of(facts::Column::hardship),
                   .birth_unknown = of(facts::Column::birth_unknown),
                   .sex_unknown = of(facts::Column::sex_unknown),
                   .elderly_by_year = of(facts::Column::elderly_by_year)};
    if (const auto* scheme = facts.scheme_asked(question.scheme, asked->frame.as_of)) {
        const auto terms = facts::terms_of(*scheme);
        view.bands = {terms.goal("T11a"), terms.goal("T11b"), terms.goal("T11c")};
    }
    view.money_basis = scene.basis_of(facts::Group::money, *number);
    view.capital = money(facts::Column::capital);
    view.loans_outstanding = money(facts::Column::loans_outstanding);
    view.overdue = money(facts::Column::overdue);
    const core::Date year_ago{asked->frame.as_of.days - 365};
    view.peers =
        peers_of(scene, facts::scene_of(facts.cube(), *asked->ground, {}, year_ago, {}), *number);
    view.head = book->head;
    view.row = rows.club.value_or(core::club::ClubRow{});
    if (view.row.programme) {
        const auto* programme =
            core::registry::find_programme(facts.folds().registry, *view.row.programme);
        if (programme != nullptr) view.programme = programme->name.value;
    }
    view.statuses = std::move(rows.statuses);
    view.ratings = std::move(rows.ratings);
    view.balances = std::move(rows.balances);
    view.meetings = by_day(std::move(rows.meetings));
    view.meeting_entries = meeting_entries(folded);
    view.reports = std::move(rows.reports);
    view.loans = loans_on(folded, rows.loans, asked->frame.as_of);
    put_flags(view, received);
    return view;
}

bool Province::simulated() {
    const std::lock_guard lock(mutex_);
    return current().simulated();
}

bool Province::healthy() {
    (void)store_.change_marker();
    return true;
}

}  // namespace lth::app
