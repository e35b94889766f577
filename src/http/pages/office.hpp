// Pages of officers over clubs: the card that binds a phone, one person's record.
#pragma once

#include "app/device_desk.hpp"
#include "app/person.hpp"
#include "http/pages/page.hpp"

namespace lth::http::pages {

/// What a card is, the phones there are, and the button that makes one.
[[nodiscard]] Response new_card_page(const Links& links, const app::ClubLine& club,
                                     const std::vector<app::DeviceRow>& devices);
/// The card, to be printed; `origin` is this server as phones reach it.
[[nodiscard]] Response card_page(const Links& links, const app::PrintedCard& card,
                                 const std::string& origin);
[[nodiscard]] Response person_page(const Links& links, const app::PersonFile& file);
/// Asks for the reason that opens the record; `typed` was none.
[[nodiscard]] Response person_reason_page(const Links& links, std::string_view action,
                                          const std::string& typed, const core::Rejection& refused);

}  // namespace lth::http::pages
