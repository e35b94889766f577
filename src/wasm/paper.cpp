#include "wasm/paper.hpp"

#include "core/club/cash_pages.hpp"
#include "core/entry_code.hpp"
#include "wasm/calls.hpp"
#include "wasm/check.hpp"

namespace lth::wasm {
namespace {

struct Between {
    core::BookId book;
    core::Date from;
    core::Date until;
};
BOOST_DESCRIBE_STRUCT(Between, (), (book, from, until))
struct OfMonth {
    core::BookId book;
    core::club::Fund fund = core::club::Fund::income;
    core::club::Box account = core::club::Box::cash;
    core::Month month;
};
BOOST_DESCRIBE_STRUCT(OfMonth, (), (book, fund, account, month))
struct OfDigest {
    core::Digest entry_digest{};
};
BOOST_DESCRIBE_STRUCT(OfDigest, (), (entry_digest))
struct Typed {
    core::BookId book;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(Typed, (), (book, code))
struct Code {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Code, (), (text))

}  // namespace
}  // namespace lth::wasm

using namespace lth;
using namespace lth::wasm;

extern "C" {

LthAnswer lth_phone_vouchers() {
    return page<Between>([](core::replica::BookReplica& book, const Between& asked) {
        return voucher_lines(book.shown(), book.head().last_seq, asked.from, asked.until);
    });
}

LthAnswer lth_phone_cash_book() {
    return page<OfMonth>([](core::replica::BookReplica& book, const OfMonth& asked) {
        return cash_book(book.shown(), asked.fund, asked.account, asked.month);
    });
}

LthAnswer lth_phone_code() {
    return answer<OfDigest>([](const OfDigest& asked) -> core::Result<Code> {
        return Code{core::entry_code(asked.entry_digest)};
    });
}

LthAnswer lth_phone_check() {
    return answer<Typed>([](const Typed& asked) -> core::Result<CheckPage> {
        const auto book = find(asked.book);
        if (!book) return std::unexpected(book.error());
        const auto code = core::read_entry_code(asked.code);
        if (!code) return core::reject("check.code.unreadable", "code", {{"code", asked.code}});
        return check_code(**book, *code);
    });
}
}
