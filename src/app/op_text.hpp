// What an operation of an association or of a club says in its private parts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "app/ports.hpp"

namespace lth::app {

/// Of the parts of these classes whose content is there, a line each; empty if there are none.
[[nodiscard]] std::string op_text(const core::Entry& entry, std::uint32_t op_index,
                                  const std::set<core::PartClass>& classes = {
                                      core::PartClass::text});
/// The same of a club's operation: its text alone.
[[nodiscard]] std::string club_op_text(const core::Entry& entry, std::uint32_t op_index);
/// What the texts of a private part say, a line each.
[[nodiscard]] std::string part_words(const core::PartContent& part);

/// Reads them from the store as a list comes to its operations, of the classes shown of each book:
/// nothing is kept, so that what is erased is gone.
class OpTexts {
public:
    using Shown = std::map<core::BookId, std::set<core::PartClass>>;
    OpTexts(Store& store, const Shown& shown) : store_(store), shown_(shown) {}

    /// Absent if there is none to be shown.
    [[nodiscard]] std::optional<std::string> of(const core::BookId& book, std::uint64_t seq,
                                                std::uint32_t op_index);
    /// The text of what is addressed to the book `to`, told whoever is shown texts there.
    [[nodiscard]] std::optional<std::string> addressed(const core::BookId& to,
                                                       const core::BookId& book, std::uint64_t seq,
                                                       std::uint32_t op_index);
    /// Of a whole entry, for whoever searches all of a book before the next: it is read once. Empty
    /// if there is none to be shown.
    [[nodiscard]] const std::string& of_entry(const core::BookId& book, std::uint64_t seq);

private:
    Store& store_;
    const Shown& shown_;
    core::BookId book_ = {};                      // that was read whole
    std::map<std::uint64_t, std::string> texts_;  // of its entries
};

}  // namespace lth::app
