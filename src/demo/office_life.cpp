// A commune's or a district's association, month by month.
#include <algorithm>
#include <array>

#include "demo/associations.hpp"
#include "demo/calendar.hpp"
#include "demo/ids.hpp"

namespace lth::demo {
namespace {

using namespace core::association;
using core::Date;
using core::Money;
using core::Month;

constexpr std::int64_t thousand = 1'000;

class OfficeLife {
public:
    OfficeLife(const Province& province, const std::vector<Office>& offices, std::uint32_t index,
               Date until, std::vector<std::vector<Incoming>>& incoming)
        : province_(province),
          offices_(offices),
          office_(offices[index]),
          index_(index),
          incoming_(incoming),
          rng_(province.seed, "office", office_.unit.value),
          writer_(province.seed, office_.book, core::BookKind::association, until) {}

    SmallBook run() {
        open();
        const Month last = core::month_of(office_.until);
        const Month first = core::month_of(office_.from);
        const bool whole_month = core::first_day(first) == office_.from;
        for (Month month = first + (whole_month ? 0 : 1); month <= last; month = month + 1) {
            live_month(month);
        }
        if (office_.until < horizon) close();
        return writer_.take();
    }

private:
    [[nodiscard]] bool is_commune() const { return office_.level == CareLevel::commune; }
    [[nodiscard]] CareForm form() const { return is_commune() ? CareForm::cash : CareForm::bank; }
    [[nodiscard]] Money available(CareForm form) const {
        return writer_.book().balances[held(office_.level, form).index];
    }

    void record(Date day, AssociationDraft draft) {
        if (draft.ops.empty()) return;
        const auto author = is_commune() ? Author::commune : Author::district;
        writer_.record(moment(day, rng_.between(470, 1000)), author, draft.ops,
                       std::move(draft.parts));
    }

    void open() {
        AssociationDraft draft;
        draft.add(office_.from, AssociationRegistered{office_.unit, office_.level, {office_.name}});
        if (office_.keeps_fund) {
            CareOpened opened;
            opened.level = office_.level;
            if (office_.from == baseline) {
                opened.free = rounded(rng_.between(200, 3'000) * thousand * (is_commune() ? 1 : 8));
                (is_commune() ? opened.cash : opened.bank) = opened.free;
            }
            draft.add(office_.from, opened);
        }
        record(office_.from, std::move(draft));
    }

    void live_month(Month month) {
        take_incoming(day_of(month, 2), day_of(month, 9));
        if (office_.keeps_fund) {
            receive(month);
            spend(month);
        } else if (month_number(month) == 1) {
            report_year(month);
        }
        supervise(month);
        if (office_.keeps_fund && month_number(month) == 12) pass_up(month);
        take_incoming(day_of(month, 23), core::last_day(month));
    }

    void take_incoming(Date from, Date until) {
        AssociationDraft draft;
        Date day = from;
        for (const auto& transfer : incoming_[index_]) {
            if (transfer.on < from || transfer.on > until) continue;
            day = std::max(day, transfer.on);
            draft.add(transfer.on, CareTransferredIn{transfer.transfer, office_.level,
                                                     transfer.form, transfer.amount, std::nullopt,
                                                     transfer.from, transfer.from_level});
        }
        record(day, std::move(draft));
    }

    // Around Tết, in June, and in the month of action for the old, October. The communes of the
    // reform are three or four of the old ones.
    void receive(Month month) {
        const auto number = month_number(month);
        const std::int64_t scale = !is_commune() ? 11 : office_.from > baseline ? 34 : 10;
        const std::int64_t unit = (is_commune() ? 100 : 800) * thousand;
        const auto get = [&](std::int64_t low, std::int64_t high, DonorKind donor) {
            CareReceived received;
            received.level = office_.level;
            received.account = form();
            received.amount = rounded(rng_.between(low, high) * unit * scale / 100);
            received.donor_kind = donor;
            AssociationDraft draft;
            draft.add(day_of(month, 10), received);
            record(day_of(month, 10), std::move(draft));
        };
        if (number == 1) get(80, 180, DonorKind::household);
        if (number == 6) get(60, 160, DonorKind::organisation);
        if (number == 10) get(140, 320, rng_.per_mille(500) ? DonorKind::firm : DonorKind::members);
    }

    void spend(Month month) {
        constexpr std::array others = {CarePurpose::visits, CarePurpose::longevity,
                                       CarePurpose::housing, CarePurpose::home_care,
                                       CarePurpose::health};
        const auto number = month_number(month);
        AssociationDraft draft;
        Money left = available(form());
        const auto pay = [&](std::int64_t percent, CarePurpose purpose) {
            const Money amount = rounded(left.dong * percent / 100);
            if (amount.dong <= 0) return;
            draft.add(day_of(month, 20),
                      CareSpent{office_.level, form(), amount, purpose, std::nullopt});
            left -= amount;
        };
        if (number == 2) pay(rng_.between(20, 45), CarePurpose::longevity);
        if (number == 4 || number == 8) pay(rng_.between(35, 65), CarePurpose::club_management);
        if (number == 11) {
            pay(rng_.between(40, 60), CarePurpose::club_management);
            pay(rng_.between(30, 60), rng_.pick(others));
        }
        record(day_of(month, 20), std::move(draft));
    }

    // A tenth goes up once a year: to the district while there is one, then to the province.
    void pass_up(Month month) {
        const Money amount = rounded(available(form()).dong / 10);
        if (amount.dong <= 0) return;
        const bool to_district = office_.above && office_.until >= day_of(month, 22) &&
                                 offices_[*office_.above].until > core::last_day(month) - 1;
        const Date day = day_of(month, 22);
        AssociationDraft draft;
        send(draft, day, {form(), amount}, to_district ? office_.above : std::nullopt, day + 4);
        record(day, std::move(draft));
    }

    struct Sum {
        CareForm form;
        Money amount;
    };

    void send(AssociationDraft& draft, Date day, Sum sum, std::optional<std::uint32_t> to,
              Date arrives) {
        const auto number = office_.unit.value * 1000 + static_cast<std::uint64_t>(sent_++);
        const core::TransferId id{derived_local(province_.seed, "transfer", number)};
        const auto book =
            to ? offices_[*to].book : office_book(province_.seed, province_.ground.province);
        const auto level = to ? offices_[*to].level : CareLevel::province;
        draft.add(day, CareTransferredOut{id, office_.level, sum.form, sum.amount, std::nullopt,
                                          book, level});
        auto& list = to ? incoming_[*to] : incoming_.back();
        list.push_back({arrives, id, sum.form, sum.amount, office_.book, office_.level});
    }

    // The unit ends: what the fund holds goes to its successor, or to the province.
    void close() {
        if (!office_.keeps_fund) return state_year(core::year_of(office_.until), office_.until);
        AssociationDraft draft;
        const Date day = office_.until;
        for (const auto form : {CareForm::cash, CareForm::bank}) {
            const Money amount = available(form);
            if (amount.dong <= 0) continue;
            const auto arrives = day + static_cast<std::int32_t>(rng_.between(3, 8));
            send(draft, day, {form, amount}, office_.heir, arrives);
        }
        draft.add(day, CareClosed{office_.level, std::nullopt});
        record(day, std::move(draft));
    }

    // An association without a book of its fund states the year before.
    void report_year(Month month) {
        const auto year = core::year_of(month) - 1;
        if (year > core::year_of(baseline)) state_year(year, day_of(month, 15));
    }

    void state_year(int year, Date day) {
        CareYearReported stated;
        stated.level = office_.level;
        stated.year = {year};
        stated.received_money = rounded(rng_.between(2'500, 6'500) * thousand);
        stated.spent = rounded(stated.received_money->dong * rng_.between(75, 100) / 100);
        stated.club_support = rounded(stated.spent->dong * rng_.between(35, 75) / 100);
        stated.balance = *stated.received_money - *stated.spent;
        AssociationDraft draft;
        draft.add(day, stated);
        record(day, std::move(draft));
    }

    // Each club is seen once a year, in a month of its own.
    void supervise(Month month) {
        if (!is_commune()) return;
        AssociationDraft draft;
        const Date day = day_of(month, 16);
        if (day > office_.until) return;
        for (const auto& watched : office_.clubs) {
            const auto& club = province_.clubs[watched.number];
            if (watched.from > day || club.launched >= day) continue;
            const auto year = core::year_of(month);
            Rng rng(province_.seed, "visit", watched.number * 1000U + static_cast<unsigned>(year));
            const auto due = core::make_month(year, static_cast<unsigned>(rng.between(3, 11)));
            const auto id = record_id("visit", watched.number, year);
            if (month_number(month) == 1 && office_.until >= core::last_day(due)) {
                draft.add(day, VisitPlanned{id, club.book, core::last_day(due)});
            }
            if (month == due) visit(draft, {id, watched.number, day}, rng);
        }
        finish_matters(draft, day);
        record(day, std::move(draft));
    }

    [[nodiscard]] core::RecordId record_id(const char* what, std::uint32_t club, int year) const {
        return {derived_local(province_.seed, what, club * 1000ULL + static_cast<unsigned>(year))};
    }

    struct Visit {
        core::RecordId id;
        std::uint32_t club;
        Date on;
    };

    void visit(AssociationDraft& draft, const Visit& visit, Rng& rng) {
        constexpr std::array items = {"meetings", "ledger", "cash", "loans", "areas", "volunteers"};
        const auto& book = province_.clubs[visit.club].book;
        VisitMade made{visit.id, book, {}, {}};
        for (const auto* item : items) {
            const bool faulty = rng.per_mille(60);
            made.checklist.push_back({{item}, faulty ? CheckResult::faulty : CheckResult::good});
            made.findings.value += faulty ? 1 : 0;
        }
        draft.add(visit.on, made);
        if (made.findings.value == 0) return;
        draft.attach({core::PartClass::text, std::nullopt, R"({"findings":"Ghi sổ còn chậm"})"});
        const auto year = core::year_of(visit.on);
        const auto id = record_id("recommendation", visit.club, year);
        draft.add(visit.on, RecommendationMade{id, book, visit.id, visit.on + 60});
        const Date closes = visit.on + static_cast<std::int32_t>(rng.between(20, 90));
        if (rng.per_mille(880)) matters_.push_back({closes, id});
    }

    struct Matter {
        Date closes;
        core::RecordId recommendation;
    };

    void finish_matters(AssociationDraft& draft, Date day) {
        std::erase_if(matters_, [&](const Matter& matter) {
            if (matter.closes > day) return false;
            const auto outcome = rng_.per_mille(850) ? Outcome::done : Outcome::partly;
            draft.add(day, RecommendationClosed{matter.recommendation, outcome});
            return true;
        });
    }

    const Province& province_;
    const std::vector<Office>& offices_;
    const Office& office_;
    std::uint32_t index_;
    std::vector<std::vector<Incoming>>& incoming_;
    Rng rng_;
    AssociationWriter writer_;
    std::vector<Matter> matters_;
    std::int64_t sent_ = 0;
};

}  // namespace

SmallBook live_office(const Province& province, const std::vector<Office>& offices,
                      std::uint32_t office, Date until,
                      std::vector<std::vector<Incoming>>& incoming) {
    return OfficeLife(province, offices, office, until, incoming).run();
}

}  // namespace lth::demo
