#include "report/compose.hpp"
#include "report/figures.hpp"

namespace lth::report {
namespace {

std::string number_of(const Asked& asked) {
    if (asked.issued && asked.issued->number) return asked.issued->number->value;
    const std::string dots(dotted);
    return dots + "/" + std::string(info_of(asked.kind).symbol) + "-" + dots;
}

// "ngày 05 tháng 02 năm 2026", "ngày 15 tháng 9 năm 2026": as decree 30/2020 writes days.
std::string day_text(std::optional<core::Date> on) {
    const std::string dots(dotted);
    if (!on) return "ngày " + dots + " tháng " + dots + " năm " + dots;
    const auto at = core::civil(*on);
    const auto padded = [](unsigned number, unsigned below) {
        return (number < below ? "0" : "") + std::to_string(number);
    };
    return "ngày " + padded(at.day, 10) + " tháng " + padded(at.month, 3) + " năm " +
           std::to_string(at.year);
}

// Of a table, which has no letterhead.
std::string issued_line(const app::IssuedAs& issued) {
    const std::string number = issued.number ? " số " + issued.number->value : "";
    return " Ban hành" + number + " ngày " + core::vietnamese(issued.on) + ".";
}

}  // namespace

std::string source_text(const app::OpPlace& place) {
    return to_text(place.book) + "/" + std::to_string(place.seq) + "/" +
           std::to_string(place.op_index);
}

std::string basis_line(std::string_view about, const facts::BasisCounts& basis) {
    return "Cơ sở số liệu về " + std::string(about) + ": theo sổ " + core::grouped(basis.book) +
           ", theo báo cáo " + core::grouped(basis.report) + ", chưa có số liệu " +
           core::grouped(basis.unknown) + " câu lạc bộ.";
}

void put_head(Values& values, const Head& head) {
    const auto& frame = head.frame;
    const auto& issued = head.asked.issued;
    const auto& association = head.associations.association;
    const auto known = [](const std::string& name) {
        return name.empty() ? std::string(dotted) : capitals(name);
    };
    values.set("association", association.empty() ? std::string(dotted) : association);
    values.set("body", known(association));
    values.set("body_upper", known(head.associations.upper_association));
    values.set("unit", frame.path.empty() ? std::string(whole_province) : frame.path.back().name);
    values.set("unit_capitals", capitals(values.fields.at("unit").text));
    values.set("as_of", date_field(frame.as_of));
    values.set("units_as_of", date_field(frame.units_as_of));
    const auto known_at = instant_text(issued ? issued->known_at : frame.known_at);
    values.set("known_at", known_at);
    values.set("file_date", core::to_text(frame.as_of));
    values.set("dates_line", "Số liệu tính đến ngày " + core::vietnamese(frame.as_of) +
                                 ", bản đồ hành chính ngày " + core::vietnamese(frame.units_as_of) +
                                 ", theo những gì đã ghi đến " + known_at + ".");
    values.set("issued_line", issued ? issued_line(*issued) : "");
    values.set("document_number", number_of(head.asked));
    values.set("document_day", day_text(issued ? std::optional(issued->on) : std::nullopt));
    values.set("basis_line", head.basis);
    values.set("simulated", frame.simulated ? "SỐ LIỆU MÔ PHỎNG" : "");
}

}  // namespace lth::report
