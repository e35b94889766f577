#include "view_json/standing_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/money.hpp"

namespace lth::view_json {

namespace {

using facts::Standing;
using facts::Target;
using facts::Value;
using facts::ValueKind;

constexpr int shown_decimals = 1;
constexpr std::size_t names_shown = 5;

struct Label {
    std::string_view measure;
    std::string_view text;
};

constexpr std::array labels{
    Label{"clubs_on_books", "CLB ghi sổ trên hệ thống"},
    Label{"clubs_active", "CLB đang hoạt động"},
    Label{"clubs_suspended", "CLB tạm ngừng"},
    Label{"communes", "Xã, phường, thị trấn"},
    Label{"communes_covered", "Xã có CLB"},
    Label{"districts", "Huyện"},
    Label{"districts_covered", "Huyện phủ kín xã"},
    Label{"villages", "Khu dân cư"},
    Label{"villages_covered", "Khu dân cư có CLB"},
    Label{"members", "Thành viên"},
    Label{"members_elderly", "Người cao tuổi (từ 60 tuổi)"},
    Label{"members_elderly_custom", "Từ 55 tuổi (cách tính của CLB)"},
    Label{"members_women", "Nữ"},
    Label{"members_hardship", "Hoàn cảnh khó khăn"},
    Label{"volunteers", "Tình nguyện viên"},
    Label{"people_cared_for", "Người được chăm sóc tại nhà"},
    Label{"capital", "Vốn quỹ tăng thu nhập"},
    Label{"loans_outstanding", "Dư nợ"},
    Label{"overdue_share", "Tỷ lệ quá hạn trên 30 ngày"},
};

std::string number_text(ValueKind kind, std::int64_t number) {
    return core::grouped(number) + (kind == ValueKind::money ? " đ" : "");
}

std::string goal_text(const Target& target) {
    if (!target.goal) return "";
    if (target.value.kind != ValueKind::share) {
        return number_text(target.value.kind, *target.goal);
    }
    return facts::percent_text({*target.goal, core::one_million}, 0) + " %";
}

std::string_view met_text(const Target& target) {
    if (!target.met) return target.goal ? "chưa kết luận được" : "";
    return *target.met ? "ĐẠT" : "CHƯA ĐẠT";
}

void add_missing(std::string& out, const Target& target) {
    if (target.missing_total == 0) return;
    out += "        còn thiếu " + core::grouped(target.missing_total) + ": ";
    const std::size_t shown = std::min(names_shown, target.missing.size());
    for (std::size_t i = 0; i < shown; ++i) {
        out += (i > 0 ? "; " : "") + target.missing[i].name;
    }
    if (target.missing_total > static_cast<std::int64_t>(shown)) out += "; …";
    out += '\n';
}

void add_target(std::string& out, const Target& target) {
    out += std::string(target.id);
    out.append(target.id.size() < 6 ? 6 - target.id.size() : 1, ' ');
    out += target.name.vi + ": " + value_text(target.value, target.goal);
    if (target.value.kind == ValueKind::share && target.value.denominator) {
        out += " (" + core::grouped(*target.value.numerator) + "/" +
               core::grouped(*target.value.denominator) + ")";
    }
    if (target.goal) out += " · chỉ tiêu " + goal_text(target);
    if (const auto met = met_text(target); !met.empty()) out += " · " + std::string(met);
    out += '\n';
    if (!target.note.empty()) out += "        " + target.note.vi + '\n';
    for (const facts::Second& second : target.second) {
        out += "        " + second.label.vi + ": " + value_text(second.value) + '\n';
    }
    add_missing(out, target);
}

}  // namespace

std::string value_text(const Value& value, std::optional<std::int64_t> goal) {
    if (!value.value) return "chưa rõ";
    if (value.kind != ValueKind::share) return number_text(value.kind, *value.value);
    const facts::Ratio share{*value.numerator, *value.denominator};
    if (!goal) return facts::percent_text(share, shown_decimals) + " %";
    return facts::percent_beside(share, *goal, shown_decimals) + " %";
}

std::string value_text(const Value& value) { return value_text(value, std::nullopt); }

std::string standing_text(const Standing& standing) {
    std::string out;
    if (standing.ended) out += "KẾT THÚC GIAI ĐOẠN\n";
    out += standing.scheme_name + "\n";
    if (!standing.scope_name.empty()) out += standing.scope_name + "\n";
    out += "Số liệu đến ngày " + core::vietnamese(standing.as_of) + " · địa giới ngày " +
           core::vietnamese(standing.units_as_of) + "\n\n";
    for (const Label& label : labels) {
        const auto* measure = facts::find_measure(standing, label.measure);
        if (!measure) continue;
        out += std::string(label.text) + ": " + value_text(measure->answer.value) + '\n';
    }
    for (const facts::Note& note : standing.notes) out += "  " + note.text.vi + '\n';
    out += '\n';
    for (const Target& target : standing.targets) add_target(out, target);
    return out;
}

std::string claims_text(std::span<const facts::ClaimCheck> checks) {
    std::string out;
    for (const facts::ClaimCheck& check : checks) {
        out += check.claim.document.value + " (" + core::vietnamese(check.claim.date) + "), " +
               check.claim.measure.value + ": ";
        if (check.claim.words) out += "“" + check.claim.words->value + "” ";
        out += check.explanation.vi + '\n';
    }
    return out;
}

}  // namespace lth::view_json
