#include "app/case_about.hpp"

#include <algorithm>

#include "app/each_id.hpp"

namespace lth::app {
namespace {

using core::club::ClubOp;

template <class T>
constexpr bool is_list = false;
template <class T>
constexpr bool is_list<std::vector<T>> = true;

struct NamedPeople {
    std::set<core::MemberId> all;
    std::set<core::MemberId> alone;
};

NamedPeople people_in(const ClubOp& op) {
    NamedPeople named;
    std::visit(
        [&]<class What>(const What& what) {
            using Fields = boost::describe::describe_members<What, boost::describe::mod_public>;
            boost::mp11::mp_for_each<Fields>([&](auto member) {
                const auto& field = what.*member.pointer;
                std::set<core::MemberId> ids;
                each_id<core::MemberId>(field, [&](auto id) { ids.insert(id); });
                constexpr bool listed = is_list<std::remove_cvref_t<decltype(field)>>;
                if (!listed || ids.size() == 1) named.alone.insert(ids.begin(), ids.end());
                named.all.merge(ids);
            });
        },
        op.what);
    return named;
}

std::set<core::LoanId> loans_in(const ClubOp& op) {
    std::set<core::LoanId> ids;
    std::visit(
        [&](const auto& what) { each_id<core::LoanId>(what, [&](auto id) { ids.insert(id); }); },
        op.what);
    return ids;
}

// What undoes, erases or hangs on other entries is no record of its own.
bool is_record(const ClubOp& op) {
    return !std::holds_alternative<core::OpReversed>(op.what) &&
           !std::holds_alternative<core::PrivateErased>(op.what) &&
           !std::holds_alternative<core::AttachmentAdded>(op.what);
}

std::pair<std::string_view, core::Date> kind_and_day(const ClubOp& op) {
    return {std::visit([](const auto& what) { return what.op; }, op.what), op.on};
}

template <class Id>
bool share_one(const std::set<Id>& some, const std::set<Id>& others) {
    return std::ranges::any_of(some, [&](const Id& id) { return others.contains(id); });
}

}  // namespace

SpokenOf::SpokenOf(std::span<const ClubOp> ops) {
    for (const auto& op : ops) {
        if (!is_record(op)) continue;
        first_day_ = std::min(first_day_, op.on);
        auto named = people_in(op);
        alone_.merge(named.alone);
        loans_.merge(loans_in(op));
        members_.insert(named.all.begin(), named.all.end());
        days_[kind_and_day(op)].merge(named.all);
    }
}

bool SpokenOf::meets(const ClubOp& op) const {
    if (!is_record(op) || op.on < first_day_) return false;
    const auto named = people_in(op);
    if (share_one(loans_in(op), loans_) || share_one(named.alone, alone_)) return true;
    const auto day = days_.find(kind_and_day(op));
    if (day == days_.end()) return false;
    return share_one(named.all, day->second) || (named.all.empty() && day->second.empty());
}

std::vector<CaseLoan> loans_of(const core::club::Club& club, const std::set<core::LoanId>& ids,
                               core::Date today) {
    std::vector<CaseLoan> lines;
    for (const auto id : ids) {
        const auto* loan = core::club::find_loan(club, id);
        if (loan == nullptr) continue;
        const auto owner = core::club::owner_on(club, *loan, today);
        lines.push_back({.loan = id,
                         .member = club.members[owner].admitted.member,
                         .disbursed_on = loan->disbursed_on,
                         .principal = loan->principal,
                         .outstanding = loan->outstanding});
    }
    return lines;
}

std::map<std::uint64_t, std::set<std::uint64_t>> live_since(const core::club::Club& club,
                                                            core::Date day) {
    std::map<std::uint64_t, std::set<std::uint64_t>> live;
    for (const auto& op : club.ops) {
        if (op.live && op.on >= day) live[op.seq].insert(op.op_index);
    }
    return live;
}

}  // namespace lth::app
