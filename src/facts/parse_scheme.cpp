#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "facts/ratio.hpp"
#include "facts/scheme.hpp"
#include "facts/toml_table.hpp"

namespace lth::facts {
namespace {

using core::registry::ClaimRecorded;
using core::registry::ProgrammeKind;
using core::registry::Relation;

constexpr std::size_t max_note_bytes = 2'000;

using Table = TomlTable;

constexpr std::array<std::string_view, 15> scheme_keys = {
    "id",           "name_vi", "name_en",   "legal_basis", "province_code",
    "lead_vi",      "lead_en", "begins",    "ends",        "baseline",
    "district_map", "target",  "programme", "claim",       "dossier"};
constexpr std::array<std::string_view, 13> target_keys = {
    "id",     "measure",   "goal",    "unit",    "relation",   "min",       "max",
    "amount", "milestone", "name_vi", "name_en", "reading_vi", "reading_en"};
constexpr std::array<std::string_view, 5> programme_keys = {"key", "name", "kind", "own",
                                                            "document"};
constexpr std::array<std::string_view, 6> claim_keys = {"document", "date",  "measure",
                                                        "relation", "value", "words"};
constexpr std::array<std::string_view, 3> dossier_keys = {"id", "name_vi", "name_en"};
constexpr std::array<std::string_view, 2> milestone_keys = {"by", "goal"};

constexpr std::array<std::string_view, 2> kinds = {"project", "decision"};

std::int64_t limit_of(GoalUnit unit) {
    return unit == GoalUnit::count ? core::max_count
           : unit == GoalUnit::vnd ? core::max_dong
                                   : core::one_million;
}

// As the form shows it: a share in per cent.
std::string said_goal(GoalUnit unit, std::int64_t goal) {
    if (unit == GoalUnit::vnd) return core::grouped(goal) + " đ";
    if (unit == GoalUnit::count) return core::grouped(goal);
    constexpr std::int64_t per_cent = core::one_million / 100;
    return percent_text({goal, core::one_million}, goal % per_cent == 0 ? 0 : 4) + " %";
}

SchemeTarget read_target(const Table& table) {
    table.only(target_keys);
    SchemeTarget target;
    target.id = table.text("id");
    target.measure = table.text("measure");
    target.unit = static_cast<GoalUnit>(table.one_of("unit", goal_unit_texts));
    target.relation = static_cast<Relation>(table.one_of("relation", relation_texts));
    target.goal = table.optional_integer("goal", core::max_dong);
    target.min = table.optional_integer("min", core::one_million);
    target.max = table.optional_integer("max", core::one_million);
    target.amount = table.optional_integer("amount", core::max_dong);
    table.each("milestone", [&](const Table& milestone) {
        milestone.only(milestone_keys);
        target.milestones.push_back(
            {milestone.date("by"),
             milestone.optional_integer("goal", limit_of(target.unit)).value_or(0)});
    });
    target.name = table.both("name");
    target.reading = table.both("reading", max_note_bytes);
    if (target.goal && *target.goal > limit_of(target.unit)) {
        table.fail(
            core::make_rejection("scheme.goal", "goal",
                                 {{"target", target.id},
                                  {"goal", said_goal(target.unit, *target.goal)},
                                  {"limit", said_goal(target.unit, limit_of(target.unit))}}));
    }
    if (target.min && target.max && *target.min > *target.max) {
        table.bad("min", std::to_string(*target.min));
    }
    return target;
}

SchemeProgramme read_programme(const Table& table) {
    table.only(programme_keys);
    return {.key = table.text("key"),
            .name = table.text("name"),
            .kind = static_cast<ProgrammeKind>(table.one_of("kind", kinds)),
            .own = table.flag("own"),
            .document = table.optional_text("document")};
}

ClaimRecorded read_claim(const Table& table) {
    table.only(claim_keys);
    ClaimRecorded claim{.document = {table.text("document")},
                        .date = table.date("date"),
                        .measure = {table.text("measure")},
                        .relation = static_cast<Relation>(table.one_of("relation", relation_texts)),
                        .value = table.optional_integer("value", core::max_dong),
                        .words = {}};
    if (auto words = table.optional_text("words")) claim.words = core::PublicText{*words};
    return claim;
}

/// Targets are those the system can read, each at most once, in their order.
void check_targets(const Table& table, const Scheme& scheme) {
    const auto& ids = target_ids();
    auto next = ids.begin();
    std::set<std::string_view> seen;
    for (const auto& target : scheme.targets) {
        if (!seen.insert(target.id).second) {
            return table.fail(
                core::make_rejection("scheme.target_twice", "target", {{"target", target.id}}));
        }
        const auto found = std::find(next, ids.end(), target.id);
        if (found == ids.end()) {
            return table.fail(
                core::make_rejection("scheme.target_order", "target",
                                     {{"target", target.id},
                                      {"expected", next == ids.end() ? "" : std::string(*next)}}));
        }
        next = found + 1;
    }
}

DossierPaper read_paper(const Table& table, const Scheme& scheme) {
    table.only(dossier_keys);
    DossierPaper paper{.id = table.text("id", core::max_public_text_bytes),
                       .name = table.both("name")};
    const bool again = std::ranges::count(scheme.dossier, paper.id, &DossierPaper::id) > 0;
    if (again) table.bad("id", paper.id);
    return paper;
}

core::Result<Scheme> read_scheme(const toml::table& root) {
    std::optional<core::Rejection> failure;
    const Table table(root, "", failure);
    table.only(scheme_keys);
    Scheme scheme;
    scheme.id = table.text("id");
    scheme.name = table.both("name");
    scheme.lead = table.both("lead");
    scheme.legal_basis = table.text("legal_basis");
    scheme.province_code = table.optional_text("province_code");
    scheme.begins = table.date("begins");
    scheme.ends = table.date("ends");
    scheme.baseline = table.date("baseline");
    scheme.district_map = table.optional_date("district_map");
    table.each("target", [&](const Table& t) { scheme.targets.push_back(read_target(t)); });
    table.each("programme",
               [&](const Table& t) { scheme.programmes.push_back(read_programme(t)); });
    table.each("claim", [&](const Table& t) { scheme.claims.push_back(read_claim(t)); });
    table.each("dossier", [&](const Table& t) { scheme.dossier.push_back(read_paper(t, scheme)); });
    check_targets(table, scheme);
    if (scheme.ends < scheme.begins) {
        table.fail(core::make_rejection(
            "scheme.period", "ends",
            {{"begins", to_text(scheme.begins)}, {"ends", to_text(scheme.ends)}}));
    }
    if (failure) return std::unexpected(std::move(*failure));
    return scheme;
}

}  // namespace

core::Result<Scheme> parse_scheme(std::string_view text) {
    if (text.size() > max_scheme_bytes) {
        return core::reject(
            "scheme.too_large", {},
            {{"bytes", std::to_string(text.size())}, {"limit", std::to_string(max_scheme_bytes)}});
    }
    try {
        return read_scheme(toml::parse(text));
    } catch (const toml::parse_error& error) {
        return core::reject("scheme.not_toml", {},
                            {{"line", std::to_string(error.source().begin.line)},
                             {"detail", std::string(error.description())}});
    }
}

}  // namespace lth::facts
