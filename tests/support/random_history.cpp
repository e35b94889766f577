#include "support/random_history.hpp"

#include <algorithm>
#include <tuple>

#include "core/club/fold.hpp"
#include "support/random_fill.hpp"

namespace lth::tests {
namespace {

using namespace core;        // NOLINT(google-build-using-namespace): a test speaks of nothing else
using namespace core::club;  // NOLINT(google-build-using-namespace)

class Writer {
public:
    explicit Writer(std::uint64_t seed) : dice_(seed) {
        known_.today = make_date(2019, 1, 5) + static_cast<std::int32_t>(dice_.below(700));
    }

    std::vector<Offer> take() { return std::move(offers_); }

    void found() {
        const VillageId seat{dice_.below(1'000)};
        begin();
        add(ClubProposed{{"Liên thế hệ thôn " + std::to_string(dice_.below(20))},
                         seat,
                         {seat},
                         {},
                         Money{50'000'000}});
        add(ClubDecided{{"Số 12/QĐ-UBND"}});
        add(ClubLaunched{});
        if (dice_.chance(90)) add(BookOpened{});
        offer();
        begin();
        const auto members = dice_.between(8, 30);
        for (std::int64_t i = 0; i < members; ++i) admit_member();
        if (dice_.chance(80)) add(RosterCompleted{{members}});
        offer();
        begin();
        add(CapitalReceived{
            Box::cash, Source::province, {dice_.between(20, 60) * 1'000'000}, {}, {}});
        add(DonationReceived{Box::cash, DonationKind::gift, {3'000'000}, {}});
        if (dice_.chance(60)) add_random<RulesSet>();
        offer();
    }

    void step() {
        known_.today = known_.today + static_cast<std::int32_t>(dice_.below(25));
        begin();
        const auto share = dice_.below(100);
        if (share < 40) {
            meeting();
        } else if (share < 50) {
            people();
        } else if (share < 60) {
            money();
        } else if (share < 67) {
            reversal();
        } else if (share < 72) {
            close_period();
        } else {
            const auto ops = dice_.between(1, 3);
            for (std::int64_t i = 0; i < ops; ++i) add_any();
        }
        offer();
    }

private:
    void begin() {
        ops_.clear();
        on_ = known_.today;
        // Paper comes late and out of order.
        if (dice_.chance(15)) on_ = on_ - static_cast<std::int32_t>(dice_.below(70));
    }

    template <class What>
    void add(What what) {
        ops_.push_back({on_, {}, std::move(what)});
    }

    template <class What>
    void add_random() {
        What what;
        RandomFill{dice_, known_}(what);
        add(std::move(what));
    }

    // Any of all operations, with whatever values.
    void add_any() {
        const auto kind = dice_.below(std::variant_size_v<ClubWhat>);
        boost::mp11::mp_with_index<std::variant_size_v<ClubWhat>>(kind, [&](auto index) {
            add_random<std::variant_alternative_t<decltype(index)::value, ClubWhat>>();
        });
        // Ends of the club would silence the rest of most histories.
        const auto& what = ops_.back().what;
        const bool ends = std::holds_alternative<ClubDissolved>(what) ||
                          std::holds_alternative<ClubMerged>(what) ||
                          std::holds_alternative<ClubClosing>(what);
        if (ends && dice_.chance(90)) ops_.pop_back();
    }

    void admit_member() {
        MemberAdmitted what;
        RandomFill{dice_, known_}(what);
        what.member.value = dice_.below(local_id_limit);
        what.birth_year = Year{static_cast<std::int32_t>(dice_.between(1935, 1975))};
        if (dice_.chance(80)) what.joined.reset();
        add(std::move(what));
    }

    void meeting() {
        MeetingHeld held;
        RandomFill{dice_, known_}(held);
        held.meeting.value = dice_.below(local_id_limit);
        held.kind = MeetingKind::regular;
        held.areas = {Area::income};
        held.present.reset();
        held.present_count = Count{dice_.between(0, 8)};
        add(held);
        DuesReceived dues{Box::cash, {}};
        for (const auto& member : club_.members) {
            if (member.live && span_on(member, on_) != nullptr && dice_.chance(60)) {
                dues.paid.push_back({member.admitted.member, {20'000}});
            }
        }
        if (!dues.paid.empty()) add(dues);
        for (const auto& loan : club_.loans) {
            if (loan.live && loan.outstanding > Money{} && dice_.chance(50)) repay(loan);
        }
        if (dice_.chance(50)) lend();
        if (dice_.chance(50)) add_random<ExpensePaid>();
    }

    void repay(const Loan& loan) {
        const std::int64_t part = loan.outstanding.dong / dice_.between(1, 12);
        std::int64_t principal = part / 1'000 * 1'000;
        if (dice_.chance(5)) principal = loan.outstanding.dong + 1'000;  // more than is owed
        const std::int64_t interest = dice_.between(0, 100) * 1'000 + dice_.between(0, 1) * 7;
        add(LoanRepaid{loan.id, Box::cash, {principal}, {interest}, Payer::member});
    }

    void lend() {
        LoanDisbursed what;
        RandomFill{dice_, known_}(what);
        what.loan.value = dice_.below(local_id_limit);
        what.account = Box::cash;
        what.amount.dong = dice_.between(1, 10) * 1'000'000;
        what.guarantors.clear();
        if (dice_.chance(80)) {
            what.requested_on.reset();
            what.approved.reset();
        }
        add(std::move(what));
    }

    void people() {
        switch (dice_.below(5)) {
            case 0:
                admit_member();
                break;
            case 1:
                add_random<MemberLeft>();
                break;
            case 2:
                add_random<MemberChanged>();
                break;
            case 3:
                add_random<MemberReadmitted>();
                break;
            default:
                add_random<MemberCorrected>();
                break;
        }
    }

    void money() {
        using Some = std::tuple<BankDeposited, BankWithdrawn, BankInterest, BankFee, CashAdjusted,
                                FundTransferred, ReserveChanged, FundAdvanced, FundAdvanceReturned,
                                LoanWrittenOff, LoanRecovered, LoanRescheduled, LoanTakenOver,
                                CapitalReceived, CapitalReturned, CashCounted>;
        boost::mp11::mp_with_index<std::tuple_size_v<Some>>(
            dice_.below(std::tuple_size_v<Some>),
            [&](auto index) { add_random<std::tuple_element_t<decltype(index)::value, Some>>(); });
    }

    void reversal() {
        if (club_.ops.empty()) return add_any();
        const auto first = club_.ops.size() > 40 ? club_.ops.size() - 40 : 0;
        const auto at = first + dice_.below(club_.ops.size() - first);
        const auto& record = club_.ops[at];
        on_ = record.on;
        add(OpReversed{accepted_[record.seq - 1], {record.op_index}});
    }

    void close_period() {
        PeriodClosed what{last_day(month_of(known_.today) + -1), {}};
        on_ = known_.today;
        const core::club::Balances balances = balances_on(club_, what.until);
        for (std::size_t i = 0; i < core::club::account_count; ++i) {
            const auto account = static_cast<core::club::Account>(i);
            const auto name = full_name(account);
            PublicText inside{std::string(name.substr(name.find(':') + 1))};
            what.balances.push_back({fund_of(account), inside, natural(account, balances[i])});
        }
        if (dice_.chance(10)) what.balances.front().amount += Money{1'000};
        add(std::move(what));
    }

    // Offers the entry; if the book takes it, later entries may build on it.
    void offer() {
        if (ops_.empty()) add_any();
        if (ops_.empty()) return;
        Offer offer{{}, known_.today, ops_};
        for (auto& byte : offer.entry_id.bytes) byte = static_cast<std::uint8_t>(dice_.next());
        const core::club::At at{offer.entry_id, accepted_.size() + 1};
        if (admit(club_, birthdays_, at, offer.ops, {}, offer.today)) {
            accepted_.push_back(offer.entry_id);
            known_.entries = accepted_;
            known_.members.clear();
            for (const auto& member : club_.members) {
                if (member.live) known_.members.push_back(member.admitted.member);
            }
            known_.loans.clear();
            for (const auto& loan : club_.loans) {
                if (loan.live) known_.loans.push_back(loan.id);
            }
        }
        offers_.push_back(std::move(offer));
    }

    Dice dice_;
    Known known_;
    Club club_;
    Birthdays birthdays_;
    std::vector<EntryId> accepted_;
    std::vector<Offer> offers_;
    std::vector<ClubOp> ops_;
    Date on_;
};

}  // namespace

std::vector<Offer> random_history(std::uint64_t seed, std::size_t count) {
    Writer writer(seed);
    writer.found();
    for (std::size_t i = 0; i < count; ++i) writer.step();
    return writer.take();
}

}  // namespace lth::tests
