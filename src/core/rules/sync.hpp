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
    Rule{"sync.case.unknown", "Không có bản ghi nào đang chờ xử lý mang mã này.",
         "No entry that waits for a decision has this id."},
    Rule{"sync.case.closed", "Bản ghi này đã được giải quyết.",
         "This entry has been decided already."},
    Rule{"sync.case.replaced",
         "Cán bộ đã ghi bản này vào sổ dưới tên mình: không gửi lại bản sửa nữa.",
         "An officer has recorded this entry under his own name: its mended form is not needed."},
    Rule{"sync.case.too_many",
         "Máy chủ đang giữ quá nhiều bản ghi bị từ chối của người gửi ở sổ này. Bản ghi này chờ "
         "trên máy đến khi cán bộ giải quyết bớt.",
         "The server keeps too many refused entries of this sender and book. This one waits on the "
         "device until an officer has decided some."},
    Rule{"sync.case.nothing_stands", "Trong sổ không có buổi sinh hoạt nào để thay.",
         "The book holds no meeting that this one could replace."},
    Rule{"sync.case.no_meeting", "Bản ghi này không có buổi sinh hoạt nào.",
         "This entry holds no meeting."},
    Rule{"sync.case.reason", "Hãy ghi lý do, từ 1 đến 300 byte.",
         "Write the reason, 1 to 300 bytes."},
    Rule{"role.case.not_allowed", "Chỉ cán bộ phụ trách câu lạc bộ mới được giải quyết việc này.",
         "Only the officer over the club may decide this."},
    Rule{"role.card.not_allowed",
         "Chỉ cán bộ phụ trách câu lạc bộ hoặc quản trị mới được làm việc này với máy của câu lạc "
         "bộ.",
         "Only the officer over the club or an administrator may do this with a club's phones."},
    Rule{"role.leave.not_allowed", "Chỉ quản trị mới được cho phép lấy lại sổ từ máy.",
         "Only an administrator may let phones bring a book back."},
    Rule{"role.person.not_allowed", "Vai trò của bạn không được xem hồ sơ của một người.",
         "Your role may not see the record of one person."},
    Rule{"device.leave.hours", "Thời gian cho phép phải từ 1 đến {most} giờ.",
         "Leave is given for 1 to {most} hours."},
    Rule{"person.reason", "Hãy ghi lý do xem hồ sơ, 10 đến 500 ký tự trên một dòng.",
         "Write why you open the record, in 10 to 500 characters on one line."},
    Rule{"device.none", "Không có máy nào mang mã này.", "No phone has this id."},
    Rule{"person.unknown", "Sổ không có người nào mang mã {person}.",
         "The book knows nobody with the id {person}."},
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
    Rule{"check.code.unreadable", "Mã biên bản gồm 16 chữ và số, bốn nhóm bốn ký tự.",
         "The code of minutes has 16 letters and digits in four groups."},
    Rule{"device.card.not_club", "Sổ {book} không phải sổ của một câu lạc bộ.",
         "Book {book} is not a club's."},

    Rule{"paper.draft.too_long", "Phiếu đang nhập dài quá {limit} byte.",
         "The paper that is typed takes more than {limit} bytes."},

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
