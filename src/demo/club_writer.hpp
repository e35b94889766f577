// One club's book being written: every entry is admitted by the core, then sealed.
#pragma once

#include <vector>

#include "core/club/fold.hpp"
#include "demo/pen.hpp"
#include "json/disclose.hpp"

namespace lth::demo {

/// book: entries are kept · shadow: only folded, for clubs that report figures instead.
enum class Kept : std::uint8_t { book, shadow };

[[nodiscard]] inline core::PublicText text(std::string value) { return {std::move(value)}; }

/// Operations of one entry, and the parts that they name.
struct ClubDraft {
    std::vector<core::club::ClubOp> ops;
    std::vector<PartDraft> parts;

    template <class What>
    void add(core::Date on, What what) {
        ops.push_back({on, {}, std::move(what)});
    }
    /// A part of the operation added last.
    void attach(PartDraft part) {
        parts.push_back(std::move(part));
        ops.back().parts.push_back(static_cast<std::uint16_t>(parts.size()));
    }
};

class ClubWriter {
public:
    ClubWriter(std::uint64_t seed, core::BookId book, core::Date until, Kept kept);

    /// False if it would arrive after the end. Throws app::Fault if a rule refuses it.
    bool record(const Moment& when, Author author, ClubDraft draft);

    [[nodiscard]] const core::club::Club& club() const { return club_; }
    [[nodiscard]] core::EntryId last_entry() const { return last_entry_; }
    /// Sum of the daily deltas up to and including `date`.
    [[nodiscard]] std::array<std::int64_t, core::club::column_count> figures(core::Date date) const;

    [[nodiscard]] std::uint64_t operations() const { return pen_.operations(); }
    /// All entries with the rows of the fold.
    [[nodiscard]] app::BookWrite take();

private:
    Pen pen_;
    Kept kept_;
    std::uint64_t seq_ = 0;
    core::EntryId last_entry_;
    core::club::Club club_;
    core::club::Birthdays birthdays_;
    json::Disclosures disclosures_;
    json::EntrySeqs seqs_;
};

}  // namespace lth::demo
