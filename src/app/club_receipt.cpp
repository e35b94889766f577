#include "app/club_receipt.hpp"

#include <algorithm>

namespace lth::app {
namespace {

using core::association::CareForm;
using core::association::CareTransferredIn;

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

}  // namespace

std::vector<core::association::AssociationOp> receiving_half(
    const core::association::Association& taking, const core::BookId& from, const Handed& given,
    core::Date day) {
    const auto level = core::association::association_row(taking).level.value_or(
        core::association::CareLevel::commune);
    const auto opened = core::association::fund_row(taking, level).opened;
    std::vector<core::association::AssociationOp> ops;
    for (const auto form : {CareForm::cash, CareForm::bank}) {
        const auto amount = money_handed(given, form);
        if (amount == core::Money{}) continue;
        CareTransferredIn half;
        half.transfer = received_id(given.handover, form);
        half.level = level;
        half.account = form;
        half.amount = amount;
        half.from = from;
        half.from_level = level;  // the club is of the association's own level
        ops.push_back({std::max(day, opened.value_or(day)), {}, std::move(half)});
    }
    return ops;
}

bool is_received(const core::association::Association& taking, const core::BookId& from,
                 const Handed& given) {
    return std::ranges::all_of(receiving_half(taking, from, given, {}), [&](const auto& op) {
        const auto& half = std::get<CareTransferredIn>(op.what);
        return std::ranges::any_of(taking.ops, [&](const core::association::OpRecord& record) {
            const auto* in = std::get_if<CareTransferredIn>(&record.what);
            return in != nullptr && record.live && in->transfer == half.transfer &&
                   in->from == from;
        });
    });
}

}  // namespace lth::app
