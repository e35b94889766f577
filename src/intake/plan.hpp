// What an import would write, judged to the last operation, and what its reader should know first.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/entry.hpp"
#include "intake/reform_view.hpp"
#include "sheet/parse.hpp"

namespace lth::intake {

/// Who signs what comes from the command line.
[[nodiscard]] core::AccountId command_line_account();

/// Whether a list of members holds the whole club.
enum class Lists : std::uint8_t { whole, partial };

struct Options {
    std::optional<core::Date> as_of = {};        // of figures and lists without a day; else today
    std::optional<core::Date> units_as_of = {};  // the map that places are named on; else as_of
    Lists lists = Lists::whole;
    std::string legal_basis = {};  // of a list of units
    core::AccountId author = command_line_account();
    // Of the author; absent: all clubs. Rows of others are errors before they are held against a
    // book, so that nothing is learned of it.
    std::function<bool(const core::BookId& club)> in_reach = {};
    // Whether the author reads names of that club without a reason. If not, he is told which cells
    // differ and not what the book says, nor who else is called so. Absent: of all clubs.
    std::function<bool(const core::BookId& club)> sees_people = {};
};

/// An entry that was admitted to a private copy of its book.
struct Planned {
    core::BookKind kind = core::BookKind::club;
    core::Entry entry;  // device_seq 0: the book's next
    std::size_t operations = 0;
};

/// Somebody of the books, for who looks at a file.
struct HeldPerson {
    std::string id;  // hidden, "<book>/<member>"
    std::string text;
};

/// Something to look at; it refuses nothing. Row 0: the file as a whole.
struct Note {
    std::string sheet;
    std::size_t row = 0;
    core::Rejection what;                  // of the rules import.note.*
    std::vector<sheet::Origin> rows = {};  // that may be one, of import.note.duplicates
    std::vector<HeldPerson> held = {};     // whom the row may be, of import.note.same_in_book
};

/// A cell that says otherwise than the books, of a club or a member that they hold. What is written
/// corrects the books.
struct Difference {
    std::string sheet;
    std::size_t row = 0;
    std::string club;
    std::string who = {};       // a member; empty: the club itself
    std::string_view column;    // its heading in templates
    std::string before, after;  // as cells show them

    friend bool operator==(const Difference&, const Difference&) = default;
};

struct Plan {
    core::Uuid job;  // device of the entries, and what their ids are derived from
    core::AccountId author;
    std::string kind;    // "register", "members" …
    std::string source;  // the name of the file
    std::vector<Planned> entries;
    std::vector<sheet::RowError> errors;  // if there are any, nothing may be written
    std::vector<Note> notes;
    std::vector<Difference> differences;
    std::size_t rows = 0;
    std::size_t unchanged = 0;  // rows that say what the books say
    std::size_t opened = 0;     // books that are new
    std::optional<ReformShown> reform = {};
};

}  // namespace lth::intake
