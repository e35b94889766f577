#include "sheet/choices.hpp"

#include <array>

#include "core/association/accounts.hpp"
#include "core/club/money_operations.hpp"
#include "core/club/operations.hpp"
#include "core/text.hpp"

namespace lth::sheet {
namespace {

template <class E>
constexpr Choice choice(E value, std::string_view label, std::string_view synonyms = {}) {
    return {static_cast<std::uint8_t>(value), label, synonyms};
}

using core::association::CareLevel;
using core::club::Band;
using core::club::BoardRole;
using core::club::Hardship;
using core::club::Leaving;
using core::club::LoanBase;
using core::club::LoanMethod;
using core::club::LoanPurpose;
using core::club::Sex;
using core::club::Source;

constexpr std::array yes_no = {
    choice(YesNo::no, "không", "chua|no|n|false|0|sai|khong co"),
    choice(YesNo::yes, "có", "x|roi|da|yes|y|true|1|dung|v|✓|✔"),
};

constexpr std::array sexes = {
    choice(Sex::male, "nam", "male|m|ong|nam gioi|trai"),
    choice(Sex::female, "nữ", "female|f|ba|nu gioi|gai"),
};

constexpr std::array hardships = {
    choice(Hardship::none, "không",
           "binh thuong|khong ngheo|ho khong ngheo|trung binh|kha|du an|none|no|khong thuoc dien"),
    choice(Hardship::near_poor, "cận nghèo", "ho can ngheo|near poor|cn"),
    choice(Hardship::poor, "nghèo", "ho ngheo|poor|hn"),
    choice(Hardship::other, "khó khăn khác",
           "kho khan|hoan canh kho khan|hckk|kk|co hoan canh kho khan|hoan canh kho khan khac|"
           "ho kho khan|other|khac"),
};

constexpr std::array bands = {
    choice(Band::strong, "vững mạnh", "vung manh|tot|clb vung manh|strong|a|loai a"),
    choice(Band::fair, "khá", "loai kha|fair|b|loai b"),
    choice(Band::average, "trung bình", "tb|dat|average|c|loai c"),
    choice(Band::weak, "yếu kém", "yeu|kem|weak|d|loai d"),
};

constexpr std::array leavings = {
    choice(Leaving::asked, "xin ra", "tu nguyen|xin thoi|asked|xin nghi|nghi"),
    choice(Leaving::moved, "chuyển đi",
           "chuyen noi o|chuyen|di lam an xa|moved|chuyen di noi khac"),
    choice(Leaving::died, "qua đời", "chet|mat|tu tran|died|da mat"),
    choice(Leaving::removed, "bị đưa ra khỏi danh sách", "khai tru|xoa ten|removed|dua ra"),
};

constexpr std::array roles = {
    choice(BoardRole::chair, "chủ nhiệm", "chu nhiem clb|truong ban|chair|cn"),
    choice(BoardRole::deputy, "phó chủ nhiệm", "pho ban|deputy|pho cn|pcn"),
    choice(BoardRole::secretary, "thư ký", "secretary"),
    choice(BoardRole::accountant, "kế toán", "thu ky ke toan|ke toan thu ky|accountant"),
    choice(BoardRole::treasurer, "thủ quỹ", "treasurer"),
    choice(BoardRole::member, "ủy viên", "uy vien bcn|uy vien ban chu nhiem|uv|board member"),
};

constexpr std::array sources = {
    choice(Source::province, "tỉnh", "hoi nct tinh|ngan sach tinh|cap tinh|ubnd tinh|province"),
    choice(Source::branch, "ban đại diện", "chi nhanh|branch|van phong dai dien"),
    choice(Source::district, "huyện", "hoi nct huyen|cap huyen|ubnd huyen|district"),
    choice(Source::commune, "xã", "hoi nct xa|cap xa|ubnd xa|commune|xa phuong thi tran"),
    choice(Source::budget, "ngân sách", "ngan sach nha nuoc|budget"),
    choice(Source::project, "dự án", "nha tai tro|du an tai tro|project"),
    choice(Source::front, "mặt trận, đoàn thể", "mat tran|mttq|mat tran to quoc|doan the|front"),
    choice(Source::firm, "doanh nghiệp", "cong ty|firm|company"),
    choice(Source::person, "cá nhân", "nha hao tam|manh thuong quan|person"),
    choice(Source::members, "thành viên góp", "thanh vien|co phan|von gop|members|gop von"),
    choice(Source::club, "câu lạc bộ tự tạo", "clb|cau lac bo|club|tu tao|quy hoat dong"),
    choice(Source::unknown, "không rõ nguồn", "khac|unknown|nguon khac"),
};

constexpr std::array loan_bases = {
    choice(LoanBase::outstanding, "dư nợ giảm dần", "du no|giam dan|du no thuc te|outstanding"),
    choice(LoanBase::original, "gốc ban đầu", "so tien vay|von vay ban dau|goc|original"),
};

constexpr std::array loan_methods = {
    choice(LoanMethod::equal_principal, "trả đều hằng tháng",
           "tra deu|gop deu|hang thang|tra gop|tra deu hang thang|equal principal"),
    choice(LoanMethod::at_end, "trả một lần cuối kỳ", "cuoi ky|tra cuoi ky|mot lan|at end"),
    choice(LoanMethod::free, "trả khi có", "tu do|linh hoat|free"),
};

constexpr std::array purposes = {
    choice(LoanPurpose::livestock, "chăn nuôi",
           "nuoi|livestock|chan nuoi gia suc|nuoi ga|nuoi lon"),
    choice(LoanPurpose::crops, "trồng trọt", "trong cay|lam ruong|crops|lam vuon"),
    choice(LoanPurpose::trade, "buôn bán", "kinh doanh|ban hang|trade|buon ban nho"),
    choice(LoanPurpose::craft, "nghề thủ công", "thu cong|craft|nghe phu"),
    choice(LoanPurpose::services, "dịch vụ", "services"),
    choice(LoanPurpose::house, "sửa nhà", "nha o|lam nha|house"),
    choice(LoanPurpose::medical, "chữa bệnh", "kham chua benh|medical|y te"),
    choice(LoanPurpose::school, "học hành", "hoc phi|school|di hoc"),
    choice(LoanPurpose::other, "khác", "other|muc dich khac"),
};

constexpr std::array relations = {
    choice(Relation::eq, "bằng", "eq|dung|la"),
    choice(Relation::gt, "trên", "gt|hon|lon hon|tren muc|over"),
    choice(Relation::ge, "từ", "ge|it nhat|toi thieu|tu tro len|dat tu|at least"),
    choice(Relation::words, "bằng lời", "words|loi|mo ta"),
};

constexpr std::array care_levels = {
    choice(CareLevel::province, "tỉnh", "cap tinh|province|hoi nct tinh"),
    choice(CareLevel::branch, "ban đại diện", "chi nhanh|branch|van phong dai dien"),
    choice(CareLevel::district, "huyện", "cap huyen|district|hoi nct huyen"),
    choice(CareLevel::commune, "xã", "cap xa|commune|hoi nct xa|phuong|thi tran"),
};

constexpr std::array shares = {
    choice(Share::whole, "toàn bộ", "whole|tat ca|nguyen trang"),
    choice(Share::part, "một phần", "part|mot phan dien tich"),
};

/// Relations are often signs, which folding to words drops.
std::string key_of(std::string_view text) {
    const std::string folded = core::fold_text(text);
    const auto begin = folded.find_first_not_of(' ');
    const auto end = folded.find_last_not_of(' ');
    const std::string trimmed =
        begin == std::string::npos ? std::string{} : folded.substr(begin, end - begin + 1);
    if (trimmed == "=") return "eq";
    if (trimmed == ">") return "gt";
    if (trimmed == ">=" || trimmed == "≥") return "ge";
    if (trimmed == "✓" || trimmed == "✔" || trimmed == "+") return "x";
    return core::fold_words(text);
}

bool contains_word(std::string_view synonyms, std::string_view word) {
    while (!synonyms.empty()) {
        const auto bar = synonyms.find('|');
        if (synonyms.substr(0, bar) == word) return true;
        if (bar == std::string_view::npos) return false;
        synonyms.remove_prefix(bar + 1);
    }
    return false;
}

}  // namespace

std::span<const Choice> choices(ListId list) {
    switch (list) {
        case ListId::none:
            return {};
        case ListId::yes_no:
            return yes_no;
        case ListId::sex:
            return sexes;
        case ListId::hardship:
            return hardships;
        case ListId::band:
            return bands;
        case ListId::leaving:
            return leavings;
        case ListId::role:
            return roles;
        case ListId::source:
            return sources;
        case ListId::loan_base:
            return loan_bases;
        case ListId::loan_method:
            return loan_methods;
        case ListId::purpose:
            return purposes;
        case ListId::relation:
            return relations;
        case ListId::care_level:
            return care_levels;
        case ListId::share:
            return shares;
    }
    return {};
}

std::string choice_labels(ListId list) {
    std::string labels;
    for (const auto& [value, label, synonyms] : choices(list)) {
        if (!labels.empty()) labels += ", ";
        labels += label;
    }
    return labels;
}

std::string_view label_of(ListId list, std::uint8_t value) {
    for (const auto& choice : choices(list)) {
        if (choice.value == value) return choice.label;
    }
    return {};
}

std::optional<std::uint8_t> find_choice(ListId list, const Cell& cell) {
    const std::string key = key_of(shown(cell));
    if (key.empty()) return std::nullopt;
    for (const auto& choice : choices(list)) {
        if (core::fold_words(choice.label) == key || contains_word(choice.synonyms, key)) {
            return choice.value;
        }
    }
    return std::nullopt;
}

core::Result<std::uint8_t> read_choice(ListId list, const Cell& cell, const Place& place) {
    if (cell.kind == CellKind::error) {
        return std::unexpected(cell_rejection("sheet.cell_error", cell, place));
    }
    const auto found = find_choice(list, cell);
    if (!found) {
        return std::unexpected(
            cell_rejection("sheet.not_in_list", cell, place, {"choices", choice_labels(list)}));
    }
    return *found;
}

}  // namespace lth::sheet
