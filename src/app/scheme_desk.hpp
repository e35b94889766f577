// What officers see of the scheme's work: lists of the books that they hold a role over.
#pragma once

#include "app/held_rights.hpp"
#include "app/reading.hpp"

namespace lth::app {

class SchemeDesk {
public:
    SchemeDesk(HeldRights& rights, Reading& reading) : rights_(rights), reading_(reading) {}

    /// Those whose lists the officer reads, by level, then by name.
    [[nodiscard]] std::vector<AssociationLine> associations(const core::AccountId& officer);
    /// The widest of these: what is of many books is logged with it.
    [[nodiscard]] std::optional<core::BookId> widest(const core::AccountId& officer);
    /// All associations, for whoever reads the book of one: money goes from fund to fund, also to
    /// those whose books are closed to the officer. Names and levels, nothing of what is in them.
    [[nodiscard]] std::vector<AssociationLine> counterparts(const core::AccountId& officer);
    /// Of the books that the question names, else of all that the officer may read. Rule
    /// reading.not_allowed for a book that is not among these.
    [[nodiscard]] core::Result<MatterList> matters(const core::AccountId& officer,
                                                   MatterQuestion question);
    /// Of the clubs whose lists the officer reads.
    [[nodiscard]] core::Result<VisitPlan> visits(const core::AccountId& officer,
                                                 const VisitsQuestion& question);
    /// Whoever assigned them, for the units of the officer's roles and what lies under them.
    [[nodiscard]] core::Result<std::vector<QuotaResult>> quotas(const core::AccountId& officer);
    /// Grants to a club in whose book the officer records, until that tells of them. Rule
    /// role.operation.not_allowed.
    [[nodiscard]] core::Result<std::vector<OpenGrant>> open_grants(const core::AccountId& officer,
                                                                   const core::BookId& club);
    /// Rule reading.not_allowed.
    [[nodiscard]] core::Result<std::vector<CareYear>> care(const core::AccountId& officer,
                                                           const core::BookId& book, int year);

    /// True if the officer may record that operation in a book of the whole province.
    [[nodiscard]] bool records_in(const core::AccountId& officer,
                                  const std::optional<core::BookId>& book, std::string_view op);
    /// What the officer may record of a unit, by the names of operations.
    [[nodiscard]] std::vector<std::string> records_of(const core::AccountId& officer,
                                                      const core::BookId& territory,
                                                      const core::UnitId& unit);

private:
    [[nodiscard]] std::vector<core::BookId> readable(const core::AccountId& officer);

    HeldRights& rights_;
    Reading& reading_;
};

}  // namespace lth::app
