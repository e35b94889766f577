// Who recorded what, over all books that the reader oversees.
#include "http/pages/figures.hpp"
#include "http/pages/names.hpp"
#include "http/pages/pages.hpp"

namespace lth::http::pages {
namespace {

constexpr Phrase trail_heading{"Ai đã ghi gì", "Who recorded what"};
constexpr Phrase explained{
    "Bút toán trong các sổ mà ông/bà trông coi, nhận sau đứng trước. Ai đã xem, đã lấy gì ra: xem "
    "Nhật ký xem tại bàn làm việc.",
    "Entries of the books that you oversee, the latest received first. Who saw and took out what "
    "stands in the log of readings on the desk."};
constexpr Phrase one_login{"Chỉ của tên đăng nhập", "Only of the login"};
constexpr Phrase nothing{"Không có bút toán nào.", "There are no entries."};
constexpr Phrase older{"Cũ hơn", "Older"};
constexpr Phrase latest{"Mới nhất", "The latest"};

void draw_line(Page& page, const app::RecordedLine& line) {
    const auto book = "/books/" + core::to_text(line.book);
    const auto seq = std::to_string(line.seq);
    page.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
    page.text(time_text(line.received_at, page.language())).close();
    page.cell(words::recorded_by, recorder_text(line.by));
    page.open_cell(words::book);
    page.link(line.name.empty() ? page.say(words::book) : line.name, page.links().to(book)).close();
    page.open_cell(words::entry);
    page.link("#" + seq, page.links().to(book + "/" + seq)).close();
    std::string said;
    for (const auto& op : line.ops) {
        const auto* name = operation_name(op);
        const auto text = name != nullptr ? page.say(*name) : std::string_view(op);
        if (said.contains(text)) continue;
        said += (said.empty() ? "" : "; ") + std::string(text);
    }
    page.cell(words::operations, said).close();
}

}  // namespace

std::string recorder_text(const app::Recorder& by) {
    auto text = by.name;
    if (!by.login.empty()) text += " (" + by.login + ")";
    if (!by.device.empty()) text += (text.empty() ? "" : " · ") + by.device;
    return text.empty() ? "—" : text;
}

Response recorded_page(const Links& links, const app::RecordedView& view,
                       const std::string& login) {
    Page page(links, {.title = std::string(trail_heading.in(links.language()))});
    page.element("h1", page.say(trail_heading)).element("p", page.say(explained));
    page.open("form", {{"method", "get"}, {"class", "search"}});
    page.element("label", page.say(one_login), {{"for", "by"}});
    page.empty("input", {{"id", "by"}, {"name", "by"}, {"value", login}});
    page.empty("input", {{"type", "hidden"}, {"name", "lang"}, {"value", links.kept("lang")}});
    page.element("button", page.say(words::find), {{"type", "submit"}}).close();
    if (view.lines.empty()) page.element("p", page.say(nothing));
    if (!view.lines.empty()) {
        page.open_table(trail_heading).open("thead").open("tr");
        page.column(words::received).column(words::recorded_by).column(words::book);
        page.column(words::entry).column(words::operations).close().close().open("tbody");
        for (const auto& line : view.lines) draw_line(page, line);
        page.close().close();
    }
    page.open("nav", {{"aria-label", std::string(page.say(words::pages))}, {"class", "paging"}});
    page.link(page.say(latest), links.to("/recorded", {{"by", login}}));
    if (view.next) {
        page.text(" ");
        page.link(page.say(older),
                  links.to("/recorded", {{"by", login},
                                         {"before", std::to_string(view.next->received_at)},
                                         {"book", core::to_text(view.next->book)},
                                         {"seq", std::to_string(view.next->seq)}}));
    }
    page.close();
    return std::move(page).finish();
}

}  // namespace lth::http::pages
