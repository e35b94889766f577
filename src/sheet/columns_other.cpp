#include <array>

#include "sheet/column_tables.hpp"

namespace lth::sheet {
namespace {

constexpr Column money(ColumnId id, std::string_view heading, std::string_view synonyms,
                       std::string_view example) {
    Column column{.id = id, .heading = heading, .synonyms = synonyms, .kind = ValueKind::money};
    column.example = example;
    return column;
}

constexpr std::array claim_table = {
    id_column,
    Column{.id = ColumnId::document,
           .heading = "Văn bản",
           .synonyms = "ten van ban|so van ban|tai lieu|bao cao|document|source|nguon",
           .need = Need::cell,
           .fill = Fill::down,
           .example = "Quyết định 5133/QĐ-UBND"},
    Column{.id = ColumnId::date,
           .heading = "Ngày số liệu",
           .synonyms = "ngay|tinh den ngay|so lieu den ngay|ngay van ban|date|thoi diem|den ngay",
           .kind = ValueKind::date,
           .need = Need::cell,
           .fill = Fill::down,
           .example = "30/09/2020"},
    Column{.id = ColumnId::measure,
           .heading = "Chỉ tiêu",
           .synonyms = "chi so|ma chi tieu|noi dung|measure|so lieu ve|ten chi tieu|dai luong",
           .need = Need::cell,
           .example = "members",
           .note = "Mã hoặc tên của chỉ tiêu"},
    Column{.id = ColumnId::relation,
           .heading = "Quan hệ",
           .synonyms = "so sanh|dau|relation|phep so sanh",
           .kind = ValueKind::choice,
           .list = ListId::relation,
           .example = "bằng",
           .note = "Để trống là «bằng»"},
    Column{.id = ColumnId::value,
           .heading = "Giá trị",
           .synonyms = "so lieu|con so|value|gia tri cong bo|ket qua",
           .kind = ValueKind::quantity,
           .need = Need::column,
           .example = "44291",
           .note = "Số, số tiền, hoặc tỷ lệ có dấu %"},
    Column{.id = ColumnId::words,
           .heading = "Nguyên văn",
           .synonyms = "trich nguyen van|loi van|words|trich dan|ghi chu",
           .example = "44.291 thành viên"},
};

constexpr std::array fund_year_table = {
    id_column,
    Column{.id = ColumnId::unit,
           .heading = "Đơn vị",
           .synonyms = "ten don vi|ma don vi|unit|don vi hanh chinh|hoi nct|xa phuong|ten xa",
           .kind = ValueKind::code,
           .need = Need::cell,
           .fill = Fill::down,
           .example = "Tỉnh Thanh Hóa",
           .note = "Tên hoặc mã"},
    Column{.id = ColumnId::level,
           .heading = "Cấp",
           .synonyms = "cap hoi|cap quy|level|cap quan ly",
           .kind = ValueKind::choice,
           .need = Need::column,
           .list = ListId::care_level,
           .fill = Fill::down,
           .example = "tỉnh",
           .note = "Ban đại diện và tỉnh chung một đơn vị"},
    Column{.id = ColumnId::year,
           .heading = "Năm",
           .synonyms = "nam bao cao|year|nam tai chinh",
           .kind = ValueKind::year,
           .need = Need::cell,
           .fill = Fill::down,
           .example = "2021"},
    money(ColumnId::received_money, "Thu bằng tiền từ bên ngoài (đồng)",
          "thu bang tien tu ben ngoai|thu tu ben ngoai|tong thu|thu trong nam|thu|so thu|"
          "received money|thu bang tien|outside receipts",
          "2350000000"),
    money(ColumnId::received_goods, "Thu bằng hiện vật (đồng)",
          "thu bang hien vat|hien vat|gia tri hien vat|received goods|hien vat quy tien",
          "120000000"),
    money(ColumnId::spent, "Chi trong năm (đồng)", "chi trong nam|tong chi|chi|so chi|spent|da chi",
          "2100000000"),
    money(ColumnId::club_support, "Trong đó chi cho câu lạc bộ (đồng)",
          "trong do chi cho cau lac bo|chi cho clb|chi cho cau lac bo|ho tro clb|"
          "ho tro cau lac bo|club support|cap cho clb|chi thanh lap quan ly clb|"
          "trong do chi cho clb",
          "1400000000"),
    money(ColumnId::transferred_in, "Cấp khác chuyển đến (đồng)",
          "cap khac chuyen den|nhan tu cap khac|chuyen den|transferred in|cap tren cap", "0"),
    money(ColumnId::transferred_out, "Chuyển cho cấp khác (đồng)",
          "chuyen cho cap khac|nop cap tren|chuyen di|transferred out|cap cho cap duoi", "0"),
    money(ColumnId::balance, "Dư cuối năm (đồng)",
          "du cuoi nam|so du cuoi nam|ton quy|ton cuoi nam|so du|balance|ton quy cuoi nam",
          "870000000"),
};

constexpr std::array unit_table = {
    id_column,
    Column{.id = ColumnId::code,
           .heading = "Mã",
           .synonyms = "ma don vi|ma so|ma dvhc|code|ma don vi hanh chinh|ma dv",
           .kind = ValueKind::code,
           .need = Need::cell,
           .example = "14755"},
    Column{.id = ColumnId::name,
           .heading = "Tên",
           .synonyms = "ten don vi|ten don vi hanh chinh|name|ten dvhc|don vi|ten dv",
           .need = Need::cell,
           .example = "Phường Hàm Rồng"},
    Column{.id = ColumnId::kind,
           .heading = "Loại",
           .synonyms = "cap|loai don vi|kind|loai hinh|cap hanh chinh|type",
           .need = Need::cell,
           .example = "Phường",
           .note = "Tỉnh, Thành phố, Thị xã, Huyện, Quận, Xã, Phường, Thị trấn, Đặc khu"},
    Column{.id = ColumnId::parent_code,
           .heading = "Mã cấp trên",
           .synonyms = "ma don vi cap tren|ma cha|parent code|truc thuoc|ma don vi cha|thuoc",
           .kind = ValueKind::code,
           .need = Need::column,
           .example = "380",
           .note = "Để trống cho đơn vị cao nhất"},
};

constexpr std::array succession_table = {
    id_column,
    Column{.id = ColumnId::old_code,
           .heading = "Mã cũ",
           .synonyms = "ma don vi cu|old code|ma truoc sap nhap|ma truoc",
           .kind = ValueKind::code,
           .need = Need::cell,
           .example = "14755"},
    Column{.id = ColumnId::old_name,
           .heading = "Tên cũ",
           .synonyms = "ten don vi cu|don vi cu|old name|ten truoc sap nhap|ten truoc",
           .example = "Phường Hàm Rồng"},
    Column{.id = ColumnId::new_code,
           .heading = "Mã mới",
           .synonyms = "ma don vi moi|new code|ma sau sap nhap|ma sau",
           .kind = ValueKind::code,
           .need = Need::column,
           .example = "14758",
           .note = "Để trống nếu chưa rõ"},
    Column{.id = ColumnId::new_name,
           .heading = "Tên mới",
           .synonyms = "ten don vi moi|don vi moi|new name|ten sau sap nhap|ten sau",
           .example = "Phường Hàm Rồng"},
    Column{.id = ColumnId::share,
           .heading = "Phần",
           .synonyms = "toan bo hay mot phan|pham vi|share|muc do|phan dien tich",
           .kind = ValueKind::choice,
           .need = Need::column,
           .list = ListId::share,
           .example = "toàn bộ"},
};

}  // namespace

std::span<const Column> claim_columns() { return claim_table; }
std::span<const Column> fund_year_columns() { return fund_year_table; }
std::span<const Column> unit_columns() { return unit_table; }
std::span<const Column> succession_columns() { return succession_table; }

}  // namespace lth::sheet
