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
};

}  // namespace lth::core::rules
