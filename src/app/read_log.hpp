// What was read of people and taken out, by whom and why: kept for those above to see.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/entry.hpp"

namespace lth::app {

enum class ReadWhat : std::uint8_t {
    sensitive,  // parts of the sensitive class
    names,      // names below the commune, opened with a reason
    audit,      // an auditor's reading, opened with a reason
    person,     // one person's data, exported
    workbook,   // a club's lists, taken out as a spreadsheet
    list,       // a list of the desk, taken out as a spreadsheet; `reason` is its title
    document,   // a document or annex, taken out; `reason` says which
};
BOOST_DESCRIBE_ENUM(ReadWhat, sensitive, names, audit, person, workbook, list, document)

struct ReadLine {
    core::BookId book;
    std::int64_t at = 0;  // ms UTC
    core::Uuid id;        // version 7
    core::AccountId account;
    ReadWhat what = ReadWhat::sensitive;
    std::optional<core::SubjectId> subject = {};  // of whom, if of one person
    std::string reason = {};

    friend bool operator==(const ReadLine&, const ReadLine&) = default;
};

/// Where a page of the log ends: lines before it are older, or of the same instant with a smaller
/// id. A nil id: of an earlier instant.
struct ReadPlace {
    std::int64_t at = 0;  // ms UTC
    core::Uuid id = {};
};

/// A read of the sensitive class. `of` says by which device and of what: the same sent again at the
/// same time is one line.
[[nodiscard]] ReadLine sensitive_read(const core::BookId& book, std::int64_t now,
                                      const core::AccountId& reader, std::string_view of);

/// All calls may be made from any thread, and throw Fault.
class ReadLog {
public:
    virtual ~ReadLog() = default;

    virtual void append(const ReadLine& line) = 0;
    /// Before a place, the latest first.
    [[nodiscard]] virtual std::vector<ReadLine> of_book(const core::BookId& book,
                                                        const ReadPlace& before,
                                                        std::size_t limit) = 0;
    [[nodiscard]] virtual std::vector<ReadLine> latest(const ReadPlace& before,
                                                       std::size_t limit) = 0;
};

}  // namespace lth::app
