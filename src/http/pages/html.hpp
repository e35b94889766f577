// Writes HTML: text and attributes are always escaped, and elements close in order.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lth::http::pages {

struct Attribute {
    std::string_view name;
    std::string value;
};
using Attributes = std::initializer_list<Attribute>;

[[nodiscard]] std::string escaped(std::string_view text);

class Html {
public:
    Html& open(std::string_view tag, Attributes attributes = {});
    Html& close();  // the innermost element that is open
    Html& text(std::string_view text);
    /// An element without content: `link`, `input`, `meta`.
    Html& empty(std::string_view tag, Attributes attributes = {});
    /// An element with nothing but text in it.
    Html& element(std::string_view tag, std::string_view content, Attributes attributes = {});

    /// The text so far; every element must be closed.
    [[nodiscard]] std::string take() &&;

private:
    void start(std::string_view tag, Attributes attributes);

    std::string out_ = "<!doctype html>\n";
    std::vector<std::string_view> open_;
};

}  // namespace lth::http::pages
