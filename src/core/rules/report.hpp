// Rules on documents: the template that is filled, and what a document needs to be made.
#pragma once

#include <array>

#include "core/rules/rule.hpp"

namespace lth::core::rules {

inline constexpr std::array report = {
    // The file of the template.
    Rule{"report.not_a_template",
         "Tệp mẫu không phải tệp {wanted}. Hãy mở bằng Word hoặc Excel và lưu lại dạng {wanted}.",
         "The template is not a {wanted} file. Open it in Word or Excel and save it as {wanted}."},
    Rule{"report.broken_archive",
         "Tệp mẫu bị hỏng hoặc chép chưa xong ({detail}). Hãy mở bằng Word hoặc Excel và lưu lại.",
         "The template is damaged or incomplete ({detail}). Open it in Word or Excel and save it "
         "again."},
    Rule{"report.encrypted", "Tệp mẫu được đặt mật khẩu. Hãy bỏ mật khẩu và lưu lại.",
         "The template has a password. Remove it and save the file again."},
    Rule{"report.missing_part", "Tệp mẫu thiếu phần «{part}».",
         "The template lacks its part “{part}”."},
    Rule{"report.broken_xml", "Phần «{part}» của tệp mẫu không đọc được ({detail}).",
         "The part “{part}” of the template cannot be read ({detail})."},
    Rule{"report.too_large", "Tệp mẫu sau khi giải nén vượt quá giới hạn {limit} MiB.",
         "Unpacked, the template is larger than the limit of {limit} MiB."},
    Rule{"report.too_many_parts", "Tệp mẫu có quá {limit} phần.",
         "The template has more than {limit} parts."},
    Rule{"report.too_much_markup",
         "Phần «{part}» của văn bản có quá {limit} thẻ XML, hoặc lồng nhau quá sâu.",
         "The part “{part}” of the document has more than {limit} XML tags, or they nest too "
         "deep."},

    // Its placeholders.
    Rule{"report.placeholder.unknown",
         "Mẫu có chỗ điền «{name}» mà văn bản này không có. Hãy sửa tên hoặc bỏ đi (ở {place}).",
         "The template has a placeholder “{name}” that this document does not know. Correct the "
         "name or take it out (in {place})."},
    Rule{"report.placeholder.open", "Chỗ điền «{name}» mở bằng {{ mà không có }} (ở {place}).",
         "The placeholder “{name}” opens with {{ and has no }} (in {place})."},
    Rule{"report.placeholder.malformed",
         "Chỗ điền «{name}» viết không đúng. Hãy viết như {{ten}} (ở {place}).",
         "The placeholder “{name}” is malformed. Write it like {{name}} (in {place})."},
    Rule{"report.list.unknown", "Mẫu lặp theo danh sách «{name}» mà văn bản không có (ở {place}).",
         "The template repeats a list “{name}” that this document does not have (in {place})."},
    Rule{"report.list.outside",
         "Chỗ điền «{name}» thuộc một danh sách nhưng không nằm trong dòng lặp có {{#…}} (ở "
         "{place}).",
         "The placeholder “{name}” is of a list and stands outside the row that repeats with "
         "{{#…}} (in {place})."},
    Rule{"report.list.two",
         "Một dòng chỉ lặp được một danh sách: «{name}» và «{other}» (ở {place}).",
         "A row repeats one list only: “{name}” and “{other}” (in {place})."},
    Rule{"report.if.open", "Phần {{#if {name}}} không có {{/if}} (ở {place}).",
         "The part {{#if {name}}} has no {{/if}} (in {place})."},
    Rule{"report.if.closed", "Có {{/if}} mà không có {{#if …}} trước nó (ở {place}).",
         "There is a {{/if}} without {{#if …}} before it (in {place})."},

    // What a document needs.
    Rule{"report.unit.needed", "Văn bản này là của một xã, phường: hãy cho mã đơn vị.",
         "This document is of one commune: give its code."},
    Rule{"report.club.needed", "Văn bản này là của một câu lạc bộ: hãy chọn câu lạc bộ.",
         "This document is of one club: choose it."},
    Rule{"report.number.partial",
         "Số văn bản «{value}» thiếu số hoặc ký hiệu. Hãy ghi đủ, như {example}.",
         "The number “{value}” lacks its figure or its symbol. Write both, like {example}."},
    Rule{"report.number.taken",
         "Số «{value}» đã dùng cho văn bản khác của Hội trong năm {year}. Hãy ghi số kế tiếp.",
         "The number “{value}” was given to another document of the association in {year}. "
         "Give the next one."},
    Rule{"report.as_of.future",
         "Hôm nay là {today}: chưa có số liệu của ngày {as_of}. Hãy chọn ngày không sau hôm nay.",
         "Today is {today}: there are no figures of {as_of} yet. Choose a day that is not after "
         "today."},
    Rule{"report.scheme.not_begun",
         "Ngày {as_of} trước ngày đầu kỳ của đề án ({baseline}): chưa có gì để sơ kết, tổng kết.",
         "{as_of} is before the scheme's baseline ({baseline}): there is nothing to review yet."},
    Rule{"report.file.type",
         "Văn bản này là tệp {wanted}, không phải {type}. Hãy đặt tên tệp kết thúc bằng {wanted}.",
         "This document is a {wanted} file, not {type}. Give the file a name that ends with "
         "{wanted}."},
    Rule{"report.care.none", "Không có Quỹ Chăm sóc nào mở trong năm {year}.",
         "No care fund was open in {year}."},
};

}  // namespace lth::core::rules
