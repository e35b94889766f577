#include <array>

#include "sheet/column_tables.hpp"

namespace lth::sheet {
namespace {

constexpr Column member_column{
    .id = ColumnId::member,
    .heading = "Họ và tên",
    .synonyms =
        "ho ten|nguoi vay|ten nguoi vay|ho va ten nguoi vay|thanh vien|ten thanh vien|"
        "ho ten nguoi vay|member|borrower|ho ten thanh vien|nguoi gop|ho va ten nguoi gop",
    .example = "Nguyễn Thị Mẫu",
};

constexpr Column birth_column{
    .id = ColumnId::birth,
    .heading = "Ngày sinh hoặc năm sinh",
    .synonyms = "nam sinh|ngay sinh|ngay thang nam sinh|sinh nam|birth year|birth",
    .kind = ValueKind::birth,
    .example = "1952",
    .note = "Để phân biệt người trùng tên",
};

constexpr Column with_need(Column column, Need need) {
    column.need = need;
    return column;
}

constexpr Column share(ColumnId id, std::string_view heading, std::string_view synonyms,
                       std::string_view example) {
    Column column{.id = id, .heading = heading, .synonyms = synonyms, .kind = ValueKind::share};
    column.example = example;
    return column;
}

constexpr std::array fund_table = {
    id_column,
    district_column,
    commune_column,
    club_column,
    Column{.id = ColumnId::as_of,
           .heading = "Ngày mở sổ",
           .synonyms =
               "ngay chot so du|so du den ngay|den ngay|tinh den ngay|as of|ngay chot|ngay so du|"
               "so du tai ngay",
           .kind = ValueKind::date,
           .need = Need::cell,
           .fill = Fill::down,
           .example = "30/09/2020",
           .note = "Từ ngày này sổ tiền là đủ"},
    money(ColumnId::income_cash, "Quỹ tăng thu nhập: tiền mặt (đồng)",
          "quy tang thu nhap tien mat|quy ttn tien mat|tien mat quy ttn|tien mat quy tang thu nhap|"
          "quy tang thu nhap ton tien mat|income cash",
          "8500000"),
    money(ColumnId::income_bank, "Quỹ tăng thu nhập: ngân hàng (đồng)",
          "quy tang thu nhap ngan hang|quy ttn ngan hang|tien gui quy ttn|"
          "quy tang thu nhap tien gui|tien gui quy tang thu nhap|income bank",
          "0"),
    money(ColumnId::capitalised_interest, "Lãi nhập vốn (đồng)",
          "lai nhap von|lai bo sung von|lai nhap goc|capitalised interest|lai cong don vao von",
          "6200000"),
    money(ColumnId::reserve, "Dự phòng (đồng)",
          "du phong|quy du phong|trich du phong|reserve|du phong rui ro|quy du phong rui ro",
          "1500000"),
    money(
        ColumnId::operating_cash, "Quỹ hoạt động: tiền mặt (đồng)",
        "quy hoat dong tien mat|quy hd tien mat|tien mat quy hoat dong|quy hoat dong ton tien mat|"
        "quy hoat dong|operating cash|ton quy hoat dong",
        "1240000"),
    money(ColumnId::operating_bank, "Quỹ hoạt động: ngân hàng (đồng)",
          "quy hoat dong ngan hang|quy hd ngan hang|tien gui quy hoat dong|quy hoat dong tien gui|"
          "operating bank",
          "0"),
    money(ColumnId::board_allowance, "Phụ cấp ban chủ nhiệm chưa chi (đồng)",
          "phu cap ban chu nhiem chua chi|phu cap bcn|phu cap bcn chua chi|board allowance|"
          "phu cap ban chu nhiem",
          "300000"),
};

constexpr std::array capital_table = {
    id_column,
    district_column,
    commune_column,
    club_column,
    Column{.id = ColumnId::source,
           .heading = "Nguồn vốn",
           .synonyms = "nguon|nguon goc von|source|nguon tien|cap cho|von tu",
           .kind = ValueKind::choice,
           .need = Need::cell,
           .list = ListId::source,
           .example = "dự án"},
    [] {
        Column column = member_column;
        column.heading = "Người góp vốn";
        column.synonyms =
            "ho va ten nguoi gop|nguoi gop|thanh vien gop von|ho va ten|ho ten|member|"
            "ten nguoi gop|thanh vien";
        column.note = "Chỉ khi vốn góp sẽ trả lại cho một thành viên";
        return column;
    }(),
    birth_column,
    with_need(money(ColumnId::amount, "Số tiền (đồng)",
                    "so tien|tien|gia tri|amount|so von|von|so tien von", "50000000"),
              Need::cell),
};

constexpr std::array loan_table = {
    id_column,
    district_column,
    commune_column,
    club_column,
    with_need(member_column, Need::cell),
    birth_column,
    Column{.id = ColumnId::disbursed_on,
           .heading = "Ngày vay",
           .synonyms = "ngay cho vay|ngay giai ngan|ngay nhan tien|vay ngay|disbursed on|loan date|"
                       "ngay thang vay",
           .kind = ValueKind::date,
           .need = Need::cell,
           .example = "15/03/2020"},
    with_need(money(ColumnId::principal, "Số tiền vay (đồng)",
                    "so tien vay|tien vay|so tien cho vay|vay|von vay|principal|goc vay|"
                    "so tien da vay",
                    "5000000"),
              Need::cell),
    with_need(money(ColumnId::outstanding, "Còn nợ (đồng)",
                    "con no|du no|con lai|so tien con no|goc con lai|no goc con lai|outstanding|"
                    "so du no|no goc",
                    "3000000"),
              Need::cell),
    Column{.id = ColumnId::interest_paid_through,
           .heading = "Đã trả lãi đến hết tháng",
           .synonyms = "da tra lai den|tra lai den thang|lai da tra den|da tra lai den thang|"
                       "interest paid through|da thu lai den thang",
           .kind = ValueKind::month,
           .example = "09/2020"},
    Column{
        .id = ColumnId::months,
        .heading = "Thời hạn (tháng)",
        .synonyms = "thoi han|ky han|so thang|thoi han vay|months|term|thoi gian vay|so thang vay",
        .kind = ValueKind::count,
        .example = "12",
        .note = "Để trống thì theo quy chế vay của câu lạc bộ"},
    Column{.id = ColumnId::rate,
           .heading = "Lãi suất (%/tháng)",
           .synonyms = "lai suat|lai suat phan tram thang|muc lai|rate|lai",
           .kind = ValueKind::rate,
           .example = "1"},
    Column{.id = ColumnId::base,
           .heading = "Lãi tính trên",
           .synonyms = "cach tinh lai|tinh lai theo|tinh lai tren|base|interest base",
           .kind = ValueKind::choice,
           .list = ListId::loan_base,
           .example = "dư nợ giảm dần"},
    Column{.id = ColumnId::method,
           .heading = "Cách trả gốc",
           .synonyms = "tra goc|hinh thuc tra goc|phuong thuc tra|method|cach tra no|hinh thuc tra",
           .kind = ValueKind::choice,
           .list = ListId::loan_method,
           .example = "trả đều hằng tháng"},
    Column{.id = ColumnId::grace_months,
           .heading = "Ân hạn (tháng)",
           .synonyms = "an han|so thang an han|grace months|thang an han",
           .kind = ValueKind::count,
           .example = "0"},
    Column{.id = ColumnId::purpose,
           .heading = "Mục đích vay",
           .synonyms = "muc dich|muc dich su dung von|vay de|purpose|muc dich su dung",
           .kind = ValueKind::choice,
           .list = ListId::purpose,
           .example = "chăn nuôi"},
};

constexpr std::array rule_table = {
    id_column,
    district_column,
    commune_column,
    club_column,
    Column{.id = ColumnId::from,
           .heading = "Áp dụng từ ngày",
           .synonyms = "tu ngay|ap dung tu|hieu luc tu|ngay ap dung|from|ngay hieu luc",
           .kind = ValueKind::date,
           .need = Need::cell,
           .fill = Fill::down,
           .example = "01/01/2020"},
    Column{.id = ColumnId::meeting_day,
           .heading = "Ngày sinh hoạt hằng tháng",
           .synonyms = "ngay sinh hoat|ngay hop|ngay sinh hoat dinh ky|meeting day|sinh hoat ngay",
           .kind = ValueKind::count,
           .example = "15",
           .note = "Từ 1 đến 31"},
    money(ColumnId::dues, "Phí thành viên một tháng (đồng)",
          "phi thanh vien|phi thanh vien mot thang|hoi phi|phi sinh hoat|dues|dong gop hang thang|"
          "phi hang thang|phi sinh hoat hang thang",
          "5000"),
    Column{.id = ColumnId::rate,
           .heading = "Lãi suất (%/tháng)",
           .synonyms = "lai suat|muc lai|lai suat cho vay|rate",
           .kind = ValueKind::rate,
           .example = "1"},
    Column{.id = ColumnId::months,
           .heading = "Thời hạn (tháng)",
           .synonyms = "thoi han|ky han|so thang|thoi han vay|months|thoi han cho vay",
           .kind = ValueKind::count,
           .example = "12"},
    Column{.id = ColumnId::base,
           .heading = "Lãi tính trên",
           .synonyms = "cach tinh lai|tinh lai theo|tinh lai tren|base",
           .kind = ValueKind::choice,
           .list = ListId::loan_base,
           .example = "dư nợ giảm dần"},
    Column{.id = ColumnId::method,
           .heading = "Cách trả gốc",
           .synonyms = "tra goc|hinh thuc tra goc|phuong thuc tra|method",
           .kind = ValueKind::choice,
           .list = ListId::loan_method,
           .example = "trả đều hằng tháng"},
    Column{.id = ColumnId::grace_months,
           .heading = "Ân hạn (tháng)",
           .synonyms = "an han|so thang an han|grace months",
           .kind = ValueKind::count,
           .example = "0"},
    money(ColumnId::rounding, "Làm tròn đến (đồng)",
          "lam tron|lam tron den|don vi lam tron|rounding|unit", "1000"),
    money(ColumnId::max_loan, "Mức vay tối đa (đồng)",
          "muc vay toi da|vay toi da|muc vay cao nhat|max loan|muc cho vay toi da", "10000000"),
    share(ColumnId::share_income, "Lãi vào vốn (%)",
          "lai vao quy tang thu nhap|lai bo sung von|ty le lai vao von|share income", "40%"),
    share(ColumnId::share_operating, "Lãi vào quỹ hoạt động (%)",
          "ty le lai vao quy hoat dong|share operating", "30%"),
    share(ColumnId::share_board, "Lãi cho ban chủ nhiệm (%)",
          "lai cho bcn|phu cap bcn|ty le phu cap bcn|share board", "20%"),
    share(ColumnId::share_reserve, "Lãi vào dự phòng (%)",
          "lai trich du phong|ty le du phong|share reserve", "10%"),
};

}  // namespace

std::span<const Column> fund_columns() { return fund_table; }
std::span<const Column> capital_columns() { return capital_table; }
std::span<const Column> loan_columns() { return loan_table; }
std::span<const Column> rule_columns() { return rule_table; }

}  // namespace lth::sheet
