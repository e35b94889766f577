// The life of one simulated club, month by month, as the entries that its people would make. Every
// club is simulated in full; one that keeps no book states figures taken from that simulation.
#pragma once

#include <optional>
#include <vector>

#include "demo/club_writer.hpp"
#include "demo/demo.hpp"
#include "demo/person.hpp"
#include "demo/plan.hpp"

namespace lth::demo {

/// True if the club keeps a book at this adoption: a draw of its own that nothing else looks at.
[[nodiscard]] bool keeps_book(const Options& options, const ClubPlan& plan);

class ClubLife {
public:
    ClubLife(const Province& province, const ClubPlan& plan, const Options& options);

    /// From the first entry to the last one before `until`.
    void run();

    [[nodiscard]] std::uint64_t operations() const;
    [[nodiscard]] app::BookWrite take();

private:
    // How this club does things; agreed at its opening.
    struct Customs {
        std::int32_t meeting_day = 10;
        core::club::RulesSet rules;
        std::int32_t dues_interval = 1;  // months
        bool uses_bank = false;
        bool from_paper = false;       // the commune officer types it days later
        std::int64_t borrowing = 500;  // members who should owe, per mille
        std::int64_t quality = 50;     // 0 … 99
    };
    struct OpenLoan {
        core::LoanId id;
        std::uint32_t person;
        bool stopped = false;  // nobody pays any more
    };
    // One meeting being written: the entry, and what its cash will be.
    struct Meeting {
        core::Month month;
        core::Date on;
        ClubDraft draft;
        core::Money income_cash;     // what can be lent
        core::Money operating_cash;  // what can be spent
        core::Money box;             // both funds, counted at the end
    };

    // club_opening.cpp
    void agree_customs();
    void gather(core::Date on);
    void propose();
    void open_standing();
    void found();
    void admit_people(ClubDraft& draft, core::Date on);
    void set_roles(ClubDraft& draft, core::Date on);
    void open_money(ClubDraft& draft);
    core::Money open_loans(ClubDraft& draft, core::Money capital);
    void receive_capital(ClubDraft& draft);

    // club_months.cpp
    void live_month(core::Month month);
    void meet(core::Month month, core::Date on);
    void close_year(Meeting& meeting);
    void count_cash(Meeting& meeting);
    void mend(core::Month month, core::Date met_on);
    void rate(core::Month month);
    void report(core::Date as_of);

    // club_people.cpp
    void people_change(Meeting& meeting);
    void leave(Meeting& meeting, Person& person, core::club::Leaving reason);
    void join(Meeting& meeting);
    void hold(Meeting& meeting);
    void doings(Meeting& meeting);
    void review(Meeting& meeting);
    void set_volunteers(ClubDraft& draft, core::Date on);
    void record_consents(Meeting& meeting);

    // club_money.cpp
    void collect_dues(Meeting& meeting);
    void collect_repayments(Meeting& meeting);
    void repay(Meeting& meeting, OpenLoan& open);
    void lend(Meeting& meeting);
    void disburse(Meeting& meeting, std::uint32_t person, core::Money amount);
    void spend(Meeting& meeting);
    void use_bank(Meeting& meeting);
    void write_off(Meeting& meeting);
    void forget_settled();

    void own(const Moment& when, Author author, ClubDraft draft);
    void everywhere(const Moment& when, Author author, const ClubDraft& draft);
    void stated(const Moment& when, Author author, ClubDraft draft);
    [[nodiscard]] core::Money held(core::club::Account account) const;
    [[nodiscard]] std::vector<std::uint32_t> present_people() const;
    [[nodiscard]] std::int64_t size() const;

    const Province& province_;
    const ClubPlan& plan_;
    Rng rng_;
    ClubWriter book_;
    std::optional<ClubWriter> statements_;  // of a club without a book
    bool going_ = true;                     // false: past `until`
    Customs customs_;
    std::vector<Person> people_;
    std::vector<OpenLoan> loans_;
    std::uint64_t loan_number_ = 0;
    std::int64_t wanted_size_ = 55;
    std::int64_t met_before_ = 0;  // months met up to the last report
    // The last repayment of this month's meeting, which may have been mistyped.
    struct Mistake {
        core::EntryId entry;
        std::int64_t op_index;
        core::club::LoanRepaid right;
    };
    std::optional<Mistake> mistake_;
};

}  // namespace lth::demo
