#include "wasm/life.hpp"

#include <algorithm>
#include <tuple>

#include "core/club/flags.hpp"
#include "core/club/life_pages.hpp"
#include "core/rating/score.hpp"
#include "core/sort.hpp"
#include "json/club_body.hpp"
#include "wasm/calls.hpp"

namespace lth::wasm {
namespace {

using core::replica::BookReplica;

struct OpsAsked {
    core::BookId book;
    std::vector<std::string> ops;
    core::Date from;
    core::Date until;
};
BOOST_DESCRIBE_STRUCT(OpsAsked, (), (book, ops, from, until))
struct RatingAsked {
    core::BookId book;
    core::Year year;
    core::Date as_of;
    core::rating::Criteria criteria;
    std::vector<core::club::CriterionScore> judged;
};
BOOST_DESCRIBE_STRUCT(RatingAsked, (), (book, year, as_of, criteria, judged))

struct Then {
    core::BookId book;
    core::Date on;
    core::Count seq;
};
BOOST_DESCRIBE_STRUCT(Then, (), (book, on, seq))

std::vector<core::MemberId> members_then(const BookReplica& book, const Then& asked) {
    std::vector<core::MemberId> members;
    const auto club = book.as_recorded(static_cast<std::uint64_t>(asked.seq.value));
    for (const auto& member : club.members) {
        if (member.live && span_on(member, asked.on) != nullptr)
            members.push_back(member.admitted.member);
    }
    return members;
}

struct OpLine {
    core::Date on;
    core::Count seq;
    core::Count op_index;
    std::string text;
    std::vector<std::string> parts;
};
BOOST_DESCRIBE_STRUCT(OpLine, (), (on, seq, op_index, text, parts))

/// The text of an operation as it stands in a body that was read before: it is an object in the
/// one list of the body.
std::string_view nth_op(std::string_view body, std::size_t index) {
    std::size_t start = 0;
    int depth = 0;
    bool quoted = false;
    for (auto at = body.find('[') + 1; at < body.size(); ++at) {
        const char c = body[at];
        if (quoted) {
            if (c == '\\') ++at;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (depth++ == 0) start = at;
        } else if ((c == '}' || c == ']') && --depth == 0 && index-- == 0) {
            return body.substr(start, at + 1 - start);
        }
    }
    return {};
}

OpLine op_line(const core::Entry& entry, const core::club::OpRecord& record,
               const core::club::ClubOp& op) {
    OpLine line{.on = record.on,
                .seq = core::Count{record.seq},
                .op_index = core::Count{record.op_index},
                .text = std::string(nth_op(entry.body, record.op_index)),
                .parts = {}};
    for (const auto number : op.parts) {
        const auto& part = entry.parts[number - std::size_t{1}];
        if (part.content) line.parts.push_back(part.content->text);
    }
    return line;
}

std::vector<OpLine> op_lines(const BookReplica& book, const OpsAsked& asked) {
    std::vector<OpLine> lines;
    std::uint64_t read_seq = 0;
    const core::Entry* entry = nullptr;
    std::vector<core::club::ClubOp> ops;
    for (const auto& record : book.shown().ops) {
        if (!record.live || record.on < asked.from || record.on > asked.until) continue;
        const auto name = core::club::op_name(record.kind);
        if (std::ranges::find(asked.ops, name) == asked.ops.end()) continue;
        if (record.seq != read_seq) {
            read_seq = record.seq;
            entry = entry_with(book, read_seq);
            auto read = entry == nullptr ? core::Result<std::vector<core::club::ClubOp>>{}
                                         : json::read_club_ops(entry->body, entry->parts);
            ops = read ? std::move(*read) : std::vector<core::club::ClubOp>{};
        }
        if (record.op_index < ops.size()) {
            lines.push_back(op_line(*entry, record, ops[record.op_index]));
        }
    }
    core::sort_list(
        lines, {}, [](const OpLine& line) { return std::tuple(line.on, line.seq, line.op_index); });
    return lines;
}

}  // namespace
}  // namespace lth::wasm

using namespace lth;
using namespace lth::wasm;

extern "C" {

LthAnswer lth_phone_consents() {
    return page<OnDay>([](BookReplica& book, const OnDay& asked) {
        return consent_lines(book.shown(), asked.on);
    });
}

LthAnswer lth_phone_roles() {
    return page<OnDay>(
        [](BookReplica& book, const OnDay& asked) { return roles_page(book.shown(), asked.on); });
}

LthAnswer lth_phone_members_then() {
    return page<Then>(
        [](BookReplica& book, const Then& asked) { return members_then(book, asked); });
}

LthAnswer lth_phone_todos() {
    return page<OnDay>(
        [](BookReplica& book, const OnDay& asked) { return todo_lines(book.shown(), asked.on); });
}

LthAnswer lth_phone_flags() {
    return page<OnDay>(
        [](BookReplica& book, const OnDay& asked) { return flag_lines(book.shown(), asked.on); });
}

LthAnswer lth_phone_ops() {
    return page<OpsAsked>(
        [](BookReplica& book, const OpsAsked& asked) { return op_lines(book, asked); });
}

LthAnswer lth_phone_rating() {
    return answer<RatingAsked>([](const RatingAsked& asked) -> core::Result<core::rating::Sheet> {
        const auto book = find(asked.book);
        if (!book) return std::unexpected(book.error());
        if (auto sound = check(asked.criteria); !sound) return std::unexpected(sound.error());
        return evaluate((*book)->shown(), asked.criteria, asked.year, asked.as_of, asked.judged);
    });
}
}
