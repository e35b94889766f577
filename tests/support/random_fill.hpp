// Fills any described operation with random values: often plausible (ids the book knows, dates
// near the day), sometimes not. A new operation is covered without a line written for it.
#pragma once

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <concepts>
#include <iterator>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/club/operations.hpp"
#include "support/dice.hpp"

namespace lth::tests {

/// What the history so far knows.
struct Known {
    core::Date today;
    std::vector<core::MemberId> members;
    std::vector<core::LoanId> loans;
    std::vector<core::EntryId> entries;
};

class RandomFill {
public:
    RandomFill(Dice& dice, const Known& known) : dice_(dice), known_(known) {}

    void operator()(bool& value) { value = dice_.chance(50); }
    void operator()(std::int64_t& value) { value = dice_.between(-10, 1'000'000'000'000); }
    void operator()(core::Money& value) {
        value.dong = dice_.between(0, 200) * (dice_.chance(90) ? 10'000 : 1);
        if (dice_.chance(3)) value.dong = -value.dong;
        if (dice_.chance(1)) value.dong = core::max_dong;
    }
    void operator()(core::Count& value) { value.value = dice_.between(0, 12); }
    void operator()(core::Ppm& value) { value.value = dice_.between(0, 20) * 1'000; }
    void operator()(core::Year& value) {
        value.value = static_cast<std::int32_t>(dice_.between(1920, year_of(known_.today)));
    }
    void operator()(core::Date& value) {
        value = known_.today - static_cast<std::int32_t>(dice_.between(-2, 60));
    }
    void operator()(core::Month& value) {
        value = month_of(known_.today) + static_cast<std::int32_t>(dice_.between(-12, 1));
    }
    void operator()(core::Digest& value) {
        for (auto& byte : value) byte = static_cast<std::uint8_t>(dice_.next());
    }
    void operator()(core::PublicText& value) {
        static const std::vector<std::string> texts = {"cash",
                                                       "bank",
                                                       "capital:province",
                                                       "capital:unknown",
                                                       "shares",
                                                       "reserve",
                                                       "capitalised_interest",
                                                       "balance:dues",
                                                       "balance:adjustment",
                                                       "opening",
                                                       "loans",
                                                       "Số 12/QĐ-UBND",
                                                       "Liên thế hệ \"tự giúp nhau\" \\ thôn 3",
                                                       "Đoàn kết",
                                                       "x"};
        value.value = dice_.pick(texts);
    }
    void operator()(core::LongText& value) { value.value = "a = 1"; }
    void operator()(core::EntryId& value) {
        if (!known_.entries.empty() && dice_.chance(95)) {
            value = dice_.pick(known_.entries);
        } else {
            fill_bytes(value);
        }
    }
    void operator()(core::MemberId& value) { pick_or_new(known_.members, value); }
    void operator()(core::LoanId& value) { pick_or_new(known_.loans, value); }
    template <class Tag>
    void operator()(core::LocalId<Tag>& value) {
        value.value = dice_.below(1'000);  // few, so that ids meet again
    }
    template <class Tag>
    void operator()(core::UuidOf<Tag>& value) {
        fill_bytes(value);
    }
    // Random shares hardly ever sum to a whole.
    void operator()(core::club::InterestSplit& value) {
        const std::int64_t operating = dice_.between(0, 4) * 50'000;
        const std::int64_t reserve = dice_.between(0, 3) * 33'333;
        value = {{core::one_million - operating - 2 * reserve}, {operating}, {reserve}, {reserve}};
        if (dice_.chance(5)) value.board.value += 1;
    }
    void operator()(core::club::LoanTerms& value) {
        value = {};
        value.months.value = dice_.between(1, 24);
        value.rate_ppm.value = dice_.between(0, 15) * 1'000;
        (*this)(value.base);
        (*this)(value.method);
        (*this)(value.overdue);
        value.grace_months.value = dice_.chance(20) ? dice_.between(0, 3) : 0;
        value.min_months.value = dice_.chance(20) ? dice_.between(0, 3) : 1;
        if (value.overdue == core::club::OverdueInterest::own) {
            value.overdue_rate_ppm = core::Ppm{15'000};
        }
    }

    template <class T>
        requires std::is_enum_v<T>
    void operator()(T& value) {
        using All = boost::describe::describe_enumerators<T>;
        const auto chosen = dice_.below(boost::mp11::mp_size<All>::value);
        std::uint64_t i = 0;
        boost::mp11::mp_for_each<All>([&](auto enumerator) {
            if (i++ == chosen) value = enumerator.value;
        });
    }
    template <class T>
    void operator()(std::optional<T>& value) {
        value.reset();
        if (dice_.chance(40)) (*this)(value.emplace());
    }
    template <class T>
    void operator()(std::vector<T>& values) {
        values.resize(dice_.below(4));
        for (auto& value : values) (*this)(value);
    }
    template <class T>
        requires boost::describe::has_describe_members<T>::value
    void operator()(T& value) {
        using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
        boost::mp11::mp_for_each<Members>([&](auto member) { (*this)(value.*member.pointer); });
    }

private:
    void fill_bytes(core::Uuid& value) {
        for (auto& byte : value.bytes) byte = static_cast<std::uint8_t>(dice_.next());
    }
    template <class Id>
    void pick_or_new(const std::vector<Id>& pool, Id& value) {
        if (!pool.empty() && dice_.chance(93)) {
            value = dice_.pick(pool);
        } else {
            value.value = dice_.below(core::local_id_limit);
        }
    }

    Dice& dice_;
    const Known& known_;
};

}  // namespace lth::tests
