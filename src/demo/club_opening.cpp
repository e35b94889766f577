// How a club's book begins: in mid-life on 30 September 2020, or with the founding.
#include <algorithm>
#include <array>

#include "core/club/loan.hpp"
#include "demo/club_life.hpp"
#include "demo/ids.hpp"

namespace lth::demo {

using core::Date;
using core::Money;
using namespace core::club;

namespace {

// Shares of the interest that clubs vote for: income, operating, board, reserve.
constexpr std::array<std::array<std::int64_t, 4>, 4> splits = {{
    {400'000, 400'000, 100'000, 100'000},
    {300'000, 500'000, 100'000, 100'000},
    {500'000, 300'000, 100'000, 100'000},
    {450'000, 350'000, 50'000, 150'000},
}};
constexpr std::array<std::int64_t, 5> rates_ppm = {6'500, 8'000, 10'000, 10'000, 10'000};
constexpr std::array<std::int64_t, 6> loan_months = {10, 12, 12, 12, 15, 18};
constexpr std::array<std::int64_t, 6> monthly_dues = {2'000, 3'000, 5'000, 5'000, 5'000, 10'000};

core::club::BalanceOpened opened(Fund fund, const char* account, Money amount) {
    return {fund, text(account), amount, std::nullopt};
}

}  // namespace

void ClubLife::agree_customs() {
    auto& rules = customs_.rules;
    customs_.meeting_day = static_cast<std::int32_t>(rng_.between(3, 24));
    rules.from = std::max(baseline, plan_.standing() ? baseline : plan_.launched);
    rules.meeting_day = core::Count{customs_.meeting_day};
    rules.dues = Money{rng_.pick(monthly_dues)};
    const auto& split = rng_.pick(splits);
    rules.split = {{split[0]}, {split[1]}, {split[2]}, {split[3]}};
    rules.terms.months = {rng_.pick(loan_months)};
    rules.terms.rate_ppm = {rng_.pick(rates_ppm)};
    rules.terms.base = rng_.per_mille(180) ? LoanBase::original : LoanBase::outstanding;
    rules.terms.method = rng_.per_mille(150) ? LoanMethod::at_end : LoanMethod::equal_principal;
    rules.limits.amount = Money{10 * million};
    customs_.dues_interval = rng_.per_mille(700) ? 3 : 1;
    customs_.uses_bank = rng_.per_mille(300);
    customs_.from_paper = rng_.per_mille(550);
    customs_.borrowing = rng_.middling(430, 600);
    customs_.quality = rng_.between(0, 99);
}

// The plan's numbers of women and elderly, dealt out by chance.
void ClubLife::gather(Date on) {
    const auto count = static_cast<std::size_t>(plan_.members);
    std::vector<AgeGroup> ages(count, AgeGroup::younger);
    std::fill_n(ages.begin(), plan_.elderly, AgeGroup::elderly);
    std::vector<char> women(count, 0);
    std::fill_n(women.begin(), plan_.women, 1);
    rng_.shuffle(ages);
    rng_.shuffle(women);
    const auto since = static_cast<std::uint64_t>(on.days - plan_.launched.days) + 1;
    for (std::size_t i = 0; i < count; ++i) {
        Person person = make_person(rng_, ages[i], on);
        person.woman = women[i] != 0;
        const bool founder = rng_.per_mille(650);
        person.joined = founder ? plan_.launched
                                : plan_.launched + static_cast<std::int32_t>(rng_.below(since));
        people_.push_back(person);
    }
    wanted_size_ = std::min<std::int64_t>(70, plan_.members + rng_.between(0, 3));
}

void ClubLife::propose() {
    ClubDraft draft;
    draft.add(plan_.proposed, ClubProposed{text(plan_.name), plan_.villages.front(), plan_.villages,
                                           programme_id(plan_.programme), plan_.start_capital});
    const auto number = std::to_string(rng_.between(11, 260)) + "/QĐ-UBND";
    if (plan_.standing()) {
        draft.add(plan_.decided, ClubDecided{text(number)});
        draft.add(plan_.launched, ClubLaunched{});
        everywhere(moment(baseline, rng_.between(450, 540)), Author::commune, draft);
        return;
    }
    // The papers that a scheme asks for until it says otherwise: web/desk/scheme/common-books.ts.
    for (const char* item :
         {"application", "members", "charter", "plan", "board", "capital", "opinion"}) {
        draft.add(plan_.proposed, DossierItem{text(item), true, std::nullopt});
    }
    everywhere(moment(plan_.proposed, rng_.between(450, 1000)), Author::commune, draft);
    ClubDraft decided;
    decided.add(plan_.decided, ClubDecided{text(number)});
    everywhere(moment(plan_.decided, rng_.between(450, 1000)), Author::commune, decided);
}

void ClubLife::open_standing() {
    propose();
    gather(baseline);
    ClubDraft people;
    admit_people(people, baseline);
    own(moment(baseline, rng_.between(550, 720)), Author::club, std::move(people));
    ClubDraft money;
    open_money(money);
    own(moment(baseline, rng_.between(780, 1000)), Author::club, std::move(money));
    if (statements_) report(baseline);
}

void ClubLife::found() {
    propose();
    gather(plan_.launched);
    ClubDraft draft;
    const auto& grant = *plan_.grant;
    draft.add(grant.on, BookOpened{});
    draft.add(plan_.launched, ClubLaunched{});
    draft.add(plan_.launched, customs_.rules);
    admit_people(draft, plan_.launched);
    receive_capital(draft);
    draft.add(plan_.launched, GiftReceived{Goods::scale, {1}, grant.scale_value, grant.scale});
    draft.add(plan_.launched,
              GiftReceived{Goods::blood_pressure_meter, {1}, grant.meter_value, grant.meter});
    MeetingHeld meeting;
    meeting.meeting = {rng_.next() % core::local_id_limit};
    meeting.present_count = core::Count{size()};
    meeting.guests = {rng_.between(5, 25)};
    meeting.areas = {Area::awareness, Area::culture, Area::resources};
    draft.add(plan_.launched, meeting);
    const auto when = moment(plan_.launched, rng_.between(600, 1000), rng_.between(2, 20'000));
    ClubDraft launched;
    launched.add(plan_.launched, ClubLaunched{});
    stated(when, Author::commune, std::move(launched));
    own(when, Author::club, std::move(draft));
}

void ClubLife::admit_people(ClubDraft& draft, Date on) {
    for (const auto& person : people_) {
        MemberAdmitted admitted;
        admitted.member = person.id;
        admitted.joined = person.joined;
        admitted.birth_year = core::Year{person.birth_year};
        admitted.sex = person.woman ? Sex::female : Sex::male;
        admitted.hardship = person.hardship;
        admitted.borrowed_before = plan_.standing() && rng_.per_mille(280);
        draft.add(on, admitted);
        draft.attach(name_part(rng_, person));
    }
    draft.add(on, RosterCompleted{{plan_.members}});
    set_roles(draft, on);
}

void ClubLife::set_roles(ClubDraft& draft, Date on) {
    constexpr std::array roles = {BoardRole::chair, BoardRole::deputy, BoardRole::secretary,
                                  BoardRole::treasurer, BoardRole::member};
    auto able = present_people();
    rng_.shuffle(able);
    BoardElected board;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        board.seats.push_back({people_[able[i]].id, roles[i]});
    }
    draft.add(on, board);
    TeamSet arts{Team::arts, {}};
    for (std::size_t i = 5; i < 13; ++i) arts.members.push_back(people_[able[i]].id);
    draft.add(on, arts);
    set_volunteers(draft, on);
    draft.add(on, BookKeeperSet{customs_.from_paper ? Keeper::commune : Keeper::phone});
}

// Assets and equity of both funds as counted on the day. In one club of twenty the old papers do
// not balance: the difference stands as opening until somebody explains it.
void ClubLife::open_money(ClubDraft& draft) {
    draft.add(baseline, BookOpened{});
    draft.add(baseline, customs_.rules);
    const Money lent = open_loans(draft, plan_.capital);
    const Money rest = plan_.capital - lent;
    const Money bank{customs_.uses_bank ? rest.dong * 6 / 10 / million * million : 0};
    if (bank.dong > 0) draft.add(baseline, opened(Fund::income, "bank", bank));
    draft.add(baseline, opened(Fund::income, "cash", rest - bank));
    const Money reserve{plan_.capital.dong * rng_.between(10, 30) / 1000 / 1000 * 1000};
    const Money grown{plan_.capital.dong * rng_.between(30, 200) / 1000 / 1000 * 1000};
    const Money missing{rng_.per_mille(50) ? rng_.between(1, 30) * 10'000 : 0};
    const Money given = plan_.capital - reserve - grown - missing;
    const Money commune{given.dong * rng_.between(5, 20) / 100 / million * million};
    const bool project = plan_.programme <= Programme::vie062;
    draft.add(baseline, opened(Fund::income, "reserve", reserve));
    draft.add(baseline, opened(Fund::income, "capitalised_interest", grown));
    if (commune.dong > 0) draft.add(baseline, opened(Fund::income, "capital:commune", commune));
    draft.add(baseline, opened(Fund::income, project ? "capital:project" : "capital:province",
                               given - commune));
    const Money operating{rng_.between(300, 3'500) * 1'000};
    draft.add(baseline, opened(Fund::operating, "cash", operating));
    draft.add(baseline, opened(Fund::operating, "balance:dues", operating));
}

Money ClubLife::open_loans(ClubDraft& draft, Money capital) {
    constexpr std::array<std::int64_t, 10> amounts = {2, 2, 3, 3, 4, 5, 5, 5, 6, 8};
    const auto& terms = customs_.rules.terms;
    auto borrowers = present_people();
    rng_.shuffle(borrowers);
    borrowers.resize(static_cast<std::size_t>(plan_.members * customs_.borrowing / 1000));
    const Money limit{capital.dong * 97 / 100};
    const auto since = core::month_of(baseline) - core::month_of(plan_.launched);
    Money lent;
    for (const auto p : borrowers) {
        Money principal{rng_.pick(amounts) * million};
        const auto age = static_cast<std::int32_t>(
            std::min(rng_.between(0, terms.months.value - 2), std::int64_t{since}));
        Date on = core::first_day(core::month_of(baseline) + -age) +
                  static_cast<std::int32_t>(rng_.between(2, 24));
        on = std::max(on, std::max(plan_.launched, people_[p].joined));
        const auto paid = static_cast<std::size_t>(core::month_of(baseline) - core::month_of(on));
        const auto plan = schedule(terms, principal, on);
        // Three in a hundred are three months behind when the book opens.
        const bool behind = paid > 3 && rng_.per_mille(50);
        Money left = paid == 0 ? principal : plan[paid - (behind ? 4 : 1)].outstanding;
        if (lent + left > limit) {
            principal = left = {2 * million};
            on = std::max(core::make_date(2020, 9, 10), people_[p].joined);
            if (lent + left > limit) break;
        }
        LoanOpened loan;
        loan.loan = {derived_local(province_.seed, core::to_text(plan_.book), ++loan_number_)};
        loan.member = people_[p].id;
        loan.disbursed_on = on;
        loan.principal = principal;
        loan.outstanding = left;
        loan.interest_paid_through = baseline;
        loan.terms = terms;
        draft.add(baseline, loan);
        loans_.push_back({loan.loan, p, false});
        ++people_[p].open_loans;
        lent += left;
    }
    return lent;
}

void ClubLife::receive_capital(ClubDraft& draft) {
    const auto& grant = *plan_.grant;
    CapitalReceived received;
    received.source = grant.from_branch ? Source::branch : Source::province;
    received.amount = grant.amount;
    received.grant = grant.money;
    draft.add(grant.on, received);
    Money rest = plan_.capital - grant.amount;
    received.grant.reset();
    for (const auto source : {Source::commune, Source::firm}) {
        received.source = source;
        received.amount = {rest.dong * rng_.between(20, 45) / 100 / million * million};
        if (received.amount.dong <= 0) continue;
        draft.add(plan_.launched, received);
        rest -= received.amount;
    }
    received.source = Source::members;
    received.amount = rest;
    draft.add(plan_.launched, received);
}

}  // namespace lth::demo
