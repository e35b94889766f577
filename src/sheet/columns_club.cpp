#include <array>

#include "sheet/column_tables.hpp"

namespace lth::sheet {
namespace {

constexpr Column name_of_club{
    .id = ColumnId::name,
    .heading = "Tên câu lạc bộ",
    .synonyms =
        "ten clb|clb|cau lac bo|ten cau lac bo lien the he|ten clb lthtgn|ten clb lien the he|"
        "clb lthtgn|cau lac bo lien the he tu giup nhau|club|club name|name|ten cau lac bo "
        "lien the he tu giup nhau|ten cau lac bo lthtgn",
    .need = Need::cell,
    .example = "CLB LTHTGN Tào Trụ",
};

constexpr Column villages_column{
    .id = ColumnId::villages,
    .heading = "Thôn, bản, tổ dân phố",
    .synonyms =
        "thon|ban|to dan pho|thon ban|thon to dan pho|thon ban to dan pho pho|khu dan cu|kdc|"
        "thon pho|thon ban khu pho|dia ban thon|thon khu pho|villages|village|"
        "thon ban tdp|thon xom|khu pho|thon ban khu dan cu|ten thon",
    .kind = ValueKind::list,
    .example = "Tào Trụ; Thịnh Hùng",
    .note = "Nhiều thôn thì cách nhau bằng dấu chấm phẩy; thôn đầu là nơi đặt câu lạc bộ",
};

constexpr Column programme_column{
    .id = ColumnId::programme,
    .heading = "Chương trình, dự án",
    .synonyms =
        "du an|chuong trinh|nguon thanh lap|de an|thuoc du an|thuoc de an|du an de an|"
        "programme|program|project|nguon du an|thanh lap theo|mo hinh|thuoc chuong trinh",
    .fill = Fill::down,
    .example = "VIE 022",
    .note = "Dự án hoặc quyết định đã lập câu lạc bộ",
};

constexpr Column decision_number_column{
    .id = ColumnId::decision_number,
    .heading = "Số quyết định",
    .synonyms =
        "so qd|quyet dinh so|qd so|quyet dinh thanh lap|so quyet dinh thanh lap|so qd thanh lap|"
        "qd thanh lap|quyet dinh|decision|decision number|so quyet dinh cong nhan",
    .kind = ValueKind::code,
    .example = "25/QĐ-UBND",
    .note = "Của Chủ tịch Ủy ban nhân dân xã",
};

constexpr Column decision_date_column{
    .id = ColumnId::decision_date,
    .heading = "Ngày quyết định",
    .synonyms =
        "ngay qd|ngay ra quyet dinh|ngay ky quyet dinh|ngay thang quyet dinh|ngay thanh lap|"
        "decision date|ngay ban hanh quyet dinh|thoi gian thanh lap|ngay thang nam thanh lap",
    .kind = ValueKind::date,
    .example = "15/03/2016",
};

constexpr Column launched_column{
    .id = ColumnId::launched,
    .heading = "Ngày ra mắt",
    .synonyms =
        "ngay thang ra mat|ngay le ra mat|ra mat ngay|ra mat|thoi gian ra mat|launch date|"
        "launched|ngay hoat dong|ngay bat dau hoat dong|ngay thang nam ra mat",
    .kind = ValueKind::date,
    .example = "20/04/2016",
};

constexpr Column start_capital_column{
    .id = ColumnId::start_capital,
    .heading = "Vốn ban đầu (đồng)",
    .synonyms =
        "von ban dau|von khi thanh lap|so von ban dau|von ra mat|von luc ra mat|"
        "von tang thu nhap ban dau|start capital|tien von ban dau|quy ban dau|"
        "kinh phi ban dau|von khi ra mat",
    .kind = ValueKind::money,
    .example = "50000000",
    .note = "Đồng; hoặc ghi «(triệu đồng)» vào tiêu đề và nhập 50",
};

constexpr Column day_of_figures{
    .id = ColumnId::as_of,
    .heading = "Số liệu đến ngày",
    .synonyms =
        "ngay so lieu|tinh den ngay|so lieu tinh den ngay|thoi diem|thoi diem so lieu|"
        "as of|ngay bao cao|ngay chot|den ngay",
    .kind = ValueKind::date,
    .fill = Fill::down,
};

constexpr std::array register_table = {
    id_column,
    district_column,
    commune_column,
    villages_column,
    name_of_club,
    programme_column,
    decision_number_column,
    decision_date_column,
    launched_column,
    Column{.id = ColumnId::members,
           .heading = "Số thành viên",
           .synonyms = "thanh vien|tong so thanh vien|so tv|tong so tv|tv|so thanh vien tong so|"
                       "thanh vien tong so|thanh vien tong|tong thanh vien|members|member count|"
                       "so thanh vien tong|so luong thanh vien|tong so hoi vien|so nguoi",
           .kind = ValueKind::count,
           .example = "55"},
    Column{.id = ColumnId::elderly,
           .heading = "Người cao tuổi",
           .synonyms =
               "nct|so nct|cao tuoi|so nguoi cao tuoi|thanh vien nct|thanh vien la nct|la nct|"
               "so thanh vien nct|so thanh vien nguoi cao tuoi|tv nct|tv la nct|"
               "thanh vien la nguoi cao tuoi|elderly|tu 60 tuoi tro len|nct 60|"
               "nguoi cao tuoi 60 tuoi|trong do nct|trong do nguoi cao tuoi",
           .kind = ValueKind::count,
           .example = "38",
           .note = "Đủ 60 tuổi vào ngày của số liệu"},
    Column{.id = ColumnId::women,
           .heading = "Nữ",
           .synonyms = "so nu|phu nu|so phu nu|thanh vien nu|so thanh vien nu|tv nu|la nu|"
                       "so thanh vien la nu|thanh vien la nu|thanh vien la phu nu|women|female|"
                       "trong do nu|nu gioi",
           .kind = ValueKind::count,
           .example = "41"},
    Column{.id = ColumnId::hardship_count,
           .heading = "Hoàn cảnh khó khăn",
           .synonyms =
               "hckk|so hckk|kho khan|ngheo can ngheo|ho ngheo can ngheo|thanh vien kho khan|"
               "so nguoi kho khan|thanh vien ngheo can ngheo|hoan canh kk|hardship|"
               "ngheo can ngheo kho khan|thanh vien hoan canh kho khan|nguoi ngheo",
           .kind = ValueKind::count,
           .example = "30",
           .note = "Nghèo, cận nghèo và khó khăn khác"},
    Column{.id = ColumnId::ethnic_minority,
           .heading = "Dân tộc thiểu số",
           .synonyms = "dtts|nguoi dtts|so dtts|nguoi dan toc thieu so|dan toc|ethnic minority",
           .kind = ValueKind::count,
           .example = "0"},
    Column{.id = ColumnId::volunteers,
           .heading = "Tình nguyện viên",
           .synonyms = "tnv|so tnv|so tinh nguyen vien|volunteers",
           .kind = ValueKind::count,
           .example = "10"},
    start_capital_column,
    Column{.id = ColumnId::capital,
           .heading = "Vốn hiện có (đồng)",
           .synonyms = "von hien co|tong von|tong nguon von|von|so von|so von hien co|von hien nay|"
                       "von tang thu nhap|quy tang thu nhap|tong quy|capital|von luan chuyen|"
                       "tong so von|nguon von|tien von hien co|tong von hien co|von vay",
           .kind = ValueKind::money,
           .example = "84500000"},
    Column{.id = ColumnId::loans_outstanding,
           .heading = "Dư nợ (đồng)",
           .synonyms = "du no|tong du no|du no hien nay|dang cho vay|loans outstanding|"
                       "so tien dang cho vay|du no cho vay",
           .kind = ValueKind::money,
           .example = "76000000"},
    Column{.id = ColumnId::borrowers_ever,
           .heading = "Đã từng vay",
           .synonyms = "so nguoi da vay|so nguoi da tung vay|luot nguoi vay|da vay|so tv da vay|"
                       "so thanh vien da vay|so thanh vien da tung vay|borrowers ever|da duoc vay",
           .kind = ValueKind::count,
           .example = "48",
           .note = "Trong số thành viên hiện có"},
    Column{.id = ColumnId::borrowers_year,
           .heading = "Vay trong năm",
           .synonyms = "so nguoi vay trong nam|vay nam nay|so tv vay trong nam|borrowers this year|"
                       "so thanh vien vay trong nam|duoc vay trong nam",
           .kind = ValueKind::count,
           .example = "21"},
    Column{.id = ColumnId::borrowers_owing,
           .heading = "Đang vay",
           .synonyms = "so nguoi dang vay|so tv dang vay|so thanh vien dang vay|dang no|con no|"
                       "so nguoi con no|borrowers owing|borrowers|so nguoi vay|so ho vay|"
                       "thanh vien dang vay",
           .kind = ValueKind::count,
           .example = "27"},
    Column{.id = ColumnId::meetings_year,
           .heading = "Số buổi sinh hoạt trong năm",
           .synonyms = "so buoi sinh hoat|buoi sinh hoat|sinh hoat|meetings|so ky sinh hoat",
           .kind = ValueKind::count,
           .example = "12"},
    Column{.id = ColumnId::rating,
           .heading = "Xếp loại",
           .synonyms = "xep loai clb|phan loai|danh gia|ket qua xep loai|loai|rating|"
                       "xep loai cau lac bo|xep loai nam|danh gia xep loai",
           .kind = ValueKind::choice,
           .list = ListId::band,
           .example = "khá"},
    [] {
        Column column = day_of_figures;
        column.example = "30/09/2020";
        return column;
    }(),
};

constexpr std::array club_table = {
    id_column,
    district_column,
    commune_column,
    villages_column,
    name_of_club,
    Column{.id = ColumnId::seat_village,
           .heading = "Thôn nơi đặt câu lạc bộ",
           .synonyms =
               "thon dat clb|noi dat clb|tru so|seat village|noi sinh hoat|dia diem sinh hoat|"
               "thon noi dat clb|noi dat cau lac bo",
           .example = "Tào Trụ",
           .note = "Để trống thì lấy thôn đầu"},
    programme_column,
    decision_number_column,
    decision_date_column,
    launched_column,
    start_capital_column,
    day_of_figures,  // of a register: its communes are named on the map of that day
};

constexpr std::array member_table = {
    id_column,
    district_column,
    commune_column,
    club_column,
    Column{.id = ColumnId::name,
           .heading = "Họ và tên",
           .synonyms =
               "ho ten|ten thanh vien|ho va ten thanh vien|ho ten thanh vien|thanh vien|ten|"
               "ho ten tv|ho va ten tv|full name|name|ho va ten nguoi cao tuoi|ho dem va ten",
           .need = Need::cell,
           .example = "Nguyễn Thị Mẫu"},
    Column{.id = ColumnId::birth,
           .heading = "Ngày sinh hoặc năm sinh",
           .synonyms =
               "nam sinh|ngay sinh|ngay thang nam sinh|sinh nam|ns|sinh ngay|birth date|birth|"
               "birth year|date of birth|year of birth|nam sinh ngay sinh|ngay nam sinh",
           .kind = ValueKind::birth,
           .example = "1952",
           .note = "Chỉ biết năm thì ghi năm"},
    // The usual list has the year of birth in one of two columns, which tells the sex too.
    Column{.id = ColumnId::birth_male,
           .heading = "Năm sinh nam",
           .synonyms = "ngay sinh nam|nam sinh nam gioi|ngay thang nam sinh nam",
           .kind = ValueKind::birth},
    Column{.id = ColumnId::birth_female,
           .heading = "Năm sinh nữ",
           .synonyms = "ngay sinh nu|nam sinh nu gioi|ngay thang nam sinh nu",
           .kind = ValueKind::birth},
    Column{.id = ColumnId::sex,
           .heading = "Giới tính",
           .synonyms = "gioi|nam nu|sex|gender|phai",
           .kind = ValueKind::choice,
           .list = ListId::sex,
           .example = "nữ"},
    Column{.id = ColumnId::hardship,
           .heading = "Hoàn cảnh",
           .synonyms = "hoan canh kho khan|dien ho|ho ngheo|doi tuong|hoan canh gia dinh|hardship|"
                       "thuoc dien|loai ho|hoan canh kinh te|kinh te ho|ho ngheo can ngheo",
           .kind = ValueKind::choice,
           .list = ListId::hardship,
           .example = "cận nghèo"},
    Column{.id = ColumnId::village,
           .heading = "Thôn, bản, tổ dân phố",
           .synonyms =
               "thon|ban|to dan pho|thon ban|khu dan cu|dia chi|noi o|cho o|village|address|"
               "thon to dan pho|thon pho|thon ban to dan pho pho|thon xom|cho o hien nay",
           .fill = Fill::down,
           .example = "Tào Trụ"},
    Column{.id = ColumnId::joined,
           .heading = "Ngày vào",
           .synonyms = "ngay vao clb|ngay vao cau lac bo|ngay gia nhap|ngay tham gia|joined|"
                       "thoi gian vao|ngay ket nap|ngay vao clb lthtgn|ngay thang vao|vao ngay",
           .kind = ValueKind::date,
           .example = "20/04/2016"},
    Column{.id = ColumnId::left,
           .heading = "Ngày ra",
           .synonyms = "ngay ra khoi clb|ngay roi clb|ngay roi|ngay thoi|left|ngay nghi|ra ngay|"
                       "ngay ra khoi cau lac bo",
           .kind = ValueKind::date,
           .example = "01/02/2021",
           .note = "Để trống nếu đang là thành viên"},
    Column{.id = ColumnId::left_reason,
           .heading = "Lý do ra",
           .synonyms = "ly do|ly do ra khoi clb|ly do roi|reason|ly do nghi|ly do thoi",
           .kind = ValueKind::choice,
           .list = ListId::leaving,
           .example = "chuyển đi"},
    Column{.id = ColumnId::role,
           .heading = "Chức vụ",
           .synonyms = "nhiem vu|vai tro|chuc danh|role|bcn|ban chu nhiem|chuc vu trong clb",
           .kind = ValueKind::choice,
           .list = ListId::role,
           .example = "thủ quỹ",
           .note = "Chỉ ghi cho ban chủ nhiệm đương nhiệm; người đã ra thì không ghi vào ban"},
    Column{.id = ColumnId::phone,
           .heading = "Điện thoại",
           .synonyms = "so dien thoai|dt|sdt|so dt|dien thoai lien he|phone|telephone|di dong",
           .kind = ValueKind::phone,
           .example = "0900000000"},
    Column{.id = ColumnId::borrowed_before,
           .heading = "Đã từng vay",
           .synonyms = "da vay|da vay von|da duoc vay|tung vay|borrowed before|da vay von clb",
           .kind = ValueKind::choice,
           .list = ListId::yes_no,
           .example = "có"},
};

}  // namespace

std::span<const Column> register_columns() { return register_table; }
std::span<const Column> club_columns() { return club_table; }
std::span<const Column> member_columns() { return member_table; }

}  // namespace lth::sheet
