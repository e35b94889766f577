// What the two books of the whole province say, territory and registry: schemes with their
// versions, clusters, what became of units, reforms, and what somebody still has to decide.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/unit_story.hpp"
#include "core/registry/operations.hpp"
#include "core/result.hpp"
#include "core/territory/reform.hpp"

namespace lth::app {

/// A goal that is due earlier than the end.
struct MilestoneLine {
    core::Date by = {};
    std::int64_t goal = 0;
};
BOOST_DESCRIBE_STRUCT(MilestoneLine, (), (by, goal))

/// `goal`, `amount`: count, đồng or ppm by `unit`, as in schemes/*.toml.
struct TargetLine {
    std::string id = {};
    std::string measure = {};
    std::string unit = {};      // count, vnd, ppm
    std::string relation = {};  // eq, gt, ge, words
    std::optional<std::int64_t> goal = {};
    std::optional<std::int64_t> min = {};
    std::optional<std::int64_t> max = {};
    std::optional<std::int64_t> amount = {};
    std::vector<MilestoneLine> milestones = {};
    std::string name_vi = {};
    std::string name_en = {};
};
BOOST_DESCRIBE_STRUCT(TargetLine, (),
                      (id, measure, unit, relation, goal, min, max, amount, milestones, name_vi,
                       name_en))

/// A paper that a club's founding needs.
struct DossierPaperLine {
    std::string id = {};
    std::string name_vi = {};
    std::string name_en = {};
};
BOOST_DESCRIBE_STRUCT(DossierPaperLine, (), (id, name_vi, name_en))

/// A text that was adopted under the scheme's id, in force from a day.
struct SchemeVersionLine {
    core::Date from = {};
    std::string legal_basis = {};
    bool in_force = false;  // today, or the last one before its end
    std::string name_vi = {};
    std::string name_en = {};
    core::Date begins = {};
    core::Date ends = {};
    core::Date baseline = {};
    std::vector<TargetLine> targets = {};
    std::vector<DossierPaperLine> dossier = {};  // none: the usual ones
};
BOOST_DESCRIBE_STRUCT(SchemeVersionLine, (),
                      (from, legal_basis, in_force, name_vi, name_en, begins, ends, baseline,
                       targets, dossier))

enum class SchemeState : std::uint8_t { ahead, running, ended };
BOOST_DESCRIBE_ENUM(SchemeState, ahead, running, ended)

struct SchemeLine {
    std::string id = {};
    SchemeState state = SchemeState::running;
    bool national = false;  // of the whole country: copied, never adopted anew
    std::vector<SchemeVersionLine> versions = {};  // by `from`
};
BOOST_DESCRIBE_STRUCT(SchemeLine, (), (id, state, national, versions))

/// A project or decision under which clubs are founded.
struct ProgrammeLine {
    core::ProgrammeId programme = {};
    std::string name = {};
    std::string scheme = {};  // whose clubs these are; empty: of none
};
BOOST_DESCRIBE_STRUCT(ProgrammeLine, (), (programme, name, scheme))

struct SchemesView {
    core::Date on = {};
    std::optional<core::BookId> book = {};  // the registry; absent: there is none yet
    bool records = false;                   // the asker may adopt a scheme
    std::vector<std::string> target_ids = {};
    std::vector<SchemeLine> schemes = {};  // by baseline
    std::vector<ProgrammeLine> programmes = {};
};
BOOST_DESCRIBE_STRUCT(SchemesView, (), (on, book, records, target_ids, schemes, programmes))

/// What a form says of a target: absent is no goal.
struct TargetDraft {
    std::string id = {};
    std::optional<std::int64_t> goal = {};
    std::optional<std::int64_t> min = {};  // of a band, where the copied target has one
    std::optional<std::int64_t> max = {};
    std::optional<std::int64_t> amount = {};
    // Absent: the copied ones of a new version, none of a new scheme.
    std::optional<std::vector<MilestoneLine>> milestones = {};
    std::string name_vi = {};
    std::string name_en = {};
};
BOOST_DESCRIBE_STRUCT(TargetDraft, (), (id, goal, min, max, amount, milestones, name_vi, name_en))

/// A copy of a scheme with what differs. With the id it is copied from it is a new version.
struct SchemeDraft {
    std::string copy_of = {};
    std::string id = {};
    std::string name_vi = {};
    std::string name_en = {};
    std::string legal_basis = {};
    core::Date begins = {};
    core::Date ends = {};
    core::Date baseline = {};
    // Of a new scheme: what its clubs are founded under. Absent: every club launched in its period
    // is the scheme's.
    std::optional<std::string> programme = {};
    std::vector<TargetDraft> targets = {};
    std::optional<std::vector<DossierPaperLine>> dossier = {};  // absent: the copied one
};
BOOST_DESCRIBE_STRUCT(SchemeDraft, (),
                      (copy_of, id, name_vi, name_en, legal_basis, begins, ends, baseline,
                       programme, targets, dossier))

struct DraftedScheme {
    std::string text;                                 // to adopt
    std::optional<core::ProgrammeId> programme = {};  // its own new one, to add with it
};
BOOST_DESCRIBE_STRUCT(DraftedScheme, (), (text, programme))

struct ClusterLine {
    core::ClusterId cluster = {};
    std::string unit = {};  // what questions about it name as their unit
    std::string name = {};
    core::Date from = {};
    bool in_force = false;
    std::vector<NamedUnit> communes = {};  // none: dissolved from that day
};
BOOST_DESCRIBE_STRUCT(ClusterLine, (), (cluster, unit, name, from, in_force, communes))

struct ClustersView {
    core::Date on = {};
    std::optional<core::BookId> book = {};
    bool records = false;
    std::vector<ClusterLine> clusters = {};   // every version, by cluster as first set, then date
    std::vector<NamedUnit> unclustered = {};  // communes of today's map in none
};
BOOST_DESCRIBE_STRUCT(ClustersView, (), (on, book, records, clusters, unclustered))

struct HeldTotals {
    std::int64_t clubs = 0;
    std::int64_t members = 0;
    core::Money capital = {};
    core::Money loans = {};
    core::Money care_funds = {};
};
BOOST_DESCRIBE_STRUCT(HeldTotals, (), (clubs, members, capital, loans, care_funds))

struct ReformCommune {
    std::string code = {};
    std::string name = {};
    HeldTotals before = {};
    HeldTotals after = {};
    bool by_villages = false;  // parts joined it or left it: only the sum of all can be compared
    bool conserved = false;
};
BOOST_DESCRIBE_STRUCT(ReformCommune, (), (code, name, before, after, by_villages, conserved))

/// A reform with its certificate: what the books held on its eve, on the map before and after.
struct ReformLine {
    std::uint64_t seq = 0;
    core::Date effective = {};
    std::string legal_basis = {};
    core::territory::Evidence evidence = core::territory::Evidence::unknown;
    std::int64_t communes_before = 0;
    std::int64_t communes_after = 0;
    std::int64_t merged_whole = 0;
    std::int64_t split = 0;
    bool conserved = false;
    HeldTotals before = {};
    HeldTotals after = {};
    std::vector<ReformCommune> communes = {};  // that held anything, on the map after
};
BOOST_DESCRIBE_STRUCT(ReformLine, (),
                      (seq, effective, legal_basis, evidence, communes_before, communes_after,
                       merged_whole, split, conserved, before, after, communes))

struct NamedVillage {
    core::VillageId village = {};
    std::string name = {};
};
BOOST_DESCRIBE_STRUCT(NamedVillage, (), (village, name))

enum class OpenKind : std::uint8_t { split, successor };
BOOST_DESCRIBE_ENUM(OpenKind, split, successor)

struct DecisionLine {
    OpenKind kind = OpenKind::split;
    core::UnitId unit = {};
    std::string code = {};
    std::string name = {};
    core::Date since = {};
    std::vector<NamedUnit> choices = {};  // of a split: the first counts until decided
    std::vector<NamedVillage> villages = {};
    bool villages_on_record = false;
};
BOOST_DESCRIBE_STRUCT(DecisionLine, (),
                      (kind, unit, code, name, since, choices, villages, villages_on_record))

struct MapView {
    core::Date on = {};
    std::optional<core::BookId> book = {};  // of the territory
    bool records = false;
    std::vector<ReformLine> reforms = {};  // the latest first
    std::vector<DecisionLine> decisions = {};
};
BOOST_DESCRIBE_STRUCT(MapView, (), (on, book, records, reforms, decisions))

struct UnitStoryView {
    core::Date on = {};
    std::optional<core::BookId> book = {};
    std::vector<std::string> records = {};  // operations that the asker may record of the unit
    UnitStory unit = {};
};
BOOST_DESCRIBE_STRUCT(UnitStoryView, (), (on, book, records, unit))

/// Answers from any thread; `records` is left to whoever knows the asker. Throws Fault.
class CommonBooks {
public:
    virtual ~CommonBooks() = default;

    [[nodiscard]] virtual SchemesView schemes() = 0;
    /// The text that would be adopted. Rules scheme.*, registry.id, question.scheme.unknown; of a
    /// target the field is "targets/<id>".
    [[nodiscard]] virtual core::Result<DraftedScheme> draft_scheme(const SchemeDraft& draft) = 0;
    [[nodiscard]] virtual ClustersView clusters() = 0;
    [[nodiscard]] virtual MapView map() = 0;
    /// By the code on today's map, or the id of a unit of any time. Rule question.unit.unknown.
    [[nodiscard]] virtual core::Result<UnitStoryView> unit_story(std::string_view code_or_id) = 0;
};

}  // namespace lth::app
