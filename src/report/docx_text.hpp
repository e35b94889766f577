// The text of one Word paragraph as the reader sees it, over the runs that Word cut it into, and
// how to change it there.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace lth::report {

/// `with` instead of the bytes begin … end of a text.
struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string with;
};

class ParagraphText {
public:
    /// Of the paragraph's own runs; paragraphs of text boxes inside it are paragraphs of their own.
    explicit ParagraphText(pugi::xml_node paragraph);

    [[nodiscard]] const std::string& text() const { return text_; }

    /// In order and apart from each other. The new text goes into the run where the old one begins
    /// and takes its formatting; out of the runs after it the old text is cut. Line feeds become
    /// line breaks.
    void replace(std::span<const Edit> edits);

private:
    struct Piece {
        pugi::xml_node node;  // w:t; null: a tab or a break
        std::size_t begin = 0;
        std::string text;
    };

    std::vector<Piece> pieces_;
    std::string text_;
};

}  // namespace lth::report
