// What an officer does with the books of clubs over HTTP, and the port that does it: every call
// names the account that asks, and judges its rights.
#pragma once

#include "app/case_desk.hpp"
#include "app/club_register.hpp"
#include "app/device_desk.hpp"
#include "app/handover_desk.hpp"
#include "app/issued_reports.hpp"
#include "app/paper_desk.hpp"
#include "app/person.hpp"
#include "app/rating_desk.hpp"
#include "app/read_log.hpp"
#include "app/scheme_desk.hpp"

namespace lth::app {

/// Whom an officer asks about, and why; a role that reads with a reason must give one.
struct PersonQuestion {
    core::BookId book;
    core::SubjectId person;
    std::string reason = {};
};

class Office {
public:
    virtual ~Office() = default;

    /// See OfficerEntries.
    [[nodiscard]] virtual core::Result<Receipt> record(const core::AccountId& officer,
                                                       const core::BookId& book,
                                                       const OfficerEntry& entry) = 0;
    /// See CaseDesk; a look at parts of the sensitive class is logged.
    [[nodiscard]] virtual CasesView cases(const core::AccountId& officer,
                                          const CasesQuestion& question) = 0;
    [[nodiscard]] virtual core::Result<CaseView> look(const core::AccountId& officer,
                                                      const CaseRef& ref) = 0;
    [[nodiscard]] virtual core::Result<std::optional<Receipt>> decide(
        const core::AccountId& officer, const CaseRef& ref, const CaseDecision& decision) = 0;
    /// Cards and phones.
    [[nodiscard]] virtual DeviceDesk& devices() = 0;
    /// Months of clubs, and papers that are typed.
    [[nodiscard]] virtual PaperDesk& papers() = 0;
    /// The work of the scheme.
    [[nodiscard]] virtual SchemeDesk& scheme() = 0;
    /// The register of clubs.
    [[nodiscard]] virtual ClubRegister& clubs() = 0;
    /// Clubs that are merged, split or wound up.
    [[nodiscard]] virtual HandoverDesk& handovers() = 0;
    /// A year's rating of clubs.
    [[nodiscard]] virtual RatingDesk& ratings() = 0;
    /// Reports that left the house.
    [[nodiscard]] virtual IssuedReports& reports() = 0;

    /// The people of a book, with name and year of birth where the officer may read names. Rule
    /// role.person.not_allowed.
    [[nodiscard]] virtual core::Result<std::vector<PersonLine>> members(
        const core::AccountId& officer, const core::BookId& book, const BookSight& sight) = 0;

    /// One person's record, with the classes that the officer may read. Logged. Rules
    /// role.person.not_allowed, person.reason, and those of PersonDesk.
    [[nodiscard]] virtual core::Result<PersonFile> person(const core::AccountId& officer,
                                                          const PersonQuestion& question) = 0;
    [[nodiscard]] virtual core::Result<PersonErased> erase(const core::AccountId& officer,
                                                           const PersonQuestion& question) = 0;
};

class ClubOffice final : public Office {
public:
    struct Parts {
        Store& store;
        Books& books;
        Clock& clock;
        Ids& ids;
        Devices& devices;
        HeldRights& rights;
        Places& places;
        Reading& reading;
    };
    explicit ClubOffice(const Parts& parts);

    core::Result<Receipt> record(const core::AccountId& officer, const core::BookId& book,
                                 const OfficerEntry& entry) override;
    CasesView cases(const core::AccountId& officer, const CasesQuestion& question) override;
    core::Result<CaseView> look(const core::AccountId& officer, const CaseRef& ref) override;
    core::Result<std::optional<Receipt>> decide(const core::AccountId& officer, const CaseRef& ref,
                                                const CaseDecision& decision) override;
    DeviceDesk& devices() override { return devices_; }
    PaperDesk& papers() override { return papers_; }
    SchemeDesk& scheme() override { return scheme_; }
    ClubRegister& clubs() override { return clubs_; }
    HandoverDesk& handovers() override { return handovers_; }
    RatingDesk& ratings() override { return ratings_; }
    IssuedReports& reports() override { return reports_; }
    core::Result<std::vector<PersonLine>> members(const core::AccountId& officer,
                                                  const core::BookId& book,
                                                  const BookSight& sight) override;
    core::Result<PersonFile> person(const core::AccountId& officer,
                                    const PersonQuestion& question) override;
    core::Result<PersonErased> erase(const core::AccountId& officer,
                                     const PersonQuestion& question) override;

private:
    [[nodiscard]] core::Result<PartClasses> may_read(const core::AccountId& officer,
                                                     const PersonQuestion& question);
    void log(const core::AccountId& officer, ReadWhat what, const PersonQuestion& question);
    void log_sensitive(const core::AccountId& officer, const core::Entry& entry);

    Parts in_;
    OfficerEntries entries_;
    CaseDesk cases_;
    DeviceDesk devices_;
    SchemeDesk scheme_;
    HandoverDesk handovers_;
    PaperDesk papers_;
    ClubRegister clubs_;
    RatingDesk ratings_;
    IssuedReports reports_;
    PersonDesk people_;
};

}  // namespace lth::app
