// May an operation be reversed? Not while a live one depends on it.
#include <algorithm>

#include "core/club/checking.hpp"

namespace lth::core::club {
namespace {

enum class Named : std::uint8_t { member, loan };

// The first live operation that depends on `target`, or no_op.
class Dependents {
public:
    Dependents(const Club& club, OpIndex target) : club_(club), target_(target) {}

    [[nodiscard]] OpIndex find() const {
        for (const auto found : {of_member(), of_loan(), of_rules(), of_period(), of_opening(),
                                 of_life(), of_span(), of_plan()}) {
            if (found != no_op) return found;
        }
        return no_op;
    }

private:
    [[nodiscard]] OpIndex naming(std::uint32_t index, Named what) const {
        for (const auto& record : club_.namings) {
            const bool same = record.index == index && record.is_loan == (what == Named::loan);
            if (same && record.op != target_ && is_live(club_, record.op)) return record.op;
        }
        return no_op;
    }
    [[nodiscard]] OpIndex of_member() const {
        for (std::uint32_t i = 0; i < club_.members.size(); ++i) {
            if (club_.members[i].op == target_) return naming(i, Named::member);
        }
        return no_op;
    }
    [[nodiscard]] OpIndex of_loan() const {
        for (std::uint32_t i = 0; i < club_.loans.size(); ++i) {
            if (club_.loans[i].op != target_) continue;
            if (const auto found = naming(i, Named::loan); found != no_op) return found;
        }
        return no_op;
    }
    [[nodiscard]] OpIndex of_rules() const {
        for (const auto& use : club_.split_uses) {
            if (club_.rules[use.rules].op == target_ && is_live(club_, use.op)) return use.op;
        }
        return no_op;
    }
    [[nodiscard]] OpIndex of_period() const { return later_in(club_.periods); }

    // Opening a book is undone only when no money stands in it.
    [[nodiscard]] OpIndex of_opening() const {
        if (!kind_is<BookOpened>()) return no_op;
        for (OpIndex i = target_ + 1; i < club_.ops.size(); ++i) {
            const auto& op = club_.ops[i];
            if (op.live && op.posting_count > 0 && op.kind != kind_of<OpReversed>) return i;
        }
        return no_op;
    }

    // Steps of life are undone from the last one back.
    [[nodiscard]] OpIndex of_life() const { return later_in(club_.life); }

    [[nodiscard]] OpIndex of_span() const {
        for (const auto& member : club_.members) {
            for (std::size_t i = 0; i < member.spans.size(); ++i) {
                const auto& span = member.spans[i];
                if (span.out == target_ && i + 1 < member.spans.size()) {
                    return member.spans[i + 1].in;
                }
                if (span.in == target_ && i > 0 && span.left) return span.out;
            }
        }
        return no_op;
    }
    [[nodiscard]] OpIndex of_plan() const {
        for (const auto& loan : club_.loans) {
            const bool plan = later_in(loan.plans) != no_op && loan.op != target_;
            if (plan) return later_in(loan.plans);
            const bool owner = later_in(loan.owners) != no_op && loan.op != target_;
            if (owner) return later_in(loan.owners);
        }
        return no_op;
    }

    // A live record after that of `target_` in a list that is undone in order.
    template <class List>
    [[nodiscard]] OpIndex later_in(const List& list) const {
        const auto made = [&](const auto& record) { return record.op == target_; };
        if (std::ranges::none_of(list, made)) return no_op;
        for (const auto& record : list) {
            if (record.op > target_ && is_live(club_, record.op)) return record.op;
        }
        return no_op;
    }
    template <class What>
    [[nodiscard]] bool kind_is() const {
        return club_.ops[target_].kind == kind_of<What>;
    }

    const Club& club_;
    OpIndex target_;
};

bool reversible(std::uint8_t kind) {
    return kind != kind_of<PrivateErased> && kind != kind_of<AttachmentAdded>;
}

Refusal reversal_date(const Checking& in, const OpRecord& target) {
    const auto closed = closed_until(in.club);
    const bool closing = target.kind == kind_of<PeriodClosed>;
    const bool held = target.posting_count > 0 || target.kind == kind_of<MeetingHeld>;
    if (!closing && held && closed && target.on <= *closed) {
        if (in.on > *closed) return {};
        return refuse("reversal.wrong_date", "on", {{"expected", "> " + to_text(*closed)}});
    }
    if (in.on == target.on) return {};
    return refuse("reversal.wrong_date", "on", {{"expected", to_text(target.on)}});
}

}  // namespace

Refusal check_one(const Checking& in, const OpReversed& what) {
    const auto entry = in.club.entry_index.find(what.entry_id);
    if (entry == in.club.entry_index.end()) return refuse("reversal.unknown", "entry_id");
    const auto target = entry->second + static_cast<OpIndex>(what.op_index.value);
    const auto& ops = in.club.ops;
    const bool exists = target < ops.size() && ops[target].seq == ops[entry->second].seq;
    if (!exists) return refuse("reversal.unknown", "op_index");
    if (ops[target].kind == kind_of<OpReversed>) return refuse("reversal.of_reversal");
    if (!ops[target].live) return refuse("reversal.twice");
    if (!reversible(ops[target].kind)) return refuse("reversal.not_possible");
    if (auto no = reversal_date(in, ops[target])) return no;
    const auto dependent = Dependents(in.club, target).find();
    if (dependent == no_op) return {};
    return refuse("reversal.in_the_way", "op_index",
                  {{"op", std::string(op_name(ops[dependent].kind))},
                   {"on", to_text(ops[dependent].on)},
                   {"seq", std::to_string(ops[dependent].seq)}});
}

}  // namespace lth::core::club
