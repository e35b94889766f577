// Rules on files that officers hand in at the desk, before and beside what stands in them.
#pragma once

#include <array>

#include "core/rules/rule.hpp"

namespace lth::core::rules {

inline constexpr std::array import_desk = {
    Rule{"import.not_allowed", "Bạn không có quyền nhập loại bảng này.",
         "You may not take in tables of this kind."},
    Rule{"import.not_your_club", "Câu lạc bộ «{found}» không thuộc địa bàn của bạn.",
         "The club “{found}” is not in your commune."},
    Rule{"import.needs_province",
         "Lần nhập này đã ghi cả vào sổ của tỉnh (bản đồ, đề án): chỉ tỉnh hoàn tác được.",
         "This import wrote into the province's books, too (map, schemes): only the province can "
         "undo it."},
    Rule{"import.village.needs_province",
         "Khu dân cư «{found}» của {unit} chưa có trên bản đồ: tỉnh ghi khu dân cư trước, rồi xã "
         "mới nhập được.",
         "The map does not have the village “{found}” of {unit}: the province records it first."},
    Rule{"import.gone",
         "Máy chủ không còn giữ tệp nào của bạn. Chưa ghi gì thêm; hãy chọn tệp lại.",
         "The server holds no file of yours any more. Nothing more was written; choose it again."},
    Rule{"import.busy", "Tệp trước đang được đọc hoặc ghi: hãy đợi xong hoặc bấm dừng.",
         "The file before is still being read or written: wait, or stop it."},
    Rule{"import.desk_full",
         "Máy chủ đang giữ {limit} tệp chờ ghi của người khác; lát nữa hãy thử lại.",
         "The server holds {limit} files of others that wait; try again later."},
    Rule{"import.has_errors", "Tệp còn {count} lỗi: hãy sửa rồi chọn lại tệp.",
         "There are {count} errors in the file: mend them and choose it again."},
    Rule{"import.nothing_to_write", "Tệp không có gì mới so với sổ.",
         "The file says nothing that the books do not."},
    Rule{"import.workbook_empty", "Ở đơn vị này bạn không có sổ câu lạc bộ nào để tải.",
         "You have no club's book to take out in this unit."},
    Rule{"import.failed", "Máy chủ gặp lỗi: {reason}", "The server met a fault: {reason}"},
    Rule{"import.not_file", "Tệp phải được gửi nguyên (Content-Type: application/octet-stream).",
         "A file must be sent as it is (Content-Type: application/octet-stream)."},
};

}  // namespace lth::core::rules
