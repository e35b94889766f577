// One XML part of an office file as a tree, bounded in size and depth.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "core/result.hpp"
#include "report/limits.hpp"

namespace lth::report {

using XmlTree = std::unique_ptr<pugi::xml_document>;

/// White space is kept as it stands; entities of a DOCTYPE are not expanded.
[[nodiscard]] core::Result<XmlTree> parse_part(std::string_view path, std::string_view bytes,
                                               const Limits& limits);
[[nodiscard]] std::string to_bytes(const pugi::xml_document& tree);

/// Tags in and below a node.
[[nodiscard]] std::size_t count_tags(pugi::xml_node node);

[[nodiscard]] core::Rejection too_much_markup(std::string_view path, const Limits& limits);

/// The name behind a prefix: "p" of "w:p". Word and Excel always write the same prefixes; others
/// need not.
[[nodiscard]] std::string_view local_name(pugi::xml_node node);
[[nodiscard]] inline bool is_named(pugi::xml_node node, std::string_view name) {
    return local_name(node) == name;
}
[[nodiscard]] pugi::xml_node child_named(pugi::xml_node parent, std::string_view name);
[[nodiscard]] pugi::xml_node ancestor_named(pugi::xml_node node, std::string_view name);

/// The tag `name` with the prefix of `like`: "w:br" beside "w:t".
[[nodiscard]] std::string name_beside(pugi::xml_node like, std::string_view name);

/// In document order, without `root` itself.
template <class Visit>
void each_below(pugi::xml_node root, Visit visit) {
    for (pugi::xml_node node = root.first_child(); node;) {
        visit(node);
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node != root && !node.next_sibling()) node = node.parent();
        node = node == root ? pugi::xml_node() : node.next_sibling();
    }
}

}  // namespace lth::report
