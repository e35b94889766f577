#include "http/pages/html.hpp"

#include <cassert>

namespace lth::http::pages {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

void Html::start(std::string_view tag, Attributes attributes) {
    out_ += '<';
    out_ += tag;
    for (const auto& [name, value] : attributes) {
        out_ += ' ';
        out_ += name;
        out_ += "=\"";
        out_ += escaped(value);
        out_ += '"';
    }
}

Html& Html::open(std::string_view tag, Attributes attributes) {
    start(tag, attributes);
    out_ += '>';
    open_.push_back(tag);
    return *this;
}

Html& Html::close() {
    assert(!open_.empty());
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
    // A line per block keeps the source readable; inline elements would gain spaces by it.
    static constexpr std::string_view blocks =
        " p div li ul ol tr table section header footer nav main form details dl dt dd h1 h2 h3 ";
    if (blocks.contains(" " + std::string(open_.back()) + " ")) out_ += '\n';
    open_.pop_back();
    return *this;
}

Html& Html::text(std::string_view text) {
    out_ += escaped(text);
    return *this;
}

Html& Html::empty(std::string_view tag, Attributes attributes) {
    start(tag, attributes);
    out_ += "/>";
    return *this;
}

Html& Html::element(std::string_view tag, std::string_view content, Attributes attributes) {
    return open(tag, attributes).text(content).close();
}

std::string Html::take() && {
    assert(open_.empty());
    return std::move(out_);
}

}  // namespace lth::http::pages
