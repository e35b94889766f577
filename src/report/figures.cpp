#include "report/figures.hpp"

#include <array>

#include "core/money.hpp"

namespace lth::report {
namespace {

namespace association = core::association;

constexpr int shown_decimals = 1;
// Excel counts days from 30 December 1899.
constexpr std::int64_t excel_epoch = 25'569;

Field unknown() { return {std::string(no_data)}; }

template <class Choice, std::size_t N>
std::string_view named(const std::array<std::string_view, N>& names, Choice choice) {
    return names.at(static_cast<std::size_t>(choice));
}

std::string two_digits(std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

}  // namespace

Field count_field(std::optional<std::int64_t> count) {
    return count ? Field{core::grouped(*count), std::to_string(*count)} : unknown();
}

Field money_field(std::optional<core::Money> amount) {
    return count_field(amount ? std::optional(amount->dong) : std::nullopt);
}

Field share_field(facts::Ratio share) {
    const auto ppm = facts::share_ppm(share);
    if (!ppm) return unknown();
    return {facts::percent_text(share, shown_decimals) + " %", facts::fraction_text(*ppm)};
}

Field date_field(std::optional<core::Date> date) {
    if (!date) return {};
    return {core::vietnamese(*date), std::to_string(date->days + excel_epoch)};
}

core::Date date_of(const Field& field) {
    return {static_cast<std::int32_t>(std::stoll(field.number) - excel_epoch)};
}

Field value_field(const facts::Value& value, std::optional<std::int64_t> goal) {
    if (!value.value) return unknown();
    if (value.kind == facts::ValueKind::share) {
        const facts::Ratio share{value.numerator.value_or(0), value.denominator.value_or(0)};
        auto field = share_field(share);
        if (goal && !field.number.empty()) {
            field.text = facts::percent_beside(share, *goal, shown_decimals) + " %";
        }
        return field;
    }
    auto field = count_field(value.value);
    if (value.kind == facts::ValueKind::money) field.text += " đồng";
    return field;
}

std::string goal_text(facts::ValueKind kind, std::optional<std::int64_t> goal) {
    if (!goal) return "–";
    if (kind != facts::ValueKind::share) {
        return core::grouped(*goal) + (kind == facts::ValueKind::money ? " đồng" : "");
    }
    constexpr std::int64_t one_percent = core::one_million / 100;
    const int decimals = *goal % one_percent == 0 ? 0 : shown_decimals;
    return facts::percent_text({*goal, core::one_million}, decimals) + " %";
}

std::string instant_text(std::int64_t ms_utc) {
    constexpr std::int64_t minute_ms = 60'000;
    constexpr std::int64_t offset_minutes = 7 * 60;
    constexpr std::int64_t day_minutes = 24 * 60;
    const auto minute =
        ((ms_utc / minute_ms + offset_minutes) % day_minutes + day_minutes) % day_minutes;
    return two_digits(minute / 60) + ":" + two_digits(minute % 60) + " ngày " +
           core::vietnamese(core::business_date(ms_utc));
}

std::string basis_word(facts::Basis basis) {
    switch (basis) {
        case facts::Basis::book:
            return "theo sổ";
        case facts::Basis::report:
            return "theo báo cáo";
        case facts::Basis::unknown:
            break;
    }
    return std::string(no_data);
}

std::string_view name_of(association::CareLevel level) {
    static constexpr std::array<std::string_view, 4> names{"Cấp tỉnh", "Chi nhánh", "Cấp huyện",
                                                           "Cấp xã"};
    return named(names, level);
}

std::string_view name_of(association::CareForm form) {
    static constexpr std::array<std::string_view, 3> names{"Tiền mặt", "Tiền gửi ngân hàng",
                                                           "Hiện vật"};
    return named(names, form);
}

std::string_view name_of(association::CareFlow flow) {
    static constexpr std::array<std::string_view, association::care_flow_count> names{
        "Thu từ ngoài Hội",
        "Chi thành lập câu lạc bộ",
        "Chi quản lý câu lạc bộ",
        "Chi khác",
        "Hỗ trợ câu lạc bộ",
        "Câu lạc bộ hoàn trả",
        "Nhận điều chuyển trong hệ thống",
        "Chuyển cho cấp khác của Hội"};
    return named(names, flow);
}

std::string_view name_of(association::CarePurpose purpose) {
    static constexpr std::array<std::string_view, association::care_purpose_count> names{
        "Thành lập câu lạc bộ",
        "Quản lý câu lạc bộ",
        "Chăm sóc sức khỏe",
        "Chăm sóc tại nhà",
        "Thăm hỏi, tặng quà",
        "Mừng thọ",
        "Nhà ở",
        "Cứu trợ thiên tai, hỏa hoạn",
        "Văn hóa, văn nghệ, thể thao",
        "Tập huấn",
        "Quản lý quỹ",
        "Việc khác"};
    return named(names, purpose);
}

std::string name_of(association::Account account) {
    const auto place = association::place_of(account);
    if (association::is_asset(account)) {
        return std::string(name_of(static_cast<association::CareForm>(place)));
    }
    if (association::is_opening(account)) return "Chênh lệch đầu kỳ chưa rõ";
    if (place == association::care_form_count) return "Không ràng buộc";
    const auto purpose = place - association::care_form_count - 1;
    return "Ràng buộc: " + std::string(name_of(static_cast<association::CarePurpose>(purpose)));
}

std::string_view name_of(association::TrainingTopic topic) {
    static constexpr std::array<std::string_view, 9> names{
        "Thành lập câu lạc bộ", "Quản lý câu lạc bộ", "Quản lý quỹ", "Chăm sóc tại nhà", "Sức khỏe",
        "Tăng thu nhập",        "Truyền thông",       "Phần mềm",    "Nội dung khác"};
    return named(names, topic);
}

std::string_view name_of(association::Subject subject) {
    static constexpr std::array<std::string_view, 11> names{"Thành lập câu lạc bộ",
                                                            "Thành viên",
                                                            "Ban chủ nhiệm",
                                                            "Quỹ",
                                                            "Vay vốn",
                                                            "Sinh hoạt",
                                                            "Sức khỏe",
                                                            "Tập huấn",
                                                            "Phần mềm",
                                                            "Chính sách",
                                                            "Việc khác"};
    return named(names, subject);
}

std::string_view name_of(association::ReportKind kind) {
    static constexpr std::array<std::string_view, 9> names{
        "báo cáo tiến độ đề án", "báo cáo năm",        "báo cáo 6 tháng",
        "báo cáo sơ kết",        "báo cáo tổng kết",   "báo cáo Quỹ Chăm sóc",
        "báo cáo xếp loại",      "báo cáo câu lạc bộ", "báo cáo"};
    return named(names, kind);
}

std::string_view name_of(association::Outcome outcome) {
    static constexpr std::array<std::string_view, 3> names{"xong", "xong một phần",
                                                           "không làm được"};
    return named(names, outcome);
}

std::string_view name_of(association::Decision decision) {
    static constexpr std::array<std::string_view, 3> names{"chấp thuận", "chấp thuận một phần",
                                                           "không chấp thuận"};
    return named(names, decision);
}

std::string_view name_of(core::club::Status status) {
    static constexpr std::array<std::string_view, 8> names{
        "Đang đề nghị",  "Đã có quyết định", "Đang hoạt động", "Tạm ngừng",
        "Đang giải thể", "Đã giải thể",      "Đã sáp nhập",    "Rút đề nghị"};
    return named(names, status);
}

std::string_view name_of(core::club::Band band) {
    static constexpr std::array<std::string_view, 4> names{"Vững mạnh", "Khá", "Trung bình",
                                                           "Yếu kém"};
    return named(names, band);
}

}  // namespace lth::report
