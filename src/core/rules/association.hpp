// Rules of the association's book. What the club's book has a rule for already (amounts, reversals,
// reports) is not said twice.
#pragma once

#include <array>

#include "core/rules/rule.hpp"

namespace lth::core::rules {

inline constexpr std::array association = {
    // The book
    Rule{"association.not_registered", "Sổ chưa ghi đây là sổ của hội nào.",
         "The book does not say yet whose it is."},
    Rule{"association.registered_already", "Sổ đã ghi hội sở hữu từ {limit}.",
         "The book has been registered since {limit}."},
    Rule{"association.branch", "Quỹ của ban đại diện nằm trong sổ của tỉnh, không có sổ riêng.",
         "The branch's fund stands in the province's book; it has no book of its own."},

    // The care fund
    Rule{"care.wrong_level", "Quỹ cấp «{level}» không thuộc sổ này.",
         "The fund of level “{level}” does not belong to this book."},
    Rule{"care.not_opened", "Quỹ chăm sóc cấp «{level}» chưa mở vào ngày {on}.",
         "The care fund of level “{level}” is not open on {on}."},
    Rule{"care.opened_already", "Quỹ chăm sóc cấp «{level}» đã mở từ {limit}.",
         "The care fund of level “{level}” has been open since {limit}."},
    Rule{"care.opened.purpose_twice", "Mục đích «{purpose}» được ghi hai lần.",
         "The purpose “{purpose}” is named twice."},
    Rule{"care.closed_already", "Quỹ chăm sóc cấp «{level}» đã đóng ngày {limit}.",
         "The care fund of level “{level}” was closed on {limit}."},
    Rule{"care.closed.not_empty", "Quỹ đã đóng mà {account} còn {amount}.",
         "The fund is closed, but {account} still holds {amount}."},
    Rule{"care.bound.wrong_purpose",
         "Tiền được tặng riêng cho «{bound_to}» không dùng được cho «{purpose}».",
         "Money bound to “{bound_to}” cannot be used for “{purpose}”."},
    Rule{"care.spent.above_available", "Nguồn {account} không đủ: thiếu {amount}.",
         "{account} does not hold enough: {amount} is missing."},
    Rule{"care.granted.form", "Hiện vật chỉ cấp và hoàn lại bằng hiện vật.",
         "Goods are granted, and returned, as goods only."},
    Rule{"care.grant_known", "Mã cấp hỗ trợ {grant} đã dùng.", "Grant id {grant} is in use."},
    Rule{"care.grant_unknown", "Sổ không có khoản cấp hỗ trợ {grant}.",
         "The book has no grant {grant}."},
    Rule{"care.grant_returned.before_grant", "Ngày hoàn {on} sớm hơn ngày cấp {limit}.",
         "The return on {on} is before the grant on {limit}."},
    Rule{"care.grant_returned.above_granted", "Hoàn lại nhiều hơn số đã cấp ({limit}).",
         "More is returned than was granted ({limit})."},
    Rule{"care.transfer_known", "Mã chuyển quỹ {transfer} đã dùng.",
         "Transfer id {transfer} is in use."},
    Rule{"care.moved.goods", "Chỉ chuyển giữa tiền mặt và ngân hàng.",
         "Only cash and bank can be moved between."},
    Rule{"care.year_reported.ahead", "Năm {year} chưa đến.", "The year {year} has not come yet."},

    // Supervision and records
    Rule{"record.known", "Mã {record} đã dùng.", "Id {record} is in use."},
    Rule{"record.unknown", "Sổ không có mã {record} thuộc loại này.",
         "The book has no such record {record}."},
    Rule{"record.wrong_step", "Mã {record} đang ở bước «{state}», không thể ghi «{op}».",
         "Record {record} is at “{state}”; “{op}” cannot be recorded."},
    Rule{"record.before_its_first", "Ngày {on} sớm hơn bước đầu tiên ({limit}).",
         "The date {on} is before the first step ({limit})."},
    Rule{"visit.not_made", "Chưa có buổi giám sát {record}.", "The visit {record} was not made."},
    Rule{"visit.other_club", "Buổi giám sát này là của câu lạc bộ khác.",
         "The visit is one of another club."},
    Rule{"visit.item_twice", "Mục «{item}» được ghi hai lần.", "The item “{item}” is named twice."},
    Rule{"improvement.one_cause", "Ghi năm xếp loại hoặc buổi giám sát, đúng một trong hai.",
         "Give the year of the rating or the visit, exactly one of them."},
    Rule{"plan.ends_before_it_begins", "Ngày kết thúc sớm hơn ngày bắt đầu.",
         "It ends before it begins."},
    Rule{"count.not_positive", "Số lượng ({field}) phải lớn hơn 0.",
         "The number ({field}) must be above 0."},
    Rule{"report.known_at", "Thời điểm chốt dữ liệu không hợp lệ.",
         "The moment of what was known is not valid."},
};

}  // namespace lth::core::rules
