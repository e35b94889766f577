// A scheme as it is written down (schemes/*.toml): period, targets, claims of its document. The
// text that was adopted is the record; this is what it says.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/registry/operations.hpp"
#include "core/result.hpp"
#include "facts/answer.hpp"
#include "facts/terms.hpp"

namespace lth::facts {

enum class GoalUnit : std::uint8_t { count, vnd, ppm };

struct SchemeTarget {
    std::string id;       // of target_ids
    std::string measure;  // what is measured, as a name
    std::optional<std::int64_t> goal;
    GoalUnit unit = GoalUnit::count;
    core::registry::Relation relation = core::registry::Relation::ge;
    std::optional<std::int64_t> min;  // of a band inside each club: people, or ppm
    std::optional<std::int64_t> max;
    std::optional<std::int64_t> amount;  // đồng that each club needs
    std::vector<Milestone> milestones;
    Text name;
    Text reading;  // how the system reads what the document leaves open
};

/// What clubs were founded under. `own`: clubs of it are the scheme's.
struct SchemeProgramme {
    std::string key;
    std::string name;
    core::registry::ProgrammeKind kind = core::registry::ProgrammeKind::decision;
    bool own = false;
    std::optional<std::string> document;
};

/// A paper that a club's founding needs; books of clubs name it by its id.
struct DossierPaper {
    std::string id;
    Text name;
};

struct Scheme {
    std::string id;
    Text name;
    Text lead;
    std::string legal_basis;
    std::optional<std::string> province_code;  // none: the whole country
    core::Date begins;                         // the scheme answers by default from this day
    core::Date ends;
    core::Date baseline;                     // clubs launched after it are new
    std::optional<core::Date> district_map;  // for targets on districts, once there are none
    std::vector<SchemeTarget> targets;       // in the order of target_ids
    std::vector<SchemeProgramme> programmes;
    std::vector<core::registry::ClaimRecorded> claims;
    std::vector<DossierPaper> dossier;  // none: the usual ones
};

inline constexpr std::size_t max_scheme_bytes = std::size_t{256} * 1024;

/// All targets that the system knows how to read, in their order.
[[nodiscard]] const std::vector<std::string_view>& target_ids();

/// Rules scheme.*; the field names the key. Integers, text and dates only: a float is refused.
[[nodiscard]] core::Result<Scheme> parse_scheme(std::string_view text);

/// A text that parse_scheme reads as the same scheme; comments of a seed are not kept.
[[nodiscard]] std::string write_scheme(const Scheme& scheme);
/// As the text spells them, in the order of GoalUnit and of Relation.
inline constexpr std::array<std::string_view, 3> goal_unit_texts = {"count", "vnd", "ppm"};
inline constexpr std::array<std::string_view, 4> relation_texts = {"eq", "gt", "ge", "words"};
[[nodiscard]] std::string_view unit_text(GoalUnit unit);
[[nodiscard]] std::string_view relation_text(core::registry::Relation relation);

/// The same programme has the same id in every book: from SHA-256("programme/<key>").
[[nodiscard]] core::ProgrammeId programme_id(std::string_view key);

/// What the targets need. New clubs are those of the scheme's own programme, if it names one.
[[nodiscard]] SchemeTerms terms_of(const Scheme& scheme);

/// Adopts the text in a registry book: the scheme, its programmes, the claims of its document.
[[nodiscard]] std::vector<core::registry::RegistryOp> adoption_of(const Scheme& scheme,
                                                                  std::string_view text,
                                                                  core::Date on);

}  // namespace lth::facts
