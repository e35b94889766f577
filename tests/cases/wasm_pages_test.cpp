// Every call of a phone, natively and in WebAssembly, on the longest book of a small demo: what is
// shown, printed, checked and rated must be equal byte for byte.
#include <gtest/gtest.h>

#include <boost/mp11.hpp>
#include <map>
#include <regex>
#include <set>

#include "cases/demo_province.hpp"
#include "core/club/fold.hpp"
#include "core/entry_code.hpp"
#include "facts/criteria.hpp"
#include "json/entry.hpp"
#include "json/message.hpp"
#include "support/wasm/recorder.hpp"
#include "wasm/kept.hpp"
#include "wasm/life.hpp"
#include "wasm/paper.hpp"

namespace lth::tests {
namespace {

using core::club::ClubWhat;
using Questions = std::vector<std::string>;

// The book as the server has it, and what there is to ask about it.
struct DemoClub {
    core::BookId id;
    std::vector<core::SealedEntry> entries;
    core::club::Club club;
    std::vector<core::Date> days;  // of every quarter, and the last
    core::Date last;

    [[nodiscard]] std::string of(const std::string& more) const {
        return R"({"book":")" + to_text(id) + "\"" + (more.empty() ? "" : "," + more) + "}";
    }
    [[nodiscard]] std::string between(core::Date from, core::Date until) const {
        return R"("from":")" + to_text(from) + R"(","until":")" + to_text(until) + "\"";
    }
};

// Of a small demo, that with the longest book.
DemoClub demo_club() {
    DemoClub book;
    book.last = core::make_date(2024, 12, 31);
    DemoProvince demo(12, book.last);
    const auto length = [&](const core::BookId& id) { return demo.store->book(id)->head.last_seq; };
    book.id = std::ranges::max(demo.books_of(core::BookKind::club), {}, length);
    for (std::uint64_t seq = 0;;) {
        const auto page = demo.store->entries(book.id, seq, {});
        if (page.empty()) break;
        seq = page.back().seal.seq;
        book.entries.insert(book.entries.end(), page.begin(), page.end());
    }
    book.club = demo.fold<app::ClubFold>(book.id).club;
    auto month = core::month_of(book.club.ops.front().on);
    for (; core::first_day(month) < book.last; month = month + 3) {
        book.days.push_back(core::last_day(month));
    }
    book.days.push_back(book.last);
    return book;
}

Questions about_the_book(const DemoClub& book) { return {book.of("")}; }

Questions on_days(const DemoClub& book) {
    Questions asked;
    for (const auto day : book.days) asked.push_back(book.of(R"("on":")" + to_text(day) + "\""));
    return asked;
}

Questions of_loans(const DemoClub& book) {
    Questions asked;
    for (const auto& loan : book.club.loans) {
        for (const auto day : {loan.disbursed_on, book.last}) {
            asked.push_back(
                book.of(R"("loan":")" + to_text(loan.id) + R"(","on":")" + to_text(day) + "\""));
        }
    }
    asked.push_back(book.of(R"("loan":"zzzzzzzzzz","on":"2020-09-30")"));
    return asked;
}

Questions of_accounts(const DemoClub& book) {
    Questions asked;
    for (std::size_t i = 0; i < core::club::account_count; ++i) {
        const std::string name(full_name(static_cast<core::club::Account>(i)));
        const auto colon = name.find(':');
        asked.push_back(book.of(R"("fund":")" + name.substr(0, colon) + R"(","account":")" +
                                name.substr(colon + 1) + "\"," +
                                book.between(book.days.front(), book.last)));
    }
    asked.push_back(book.of(R"("fund":"income","account":"purse",)" +
                            book.between(book.days.front(), book.last)));
    return asked;
}

Questions of_terms(const DemoClub& book) {
    using namespace core::club;
    std::vector<LoanTerms> all;
    for (const auto& loan : book.club.loans) {
        for (const auto& plan : loan.plans) all.push_back(plan.terms);
    }
    for (const auto method : {LoanMethod::equal_principal, LoanMethod::at_end, LoanMethod::free}) {
        for (const auto base : {LoanBase::outstanding, LoanBase::original}) {
            for (const std::int64_t months : {0, 1, 7, 36}) {
                auto& terms = all.emplace_back();
                terms.months = {months};
                terms.rate_ppm = {8'333};
                terms.base = base;
                terms.method = method;
            }
        }
    }
    Questions asked;
    for (const auto& terms : all) {
        for (const char* principal : {"0", "1000", "7777000", "100000000"}) {
            asked.push_back(R"({"terms":)" + json::write_message(terms) + R"(,"principal":)" +
                            principal + R"(,"on":"2020-01-31"})");
        }
    }
    return asked;
}

Questions of_journal(const DemoClub& book) {
    Questions asked;
    for (std::size_t before = 0; before <= book.entries.size() + 3; before += 10) {
        asked.push_back(book.of(R"("before":)" + std::to_string(before) + R"(,"limit":25)"));
    }
    return asked;
}

// One too many at either end; the last ones are pending.
Questions of_entries(const DemoClub& book) {
    Questions asked;
    for (std::size_t seq = 0; seq <= book.entries.size() + 4; ++seq) {
        asked.push_back(book.of(R"("seq":)" + std::to_string(seq)));
    }
    return asked;
}

Questions of_amounts(const DemoClub& /*book*/) {
    Questions asked;
    for (const char* amount : {"0", "1", "15", "21", "1005", "300000", "1000000", "21045000",
                               "123456789012", "9000000000000000", "-7000"}) {
        asked.push_back(R"({"amount":)" + std::string(amount) + "}");
    }
    return asked;
}

Questions of_operations(const DemoClub& book) {
    std::string all;
    Questions asked;
    const auto whole = book.between(core::make_date(2000, 1, 1), book.last);
    for (std::size_t kind = 0; kind < boost::mp11::mp_size<ClubWhat>::value; ++kind) {
        const auto name = "\"" + std::string(core::club::op_name(kind)) + "\"";
        asked.push_back(book.of(R"("ops":[)" + name + "]," + whole));
        all += (all.empty() ? "" : ",") + name;
    }
    for (std::size_t i = 1; i < book.days.size(); ++i) {
        asked.push_back(
            book.of(R"("ops":[)" + all + "]," + book.between(book.days[i - 1] + 1, book.days[i])));
    }
    return asked;
}

Questions of_ratings(const DemoClub& book) {
    auto criteria = facts::parse_criteria(read_file(fs::path(LTH_SOURCE_DIR) /
                                                    "schemes/criteria-mau-de-xuat-2020.toml"))
                        .value();
    criteria.id = "mau-de-xuat";
    criteria.from = core::make_date(2020, 1, 1);
    std::vector<core::club::CriterionScore> judged;
    for (const auto& one : criteria.criteria) {
        if (one.measure != core::rating::Measure::judged) continue;
        judged.push_back(
            {{one.id}, judged.size() % 3 == 2 ? std::nullopt : std::optional(one.points)});
    }
    const auto sound = json::write_message(criteria);
    criteria.strong_ppm = -1;
    Questions asked;
    for (const int year : {2019, 2020, 2022, 2024}) {
        const auto as_of = std::min(core::make_date(year, 12, 31), book.last);
        for (const auto& scores : {std::string("[]"), json::write_message(judged)}) {
            for (const auto& by : {sound, json::write_message(criteria)}) {
                asked.push_back(book.of(R"("year":)" + std::to_string(year) + R"(,"as_of":")" +
                                        to_text(as_of) + R"(","criteria":)" + by + R"(,"judged":)" +
                                        scores));
            }
        }
    }
    return asked;
}

Questions of_vouchers(const DemoClub& book) {
    Questions asked;
    for (std::size_t i = 1; i < book.days.size(); ++i) {
        asked.push_back(book.of(book.between(book.days[i - 1] + 1, book.days[i])));
    }
    return asked;
}

Questions of_cash_books(const DemoClub& book) {
    Questions asked;
    for (const auto day : book.days) {
        for (const char* fund : {"income", "operating"}) {
            for (const char* box : {"cash", "bank"}) {
                asked.push_back(book.of(R"("fund":")" + std::string(fund) + R"(","account":")" +
                                        box + R"(","month":")" + to_text(core::month_of(day)) +
                                        "\""));
            }
        }
    }
    return asked;
}

Questions of_digests(const DemoClub& book) {
    Questions asked = {R"({"entry_digest":"ab"})"};
    for (const auto& sealed : book.entries) {
        asked.push_back(R"({"entry_digest":")" + core::to_hex(entry_digest(sealed.entry)) + "\"}");
    }
    return asked;
}

Questions of_codes(const DemoClub& book) {
    Questions asked = {book.of(R"("code":"0000-0000-0000-0000")"), book.of(R"("code":"mã")")};
    for (std::size_t i = 0; i < book.entries.size(); i += 5) {
        const auto code = core::entry_code(entry_digest(book.entries[i].entry));
        asked.push_back(book.of(R"("code":")" + code + "\""));
    }
    return asked;
}

// As it was known when the first entry, each tenth, and one that is not there yet was recorded.
Questions as_recorded(const DemoClub& book) {
    Questions asked = {book.of(R"("on":"2020-09-30","seq":-1)")};
    for (std::size_t seq = 1; seq <= book.entries.size() + 10; seq += 10) {
        asked.push_back(book.of(R"("on":"2020-09-30","seq":)" + std::to_string(seq)));
    }
    return asked;
}

struct PageCall {
    std::string_view name;
    LthAnswer (*run)();
    Questions (*asked)(const DemoClub&);
};
constexpr std::array pages = {
    PageCall{"lth_phone_home", lth_phone_home, on_days},
    PageCall{"lth_phone_members", lth_phone_members, on_days},
    PageCall{"lth_phone_sheet", lth_phone_sheet, on_days},
    PageCall{"lth_phone_loans", lth_phone_loans, on_days},
    PageCall{"lth_phone_loan", lth_phone_loan, of_loans},
    PageCall{"lth_phone_funds", lth_phone_funds, on_days},
    PageCall{"lth_phone_account", lth_phone_account, of_accounts},
    PageCall{"lth_phone_quote", lth_phone_quote, of_terms},
    PageCall{"lth_phone_meetings", lth_phone_meetings, about_the_book},
    PageCall{"lth_phone_journal", lth_phone_journal, of_journal},
    PageCall{"lth_phone_words", lth_phone_words, of_amounts},
    PageCall{"lth_phone_cases", lth_phone_cases, about_the_book},
    PageCall{"lth_phone_entry", lth_phone_entry, of_entries},
    PageCall{"lth_phone_consents", lth_phone_consents, on_days},
    PageCall{"lth_phone_roles", lth_phone_roles, on_days},
    PageCall{"lth_phone_members_then", lth_phone_members_then, as_recorded},
    PageCall{"lth_phone_todos", lth_phone_todos, on_days},
    PageCall{"lth_phone_flags", lth_phone_flags, on_days},
    PageCall{"lth_phone_ops", lth_phone_ops, of_operations},
    PageCall{"lth_phone_rating", lth_phone_rating, of_ratings},
    PageCall{"lth_phone_vouchers", lth_phone_vouchers, of_vouchers},
    PageCall{"lth_phone_cash_book", lth_phone_cash_book, of_cash_books},
    PageCall{"lth_phone_code", lth_phone_code, of_digests},
    PageCall{"lth_phone_check", lth_phone_check, of_codes},
};

// A phone that records: both sides do what the test does.
class Device {
public:
    Device(Recorder& recorder, const DemoClub& book) : recorder_(recorder), club_(book) {
        call("lth_phone_start", lth_phone_start,
             R"({"device":")" + to_text(device_id(7)) + R"(","account":")" + to_text(account_) +
                 R"(","core_version":"1"})");
        call("lth_phone_follow", lth_phone_follow, club_.of(""));
    }

    LthAnswer call(std::string_view name, LthAnswer (*run)(), std::string_view input) {
        return recorder_.call(name, run, input);
    }
    void restore(std::size_t entries) {
        std::string key = "000000000000";
        for (std::size_t i = 0; i < entries; ++i) {
            const auto number = std::to_string(i + 1);
            key.replace(key.size() - number.size(), number.size(), number);
            const wasm::KeptRow row{wasm::KeptStore::confirmed, club_.id, key,
                                    json::write_entry(club_.entries[i]), std::nullopt};
            EXPECT_EQ(call("lth_phone_restore", lth_phone_restore, json::write_message(row)),
                      lth_done);
        }
        EXPECT_EQ(call("lth_phone_restored", lth_phone_restored, "{}"), lth_done);
    }
    void take(core::replica::Answer answer) {
        call("lth_phone_ask", lth_phone_ask, R"({"max_bytes":1000000})");
        answer.server_time = noon(club_.last) + 5'000;
        EXPECT_EQ(
            recorder_.take(json::write_message(answer), static_cast<double>(noon(club_.last))),
            lth_done);
        call("lth_phone_status", lth_phone_status, "{}");
    }
    /// The entry as the phone fills it in.
    core::Entry record(std::string_view ops, std::string_view name = {}) {
        core::Entry entry = make_entry(0, ++made_, ops, 7);
        entry.book_id = club_.id;
        entry.author = account_;
        entry.made_at = noon(club_.last);
        if (!name.empty()) add_part(entry, core::PartClass::name, 1, std::string(name));
        EXPECT_EQ(call("lth_phone_preview", lth_phone_preview,
                       R"({"entry":)" + json::write_unsealed(entry) + R"(,"on":")" +
                           to_text(club_.last) + "\"}"),
                  lth_done)
            << said();
        const core::replica::Offered offered{entry, {}};
        EXPECT_EQ(call("lth_phone_record", lth_phone_record, json::write_message(offered)),
                  lth_done)
            << said();
        EXPECT_TRUE(said().contains(core::to_hex(entry_digest(entry)))) << said();
        return entry;
    }
    void show_all() {
        for (const auto& page : pages) {
            for (const auto& asked : page.asked(club_)) {
                if (call(page.name, page.run, asked) != lth_done) continue;
                longest_[page.name] = std::max(longest_[page.name], said().size());
            }
        }
    }
    /// Each page has shown something.
    void expect_full() const {
        for (const auto& page : pages) {
            const auto found = longest_.find(page.name);
            EXPECT_TRUE(found != longest_.end() && found->second > 20) << page.name;
        }
    }
    // Refused in the same words, whoever asks for what.
    void ask_amiss() {
        const auto stranger = R"({"book":")" + to_text(book_id(77)) + "\"}";
        for (const auto& page : pages) {
            for (const std::string_view asked : {"", "{", "[]", "{}", R"({"book":7})"}) {
                EXPECT_EQ(call(page.name, page.run, asked), lth_refused) << page.name;
            }
            call(page.name, page.run, stranger);
            auto more = page.asked(club_).front();
            more.insert(more.size() - 1, R"(,"more":1)");
            EXPECT_EQ(call(page.name, page.run, more), lth_refused) << page.name;
        }
    }
    static std::string said() { return {lth_output(), lth_output_bytes()}; }

private:
    Recorder& recorder_;
    const DemoClub& club_;
    core::AccountId account_{book_id(90)};
    std::uint64_t made_ = 0;
    std::map<std::string_view, std::size_t> longest_;
};

std::string op(std::string_view name, core::Date on, const std::string& rest) {
    return R"({"op":")" + std::string(name) + R"(","on":")" + to_text(on) + "\"," + rest + "}";
}

core::replica::Answer rest_of(const DemoClub& book, std::size_t from) {
    const auto& head = book.entries.back().seal;
    core::replica::FollowAnswer rest{.book = book.id, .last_seq = head.seq, .hash = head.hash};
    rest.entries.assign(book.entries.begin() + static_cast<std::ptrdiff_t>(from),
                        book.entries.end());
    return {.books = {rest}};
}

// The first of two that were sent is recorded, the second becomes a case.
core::replica::Answer settled(const DemoClub& book, const core::Entry& accepted,
                              const core::Entry& refused) {
    const auto head = head_after(book.entries.back());
    const auto sealed = seal(head, accepted, noon(book.last), accepted.author);
    using core::replica::VerdictKind;
    return {.verdicts = {{.book = book.id,
                          .entry_id = accepted.entry_id,
                          .kind = VerdictKind::accepted,
                          .seq = sealed.seal.seq},
                         {.book = book.id,
                          .entry_id = refused.entry_id,
                          .kind = VerdictKind::rejected,
                          .problem = R"({"rule":"sync.book.no_right"})"}},
            .books = {{.book = book.id,
                       .last_seq = sealed.seal.seq,
                       .hash = sealed.seal.hash,
                       .settled_through = 2,
                       .entries = {sealed}}}};
}

std::string some_member(const core::club::Club& club) {
    for (const auto& one : club.members) {
        const bool here = one.live && !one.spans.empty() && !one.spans.back().left;
        if (here) return to_text(one.admitted.member);
    }
    throw std::logic_error("nobody is in the club");
}

void record_and_settle(Device& device, const DemoClub& book) {
    const auto member = R"("member":")" + some_member(book.club) + "\"";
    const auto dues = op("dues.received", book.last,
                         R"("account":"cash","paid":[{)" + member + R"(,"amount":1000}])");
    const auto accepted = device.record(dues);
    const auto refused = device.record(
        op("member.corrected", book.last, member + R"(,"birth_year":1950,"parts":[1])"),
        R"({"name":"Lê Thị \"Thử\"","day":3,"month":11})");
    const auto waiting = device.record(dues);
    const auto withdrawn = device.record(dues);
    EXPECT_EQ(device.call("lth_phone_withdraw", lth_phone_withdraw,
                          book.of(R"("entry_id":")" + to_text(withdrawn.entry_id) + "\"")),
              lth_done);
    device.show_all();
    device.take(settled(book, accepted, refused));
    for (const auto& entry : {accepted, refused, waiting, withdrawn}) {
        const auto code = core::entry_code(entry_digest(entry));
        device.call("lth_phone_check", lth_phone_check, book.of(R"("code":")" + code + "\""));
    }
    device.show_all();
}

class WasmPages : public ParityTest {
protected:
    static std::set<std::string> exports() {
        std::set<std::string> names;
        const std::regex pattern(R"(LTH_EXPORT\((lth_\w+)\))");
        for (const auto& file : fs::directory_iterator(fs::path(LTH_SOURCE_DIR) / "src/wasm")) {
            const auto text = read_file(file.path());
            for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
                names.insert((*at)[1]);
            }
        }
        return names;
    }
    std::set<std::string> called() const {
        std::set<std::string> names;
        std::istringstream calls(read_file(folder() / "calls"));
        for (std::string line; std::getline(calls, line);) {
            names.insert(line.substr(0, line.find_first_of(" \t")));
        }
        return names;
    }
};

TEST_F(WasmPages, OfADemoClubAreEqual) {
    const auto book = demo_club();
    ASSERT_GT(book.entries.size(), 20U);
    {
        Recorder recorder(folder());
        Device device(recorder, book);
        const auto half = book.entries.size() / 2;
        device.restore(half);
        device.take(rest_of(book, half));
        record_and_settle(device, book);
        device.expect_full();
        device.ask_amiss();
    }
    expect_equal_answers();
    // tests/wasm/parity_test.cpp compares the calls of a bare book; the buffers carry every call.
    auto left = exports();
    for (const auto& name : called()) left.erase(name);
    const std::set<std::string> elsewhere = {
        "lth_club_admit",   "lth_club_close", "lth_club_fold", "lth_club_open",   "lth_club_text",
        "lth_entry_digest", "lth_input",      "lth_output",    "lth_output_bytes"};
    EXPECT_EQ(left, elsewhere);
}

}  // namespace
}  // namespace lth::tests
