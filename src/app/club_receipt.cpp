#include "app/club_receipt.hpp"

#include <algorithm>

namespace lth::app {
namespace {

using core::association::Association;
using core::association::CareForm;
using core::association::CareLevel;
using core::association::CareOpened;
using core::association::CareTransferredIn;
using core::association::OpRecord;

// Of both funds of the club: an association keeps them together.
core::Money money_handed(const Handed& given, CareForm form) {
    const std::string_view account = form == CareForm::cash ? "cash" : "bank";
    core::Money sum;
    for (const auto& line : given.accounts) {
        if (line.account.value == account) sum += line.amount;
    }
    return sum;
}

core::TransferId received_id(core::HandoverId handover, CareForm form) {
    return taken_id(handover, core::TransferId{static_cast<std::uint64_t>(form) + 1});
}

// A fund that was opened after the day with something in it has the money in its opening.
bool is_in_opening(const Association& taking, CareLevel level, core::Date day) {
    return std::ranges::any_of(taking.ops, [&](const OpRecord& record) {
        const auto* opened = std::get_if<CareOpened>(&record.what);
        return opened != nullptr && record.live && opened->level == level && day < record.on &&
               opened->cash + opened->bank + opened->goods != core::Money{};
    });
}

bool stands(const Association& taking, const CareTransferredIn& half) {
    return std::ranges::any_of(taking.ops, [&](const OpRecord& record) {
        const auto* in = std::get_if<CareTransferredIn>(&record.what);
        return in != nullptr && record.live && in->transfer == half.transfer &&
               in->from == half.from;
    });
}

}  // namespace

core::Money money_given(const Handed& given) {
    return money_handed(given, CareForm::cash) + money_handed(given, CareForm::bank);
}

std::vector<core::association::AssociationOp> receiving_half(const Association& taking,
                                                             const core::BookId& from,
                                                             const Handed& given, core::Date day) {
    const auto level =
        core::association::association_row(taking).level.value_or(CareLevel::commune);
    std::vector<core::association::AssociationOp> ops;
    if (is_in_opening(taking, level, day)) return ops;
    const auto opened = core::association::fund_row(taking, level).opened;
    for (const auto form : {CareForm::cash, CareForm::bank}) {
        CareTransferredIn half;
        half.transfer = received_id(given.handover, form);
        half.level = level;
        half.account = form;
        half.amount = money_handed(given, form);
        half.from = from;
        half.from_level = CareLevel::commune;  // a club is below every level
        if (half.amount == core::Money{} || stands(taking, half)) continue;
        ops.push_back({std::max(day, opened.value_or(day)), {}, std::move(half)});
    }
    return ops;
}

}  // namespace lth::app
