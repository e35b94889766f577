// Rules on the form of an entry, the same for every book.
#pragma once

#include <array>

#include "core/rules/rule.hpp"

namespace lth::core::rules {

inline constexpr std::array entry = {
    Rule{"entry.not_json", "Nội dung không phải JSON hợp lệ ({detail}).",
         "The text is not valid JSON ({detail})."},
    Rule{"entry.not_utf8", "Nội dung không phải UTF-8 hợp lệ.", "The text is not valid UTF-8."},
    Rule{"entry.nul_character", "Nội dung chứa ký tự rỗng (U+0000).",
         "The text contains the character U+0000."},
    Rule{"entry.too_large", "Nội dung dài {bytes} byte, quá giới hạn {limit} byte.",
         "The text has {bytes} bytes, more than the limit of {limit}."},
    Rule{"entry.too_deep", "JSON lồng quá {limit} tầng.",
         "The JSON is nested deeper than {limit} levels."},
    Rule{"entry.too_many_ops", "Bút toán có {count} thao tác, quá giới hạn {limit}.",
         "The entry has {count} operations, more than the limit of {limit}."},
    Rule{"entry.no_ops", "Bút toán không có thao tác nào.", "The entry has no operation."},
    Rule{"entry.duplicate_key", "Trường «{key}» xuất hiện hai lần.",
         "The field “{key}” appears twice."},
    Rule{"entry.not_integer", "Trường «{key}» phải là số nguyên.",
         "The field “{key}” must be an integer."},
    Rule{"entry.unknown_op", "Không có loại thao tác «{op}» trong sổ này.",
         "There is no operation “{op}” in this kind of book."},
    Rule{"entry.unknown_field", "Trường «{key}» không có trong «{op}».",
         "“{op}” has no field “{key}”."},
    Rule{"entry.missing_field", "Thiếu trường «{key}» trong «{op}».",
         "The field “{key}” of “{op}” is missing."},
    Rule{"entry.wrong_type", "Trường «{key}» của «{op}» phải là {expected}.",
         "The field “{key}” of “{op}” must be {expected}."},
    Rule{"entry.out_of_range", "Trường «{key}» của «{op}» nằm ngoài giới hạn ({limit}).",
         "The field “{key}” of “{op}” is out of range ({limit})."},
    Rule{"entry.dated_ahead", "Ngày {on} muộn hơn ngày mai ({limit}).",
         "The date {on} is later than tomorrow ({limit})."},
    Rule{"entry.wrong_book", "Thao tác thuộc loại sổ khác.",
         "The operation belongs to another kind of book."},
    Rule{"entry.id_used_otherwise", "Mã bút toán đã dùng cho một nội dung khác.",
         "The entry id has been used with another content."},
    Rule{"entry.device_seq_used", "Số thứ tự {device_seq} của thiết bị đã dùng trong sổ này.",
         "The number {device_seq} of the device has been used in this book."},
    Rule{"part.unknown", "Thao tác nhắc tới phần riêng số {part} không có trong bút toán.",
         "The operation names private part {part}, which the entry does not hold."},
    Rule{"part.unused", "Phần riêng số {part} không được thao tác nào nhắc tới.",
         "No operation names private part {part}."},
    Rule{"part.named_twice", "Phần riêng số {part} được nhắc tới hai lần.",
         "Private part {part} is named twice."},
    Rule{"part.wrong_order", "Các phần riêng phải đánh số 1, 2, 3 … theo thứ tự.",
         "Private parts must be numbered 1, 2, 3 … in order."},
    Rule{"part.bad_content",
         "Phần riêng số {part}: trường «{key}» không hợp lệ với loại «{class}».",
         "Private part {part}: field “{key}” is not valid for class “{class}”."},
    Rule{"chain.broken", "Chuỗi băm đứt tại số {seq}.", "The hash chain is broken at {seq}."},
};

}  // namespace lth::core::rules
