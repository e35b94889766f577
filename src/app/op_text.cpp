#include "app/op_text.hpp"

#include "json/association_body.hpp"
#include "json/club_body.hpp"
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

template <class Ops>
std::string text_of_op(const core::Result<Ops>& ops, const core::Entry& entry,
                       std::uint32_t op_index, const std::set<core::PartClass>& classes) {
    std::string text;
    if (!ops || op_index >= ops->size()) return text;
    for (const auto number : (*ops)[op_index].parts) {
        if (number == 0 || number > entry.parts.size()) continue;
        const auto& part = entry.parts[number - 1U];
        if (part.content && classes.contains(part.kind)) add_strings(text, part.content->text);
    }
    return text;
}

std::optional<std::string> shown_text(const core::Entry& entry, std::uint32_t op_index,
                                      const std::set<core::PartClass>& classes) {
    auto text = op_text(entry, op_index, classes);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

}  // namespace

std::string op_text(const core::Entry& entry, std::uint32_t op_index,
                    const std::set<core::PartClass>& classes) {
    return text_of_op(json::read_association_ops(entry.body, entry.parts), entry, op_index,
                      classes);
}

std::string club_op_text(const core::Entry& entry, std::uint32_t op_index) {
    return text_of_op(json::read_club_ops(entry.body, entry.parts), entry, op_index,
                      {core::PartClass::text});
}

std::string part_words(const core::PartContent& part) {
    std::string text;
    add_strings(text, part.text);
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

std::optional<std::string> OpTexts::addressed(const core::BookId& to, const core::BookId& book,
                                              std::uint64_t seq, std::uint32_t op_index) {
    const auto shown = shown_.find(to);
    if (shown == shown_.end() || !shown->second.contains(core::PartClass::text)) {
        return std::nullopt;
    }
    const auto read = store_.entries(book, seq - 1, {.entries = 1});
    if (read.empty()) return std::nullopt;
    return shown_text(read.front().entry, op_index, {core::PartClass::text});
}

const std::string& OpTexts::of_entry(const core::BookId& book, std::uint64_t seq) {
    static const std::string none;
    const auto shown = shown_.find(book);
    if (shown == shown_.end()) return none;
    if (book_ != book) {
        book_ = book;
        texts_.clear();
        for (const auto& part : store_.part_texts(book)) {
            if (shown->second.contains(part.kind)) add_strings(texts_[part.seq], part.text);
        }
    }
    const auto found = texts_.find(seq);
    return found == texts_.end() ? none : found->second;
}

}  // namespace lth::app
