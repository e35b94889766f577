#include "app/list_matters.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "app/guidance.hpp"
#include "app/mentions.hpp"
#include "app/sort_key.hpp"
#include "core/association/keys.hpp"
#include "core/text.hpp"
#include "json/association_body.hpp"

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
    bool open = false;
    bool late = false;

    [[nodiscard]] const OpRecord& first() const { return in->ops[steps.front()]; }
    [[nodiscard]] const OpRecord& last() const { return in->ops[steps.back()]; }
};

// The halves of grants and transfers of all books, matched.
class Halves {
public:
    explicit Halves(const ProvinceFacts& facts) {
        using core::association::CareFlow;
        std::vector<core::association::FundGrant> funds;
        std::vector<core::association::ClubGrant> clubs;
        std::vector<core::association::TransferHalf> outs;
        std::vector<core::association::TransferHalf> ins;
        const auto append = [](auto& all, auto&& some) {
            all.insert(all.end(), some.begin(), some.end());
        };
        for (const auto& care : facts.care()) {
            append(funds, core::association::fund_grants(care.id, care.flows));
            append(outs, transfer_halves(care.id, CareFlow::transferred_out, care.flows));
            append(ins, transfer_halves(care.id, CareFlow::transferred_in, care.flows));
        }
        for (const auto& [club, grants] : facts.club_grants()) append(clubs, grants);
        std::ranges::sort(funds, {},
                          [](const auto& half) { return std::pair(half.grant, half.fund); });
        std::ranges::sort(clubs, {},
                          [](const auto& half) { return std::pair(half.grant, half.club); });
        const auto by_transfer = [](const auto& half) {
            return std::tuple(half.transfer, half.fund, half.level);
        };
        std::ranges::sort(outs, {}, by_transfer);
        std::ranges::sort(ins, {}, by_transfer);
        for (const auto& match : core::association::match_grants(funds, clubs)) {
            grants_[match.grant] = match.state;
        }
        for (const auto& match : core::association::match_transfers(outs, ins)) {
            transfers_[match.transfer] = match.state;
        }
    }

    void judge(Found& found) const {
        const auto& what = found.first().what;
        if (const auto* grant = std::get_if<core::association::CareGranted>(&what)) {
            found.grant = grants_.at(grant->grant);
            found.open = *found.grant != MatchState::matched;
        } else if (const auto* out = std::get_if<core::association::CareTransferredOut>(&what)) {
            found.transfer = transfers_.at(out->transfer);
        } else if (const auto* in = std::get_if<core::association::CareTransferredIn>(&what)) {
            found.transfer = transfers_.at(in->transfer);
        }
        if (found.transfer) found.open = *found.transfer != TransferState::matched;
    }

private:
    std::map<core::GrantId, MatchState> grants_;
    std::map<core::TransferId, TransferState> transfers_;
};

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
        const bool filed = row->kind == core::association::RecordKind::document;
        if (filed && !found.open) found.state = RecordState::closed;
    } else if (halves != nullptr && found.first().live) {
        halves->judge(found);
    }
    found.late = found.open && found.due && *found.due < on;
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

std::string owner(const Found& found) { return core::association::association_row(*found.in).name; }

std::optional<std::int64_t> amount(const Found& found) {
    return std::visit(
        [](const auto& op) -> std::optional<std::int64_t> {
            if constexpr (requires { op.amount.dong; }) return op.amount.dong;
            return std::nullopt;
        },
        found.first().what);
}

SortKey key_of(const Found& found, MatterOrder order) {
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
    }
    return {};
}

class Lister {
public:
    Lister(const MattersFrom& from, const MatterQuestion& question)
        : from_(from),
          question_(question),
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
        sort_by_key(found, [&](const Found& one) { return key_of(one, question_.order); });
        list.total = found.size();
        for (std::size_t i = question_.offset;
             i < found.size() && i - question_.offset < question_.limit; ++i) {
            list.matters.push_back(matter(found[i]));
        }
        list.names = names_.take();
        return list;
    }

private:
    [[nodiscard]] std::vector<Found> find() const {
        std::optional<Halves> halves;
        if (question_.area == MatterArea::care_fund) halves.emplace(from_.facts);
        std::vector<Found> all;
        for (const auto& [book, association] : from_.facts.folds().associations) {
            if (!std::ranges::binary_search(question_.books, book)) continue;
            const bool leaves = std::ranges::binary_search(question_.without_submitted, book);
            for (auto& found : matters_of(book, association, question_.area)) {
                judge(found, halves ? &*halves : nullptr, from_.on);
                if (leaves && found.state == RecordState::submitted) continue;
                all.push_back(std::move(found));
            }
        }
        if (question_.area == MatterArea::guidance) add_arrivals(all);
        return all;
    }

    void add_arrivals(std::vector<Found>& all) const {
        for (const auto& arrival : arrivals(from_, question_.books)) {
            auto& found = all.emplace_back();
            found.book = arrival.book;
            found.in = arrival.in;
            found.steps = {arrival.op};
            found.arrived = arrival.document;
            found.open = true;
        }
    }

    [[nodiscard]] bool passes(const Found& found) {
        if (question_.filter == MatterFilter::open && !found.open) return false;
        if (question_.filter == MatterFilter::late && !found.late) return false;
        const bool holds = !question_.seq || std::ranges::any_of(found.steps, [&](OpIndex step) {
            return found.in->ops[step].seq == *question_.seq;
        });
        if (!holds || (question_.seq && found.arrived)) return false;  // that is another book's
        if (question_.year && core::year_of(found.first().on) != *question_.year) return false;
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
        return core::fold_text(text).find(wanted_) != std::string::npos;
    }

    static std::string body_of(const OpRecord& record) {
        const AssociationOp op{record.on, {}, record.what};
        return json::write_body(std::span(&op, 1));
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
                      .arrived = found.arrived};
        const bool sent =
            std::holds_alternative<core::association::GuidanceSent>(found.first().what);
        if (sent && !found.arrived) {
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
            if (record.flow && record.flow->number > 0) step.number = record.flow->number;
            names_.keep(record);
        }
        return matter;
    }

    const MattersFrom& from_;
    const MatterQuestion& question_;
    Mentions names_;
    std::string wanted_;
};

}  // namespace

MatterList list_matters(const MattersFrom& from, const MatterQuestion& question) {
    return Lister(from, question).list();
}

}  // namespace lth::app
