#include "report/labels.hpp"

#include <algorithm>
#include <array>

#include "facts/measure_labels.hpp"

namespace lth::report {
namespace {

constexpr std::array list_labels{
    Label{"care_years", "Quỹ Chăm sóc từng năm", "The care fund year by year"},
    Label{"clubs", "Câu lạc bộ", "Clubs"},
    Label{"communes", "Theo xã, phường, thị trấn", "By commune"},
    Label{"conclusions", "Dự thảo kết luận", "Draft conclusions"},
    Label{"decisions", "Việc cần quyết định", "What waits for a decision"},
    Label{"funds", "Chứng từ", "Receipts and vouchers"},
    Label{"held", "Số đầu năm, thu, chi và số cuối năm", "Opening, in, out and closing"},
    Label{"income", "Các khoản thu", "What came in"},
    Label{"levels", "Quỹ Chăm sóc các cấp", "Care funds of all levels"},
    Label{"lines", "Số liệu của câu lạc bộ", "Figures of the club"},
    Label{"loans", "Khoản vay còn nợ", "Loans outstanding"},
    Label{"measures", "Các chỉ số", "Measures"},
    Label{"meetings", "Sinh hoạt", "Meetings"},
    Label{"missing", "Còn thiếu", "Missing"},
    Label{"not_met", "Chỉ tiêu chưa đạt hoặc chưa kết luận được", "Targets not met or undecided"},
    Label{"notes", "Ghi chú về số liệu", "Notes on the figures"},
    Label{"obstacles", "Vướng mắc", "Obstacles"},
    Label{"owned", "Tiền có ràng buộc và không ràng buộc", "Bound and free money"},
    Label{"proposals", "Kiến nghị", "Proposals"},
    Label{"quotas", "Chỉ tiêu thành lập và kết quả", "Quotas and what was done"},
    Label{"readings", "Các cách tính khác của chỉ tiêu", "Other readings of targets"},
    Label{"spending", "Các khoản chi", "What was spent"},
    Label{"targets", "Các chỉ tiêu", "Targets"},
    Label{"trainings", "Các lớp tập huấn", "Trainings"},
    Label{"uses", "Chi cho những việc gì", "What it was spent on"},
};

constexpr std::array field_labels{
    Label{"amount", "Số tiền", "Amount"},
    Label{"answer", "Trả lời", "Answer"},
    Label{"areas", "Số mảng hoạt động", "Areas of activity"},
    Label{"as_of", "Số liệu đến ngày", "Figures as of"},
    Label{"association", "Hội", "Association"},
    Label{"baseline", "Ngày đầu kỳ", "Baseline"},
    Label{"basis", "Cơ sở", "Basis"},
    Label{"basis_line", "Cơ sở số liệu", "Basis of the figures"},
    Label{"before", "Đầu kỳ", "At the baseline"},
    Label{"begins", "Bắt đầu", "Begins"},
    Label{"body", "Cơ quan ban hành", "Issuing body"},
    Label{"body_upper", "Cơ quan cấp trên", "Body above"},
    Label{"by", "Nơi nêu", "From"},
    Label{"capital", "Vốn quỹ tăng thu nhập", "Capital of the income fund"},
    Label{"closing", "Cuối năm", "Closing"},
    Label{"club", "Câu lạc bộ", "Club"},
    Label{"clubs", "Câu lạc bộ", "Clubs"},
    Label{"commune", "Xã, phường, thị trấn", "Commune"},
    Label{"count", "Số còn thiếu", "How many"},
    Label{"dates_line", "Các mốc ngày", "Dates"},
    Label{"days", "Số ngày", "Days"},
    Label{"difference", "Hơn (+), kém (–)", "More (+), less (–)"},
    Label{"district", "Huyện", "District"},
    Label{"document", "Văn bản", "Document"},
    Label{"document_day", "Ngày văn bản", "Day of the document"},
    Label{"document_number", "Số văn bản", "Number of the document"},
    Label{"due", "Hạn trả", "Due"},
    Label{"ends", "Kết thúc", "Ends"},
    Label{"file_date", "Ngày của tệp", "Day of the file"},
    Label{"form", "Hình thức", "Form"},
    Label{"funds", "Số quỹ", "Funds"},
    Label{"goal", "Mục tiêu", "Goal"},
    Label{"goods", "Hiện vật", "In kind"},
    Label{"guests", "Khách", "Guests"},
    Label{"id", "Mã", "Code"},
    Label{"in", "Thu", "In"},
    Label{"issued_line", "Ban hành", "Issued"},
    Label{"kind", "Loại buổi", "Kind"},
    Label{"known_at", "Biết đến lúc", "Known at"},
    Label{"label", "Cách tính", "Reading"},
    Label{"last_conclusions", "Kết luận kỳ trước", "Earlier conclusions"},
    Label{"last_meeting", "Lần họp trước", "The last meeting"},
    Label{"late", "Số ngày chậm", "Days late"},
    Label{"launched", "Ra mắt", "Launched"},
    Label{"level", "Cấp", "Level"},
    Label{"loans_note", "Khoản vay", "Loans"},
    Label{"meetings", "Số buổi sinh hoạt", "Meetings"},
    Label{"members", "Thành viên", "Members"},
    Label{"met", "Đánh giá", "Result"},
    Label{"money", "Vận động: tiền", "Raised in money"},
    Label{"month", "Tháng", "Month"},
    Label{"months", "Số tháng", "Months"},
    Label{"moved", "Chuyển", "Moved"},
    Label{"name", "Tên", "Name"},
    Label{"names", "Những nơi nào", "Where"},
    Label{"no_decisions", "Việc cần quyết định", "What waits for a decision"},
    Label{"no_missing", "Còn thiếu", "Missing"},
    Label{"no_meeting", "Cuộc họp", "Meetings"},
    Label{"no_obstacles", "Vướng mắc", "Obstacles"},
    Label{"no_proposals", "Kiến nghị", "Proposals"},
    Label{"no_quotas", "Chỉ tiêu thành lập", "Quotas"},
    Label{"no_readings", "Các cách tính khác", "Other readings"},
    Label{"no_trainings", "Tập huấn", "Trainings"},
    Label{"not_ended", "Giai đoạn", "Period"},
    Label{"not_over", "Năm", "Year"},
    Label{"nothing_spent", "Các khoản chi", "What was spent"},
    Label{"number", "TT", "No."},
    Label{"of_club", "Câu lạc bộ", "Club"},
    Label{"on", "Ngày", "Date"},
    Label{"opening", "Đầu năm", "Opening"},
    Label{"out", "Chi và chuyển đi", "Out"},
    Label{"outstanding", "Còn nợ", "Outstanding"},
    Label{"overdue", "Quá hạn trên 30 ngày", "More than 30 days late"},
    Label{"participants", "Lượt người", "Participants"},
    Label{"place", "Địa chỉ", "Place"},
    Label{"present", "Có mặt", "Present"},
    Label{"principal", "Số tiền vay", "Principal"},
    Label{"programme", "Chương trình", "Programme"},
    Label{"quota", "Chỉ tiêu", "Quota"},
    Label{"raised", "Tiền vận động từ ngoài Hội", "Raised from outside"},
    Label{"rating", "Xếp loại", "Rating"},
    Label{"receipts", "Phiếu thu đến số", "Receipts to number"},
    Label{"said", "Nội dung", "What it says"},
    Label{"scheme", "Đề án", "Scheme"},
    Label{"share", "Tỷ lệ hỗ trợ", "Share of support"},
    Label{"simulated", "Mô phỏng", "Simulated"},
    Label{"since", "Từ ngày", "Since"},
    Label{"state", "Tình trạng", "State"},
    Label{"status", "Tình trạng", "Status"},
    Label{"subject", "Về việc", "About"},
    Label{"support", "Hỗ trợ câu lạc bộ", "Support of clubs"},
    Label{"targets_met", "Chỉ tiêu đạt", "Targets met"},
    Label{"targets_not_met", "Chỉ tiêu chưa đạt", "Targets not met"},
    Label{"targets_open", "Chỉ tiêu chưa đủ số liệu để kết luận", "Targets undecided"},
    Label{"targets_with_goal", "Chỉ tiêu có mục tiêu", "Targets with a goal"},
    Label{"text", "Nội dung", "Text"},
    Label{"to", "Nơi trả lời", "Answered by"},
    Label{"top", "Trong đó cấp tỉnh, chi nhánh", "Of these province and branch"},
    Label{"topic", "Nội dung", "Topic"},
    Label{"unit", "Đơn vị", "Unit"},
    Label{"unit_capitals", "Đơn vị", "Unit"},
    Label{"units_as_of", "Bản đồ ngày", "On the map of"},
    Label{"value", "Kết quả", "Value"},
    Label{"village", "Khu dân cư", "Village"},
    Label{"villages", "Khu dân cư", "Villages"},
    Label{"villages_covered", "Khu dân cư có câu lạc bộ", "Villages with a club"},
    Label{"vouchers", "Phiếu chi đến số", "Vouchers to number"},
    Label{"within", "Nhận điều chuyển, hoàn trả", "Transferred in, returned"},
    Label{"year", "Năm", "Year"},
};

// Where a line comes from, and what it is called in English.
constexpr std::array references{"book", "code", "places", "source", "name_en", "label_en"};

}  // namespace

Label list_label(std::string_view list) {
    const auto found = std::ranges::find(list_labels, list, &Label::name);
    return found == list_labels.end() ? Label{list, list, list} : *found;
}

Label field_label(std::string_view field) {
    const auto found = std::ranges::find(field_labels, field, &Label::name);
    if (found != field_labels.end()) return *found;
    for (const auto& measure : facts::measure_labels()) {
        if (measure.measure == field) return {field, measure.vi, measure.en};
    }
    return {field, field, field};
}

bool is_reference(std::string_view field) {
    return std::ranges::find(references, field) != references.end();
}

PlaceName name_of_place(std::string_view place) {
    const auto dot = place.find('.');
    const auto field = field_label(place.substr(dot == std::string_view::npos ? 0 : dot + 1));
    if (dot == std::string_view::npos) return {std::string(field.vi), std::string(field.en)};
    const auto list = list_label(place.substr(0, dot));
    return {std::string(list.vi) + ": " + std::string(field.vi),
            std::string(list.en) + ": " + std::string(field.en)};
}

}  // namespace lth::report
