#include "report/docx.hpp"

#include <algorithm>
#include <optional>
#include <ranges>

#include "report/docx_text.hpp"
#include "report/package.hpp"
#include "report/placeholder.hpp"
#include "report/xml_part.hpp"

namespace lth::report {
namespace {

using Problem = std::optional<core::Rejection>;

constexpr std::string_view body_path = "word/document.xml";

// Parts with text that the reader sees.
bool holds_text(std::string_view path) {
    constexpr std::string_view folder = "word/";
    if (!path.starts_with(folder) || !path.ends_with(".xml")) return false;
    const auto name = path.substr(folder.size());
    return path == body_path || name.starts_with("header") || name.starts_with("footer") ||
           name.starts_with("footnotes") || name.starts_with("endnotes");
}

// In document order, that of text boxes included.
std::vector<pugi::xml_node> paragraphs_of(pugi::xml_node root) {
    std::vector<pugi::xml_node> found;
    if (is_named(root, "p")) found.push_back(root);
    each_below(root, [&](pugi::xml_node node) {
        if (is_named(node, "p")) found.push_back(node);
    });
    return found;
}

// Cells, headers and text boxes must end with a paragraph; a table must have a row.
void remove_whole(pugi::xml_node node) {
    auto parent = node.parent();
    // The last paragraph of a section carries its page settings, which are not text.
    const auto settings = child_named(node, "pPr");
    if (is_named(node, "p") && child_named(settings, "sectPr")) {
        while (node.last_child() && node.last_child() != settings)
            node.remove_child(node.last_child());
        return;
    }
    const std::string paragraph = name_beside(node, "p");
    const bool row = is_named(node, "tr");
    parent.remove_child(node);
    if (row) {
        if (!child_named(parent, "tr")) remove_whole(parent);
        return;
    }
    if (is_named(parent, "body")) return;
    auto last = parent.last_child();
    while (last && last.type() != pugi::node_element) last = last.previous_sibling();
    if (!is_named(last, "p")) parent.append_child(paragraph.c_str());
}

// Text that was filled in is not looked through again: a club may be called "{{x}}". No text of XML
// holds the character in between.
constexpr char guard_mark = '\x01';

std::string guard(std::string_view text) {
    std::string guarded;
    for (const char c : text) {
        const bool kept = static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n';
        if (!kept) continue;  // no XML can hold it
        if (c == '{') guarded += guard_mark;
        guarded += c;
        if (c == '{') guarded += guard_mark;
    }
    return guarded;
}

void unguard(pugi::xml_node text) {
    std::string clean = text.text().get();
    if (std::erase(clean, guard_mark) > 0) text.text().set(clean.c_str());
}

class Filler {
public:
    Filler(std::string_view part, pugi::xml_node root, const Values& values, const Limits& limits)
        : part_(part), root_(root), values_(values), limits_(limits) {}

    Problem fill() {
        tags_ = count_tags(root_);
        if (auto problem = repeat_lists()) return problem;
        const Scope scope{values_};
        if (const auto left = leave_out(root_, scope); !left) return left.error();
        if (auto problem = fill_below(root_, scope)) return problem;
        each_below(root_, [](pugi::xml_node node) {
            if (is_named(node, "t")) unguard(node);
        });
        return {};
    }

private:
    struct Repeated {
        pugi::xml_node node;  // a row, or a paragraph
        std::string list;
    };

    // What repeats: each row once, whatever many marks it holds.
    core::Result<std::vector<Repeated>> find_repeated() {
        std::vector<Repeated> found;
        for (const auto paragraph : paragraphs_of(root_)) {
            const auto marks = find_placeholders(ParagraphText(paragraph).text(), part_);
            if (!marks) return std::unexpected(marks.error());
            for (const auto& mark : *marks) {
                if (mark.mark != Mark::list) continue;
                if (!values_.lists.contains(mark.name)) {
                    return std::unexpected(about("report.list.unknown", mark.name));
                }
                const auto row = ancestor_named(paragraph, "tr");
                const Repeated wanted{row ? row : paragraph, mark.name};
                const auto same = std::ranges::find(found, wanted.node, &Repeated::node);
                if (same == found.end()) {
                    found.push_back(wanted);
                } else if (same->list != wanted.list) {
                    return std::unexpected(two_lists(*same, wanted));
                }
            }
        }
        for (const auto& inner : found) {
            for (auto node = inner.node.parent(); node; node = node.parent()) {
                const auto outer = std::ranges::find(found, node, &Repeated::node);
                if (outer != found.end()) return std::unexpected(two_lists(*outer, inner));
            }
        }
        return found;
    }

    [[nodiscard]] core::Rejection two_lists(const Repeated& one, const Repeated& other) const {
        return core::make_rejection(
            "report.list.two", {},
            {{"name", one.list}, {"other", other.list}, {"place", std::string(part_)}});
    }

    Problem repeat_lists() {
        const auto repeated = find_repeated();
        if (!repeated) return repeated.error();
        for (const auto& [node, list] : *repeated) {
            const auto& items = values_.lists.find(list)->second;
            tags_ += count_tags(node) * items.size();
            if (tags_ > limits_.tags) return too_much_markup(part_, limits_);
            for (const Fields& item : items) {
                auto copy = node.parent().insert_copy_before(node, node);
                const Scope scope{values_, list, &item};
                const auto left = leave_out(copy, scope);
                if (!left) return left.error();
                if (*left == Left::nothing) continue;
                if (auto problem = fill_below(copy, scope)) return problem;
            }
            remove_whole(node);
        }
        return {};
    }

    enum class Left : std::uint8_t { something, nothing };
    struct Block {
        pugi::xml_node first;
        pugi::xml_node last;
        bool holds = true;
    };

    // The blocks of conditions, in document order: they may touch, but not overlap.
    core::Result<std::vector<Block>> find_blocks(pugi::xml_node root, const Scope& scope) const {
        std::vector<Block> blocks;
        std::string open;  // name of the condition that is open
        for (const auto paragraph : paragraphs_of(root)) {
            const auto marks = find_placeholders(ParagraphText(paragraph).text(), part_);
            if (!marks) return std::unexpected(marks.error());
            for (const auto& mark : *marks) {
                if (mark.mark == Mark::open_if) {
                    if (!open.empty()) return std::unexpected(about("report.if.open", open));
                    if (!scope.knows(mark.name)) {
                        return std::unexpected(unknown_placeholder(mark.name, part_, scope));
                    }
                    open = mark.name;
                    blocks.push_back({paragraph, {}, scope.holds(mark.name)});
                } else if (mark.mark == Mark::close_if) {
                    if (open.empty()) return std::unexpected(about("report.if.closed", "if"));
                    if (blocks.back().first.parent() != paragraph.parent()) {
                        return std::unexpected(about("report.if.open", open));
                    }
                    blocks.back().last = paragraph;
                    open.clear();
                }
            }
        }
        if (!open.empty()) return std::unexpected(about("report.if.open", open));
        return blocks;
    }

    // Takes out what stands under conditions that do not hold; `nothing`: so is the root itself.
    core::Result<Left> leave_out(pugi::xml_node root, const Scope& scope) const {
        const auto blocks = find_blocks(root, scope);
        if (!blocks) return std::unexpected(blocks.error());
        // The last first: a later block may stand in a text box of an earlier one.
        for (const auto& block : *blocks | std::views::reverse) {
            if (block.holds) continue;
            const bool all = block.last == root;
            for (auto node = block.first; node != block.last;) {
                const auto next = node.next_sibling();
                node.parent().remove_child(node);
                node = next;
            }
            remove_whole(block.last);
            if (all) return Left::nothing;
        }
        return Left::something;
    }

    Problem fill_below(pugi::xml_node root, const Scope& scope) {
        for (const auto paragraph : paragraphs_of(root)) {
            if (auto problem = fill_paragraph(paragraph, scope)) return problem;
        }
        return {};
    }

    Problem fill_paragraph(pugi::xml_node paragraph, const Scope& scope) {
        ParagraphText text(paragraph);
        const auto marks = find_placeholders(text.text(), part_);
        if (!marks) return marks.error();
        if (marks->empty()) return {};
        std::vector<Edit> edits;
        bool condition = false;
        for (const auto& mark : *marks) {
            std::string with;
            if (mark.mark == Mark::field) {
                const Field* field = scope.find(mark.name);
                if (field == nullptr) return unknown_placeholder(mark.name, part_, scope);
                with = guard(field->text);
            }
            condition |= mark.mark == Mark::open_if || mark.mark == Mark::close_if;
            edits.push_back({mark.begin, mark.end, std::move(with)});
        }
        // A paragraph that says nothing but where a condition begins or ends is not a line.
        const auto& all = text.text();
        const bool bare = marks->size() == 1 && condition &&
                          all.find_first_not_of(" \n") == marks->front().begin &&
                          all.find_last_not_of(" \n") + 1 == marks->front().end &&
                          paragraphs_of(paragraph).size() == 1;
        if (bare) {
            remove_whole(paragraph);
        } else {
            text.replace(edits);
        }
        return {};
    }

    [[nodiscard]] core::Rejection about(core::RuleRef rule, std::string name) const {
        return core::make_rejection(rule, {},
                                    {{"name", std::move(name)}, {"place", std::string(part_)}});
    }

    std::string_view part_;
    pugi::xml_node root_;
    const Values& values_;
    const Limits& limits_;
    std::size_t tags_ = 0;
};

}  // namespace

core::Result<std::string> fill_docx(std::string_view bytes, const Values& values,
                                    const Limits& limits) {
    auto package = read_package(bytes, ".docx", limits);
    if (!package) return std::unexpected(package.error());
    if (package->find(body_path) == nullptr) {
        return core::reject("report.missing_part", {}, {{"part", std::string(body_path)}});
    }
    for (Part& part : package->parts) {
        if (!holds_text(part.path)) continue;
        const auto tree = parse_part(part.path, part.bytes, limits);
        if (!tree) return std::unexpected(tree.error());
        Filler filler(part.path, (*tree)->document_element(), values, limits);
        if (auto problem = filler.fill()) return std::unexpected(std::move(*problem));
        part.bytes = to_bytes(**tree);
    }
    return write_package(*package);
}

}  // namespace lth::report
