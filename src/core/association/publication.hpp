// What a care fund owes the public each year before 31 March (decree 03/2026): what came in and how
// it was used, and the same flows as the figures T9 and T10 take them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/association/association.hpp"
#include "core/result.hpp"

namespace lth::core::association {

/// opening + in − out + moved = closing. Opening holds what stood there on 31 December before, and
/// what `care.opened` brought in this year. `moved`: between cash and bank, or an opening
/// difference explained.
struct PublishedLine {
    Account account;
    Money opening;
    Money in;
    Money out;
    Money moved;
    Money closing;

    friend bool operator==(const PublishedLine&, const PublishedLine&) = default;
};

struct PublishedFlow {
    CareFlow flow = CareFlow::received;
    CareForm form = CareForm::cash;
    Money amount;

    friend bool operator==(const PublishedFlow&, const PublishedFlow&) = default;
};

/// Of what was spent and granted: for which purpose.
struct PublishedUse {
    CarePurpose purpose = CarePurpose::other;
    Money amount;

    friend bool operator==(const PublishedUse&, const PublishedUse&) = default;
};

struct Publication {
    CareLevel level = CareLevel::commune;
    int year = 0;
    std::vector<PublishedLine> held;  // cash, bank, goods
    std::vector<PublishedLine>
        owned;  // free, each purpose, what is unexplained; none that is all 0
    std::vector<PublishedFlow> flows;  // by flow and form, none that is 0
    std::vector<PublishedUse> uses;    // by purpose, none that is 0; returns not deducted
    PublishedLine total;               // of `held`; its account is meaningless
    std::uint32_t last_receipt = 0;
    std::uint32_t last_voucher = 0;
};

/// Refused: a year that has not begun by the day.
[[nodiscard]] std::optional<Rejection> year_ahead(int year, Date by);

/// Of what happened by `until`. Nothing if the fund was not open in that year, or not yet.
[[nodiscard]] std::optional<Publication> publish(const Association& book, CareLevel level, int year,
                                                 Date until);

/// True if every line adds up and what is held is what is owned.
[[nodiscard]] bool adds_up(const Publication& publication);

/// Flows of one level and year, money (cash and bank) and goods apart: inputs of T9 and T10.
struct CareYearFigures {
    Money received_money;
    Money received_goods;
    Money club_support_money;  // founding and managing clubs, and grants, less returns
    Money club_support_goods;
    Money transferred_in;
    Money transferred_out;

    friend bool operator==(const CareYearFigures&, const CareYearFigures&) = default;
};
[[nodiscard]] CareYearFigures year_figures(const Association& book, CareLevel level, int year);

/// T10: (club support − returns) / receipts from outside ≥ 60 %; exactly 60 % passes. Nothing when
/// nothing was received: 0/0 is never met.
[[nodiscard]] std::optional<bool> supports_enough(Money club_support, Money received);

}  // namespace lth::core::association
