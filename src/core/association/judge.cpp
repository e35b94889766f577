#include "core/association/judge.hpp"

#include <algorithm>

#include "core/association/care_judge.hpp"
#include "core/association/keys.hpp"
#include "core/association/names.hpp"
#include "core/overloaded.hpp"

namespace lth::core::association {
namespace {

using Judged = Result<void>;

std::string text(RecordId id) { return to_text(id); }

// ---- Whose book

Judged judge_registration(const Association& book, const AssociationOp& op) {
    const OpIndex registered = introduced_by(book, association_key());
    if (const auto* what = std::get_if<AssociationRegistered>(&op.what)) {
        if (registered != no_op) {
            return reject("association.registered_already", {},
                          {{"limit", to_text(book.ops[registered].on)}});
        }
        if (what->level == CareLevel::branch) {
            return reject("association.branch", "level");
        }
        return {};
    }
    if (registered == no_op && !keys_of(op.what).empty()) {
        return reject("association.not_registered");
    }
    return {};
}

// ---- Records and their steps

Judged judge_step(const Association& book, const AssociationOp& op) {
    const auto step = record_step(op.what);
    if (!step) return {};
    const auto record = record_row(book, step->record);
    if (step->role == Role::introduces) {
        if (!record) return {};
        return reject("record.known", {}, {{"record", text(step->record)}});
    }
    const bool may_be_first = std::holds_alternative<VisitMade>(op.what);
    if (!record && may_be_first) return {};
    if (!record || record->kind != step->kind) {
        return reject("record.unknown", {}, {{"record", text(step->record)}});
    }
    if (op.on < record->on) {
        return reject("record.before_its_first", "on",
                      {{"on", to_text(op.on)}, {"limit", to_text(record->on)}});
    }
    if (step->from != 0 && (step->from & bit(record->state)) == 0) {
        return reject("record.wrong_step", {},
                      {{"record", text(step->record)},
                       {"state", std::string(name_of(record->state))},
                       {"op", std::string(op_name(op.what))}});
    }
    return {};
}

// The visit that a recommendation or improvement came from: known, made, of the same club.
Judged judge_visit(const Association& book, RecordId id, const BookId& club) {
    const auto visit = record_row(book, id);
    if (!visit || visit->kind != RecordKind::visit || visit->state != RecordState::closed) {
        return reject("visit.not_made", "visit", {{"record", text(id)}});
    }
    if (visit->club != club) return reject("visit.other_club", "club");
    return {};
}

Judged judge_count(Count count, std::string_view field) {
    if (count.value > 0) return {};
    return reject("count.not_positive", field, {{"field", std::string(field)}});
}

Judged judge_visit_made(const Association& book, const VisitMade& op) {
    const auto planned = record_row(book, op.visit);
    if (planned && planned->club != op.club) return reject("visit.other_club", "club");
    for (std::size_t i = 0; i < op.checklist.size(); ++i) {
        const auto rest = op.checklist.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        const auto& item = op.checklist[i].item;
        if (std::any_of(rest, op.checklist.end(), [&](const auto& o) { return o.item == item; })) {
            return reject("visit.item_twice", "checklist", {{"item", item.value}});
        }
    }
    return {};
}

Judged judge_issued(const ReportIssued& op, Date on) {
    if (op.as_of > on) {
        return reject("report.ahead", "as_of", {{"as_of", to_text(op.as_of)}, {"on", to_text(on)}});
    }
    if (op.known_at < 0) return reject("report.known_at", "known_at");
    return {};
}

// ---- Corrections

Judged judge_reversal(const Association& book, const OpReversed& op, Date on) {
    const OpIndex target = find_op(book, op);
    if (target == no_op) return reject("reversal.unknown");
    const auto& record = book.ops[target];
    if (std::holds_alternative<OpReversed>(record.what)) return reject("reversal.of_reversal");
    if (!record.live) return reject("reversal.twice");
    const auto uses = keys_of(record.what);
    if (uses.empty()) return reject("reversal.not_possible");
    if (on != record.on) {
        return reject("reversal.wrong_date", "on", {{"expected", to_text(record.on)}});
    }
    for (const auto& use : uses) {
        if (use.role == Role::mentions) continue;
        const auto& [steps, mentions] = book.uses.at(use.key);
        for (const auto* list : {&steps, &mentions}) {
            const auto later = std::upper_bound(list->begin(), list->end(), target);
            const auto live =
                std::find_if(later, list->end(), [&](OpIndex i) { return book.ops[i].live; });
            if (live == list->end()) continue;
            return reject("reversal.in_the_way", {},
                          {{"op", std::string(op_name(book.ops[*live].what))},
                           {"on", to_text(book.ops[*live].on)}});
        }
    }
    return {};
}

Judged judge_what(const Association& book, const AssociationOp& op) {
    return std::visit(
        Overloaded{
            [&](const OpReversed& what) { return judge_reversal(book, what, op.on); },
            [&](const PrivateErased& what) -> Judged {
                if (book.entry_index.contains(what.entry_id)) return {};
                return reject("private.unknown_entry", "entry_id");
            },
            [&](const VisitMade& what) { return judge_visit_made(book, what); },
            [&](const RecommendationMade& what) -> Judged {
                if (!what.visit) return {};
                return judge_visit(book, *what.visit, what.club);
            },
            [&](const ImprovementPlanned& what) -> Judged {
                if (what.rating_year.has_value() == what.visit.has_value()) {
                    return reject("improvement.one_cause");
                }
                if (!what.visit) return {};
                return judge_visit(book, *what.visit, what.club);
            },
            [&](const PlanAdopted& what) -> Judged {
                if (what.from <= what.until) return {};
                return reject("plan.ends_before_it_begins", "until");
            },
            [](const TrainingHeld& what) { return judge_count(what.participants, "participants"); },
            [](const MaterialsGiven& what) { return judge_count(what.copies, "copies"); },
            [](const CommunicationMade& what) { return judge_count(what.times, "times"); },
            [&](const ReportIssued& what) { return judge_issued(what, op.on); },
            [&](const auto& what) { return judge_care(book, what, op.on); }},
        op.what);
}

}  // namespace

OpIndex find_op(const Association& book, const OpReversed& reversal) {
    const auto entry = book.entry_index.find(reversal.entry_id);
    if (entry == book.entry_index.end()) return no_op;
    const std::uint64_t seq = book.ops[entry->second].seq;
    const auto index = entry->second + static_cast<std::uint64_t>(reversal.op_index.value);
    if (index >= book.ops.size() || book.ops[index].seq != seq) return no_op;
    return static_cast<OpIndex>(index);
}

Result<void> judge_op(const Association& book, const AssociationOp& op, Date today) {
    if (op.on > today + 1) {
        return reject("entry.dated_ahead", "on",
                      {{"on", to_text(op.on)}, {"limit", to_text(today + 1)}});
    }
    if (auto judged = judge_registration(book, op); !judged) return judged;
    if (auto judged = judge_step(book, op); !judged) return judged;
    return judge_what(book, op);
}

Result<void> judge_limits(const Association& book, OpIndex first, const Balances& before) {
    for (std::size_t i = 0; i < account_count; ++i) {
        const Account account{static_cast<std::uint8_t>(i)};
        if (book.balances[i] == before[i]) continue;
        if (auto judged = judge_balance(book, account); !judged) {
            judged.error().op_index = last_posting_to(book, account, first);
            return judged;
        }
    }
    return judge_closed_and_returned(book, first);
}

}  // namespace lth::core::association
