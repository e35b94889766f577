#include "report/compose.hpp"
#include "report/figures.hpp"

namespace lth::report {

std::string basis_line(std::string_view about, const facts::BasisCounts& basis) {
    return "Cơ sở số liệu về " + std::string(about) + ": theo sổ " + core::grouped(basis.book) +
           ", theo báo cáo " + core::grouped(basis.report) + ", chưa có số liệu " +
           core::grouped(basis.unknown) + " câu lạc bộ.";
}

void put_head(Values& values, const Head& head) {
    const auto& frame = head.frame;
    const auto known = [](const std::string& name) {
        return name.empty() ? std::string(dotted) : capitals(name);
    };
    values.set("body", known(head.associations.association));
    values.set("body_upper", known(head.associations.upper_association));
    values.set("unit", frame.path.empty() ? "Toàn tỉnh" : frame.path.back().name);
    values.set("unit_capitals", capitals(values.fields.at("unit").text));
    values.set("as_of", date_field(frame.as_of));
    values.set("units_as_of", date_field(frame.units_as_of));
    values.set("known_at", instant_text(frame.known_at));
    values.set("file_date", core::to_text(frame.as_of));
    values.set("dates_line", "Số liệu tính đến ngày " + core::vietnamese(frame.as_of) +
                                 ", bản đồ hành chính ngày " + core::vietnamese(frame.units_as_of) +
                                 ", theo những gì đã ghi đến " + instant_text(frame.known_at) +
                                 ".");
    values.set("basis_line", head.basis);
    values.set("simulated", frame.simulated ? "SỐ LIỆU MÔ PHỎNG" : "");
}

}  // namespace lth::report
