// Rules of the registry book and of the scheme files whose text it records.
#pragma once

#include <array>

#include "core/rules/rule.hpp"

namespace lth::core::rules {

inline constexpr std::array registry = {
    Rule{"registry.id", "Mã «{id}» chỉ được gồm chữ thường không dấu, chữ số và gạch nối.",
         "The id “{id}” may only have lower-case letters, digits and hyphens."},
    Rule{"registry.same_day", "Đã có một bản khác hiệu lực từ ngày {from}.",
         "Another version is in force from {from} already."},
    Rule{"registry.scheme.unknown", "Không có đề án «{scheme}».", "There is no scheme “{scheme}”."},
    Rule{"registry.programme.exists", "Mã {programme} đã dùng cho chương trình «{name}».",
         "The id {programme} belongs to the programme “{name}”."},
    Rule{"registry.cluster.twice", "Một xã được nêu hai lần trong cụm.",
         "A commune is named twice in the cluster."},
    Rule{"registry.cluster.taken", "{commune} đã thuộc cụm «{cluster}».",
         "{commune} belongs to the cluster “{cluster}”."},
    Rule{"registry.claim.words", "Số liệu bằng lời phải ghi rõ lời.",
         "A claim in words must give the words."},
    Rule{"registry.claim.value", "Thiếu giá trị của số liệu.",
         "The value of the claim is missing."},
    Rule{"registry.claim.range", "Giá trị {value} nằm ngoài giới hạn.",
         "The value {value} is out of range."},
    Rule{"registry.claim.exists", "Văn bản này đã có số liệu «{measure}» của ngày đó.",
         "The document claims “{measure}” of that day already."},

    Rule{"registry.reversal.unknown", "Không có thao tác số {op_index} của bút toán {entry_id}.",
         "There is no operation {op_index} of the entry {entry_id}."},
    Rule{"registry.reversal.already", "Thao tác này đã được hủy.",
         "The operation has been reversed already."},
    Rule{"registry.reversal.kind", "Không hủy được «{op}»: hãy ghi lại thao tác.",
         "“{op}” cannot be reversed: record the operation again."},
    Rule{"registry.reversal.depended_on",
         "«{op}» của bút toán số {seq} (thao tác {op_index}) còn dựa vào thao tác này.",
         "“{op}” of entry number {seq} (operation {op_index}) depends on this operation."},

    Rule{"scheme.not_toml", "Dòng {line}: không phải TOML hợp lệ ({detail}).",
         "Line {line}: not valid TOML ({detail})."},
    Rule{"scheme.too_large", "Đề án dài {bytes} byte, quá giới hạn {limit} byte.",
         "The scheme has {bytes} bytes, more than the limit of {limit}."},
    Rule{"scheme.missing", "Thiếu «{key}».", "“{key}” is missing."},
    Rule{"scheme.wrong_type", "«{key}» phải là {expected}.", "“{key}” must be {expected}."},
    Rule{"scheme.unknown_key", "Không có trường «{key}».", "There is no field “{key}”."},
    Rule{"scheme.value", "«{key}»: «{text}» không hợp lệ.", "“{key}”: “{text}” is not valid."},
    Rule{"scheme.period", "Ngày kết thúc {ends} sớm hơn ngày bắt đầu {begins}.",
         "The end {ends} is before the beginning {begins}."},
    Rule{"scheme.target_twice", "Chỉ tiêu {target} được nêu hai lần.",
         "The target {target} is named twice."},
    Rule{"scheme.target_order",
         "Phải có đủ các chỉ tiêu theo thứ tự; chờ {expected}, gặp {target}.",
         "All targets must stand in their order; expected {expected}, found {target}."},
    Rule{"scheme.goal", "Chỉ tiêu {target}: mục tiêu {goal} nằm ngoài giới hạn (đến {limit}).",
         "Target {target}: the goal {goal} is out of range (up to {limit})."},
};

}  // namespace lth::core::rules
