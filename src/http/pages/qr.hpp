// QR codes as vector drawings that stand inside a page.
#pragma once

#include <string>
#include <string_view>

namespace lth::http::pages {

struct Qr {
    int side = 0;      // modules, the quiet zone included
    std::string path;  // of the dark ones: data of an SVG path
};

/// Level M. Throws Fault if the text is longer than any code holds.
[[nodiscard]] Qr qr_of(std::string_view text);

}  // namespace lth::http::pages
