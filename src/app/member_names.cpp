#include "app/member_names.hpp"

#include "core/club/life_pages.hpp"

namespace lth::app {

MemberNames::MemberNames(Store& store, const core::BookId& book) {
    for (auto& row : store.club_rows(book).disclosed) {
        if (row.field == "name") told_[row.subject.value] = std::move(row.value);
    }
}

MemberNames::MemberNames(Store& store, const core::BookId& book, std::span<const Role> roles) {
    if (sees(roles, core::BookKind::club, Sight::name)) *this = MemberNames(store, book);
}

std::optional<std::string> MemberNames::of(const core::club::Club& club, core::MemberId member,
                                           core::Date on) const {
    const auto found = told_.find(member.value);
    if (found == told_.end() || core::club::is_nameless(club, member, on)) return std::nullopt;
    return found->second;
}

}  // namespace lth::app
