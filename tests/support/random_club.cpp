#include "support/random_club.hpp"

#include <array>

namespace lth::tests {
namespace {

std::string quoted(const std::string& text) { return '"' + text + '"'; }

template <std::size_t N>
const char* pick(Random& random, const std::array<const char*, N>& choices) {
    return choices[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(N)))];
}

constexpr std::array boxes = {"cash", "cash", "cash", "bank"};
constexpr std::array funds = {"income", "operating"};
constexpr std::array hardships = {"none", "near_poor", "poor", "other", "unknown"};
constexpr std::array sexes = {"male", "female", "female", "unknown"};
constexpr std::array sources = {"province", "district", "commune", "person", "unknown"};
constexpr std::array areas = {"income", "health",    "home_care", "mutual_help",
                              "rights", "awareness", "culture",   "resources"};

core::EntryId entry_of(const core::club::Club& club, const core::club::OpRecord& op) {
    for (const auto& [entry, first] : club.entry_index) {
        if (club.ops[first].seq == op.seq) return entry;
    }
    throw std::logic_error("an operation of no entry");
}

}  // namespace

std::uint64_t Random::next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

std::int64_t Random::below(std::int64_t bound) {
    return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound));
}

std::string RandomClub::head(const char* op) {
    // Paper is typed out of order: some days lie before the last one.
    const auto on = random_.chance(20) ? day_ - static_cast<std::int32_t>(random_.below(40)) : day_;
    return std::string(R"({"op":")") + op + R"(","on":")" + to_text(on) + '"';
}

std::string RandomClub::amount(std::int64_t most_thousands) {
    return std::to_string(1000 * (1 + random_.below(most_thousands)));
}

std::string RandomClub::some_member(const core::club::Club& club) {
    if (club.members.empty() || random_.chance(2)) return quoted(id(99));
    const auto count = static_cast<std::int64_t>(club.members.size());
    const auto& member = club.members[static_cast<std::size_t>(random_.below(count))];
    return quoted(to_text(member.admitted.member));
}

std::string RandomClub::some_loan(const core::club::Club& club) {
    if (club.loans.empty() || random_.chance(2)) return quoted(id(99));
    const auto count = static_cast<std::int64_t>(club.loans.size());
    return quoted(to_text(club.loans[static_cast<std::size_t>(random_.below(count))].id));
}

std::string RandomClub::people_op(const core::club::Club& club) {
    switch (random_.below(7)) {
        case 0:
        case 1:
            return head("member.admitted") + R"(,"member":)" + quoted(id(next_id_++)) +
                   (random_.chance(90)
                        ? R"(,"birth_year":)" + std::to_string(1935 + random_.below(60))
                        : "") +
                   R"(,"sex":")" + pick(random_, sexes) + R"(","hardship":")" +
                   pick(random_, hardships) + R"(","borrowed_before":)" +
                   (random_.chance(20) ? "true}" : "false}");
        case 2:
            return head("member.changed") + R"(,"member":)" + some_member(club) +
                   R"(,"hardship":")" + pick(random_, hardships) + R"("})";
        case 3:
            return head("member.corrected") + R"(,"member":)" + some_member(club) +
                   R"(,"birth_year":)" + std::to_string(1930 + random_.below(70)) + R"(,"sex":")" +
                   pick(random_, sexes) + R"("})";
        case 4:
            return head("member.left") + R"(,"member":)" + some_member(club) +
                   R"(,"reason":"moved"})";
        case 5:
            return head("member.readmitted") + R"(,"member":)" + some_member(club) + "}";
        default:
            return head("volunteers.set") + R"(,"kind":"home_care","volunteers":[{"volunteer":)" +
                   some_member(club) + R"(,"cares_for":)" + some_member(club) + "}]}";
    }
}

std::string RandomClub::money_op(const core::club::Club& club) {
    const std::string box = std::string(R"(,"account":")") + pick(random_, boxes) + '"';
    const std::string fund = std::string(R"(,"fund":")") + pick(random_, funds) + '"';
    const std::string some = R"(,"amount":)" + amount(500);
    switch (random_.below(14)) {
        case 0:
            return head("capital.received") + box + R"(,"source":")" + pick(random_, sources) +
                   R"(","amount":)" + amount(20000) + "}";
        case 1:
            return head("capital.received") + box + R"(,"source":"members")" + some +
                   R"(,"member":)" + some_member(club) + "}";
        case 2:
            return head("capital.returned") + box + R"(,"source":"members")" + some +
                   R"(,"member":)" + some_member(club) + "}";
        case 3:
            return head("dues.received") + box + R"(,"paid":[{"member":)" + some_member(club) +
                   some + "}]}";
        case 4:
            return head("donation.received") + box + R"(,"kind":"gift")" + some + "}";
        case 5:
            return head("expense.paid") + box + some + R"(,"purpose":"visit"})";
        case 6:
            return head("expense.paid") + box + some + R"(,"purpose":"allowance"})";
        case 7:
            return head("fund.transferred") + R"(,"from":")" + pick(random_, funds) + '"' + box +
                   some + "}";
        case 8:
            return head("reserve.changed") + some + "}";
        case 9:
            return head("fund.advanced") + box + some + "}";
        case 10:
            return head("fund.advance_returned") + box + some + "}";
        case 11:
            return head("bank.deposited") + fund + some + "}";
        case 12:
            return head("cash.adjusted") + fund + R"(,"amount":-)" + amount(20) +
                   R"(,"against":"claims","decision":"1"})";
        default:
            return head("claim.settled") + fund + box + some + "}";
    }
}

std::string RandomClub::loan_op(const core::club::Club& club) {
    const std::string loan = R"(,"loan":)" + some_loan(club);
    const std::string terms = R"(,"terms":{"months":)" + std::to_string(3 + random_.below(18)) +
                              R"(,"rate_ppm":)" + std::to_string(5000 + random_.below(3) * 2500) +
                              R"(,"base":")" + (random_.chance(50) ? "outstanding" : "original") +
                              R"(","method":")" +
                              (random_.chance(60) ? "equal_principal" : "at_end") +
                              R"(","unit":1000,"grace_months":0,"overdue":"same","min_months":1})";
    switch (random_.below(9)) {
        case 0:
        case 1:
            return head("loan.disbursed") + R"(,"loan":)" + quoted(id(next_id_++)) +
                   R"(,"member":)" + some_member(club) + R"(,"account":"cash","amount":)" +
                   amount(5000) + terms + R"(,"guarantors":[],"purpose":"livestock"})";
        case 2:
            return head("loan.written_off") + loan +
                   R"(,"losses":[{"from":"capital:province","amount":)" + amount(300) +
                   R"(}],"decision":"2"})";
        case 3:
            return head("loan.recovered") + loan + R"(,"account":"cash","amount":)" + amount(100) +
                   "}";
        case 4:
            return head("loan.interest_waived") + loan + R"(,"amount":)" + amount(50) +
                   R"(,"decision":"3"})";
        case 5:
            return head("loan.rescheduled") + loan + terms + R"(,"decision":"4"})";
        case 6:
            return head("loan.taken_over") + loan + R"(,"member":)" + some_member(club) + "}";
        default:
            return head("loan.repaid") + loan + R"(,"account":"cash","principal":)" + amount(600) +
                   R"(,"interest":)" + amount(60) + R"(,"payer":"member"})";
    }
}

std::string RandomClub::doing_op(const core::club::Club& club) {
    switch (random_.below(5)) {
        case 0:
        case 1:
            return head("meeting.held") + R"(,"meeting":)" + quoted(id(next_id_++)) +
                   R"(,"kind":"regular","present":[)" + some_member(club) +
                   R"(],"guests":0,"areas":[")" + pick(random_, areas) +
                   R"("],"entered_from":"paper"})";
        case 2:
            return head("activity.held") + R"(,"area":")" + pick(random_, areas) +
                   R"(","kind":"performance","participants":12,"outside":)" +
                   (random_.chance(50) ? "true}" : "false}");
        case 3:
            return head("health.checked") + R"(,"measured":40,"raised":5,"referred":1})";
        default:
            return head("cash.counted") + R"(,"box":"cash","amount":5000,"book_amount":6000})";
    }
}

std::string RandomClub::correction_op(const core::club::Club& club) {
    if (random_.chance(5)) {
        return R"({"op":"period.closed","on":")" + to_text(day_) + R"(","until":")" +
               to_text(day_ - 60) + R"(","balances":[]})";
    }
    if (random_.chance(10)) {
        return R"({"op":"rules.set","on":")" + to_text(day_) + R"(","from":")" + to_text(day_) +
               R"(","split":{"income":400000,"operating":300000,"board":200000,"reserve":100000},)"
               R"("unit":1000,"terms":{"months":12,"rate_ppm":10000,"base":"outstanding",)"
               R"("method":"equal_principal","unit":1000,"grace_months":0,"overdue":"same",)"
               R"("min_months":1},"limits":{}})";
    }
    // Mostly a recent operation, dated as it was.
    const auto count = static_cast<std::int64_t>(club.ops.size());
    const auto back = random_.below(random_.chance(80) ? 10 : std::max(count, std::int64_t{1}));
    if (count == 0) return head("member.readmitted") + R"(,"member":)" + some_member(club) + "}";
    const auto& op = club.ops[static_cast<std::size_t>(std::max(count - 1 - back, std::int64_t{}))];
    return R"({"op":"op.reversed","on":")" + to_text(random_.chance(80) ? op.on : day_) +
           R"(","entry_id":")" + to_text(entry_of(club, op)) + R"(","op_index":)" +
           std::to_string(op.op_index) + "}";
}

std::string RandomClub::one_op(const core::club::Club& club) {
    const auto kind = random_.below(100);
    if (kind < 25) return people_op(club);
    if (kind < 50) return money_op(club);
    if (kind < 75) return loan_op(club);
    if (kind < 90) return doing_op(club);
    return correction_op(club);
}

std::string RandomClub::next_ops(const core::club::Club& club) {
    day_ = day_ + static_cast<std::int32_t>(random_.below(20));
    std::string ops = one_op(club);
    for (auto more = random_.below(4); more > 0; --more) ops += "," + one_op(club);
    return ops;
}

ClubBook random_book(std::uint64_t seed, int entries) {
    ClubBook book = launched_club();
    RandomClub random(seed);
    for (int i = 0; i < entries; ++i)
        book.record(random.next_ops(book.club), core::make_date(2199, 1, 1));
    return book;
}

}  // namespace lth::tests
