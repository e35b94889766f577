// The calendar of a club: meetings, the end of the year, corrections, rating, reports.
#include <algorithm>
#include <array>
#include <span>

#include "app/founding.hpp"
#include "demo/calendar.hpp"
#include "demo/club_life.hpp"
#include "demo/ids.hpp"

namespace lth::demo {

using core::Date;
using core::Money;
using core::Month;
using namespace core::club;

namespace {

constexpr std::size_t at(Column column) { return static_cast<std::size_t>(column); }

// Months of the epidemic in which many clubs could not meet.
std::uint64_t excused_per_mille(Month month) {
    if (month == core::make_month(2021, 8)) return 600;
    if (month == core::make_month(2021, 9)) return 350;
    if (month == core::make_month(2021, 5)) return 200;
    return 0;
}

const core::rating::Criteria& adopted_criteria() {
    static const auto versions = app::founding_criteria();
    return versions.back();
}

// Points by which the sum lies inside the band whatever was rolled: tenths of each maximum.
std::vector<CriterionScore> scores_for(const core::rating::Criteria& criteria, Band band,
                                       std::span<const std::int64_t> rolled) {
    std::vector<CriterionScore> scores;
    for (const auto& criterion : criteria.criteria) {
        const auto roll = rolled[scores.size() % rolled.size()];
        const auto tenths = band == Band::strong ? roll : roll / 8 + (band == Band::fair ? 7 : 5);
        const auto points = (criterion.points.value * tenths + 9) / 10;
        scores.push_back({text(criterion.id), core::Count{points}});
    }
    return scores;
}

}  // namespace

bool keeps_book(const Options& options, const ClubPlan& plan) {
    if (plan.number == 0) return options.adoption > 0;  // Tào Trụ, which everybody opens first
    Rng rng(options.seed, "adoption", plan.number);
    return rng.between(0, 99) < options.adoption;
}

ClubLife::ClubLife(const Province& province, const ClubPlan& plan, const Options& options)
    : province_(province),
      plan_(plan),
      rng_(province.seed, "club", plan.number),
      book_(province.seed, plan.book, options.until,
            keeps_book(options, plan) ? Kept::book : Kept::shadow) {
    if (!keeps_book(options, plan)) {
        statements_.emplace(province.seed, plan.book, options.until, Kept::book);
    }
}

std::uint64_t ClubLife::operations() const {
    return statements_ ? statements_->operations() : book_.operations();
}

app::BookWrite ClubLife::take() { return statements_ ? statements_->take() : book_.take(); }

void ClubLife::own(const Moment& when, Author author, ClubDraft draft) {
    if (going_) going_ = book_.record(when, author, std::move(draft));
}

void ClubLife::stated(const Moment& when, Author author, ClubDraft draft) {
    if (going_ && statements_) statements_->record(when, author, std::move(draft));
}

void ClubLife::everywhere(const Moment& when, Author author, const ClubDraft& draft) {
    stated(when, author, draft);
    own(when, author, draft);
}

Money ClubLife::held(Account account) const {
    return natural(account, book_.club().balances[index(account)]);
}

std::vector<std::uint32_t> ClubLife::present_people() const {
    std::vector<std::uint32_t> list;
    for (std::uint32_t i = 0; i < people_.size(); ++i) {
        if (people_[i].in_club) list.push_back(i);
    }
    return list;
}

std::int64_t ClubLife::size() const {
    return std::ranges::count_if(people_, [](const Person& person) { return person.in_club; });
}

void ClubLife::run() {
    agree_customs();
    if (plan_.standing()) {
        open_standing();
    } else {
        found();
        const Month launched = core::month_of(plan_.launched);
        if (month_number(launched) == 12 && statements_) report(core::last_day(launched));
    }
    Month month = core::month_of(std::max(baseline, plan_.launched)) + 1;
    const Month last = core::month_of(horizon);
    for (; going_ && month <= last; month = month + 1) live_month(month);
}

void ClubLife::live_month(Month month) {
    const Date on = core::first_day(month) + (customs_.meeting_day - 1);
    if (rng_.per_mille(excused_per_mille(month))) {
        ClubDraft draft;
        draft.add(on, MeetingsExcused{{month}, text("Thông báo tạm dừng sinh hoạt vì dịch bệnh")});
        own(moment(on, rng_.between(480, 1000)), Author::commune, std::move(draft));
    } else if (!rng_.per_mille(12)) {
        meet(month, on);
        mend(month, on);
    }
    rate(month);
    if (month_number(month) == 12 && statements_) report(core::last_day(month));
}

void ClubLife::meet(Month month, Date on) {
    Meeting meeting{month, on, {}, {}, {}, {}};
    meeting.income_cash = held(Account::income_cash);
    meeting.operating_cash = held(Account::operating_cash);
    meeting.box = meeting.income_cash + meeting.operating_cash;
    if (month_number(month) == 1) close_year(meeting);
    people_change(meeting);
    hold(meeting);
    collect_dues(meeting);
    collect_repayments(meeting);
    write_off(meeting);
    lend(meeting);
    spend(meeting);
    use_bank(meeting);
    doings(meeting);
    if (month_number(month) == 12) review(meeting);
    if (month_number(month) == 1) set_volunteers(meeting.draft, on);
    record_consents(meeting);
    count_cash(meeting);
    // Typed on the phone at the meeting, or from paper some days later in the same month.
    const auto last_typing = std::max<std::int64_t>(0, 26 - customs_.meeting_day);
    const auto days = customs_.from_paper ? std::min(rng_.between(0, 9), last_typing) : 0;
    const auto day = on + static_cast<std::int32_t>(days);
    const auto minute = customs_.from_paper ? rng_.between(480, 990) : rng_.between(870, 1080);
    const auto delay_s = rng_.per_mille(150) ? rng_.between(600, 18'000) : rng_.between(1, 60);
    own(moment(day, minute, delay_s), customs_.from_paper ? Author::commune : Author::club,
        std::move(meeting.draft));
    if (mistake_) mistake_->entry = book_.last_entry();
    forget_settled();
}

// The year is closed when its balances were read aloud.
void ClubLife::close_year(Meeting& meeting) {
    const Date until = core::first_day(meeting.month) - 1;
    if (until <= plan_.launched || rng_.per_mille(300)) return;
    PeriodClosed closed{until, {}};
    const auto state = [&](Fund fund, Account account, const char* name) {
        closed.balances.push_back({fund, text(name), held(account)});
    };
    state(Fund::income, Account::income_cash, "cash");
    state(Fund::income, Account::income_bank, "bank");
    state(Fund::income, Account::income_loans, "loans");
    state(Fund::income, Account::income_reserve, "reserve");
    state(Fund::operating, Account::operating_cash, "cash");
    meeting.draft.add(meeting.on, closed);
}

// Now and then the box holds a little less than the book: the meeting decides.
void ClubLife::count_cash(Meeting& meeting) {
    CashCounted counted;
    counted.amount = counted.book_amount = meeting.box;
    const Money missing{rng_.between(1, 5) * 10'000};
    const bool short_of = rng_.per_mille(6) && meeting.operating_cash > missing;
    if (short_of) counted.amount -= missing;
    meeting.draft.add(meeting.on, counted);
    if (!short_of) return;
    meeting.draft.add(meeting.on, CashAdjusted{Fund::operating, -missing, AdjustAgainst::adjustment,
                                               text("Biên bản kiểm quỹ")});
}

// Found out within the month: the operation is undone and recorded rightly in one entry.
void ClubLife::mend(Month month, Date met_on) {
    if (!mistake_) return;
    ClubDraft draft;
    draft.add(met_on, core::OpReversed{mistake_->entry, {mistake_->op_index}});
    draft.attach({core::PartClass::text, std::nullopt, R"({"reason":"Ghi nhầm tiền lãi"})"});
    draft.add(met_on, mistake_->right);
    mistake_.reset();
    const auto minute = rng_.between(480, 1000);
    own(moment(core::first_day(month) + 26, minute), Author::club, std::move(draft));
    forget_settled();
}

// Self-scored in January, appraised by the commune in February, approved in March for the year
// before, if the club was launched before July of it.
void ClubLife::rate(Month month) {
    const core::Year year{core::year_of(month) - 1};
    const auto number = month_number(month);
    const bool starts =
        number == 1 && year.value >= 2020 && plan_.launched < core::make_date(year.value, 7, 1);
    const auto step = rating_state(book_.club(), year);
    const Date on = core::first_day(month) + 27;
    const auto score = customs_.quality + rng_.between(-25, 25);
    const Band band = score >= 62 ? Band::strong : score >= 2 ? Band::fair : Band::average;
    std::array<std::int64_t, 8> rolled{};
    for (auto& roll : rolled)
        roll = band == Band::strong ? rng_.between(9, 10) : rng_.between(6, 9);
    const auto& criteria = adopted_criteria();
    const auto scores = scores_for(criteria, band, rolled);
    const auto by = text(reference(criteria));
    ClubDraft draft;
    const auto when = moment(on, rng_.between(480, 1000));
    if (starts) {
        draft.add(on, RatingSelfScored{year, by, scores, band});
        everywhere(when, Author::club, draft);
    } else if (number == 2 && step == RatingState::self_scored) {
        draft.add(on, RatingAppraised{year, by, scores, band});
        everywhere(when, Author::commune, draft);
    } else if (number == 3 && step == RatingState::appraised) {
        const auto decision = std::to_string(rng_.between(20, 90)) + "/QĐ-HNCT";
        draft.add(on, RatingApproved{year, band, core::make_date(year.value, 12, 31), when.made_at,
                                     text(decision)});
        everywhere(when, Author::province, draft);
    }
}

// What a club without a book states about itself: counted from the same people and money.
void ClubLife::report(Date as_of) {
    const auto sums = book_.figures(as_of);
    const auto count = [&](Column column) { return core::Count{sums[at(column)]}; };
    ClubReported reported;
    reported.as_of = as_of;
    reported.source = as_of == baseline ? ReportSource::commune : ReportSource::club;
    auto& figures = reported.figures;
    figures.members = count(Column::members);
    figures.elderly = count(Column::elderly);
    figures.women = count(Column::women);
    figures.hardship = count(Column::hardship);
    figures.volunteers =
        core::Count{sums[at(Column::volunteers_home_care)] + sums[at(Column::volunteers_economic)]};
    figures.capital = Money{sums[at(Column::capital)]};
    figures.loans_outstanding = Money{sums[at(Column::loans_outstanding)]};
    figures.borrowers_ever = count(Column::borrowers_ever);
    figures.borrowers_year = count(Column::borrowers_year);
    figures.borrowers_owing = count(Column::borrowers_owing);
    if (as_of > baseline) {
        figures.meetings_year = core::Count{sums[at(Column::months_met)] - met_before_};
        met_before_ = sums[at(Column::months_met)];
    }
    figures.start_capital = plan_.start_capital;
    ClubDraft draft;
    draft.add(as_of, reported);
    stated(moment(as_of, 1'020), Author::commune, std::move(draft));
}

}  // namespace lth::demo
