// Rules on what a sheet says once it is held against the books, and notes for whoever hands it in.
// The caller names the row; the sentences do not.
#pragma once

#include <array>

#include "core/rules/rule.hpp"

namespace lth::core::rules {

inline constexpr std::array intake = {
    Rule{"import.district.unknown", "Không có huyện «{found}» trên bản đồ ngày {date}.",
         "There is no district “{found}” on the map of {date}."},
    Rule{"import.district.ambiguous", "«{found}» là tên của nhiều huyện: {choices}.",
         "“{found}” is the name of several districts: {choices}."},
    Rule{"import.commune.unknown", "Không có xã «{found}» trên bản đồ ngày {date}.",
         "There is no commune “{found}” on the map of {date}."},
    Rule{"import.commune.ambiguous",
         "«{found}» là tên của nhiều xã: {choices}. Hãy ghi thêm huyện, hoặc ghi mã xã.",
         "“{found}” is the name of several communes: {choices}. Name the district, too, or write "
         "the code."},
    Rule{"import.unit.unknown", "Không có đơn vị «{found}» trên bản đồ ngày {date}.",
         "There is no unit “{found}” on the map of {date}."},
    Rule{"import.unit.ambiguous", "«{found}» là tên của nhiều đơn vị: {choices}. Hãy ghi mã.",
         "“{found}” is the name of several units: {choices}. Write the code."},
    Rule{"import.id.unknown", "Mã ẩn «{found}» không có trong cơ sở dữ liệu này.",
         "The hidden id “{found}” is not in this database."},
    Rule{"import.club.unknown", "Không có câu lạc bộ «{found}». Hãy nhập câu lạc bộ trước.",
         "There is no club “{found}”. Import the clubs first."},
    Rule{"import.club.ambiguous", "Có nhiều câu lạc bộ tên «{found}»: {choices}. Hãy ghi thêm xã.",
         "Several clubs are named “{found}”: {choices}. Name the commune, too."},
    Rule{"import.club.twice", "Cùng một câu lạc bộ đã có ở dòng {other}.",
         "The same club stands in row {other} already."},
    Rule{"import.member.unknown", "Câu lạc bộ không có thành viên «{found}».",
         "The club has no member “{found}”."},
    Rule{"import.member.ambiguous", "Câu lạc bộ có {count} người tên «{found}». Hãy ghi năm sinh.",
         "The club has {count} people named “{found}”. Write the year of birth."},
    Rule{"import.member.twice", "Cùng một thành viên đã có ở dòng {other}.",
         "The same member stands in row {other} already."},
    Rule{"import.balance.opened_already",
         "Sổ tiền đã mở ngày {known} với số liệu khác; số dư đầu không nhập lại được.",
         "The money book was opened on {known} with other figures; they cannot be imported again."},
    Rule{"import.balance.no_day", "Thiếu ngày của số dư: hãy điền bảng quỹ hoặc dùng --as-of.",
         "The day of the balances is missing: fill in the funds table, or use --as-of."},
    Rule{"import.province.missing", "Chưa có danh mục đơn vị nào: hãy nhập danh mục trước.",
         "There is no list of units yet: import one first."},
    Rule{"import.unknown", "Không có lần nhập «{found}».", "There is no import “{found}”."},
    Rule{"import.undone_already", "Lần nhập «{found}» đã được hoàn tác.",
         "The import “{found}” has been undone already."},

    // Notes: what was taken how, for a reader to look at. They refuse nothing.
    Rule{"import.note.commune_missing",
         "Không ghi xã: câu lạc bộ được đếm, nhưng chưa thuộc xã nào trên bản đồ.",
         "No commune: the club counts, but lies in no commune of the map."},
    Rule{"import.note.village_missing",
         "Không ghi khu dân cư: câu lạc bộ chỉ được tính cho xã, chưa tính vào khu dân cư nào.",
         "No village: the club counts for its commune only, not for any village."},
    Rule{"import.note.village_new", "Khu dân cư mới của {unit}: {names}.",
         "New villages of {unit}: {names}."},
    Rule{"import.note.launch_missing",
         "Không ghi ngày ra mắt: coi là đã hoạt động từ ngày của số liệu ({date}).",
         "No launch date: taken as at work since the day of the figures ({date})."},
    Rule{"import.note.day_missing", "Không ghi ngày của số liệu: lấy ngày {date}.",
         "No day of the figures: {date} is taken."},
    Rule{"import.note.programme_new", "Chương trình mới: {names}.", "New programmes: {names}."},
    Rule{"import.note.district_ignored", "Bản đồ ngày {date} không có cấp huyện: bỏ qua «{found}».",
         "The map of {date} has no districts: “{found}” is passed over."},
    Rule{"import.note.duplicates", "Có thể trùng nhau: {names}, các dòng {rows}.",
         "Perhaps the same: {names}, rows {rows}."},
    Rule{"import.reform.day_missing", "Chưa có ngày hiệu lực của việc sắp xếp đơn vị.",
         "The day on which the reform comes into force is missing."},
    Rule{"import.reform.basis_missing", "Chưa có nghị quyết làm căn cứ sắp xếp đơn vị.",
         "The resolution that the reform rests on is missing."},
    Rule{
        "import.note.certificate",
        "Chứng nhận bảo toàn (câu lạc bộ · thành viên · vốn · dư nợ · quỹ chăm sóc), trước và sau: "
        "{before} {verdict} {after}.",
        "Certificate of conservation (clubs · members · capital · loans · care funds), before and "
        "after: {before} {verdict} {after}."},
    Rule{"import.note.open_decisions",
         "Còn {count} việc phải quyết định: đơn vị chia tách hoặc chưa rõ nhập vào đâu.",
         "{count} decisions stay open: units that are split or whose successor is not known."},
    Rule{"import.note.same_in_book",
         "{name}: sổ của {club} có người cùng tên, có thể là một người: {held}.",
         "{name}: the book of {club} has somebody of that name, perhaps the same: {held}."},
    Rule{"import.note.not_in_file", "{club}: sổ có {count} người không có trong tệp.",
         "{club}: the book has {count} people who are not in the file."},
    Rule{"import.note.young",
         "{name}: sinh năm {year}, ngày {date} chưa đủ 16 tuổi. Năm sinh có đúng không?",
         "{name}: born in {year}, younger than 16 on {date}. Is the year of birth right?"},
    Rule{"import.note.column_unknown", "Cột {column} «{heading}» không được đọc.",
         "Column {column} “{heading}” is not read."},
    Rule{"import.note.row_skipped", "Bỏ qua dòng không phải số liệu: {text}.",
         "A row that is no data is passed over: {text}."},
    Rule{"import.note.sheet_ignored", "Bỏ qua trang «{sheet}».", "Sheet “{sheet}” is passed over."},
    Rule{"import.note.province_founded",
         "Cơ sở dữ liệu còn trống: nạp danh mục đơn vị tỉnh Thanh Hóa và các đề án.",
         "The database is empty: the units of Thanh Hóa and the schemes are loaded."},
    Rule{"import.note.difference", "{club}: số dư {fund} chênh {amount}, ghi vào chênh lệch mở sổ.",
         "{club}: the balances of the {fund} fund differ by {amount}, kept as opening difference."},
};

}  // namespace lth::core::rules
