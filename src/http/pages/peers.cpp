// A club beside its peers, and what it was rated.
#include <array>

#include "http/pages/figures.hpp"
#include "http/pages/pages.hpp"
#include "http/pages/words.hpp"

namespace lth::http::pages {
namespace {

using app::PeerBand;
using app::PeerMeasure;

Phrase name_of(PeerMeasure measure) {
    constexpr std::array<Phrase, 8> names{
        {{"Hội viên", "Members"},
         {"Nữ", "Women"},
         {"Từ 60 tuổi", "60 and over"},
         {"Khó khăn", "In hardship"},
         {"Đã vay trong năm", "Borrowed this year"},
         {"Tháng có sinh hoạt, 12 tháng qua", "Months with a meeting, of the last 12"},
         {"Vốn một hội viên", "Capital a member"},
         {"Nợ quá hạn 30 ngày", "Overdue by 30 days"}}};
    return names.at(static_cast<std::size_t>(measure));
}

Phrase name_of(PeerBand band) {
    switch (band) {
        case PeerBand::below:
            return {"thấp hơn phần lớn", "below most"};
        case PeerBand::above:
            return {"cao hơn phần lớn", "above most"};
        case PeerBand::within:
            break;
    }
    return {"ở khoảng giữa", "in the middle"};
}

Phrase name_of(core::club::Band band) {
    constexpr std::array<Phrase, 4> names{
        {{"vững mạnh", "strong"}, {"khá", "fair"}, {"trung bình", "average"}, {"yếu kém", "weak"}}};
    return names.at(static_cast<std::size_t>(band));
}

std::string text_of(PeerMeasure measure, std::int64_t value, core::Language language) {
    constexpr std::int64_t one_million = 1'000'000;
    if (measure == PeerMeasure::members || measure == PeerMeasure::months_met) {
        return number_text(value, language);
    }
    if (measure == PeerMeasure::capital_per_member) {
        return money_text(core::Money{value}, language);
    }
    facts::Value share;
    share.kind = facts::ValueKind::share;
    share.value = value;
    share.numerator = value;
    share.denominator = one_million;
    return value_text(share, std::nullopt, language);
}

std::string kin_of(const app::Peers& peers, core::Language language) {
    const bool vi = language == core::Language::vi;
    std::string text = number_text(peers.clubs, language) + (vi ? " câu lạc bộ" : " clubs");
    if (peers.same_class) text += vi ? ", cùng loại địa bàn" : ", in the same kind of area";
    if (peers.same_age) text += vi ? ", ra mắt cách nhau không quá 2 năm" : ", of about its age";
    return text + ".";
}

}  // namespace

void draw_peers(Page& page, const app::Peers& peers) {
    const auto language = page.language();
    page.element("h2", page.say(words::peers));
    if (peers.lines.empty()) {
        page.element("p", page.say(words::no_peers));
        return;
    }
    page.element("p", kin_of(peers, language));
    page.open_table(words::peers).open("thead").open("tr");
    page.column(words::figure).column(words::this_club, "number");
    page.column(words::middle_half, "number").column(words::place_of).close().close();
    page.open("tbody");
    for (const auto& line : peers.lines) {
        page.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
        page.text(page.say(name_of(line.measure))).close();
        page.cell(words::this_club, text_of(line.measure, line.value, language), "number");
        page.cell(words::middle_half,
                  text_of(line.measure, line.low, language) + " – " +
                      text_of(line.measure, line.high, language),
                  "number");
        page.cell(words::place_of, page.say(name_of(line.band))).close();
    }
    page.close().close();
}

void draw_ratings(Page& page, const app::ClubView& view) {
    page.element("h2", page.say(words::ratings));
    bool any = false;
    page.open("ul");
    for (const auto& row : view.ratings) {
        if (!row.approved || *row.approved_on > view.frame.as_of) continue;
        any = true;
        page.element("li", std::to_string(row.year.value) + ": " +
                               std::string(page.say(name_of(*row.approved))) + " (" +
                               date_text(row.approved_on, page.language()) + ")");
    }
    page.close();
    if (!any) page.element("p", page.say(words::not_rated));
}

}  // namespace lth::http::pages
