// The printed card that binds a phone to a club's book.
#include "http/pages/figures.hpp"
#include "http/pages/office.hpp"
#include "http/pages/qr.hpp"

namespace lth::http::pages {
namespace {

constexpr Phrase card_title{"Thẻ gắn điện thoại", "Card for a phone"};
constexpr Phrase what{
    "Thẻ này gắn một điện thoại vào sổ của câu lạc bộ, không cần mật khẩu. In ra, đưa tận tay "
    "người "
    "giữ sổ. Mỗi thẻ chỉ dùng cho một máy và hết hạn sau 14 ngày.",
    "The card binds one phone to the club's book, without a password. Print it and hand it to the "
    "keeper of the book. It serves one phone and expires after 14 days."};
constexpr Phrase make{"Làm một thẻ mới", "Make a new card"};
constexpr Phrase make_alone{"Làm một thẻ mới và hủy các thẻ chưa dùng",
                            "Make a new card and cancel those not used"};
constexpr Phrase unused{"Các thẻ chưa dùng", "Cards not used yet"};
constexpr Phrase unused_help{
    "Ai cầm thẻ chưa dùng đều gắn được một máy vào sổ. Thẻ mất thì hủy ngay.",
    "Whoever holds an unused card can bind a phone to the book. Cancel one that is lost."};
constexpr Phrase made_at{"làm lúc", "made at"};
constexpr Phrase good_until{"dùng được đến", "good until"};
constexpr Phrase cancel{"Hủy thẻ này", "Cancel this card"};
constexpr Phrase phones{"Các máy đang gắn với sổ", "Phones bound to the book"};
constexpr Phrase no_phones{"Chưa có máy nào.", "No phone yet."};
constexpr Phrase revoked{"đã thu hồi", "revoked"};
constexpr Phrase last_seen{"liên lạc lần cuối khoảng", "last heard about"};
constexpr Phrase never{"chưa liên lạc lần nào", "never heard"};
constexpr Phrase code_label{"Mã thẻ", "Code"};
constexpr Phrase once{"Dùng cho một máy, đến hết ngày", "For one phone, until"};
constexpr Phrase step_scan{
    "Mở máy ảnh của điện thoại, soi vào ô vuông bên trên, rồi bấm vào địa chỉ hiện ra.",
    "Open the phone's camera, point it at the square above, and tap the address it shows."};
constexpr Phrase step_browser{
    "Phải mở bằng Chrome hoặc Safari. Nếu lỡ mở trong Zalo: bấm dấu ba chấm, chọn “Mở bằng trình "
    "duyệt”.",
    "Open it in Chrome or Safari, not inside Zalo: there, tap the three dots and “Open in "
    "browser”."};
constexpr Phrase step_type{"Không soi được thì mở Chrome hoặc Safari, vào địa chỉ",
                           "If that fails, open Chrome or Safari at"};
constexpr Phrase and_code{"rồi gõ mã thẻ.", "and type the code."};
constexpr Phrase step_name{
    "Đặt tên cho máy, ví dụ “Máy của thủ quỹ”, rồi bấm “Gắn máy”. Xong là dùng được, kể cả khi "
    "mất sóng.",
    "Name the phone, such as “The treasurer's phone”, and bind it. From then on it works with no "
    "network, too."};
constexpr Phrase keep{
    "Giữ thẻ như giữ chìa khóa quỹ. Mất thẻ hay mất máy thì báo ngay cán bộ xã.",
    "Keep the card like the key of the cash box. If card or phone is lost, tell the commune's "
    "officer at once."};
constexpr Phrase qr_label{"Mã QR của thẻ", "The card's QR code"};

void draw_phones(Page& page, const std::vector<app::DeviceRow>& devices) {
    page.element("h2", page.say(phones));
    if (devices.empty()) page.element("p", page.say(no_phones));
    page.open("ul", {{"class", "names"}});
    for (const auto& device : devices) {
        page.open("li").text(device.name).text(" · ");
        if (device.revoked_at) {
            page.text(page.say(revoked));
        } else if (device.last_seen_at) {
            page.text(page.say(last_seen)).text(" ");
            page.text(time_text(*device.last_seen_at, page.language()));
        } else {
            page.text(page.say(never));
        }
        page.close();
    }
    page.close();
}

std::string card_path(const app::ClubLine& club) { return "/clubs/" + to_text(club.id) + "/card"; }

void draw_button(Page& page, const Phrase& label, const std::string& address) {
    page.open("form", {{"method", "post"}, {"action", address}});
    page.element("button", page.say(label), {{"type", "submit"}}).close();
}

void draw_cards(Page& page, const NewCardView& view) {
    if (view.cards.empty()) return;
    page.element("h2", page.say(unused)).element("p", page.say(unused_help));
    page.open("ul", {{"class", "names"}});
    for (const auto& card : view.cards) {
        page.open("li").text(page.say(made_at)).text(" ");
        page.text(time_text(card.made_at, page.language()));
        if (!card.made_by.empty()) page.text(", ").text(card.made_by);
        page.text(" · ").text(page.say(good_until)).text(" ");
        page.text(time_text(card.expires_at, page.language()));
        draw_button(page, cancel, page.links().to(card_path(view.club) + "/" + card.card));
        page.close();
    }
    page.close();
}

}  // namespace

Response new_card_page(const Links& links, const NewCardView& view) {
    const auto& club = view.club;
    Page page(links, {.title = std::string(card_title.in(links.language())) + " · " + club.name});
    page.element("h1", page.say(card_title)).element("p", club.name, {{"class", "card-club"}});
    page.element("p", club.commune.name).element("p", page.say(what));
    if (!view.cards.empty()) {
        draw_button(page, make_alone, links.to(card_path(club), {{"others", "cancel"}}));
    }
    draw_button(page, make, links.to(card_path(club)));
    draw_cards(page, view);
    draw_phones(page, view.devices);
    return std::move(page).finish();
}

Response card_page(const Links& links, const app::PrintedCard& card, const std::string& origin) {
    Page page(links, {.title = std::string(card_title.in(links.language())) + " · " + card.club});
    page.open("section", {{"class", "card"}});
    page.element("p", page.say(card_title)).element("h1", card.club, {{"class", "card-club"}});
    page.element("p", card.commune);
    draw_qr(page, origin + card.link, qr_label);
    page.open("p", {{"class", "card-code"}}).text(page.say(code_label)).text(": ");
    page.element("strong", card.code).close();
    page.open("p").text(page.say(once)).text(" ");
    page.text(date_text(core::business_date(card.expires_at), page.language())).text(".").close();
    page.open("ol").element("li", page.say(step_scan)).element("li", page.say(step_browser));
    page.open("li").text(page.say(step_type)).text(" ");
    page.element("strong", origin + "/club").text(" ").text(page.say(and_code)).close();
    page.element("li", page.say(step_name)).close();
    page.element("p", page.say(keep), {{"class", "card-keep"}}).close();
    return std::move(page).finish();
}

}  // namespace lth::http::pages
