// Rules on questions: what is asked for, and how a request asks for it.
#pragma once

#include <array>

#include "core/rules/rule.hpp"

namespace lth::core::rules {

inline constexpr std::array reading = {
    // What is asked for.
    Rule{"question.date.malformed", "Ngày «{value}» không đọc được. Hãy viết như 2020-09-30.",
         "The date “{value}” cannot be read. Write it like 2020-09-30."},
    Rule{"question.time.malformed",
         "Thời điểm «{value}» không đọc được. Hãy viết như 2026-06-30 hoặc 2026-06-30T12:00:00Z.",
         "The time “{value}” cannot be read. Write it like 2026-06-30 or 2026-06-30T12:00:00Z."},
    Rule{"question.number.malformed", "«{value}» không phải là số từ {low} đến {high}.",
         "“{value}” is not a number from {low} to {high}."},
    Rule{"question.choice.unknown", "Không có lựa chọn «{value}».",
         "There is no choice “{value}”."},
    Rule{"question.year.ahead", "Đến ngày {date} năm {year} chưa bắt đầu.",
         "By {date} the year {year} has not begun."},
    Rule{"question.period.long", "Kỳ báo cáo dài nhất là {years} năm.",
         "A period to report is {years} years at most."},
    Rule{"question.unit.unknown", "Không có đơn vị «{unit}» trên bản đồ ngày {date}.",
         "There is no unit “{unit}” on the map of {date}."},
    Rule{"question.scheme.unknown", "Không có đề án «{scheme}».", "There is no scheme “{scheme}”."},
    Rule{"question.scheme.none", "Chưa có đề án nào được ghi.", "No scheme is on record yet."},
    Rule{"question.club.unknown", "Không có câu lạc bộ «{club}».", "There is no club “{club}”."},
    Rule{"question.book.unknown", "Không có sổ «{book}».", "There is no book “{book}”."},
    Rule{"question.criteria.none",
         "Chưa có bộ tiêu chí xếp loại nào. Hãy ban hành một bộ trong mục Đề án.",
         "There are no criteria for rating yet. Adopt a version under Schemes."},
    Rule{"question.file.unknown", "Sổ này không có tệp «{file}».",
         "This book has no file “{file}”."},
    Rule{"question.entry.unknown", "Sổ này không có bút toán số {seq}.",
         "This book has no entry {seq}."},

    // What is adopted, or would be.
    Rule{"adoption.scheme.other", "Văn bản là của đề án «{other}», không phải «{scheme}».",
         "The text is of the scheme “{other}”, not “{scheme}”."},
    Rule{"adoption.scheme.taken", "Mã «{scheme}» đã là của một đề án khác.",
         "The id “{scheme}” belongs to another scheme."},
    Rule{"adoption.scheme.no_target", "Đề án phải có ít nhất một chỉ tiêu.",
         "A scheme has at least one target."},
    Rule{"adoption.target.unknown", "Chưa có văn bản nào nêu chỉ tiêu {target} để chép.",
         "No document names the target {target} yet: there is nothing to copy."},

    // How a request asks.
    Rule{"http.request.malformed", "Yêu cầu không đúng giao thức HTTP.",
         "The request is not HTTP."},
    Rule{"http.header.too_large", "Phần đầu của yêu cầu lớn hơn {limit} byte.",
         "The header of the request is larger than {limit} bytes."},
    Rule{"http.body.too_large", "Nội dung yêu cầu lớn hơn {limit} byte.",
         "The body of the request is larger than {limit} bytes."},
    Rule{"http.body.not_gzip", "Nội dung yêu cầu không phải gzip nguyên vẹn.",
         "The body of the request is not whole gzip."},
    Rule{"http.encoding.unknown",
         "Nội dung gửi ở dạng «{encoding}» không đọc được ở đây. Hãy gửi không nén.",
         "A body encoded as “{encoding}” cannot be read here. Send it plain."},
    Rule{"http.too_many", "Quá nhiều yêu cầu từ một nơi. Hãy thử lại sau {seconds} giây.",
         "Too many requests from one place. Try again in {seconds} seconds."},
    Rule{"http.target.too_long", "Địa chỉ dài hơn {limit} byte.",
         "The address is longer than {limit} bytes."},
    Rule{"http.target.malformed", "Địa chỉ viết không đúng.", "The address is malformed."},
    Rule{"http.parameter.unknown", "Không có tham số «{name}» ở đây. Có: {known}.",
         "There is no parameter “{name}” here. There are: {known}."},
    Rule{"http.parameter.twice", "Tham số «{name}» được ghi hai lần.",
         "The parameter “{name}” is given twice."},
    Rule{"http.parameter.too_long", "Tham số dài hơn {limit} byte hoặc quá nhiều tham số.",
         "A parameter is longer than {limit} bytes, or there are too many."},
    Rule{"http.path.unknown", "Không có trang nào ở địa chỉ này.",
         "There is no page at this address."},
    Rule{"http.method.unknown", "Địa chỉ này chỉ nhận {allowed}.",
         "This address takes {allowed} only."},
    Rule{"http.server.busy", "Máy chủ đang bận. Hãy thử lại sau ít giây.",
         "The server is busy. Try again in a few seconds."},
    Rule{"http.server.fault", "Máy chủ gặp sự cố. Việc này đã được ghi vào nhật ký.",
         "The server has met a fault. It has been logged."},
    Rule{"http.listen.malformed",
         "Địa chỉ lắng nghe «{value}» không đọc được. Hãy viết như 127.0.0.1:8080.",
         "The address to listen on, “{value}”, cannot be read. Write it like 127.0.0.1:8080."},
    Rule{"http.proxy.malformed",
         "Địa chỉ máy trung gian «{value}» không đọc được. Hãy viết như 127.0.0.1 hoặc ::1.",
         "The address of the proxy, “{value}”, cannot be read. Write it like 127.0.0.1 or ::1."},

    // The server's certificate.
    Rule{"tls.certificate.unreadable",
         "Không đọc được chứng thư trong tệp {file}. Tệp phải ở dạng PEM.",
         "There is no certificate to read in {file}. It must be PEM."},
    Rule{"tls.certificate.expired", "Chứng thư trong tệp {file} đã hết hạn.",
         "The certificate in {file} has expired."},
    Rule{"tls.certificate.not_yet", "Chứng thư trong tệp {file} chưa đến ngày có hiệu lực.",
         "The certificate in {file} is not valid yet."},
    Rule{"tls.key.unreadable",
         "Không đọc được khóa trong tệp {file}. Tệp phải ở dạng PEM, không mật khẩu.",
         "There is no key to read in {file}. It must be PEM, without a password."},
    Rule{"tls.key.other", "Khóa trong tệp {file} không phải khóa của chứng thư.",
         "The key in {file} is not the certificate's."},
};

}  // namespace lth::core::rules
