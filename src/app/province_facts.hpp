// Everything that figures are asked of, in memory: the cube, the small books, and the maps made
// ready. Brought up to date from the store book by book, or made anew as of an earlier knowledge.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "app/folds.hpp"
#include "core/association/matching.hpp"
#include "facts/claims.hpp"
#include "facts/scheme.hpp"
#include "facts/standing.hpp"

namespace lth::app {

/// What clubs recorded of grants from care funds; a club without any has no line.
using ClubGrants = std::map<core::BookId, std::vector<core::association::ClubGrant>>;

/// A text adopted under a scheme's id, in force from a day.
struct SchemeVersion {
    core::Date from;
    std::string legal_basis;
    facts::Scheme scheme;
};

class ProvinceFacts {
public:
    /// Reads the whole store. `today` bounds the months kept ready.
    ProvinceFacts(Store& store, core::Date today);
    /// Folds every entry that was received up to `known_at` (ms UTC): seconds for a province.
    ProvinceFacts(Store& store, core::Date today, std::int64_t known_at);
    /// The same of these books alone.
    ProvinceFacts(Store& store, core::Date today, std::int64_t known_at,
                  std::span<const core::BookId> books);

    /// Takes in what was written since; true if anything was.
    bool refresh(Store& store);

    [[nodiscard]] const Folds& folds() const { return folds_; }
    [[nodiscard]] const facts::Cube& cube() const { return cube_; }
    [[nodiscard]] const std::vector<facts::CareFacts>& care() const { return care_; }
    [[nodiscard]] const ClubGrants& club_grants() const { return club_grants_; }
    /// The funds of associations in the scope.
    [[nodiscard]] std::vector<facts::CareFacts> care_in(const facts::Ground& ground,
                                                        const facts::Scope& scope) const;
    /// The map of a day, made on first use.
    [[nodiscard]] const facts::Ground& ground(core::Date units_as_of);
    [[nodiscard]] const facts::PriorityFacts& priority(core::Date scheme_start);

    /// Each in its latest version, by baseline.
    [[nodiscard]] const std::vector<facts::Scheme>& schemes() const { return schemes_; }
    /// For a choice: those that run on the day first, then what is ahead, then what has ended, the
    /// latest first; of equals the province's own before the country's.
    [[nodiscard]] std::vector<const facts::Scheme*> schemes_on(core::Date day) const;
    /// The province's own scheme whose period contains the day, else the last one ended; as it was
    /// in force on the day.
    [[nodiscard]] const facts::Scheme* default_scheme(core::Date as_of) const;
    [[nodiscard]] const facts::Scheme* find_scheme(std::string_view id, core::Date as_of) const;
    /// The one that a question names; of none, the default one.
    [[nodiscard]] const facts::Scheme* scheme_asked(std::string_view id, core::Date as_of) const {
        return id.empty() ? default_scheme(as_of) : find_scheme(id, as_of);
    }
    /// All versions by `from`: a goal changed by decision keeps both values.
    [[nodiscard]] std::vector<const SchemeVersion*> versions(std::string_view id) const;

    /// A demonstration: people and clubs are made up.
    [[nodiscard]] bool simulated() const;

    [[nodiscard]] facts::Standing standing(const facts::Scheme& scheme,
                                           const facts::Question& question);

private:
    void small_books_changed();

    Folds folds_;
    std::unordered_map<core::BookId, core::Head> heads_;
    facts::Cube cube_;
    std::vector<facts::CareFacts> care_;
    ClubGrants club_grants_;
    std::vector<facts::Scheme> schemes_;
    std::vector<SchemeVersion> versions_;  // scheme by scheme, by `from`
    // Of the registry and of every scheme: whichever is asked, a club's programme is the same.
    std::map<core::ProgrammeId, core::registry::ProgrammeKind> programmes_;
    std::map<core::Date, std::unique_ptr<facts::Ground>> grounds_;
    std::map<core::Date, facts::PriorityFacts> priorities_;
};

/// Set in the registry book of a demonstration.
inline constexpr std::string_view simulated_setting = "demo.simulated";

}  // namespace lth::app
