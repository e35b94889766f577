// Rights as they are held today: roles of accounts, the table of operations, revoked devices.
#pragma once

#include "app/people.hpp"
#include "app/sync.hpp"

namespace lth::app {

/// Where a book is on the map of a day.
class Places {
public:
    virtual ~Places() = default;
    /// The units over the seat of a club, or of an association's own unit: itself and all above.
    [[nodiscard]] virtual std::vector<core::UnitId> units_over(const core::BookId& book) = 0;
    /// As of a day; on a map that never changes, as of today.
    [[nodiscard]] virtual std::vector<core::UnitId> units_over_on(const core::BookId& book,
                                                                  core::Date /*day*/) {
        return units_over(book);
    }
    /// Of a unit and a village themselves: where a book that is not there yet would stand.
    [[nodiscard]] virtual std::vector<core::UnitId> units_over_unit(const core::UnitId& /*unit*/) {
        return {};
    }
    [[nodiscard]] virtual std::vector<core::UnitId> units_over_village(
        const core::VillageId& /*village*/) {
        return {};
    }
    /// A unit has one association at a level.
    [[nodiscard]] virtual bool has_association(const core::UnitId& /*unit*/,
                                               core::association::CareLevel /*level*/) {
        return false;
    }
    /// Of a club or an association; empty if it has none.
    [[nodiscard]] virtual std::string name_of(const core::BookId& /*book*/) { return {}; }
};

class HeldRights final : public Rights {
public:
    HeldRights(Store& store, Places& places, Clock& clock);

    std::optional<core::Rejection> refuses(const Caller& caller, const Book& book,
                                           const core::Entry& entry, const Ops& ops) override;
    std::optional<PartClasses> readable(const Caller& caller, const core::BookId& book) override;
    bool concerns(const Caller& caller, const core::BookId& book) override;
    /// While an administrator's leave lasts: it is for one book, after one loss.
    bool takes_back(const core::BookId& book) override;

    /// The roles over the book that the account holds today.
    [[nodiscard]] std::vector<Role> roles_over(const core::AccountId& account,
                                               const core::BookId& book);
    /// For many books: what the account holds today anywhere, then the roles over each book.
    [[nodiscard]] std::vector<RoleHeld> held_today(const core::AccountId& account);
    [[nodiscard]] std::vector<Role> roles_over(std::span<const RoleHeld> held_today,
                                               const core::BookId& book);
    /// Over what the book of the map says of one unit: a commune's officer answers for his own.
    [[nodiscard]] std::vector<Role> roles_on_map(const core::AccountId& account,
                                                 const core::BookId& territory,
                                                 const core::UnitId& unit);

    /// The widest of the roles over the book that an entry's author held when it was received;
    /// nothing if no account of his is known here.
    [[nodiscard]] std::optional<Role> recorded_as(const core::BookId& book, std::uint64_t seq);

private:
    [[nodiscard]] std::vector<Role> roles_to_open(const core::AccountId& account, const Ops& ops);
    [[nodiscard]] bool names_own(std::span<const RoleHeld> held_today, const Ops& ops,
                                 std::size_t index);
    [[nodiscard]] bool once_over(const RoleHeld& held, const core::BookId& book);
    [[nodiscard]] bool is_revoked(const core::DeviceId& id);
    [[nodiscard]] std::string reversed_op(const Book& book, const core::BookId& id,
                                          const core::OpReversed& what);

    Store& store_;
    Places& places_;
    Clock& clock_;
};

}  // namespace lth::app
