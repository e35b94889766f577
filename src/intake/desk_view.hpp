// What a handed-in file would do, as the desk shows it.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/entry.hpp"
#include "intake/reform_view.hpp"

namespace lth::intake {

enum class Stage : std::uint8_t {
    waiting,  // for another's file
    reading,
    ready,  // read and judged; with errors nothing can be written
    writing,
    done,
    stopped,  // by its officer, in the middle
    failed,   // in the middle; `failure` says why
};
BOOST_DESCRIBE_ENUM(Stage, waiting, reading, ready, writing, done, stopped, failed)

/// What a sentence was made of, so that its reader's words can take the place of codes.
struct SaidFact {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(SaidFact, (), (name, value))

/// A sentence on a row; row 0: the file as a whole.
struct Said {
    std::string sheet;
    std::uint64_t row = 0;
    std::string column;  // the heading
    std::string found;
    std::string rule;
    std::string vi;
    std::string en;
    std::vector<SaidFact> facts = {};
};
BOOST_DESCRIBE_STRUCT(Said, (), (sheet, row, column, found, rule, vi, en, facts))

struct ShownColumn {
    std::uint64_t at = 0;  // 0-based
    std::string letter;
    std::string heading;  // shortened
    std::string known;    // one of `may_be`; empty: nobody knows the heading
};
BOOST_DESCRIBE_STRUCT(ShownColumn, (), (at, letter, heading, known))

/// A column that a heading may stand for, by its heading in templates.
struct KnownColumn {
    std::string heading;
    bool needed = false;
};
BOOST_DESCRIBE_STRUCT(KnownColumn, (), (heading, needed))

struct ShownRow {
    std::uint64_t row = 0;
    std::vector<std::string> cells;
};
BOOST_DESCRIBE_STRUCT(ShownRow, (), (row, cells))

/// A table of the file as it stands there, with its first rows.
struct ShownSheet {
    std::uint64_t sheet = 0;
    std::string name;
    std::vector<ShownColumn> columns;
    std::vector<KnownColumn> may_be;
    std::vector<ShownRow> rows;
    bool whole = false;  // a list: a unit whose row is left out ends, so none is
};
BOOST_DESCRIBE_STRUCT(ShownSheet, (), (sheet, name, columns, may_be, rows, whole))

/// Somebody in the book whom a row may be.
struct ShownHeld {
    std::string id;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ShownHeld, (), (id, text))

/// Rows that may be one, or one that may be somebody in the book, side by side; cells in the order
/// of the sheet's columns.
struct ShownSame {
    std::uint64_t sheet = 0;
    std::string names;
    std::vector<ShownRow> rows;
    std::vector<ShownHeld> held;
};
BOOST_DESCRIBE_STRUCT(ShownSame, (), (sheet, names, rows, held))

/// A cell that says otherwise than the books.
struct ShownDifference {
    std::string sheet;
    std::uint64_t row = 0;
    std::string club;
    std::string who;  // a member; empty: the club itself
    std::string column;
    std::string before;
    std::string after;
};
BOOST_DESCRIBE_STRUCT(ShownDifference, (), (sheet, row, club, who, column, before, after))

/// What a column of the file is, whose heading nobody knows.
struct MeantHeading {
    std::uint64_t sheet = 0;
    std::uint64_t at = 0;  // 0-based
    std::string column;    // its heading in templates
};
BOOST_DESCRIBE_STRUCT(MeantHeading, (), (sheet, at, column))

struct LeftOut {
    std::uint64_t sheet = 0;
    std::uint64_t row = 0;
    std::optional<std::uint64_t> into = {};  // of the same sheet
};
BOOST_DESCRIBE_STRUCT(LeftOut, (), (sheet, row, into))

/// A row that is about somebody in the book.
struct KnownRow {
    std::uint64_t sheet = 0;
    std::uint64_t row = 0;
    std::string id;  // of ShownHeld
};
BOOST_DESCRIBE_STRUCT(KnownRow, (), (sheet, row, id))

/// How a file is read.
struct Choices {
    std::vector<MeantHeading> columns = {};
    std::vector<LeftOut> rows = {};
    std::vector<KnownRow> known = {};
    std::optional<core::Date> as_of = {};  // of figures without a day
    std::string legal_basis = {};          // of a list of units or a reform
    bool partial = false;                  // a list of members that does not hold whole clubs
};
BOOST_DESCRIBE_STRUCT(Choices, (), (columns, rows, known, as_of, legal_basis, partial))

struct PreviewView {
    std::string kind;  // "members" …, "undo"
    std::string file;
    Stage stage = Stage::waiting;
    std::string job;  // of what is written; of an undo, the job that is taken back
    Choices choices = {};
    bool kept = false;  // the file is still here: it can be read once more
    std::uint64_t rows = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t opened = 0;
    std::uint64_t entries = 0;
    std::uint64_t operations = 0;
    std::uint64_t written = 0;  // of `entries`
    std::uint64_t error_count = 0;
    std::uint64_t note_count = 0;
    std::uint64_t difference_count = 0;
    std::vector<Said> errors = {};
    std::vector<Said> notes = {};
    std::vector<ShownSheet> sheets = {};
    std::vector<ShownSame> same = {};
    std::vector<ShownDifference> differences = {};
    std::optional<ReformShown> reform = {};
    std::optional<Said> failure = {};
    bool moved = false;  // the books changed before it was written: this is what it does by now
};
BOOST_DESCRIBE_STRUCT(PreviewView, (),
                      (kind, file, stage, job, choices, kept, rows, unchanged, opened, entries,
                       operations, written, error_count, note_count, difference_count, errors,
                       notes, sheets, same, differences, reform, failure, moved))

enum class JobState : std::uint8_t { writing, stopped, done, undone };
BOOST_DESCRIBE_ENUM(JobState, writing, stopped, done, undone)

struct JobLine {
    core::Uuid id;
    std::string kind;
    std::string source;
    JobState state = JobState::done;
    std::int64_t started_at = 0;
    std::optional<std::int64_t> finished_at = {};
    std::string by = {};  // a name; empty: the command line
};
BOOST_DESCRIBE_STRUCT(JobLine, (), (id, kind, source, state, started_at, finished_at, by))

struct JobsView {
    std::vector<std::string> kinds;  // that the officer may hand in
    std::vector<JobLine> imports;    // the latest first
    std::uint64_t total = 0;
    std::optional<PreviewView> mine = {};  // what he has handed in and not put away
};
BOOST_DESCRIBE_STRUCT(JobsView, (), (kinds, imports, total, mine))

}  // namespace lth::intake
