#include "report/xml_part.hpp"

#include <algorithm>

namespace lth::report {
namespace {

constexpr unsigned parse_options =
    pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration | pugi::parse_pi;

class Measure final : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node& node) override {
        if (node.type() == pugi::node_element) ++tags;
        deepest = std::max(deepest, static_cast<std::size_t>(depth()) + 1);
        return true;
    }

    std::size_t tags = 0;
    std::size_t deepest = 0;
};

class Bytes final : public pugi::xml_writer {
public:
    void write(const void* data, std::size_t size) override {
        text.append(static_cast<const char*>(data), size);
    }

    std::string text;
};

}  // namespace

core::Result<XmlTree> parse_part(std::string_view path, std::string_view bytes,
                                 const Limits& limits) {
    const auto opens = static_cast<std::size_t>(std::ranges::count(bytes, '<'));
    if (opens > 2 * limits.tags) return std::unexpected(too_much_markup(path, limits));
    auto tree = std::make_unique<pugi::xml_document>();
    const auto read = tree->load_buffer(bytes.data(), bytes.size(), parse_options);
    if (!read || !tree->document_element()) {
        const char* detail = read ? "no element" : read.description();
        return core::reject("report.broken_xml", {},
                            {{"part", std::string(path)}, {"detail", detail}});
    }
    Measure measure;
    tree->traverse(measure);
    if (measure.tags > limits.tags || measure.deepest > limits.depth) {
        return std::unexpected(too_much_markup(path, limits));
    }
    return tree;
}

std::string to_bytes(const pugi::xml_document& tree) {
    Bytes bytes;
    tree.save(bytes, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(bytes.text);
}

std::size_t count_tags(pugi::xml_node node) {
    Measure measure;
    node.traverse(measure);
    return measure.tags + 1;
}

core::Rejection too_much_markup(std::string_view path, const Limits& limits) {
    return core::make_rejection(
        "report.too_much_markup", {},
        {{"part", std::string(path)}, {"limit", std::to_string(limits.tags)}});
}

std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name) {
    for (const pugi::xml_node child : parent.children()) {
        if (is_named(child, name)) return child;
    }
    return {};
}

pugi::xml_node ancestor_named(pugi::xml_node node, std::string_view name) {
    for (node = node.parent(); node; node = node.parent()) {
        if (is_named(node, name)) return node;
    }
    return {};
}

std::string name_beside(pugi::xml_node like, std::string_view name) {
    const std::string_view full = like.name();
    return std::string(full.substr(0, full.size() - local_name(like).size())) + std::string(name);
}

}  // namespace lth::report
