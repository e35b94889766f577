// A small province for tests of figures: two districts of three communes of two villages, the same
// land as two communes without districts, and clubs made of given rows and deltas.
#pragma once

#include <string>
#include <vector>

#include "facts/standing.hpp"

namespace lth::support {

inline constexpr int sample_communes = 6;
inline constexpr int sample_villages = 12;  // ids 1 … 12; village v lies in commune (v − 1) / 2

[[nodiscard]] core::BookId sample_book(int number);
[[nodiscard]] core::VillageId sample_village(int number);

/// Nodes: 0 province · 1 district, 2–4 its communes · 5 district, 6–8 its communes.
[[nodiscard]] facts::Ground sample_districts(const facts::Cube& cube);
/// Nodes: 0 province · 1, 2 communes of three old ones each.
[[nodiscard]] facts::Ground sample_merged(const facts::Cube& cube);

/// Active from its launch, seated in one village, without any figure.
[[nodiscard]] facts::ClubFacts sample_club(int number, int village, core::Date launched);
/// People and money on the book from `opened` on.
void put_on_book(facts::ClubFacts& club, core::Date opened);
void add_delta(facts::ClubFacts& club, core::Date day, facts::Column column, std::int64_t delta);
core::club::Figures& add_report(facts::ClubFacts& club, std::uint64_t seq, core::Date as_of);

/// The goals of the scheme of Thanh Hóa, decision 5133/QĐ-UBND of 2020.
[[nodiscard]] facts::SchemeTerms sample_terms();

/// Everything an answer needs, of given clubs.
struct SampleDesk {
    explicit SampleDesk(const std::vector<facts::ClubFacts>& clubs);

    facts::Cube cube;
    facts::Ground districts;
    facts::Ground merged;
    facts::PriorityFacts priority;
    facts::SchemeTerms terms = sample_terms();
    std::vector<facts::CareFacts> care;

    [[nodiscard]] facts::Standing ask(core::Date as_of, facts::Scope scope = {}) const;
    [[nodiscard]] facts::Standing ask_merged(core::Date as_of, facts::Scope scope = {}) const;
};

}  // namespace lth::support
