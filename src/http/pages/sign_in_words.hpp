// Texts of the sign-in, in both languages.
#pragma once

#include "http/pages/phrase.hpp"

namespace lth::http::pages::words {

inline constexpr Phrase sign_in{"Đăng nhập", "Sign in"};
inline constexpr Phrase my_account{"Tài khoản", "Account"};
inline constexpr Phrase login{"Tên đăng nhập", "Login"};
inline constexpr Phrase password{"Mật khẩu", "Password"};
inline constexpr Phrase code{"Mã sáu số trên điện thoại (nếu có)",
                             "Six digits of your phone (if any)"};
inline constexpr Phrase slip_title{"Có phiếu của cấp trên: đặt mật khẩu",
                                   "With a slip: choose a password"};
inline constexpr Phrase slip{"Mã trên phiếu", "Code on the slip"};
inline constexpr Phrase new_password{"Mật khẩu mới (từ 12 ký tự, một câu dài dễ nhớ)",
                                     "New password (12 characters or more: a long sentence)"};
inline constexpr Phrase save_password{"Đặt mật khẩu", "Save the password"};
inline constexpr Phrase slip_done{"Đã đặt mật khẩu. Bây giờ hãy đăng nhập.",
                                  "The password is saved. Now sign in."};
inline constexpr Phrase signed_in_as{"Đang đăng nhập:", "Signed in as"};
inline constexpr Phrase no_roles{"Hôm nay tài khoản không giữ vai trò nào.",
                                 "The account holds no role today."};
inline constexpr Phrase sign_out{"Đăng xuất", "Sign out"};
inline constexpr Phrase change_password{"Đổi mật khẩu", "Change the password"};
inline constexpr Phrase present_password{"Mật khẩu đang dùng", "Present password"};
inline constexpr Phrase totp_title{"Mã xác thực hai bước", "Two-step codes"};
inline constexpr Phrase totp_begin{"Bắt đầu cài mã hai bước", "Set up two-step codes"};
inline constexpr Phrase totp_type{
    "Mở ứng dụng mã hai bước trên điện thoại, soi mã QR hoặc nhập khóa ở dưới, rồi gõ sáu số nó "
    "hiện:",
    "With the code app on your phone scan the QR code or type the key below it, then type the six "
    "digits that it shows:"};
inline constexpr Phrase totp_qr{"Mã QR của khóa, có bằng chữ ở dưới",
                                "QR code of the key, which stands below as text"};
inline constexpr Phrase totp_open{"Mở ứng dụng mã hai bước trên máy này",
                                  "Open the code app of this device"};
inline constexpr Phrase totp_digits{"Sáu số", "Six digits"};
inline constexpr Phrase totp_confirm{"Xong", "Done"};
inline constexpr Phrase totp_on{"Mã hai bước đang bật.", "Two-step codes are on."};
inline constexpr Phrase role_club_board{"Ban chủ nhiệm câu lạc bộ", "Club board"};
inline constexpr Phrase role_commune{"Cán bộ xã, phường", "Commune officer"};
inline constexpr Phrase role_district{"Cán bộ huyện, cụm (xem sổ đã đóng)",
                                      "District or cluster officer (closed history)"};
inline constexpr Phrase role_province{"Cán bộ tỉnh", "Province officer"};
inline constexpr Phrase role_steering{"Ban chỉ đạo (xem số liệu)", "Steering board (figures)"};
inline constexpr Phrase role_auditor{"Kiểm toán", "Auditor"};
inline constexpr Phrase role_administrator{"Quản trị hệ thống", "Administrator"};
inline constexpr Phrase photo{"Xem ảnh", "See the photograph"};
inline constexpr Phrase part_withheld{"không hiện với vai trò này", "not shown to this role"};
inline constexpr Phrase reason_title{"Xem tên người", "See names"};
inline constexpr Phrase reason_note{
    "Tên người ở sổ này chỉ mở khi có lý do. Lý do được lưu lại, xã nhìn thấy, và mở trong 30 "
    "phút.",
    "Names of this book open for a reason only. It is logged, shown to the commune, and opens them "
    "for 30 minutes."};
inline constexpr Phrase reason{"Lý do", "Reason"};
inline constexpr Phrase reason_give{"Ghi lý do và xem", "Give the reason and look"};

}  // namespace lth::http::pages::words
