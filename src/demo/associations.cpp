// The care funds of the demo: what came in, what went to clubs, what was passed on.
#include <algorithm>

#include "demo/ids.hpp"
#include "demo/small_books.hpp"
#include "demo/small_writer.hpp"

namespace lth::demo {
namespace {

using namespace core::association;
using core::Date;
using core::Money;

using AssociationWriter = SmallWriter<Association, AssociationOp>;

constexpr Date opened_on = core::make_date(2020, 9, 30);
constexpr std::int64_t million = 1'000'000;
// One commune in this many keeps its fund here; the others have not begun.
constexpr std::size_t commune_step = 8;

struct Line {
    Date on;
    AssociationWhat what;
};

// Lines of a book in the order of their days, an entry a day.
void record_by_day(AssociationWriter& writer, std::vector<Line> lines) {
    std::vector<std::size_t> order(lines.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair{lines[i].on, i}; });
    for (std::size_t i = 0; i < order.size();) {
        const Date day = lines[order[i]].on;
        std::vector<AssociationOp> ops;
        for (; i < order.size() && lines[order[i]].on == day; ++i) {
            ops.push_back({day, {}, std::move(lines[order[i]].what)});
        }
        if (!writer.record(moment(day, 1000), Author::province, ops)) return;
    }
}

CareReceived received(CareLevel level, std::int64_t millions, DonorKind donor) {
    CareReceived what;
    what.level = level;
    what.account = CareForm::bank;
    what.amount = {millions * million};
    what.donor_kind = donor;
    return what;
}

CareGranted granted(const ClubPlan& club, const FoundingGrant& grant) {
    CareGranted what;
    what.grant = grant.money;
    what.club = club.book;
    what.level = grant.from_branch ? CareLevel::branch : CareLevel::province;
    what.account = CareForm::bank;
    what.to = GrantTo::income;
    what.amount = grant.amount;
    what.purpose = CarePurpose::club_founding;
    return what;
}

AssociationRegistered registered(core::UnitId unit, CareLevel level, std::string name) {
    AssociationRegistered what;
    what.unit = unit;
    what.level = level;
    what.name = {std::move(name)};
    return what;
}

CareOpened opened(CareLevel level, std::int64_t millions) {
    CareOpened what;
    what.level = level;
    what.bank = what.free = {millions * million};
    return what;
}

Date month_day(core::Month month, std::int32_t day) { return core::first_day(month) + day - 1; }

constexpr core::Month first_month = core::make_month(2020, 10);

void receive_monthly(const Province& province, Date until, std::vector<Line>& lines) {
    Rng rng(province.seed, "care-province");
    for (core::Month month = first_month; core::first_day(month) <= until; month = month + 1) {
        for (const auto level : {CareLevel::province, CareLevel::branch}) {
            const std::int64_t low = level == CareLevel::province ? 120 : 150;
            lines.push_back({month_day(month, 3),
                             received(level, rng.between(low, low + 90), DonorKind::organisation)});
        }
    }
}

}  // namespace

core::BookId association_book(const Province& province) {
    return core::BookId(derived_uuid(province.seed, "association", 0));
}

app::BookWrite province_association(const Province& province, const Options& options) {
    AssociationWriter writer(province.seed, association_book(province), core::BookKind::association,
                             options.until);
    std::vector<Line> lines;
    lines.push_back({opened_on, registered(province.ground.province, CareLevel::province,
                                           "Hội Người cao tuổi tỉnh Thanh Hóa")});
    lines.push_back({opened_on, opened(CareLevel::province, 900)});
    lines.push_back({opened_on, opened(CareLevel::branch, 900)});
    // Up to the plan's horizon, whatever `until` is: a shorter run is a prefix.
    receive_monthly(province, horizon, lines);
    for (const auto& club : province.clubs) {
        if (club.grant) lines.push_back({club.grant->on, granted(club, *club.grant)});
    }
    Rng rng(province.seed, "trainings");
    for (core::Month month = first_month; month <= core::month_of(horizon); month = month + 3) {
        TrainingHeld training;
        training.topic = rng.pick(
            std::array{TrainingTopic::management, TrainingTopic::funds, TrainingTopic::home_care});
        training.days = {2};
        training.participants = {rng.between(30, 80)};
        lines.push_back({month_day(month, 20), training});
        CareSpent spent;
        spent.level = CareLevel::province;
        spent.account = CareForm::bank;
        spent.amount = {rng.between(40, 90) * million};
        spent.purpose = CarePurpose::club_management;
        lines.push_back({month_day(month, 25), spent});
    }
    record_by_day(writer, std::move(lines));
    return writer.take();
}

std::vector<app::BookWrite> commune_associations(const Province& province, const Options& options) {
    std::vector<app::BookWrite> books;
    for (std::size_t i = 0; i < province.ground.communes.size(); i += commune_step) {
        const auto& commune = province.ground.communes[i];
        Rng rng(province.seed, "care-commune", i);
        AssociationWriter writer(province.seed,
                                 core::BookId(derived_uuid(province.seed, "association", i + 1)),
                                 core::BookKind::association, options.until);
        std::vector<Line> lines;
        lines.push_back({opened_on, registered(commune.unit, CareLevel::commune,
                                               "Hội Người cao tuổi " + commune.name)});
        lines.push_back({opened_on, opened(CareLevel::commune, rng.between(5, 30))});
        for (core::Month month = first_month; month <= core::month_of(horizon); month = month + 2) {
            lines.push_back({month_day(month, 12), received(CareLevel::commune, rng.between(2, 14),
                                                            DonorKind::household)});
            CareSpent spent;
            spent.level = CareLevel::commune;
            spent.account = CareForm::bank;
            spent.amount = {rng.between(1, 5) * million};
            spent.purpose = rng.per_mille(600) ? CarePurpose::club_management : CarePurpose::other;
            lines.push_back({month_day(month, 24), spent});
        }
        record_by_day(writer, std::move(lines));
        books.push_back(writer.take());
    }
    return books;
}

}  // namespace lth::demo
