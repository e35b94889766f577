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
constexpr Phrase months_named{"tháng:", "months:"};
constexpr Phrase entries_named{"bút toán, lần cuối:", "entries, the last:"};
constexpr Phrase of_outstanding{"dư nợ", "of what is owed"};

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

const Phrase& name_of(app::ClubFlag flag) {
    static constexpr Phrase names[] = {
        {"Số thành viên ngoài khung của đề án", "Members outside the scheme's band"},
        {"Tỷ lệ nữ ngoài khung của đề án", "Women outside the scheme's band"},
        {"Tỷ lệ người cao tuổi ngoài khung của đề án", "Elderly outside the scheme's band"},
        {"Nợ quá hạn trên 30 ngày", "Overdue for more than 30 days"},
        {"Tháng không họp định kỳ, trong một năm trước ngày này",
         "Months without a regular meeting, of the year before"},
        {"Vào sổ sau hơn 30 ngày, trong một năm trước ngày này",
         "Entered more than 30 days late, in the year before"}};
    static_assert(std::size(names) == static_cast<std::size_t>(app::ClubFlag::entered_late) + 1);
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

// "44 (75,9 %, khung 60 %–70 %)"
std::string beside_band(const Page& page, const app::ClubFlagLine& flag) {
    const auto language = page.language();
    const auto kind = flag.of ? facts::ValueKind::share : facts::ValueKind::count;
    auto text = number_text(flag.value, language) + " (";
    if (flag.of) {
        text += value_text(facts::share_of({flag.value, *flag.of}), flag.least, language) + ", ";
    }
    text += std::string(page.say(words::within)) + " ";
    if (flag.least) text += goal_text(kind, flag.least, language);
    text += "–";
    if (flag.most) text += goal_text(kind, flag.most, language);
    return text + ")";
}

std::string overdue_text(const Page& page, const app::ClubFlagLine& flag) {
    const auto language = page.language();
    auto text = money_text(core::Money{flag.value}, language);
    if (!flag.of || *flag.of <= 0) return text;
    const auto share = facts::share_of({flag.value, *flag.of});
    return text + " (" + value_text(share, std::nullopt, language) + " " +
           std::string(page.say(of_outstanding)) + ")";
}

void draw_club_flag(Page& page, const app::ClubFlagLine& flag, const core::BookId& book) {
    using enum app::ClubFlag;
    page.open("li").element("strong", page.say(name_of(flag.what))).text(" · ");
    if (flag.what == overdue) {
        page.text(overdue_text(page, flag));
    } else if (flag.what == months_without) {
        page.text(number_text(flag.value, page.language())).text(" ").text(page.say(months_named));
        std::string_view between = " ";
        for (const auto& month : flag.months) {
            page.text(between).text(month_text(core::parse_month(month).value()));
            between = ", ";
        }
    } else if (flag.last_seq) {
        const auto seq = std::to_string(*flag.last_seq);
        page.text(number_text(flag.value, page.language())).text(" ").text(page.say(entries_named));
        page.text(" ");
        page.link("#" + seq, page.links().to("/books/" + core::to_text(book) + "/" + seq));
    } else {
        page.text(beside_band(page, flag));
    }
    page.close();
}

void draw_club_flags(Page& page, const app::ClubView& view) {
    if (view.club_flags.empty()) return;
    page.open("ul", {{"class", "ops"}});
    for (const auto& flag : view.club_flags) draw_club_flag(page, flag, view.line.id);
    page.close();
}

}  // namespace

void draw_flags(Page& page, const app::ClubView& view) {
    if (!view.row.book_opened && view.club_flags.empty()) return;
    const auto language = page.language();
    page.element("h2", page.say(heading), {{"id", "flags"}});
    draw_club_flags(page, view);
    if (view.flags.empty()) {
        if (view.club_flags.empty()) page.element("p", page.say(none));
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
