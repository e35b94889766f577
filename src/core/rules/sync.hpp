// Rules on devices and on what they send.
#pragma once

#include <array>

#include "core/rules/rule.hpp"

namespace lth::core::rules {

inline constexpr std::array sync = {
    Rule{"replica.needs_update",
         "Sổ có ghi chép mà ứng dụng trên máy này chưa hiểu: hãy cập nhật ứng dụng.",
         "The book holds records that this app does not know yet: update the app."},
    Rule{"sync.device.other", "Bút toán do một thiết bị khác lập.",
         "The entry was made by another device."},
    Rule{"sync.device.revoked", "Thiết bị này đã bị thu hồi quyền ghi sổ.",
         "This device may no longer write to books."},
    Rule{"sync.author.other", "Người lập bút toán không phải người gửi.",
         "The author of the entry is not its sender."},
    Rule{"sync.book.no_right", "Người gửi không có quyền ghi sổ này.",
         "The sender has no right over this book."},
    Rule{"role.operation.not_allowed", "Vai trò của người gửi không được ghi nghiệp vụ {op}.",
         "The sender's role may not record {op}."},
    Rule{"device.unknown", "Máy chủ không biết thiết bị này: hãy quét lại thẻ của câu lạc bộ.",
         "The server does not know this device: scan the club's card again."},
    Rule{"device.id_used", "Thiết bị này đã được gắn với một sổ khác hoặc bằng thẻ khác.",
         "This device is bound already, to another book or by another card."},
    Rule{"device.name.malformed", "Tên thiết bị cần 1 đến 80 byte, trên một dòng.",
         "A device's name takes 1 to 80 bytes on one line."},
    Rule{"device.card.malformed", "Mã thẻ gồm 16 chữ và số, bốn nhóm bốn ký tự.",
         "A card's code has 16 letters and digits in four groups."},
    Rule{"device.card.unknown", "Không có thẻ nào mang mã này.", "No card has this code."},
    Rule{"device.card.expired", "Thẻ đã hết hạn: hãy xin cán bộ xã in thẻ mới.",
         "The card has expired: ask the commune's officer for a new one."},
    Rule{"device.card.spent", "Thẻ đã gắn một máy khác: hãy xin cán bộ xã in thẻ mới.",
         "The card has bound another phone: ask the commune's officer for a new one."},
    Rule{"device.card.not_club", "Sổ {book} không phải sổ của một câu lạc bộ.",
         "Book {book} is not a club's."},

    // Photographs of papers.
    Rule{"attachment.digest.malformed", "Mã băm của ảnh gồm 64 chữ số thập lục phân viết thường.",
         "An attachment's digest has 64 lower-case hexadecimal digits."},
    Rule{"attachment.too_large", "Ảnh lớn hơn {limit} byte.",
         "The attachment is larger than {limit} bytes."},
    Rule{"attachment.not_jpeg", "Ảnh đính kèm phải là JPEG nguyên vẹn.",
         "An attachment must be a whole JPEG."},
    Rule{"attachment.other_digest", "Nội dung ảnh không khớp mã băm của nó.",
         "The attachment's content has another digest."},
    Rule{"attachment.other_size", "Sổ ghi ảnh này có {bytes} byte.",
         "The book says that this attachment has {bytes} bytes."},
    Rule{"attachment.not_named", "Chưa có bút toán nào của sổ nêu ảnh này: hãy gửi bút toán trước.",
         "No entry of the book names this attachment: send the entry first."},
    Rule{"attachment.unknown", "Máy chủ không giữ ảnh này (chưa gửi, hoặc đã hết hạn lưu).",
         "The server does not hold this attachment (not sent, or kept long enough)."},
    Rule{"attachment.not_readable", "Vai trò này không được xem ảnh của sổ.",
         "This role may not see the book's attachments."},
};

}  // namespace lth::core::rules
