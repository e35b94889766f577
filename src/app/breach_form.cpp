#include "app/breach_form.hpp"

#include <utility>

#include "app/business_day.hpp"

namespace lth::app {
namespace {

constexpr std::string_view dots = "……………………………………………";

// "08:05 ngày 29/11/2026", UTC+7.
std::string instant(std::int64_t ms) {
    return time_of_day(ms) + " ngày " + core::vietnamese(core::business_date(ms));
}

std::string_view class_name(std::string_view name) {
    if (name == "name") return "họ tên, ngày và tháng sinh";
    if (name == "contact") return "số điện thoại, địa chỉ";
    if (name == "sensitive") return "dữ liệu nhạy cảm (dân tộc, khuyết tật, bảo hiểm y tế)";
    return "ghi chú tự viết (lý do, biên bản)";
}

std::string classes_of(const LostPhone& lost) {
    std::string text;
    for (const auto& name : lost.classes) {
        if (!text.empty()) text += "; ";
        text += class_name(name);
    }
    return text.empty() ? "không có" : text;
}

}  // namespace

std::string breach_form(const LostPhone& lost) {
    const auto& device = lost.device;
    const auto unsent = lost.unsent_since ? "có thể có, lập sau " + instant(*lost.unsent_since)
                                          : std::string("máy chưa từng gửi lên máy chủ");
    const std::pair<std::string_view, std::string> lines[] = {
        {"1. Bên thông báo", std::string(dots)},
        {"2. Người liên hệ, điện thoại", std::string(dots)},
        {"3. Sự việc", "mất điện thoại giữ sổ của câu lạc bộ"},
        {"4. Câu lạc bộ", lost.club + (lost.commune.empty() ? "" : ", " + lost.commune)},
        {"5. Tên máy", device.name + "; máy có thể giữ cả sổ của câu lạc bộ khác: mỗi sổ khóa "
                                     "quyền và thông báo riêng"},
        {"6. Máy mất lúc, ở đâu", std::string(dots)},
        {"7. Báo mất, khóa quyền lúc", instant(device.revoked_at.value_or(0))},
        {"8. Lần cuối máy liên lạc",
         device.last_seen_at ? "khoảng " + instant(*device.last_seen_at) : "chưa lần nào"},
        {"9. Số người có tên trong sổ trên máy", std::to_string(lost.people_named)},
        {"10. Loại dữ liệu cá nhân trên máy", classes_of(lost)},
        {"11. Dữ liệu máy chủ không gửi xuống máy",
         "dữ liệu nhạy cảm (dân tộc, khuyết tật, bảo hiểm y tế)"},
        {"12. Bản ghi đã có trên máy chủ", std::to_string(device.settled_through)},
        {"13. Bản ghi chưa gửi", unsent},
        {"14. Đã làm gì",
         "thu hồi quyền của máy: không ghi được vào sổ, không nhận thêm dữ liệu; dữ liệu đã ở trên "
         "máy có thể còn trong máy"},
        {"15. Hậu quả có thể xảy ra", std::string(dots)},
        {"16. Đã báo cho những người có tên trong sổ", std::string(dots)},
        {"17. Hạn thông báo (72 giờ)", instant(lost.deadline)},
    };
    std::string text =
        "THÔNG BÁO VI PHẠM QUY ĐỊNH VỀ BẢO VỆ DỮ LIỆU CÁ NHÂN\n"
        "(bản điền sẵn; cần người có trách nhiệm xem lại, ký và gửi)\n\n";
    for (const auto& [label, value] : lines) {
        text += std::string(label) + ": " + value + "\n";
    }
    return text;
}

}  // namespace lth::app
