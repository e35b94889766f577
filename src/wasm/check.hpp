// Whether a book still holds what a printed code stands for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/replica/replica.hpp"

namespace lth::wasm {

enum class CodeFound : std::uint8_t {
    absent,
    pending,    // recorded on this device, not confirmed by the server
    stands,     // unchanged
    corrected,  // some of its operations were reversed by later entries
};
BOOST_DESCRIBE_ENUM(CodeFound, absent, pending, stands, corrected)

struct ReversedOp {
    core::Count op_index;
    std::string op;
    core::Date on;       // of the reversal
    core::Count by_seq;  // the entry that reversed it
    bool known = true;   // false: reversed, but the entry that did it is not on this device
};
BOOST_DESCRIBE_STRUCT(ReversedOp, (), (op_index, op, on, by_seq, known))

struct CheckPage {
    CodeFound found = CodeFound::absent;
    std::string code;
    std::uint64_t entries = 0;  // of the book, every one of them chained to the one before
    std::uint64_t seq = 0;
    std::optional<std::int64_t> received_at;
    std::optional<core::Date> on;
    std::optional<core::Count> present;  // at a meeting
    core::Money money_in;
    core::Money money_out;
    std::vector<ReversedOp> reversed;
};
BOOST_DESCRIBE_STRUCT(CheckPage, (),
                      (found, code, entries, seq, received_at, on, present, money_in, money_out,
                       reversed))

/// `code` as core::entry_code writes it.
[[nodiscard]] CheckPage check_code(const core::replica::BookReplica& book, const std::string& code);

}  // namespace lth::wasm
