#include "http/pages/qr.hpp"

#include <qrencode.h>

#include <memory>

#include "app/fault.hpp"

namespace lth::http::pages {
namespace {

constexpr int quiet = 4;  // modules of white around it, as readers want

}  // namespace

Qr qr_of(std::string_view text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) throw app::Fault("Không vẽ được mã QR.", "The QR code cannot be drawn.");
    Qr qr{.side = code->width + 2 * quiet, .path = {}};
    const auto is_dark = [&](int x, int y) {
        return x < code->width && (code->data[y * code->width + x] & 1U) != 0;
    };
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width;) {
            int end = x;
            while (is_dark(end, y)) ++end;
            if (end > x) {
                qr.path += "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h" +
                           std::to_string(end - x) + "v1H" + std::to_string(x + quiet) + "z";
            }
            x = end + 1;
        }
    }
    return qr;
}

void draw_qr(Page& page, std::string_view text, const Phrase& label) {
    const auto qr = qr_of(text);
    const auto side = std::to_string(qr.side);
    page.open("svg", {{"class", "qr"},
                      {"viewBox", "0 0 " + side + " " + side},
                      {"role", "img"},
                      {"aria-label", std::string(page.say(label))}});
    page.element("path", "", {{"d", qr.path}});
    page.close();
}

}  // namespace lth::http::pages
