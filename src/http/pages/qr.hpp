// QR codes as vector drawings that stand inside a page.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/pages/page.hpp"

namespace lth::http::pages {

struct Qr {
    std::int64_t side = 0;  // modules, the quiet zone included
    std::string path;       // of the dark ones: data of an SVG path
};
BOOST_DESCRIBE_STRUCT(Qr, (), (side, path))

/// Level M. Throws Fault if the text is longer than any code holds.
[[nodiscard]] Qr qr_of(std::string_view text);

/// `label`: what it is, for whoever does not see it.
void draw_qr(Page& page, std::string_view text, const Phrase& label);

}  // namespace lth::http::pages
