#include "core/association/keys.hpp"

#include <ranges>

#include "core/overloaded.hpp"

namespace lth::core::association {
namespace {

constexpr std::uint8_t open_only = bit(RecordState::open);
constexpr std::uint8_t planned_only = bit(RecordState::planned);

using Step = std::optional<RecordStep>;

Step first(RecordId id, RecordKind kind, RecordState to) {
    return RecordStep{id, kind, Role::introduces, 0, to};
}
Step next(RecordId id, RecordKind kind, std::uint8_t from, RecordState to) {
    return RecordStep{id, kind, Role::advances, from, to};
}
Step mention(RecordId id, RecordKind kind) {
    return RecordStep{id, kind, Role::mentions, 0, RecordState::open};
}

// A further record that an operation refers to; always a visit.
std::optional<RecordId> visit_referred_to(const AssociationWhat& what) {
    if (const auto* made = std::get_if<RecommendationMade>(&what)) return made->visit;
    if (const auto* planned = std::get_if<ImprovementPlanned>(&what)) return planned->visit;
    return std::nullopt;
}

// A pledge is no money yet.
template <class What>
concept MovesMoney = requires(const What& what) {
    what.level;
    what.amount;
} && !std::is_same_v<What, PledgeMade>;

std::optional<KeyUse> fund_use(const AssociationWhat& what) {
    return std::visit(
        [](const auto& op) -> std::optional<KeyUse> {
            using What = std::decay_t<decltype(op)>;
            if constexpr (std::is_same_v<What, CareOpened>) {
                return KeyUse{fund_key(op.level), Role::introduces};
            } else if constexpr (std::is_same_v<What, CareClosed>) {
                return KeyUse{fund_key(op.level), Role::advances};
            } else if constexpr (MovesMoney<What>) {
                return KeyUse{fund_key(op.level), Role::mentions};
            } else {
                return std::nullopt;
            }
        },
        what);
}

std::optional<KeyUse> transaction_use(const AssociationWhat& what) {
    return std::visit(
        Overloaded{[](const CareGranted& op) -> std::optional<KeyUse> {
                       return KeyUse{grant_key(op.grant), Role::introduces};
                   },
                   [](const CareGrantReturned& op) -> std::optional<KeyUse> {
                       return KeyUse{grant_key(op.grant), Role::mentions};
                   },
                   [](const CareTransferredOut& op) -> std::optional<KeyUse> {
                       return KeyUse{{KeyKind::transfer_out, op.transfer.value}, Role::introduces};
                   },
                   [](const CareTransferredIn& op) -> std::optional<KeyUse> {
                       return KeyUse{{KeyKind::transfer_in, op.transfer.value}, Role::introduces};
                   },
                   [](const auto&) -> std::optional<KeyUse> { return std::nullopt; }},
        what);
}

bool stands_outside(const AssociationWhat& what) {
    return std::holds_alternative<OpReversed>(what) ||
           std::holds_alternative<PrivateErased>(what) ||
           std::holds_alternative<AttachmentAdded>(what);
}

}  // namespace

std::optional<RecordStep> record_step(const AssociationWhat& what) {
    using enum RecordKind;
    using enum RecordState;
    return std::visit(
        Overloaded{
            [](const VisitPlanned& op) { return first(op.visit, visit, planned); },
            [](const VisitMade& op) { return next(op.visit, visit, planned_only, closed); },
            [](const RecommendationMade& op) {
                return first(op.recommendation, recommendation, open);
            },
            [](const RecommendationClosed& op) {
                return next(op.recommendation, recommendation, open_only, closed);
            },
            [](const ObstacleRaised& op) { return first(op.obstacle, obstacle, open); },
            [](const ObstacleAnswered& op) {
                return next(op.obstacle, obstacle, open_only, closed);
            },
            [](const ProposalMade& op) { return first(op.proposal, proposal, open); },
            [](const ProposalDecided& op) {
                return next(op.proposal, proposal, open_only, closed);
            },
            [](const ImprovementPlanned& op) {
                return first(op.improvement, improvement, planned);
            },
            [](const ImprovementDone& op) {
                return next(op.improvement, improvement, planned_only, closed);
            },
            [](const PledgeMade& op) { return first(op.pledge, pledge, open); },
            [](const PledgeMet& op) { return mention(op.pledge, pledge); },
            [](const PartnerCommitted& op) {
                return op.commitment ? first(*op.commitment, commitment, open) : Step();
            },
            [](const PartnerDelivered& op) {
                return next(op.commitment, commitment, open_only, closed);
            },
            [](const PlanAdopted& op) { return op.plan ? first(*op.plan, plan, open) : Step(); },
            [](const PlanReviewed& op) { return next(op.plan, plan, open_only, closed); },
            [](const DocumentFiled& op) { return first(op.document, document, open); },
            [](const DocumentAcknowledged& op) { return mention(op.document, document); },
            [](const ReportDue& op) { return first(op.report, report, planned); },
            [](const ReportSubmitted& op) {
                return next(op.report, report, planned_only | bit(returned), submitted);
            },
            [](const ReportReturned& op) {
                return next(op.report, report, bit(submitted), returned);
            },
            [](const ReportAccepted& op) {
                return next(op.report, report, bit(submitted), closed);
            },
            [](const auto&) { return Step(); }},
        what);
}

std::vector<KeyUse> keys_of(const AssociationWhat& what) {
    std::vector<KeyUse> uses;
    if (stands_outside(what)) return uses;
    const bool registers = std::holds_alternative<AssociationRegistered>(what);
    uses.push_back({association_key(), registers ? Role::introduces : Role::mentions});
    if (const auto fund = fund_use(what)) uses.push_back(*fund);
    if (const auto transaction = transaction_use(what)) uses.push_back(*transaction);
    if (const auto step = record_step(what)) {
        uses.push_back({record_key(step->record), step->role});
    }
    if (const auto visit = visit_referred_to(what)) {
        uses.push_back({record_key(*visit), Role::mentions});
    }
    return uses;
}

OpIndex last_step(const Association& book, const Key& key, OpIndex before) {
    const auto found = book.uses.find(key);
    if (found == book.uses.end()) return no_op;
    for (const OpIndex op : found->second.steps | std::views::reverse) {
        if (op < before && book.ops[op].live) return op;
    }
    return no_op;
}

OpIndex introduced_by(const Association& book, const Key& key) {
    const auto found = book.uses.find(key);
    if (found == book.uses.end()) return no_op;
    for (const OpIndex op : found->second.steps) {
        if (book.ops[op].live) return op;
    }
    return no_op;
}

std::string_view op_name(const AssociationWhat& what) {
    return std::visit([](const auto& op) { return op.op; }, what);
}

OpIndex find_grant(const Association& book, GrantId id, OpIndex before) {
    const auto found = book.uses.find(grant_key(id));
    if (found == book.uses.end()) return no_op;
    for (const OpIndex op : found->second.steps | std::views::reverse) {
        if (op < before) return op;
    }
    return no_op;
}

Money returned_of(const Association& book, GrantId id) {
    Money sum;
    const auto found = book.uses.find(grant_key(id));
    if (found == book.uses.end()) return sum;
    for (const OpIndex op : found->second.mentions) {
        const auto& record = book.ops[op];
        const auto* returned = std::get_if<CareGrantReturned>(&record.what);
        if (record.live && returned != nullptr) sum += returned->amount;
    }
    return sum;
}

}  // namespace lth::core::association
