#include "report/docx_text.hpp"

#include <algorithm>

#include "report/xml_part.hpp"

namespace lth::report {
namespace {

void write_line(pugi::xml_node node, std::string_view line) {
    node.text().set(std::string(line).c_str());
    node.remove_attribute("xml:space");
    node.append_attribute("xml:space") = "preserve";
}

// Lines beside each other in the same run: text, break, text …
void write_lines(pugi::xml_node node, std::string_view text) {
    auto run = node.parent();
    const auto break_name = name_beside(node, "br");
    auto end = text.find('\n');
    write_line(node, text.substr(0, end));
    auto last = node;
    while (end != std::string_view::npos) {
        text.remove_prefix(end + 1);
        end = text.find('\n');
        last = run.insert_child_after(break_name.c_str(), last);
        last = run.insert_child_after(node.name(), last);
        write_line(last, text.substr(0, end));
    }
}

}  // namespace

ParagraphText::ParagraphText(pugi::xml_node paragraph) {
    each_below(paragraph, [&](pugi::xml_node node) {
        const auto name = local_name(node);
        // A tab of w:tabs is a setting and has no run around it.
        const bool text = name == "t";
        const bool space = name == "br" || name == "tab" || name == "cr";
        if (!text && !(space && is_named(node.parent(), "r"))) return;
        if (ancestor_named(node, "p") != paragraph) return;
        const std::string content = text ? node.text().get() : "\n";
        pieces_.push_back({text ? node : pugi::xml_node(), text_.size(), content});
        text_ += content;
    });
}

void ParagraphText::replace(std::span<const Edit> edits) {
    for (const Piece& piece : pieces_) {
        if (!piece.node) continue;
        const auto piece_end = piece.begin + piece.text.size();
        std::string text;
        auto at = piece.begin;
        for (const Edit& edit : edits) {
            if (edit.end <= piece.begin || edit.begin >= piece_end) continue;
            if (edit.begin > at) text += text_.substr(at, edit.begin - at);
            if (edit.begin >= piece.begin) text += edit.with;
            at = std::min(edit.end, piece_end);
        }
        if (at == piece.begin && text.empty()) continue;  // no edit is here
        text += text_.substr(at, piece_end - at);
        write_lines(piece.node, text);
    }
}

}  // namespace lth::report
