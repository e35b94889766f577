#include "app/list_matters.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "app/guidance.hpp"
#include "app/halves.hpp"
#include "app/mentions.hpp"
#include "app/sort_key.hpp"
#include "core/association/keys.hpp"
#include "core/territory/history.hpp"
#include "core/text.hpp"
#include "json/association_body.hpp"
#include "json/message.hpp"

namespace lth::app {
namespace {

using core::association::Association;
using core::association::AssociationOp;
using core::association::MatchState;
using core::association::OpIndex;
using core::association::OpRecord;
using core::association::RecordState;
using core::association::TransferState;

struct AreaOfOp {
    std::string_view op;
    MatterArea area;
};
// Steps of a record stand with what began it.
constexpr std::array areas = {
    AreaOfOp{"care.opened", MatterArea::care_fund},
    AreaOfOp{"care.balance_explained", MatterArea::care_fund},
    AreaOfOp{"care.received", MatterArea::care_fund},
    AreaOfOp{"care.spent", MatterArea::care_fund},
    AreaOfOp{"care.granted", MatterArea::care_fund},
    AreaOfOp{"care.grant_returned", MatterArea::care_fund},
    AreaOfOp{"care.transferred_out", MatterArea::care_fund},
    AreaOfOp{"care.transferred_in", MatterArea::care_fund},
    AreaOfOp{"care.moved", MatterArea::care_fund},
    AreaOfOp{"care.closed", MatterArea::care_fund},
    AreaOfOp{"care.year_reported", MatterArea::care_fund},
    AreaOfOp{"pledge.made", MatterArea::pledges},
    AreaOfOp{"quota.assigned", MatterArea::quotas},
    AreaOfOp{"training.held", MatterArea::training},
    AreaOfOp{"materials.given", MatterArea::training},
    AreaOfOp{"visit.planned", MatterArea::supervision},
    AreaOfOp{"visit.made", MatterArea::supervision},
    AreaOfOp{"recommendation.made", MatterArea::supervision},
    AreaOfOp{"improvement.planned", MatterArea::improvement},
    AreaOfOp{"obstacle.raised", MatterArea::obstacles},
    AreaOfOp{"proposal.made", MatterArea::obstacles},
    AreaOfOp{"guidance.sent", MatterArea::guidance},
    AreaOfOp{"document.filed", MatterArea::guidance},
    AreaOfOp{"communication.made", MatterArea::communication},
    AreaOfOp{"partner.committed", MatterArea::partners},
    AreaOfOp{"steering.set", MatterArea::steering},
    AreaOfOp{"steering.met", MatterArea::steering},
    AreaOfOp{"plan.adopted", MatterArea::plans},
    AreaOfOp{"report.due", MatterArea::reports},
    AreaOfOp{"report.issued", MatterArea::reports},
};

// A matter before its words are written: only a page of them is.
struct Found {
    core::BookId book;
    const Association* in = nullptr;
    std::vector<OpIndex> steps;
    std::optional<RecordState> state;
    std::optional<MatchState> grant;
    std::optional<TransferState> transfer;
    std::optional<core::Date> due;
    std::optional<core::RecordId> arrived;  // see Matter
    core::BookId sent_from;                 // of guidance that arrived
    std::optional<core::BookId> sender;
    const core::association::ClubGrant* told_by_club = nullptr;
    std::string club;                        // that told it
    std::optional<core::Date> since;         // of a grant or transfer that is not matched
    std::optional<core::Date> debtor_ended;  // see Matter::debtor_ended_on
    bool open = false;
    bool late = false;

    [[nodiscard]] const OpRecord& first() const { return in->ops[steps.front()]; }
    [[nodiscard]] const OpRecord& last() const { return in->ops[steps.back()]; }
};

// A club's half, in the words of a fund's.
struct ToldByClub {
    std::string op = std::string(core::association::CareGranted::op);
    core::Date on = {};
    core::GrantId grant = {};
    core::BookId club = {};
    core::association::GrantTo to = core::association::GrantTo::income;
    core::Money amount = {};
};
BOOST_DESCRIBE_STRUCT(ToldByClub, (), (op, on, grant, club, to, amount))

// The id of the transfer that an operation tells, if it does.
std::optional<core::TransferId> transfer_of(const core::association::AssociationWhat& what) {
    if (const auto* out = std::get_if<core::association::CareTransferredOut>(&what)) {
        return out->transfer;
    }
    const auto* in = std::get_if<core::association::CareTransferredIn>(&what);
    return in == nullptr ? std::nullopt : std::optional(in->transfer);
}

void judge_halves(Found& found, const Halves& halves) {
    const auto take = [&](auto& state, const auto* match) {
        if (match == nullptr) return;
        state = match->state;
        found.open = match->state != decltype(match->state)::matched;
        if (found.open) found.since = match->since;
    };
    const auto& what = found.first().what;
    if (const auto* grant = std::get_if<core::association::CareGranted>(&what)) {
        take(found.grant, halves.find(grant->grant));
    } else if (const auto transfer = transfer_of(what)) {
        take(found.transfer, halves.find(*transfer));
    }
}

// What other books tell of the same.
std::vector<OtherHalf> other_halves(const Found& found, const Halves& halves) {
    std::vector<OtherHalf> others;
    const auto& own = found.first();
    const auto add = [&](const core::BookId& book, const auto& half) {
        const bool same = book == found.sender.value_or(found.book) && half.seq == own.seq &&
                          half.op_index == own.op_index;
        if (!same) others.push_back({book, half.seq, half.op_index, half.on, half.amount});
    };
    if (const auto* granted = std::get_if<core::association::CareGranted>(&own.what)) {
        const auto* match = halves.find(granted->grant);
        if (match == nullptr) return others;
        for (const auto& half : match->fund) add(half.fund, half);
        for (const auto& half : match->club) add(half.club, half);
    } else if (const auto transfer = transfer_of(own.what)) {
        const auto* match = halves.find(*transfer);
        if (match == nullptr) return others;
        for (const auto& half : match->out) add(half.fund, half);
        for (const auto& half : match->in) add(half.fund, half);
    }
    return others;
}

// What began an operation's matter: a record or a grant; nothing if it stands by itself.
std::optional<core::association::Key> matter_key(const core::association::AssociationWhat& what) {
    if (const auto step = core::association::record_step(what)) {
        return core::association::record_key(step->record);
    }
    if (const auto* grant = std::get_if<core::association::CareGranted>(&what)) {
        return core::association::grant_key(grant->grant);
    }
    if (const auto* back = std::get_if<core::association::CareGrantReturned>(&what)) {
        return core::association::grant_key(back->grant);
    }
    return std::nullopt;
}

std::optional<MatterArea> area_of(const OpRecord& record) {
    const auto row =
        std::ranges::find(areas, core::association::op_name(record.what), &AreaOfOp::op);
    return row == areas.end() ? std::nullopt : std::optional(row->area);
}

// The matters of one book in the order in which they began.
std::vector<Found> matters_of(const core::BookId& book, const Association& in, MatterArea area) {
    std::vector<Found> found;
    std::map<core::association::Key, std::size_t> by_key;
    for (OpIndex i = 0; i < in.ops.size(); ++i) {
        const auto key = matter_key(in.ops[i].what);
        if (const auto known = key ? by_key.find(*key) : by_key.end(); known != by_key.end()) {
            found[known->second].steps.push_back(i);
            continue;
        }
        if (area_of(in.ops[i]) != area) continue;
        if (key) by_key.emplace(*key, found.size());
        auto& began = found.emplace_back();
        began.book = book;
        began.in = &in;
        began.steps = {i};
    }
    return found;
}

bool is_guidance(const Found& found) {
    return std::holds_alternative<core::association::GuidanceSent>(found.first().what);
}

// A pledge until all of it came, a document until somebody has acknowledged it.
bool is_open(const core::association::RecordRow& row) {
    if (row.kind == core::association::RecordKind::pledge) return row.met < row.pledged;
    if (row.kind == core::association::RecordKind::document) return row.acknowledged == 0;
    return row.state != RecordState::closed;
}

void judge(Found& found, const Halves* halves, core::Date on) {
    const bool live =
        std::ranges::any_of(found.steps, [&](OpIndex step) { return found.in->ops[step].live; });
    if (!live) return;
    if (const auto step = core::association::record_step(found.first().what)) {
        const auto row = core::association::record_row(*found.in, step->record);
        if (!row) return;
        found.state = row->state;
        found.due = row->due;
        found.open = is_open(*row);
        if (!found.open) found.state = RecordState::closed;
    } else if (halves != nullptr && found.first().live) {
        judge_halves(found, *halves);
    }
    const bool waits = found.open && found.state != RecordState::submitted;
    found.late = waits && found.due && *found.due < on;
}

// Nobody is left to hand it in; what was handed in is still to be judged.
void judge_debtor(Found& found, const core::territory::Territory& territory, core::Date on) {
    const auto* due = std::get_if<core::association::ReportDue>(&found.first().what);
    if (due != nullptr) found.debtor_ended = unit_ended(territory, due->unit, on);
    if (found.debtor_ended && found.state != RecordState::submitted) {
        found.open = found.late = false;
    }
}

bool before(const Found& a, const Found& b) {
    if (a.late != b.late) return a.late;
    if (a.open != b.open) return a.open;
    if (a.late && a.due != b.due) return a.due < b.due;
    if (a.first().on != b.first().on) return a.first().on > b.first().on;
    if (a.book != b.book) return a.book > b.book;
    if (a.first().seq != b.first().seq) return a.first().seq > b.first().seq;
    return a.first().op_index < b.first().op_index;  // of one entry, as it tells them
}

// Of a quota the year that it is for, of a fund's statement the one that it is about.
int matter_year(const Found& found) {
    const auto& what = found.first().what;
    if (const auto* quota = std::get_if<core::association::QuotaAssigned>(&what)) {
        return quota->year.value;
    }
    const auto* stated = std::get_if<core::association::CareYearReported>(&what);
    return stated == nullptr ? core::year_of(found.first().on) : stated->year.value;
}

std::string owner(const Found& found) {
    if (found.told_by_club != nullptr) return found.club;
    return core::association::association_row(*found.in).name;
}

std::optional<std::int64_t> amount(const Found& found) {
    return std::visit(
        [](const auto& op) -> std::optional<std::int64_t> {
            if constexpr (requires { op.amount.dong; }) return op.amount.dong;
            return std::nullopt;
        },
        found.first().what);
}

// In days; see MatterOrder::at_hand. What has no day is to be done on the day that asks.
SortKey at_hand_key(const Found& found, core::Date on) {
    constexpr std::int32_t soon = 30;
    constexpr std::int64_t next = 1'000'000;  // more days than any date has
    const auto began = found.first().on;
    if (found.late) return {false, next - found.due->days, {}};
    const bool is_new = !found.due && began.days >= on.days - soon;
    if (is_new) return {false, on.days, {}};
    if (!found.due) return {false, 4 * next - began.days, {}};
    return {false,
            found.due->days <= on.days + soon ? found.due->days : 2 * next + found.due->days,
            {}};
}

SortKey key_of(const Found& found, MatterOrder order, core::Date on) {
    switch (order) {
        case MatterOrder::urgent:
            return {};
        case MatterOrder::newest:
            return date_key(found.first().on, -1);
        case MatterOrder::oldest:
            return date_key(found.first().on, 1);
        case MatterOrder::due:
            return date_key(found.due, 1);
        case MatterOrder::owner:
            return name_key(owner(found));
        case MatterOrder::amount:
            return number_key(amount(found), -1);
        case MatterOrder::at_hand:
            return at_hand_key(found, on);
    }
    return {};
}

class Lister {
public:
    Lister(const MattersFrom& from, const MatterQuestion& question, OpTexts& texts)
        : from_(from),
          question_(question),
          texts_(texts),
          names_(from),
          wanted_(core::fold_text(question.search)) {}

    MatterList list() {
        MatterList list{.on = from_.on, .offset = question_.offset};
        auto found = find();
        for (const auto& one : found) {
            list.open += one.open ? 1 : 0;
            list.late += one.late ? 1 : 0;
        }
        std::erase_if(found, [&](const Found& one) { return !passes(one); });
        std::ranges::sort(found, before);
        sort_by_key(found,
                    [&](const Found& one) { return key_of(one, question_.order, from_.on); });
        list.total = found.size();
        for (std::size_t i = question_.offset;
             i < found.size() && i - question_.offset < question_.limit; ++i) {
            list.matters.push_back(matter(found[i]));
        }
        list.names = names_.take();
        return list;
    }

private:
    [[nodiscard]] std::vector<Found> find() {
        if (question_.area == MatterArea::care_fund) halves_.emplace(from_);
        std::vector<Found> all;
        for (const auto& [book, association] : from_.facts.folds().associations) {
            if (!std::ranges::binary_search(question_.books, book)) continue;
            const bool leaves = std::ranges::binary_search(question_.without_submitted, book);
            for (auto& found : matters_of(book, association, question_.area)) {
                judge(found, halves_ ? &*halves_ : nullptr, from_.on);
                judge_debtor(found, from_.facts.folds().territory, from_.on);
                if (is_guidance(found)) {
                    found.open = is_waited_for(from_, book, association, found.first());
                }
                if (leaves && found.state == RecordState::submitted) continue;
                all.push_back(std::move(found));
            }
        }
        if (question_.area == MatterArea::guidance) add_arrivals(all);
        if (halves_) add_open_halves(all);
        return all;
    }

    void add_open_halves(std::vector<Found>& all) {
        for (const auto& half : halves_->open_to(question_.books)) {
            auto& found = all.emplace_back();
            found.book = half.book;
            found.in = half.in;
            found.steps = {half.op};
            found.arrived = half.id;
            found.sender = half.sender;
            found.told_by_club = half.told_by_club;
            if (half.told_by_club != nullptr) found.club = names_.name(half.sender);
            judge_halves(found, *halves_);
        }
    }

    void add_arrivals(std::vector<Found>& all) const {
        for (const auto& arrival : arrivals(from_, question_.books)) {
            auto& found = all.emplace_back();
            found.book = arrival.book;
            found.in = arrival.in;
            found.steps = {arrival.op};
            found.arrived = arrival.document;
            found.sent_from = arrival.sender;
            found.open = true;
        }
    }

    [[nodiscard]] bool passes(const Found& found) {
        if (question_.filter == MatterFilter::open && !found.open) return false;
        if (question_.filter == MatterFilter::late && !found.late) return false;
        if (question_.filter == MatterFilter::arrived && !(found.open && found.arrived)) {
            return false;
        }
        const bool holds = !question_.seq || std::ranges::any_of(found.steps, [&](OpIndex step) {
            return found.in->ops[step].seq == *question_.seq;
        });
        if (!holds || (question_.seq && found.arrived)) return false;  // that is another book's
        if (question_.year && matter_year(found) != *question_.year) return false;
        if (!question_.op.empty() &&
            core::association::op_name(found.first().what) != question_.op) {
            return false;
        }
        return wanted_.empty() || says(found);
    }

    [[nodiscard]] bool says(const Found& found) {
        std::string text = owner(found);
        for (const auto step : found.steps) {
            const auto& record = found.in->ops[step];
            text += ' ' + body_of(record);
            for (const auto& named : names_.of(record)) text += ' ' + named.name;
        }
        if (core::fold_text(text).contains(wanted_)) return true;
        if (found.arrived) return false;  // it is written in another book
        return std::ranges::any_of(found.steps, [&](OpIndex step) {
            const auto& said = texts_.of_entry(found.book, found.in->ops[step].seq);
            return core::fold_text(said).contains(wanted_);
        });
    }

    static std::string body_of(const OpRecord& record) {
        const AssociationOp op{record.on, {}, record.what};
        return json::write_body(std::span(&op, 1));
    }

    static std::string body_of(const core::association::ClubGrant& half) {
        const ToldByClub told{.on = half.on,
                              .grant = half.grant,
                              .club = half.club,
                              .to = half.to,
                              .amount = half.amount};
        return R"({"ops":[)" + json::write_message(told) + "]}";
    }

    Matter matter(const Found& found) {
        Matter matter{.book = found.book,
                      .owner = owner(found),
                      .op = std::string(core::association::op_name(found.first().what)),
                      .state = found.state,
                      .grant = found.grant,
                      .transfer = found.transfer,
                      .due = found.due,
                      .late = found.late,
                      .arrived = found.arrived,
                      .sender = found.sender,
                      .debtor_ended_on = found.debtor_ended};
        if (found.since) matter.age_days = from_.on.days - found.since->days;
        if ((question_.seq || found.arrived) && halves_ && found.first().live) {
            matter.halves = other_halves(found, *halves_);
            for (const auto& half : matter.halves) names_.keep(half.book);
        }
        if (is_guidance(found) && !found.arrived) {
            const auto names = question_.seq ? ReaderNames::listed : ReaderNames::left_out;
            matter.reach = reach_of(from_, found.book, *found.in, found.first(), names);
        }
        for (const auto index : found.steps) {
            const auto& record = found.in->ops[index];
            auto& step = matter.steps.emplace_back(MatterStep{.seq = record.seq,
                                                              .op_index = record.op_index,
                                                              .on = record.on,
                                                              .live = record.live,
                                                              .body = body_of(record)});
            step.text = text_of(found, record);
            if (found.told_by_club != nullptr) step.body = body_of(*found.told_by_club);
            if (record.flow && record.flow->number > 0) {
                step.number = record.flow->number;
                if (question_.seq) step.in_words = core::money_in_words(record.flow->amount.dong);
            }
            names_.keep(record);
        }
        return matter;
    }

    // Guidance is told whoever reads the book that it is addressed to, also once it is filed there.
    [[nodiscard]] std::optional<std::string> text_of(const Found& found, const OpRecord& record) {
        using core::association::DocumentFiled;
        if (found.arrived) {
            if (!std::holds_alternative<core::association::GuidanceSent>(record.what)) return {};
            return texts_.addressed(found.book, found.sent_from, record.seq, record.op_index);
        }
        auto own = texts_.of(found.book, record.seq, record.op_index);
        const auto* filed = std::get_if<DocumentFiled>(&record.what);
        if (own || filed == nullptr) return own;
        if (!guidance_) guidance_ = guidance_by_document(from_.facts.folds());
        const auto sent = guidance_->find(filed->document);
        if (sent == guidance_->end()) return {};
        // Whatever calls itself that document: only what was meant for this book.
        const auto& [book, in, op] = sent->second;
        if (!Addressed(from_.facts.folds().territory, *in, *op).holds(*found.in)) return {};
        return texts_.addressed(found.book, book, op->seq, op->op_index);
    }

    const MattersFrom& from_;
    const MatterQuestion& question_;
    OpTexts& texts_;
    std::optional<std::map<core::RecordId, Sent>> guidance_;
    std::optional<Halves> halves_;
    Mentions names_;
    std::string wanted_;
};

}  // namespace

std::optional<core::Date> unit_ended(const core::territory::Territory& territory,
                                     const core::UnitId& unit, core::Date on) {
    const auto slot = territory.unit_index.find(unit);
    if (slot == territory.unit_index.end()) return std::nullopt;
    const auto day = core::territory::map_dates(territory, on).units;
    const auto state = core::territory::unit_on(territory, slot->second, day);
    if (state.exists || state.since > day) return std::nullopt;
    return state.since;
}

MatterList list_matters(const MattersFrom& from, const MatterQuestion& question, OpTexts& texts) {
    return Lister(from, question, texts).list();
}

}  // namespace lth::app
