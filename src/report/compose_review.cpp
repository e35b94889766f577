// The reviews of a scheme, and the papers of the steering board, which show the same standing.
#include <algorithm>
#include <array>
#include <ranges>

#include "facts/measure_labels.hpp"
#include "report/compose.hpp"
#include "report/figures.hpp"

namespace lth::report {
namespace {

using facts::Standing;
using facts::Target;

constexpr std::size_t names_shown = 30;  // of what a target misses; the desk shows all

std::string met_text(const Target& target, const app::StandingView& now) {
    if (target.national) return "Chỉ tiêu cả nước";  // one province's books do not judge it
    if (!has_begun(now)) return "Chưa đến kỳ";
    if (target.met) return *target.met ? "Đạt" : "Chưa đạt";
    return target.goal ? "Chưa đủ số liệu để kết luận" : "–";
}

// What it rests on, then its note. Targets on care funds count funds and say so in their note;
// others may have the sentence on clubs in it.
std::string basis_of(const Target& target) {
    std::string note = target.note.vi;
    if (target.counted == facts::Counted::funds || target.basis.clubs() == 0) return note;
    const auto said = facts::basis_text(target.basis).vi;
    if (const auto at = note.find(said); at != std::string::npos) {
        note.erase(at, said.size() + (at + said.size() < note.size() ? 1 : 0));
    }
    return "Theo sổ " + core::grouped(target.basis.book) + ", theo báo cáo " +
           core::grouped(target.basis.report) + ", chưa có số liệu " +
           core::grouped(target.basis.unknown) + " CLB. " + note;
}

// Where each of the names stands, for the pages that show the document, a line for each: what it
// is, the code of its unit, its own id or the map's day, and the name, parted by tabs.
std::string missing_places(const Target& target, std::size_t shown) {
    std::string text;
    for (const auto& missing : target.missing | std::views::take(shown)) {
        if (!text.empty()) text += '\n';
        if (const auto* club = std::get_if<core::BookId>(&missing.id)) {
            text += "club\t\t" + to_text(*club);
        } else if (const auto* village = std::get_if<core::VillageId>(&missing.id)) {
            text += "village\t" + missing.unit + "\t" + to_text(*village);
        } else {
            text += "unit\t" + missing.unit + "\t" + (target.map ? to_text(*target.map) : "");
        }
        text += "\t" + missing.name;
    }
    return text;
}

Field value_beside_parts(const Target& target) {
    auto field = value_field(target.value, target.goal);
    const auto& value = target.value;
    if (value.kind == facts::ValueKind::share && value.numerator && value.denominator) {
        field.text +=
            "\n(" + core::grouped(*value.numerator) + "/" + core::grouped(*value.denominator) + ")";
    }
    return field;
}

void put_targets(Values& values, const app::StandingView& now) {
    auto& targets = values.lists["targets"];
    auto& missing = values.lists["missing"];
    auto& readings = values.lists["readings"];
    auto& open = values.lists["not_met"];
    std::int64_t with_goal = 0;
    std::int64_t met = 0;
    std::int64_t not_met = 0;
    const bool begun = has_begun(now);
    for (const Target& target : now.standing.targets) {
        if (!target.in_scheme) continue;
        const std::string id(target.id);
        targets.push_back({{"id", {id}},
                           {"name", {target.name.vi}},
                           {"name_en", {target.name.en}},
                           {"goal", {goal_text(target.value.kind, target.goal)}},
                           {"value", value_beside_parts(target)},
                           {"met", {met_text(target, now)}},
                           {"basis", {basis_of(target)}}});
        const bool with_own_goal = target.goal && !target.national;
        with_goal += with_own_goal ? 1 : 0;
        met += begun && with_own_goal && target.met == true ? 1 : 0;
        not_met += begun && with_own_goal && target.met == false ? 1 : 0;
        if (begun && with_own_goal && target.met != true) {
            open.push_back({{"id", {id}},
                            {"name", {target.name.vi}},
                            {"name_en", {target.name.en}},
                            {"goal", {goal_text(target.value.kind, target.goal)}},
                            {"value", value_field(target.value, target.goal)},
                            {"met", {met_text(target, now)}}});
        }
        if (target.missing_total > 0) {
            missing.push_back({{"id", {id}},
                               {"name", {target.name.vi}},
                               {"name_en", {target.name.en}},
                               {"count", count_field(target.missing_total)},
                               {"names", {missing_names(target, names_shown)}},
                               {"places", {missing_places(target, names_shown)}}});
        }
        for (const auto& second : target.second) {
            readings.push_back({{"id", {id}},
                                {"label", {second.label.vi}},
                                {"label_en", {second.label.en}},
                                {"value", value_field(second.value)}});
        }
    }
    values.set("no_missing", missing.empty() ? "Không có nơi nào phải nêu tên." : "");
    values.set("no_readings", readings.empty() ? "Không có cách tính nào khác." : "");
    values.set("targets_with_goal", count_field(with_goal));
    values.set("targets_met", count_field(met));
    values.set("targets_not_met", count_field(not_met));
    values.set("targets_open", count_field(with_goal - met - not_met));
}

// Where the map has no districts their number is not unknown.
Field measure_field(const facts::MeasureAnswer& measure) {
    const auto& value = measure.answer.value;
    if (measure.unit == "districts" && !value.value) return {"không có cấp huyện"};
    return value_field(value);
}

void put_measures(Values& values, const app::StandingView& view, const Standing& before) {
    const auto& now = view.standing;
    auto& measures = values.lists["measures"];
    for (const auto& label : facts::measure_labels()) {
        const auto* measure = facts::find_measure(now, label.measure);
        if (measure == nullptr) continue;
        const auto* earlier = facts::find_measure(before, label.measure);
        const auto field = measure_field(*measure);
        values.set(std::string(label.measure), field);
        measures.push_back(
            {{"name", {std::string(label.vi)}},
             {"name_en", {std::string(label.en)}},
             {"value", field},
             {"before", earlier == nullptr ? Field{std::string(no_data)} : measure_field(*earlier)},
             {"source", {view.scheme.id}}});
    }
}

void put_notes(Values& values, const Standing& standing) {
    auto& notes = values.lists["notes"];
    std::vector<std::string> said;  // several measures may bear the same note
    for (const auto& note : standing.notes) {
        if (note.key == "basis" || std::ranges::find(said, note.text.vi) != said.end()) continue;
        said.push_back(note.text.vi);
        notes.push_back({{"text", {note.text.vi}}});
    }
}

std::string funds_text(const facts::CareYearTotal& year) {
    std::string text = "theo sổ " + core::grouped(year.funds.book) + ", theo báo cáo " +
                       core::grouped(year.funds.report) + ", chưa có số liệu " +
                       core::grouped(year.funds.unknown) + " quỹ";
    if (year.partial > 0) {
        text += "; " + core::grouped(year.partial) + " quỹ tính kể từ ngày mở sổ";
    }
    return text;
}

void put_care_years(Values& values, const app::AssociationsView& view, core::Date as_of) {
    auto& years = values.lists["care_years"];
    for (const auto& line : view.care_years) {
        const bool known = line.all.raised().has_value();
        const bool support = line.all.with_support.book + line.all.with_support.report > 0;
        const bool over = core::make_date(line.year, 12, 31) <= as_of;
        const auto dong = [](bool value, std::int64_t amount) {
            return count_field(value ? std::optional(amount) : std::nullopt);
        };
        years.push_back(
            {{"year",
              {std::to_string(line.year) + (over ? "" : " (chưa hết năm)"),
               std::to_string(line.year)}},
             {"raised", count_field(line.all.raised())},
             {"goods", dong(known, line.all.goods)},
             {"top", count_field(line.top.raised())},
             {"support", dong(support, line.all.support.num)},
             {"share", support ? share_field(line.all.support) : Field{std::string(no_data)}},
             {"funds", {funds_text(line.all)}}});
    }
}

std::string state_of(const app::MatterLine& matter) {
    if (!matter.ended_on) return "Chưa trả lời";
    std::string text = "Đã trả lời ngày " + core::vietnamese(*matter.ended_on);
    if (matter.outcome) text += ": " + std::string(name_of(*matter.outcome));
    if (matter.decision) text += ": " + std::string(name_of(*matter.decision));
    return text + (matter.decided_by.empty() ? "" : " (" + matter.decided_by + ")");
}

std::string sentence(std::string_view label, const std::string& text) {
    if (text.empty()) return text;
    return " " + std::string(label) + ": " + text + (text.ends_with('.') ? "" : ".");
}

// The board hears what is open, and what was answered since it last met.
bool is_for_board(const app::MatterLine& matter, const app::AssociationsView& view) {
    return !matter.ended_on || view.steering.empty() || *matter.ended_on >= view.steering.back().on;
}

void put_matters(Values& values, const app::AssociationsView& view, const Asked& asked) {
    auto& obstacles = values.lists["obstacles"];
    auto& proposals = values.lists["proposals"];
    const bool board = asked.kind == Kind::steering_pack;
    for (const auto& matter : view.matters) {
        if (board && !is_for_board(matter, view)) continue;
        Fields fields{{"on", date_field(matter.on)},
                      {"by", {matter.association}},
                      {"subject", {std::string(name_of(matter.subject))}},
                      {"club", {matter.club}},
                      {"of_club", {matter.club.empty() ? "" : " (CLB " + matter.club + ")"}},
                      {"source", {source_text(matter.place)}},
                      {"to", {matter.to.empty() ? std::string(name_of(matter.level)) : matter.to}},
                      {"document", {matter.document}},
                      {"state", {state_of(matter)}},
                      {"said", {}},
                      {"answer", {}}};
        if (board) {
            fields["said"] = {sentence("Nội dung", private_text(asked, matter.place))};
            if (matter.ended_on) {
                fields["answer"] = {sentence("Trả lời", private_text(asked, matter.end))};
            }
        }
        (matter.proposal ? proposals : obstacles).push_back(std::move(fields));
    }
    values.set("no_obstacles", obstacles.empty() ? "Chưa có vướng mắc nào được ghi." : "");
    values.set("no_proposals", proposals.empty() ? "Chưa có kiến nghị nào được ghi." : "");

    auto& decisions = values.lists["decisions"];
    for (const auto& open : view.decisions) {
        const std::string what = open.split ? "Phân khu dân cư của " + open.unit + " (còn " +
                                                  core::grouped(open.villages) +
                                                  " khu dân cư chưa rõ về đâu)"
                                            : "Xác định " + open.unit + " nhập vào đâu";
        decisions.push_back({{"text", {what}}, {"since", date_field(open.since)}});
    }
    for (const auto& matter : view.matters) {
        if (!matter.proposal || matter.ended_on) continue;
        decisions.push_back(
            {{"text",
              {"Kiến nghị về " + std::string(name_of(matter.subject)) + " gửi " + matter.to +
               (matter.document.empty() ? "" : " (" + matter.document + ")")}},
             {"since", date_field(matter.on)}});
    }
    values.set("no_decisions", decisions.empty() ? "Không có việc nào đang chờ quyết định." : "");
}

}  // namespace

core::Result<Values> compose_review(app::Reading& reading, const Asked& asked) {
    const auto now = reading.standing(asked.question);
    if (!now) return std::unexpected(now.error());
    // The board may meet before its scheme begins; then nothing is judged.
    if (!has_begun(*now) && asked.kind != Kind::steering_pack) {
        return core::reject(
            "report.scheme.not_begun", "as_of",
            {{"as_of", to_text(now->frame.as_of)}, {"baseline", to_text(now->scheme.baseline)}});
    }
    auto question = asked.question;
    question.scheme = now->scheme.id;
    const auto associations = reading.associations(question, asked.year);
    if (!associations) return std::unexpected(associations.error());
    // Where it began, on the same map, so that the two can be compared.
    question.as_of = now->scheme.baseline;
    question.units_as_of = now->frame.units_as_of;
    const auto before = reading.standing(question);
    if (!before) return std::unexpected(before.error());

    const auto& standing = now->standing;
    const auto& people = standing.basis[static_cast<std::size_t>(facts::Group::people)];
    const auto& money = standing.basis[static_cast<std::size_t>(facts::Group::money)];
    Values values;
    put_head(values, {asked, now->frame, *associations,
                      basis_line("thành viên", people) + " " + basis_line("tiền", money)});
    values.set("scheme", now->scheme.name);
    values.set("begins", date_field(now->scheme.baseline + 1));
    values.set("ends", date_field(now->scheme.ends));
    values.set("baseline", date_field(now->scheme.baseline));
    values.set("not_ended", standing.ended ? ""
                                           : "Giai đoạn của đề án kết thúc ngày " +
                                                 core::vietnamese(now->scheme.ends) +
                                                 "; số liệu dưới đây chưa phải kết quả cuối kỳ.");
    put_measures(values, *now, before->standing);
    put_targets(values, *now);
    put_notes(values, standing);
    put_care_years(values, *associations, now->frame.as_of);
    put_matters(values, *associations, asked);
    put_earlier(values, *associations, asked);
    if (asked.kind == Kind::steering_pack) put_draft(values, *now, *associations);
    return values;
}

}  // namespace lth::report
