// Rules on spreadsheets that are read: the file, its table, its cells.
#pragma once

#include <array>

#include "core/rules/rule.hpp"

namespace lth::core::rules {

inline constexpr std::array sheet = {
    // The file.
    Rule{"sheet.empty_file", "Tệp rỗng.", "The file is empty."},
    Rule{"sheet.old_excel",
         "Tệp là Excel kiểu cũ (.xls) hoặc được đặt mật khẩu. Hãy bỏ mật khẩu và lưu lại dạng "
         ".xlsx.",
         "The file is an old Excel file (.xls) or has a password. Remove the password and save it "
         "as .xlsx."},
    Rule{"sheet.not_a_workbook",
         "Tệp không phải bảng tính Excel (.xlsx) hay CSV. Hãy mở bằng Excel và lưu lại dạng .xlsx.",
         "The file is neither an Excel workbook (.xlsx) nor CSV. Open it in Excel and save it as "
         ".xlsx."},
    Rule{"sheet.broken_archive",
         "Tệp .xlsx bị hỏng hoặc chép chưa xong ({detail}). Hãy mở bằng Excel và lưu lại.",
         "The .xlsx file is damaged or incomplete ({detail}). Open it in Excel and save it again."},
    Rule{"sheet.encrypted", "Tệp được đặt mật khẩu. Hãy bỏ mật khẩu và lưu lại.",
         "The file has a password. Remove it and save the file again."},
    Rule{"sheet.missing_part", "Tệp .xlsx thiếu phần «{part}».",
         "The .xlsx file lacks its part “{part}”."},
    Rule{"sheet.broken_xml", "Phần «{part}» của tệp .xlsx không đọc được ({detail}).",
         "The part “{part}” of the .xlsx file cannot be read ({detail})."},
    Rule{"sheet.broken_cell", "Ô {cell} của trang «{sheet}» không đọc được.",
         "Cell {cell} of sheet “{sheet}” cannot be read."},
    Rule{"sheet.not_utf8",
         "Chữ trong tệp không phải UTF-8. Hãy lưu lại dạng «CSV UTF-8» hoặc .xlsx.",
         "The text of the file is not UTF-8. Save it as “CSV UTF-8” or .xlsx."},
    Rule{"sheet.open_quote", "Dấu nháy kép mở ở dòng {row} không được đóng.",
         "The double quote opened in row {row} is never closed."},
    Rule{"sheet.too_large", "Tệp sau khi giải nén vượt quá giới hạn {limit} MiB.",
         "Unpacked, the file is larger than the limit of {limit} MiB."},
    Rule{"sheet.too_many_parts", "Tệp .xlsx có quá {limit} phần.",
         "The .xlsx file has more than {limit} parts."},
    Rule{"sheet.too_much_markup", "Phần «{part}» có quá {limit} thẻ XML.",
         "The part “{part}” has more than {limit} XML tags."},
    Rule{"sheet.too_many_sheets", "Tệp có quá {limit} trang tính.",
         "The file has more than {limit} sheets."},
    Rule{"sheet.too_many_rows", "Trang «{sheet}» có quá {limit} dòng.",
         "Sheet “{sheet}” has more than {limit} rows."},
    Rule{"sheet.too_many_columns", "Trang «{sheet}» có quá {limit} cột.",
         "Sheet “{sheet}” has more than {limit} columns."},
    Rule{"sheet.too_many_cells", "Tệp có quá {limit} ô.", "The file has more than {limit} cells."},

    // The table.
    Rule{"sheet.no_table",
         "Không tìm thấy bảng «{kind}» trong tệp. Dòng tiêu đề phải nằm trong {limit} dòng đầu và "
         "có các cột: {columns}.",
         "There is no table “{kind}” in the file. Its row of headings must be among the first "
         "{limit} rows and have the columns: {columns}."},
    Rule{"sheet.missing_column", "Trang «{sheet}» thiếu cột «{column}».",
         "Sheet “{sheet}” lacks the column “{column}”."},
    Rule{"sheet.column_twice", "Trang «{sheet}» có hai cột «{column}» (cột {first} và {second}).",
         "Sheet “{sheet}” has the column “{column}” twice (columns {first} and {second})."},
    Rule{"sheet.no_rows", "Bảng «{kind}» không có dòng nào.", "The table “{kind}” has no rows."},
    Rule{"sheet.more_errors", "Còn lỗi khác: chỉ liệt kê {limit} lỗi đầu.",
         "There are more errors: only the first {limit} are listed."},

    // The cells.
    Rule{"sheet.cell_missing", "Dòng {row}: ô «{column}» còn trống.",
         "Row {row}: the cell “{column}” is empty."},
    Rule{"sheet.cell_error",
         "Dòng {row}, cột «{column}»: công thức báo lỗi {found}. Hãy sửa công thức hoặc nhập số.",
         "Row {row}, column “{column}”: the formula gives the error {found}. Mend it or type the "
         "value."},
    Rule{"sheet.text_too_long", "Dòng {row}, cột «{column}»: chữ dài quá {limit} ký tự.",
         "Row {row}, column “{column}”: the text has more than {limit} characters."},
    Rule{"sheet.text_became_date",
         "Dòng {row}, cột «{column}»: Excel đã đổi số thành ngày ({found}). Hãy định dạng cột là "
         "«Text» và nhập lại.",
         "Row {row}, column “{column}”: Excel turned the number into a date ({found}). Format the "
         "column as “Text” and type it again."},
    Rule{"sheet.not_a_date",
         "Dòng {row}, cột «{column}»: «{found}» không phải ngày. Hãy ghi như 30/09/2020.",
         "Row {row}, column “{column}”: “{found}” is not a date. Write it like 30/09/2020."},
    Rule{"sheet.no_such_day",
         "Dòng {row}, cột «{column}»: không có ngày «{found}». Hãy ghi ngày/tháng/năm.",
         "Row {row}, column “{column}”: there is no such day as “{found}”. Write day/month/year."},
    Rule{
        "sheet.day_missing",
        "Dòng {row}, cột «{column}»: «{found}» chưa đủ ngày, tháng, năm. Hãy ghi đủ hoặc để trống.",
        "Row {row}, column “{column}”: “{found}” is not a full date. Write day, month and year, or "
        "leave the cell empty."},
    Rule{"sheet.short_year",
         "Dòng {row}, cột «{column}»: năm của «{found}» phải ghi đủ bốn chữ số.",
         "Row {row}, column “{column}”: write the year of “{found}” with four digits."},
    Rule{"sheet.date_out_of_range",
         "Dòng {row}, cột «{column}»: «{found}» nằm ngoài khoảng năm 1900 đến 2199.",
         "Row {row}, column “{column}”: “{found}” lies outside the years 1900 to 2199."},
    Rule{"sheet.not_a_number", "Dòng {row}, cột «{column}»: «{found}» không phải số.",
         "Row {row}, column “{column}”: “{found}” is not a number."},
    Rule{"sheet.not_whole", "Dòng {row}, cột «{column}»: «{found}» phải là số nguyên.",
         "Row {row}, column “{column}”: “{found}” must be a whole number."},
    Rule{"sheet.number_negative", "Dòng {row}, cột «{column}»: «{found}» không được âm.",
         "Row {row}, column “{column}”: “{found}” must not be negative."},
    Rule{"sheet.number_too_large", "Dòng {row}, cột «{column}»: «{found}» lớn hơn {limit}.",
         "Row {row}, column “{column}”: “{found}” is larger than {limit}."},
    Rule{"sheet.number_too_small", "Dòng {row}, cột «{column}»: «{found}» nhỏ hơn {limit}.",
         "Row {row}, column “{column}”: “{found}” is smaller than {limit}."},
    Rule{"sheet.number_ambiguous",
         "Dòng {row}, cột «{column}»: «{found}» có thể hiểu hai cách. Hãy ghi số đầy đủ, "
         "ví dụ 1.500.000.",
         "Row {row}, column “{column}”: “{found}” can be read in two ways. Write the whole number, "
         "for example 1.500.000."},
    Rule{"sheet.money_unit_missing",
         "Dòng {row}, cột «{column}»: «{found}» đồng quá nhỏ. Nếu tính bằng triệu đồng, hãy ghi "
         "«(triệu đồng)» vào tiêu đề cột.",
         "Row {row}, column “{column}”: “{found}” đồng is too little. If it is in millions, write "
         "“(triệu đồng)” in the heading of the column."},
    Rule{"sheet.not_a_share",
         "Dòng {row}, cột «{column}»: «{found}» không phải tỷ lệ. Hãy ghi như "
         "70 %.",
         "Row {row}, column “{column}”: “{found}” is not a share. Write it like 70 %."},
    Rule{"sheet.share_ambiguous",
         "Dòng {row}, cột «{column}»: không rõ «{found}» là phần trăm hay phần của 1. Hãy ghi kèm "
         "dấu %.",
         "Row {row}, column “{column}”: is “{found}” per cent or a part of 1? Write the % sign."},
    Rule{"sheet.not_in_list",
         "Dòng {row}, cột «{column}»: «{found}» không có trong danh sách ({choices}).",
         "Row {row}, column “{column}”: “{found}” is not in the list ({choices})."},
    Rule{"sheet.not_a_phone", "Dòng {row}, cột «{column}»: «{found}» không phải số điện thoại.",
         "Row {row}, column “{column}”: “{found}” is not a telephone number."},
    Rule{"sheet.part_above_whole",
         "Dòng {row}, cột «{column}»: {found} lớn hơn cột «{whole}» ({limit}).",
         "Row {row}, column “{column}”: {found} is more than column “{whole}” ({limit})."},
    Rule{"sheet.dates_out_of_order",
         "Dòng {row}, cột «{column}»: {found} sớm hơn «{earlier}» ({limit}).",
         "Row {row}, column “{column}”: {found} is before “{earlier}” ({limit})."},
    Rule{"sheet.two_values", "Dòng {row}: cột «{column}» và «{other}» không thể cùng có giá trị.",
         "Row {row}: columns “{column}” and “{other}” cannot both have a value."},
};

}  // namespace lth::core::rules
