// Grants and transfers as two books tell them: the halves of all books matched, and what waits for
// the other half.
#pragma once

#include <deque>

#include "app/list_matters.hpp"
#include "core/association/association.hpp"

namespace lth::app {

/// Told by one book, and to be told, or mended, by another.
struct OpenHalf {
    core::BookId book;    // in whose list it stands
    core::BookId sender;  // that tells it
    const core::association::Association* in = nullptr;
    core::association::OpIndex op = 0;
    core::RecordId id;                                           // of the grant or the transfer
    const core::association::ClubGrant* told_by_club = nullptr;  // `in` is then made of it
};

class Halves {
public:
    explicit Halves(const MattersFrom& from);

    /// Nullptr if no live operation names it.
    [[nodiscard]] const core::association::GrantMatch* find(core::GrantId grant) const;
    [[nodiscard]] const core::association::TransferMatch* find(core::TransferId transfer) const;
    [[nodiscard]] std::span<const core::association::GrantMatch> grants() const { return grants_; }

    /// To the books, which are sorted, from all others: transfers of which a fund has told nothing,
    /// and grants that are not matched and that clubs under the books' units were given or tell of.
    /// Valid as long as this is.
    [[nodiscard]] std::vector<OpenHalf> open_to(std::span<const core::BookId> books);

private:
    [[nodiscard]] std::optional<OpenHalf> at(const core::BookId& book, const core::BookId& sender,
                                             std::uint64_t seq, std::uint32_t op_index) const;
    [[nodiscard]] std::optional<OpenHalf> grant_at(const core::BookId& book,
                                                   const core::association::GrantMatch& match);
    [[nodiscard]] const core::association::Association& told_by(
        const core::association::ClubGrant& half);

    MattersFrom from_;
    std::vector<core::association::GrantMatch> grants_;        // by grant
    std::vector<core::association::TransferMatch> transfers_;  // by transfer
    std::deque<core::association::Association> told_by_clubs_;
};

}  // namespace lth::app
