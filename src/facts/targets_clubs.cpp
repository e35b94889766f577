// T1, T2, T7, T8, T12: the new clubs, their people, places and first money; ratings of all clubs.
#include <algorithm>

#include "core/money.hpp"
#include "facts/targets.hpp"

namespace lth::facts::targets {

namespace {

using core::grouped;

std::int64_t size_of(const std::vector<ClubNumber>& clubs) {
    return static_cast<std::int64_t>(clubs.size());
}

void list_unknown(const Desk& desk, Target& target, Column column,
                  const std::vector<ClubNumber>& clubs) {
    for (const ClubNumber club : clubs) {
        if (figure(desk.scene, column, club)) continue;
        missing_of(desk, target).add_club(MissingKind::club_no_data, desk.in.cube, club);
    }
}

using LaunchFigure = std::optional<std::int64_t> LaunchFigures::*;

/// The sum over launches that know the figure, and on what they rest.
Second on_launch(const Desk& desk, LaunchFigure figure) {
    std::int64_t sum = 0;
    BasisCounts basis;
    for (const ClubNumber club : desk.new_clubs) {
        const LaunchFigures& launch = desk.in.cube.launch(club);
        sum += (launch.*figure).value_or(0);
        basis.add(launch.*figure ? launch.people : Basis::unknown);
    }
    const Text counts = basis_text(basis);
    return {{"Vào ngày ra mắt (" + counts.vi + ")", "On the day of launch (" + counts.en + ")"},
            count_of(basis.none_known() ? std::nullopt : std::optional(sum))};
}

Target people_of_new(const Desk& desk, Target target, Column column, LaunchFigure at_launch) {
    const Total now = total(desk.scene, column, desk.new_active);
    target.value = count_of(now.value());
    target.basis = now.basis;
    std::int64_t slack = 0;
    if (column == Column::elderly) {
        slack = total(desk.scene, Column::birth_unknown, desk.new_active).sum;
        const std::int64_t by_year =
            total(desk.scene, Column::elderly_by_year, desk.new_active).sum;
        if (by_year > 0) {
            target.note.add(
                {grouped(by_year) + " người đủ 60 tuổi trong năm tính theo năm sinh.",
                 grouped(by_year) + " people turn 60 this year by year of birth alone."});
        }
        if (slack > 0) {
            target.note.add({grouped(slack) + " thành viên chưa rõ năm sinh.",
                             grouped(slack) + " members of unknown birth."});
        }
    }
    if (target.value.value) target.met = sum_met(now.sum, target.goal, now.basis.unknown, slack);
    target.note.add(basis_text(target.basis));
    target.second.push_back(on_launch(desk, at_launch));
    list_unknown(desk, target, column, desk.new_active);
    return target;
}

void describe_rating(Target& target, const RatedClubs& rated) {
    if (!rated.year) {
        target.note.add(
            {"Chưa có kết quả xếp loại nào được duyệt.", "No rating has been approved."});
        return;
    }
    target.basis.book = size_of(rated.well) + size_of(rated.average) + size_of(rated.weak);
    target.basis.unknown = size_of(rated.unrated);
    const std::string year = std::to_string(*rated.year);
    target.note.add({"Xếp loại năm " + year + ". CLB chưa xếp loại tính là chưa đạt.",
                     "Ratings of " + year + ". Clubs without a rating count as not met."});
}

}  // namespace

Target new_clubs(const Desk& desk) {
    Target target = make_target(desk, "T1", {"Số CLB thành lập mới", "New clubs"});
    const std::int64_t founded = size_of(desk.new_clubs);
    target.value = count_of(founded);
    target.basis.book = founded;
    if (target.goal) target.met = founded >= *target.goal;
    target.second = {
        {{"Trong đó đang hoạt động", "Of these active"}, count_of(size_of(desk.new_active))},
        {{"Mọi CLB ra mắt trong kỳ", "All launched in the period"},
         count_of(size_of(desk.period_clubs))},
        {{"Mọi CLB ra mắt trong kỳ, đang hoạt động", "All launched in the period, active"},
         count_of(size_of(desk.period_active))},
    };
    if (!desk.terms.programme) return target;
    for (const ClubNumber club : desk.period_clubs) {
        if (desk.in.cube.head(club).programme) continue;
        missing_of(desk, target).add_club(MissingKind::club_no_data, desk.in.cube, club);
    }
    if (target.missing_total > 0) {
        target.note.add(
            {grouped(target.missing_total) + " CLB ra mắt trong kỳ chưa rõ chương trình.",
             grouped(target.missing_total) + " clubs launched in the period name no programme."});
    }
    return target;
}

Target new_members(const Desk& desk) {
    return people_of_new(
        desk, make_target(desk, "T2a", {"Thành viên của CLB mới", "Members of new clubs"}),
        Column::members, &LaunchFigures::members);
}

Target new_elderly(const Desk& desk) {
    return people_of_new(
        desk,
        make_target(desk, "T2b", {"Người cao tuổi trong CLB mới", "Elderly members of new clubs"}),
        Column::elderly, &LaunchFigures::elderly);
}

Target priority_areas(const Desk& desk) {
    Target target = make_target(desk, "T7",
                                {"Ưu tiên vùng khó khăn (cách đọc của hệ thống)",
                                 "Priority areas first (the system's reading)"});
    target.goal.reset();
    const PriorityFacts& priority = desk.in.priority;
    Ratio share{0, size_of(desk.new_clubs)};
    Ratio known;
    for (const ClubNumber club : desk.new_clubs) {
        const Priority is = priority.at_launch[club];
        target.basis.add(is == Priority::unknown ? Basis::unknown : Basis::book);
        if (is == Priority::yes) ++share.num;
        if (is == Priority::unknown) {
            missing_of(desk, target).add_club(MissingKind::club_no_data, desk.in.cube, club);
        }
    }
    known = {share.num, target.basis.book};
    target.value = target.basis.unknown > 0 ? unknown_value(ValueKind::share) : share_of(share);
    if (target.basis.unknown > 0) {
        target.note.add({"Chưa rõ phân loại địa bàn nơi đóng của " + grouped(target.basis.unknown) +
                             " CLB vào ngày ra mắt.",
                         "The area class on the day of launch is not known for " +
                             grouped(target.basis.unknown) + " clubs."});
        target.second.push_back({{"Trong các CLB đã rõ", "Of those known"}, share_of(known)});
    }
    if (priority.synthetic) {
        target.note.add({"Phân loại địa bàn là số liệu mô phỏng.", "Area classes are synthetic."});
    }
    target.second.push_back(
        {{"Tỷ lệ khu dân cư vùng ưu tiên lúc bắt đầu đề án",
          "Share of priority villages at the scheme's start"},
         priority.villages ? share_of(*priority.villages) : unknown_value(ValueKind::share)});
    return target;
}

Target rated_well(const Desk& desk) {
    Target target =
        make_target(desk, "T8a", {"CLB xếp loại khá trở lên", "Clubs rated fair or strong"});
    const RatedClubs& rated = desk.rated;
    describe_rating(target, rated);
    if (!rated.year) {
        target.value = unknown_value(ValueKind::share);
        return target;
    }
    const Ratio all{size_of(rated.well), target.basis.clubs()};
    target.value = share_of(all);
    if (target.goal) target.met = at_least(all, *target.goal);
    target.second = {{{"Chỉ tính CLB đã xếp loại", "Rated clubs only"},
                      share_of({size_of(rated.well), target.basis.book})}};
    MissingList missing = missing_of(desk, target);
    for (const ClubNumber club : rated.unrated) {
        missing.add_club(MissingKind::club_unrated, desk.in.cube, club);
    }
    for (const auto* list : {&rated.average, &rated.weak}) {
        for (const ClubNumber club : *list) missing.add_club(MissingKind::club, desk.in.cube, club);
    }
    return target;
}

Target rated_weak(const Desk& desk) {
    Target target = make_target(desk, "T8b", {"Không có CLB yếu kém", "No weak club"});
    const RatedClubs& rated = desk.rated;
    describe_rating(target, rated);
    if (!rated.year) {
        target.value = unknown_value(ValueKind::count);
        return target;
    }
    target.value = count_of(size_of(rated.weak));
    target.value.denominator = target.basis.clubs();
    target.met = target.basis.clubs() > 0 && rated.weak.empty() && rated.unrated.empty();
    MissingList missing = missing_of(desk, target);
    for (const ClubNumber club : rated.weak) {
        missing.add_club(MissingKind::club, desk.in.cube, club);
    }
    for (const ClubNumber club : rated.unrated) {
        missing.add_club(MissingKind::club_unrated, desk.in.cube, club);
    }
    return target;
}

Target start_capital(const Desk& desk) {
    Target target =
        make_target(desk, "T12", {"CLB mới đủ vốn ban đầu", "New clubs with start capital"});
    const std::int64_t wanted = desk.terms.goal("T12").amount.value_or(0);
    Ratio enough;
    std::int64_t later_enough = 0;
    std::int64_t later = 0;
    for (const ClubNumber club : desk.new_clubs) {
        const LaunchFigures& launch = desk.in.cube.launch(club);
        target.basis.add(launch.capital);
        if (!launch.start_capital) {
            missing_of(desk, target).add_club(MissingKind::club_no_data, desk.in.cube, club);
            continue;
        }
        ++enough.den;
        later += launch.later_capital;
        if (*launch.start_capital + launch.later_capital >= wanted) ++later_enough;
        if (*launch.start_capital >= wanted) {
            ++enough.num;
        } else {
            missing_of(desk, target).add_club(MissingKind::club, desk.in.cube, club);
        }
    }
    target.value = target.basis.none_known() ? unknown_value(ValueKind::share) : share_of(enough);
    if (target.goal && enough.den > 0) {
        target.met = at_least(enough, *target.goal);
        if (*target.met && target.basis.unknown > 0) target.met.reset();
    } else if (target.basis.clubs() == 0) {
        target.met = false;
    }
    target.note.add({"Vốn và cổ phần nhận trừ trả lại đến ngày ra mắt; không có sổ thì theo hồ sơ.",
                     "Capital and shares received less returned by launch; without a book as on "
                     "file."});
    target.note.add(basis_text(target.basis));
    target.second = {
        {{"Đủ vốn nếu tính cả 60 ngày sau ra mắt", "With the 60 days after launch"},
         share_of({later_enough, enough.den})},
        {{"Số tiền đến trong 60 ngày sau ra mắt", "Money of the 60 days after launch"},
         money_of(later)},
    };
    return target;
}

}  // namespace lth::facts::targets
