// The province's association: its own fund and the branch's, quotas, trainings, plans.
#include <algorithm>
#include <array>
#include <map>

#include "demo/associations.hpp"
#include "demo/calendar.hpp"
#include "demo/ids.hpp"

namespace lth::demo {
namespace {

using namespace core::association;
using core::Date;
using core::Money;
using core::Month;

constexpr std::array own_levels = {CareLevel::province, CareLevel::branch};

class ProvinceLife {
public:
    ProvinceLife(const Province& province, const std::vector<Office>& offices, Date until,
                 std::vector<Incoming> incoming)
        : province_(province),
          offices_(offices),
          incoming_(std::move(incoming)),
          rng_(province.seed, "office-province"),
          writer_(province.seed, office_book(province.seed, province.ground.province),
                  core::BookKind::association, until) {
        for (const auto& club : province.clubs) {
            if (club.grant) granted_[core::month_of(club.grant->on)].push_back(club.number);
        }
    }

    SmallBook run() {
        open();
        const Month last = core::month_of(horizon);
        for (Month month = core::month_of(baseline) + 1; month <= last; month = month + 1) {
            const bool january = month_number(month) == 1;
            if (january) year_factor_ = rng_.between(86, 112);
            // In the order of their days.
            receive_goods(month);
            if (january) ask_reports(month);
            take_incoming(core::first_day(month), core::last_day(month));
            receive(month);
            steer(month);
            if (january) assign_quotas(month);
            grant(month);
            train(month);
            if (january) record(day_of(month, 27), std::move(reports_));
            spend(month);
        }
        return writer_.take();
    }

private:
    void record(Date day, AssociationDraft draft) {
        if (draft.ops.empty()) return;
        writer_.record(moment(day, rng_.between(470, 1000)), Author::province, draft.ops,
                       std::move(draft.parts));
    }

    [[nodiscard]] core::RecordId record_id(const char* what, std::uint64_t number) const {
        return {derived_local(province_.seed, what, number)};
    }

    void open() {
        AssociationDraft draft;
        draft.add(baseline, AssociationRegistered{province_.ground.province,
                                                  CareLevel::province,
                                                  {"Hội Người cao tuổi tỉnh Thanh Hóa"}});
        for (const auto level : own_levels) {
            CareOpened opened;
            opened.level = level;
            opened.bank = opened.free = {900 * million};
            draft.add(baseline, opened);
        }
        draft.add(
            baseline,
            PlanAdopted{
                PlanKind::scheme, baseline + 1, core::make_date(2025, 12, 31), {"5133/QĐ-UBND"}});
        draft.add(baseline, SteeringSet{{11}, {"Quyết định thành lập ban chỉ đạo"}});
        record(baseline, std::move(draft));
    }

    // What came in the first days is recorded on the ninth, the rest with what is spent.
    void take_incoming(Date from, Date until) {
        AssociationDraft early;
        late_ = {};
        for (const auto& transfer : incoming_) {
            const Date on = transfer.on;
            if (on < from || on > until) continue;
            (core::civil(on).day < 10 ? early : late_)
                .add(on, CareTransferredIn{transfer.transfer, CareLevel::province, transfer.form,
                                           transfer.amount, std::nullopt, transfer.from,
                                           transfer.from_level});
        }
        record(from + 8, std::move(early));
    }

    // Organisations and firms, each month; in September for home care only.
    void receive(Month month) {
        AssociationDraft draft;
        const Date day = day_of(month, 10);
        for (const auto level : own_levels) {
            CareReceived received;
            received.level = level;
            received.account = CareForm::bank;
            const auto low = level == CareLevel::province ? 120 : 150;
            received.amount = rounded(rng_.between(low, low + 90) * million * year_factor_ / 100);
            received.donor_kind = rng_.per_mille(500) ? DonorKind::organisation : DonorKind::firm;
            draft.add(day, received);
        }
        if (month_number(month) == 9) {
            CareReceived bound;
            bound.level = CareLevel::province;
            bound.account = CareForm::bank;
            bound.amount = rounded(rng_.between(40, 120) * million);
            bound.donor_kind = DonorKind::organisation;
            bound.bound_to = CarePurpose::home_care;
            bound_ = bound.amount;
            draft.add(day, bound);
        }
        record(day, std::move(draft));
    }

    // Scales and meters come as goods before the founding of those clubs.
    void receive_goods(Month month) {
        const auto numbers = granted_.find(month);
        if (numbers == granted_.end()) return;
        Money value;
        for (const auto number : numbers->second) {
            const auto& grant = *province_.clubs[number].grant;
            value += grant.scale_value + grant.meter_value;
        }
        CareReceived received;
        received.level = CareLevel::province;
        received.account = CareForm::goods;
        received.amount = value;
        received.donor_kind = DonorKind::firm;
        received.bound_to = CarePurpose::club_founding;
        AssociationDraft draft;
        const Date day = core::first_day(month);
        draft.add(day, received);
        record(day, std::move(draft));
    }

    void grant(Month month) {
        const auto numbers = granted_.find(month);
        if (numbers == granted_.end()) return;
        auto clubs = numbers->second;
        std::ranges::sort(clubs, {}, [&](std::uint32_t number) {
            return std::pair(province_.clubs[number].launched, number);
        });
        for (const auto number : clubs) {
            const auto& club = province_.clubs[number];
            const auto& given = *club.grant;
            CareGranted granted;
            granted.grant = given.money;
            granted.club = club.book;
            granted.level = given.from_branch ? CareLevel::branch : CareLevel::province;
            granted.account = CareForm::bank;
            granted.amount = given.amount;
            AssociationDraft draft;
            draft.add(given.on, granted);
            granted.level = CareLevel::province;
            granted.account = CareForm::goods;
            granted.to = GrantTo::goods;
            granted.bound_to = CarePurpose::club_founding;
            for (const auto& [id, value] : {std::pair{given.scale, given.scale_value},
                                            std::pair{given.meter, given.meter_value}}) {
                granted.grant = id;
                granted.amount = value;
                draft.add(club.launched, granted);
            }
            // Typed after the other business of the month's first half.
            record(std::max(club.launched, day_of(month, 13)), std::move(draft));
        }
    }

    // What exceeds the reserve of a bad quarter is spent, nearly half of it on keeping clubs up.
    void spend(Month month) {
        AssociationDraft draft;
        const Date day = day_of(month, 28);
        if (month_number(month) % 3 == 0) {
            for (const auto level : own_levels) spend(draft, day, level);
        }
        if (month_number(month) == 11 && bound_.dong > 0) {
            draft.add(day, CareSpent{CareLevel::province, CareForm::bank, bound_,
                                     CarePurpose::home_care, CarePurpose::home_care});
            bound_ = {};
        }
        std::ranges::move(late_.ops, std::back_inserter(draft.ops));
        record(day, std::move(draft));
    }

    void spend(AssociationDraft& draft, Date day, CareLevel level) {
        struct Use {
            CarePurpose purpose;
            std::int64_t percent;
        };
        constexpr std::array uses = {
            Use{CarePurpose::club_management, 42}, Use{CarePurpose::home_care, 12},
            Use{CarePurpose::visits, 10},          Use{CarePurpose::housing, 16},
            Use{CarePurpose::health, 9},           Use{CarePurpose::administration, 3}};
        constexpr std::int64_t reserve = 620 * million;
        const auto free = -writer_.book().balances[owned(level, std::nullopt).index].dong;
        const auto spare = (free - reserve) * rng_.between(70, 95) / 100;
        for (const auto& use : uses) {
            const Money amount = rounded(spare * (use.percent + rng_.between(-3, 6)) / 100);
            if (amount.dong <= 0) continue;
            draft.add(day, CareSpent{level, CareForm::bank, amount, use.purpose, std::nullopt});
        }
    }

    // What each district, since the reform each commune, is to found this year.
    void assign_quotas(Month month) {
        const auto year = core::year_of(month);
        AssociationDraft draft;
        const Date day = day_of(month, 12);
        for (const auto& office : offices_) {
            const bool by_district = year <= 2025;
            if ((office.level == CareLevel::district) != by_district) continue;
            if (office.from > day || office.until < day) continue;
            const auto planned = launches(office, year);
            const auto clubs = planned + (rng_.per_mille(by_district ? 400 : 20) ? 1 : 0);
            if (clubs == 0) continue;
            draft.add(day, QuotaAssigned{{year}, office.unit, {clubs}, std::nullopt});
        }
        record(day, std::move(draft));
    }

    [[nodiscard]] std::int64_t launches(const Office& office, int year) const {
        if (office.level == CareLevel::commune) {
            return std::ranges::count_if(office.clubs, [&](const WatchedClub& watched) {
                return core::year_of(province_.clubs[watched.number].launched) == year;
            });
        }
        return std::ranges::count_if(province_.clubs, [&](const ClubPlan& club) {
            const auto district = province_.ground.communes[club.commune].district;
            return !club.standing() && core::year_of(club.launched) == year &&
                   province_.ground.districts[district].unit == office.unit;
        });
    }

    // The districts owe a report of the year before; most bring it in time.
    void ask_reports(Month month) {
        const Date asked = day_of(month, 5);
        AssociationDraft due;
        AssociationDraft brought;
        for (const auto& office : offices_) {
            if (office.level != CareLevel::district || office.until < core::last_day(month)) {
                continue;
            }
            const auto id = record_id("report", office.unit.value + month.index % 4096);
            due.add(asked, ReportDue{id, ReportKind::year, office.unit, core::last_day(month)});
            if (!rng_.per_mille(900)) continue;
            const Date on = day_of(month, static_cast<std::int32_t>(rng_.between(13, 26)));
            brought.add(on, ReportSubmitted{id, std::nullopt});
            brought.add(day_of(month, 27), ReportAccepted{id});
        }
        record(asked, std::move(due));
        reports_ = std::move(brought);
    }

    void steer(Month month) {
        const auto number = month_number(month);
        const Date day = day_of(month, 11);
        AssociationDraft draft;
        if (number == 1) {
            const auto year = core::year_of(month);
            draft.add(day, PlanAdopted{PlanKind::year,
                                       core::make_date(year, 1, 1),
                                       core::make_date(year, 12, 31),
                                       {std::to_string(year) + "/KH-HNCT"}});
            draft.add(day, GuidanceSent{Subject::funds, {}, {"Hướng dẫn công khai quỹ"}});
        }
        if (number == 6 || number == 12) draft.add(day, SteeringMet{{rng_.between(7, 11)}});
        if (number % 2 == 0) {
            draft.add(day, CommunicationMade{Channel::radio, {rng_.between(1, 4)}, std::nullopt});
        }
        if (number == 10) {
            const auto pledge = record_id("pledge", static_cast<std::uint64_t>(month.index));
            const Money amount = rounded(rng_.between(50, 200) * million);
            draft.add(day, PledgeMade{pledge, CareLevel::province, DonorKind::firm, std::nullopt,
                                      amount, core::last_day(month + 2)});
            draft.add(day, PledgeMet{pledge, rounded(amount.dong * rng_.between(50, 100) / 100)});
        }
        record(day, std::move(draft));
    }

    void train(Month month) {
        constexpr std::array topics = {TrainingTopic::club_founding, TrainingTopic::management,
                                       TrainingTopic::funds, TrainingTopic::home_care,
                                       TrainingTopic::software};
        if (month_number(month) % 3 != 2) return;
        const Date day = day_of(month, 26);
        AssociationDraft draft;
        TrainingHeld training;
        training.topic = rng_.pick(topics);
        training.days = {rng_.between(1, 3)};
        training.participants = {rng_.between(40, 120)};
        MaterialsGiven materials;
        for (Month of = month + -2; of <= month; of = of + 1) {
            for (const auto number : granted_[of]) {
                if (province_.clubs[number].launched > day) continue;
                materials.clubs.push_back(province_.clubs[number].book);
            }
        }
        training.clubs = materials.clubs;
        draft.add(day, training);
        materials.copies = {static_cast<std::int64_t>(materials.clubs.size()) * 5};
        if (!materials.clubs.empty()) draft.add(day, materials);
        record(day, std::move(draft));
    }

    const Province& province_;
    const std::vector<Office>& offices_;
    std::vector<Incoming> incoming_;
    Rng rng_;
    AssociationWriter writer_;
    std::map<Month, std::vector<std::uint32_t>> granted_;
    AssociationDraft late_;
    AssociationDraft reports_;
    Money bound_;
    std::int64_t year_factor_ = 100;
};

}  // namespace

SmallBook live_province(const Province& province, const std::vector<Office>& offices, Date until,
                        std::vector<Incoming> incoming) {
    return ProvinceLife(province, offices, until, std::move(incoming)).run();
}

}  // namespace lth::demo
