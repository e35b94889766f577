// A document on the screen: the values that its file is filled with, each figure a link to where it
// comes from.
#include <algorithm>
#include <array>
#include <ranges>

#include "http/pages/pages.hpp"
#include "http/pages/sign_in.hpp"
#include "http/pages/words.hpp"
#include "report/figures.hpp"
#include "report/labels.hpp"

namespace lth::http::pages {
namespace {

constexpr Phrase report_help{"Bấm vào một con số để mở nơi nó lấy từ đó.",
                             "Each figure opens where it comes from."};
constexpr Phrase report_file{"Tải tệp", "Download the file"};
constexpr Phrase report_summary{"Tóm tắt", "In short"};
constexpr Phrase report_language{"Văn bản bằng tiếng Việt.", "Documents are in Vietnamese."};

enum class Source : std::uint8_t {
    none,
    standing,   // the target's row, if the line names one
    baseline,   // the standing on the scheme's baseline day
    club,       // that the line, or the document, is about
    meeting,    // its entry
    commune,    // that the line is about
    care_fund,  // these are areas of the desk: the year of the book that the line names
    quotas,     // the year and the unit
    training,   // the matter itself
    obstacles,
    steering,
    territory,
};

struct ListShown {
    std::string_view list;
    std::string_view columns;
    Source source = Source::none;
    std::optional<report::Kind> only = {};  // the values are there for other documents, too
};
// In the order of the documents.
constexpr std::array report_lists{
    ListShown{"measures", "name before value", Source::standing},
    ListShown{"targets", "id name goal value met basis", Source::standing},
    ListShown{"missing", "id name count names", Source::standing},
    ListShown{"readings", "id label value", Source::standing},
    ListShown{"care_years", "year raised goods top support share funds", Source::care_fund},
    ListShown{"decisions", "text since", Source::territory, report::Kind::steering_pack},
    ListShown{"conclusions", "number text", Source::none, report::Kind::steering_pack},
    ListShown{"not_met", "id name goal value met", Source::standing, report::Kind::steering_pack},
    ListShown{"obstacles", "on by subject club to state said answer", Source::obstacles},
    ListShown{"proposals", "on by subject to document state said answer", Source::obstacles},
    ListShown{"communes", "name district clubs members villages villages_covered", Source::commune},
    ListShown{"clubs",
              "name commune village status launched members meetings on present areas capital "
              "outstanding overdue basis",
              Source::club},
    ListShown{"quotas", "unit year quota launched difference", Source::quotas,
              report::Kind::quotas},
    ListShown{"trainings", "association on topic days participants clubs", Source::training,
              report::Kind::training},
    ListShown{"levels", "association unit level opening money goods out support closing basis",
              Source::care_fund, report::Kind::care_fund_levels},
    ListShown{"held", "name level opening in out moved closing", Source::care_fund,
              report::Kind::care_fund},
    ListShown{"income", "name level form amount", Source::care_fund, report::Kind::care_fund},
    ListShown{"spending", "name level form amount", Source::care_fund, report::Kind::care_fund},
    ListShown{"uses", "name level amount", Source::care_fund, report::Kind::care_fund},
    ListShown{"owned", "name level opening in out moved closing", Source::care_fund,
              report::Kind::care_fund},
    ListShown{"funds", "level receipts vouchers", Source::care_fund, report::Kind::care_fund},
    ListShown{"lines", "name unit value basis", Source::club},
    ListShown{"loans", "on principal outstanding months due late", Source::club},
    ListShown{"meetings", "on kind present guests areas", Source::meeting},
    ListShown{"notes", "text"},
};

struct FactShown {
    std::string_view field;
    Source source = Source::none;
};
constexpr std::array report_facts{
    FactShown{"scheme", Source::standing},
    FactShown{"begins", Source::standing},
    FactShown{"ends", Source::standing},
    FactShown{"not_ended"},
    FactShown{"club", Source::club},
    FactShown{"place"},
    FactShown{"status", Source::club},
    FactShown{"launched", Source::club},
    FactShown{"programme"},
    FactShown{"rating", Source::club},
    FactShown{"month"},
    FactShown{"year"},
    FactShown{"not_over"},
    FactShown{"targets_with_goal", Source::standing},
    FactShown{"targets_met", Source::standing},
    FactShown{"targets_not_met", Source::standing},
    FactShown{"targets_open", Source::standing},
    FactShown{"last_meeting", Source::steering},
    FactShown{"no_meeting"},
    FactShown{"last_conclusions", Source::steering},
    FactShown{"no_obstacles"},
    FactShown{"no_proposals"},
    FactShown{"no_decisions"},
    FactShown{"no_missing"},
    FactShown{"no_readings"},
    FactShown{"no_quotas"},
    FactShown{"no_trainings"},
    FactShown{"loans_note"},
    FactShown{"nothing_spent"},
};

std::string_view said_in(const report::Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view() : std::string_view(found->second.text);
}

bool starts_number(char c) { return c >= '0' && c <= '9'; }

std::string_view taken_until(std::string_view& rest, char end) {
    const auto at = std::min(rest.find(end), rest.size());
    const auto part = rest.substr(0, at);
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return part;
}

// "1.021"
std::size_t number_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() &&
           (starts_number(text[length]) ||
            (text[length] == '.' && length + 1 < text.size() && starts_number(text[length + 1])))) {
        ++length;
    }
    return length;
}

// Numbers, dates and what nobody knows.
bool is_figure(const report::Field& field) {
    if (!field.number.empty() || field.text == report::no_data) return true;
    return !field.text.empty() && starts_number(field.text.front());
}

class ReportPage : public Page {
public:
    ReportPage(const Links& links, const Head& head, const report::Asked& asked,
               const report::Values& values, Asks asks)
        : Page(links, head), asked_(asked), values_(values), asks_(asks) {}

    void draw() {
        const std::string unit(said_in(values_.fields, "unit"));
        open("h1", {{"class", "sentence"}});
        text(in_words(report::info_of(asked_.kind))).text(": ");
        text(unit == report::whole_province ? say(words::whole_province) : unit).close();
        vietnamese("p", said_in(values_.fields, "body"), "lead");
        vietnamese("p", said_in(values_.fields, "dates_line"));
        vietnamese("p", said_in(values_.fields, "basis_line"));
        if (language() != core::Language::vi) element("p", say(report_language));
        element("p", say(report_help));
        open("p");
        link(std::string(say(report_file)) + " (." +
                 std::string(report::info_of(asked_.kind).type) + ")",
             file_address());
        close();
        draw_facts();
        for (const auto& shown : report_lists) draw_list(shown);
        if (asks_ == Asks::reason && asked_.members_closed) draw_reason(*this, *asked_.club);
    }

private:
    template <class Named>
    [[nodiscard]] std::string_view in_words(const Named& named) const {
        return language() == core::Language::vi ? named.vi : named.en;
    }
    void vietnamese(std::string_view tag, std::string_view content, std::string css = {}) {
        if (content.empty()) return;
        element(tag, content, {{"lang", "vi"}, {"class", std::move(css)}});
    }
    // The same question for the file, which knows no language.
    [[nodiscard]] std::string file_address() const {
        return links().to("/api/v1/reports/" + std::string(report::info_of(asked_.kind).id),
                          with_dates({{"unit", asked_.question.unit},
                                      {"club", asked_.club ? to_text(*asked_.club) : ""},
                                      {"year", asked_.year == 0 ? "" : std::to_string(asked_.year)},
                                      {"lang", ""}}));
    }
    // Figures are asked for on the days of the document, whatever day it is.
    [[nodiscard]] Parameters with_dates(Parameters extra) const {
        for (const char* name : {"as_of", "units_as_of"}) {
            extra.emplace_back(name, to_text(report::date_of(values_.fields.at(name))));
        }
        return extra;
    }
    [[nodiscard]] std::string source_of(Source source, const report::Fields& line) const {
        const auto desk = [](std::string_view area, std::string_view place) {
            return "/desk#/scheme/" + std::string(area) + (place.empty() ? "" : "/") +
                   std::string(place);
        };
        const auto year = [&] {
            const auto own = line.find("year");
            if (own != line.end()) return own->second.number;
            const auto all = values_.fields.find("year");
            return all == values_.fields.end() ? std::string() : all->second.number;
        };
        switch (source) {
            case Source::none:
                return {};
            case Source::standing: {
                const auto target = said_in(line, "id");
                return links().to("/standing", with_dates({{"unit", asked_.question.unit}})) +
                       (target.empty() ? "" : "#" + std::string(target));
            }
            case Source::baseline: {
                const auto on = report::date_of(values_.fields.at("baseline"));
                auto parameters = with_dates({{"unit", asked_.question.unit},
                                              {"scheme", std::string(said_in(line, "source"))}});
                parameters.emplace_back("as_of", to_text(on));
                return links().to("/standing", parameters);
            }
            case Source::meeting: {
                const std::string entry(said_in(line, "source"));
                if (entry.empty()) return source_of(Source::club, line);
                return links().to("/books/" + entry);
            }
            case Source::club: {
                std::string book(said_in(line, "book"));
                if (book.empty() && asked_.club) book = to_text(*asked_.club);
                return book.empty() ? book : links().to("/clubs/" + book, with_dates({}));
            }
            case Source::commune: {
                const auto code = said_in(line, "code");
                if (code.empty()) return {};
                return links().to("/units/" + percent_encoded(code), with_dates({}));
            }
            case Source::care_fund:
                return desk("care_fund",
                            "list/" + year() + "/" + std::string(said_in(line, "book")));
            case Source::quotas:
                return desk("quotas", "list/" + year() + "/all/" +
                                          percent_encoded(said_in(line, "code").empty()
                                                              ? std::string_view()
                                                              : said_in(line, "unit")));
            case Source::training:
                return desk("training", said_in(line, "source"));
            case Source::obstacles:
                return desk("obstacles", said_in(line, "source"));
            case Source::steering:
                return desk("steering", {});
            case Source::territory:
                break;
        }
        return "/desk#/map";
    }

    void draw_value(const report::Field& field, const std::string& source) {
        if (source.empty()) {
            text(field.text);
        } else {
            link(field.text, source);
        }
    }

    // A sentence with numbers in it.
    void draw_numbers(std::string_view said, const std::string& source) {
        while (!said.empty()) {
            const auto at =
                static_cast<std::size_t>(std::ranges::find_if(said, starts_number) - said.begin());
            text(said.substr(0, at));
            said.remove_prefix(at);
            const auto length = number_length(said);
            if (length > 0) link(said.substr(0, length), source);
            said.remove_prefix(length);
        }
    }

    // Of a club its page; of a village its line; of a unit its standing, on the map that has it.
    [[nodiscard]] std::string place_address(std::string_view kind, std::string_view code,
                                            std::string_view own) const {
        if (kind == "club") return links().to("/clubs/" + std::string(own), with_dates({}));
        if (code.empty()) return {};
        if (kind == "village") {
            return links().to("/units/" + percent_encoded(code), with_dates({})) + "#" +
                   std::string(own);
        }
        auto asked = with_dates({{"unit", std::string(code)}});
        if (!own.empty()) asked.emplace_back("units_as_of", std::string(own));
        return links().to("/standing", asked);
    }

    // "Xã A; Xã B và 12 nơi khác": each leads to where it stands, the rest to the whole list.
    void draw_places(std::string_view names, const report::Fields& line) {
        auto places = said_in(line, "places");
        while (!places.empty()) {
            auto place = taken_until(places, '\n');
            const auto kind = taken_until(place, '\t');
            const auto code = taken_until(place, '\t');
            const auto own = taken_until(place, '\t');
            draw_value({std::string(place)}, place_address(kind, code, own));
            names.remove_prefix(std::min(place.size(), names.size()));
            constexpr std::string_view between = "; ";
            if (!names.starts_with(between)) continue;
            text(between);
            names.remove_prefix(between.size());
        }
        draw_numbers(names, links().to("/standing/missing",
                                       with_dates({{"unit", asked_.question.unit},
                                                   {"target", std::string(said_in(line, "id"))}})));
    }

    void draw_facts() {
        element("h2", say(report_summary)).open("dl");
        for (const auto& shown : report_facts) {
            const auto found = values_.fields.find(shown.field);
            if (found == values_.fields.end() || found->second.text.empty()) continue;
            open("div").element("dt", in_words(report::field_label(shown.field)));
            open("dd", {{"lang", "vi"}});
            draw_value(found->second, source_of(shown.source, {}));
            close().close();
        }
        close();
    }

    // Of a list that several documents share: what this one says.
    [[nodiscard]] std::vector<report::Label> columns_of(
        const ListShown& shown, const std::vector<report::Fields>& lines) const {
        std::vector<report::Label> columns;
        for (const auto word : std::views::split(shown.columns, ' ')) {
            const auto field = report::field_label(std::string_view(word));
            if (lines.front().contains(field.name)) columns.push_back(field);
        }
        return columns;
    }

    void draw_list(const ListShown& shown) {
        const auto found = values_.lists.find(shown.list);
        if (found == values_.lists.end() || found->second.empty()) return;
        if (shown.only && *shown.only != asked_.kind) return;
        const auto columns = columns_of(shown, found->second);
        const auto title = in_words(report::list_label(shown.list));
        element("h2", title, {{"id", std::string(shown.list)}});
        open("table", {{"role", "table"}});
        element("caption", title).open("thead").open("tr");
        for (const auto& column : columns) {
            element("th", in_words(column), {{"scope", "col"}, {"role", "columnheader"}});
        }
        close().close().open("tbody");
        for (const auto& line : found->second) draw_line(shown, columns, line);
        close().close();
    }

    void draw_line(const ListShown& shown, const std::vector<report::Label>& columns,
                   const report::Fields& line) {
        const auto source = source_of(shown.source, line);
        open("tr", {{"role", "row"}});
        for (const auto& column : columns) {
            const auto english = line.find(std::string(column.name) + "_en");
            const bool translated = language() == core::Language::en && english != line.end();
            const auto& field = translated ? english->second : line.at(std::string(column.name));
            const std::string said_in_language = translated ? "en" : "vi";
            if (&column == &columns.front()) {
                open("th", {{"scope", "row"}, {"role", "rowheader"}, {"lang", said_in_language}});
            } else {
                open("td", {{"role", "cell"},
                            {"lang", said_in_language},
                            {"data-label", std::string(in_words(column))},
                            {"class", field.number.empty() ? "" : "number"}});
            }
            const auto from = column.name == "before" ? source_of(Source::baseline, line) : source;
            if (column.name == "names") {
                draw_places(field.text, line);
            } else if (is_figure(field) || from.empty()) {
                draw_value(field, is_figure(field) ? from : std::string());
            } else if (column.name == "basis" || column.name == "funds") {
                draw_numbers(field.text, from);
            } else {
                text(field.text);
            }
            close();
        }
        close();
    }

    const report::Asked& asked_;
    const report::Values& values_;
    Asks asks_;
};

}  // namespace

Response report_page(const Links& links, const report::Asked& asked, const report::Values& values,
                     Asks asks) {
    const auto& info = report::info_of(asked.kind);
    const Head head{
        .title = std::string(links.language() == core::Language::vi ? info.vi : info.en),
        .simulated = !said_in(values.fields, "simulated").empty()};
    ReportPage page(links, head, asked, values, asks);
    page.draw();
    return std::move(page).finish();
}

}  // namespace lth::http::pages
