#include "http/pages/measure_names.hpp"

#include <algorithm>
#include <array>

namespace lth::http::pages {
namespace {

struct Name {
    std::string_view measure;
    Phrase phrase;
};

constexpr std::array measure_names = {
    Name{"borrowers_ever", {"Thành viên đã từng vay", "Members who ever borrowed"}},
    Name{"borrowers_owing", {"Thành viên đang còn nợ", "Members who owe now"}},
    Name{"borrowers_year", {"Thành viên vay trong năm", "Members who borrowed this year"}},
    Name{"capital", {"Vốn quỹ tăng thu nhập", "Capital of the income funds"}},
    Name{"capital_apart",
         {"Vốn của CLB tạm dừng hoặc đang giải thể", "Capital of clubs suspended or closing"}},
    Name{"clubs_active", {"CLB đang hoạt động", "Active clubs"}},
    Name{"clubs_all_areas_this_year",
         {"CLB hoạt động đủ tám mảng trong năm", "Clubs at work in all eight areas this year"}},
    Name{"clubs_by_programme", {"CLB theo chương trình", "Clubs by programme"}},
    Name{"clubs_closing", {"CLB đang giải thể", "Clubs that are closing"}},
    Name{"clubs_met_every_month_last_year",
         {"CLB sinh hoạt đủ các tháng năm trước", "Clubs that met every month last year"}},
    Name{"clubs_met_every_month_this_year",
         {"CLB sinh hoạt đủ các tháng năm nay", "Clubs that met every month this year"}},
    Name{"clubs_of_decisions",
         {"CLB thành lập theo quyết định của tỉnh", "Clubs founded by the province's decisions"}},
    Name{"clubs_of_projects", {"CLB thành lập theo dự án", "Clubs founded by projects"}},
    Name{"clubs_on_books", {"CLB ghi sổ trên hệ thống", "Clubs that keep their book here"}},
    Name{"clubs_suspended", {"CLB tạm dừng", "Suspended clubs"}},
    Name{"communes", {"Số xã, phường, thị trấn", "Communes"}},
    Name{"communes_covered", {"Xã, phường, thị trấn có CLB", "Communes with a club"}},
    Name{"districts", {"Số huyện, thị xã, thành phố", "Districts"}},
    Name{"districts_covered", {"Huyện có CLB ở mọi xã", "Districts with a club in every commune"}},
    Name{"elderly_in_clubs",
         {"Tỷ lệ người cao tuổi tham gia CLB", "Share of the elderly who are in clubs"}},
    Name{"elderly_population", {"Người cao tuổi trên địa bàn", "Elderly people of the area"}},
    Name{"households_left_poverty",
         {"Thành viên có hộ thoát nghèo", "Members whose households left poverty"}},
    Name{"households_left_poverty_borrowers",
         {"Trong đó đã vay vốn CLB", "Of which borrowed from the club"}},
    Name{"loans_outstanding", {"Dư nợ cho vay", "Loans outstanding"}},
    Name{"members", {"Thành viên", "Members"}},
    Name{"members_apart",
         {"Thành viên của CLB tạm dừng hoặc đang giải thể",
          "Members of clubs suspended or closing"}},
    Name{"members_elderly", {"Thành viên là người cao tuổi", "Elderly members"}},
    Name{"members_elderly_custom",
         {"Thành viên từ 55 tuổi (cách gọi của CLB)", "Members of 55 and more (as clubs speak)"}},
    Name{"members_elderly_share", {"Tỷ lệ người cao tuổi", "Share of the elderly"}},
    Name{"members_hardship",
         {"Thành viên nghèo, cận nghèo, khó khăn", "Members poor, near-poor or in hardship"}},
    Name{"members_hardship_share", {"Tỷ lệ thành viên khó khăn", "Share in hardship"}},
    Name{"members_women", {"Thành viên nữ", "Women"}},
    Name{"members_women_share", {"Tỷ lệ nữ", "Share of women"}},
    Name{"operating_fund", {"Quỹ hoạt động", "Operating funds"}},
    Name{"overdue", {"Dư nợ quá hạn trên 30 ngày", "Outstanding with arrears above 30 days"}},
    Name{"overdue_share", {"Tỷ lệ quá hạn trên 30 ngày", "Share in arrears above 30 days"}},
    Name{"people_cared_for", {"Người được chăm sóc tại nhà", "People cared for at home"}},
    Name{"villages", {"Số thôn, bản, tổ dân phố", "Villages"}},
    Name{"villages_covered", {"Thôn, bản, tổ dân phố có CLB", "Villages with a club"}},
    Name{"volunteers", {"Tình nguyện viên", "Volunteers"}},
};
static_assert(std::ranges::is_sorted(measure_names, {}, &Name::measure));

}  // namespace

const Phrase* measure_name(std::string_view measure) {
    const auto found = std::ranges::lower_bound(measure_names, measure, {}, &Name::measure);
    return found != measure_names.end() && found->measure == measure ? &found->phrase : nullptr;
}

}  // namespace lth::http::pages
