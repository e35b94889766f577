#include "report/make.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "core/text.hpp"
#include "embedded/templates.hpp"
#include "report/compose.hpp"
#include "report/docx.hpp"
#include "report/xlsx.hpp"

namespace lth::report {
namespace {

constexpr std::array kinds{
    KindInfo{Kind::interim_review, "interim-review", "docx", "bao-cao-so-ket",
             "báo cáo sơ kết đề án", "interim review of the scheme", "BC"},
    KindInfo{Kind::final_review, "final-review", "docx", "bao-cao-tong-ket",
             "báo cáo tổng kết đề án", "final review of the scheme", "BC"},
    KindInfo{Kind::care_fund, "care-fund", "docx", "cong-khai-quy-cham-soc",
             "công khai Quỹ Chăm sóc một năm", "yearly publication of the care fund", "TB"},
    KindInfo{Kind::steering_pack, "steering-pack", "docx", "ho-so-hop-ban-chi-dao",
             "hồ sơ họp Ban Chỉ đạo", "papers for a meeting of the steering board", "HS"},
    KindInfo{Kind::clubs_by_commune, "clubs-by-commune", "xlsx", "cau-lac-bo-theo-xa",
             "câu lạc bộ theo xã", "clubs by commune"},
    KindInfo{Kind::club_sheet, "club-sheet", "xlsx", "phieu-cau-lac-bo", "phiếu một câu lạc bộ",
             "sheet of one club"},
    KindInfo{Kind::quotas, "quotas", "xlsx", "chi-tieu-thanh-lap", "chỉ tiêu giao và thực hiện",
             "quotas and what was done"},
    KindInfo{Kind::care_fund_levels, "care-fund-levels", "xlsx", "quy-cham-soc-cac-cap",
             "Quỹ Chăm sóc các cấp một năm", "care funds of all levels in a year"},
    KindInfo{Kind::training, "training", "xlsx", "tap-huan", "các lớp tập huấn", "trainings"},
    KindInfo{Kind::club_month, "club-month", "xlsx", "thang-cau-lac-bo", "một tháng của câu lạc bộ",
             "a month of one club"},
    KindInfo{Kind::commune_month, "commune-month", "xlsx", "thang-cua-xa",
             "một tháng của các câu lạc bộ trong xã", "a month of a commune's clubs"},
};

constexpr std::string_view office = "application/vnd.openxmlformats-officedocument.";

}  // namespace

std::span<const KindInfo> all_kinds() { return kinds; }

const KindInfo& info_of(Kind kind) { return kinds.at(static_cast<std::size_t>(kind)); }

std::optional<Kind> find_kind(std::string_view id) {
    const auto found = std::ranges::find(kinds, id, &KindInfo::id);
    return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

std::string_view template_of(Kind kind) {
    const auto& info = info_of(kind);
    const std::string path = std::string(info.id) + "." + std::string(info.type);
    return templates::find(path).value();
}

core::Result<void> check_file_name(Kind kind, std::string_view path) {
    const auto named = std::filesystem::path(path).extension().string();
    const auto wanted = "." + std::string(info_of(kind).type);
    if (named.empty() || core::fold_text(named) == wanted) return {};
    return core::reject("report.file.type", "out", {{"type", named}, {"wanted", wanted}});
}

core::Result<Values> compose(app::Reading& reading, const Asked& asked) {
    const auto& as_of = asked.question.as_of;
    if (asked.today && as_of && *as_of > *asked.today) {
        return core::reject("report.as_of.future", "as_of",
                            {{"as_of", to_text(*as_of)}, {"today", to_text(*asked.today)}});
    }
    switch (asked.kind) {
        case Kind::interim_review:
        case Kind::final_review:
        case Kind::steering_pack:
            return compose_review(reading, asked);
        case Kind::care_fund:
        case Kind::care_fund_levels:
            return compose_care_fund(reading, asked);
        case Kind::clubs_by_commune:
            return compose_clubs(reading, asked);
        case Kind::quotas:
        case Kind::training:
            return compose_work(reading, asked);
        case Kind::club_sheet:
        case Kind::club_month:
            return compose_club(reading, asked);
        case Kind::commune_month:
            break;
    }
    return compose_commune_month(reading, asked);
}

core::Result<Document> make(app::Reading& reading, const Asked& asked) {
    const auto& info = info_of(asked.kind);
    const auto values = compose(reading, asked);
    if (!values) return std::unexpected(values.error());
    const auto bytes = asked.file.empty() ? template_of(asked.kind) : asked.file;
    const bool word = info.type == "docx";
    auto filled = word ? fill_docx(bytes, *values) : fill_xlsx(bytes, *values);
    if (!filled) return std::unexpected(filled.error());
    Document document;
    document.bytes = std::move(*filled);
    document.file_name = std::string(info.stem) + "-" + values->fields.at("file_date").text + "." +
                         std::string(info.type);
    document.media_type =
        std::string(office) + (word ? "wordprocessingml.document" : "spreadsheetml.sheet");
    return document;
}

}  // namespace lth::report
