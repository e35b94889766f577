// What the steering board concluded when it last met, and what it may conclude now: drafted of what
// is open, in the form of such conclusions. What nobody has recorded stays a dotted line.
#include <algorithm>
#include <map>
#include <tuple>

#include "report/compose.hpp"
#include "report/figures.hpp"

namespace lth::report {
namespace {

constexpr std::size_t named_in_draft = 5;  // of many alike; the sections before name them all

using Names = std::vector<std::string>;

// "A; B và 3 mục khác".
std::string listed(const Names& names) {
    std::string text;
    const auto shown = std::min(named_in_draft, names.size());
    for (std::size_t i = 0; i < shown; ++i) text += (i > 0 ? "; " : "") + names[i];
    const auto rest = static_cast<std::int64_t>(names.size() - shown);
    if (rest > 0) text += " và " + core::grouped(rest) + " mục khác";
    return text;
}

std::string counted(const Names& names) {
    return core::grouped(static_cast<std::int64_t>(names.size()));
}

std::string small_first(std::string_view text) {
    std::string small(text);
    if (small.starts_with('C')) small.front() = 'c';  // of "Cấp tỉnh", "Chi nhánh"
    return small;
}

// Sentences that say who is to do what by when.
class Draft {
public:
    explicit Draft(std::vector<Fields>& lines) : lines_(lines) {}

    void charge(std::string_view whom, const std::string& what,
                std::optional<core::Date> until = {}) {
        add("Giao " + std::string(whom) + " " + what + "; hoàn thành trước ngày " +
            (until ? core::vietnamese(*until) : std::string(dotted)) + ".");
    }
    void note(const std::string& what) { add("Ghi nhận " + what + "."); }
    void ask(const std::string& whom, const std::string& what) {
        add("Đề nghị " + whom + " " + what + " trước ngày " + std::string(dotted) + ".");
    }

private:
    void add(std::string text) {
        const auto number = static_cast<std::int64_t>(lines_.size()) + 1;
        lines_.push_back({{"number", count_field(number)}, {"text", {std::move(text)}}});
    }
    std::vector<Fields>& lines_;
};

void draft_decisions(Draft& draft, const app::AssociationsView& view) {
    Names split;
    Names gone;
    for (const auto& open : view.decisions) (open.split ? split : gone).push_back(open.unit);
    if (!split.empty()) {
        draft.charge(dotted, "phân khu dân cư của " + counted(split) +
                                 " đơn vị còn chờ quyết định: " + listed(split));
    }
    if (!gone.empty()) {
        draft.charge(dotted,
                     "xác định " + counted(gone) + " đơn vị chưa rõ nhập vào đâu: " + listed(gone));
    }
}

void draft_proposals(Draft& draft, const app::AssociationsView& view) {
    std::map<std::string, Names> open;  // by who decides
    for (const auto& matter : view.matters) {
        if (!matter.proposal || matter.ended_on) continue;
        open[matter.to].push_back(std::string(name_of(matter.subject)) + " (" + matter.association +
                                  (matter.document.empty() ? "" : ", " + matter.document) +
                                  ", ngày " + core::vietnamese(matter.on) + ")");
    }
    for (const auto& [to, names] : open) {
        draft.ask(to, "trả lời " + counted(names) + " kiến nghị: " + listed(names));
    }
}

std::string what_lacks(const facts::Target& target) {
    std::string text = "chỉ tiêu " + std::string(target.id) + " (" + target.name.vi +
                       "): hiện là " + value_field(target.value, target.goal).text + ", mục tiêu " +
                       goal_text(target.value.kind, target.goal);
    const bool share = target.value.kind == facts::ValueKind::share;
    if (!share && target.goal && target.value.value && *target.goal > *target.value.value) {
        text += ", còn thiếu " + goal_text(target.value.kind, *target.goal - *target.value.value);
    }
    if (target.missing_total > 0) {
        text += "; " + core::grouped(target.missing_total) +
                " nơi còn thiếu: " + missing_names(target, named_in_draft);
    }
    return text;
}

void draft_targets(Draft& draft, const app::StandingView& now) {
    if (!has_begun(now)) return;
    const auto& ends = now.scheme.ends;
    const bool ended = now.frame.as_of >= ends;  // nothing is to be met any more
    std::string undecided;
    for (const auto& target : now.standing.targets) {
        if (!target.in_scheme || !target.goal || target.national) continue;
        if (target.met == false && ended) {
            draft.note("khi kết thúc giai đoạn (" + core::vietnamese(ends) + ") chưa đạt " +
                       what_lacks(target));
        } else if (target.met == false) {
            draft.charge(dotted, "thực hiện " + what_lacks(target), ends);
        }
        if (!target.met) undecided += (undecided.empty() ? "" : ", ") + std::string(target.id);
    }
    if (!undecided.empty()) {
        draft.charge(dotted, "bổ sung số liệu để kết luận được chỉ tiêu " + undecided);
    }
}

void draft_obstacles(Draft& draft, const app::AssociationsView& view) {
    std::map<core::association::CareLevel, Names> open;  // by who is to answer
    for (const auto& matter : view.matters) {
        if (matter.proposal || matter.ended_on) continue;
        const std::string of_club = matter.club.empty() ? "" : ", CLB " + matter.club;
        open[matter.level].push_back(std::string(name_of(matter.subject)) + " (" +
                                     matter.association + of_club + ", ngày " +
                                     core::vietnamese(matter.on) + ")");
    }
    for (const auto& [level, names] : open) {
        draft.charge("Hội " + small_first(name_of(level)),
                     "trả lời " + counted(names) + " vướng mắc: " + listed(names));
    }
}

void draft_reports(Draft& draft, const app::AssociationsView& view) {
    std::map<std::tuple<core::Date, core::association::ReportKind>, Names> late;
    for (const auto& owed : view.owed) late[{owed.due, owed.kind}].push_back(owed.unit);
    for (const auto& [what, units] : late) {
        const auto& [due, kind] = what;
        const std::string report =
            "nộp " + std::string(name_of(kind)) + " quá hạn từ ngày " + core::vietnamese(due);
        if (units.size() == 1) {
            draft.charge(units.front(), report);
        } else {
            draft.charge(counted(units) + " đơn vị", report + ": " + listed(units));
        }
    }
}

std::string conclusions_at(const app::OpPlace& place, const Asked& asked) {
    const auto told = asked.text ? asked.text(place) : std::nullopt;
    if (!told) return "Xem trong sổ của Hội; bản này không chép lại.";
    return told->empty() ? "Sổ không ghi kết luận của lần họp này." : *told;
}

}  // namespace

std::string private_text(const Asked& asked, const app::OpPlace& place) {
    return asked.text ? asked.text(place).value_or("") : std::string();
}

std::string missing_names(const facts::Target& target, std::size_t shown) {
    std::string text;
    shown = std::min(shown, target.missing.size());
    for (std::size_t i = 0; i < shown; ++i) {
        text += (i > 0 ? "; " : "") + target.missing[i].name;
    }
    const auto rest = target.missing_total - static_cast<std::int64_t>(shown);
    if (rest > 0) text += " và " + core::grouped(rest) + " nơi khác";
    return text;
}

void put_earlier(Values& values, const app::AssociationsView& view, const Asked& asked) {
    const bool met = !view.steering.empty();
    const bool told = asked.kind == Kind::steering_pack && met;
    values.set("last_conclusions",
               told ? conclusions_at(view.steering.back().place, asked) : std::string(dotted));
    values.set("no_meeting", met ? "" : "Chưa có lần họp nào của Ban Chỉ đạo được ghi.");
    values.set("last_meeting", met ? "Lần họp trước: ngày " +
                                         core::vietnamese(view.steering.back().on) + ", có mặt " +
                                         core::grouped(view.steering.back().present) + " người."
                                   : "");
}

void put_draft(Values& values, const app::StandingView& now, const app::AssociationsView& view) {
    Draft draft(values.lists["conclusions"]);
    draft_decisions(draft, view);
    draft_proposals(draft, view);
    draft_targets(draft, now);
    draft_obstacles(draft, view);
    draft_reports(draft, view);
}

}  // namespace lth::report
