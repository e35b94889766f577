// docs/entries.md names, at each operation, every rule that random histories meet there.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "core/club/fold.hpp"
#include "support/entries_doc.hpp"
#include "support/random_association.hpp"
#include "support/random_history.hpp"

namespace lth::tests {
namespace {

/// Rules by operation; those of every operation of the book stand under "".
using RulesByOp = std::map<std::string, std::set<std::string>>;

RulesByOp documented(const std::string& book) {
    std::ifstream file(LTH_SOURCE_DIR "/docs/entries.md");
    std::ostringstream text;
    text << file.rdbuf();
    RulesByOp rules;
    for (const auto& chapter : parse_entries_doc(text.str())) {
        if (chapter.heading != book && chapter.heading != "Operations of several books") continue;
        rules[""].insert(chapter.opening.rules.begin(), chapter.opening.rules.end());
        for (const auto& section : chapter.sections) {
            rules[section.heading].insert(section.rules.begin(), section.rules.end());
        }
    }
    return rules;
}

template <class Op>
void expect_documented(const RulesByOp& documented, const core::Rejection& refusal,
                       const std::vector<Op>& ops, RulesByOp& met) {
    // A limit names no operation when none of them alone is at fault.
    if (refusal.op_index == core::Rejection::whole_entry && ops.size() > 1) return;
    const auto at = refusal.op_index < 0 ? 0U : static_cast<std::size_t>(refusal.op_index);
    const std::string op(std::visit([](const auto& what) { return what.op; }, ops[at].what));
    const std::string rule(refusal.rule.id());
    if (documented.at("").contains(rule)) return;
    if (!met[op].insert(rule).second) return;
    EXPECT_TRUE(documented.at(op).contains(rule)) << op << " was refused by " << rule;
}

std::size_t size_of(const RulesByOp& rules) {
    std::size_t size = 0;
    for (const auto& [op, ids] : rules) size += ids.size();
    return size;
}

TEST(EntriesRules, NameWhatRefusesOperationsOfAClub) {
    const auto rules = documented("Club book");
    RulesByOp met;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        core::club::Club club;
        core::club::Birthdays birthdays;
        std::uint64_t seq = 0;
        for (const auto& offer : random_history(seed, 60)) {
            const auto changes = core::club::admit(club, birthdays, {offer.entry_id, seq + 1},
                                                   offer.ops, {}, offer.today);
            if (changes) {
                ++seq;
            } else {
                expect_documented(rules, changes.error(), offer.ops, met);
            }
        }
    }
    EXPECT_GE(size_of(met), 100U);
}

TEST(EntriesRules, NameWhatRefusesOperationsOfAnAssociation) {
    const auto rules = documented("Association book");
    RulesByOp met;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Dice dice(seed);
        AssociationBook book = province_book();
        Known known;
        for (int i = 0; i < 400; ++i) {
            known.today = core::make_date(2020, 3, 1) + i;
            const std::vector ops = {random_association_op(dice, known, book)};
            if (book.record(ops, known.today).empty()) {
                known.entries.push_back(AssociationBook::entry(book.history.size()));
            } else {
                expect_documented(rules, book.last_refusal, ops, met);
            }
        }
    }
    EXPECT_GE(size_of(met), 60U);
}

}  // namespace
}  // namespace lth::tests
