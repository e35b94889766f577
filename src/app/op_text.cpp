#include "app/op_text.hpp"

#include <algorithm>

#include "app/erasing.hpp"
#include "json/association_body.hpp"
#include "json/document.hpp"

namespace lth::app {
namespace {

void add_strings(std::string& text, const std::string& part) {
    json::Document document;
    if (!document.parse(part) || document.root().kind != json::Kind::object) return;
    json::for_each_child(document, document.root(), [&](const json::Node& node) {
        if (node.kind != json::Kind::string) return true;
        if (!text.empty()) text += '\n';
        text += node.text;
        return true;
    });
}

std::optional<std::string> shown_text(const core::Entry& entry, std::uint32_t op_index,
                                      const std::set<core::PartClass>& classes) {
    auto text = op_text(entry, op_index, classes);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

}  // namespace

std::string op_text(const core::Entry& entry, std::uint32_t op_index,
                    const std::set<core::PartClass>& classes) {
    std::string text;
    const auto ops = json::read_association_ops(entry.body, entry.parts);
    if (!ops || op_index >= ops->size()) return text;
    for (const auto number : (*ops)[op_index].parts) {
        if (number == 0 || number > entry.parts.size()) continue;
        const auto& part = entry.parts[number - 1U];
        if (part.content && classes.contains(part.kind)) add_strings(text, part.content->text);
    }
    return text;
}

std::optional<std::string> OpTexts::of(const core::BookId& book, std::uint64_t seq,
                                       std::uint32_t op_index) {
    const auto shown = shown_.find(book);
    if (shown == shown_.end()) return std::nullopt;
    const auto read = store_.entries(book, seq - 1, {.entries = 1});
    if (read.empty()) return std::nullopt;
    return shown_text(read.front().entry, op_index, shown->second);
}

std::optional<std::string> OpTexts::in_turn(const core::BookId& book, std::uint64_t seq,
                                            std::uint32_t op_index) {
    const auto shown = shown_.find(book);
    if (shown == shown_.end()) return std::nullopt;
    if (book_ != book) {
        book_ = book;
        entries_.clear();
        each_entry_of(store_, book, [&](const core::SealedEntry& sealed) {
            const auto& parts = sealed.entry.parts;
            const bool says = std::ranges::any_of(parts, [&](const core::PrivatePart& part) {
                return part.content && shown->second.contains(part.kind);
            });
            if (says) entries_.emplace(sealed.seal.seq, sealed.entry);
        });
    }
    const auto found = entries_.find(seq);
    if (found == entries_.end()) return std::nullopt;
    return shown_text(found->second, op_index, shown->second);
}

}  // namespace lth::app
