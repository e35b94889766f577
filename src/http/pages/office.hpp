// Pages of officers over clubs: the card that binds a phone.
#pragma once

#include "app/device_desk.hpp"
#include "http/pages/page.hpp"

namespace lth::http::pages {

struct NewCardView {
    const app::ClubLine& club;
    const std::vector<app::DeviceRow>& devices;
    const std::vector<app::CardRow>& cards;  // that can still bind a phone
};
/// What a card is, the phones and unused cards there are, and the button that makes one.
[[nodiscard]] Response new_card_page(const Links& links, const NewCardView& view);
/// The card, to be printed; `origin` is this server as phones reach it.
[[nodiscard]] Response card_page(const Links& links, const app::PrintedCard& card,
                                 const std::string& origin);

}  // namespace lth::http::pages
