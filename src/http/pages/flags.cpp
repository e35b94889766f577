// What a club's book keeps although somebody should look at it, each leading to its entry.
#include "http/pages/figures.hpp"
#include "http/pages/names.hpp"
#include "http/pages/pages.hpp"

namespace lth::http::pages {
namespace {

using core::club::Flag;

constexpr Phrase heading{"Cần xem lại", "To look at again"};
constexpr Phrase none{"Không có gì cần xem lại.", "Nothing to look at again."};
constexpr Phrase help{
    "Sổ vẫn ghi những việc này; việc đã ghi: trong một năm trước ngày chọn. Ai vay, ai nộp: xem "
    "bút toán.",
    "The book has recorded these; what was recorded: of the year before the day chosen. Who "
    "borrowed or paid stands in the entry."};
constexpr Phrase instead_of{"theo sổ hoặc quy định:", "by the book or the rules:"};
constexpr Phrase loans{"khoản vay", "loans"};

const Phrase& name_of(Flag flag) {
    static constexpr Phrase names[] = {
        {"Số dư âm vào cuối ngày: có phiếu ghi sai ngày?",
         "Below zero at the end of a day: a paper of a wrong date?"},
        {"Chênh lệch lúc mở sổ chưa được giải trình", "A difference at the opening, not explained"},
        {"Tiền đếm được khác sổ, chưa ghi quyết định xử lý",
         "Cash counted differs from the book, nothing decided yet"},
        {"Quỹ hoạt động còn nợ quỹ tăng thu nhập", "The operating fund owes the income fund"},
        {"Người đã ra khỏi câu lạc bộ còn nợ", "Somebody who has left still owes"},
        {"Vay quá quy định của câu lạc bộ", "A loan above the club's own limit"},
        {"Lãi trên 20 % một năm (Bộ luật Dân sự, điều 468)",
         "Dearer than 20 % a year (Civil Code, article 468)"},
        {"Vay lại trong vòng một tuần sau khi trả hết: có phải đảo nợ?",
         "A loan within a week of settling one: a rollover?"},
        {"Lãi đã trả khác lãi phải trả", "Interest paid other than due"},
        {"Một khoản ghi hai lần trong ngày: có ghi trùng?",
         "The same twice on a day: typed twice?"}};
    static_assert(std::size(names) == static_cast<std::size_t>(Flag::typed_twice) + 1);
    return names[static_cast<std::size_t>(flag)];
}

std::string account_text(const Page& page, std::string_view full) {
    for (std::size_t i = 0; i < core::club::account_count; ++i) {
        const auto account = static_cast<core::club::Account>(i);
        if (core::club::full_name(account) != full) continue;
        const bool income = core::club::fund_of(account) == core::club::Fund::income;
        return std::string(page.say(account_name(account))) + ", " +
               std::string(page.say(income ? words::income_fund : words::operating_fund));
    }
    return std::string(full);
}

}  // namespace

void draw_flags(Page& page, const app::ClubView& view) {
    if (!view.row.book_opened) return;
    const auto language = page.language();
    page.element("h2", page.say(heading), {{"id", "flags"}});
    if (view.flags.empty()) {
        page.element("p", page.say(none));
        return;
    }
    page.element("p", page.say(help)).open("ul", {{"class", "ops"}});
    for (const auto& flag : view.flags) {
        page.open("li").element("strong", page.say(name_of(flag.what)));
        if (!flag.account.empty()) page.text(" · ").text(account_text(page, flag.account));
        if (flag.loans) {
            page.text(" · ").text(number_text(flag.loans->value, language)).text(" ");
            page.text(page.say(loans));
        }
        if (flag.amount) page.text(" · ").text(money_text(flag.amount, language));
        if (flag.instead) {
            page.text(" (").text(page.say(instead_of)).text(" ");
            page.text(money_text(flag.instead, language)).text(")");
        }
        page.text(" · ").text(date_text(flag.on, language));
        if (flag.seq) {
            const auto seq = std::to_string(flag.seq->value);
            page.text(" · ");
            page.link("#" + seq,
                      page.links().to("/books/" + core::to_text(view.line.id) + "/" + seq));
        }
        page.close();
    }
    page.close();
}

}  // namespace lth::http::pages
