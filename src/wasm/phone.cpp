#include "wasm/phone.hpp"

#include <algorithm>
#include <memory>

#include "core/club/money_pages.hpp"
#include "core/text.hpp"
#include "json/club_body.hpp"
#include "json/problem.hpp"
#include "wasm/calls.hpp"
#include "wasm/kept.hpp"
#include "wasm/people.hpp"

namespace lth::wasm {
namespace {

using core::replica::BookReplica;

// What the calls take.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())
struct Start {
    core::DeviceId device;
    core::AccountId account;
    std::string core_version;
};
BOOST_DESCRIBE_STRUCT(Start, (), (device, account, core_version))
struct OfBook {
    core::BookId book;
};
BOOST_DESCRIBE_STRUCT(OfBook, (), (book))
struct OfEntry {
    core::BookId book;
    core::EntryId entry_id;
};
BOOST_DESCRIBE_STRUCT(OfEntry, (), (book, entry_id))
struct AtSeq {
    core::BookId book;
    std::uint64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(AtSeq, (), (book, seq))
struct OfLoan {
    core::BookId book;
    core::LoanId loan;
    core::Date on;
};
BOOST_DESCRIBE_STRUCT(OfLoan, (), (book, loan, on))
struct Preview {
    core::Entry entry;
    core::Date on;
};
BOOST_DESCRIBE_STRUCT(Preview, (), (entry, on))
struct OfAccount {
    core::BookId book;
    core::club::Fund fund = core::club::Fund::income;
    std::string account;  // its name in the fund, "capital:province"
    core::Date from;
    core::Date until;
};
BOOST_DESCRIBE_STRUCT(OfAccount, (), (book, fund, account, from, until))
struct Quoted {
    core::club::LoanTerms terms;
    core::Money principal;
    core::Date on;
};
BOOST_DESCRIBE_STRUCT(Quoted, (), (terms, principal, on))
struct Before {
    core::BookId book;
    std::uint64_t before = 0;
    std::uint64_t limit = 0;
};
BOOST_DESCRIBE_STRUCT(Before, (), (book, before, limit))
struct AtMost {
    std::uint64_t max_bytes = 0;
};
BOOST_DESCRIBE_STRUCT(AtMost, (), (max_bytes))
struct Words {
    core::Money amount;
};
BOOST_DESCRIBE_STRUCT(Words, (), (amount))

// What they answer.
struct Rows {
    std::vector<KeptRow> rows;
};
BOOST_DESCRIBE_STRUCT(Rows, (), (rows))
struct Recorded {
    core::Entry entry;
    core::Digest entry_digest{};
    std::vector<KeptRow> rows;
};
BOOST_DESCRIBE_STRUCT(Recorded, (), (entry, entry_digest, rows))
struct TakenBack {
    bool done = false;
    std::vector<KeptRow> rows;
};
BOOST_DESCRIBE_STRUCT(TakenBack, (), (done, rows))
struct BookStatus {
    core::BookId book;
    core::replica::BookState state = core::replica::BookState::ok;
    bool needs_update = false;
    std::uint64_t last_seq = 0;
    std::uint64_t used_through = 0;     // entries that this device has made
    std::uint64_t settled_through = 0;  // of them the server has heard
    core::Count pending;
    core::Count open_cases;
    core::Count misfits;
};
BOOST_DESCRIBE_STRUCT(BookStatus, (),
                      (book, state, needs_update, last_seq, used_through, settled_through, pending,
                       open_cases, misfits))
struct Status {
    std::int64_t clock_offset = 0;
    std::vector<BookStatus> books;
};
BOOST_DESCRIBE_STRUCT(Status, (), (clock_offset, books))
struct EntryPage {
    std::uint64_t seq = 0;
    std::optional<std::int64_t> received_at;  // none: pending
    core::Entry entry;
    core::Digest entry_digest{};
};
BOOST_DESCRIBE_STRUCT(EntryPage, (), (seq, received_at, entry, entry_digest))
struct Text {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Text, (), (text))

struct Phone {
    core::replica::Replica replica;
    core::AccountId account;
};
std::unique_ptr<Phone> phone;  // one caller, one thread: a worker

core::Result<std::vector<core::club::ClubOp>> read_ops(const core::Entry& entry) {
    return json::read_club_ops(entry.body, entry.parts);
}

BookStatus status_of(const BookReplica& book) {
    const auto open = std::ranges::count_if(book.cases(), [](const auto& item) {
        return item.second.state == core::replica::CaseState::open;
    });
    const auto count = [](std::size_t n) { return core::Count{static_cast<std::int64_t>(n)}; };
    return {.book = book.id(),
            .state = book.state(),
            .needs_update = book.needs_update(),
            .last_seq = book.head().last_seq,
            .used_through = book.used_through(),
            .settled_through = book.settled_through(),
            .pending = count(book.pending().size()),
            .open_cases = core::Count{open},
            .misfits = count(book.misfits().size())};
}

core::Result<EntryPage> entry_at(const BookReplica& book, std::uint64_t seq) {
    const auto* entry = entry_with(book, seq);
    if (entry == nullptr) {
        return core::reject("question.entry.unknown", "seq", {{"seq", std::to_string(seq)}});
    }
    std::optional<std::int64_t> received_at;
    if (seq <= book.entries().size()) received_at = book.entries()[seq - 1].seal.received_at;
    return EntryPage{seq, received_at, *entry, entry_digest(*entry)};
}

core::Result<core::club::LoanPage> loan_page_of(const BookReplica& book, const OfLoan& asked) {
    const auto* loan = find_loan(book.shown(), asked.loan);
    if (loan == nullptr)
        return core::reject("loan.unknown", "loan", {{"loan", to_text(asked.loan)}});
    return loan_page(book.shown(), *loan, asked.on);
}

// As recording would judge it, on a copy.
core::Result<core::club::Difference> preview_of(const BookReplica& book, const Preview& asked) {
    const auto ops = read_ops(asked.entry);
    if (!ops) return std::unexpected(ops.error());
    auto latest = core::first_date;
    for (const auto& op : *ops) latest = std::max(latest, op.on);
    auto after = book.shown();
    core::club::Birthdays birthdays;
    const core::club::At at{asked.entry.entry_id,
                            after.ops.empty() ? 1U : after.ops.back().seq + 1};
    const auto admitted = admit(after, birthdays, at, *ops, {}, latest);
    if (!admitted) return std::unexpected(admitted.error());
    return difference(book.shown(), after, std::max(latest, asked.on));
}

core::Result<core::club::AccountPage> account_of(const BookReplica& book, const OfAccount& asked) {
    const auto account = core::club::find_account(asked.fund, asked.account);
    if (!account) return core::reject("account.unknown", "account", {{"account", asked.account}});
    return account_page(book.shown(), *account, {asked.from, asked.until});
}

}  // namespace

core::Result<BookReplica*> find(const core::BookId& id) {
    auto* book = phone ? phone->replica.find(id) : nullptr;
    if (book == nullptr)
        return core::reject("question.book.unknown", "book", {{"book", to_text(id)}});
    return book;
}

const core::Entry* entry_with(const BookReplica& book, std::uint64_t seq) {
    if (seq >= 1 && seq <= book.entries().size()) return &book.entries()[seq - 1].entry;
    auto at = book.entries().size();
    for (const auto& [number, pending] : book.pending()) {
        if (!pending.withdrawing && ++at == seq) return &pending.offered.entry;
    }
    return nullptr;
}

}  // namespace lth::wasm

using namespace lth;
using namespace lth::wasm;

extern "C" {

LthAnswer lth_phone_start() {
    return answer<Start>([](const Start& asked) -> core::Result<Nothing> {
        phone = std::make_unique<Phone>(
            core::replica::Replica(asked.device, asked.core_version, read_ops), asked.account);
        return Nothing{};
    });
}

LthAnswer lth_phone_follow() {
    return answer<OfBook>([](const OfBook& asked) -> core::Result<Nothing> {
        if (phone) (void)phone->replica.follow(asked.book);
        return Nothing{};
    });
}

LthAnswer lth_phone_restore() {
    return answer<KeptRow>([](const KeptRow& row) -> core::Result<Nothing> {
        if (!phone) return core::reject("question.book.unknown", "book", {{"book", ""}});
        const auto done = restore(phone->replica.follow(row.book), row);
        if (!done) return std::unexpected(done.error());
        return Nothing{};
    });
}

LthAnswer lth_phone_restored() {
    return answer<Nothing>([](const Nothing&) -> core::Result<Rows> {
        core::replica::KeptList keep;
        if (!phone) return Rows{};
        for (const auto& [id, book] : phone->replica.books()) {
            std::ranges::move(phone->replica.find(id)->restored(), std::back_inserter(keep));
        }
        return Rows{kept_rows(keep)};
    });
}

LthAnswer lth_phone_record() {
    return answer<core::replica::Offered>(
        [](const core::replica::Offered& offered) -> core::Result<Recorded> {
            const auto book = find(offered.entry.book_id);
            if (!book) return std::unexpected(book.error());
            auto mine = offered;
            mine.entry.author = phone->account;
            core::replica::KeptList keep;
            auto entry = (*book)->record(std::move(mine), keep);
            if (!entry) return std::unexpected(std::move(entry.error()));
            const auto digest = entry_digest(*entry);
            return Recorded{std::move(*entry), digest, kept_rows(keep)};
        });
}

LthAnswer lth_phone_preview() {
    return answer<Preview>([](const Preview& asked) -> core::Result<core::club::Difference> {
        const auto book = find(asked.entry.book_id);
        if (!book) return std::unexpected(book.error());
        return preview_of(**book, asked);
    });
}

LthAnswer lth_phone_withdraw() {
    return page<OfEntry>([](BookReplica& book, const OfEntry& asked) {
        core::replica::KeptList keep;
        const bool done = book.withdraw(asked.entry_id, keep);
        return TakenBack{done, kept_rows(keep)};
    });
}

LthAnswer lth_phone_ask() {
    return answer<AtMost>([](const AtMost& asked) -> core::Result<core::replica::Request> {
        if (!phone) return core::reject("question.book.unknown", "book", {{"book", ""}});
        return phone->replica.ask(asked.max_bytes);
    });
}

LthAnswer lth_phone_take(double device_time) {
    return answer<core::replica::Answer>(
        [&](const core::replica::Answer& said) -> core::Result<Rows> {
            if (!phone) return core::reject("question.book.unknown", "book", {{"book", ""}});
            return Rows{
                kept_rows(phone->replica.take(said, static_cast<std::int64_t>(device_time)))};
        });
}

LthAnswer lth_phone_status() {
    return answer<Nothing>([](const Nothing&) -> core::Result<Status> {
        Status status;
        if (!phone) return status;
        status.clock_offset = phone->replica.clock_offset();
        for (const auto& [id, book] : phone->replica.books()) {
            status.books.push_back(status_of(book));
        }
        return status;
    });
}

LthAnswer lth_phone_cases() {
    return page<OfBook>([](BookReplica& book, const OfBook&) {
        std::vector<core::replica::Case> list;
        for (const auto& [number, why] : book.misfits()) {
            list.push_back({.offered = book.pending().at(number).offered,
                            .problem = json::problem_text(why),
                            .told = false});
        }
        for (const auto& [id, kept] : book.cases()) list.push_back(kept);
        return list;
    });
}

LthAnswer lth_phone_entry() {
    return answer<AtSeq>([](const AtSeq& asked) -> core::Result<EntryPage> {
        const auto book = find(asked.book);
        if (!book) return std::unexpected(book.error());
        return entry_at(**book, asked.seq);
    });
}

LthAnswer lth_phone_home() {
    return page<OnDay>(
        [](BookReplica& book, const OnDay& asked) { return home_page(book.shown(), asked.on); });
}

LthAnswer lth_phone_members() {
    return page<OnDay>(
        [](BookReplica& book, const OnDay& asked) { return person_lines(book, asked.on); });
}

LthAnswer lth_phone_sheet() {
    return page<OnDay>([](BookReplica& book, const OnDay& asked) {
        return meeting_sheet(book.shown(), asked.on);
    });
}

LthAnswer lth_phone_loans() {
    return page<OnDay>(
        [](BookReplica& book, const OnDay& asked) { return loan_lines(book.shown(), asked.on); });
}

LthAnswer lth_phone_loan() {
    return answer<OfLoan>([](const OfLoan& asked) -> core::Result<core::club::LoanPage> {
        const auto book = find(asked.book);
        if (!book) return std::unexpected(book.error());
        return loan_page_of(**book, asked);
    });
}

LthAnswer lth_phone_funds() {
    return page<OnDay>(
        [](BookReplica& book, const OnDay& asked) { return funds_page(book.shown(), asked.on); });
}

LthAnswer lth_phone_account() {
    return answer<OfAccount>([](const OfAccount& asked) -> core::Result<core::club::AccountPage> {
        const auto book = find(asked.book);
        if (!book) return std::unexpected(book.error());
        return account_of(**book, asked);
    });
}

LthAnswer lth_phone_quote() {
    return answer<Quoted>([](const Quoted& asked) -> core::Result<core::club::LoanQuote> {
        if (const char* wrong = core::club::wrong_term(asked.terms)) {
            return core::reject("loan.terms", "terms", {{"field", wrong}});
        }
        if (asked.principal.dong <= 0) return core::reject("amount.not_positive", "principal");
        return loan_quote(asked.terms, asked.principal, asked.on);
    });
}

LthAnswer lth_phone_meetings() {
    return page<OfBook>(
        [](BookReplica& book, const OfBook&) { return meeting_lines(book.shown()); });
}

LthAnswer lth_phone_journal() {
    return page<Before>([](BookReplica& book, const Before& asked) {
        return journal_lines(book.shown(), asked.before, asked.limit);
    });
}

LthAnswer lth_phone_words() {
    return answer<Words>([](const Words& asked) -> core::Result<Text> {
        return Text{core::money_in_words(asked.amount.dong)};
    });
}
}
