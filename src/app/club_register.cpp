#include "app/club_register.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <span>

#include "app/roles.hpp"
#include "core/club/life_pages.hpp"
#include "core/club/rows_of.hpp"

namespace lth::app {
namespace {

using core::club::Status;

std::vector<Status> statuses_of(const RegisterQuestion& question) {
    if (question.book) {
        return {Status::proposed, Status::decided,   Status::active, Status::suspended,
                Status::closing,  Status::dissolved, Status::merged};
    }
    switch (question.stage) {
        case RegisterStage::founding:
            return {Status::proposed, Status::decided};
        case RegisterStage::running:
            return {Status::active, Status::suspended, Status::closing};
        case RegisterStage::ended:
            return {Status::dissolved, Status::merged};
    }
    return {};
}

std::vector<DossierLine> dossier_of(const core::club::Club& club) {
    std::vector<DossierLine> lines;
    for (const auto& said : club.dossier) {
        if (!club.ops[said.op].live) continue;
        auto line = std::ranges::find(lines, said.what.item.value, &DossierLine::item);
        if (line == lines.end()) {
            lines.push_back({.item = said.what.item.value});
            line = lines.end() - 1;
        }
        line->done = said.what.done;
        line->on = said.on;
        line->document = said.what.document;
    }
    return lines;
}

// The step recorded last. In a book that an older program let a decision stand before its proposal
// the day alone would tell of the proposal.
Status recorded_status(const core::club::ClubRow& row) {
    return row.status == Status::proposed && row.decided_on ? Status::decided : row.status;
}

// What is recorded beside a step of life and says nothing that rests on it.
bool rests_on_no_step(const core::club::OpRecord& op) {
    constexpr std::array beside = {core::club::DossierItem::op, core::club::ClubChanged::op,
                                   core::club::BookKeeperSet::op, core::OpReversed::op,
                                   core::PrivateErased::op};
    return !op.live || std::ranges::count(beside, core::club::op_name(op.kind)) > 0;
}

std::optional<RegisterStep> undoable_step(const core::club::Club& club) {
    const auto steps = std::views::reverse(club.life);
    const auto last =
        std::ranges::find_if(steps, [&](const auto& event) { return club.ops[event.op].live; });
    if (last == steps.end()) return std::nullopt;
    const auto after = std::span(club.ops).subspan(last->op + 1);
    if (!std::ranges::all_of(after, rests_on_no_step)) return std::nullopt;
    const auto& op = club.ops[last->op];
    return RegisterStep{std::string(core::club::op_name(op.kind)), op.on, op.seq, op.op_index};
}

// As target T12 reads it: what stood at the opening of the book is not counted.
void add_raised(RegisterLine& line, const core::club::Club& club) {
    const auto launched = line.launched_on.value_or(core::last_date);
    for (const auto& op : club.ops) {
        if (!op.raises_capital) continue;
        for (std::uint32_t p = 0; p < op.posting_count; ++p) {
            const auto& posting = club.postings[op.first_posting + p];
            const auto account = posting.account;
            if (!is_capital(account) && account != core::club::Account::income_shares) continue;
            if (op.on > launched) {
                line.raised_later -= posting.amount;
                continue;
            }
            const auto full = full_name(account);
            const std::string name(full.substr(full.find(':') + 1));
            auto found = std::ranges::find(line.raised, name, &RaisedLine::account);
            if (found == line.raised.end()) {
                line.raised.push_back({.account = name});
                found = line.raised.end() - 1;
            }
            found->amount -= posting.amount;
        }
    }
}

}  // namespace

RegisterLine ClubRegister::line(const ClubLine& club, core::Date on) {
    RegisterLine line{.book = club.id,
                      .name = club.name,
                      .commune = club.commune.name,
                      .village = club.village,
                      .status = club.status};
    (void)in_.books.read(club.id, [&](const Book& folded) {
        const auto* fold = folded.as<ClubFold>();
        if (!fold) return;
        const auto row = core::club::club_row(fold->club);
        line.status = recorded_status(row);
        line.proposed_on = row.proposed_on;
        line.decided_on = row.decided_on;
        line.launched_on = row.launched_on;
        line.ended_on = row.ended_on;
        line.start_capital = row.start_capital;
        line.book_opened = row.book_opened;
        add_raised(line, fold->club);
        line.keeper = core::club::keeper_on(fold->club, on);
        line.dossier = dossier_of(fold->club);
        line.undoable = undoable_step(fold->club);
    });
    return line;
}

core::Result<RegisterView> ClubRegister::list(const core::AccountId& officer,
                                              const RegisterQuestion& question) {
    ClubsQuestion all;
    all.search = question.search;
    all.order = question.order;
    all.statuses = statuses_of(question);
    all.limit = 1'000'000;  // whoever may read them is known here only
    const auto clubs = in_.reading.clubs(all);
    if (!clubs) return std::unexpected(clubs.error());
    RegisterView view{.on = core::business_date(in_.clock.now_ms()), .offset = question.offset};
    const auto held = in_.rights.held_today(officer);
    for (const auto& club : clubs->clubs) {
        if (question.book && club.id != *question.book) continue;
        const auto roles = in_.rights.roles_over(held, club.id);
        if (!sees(roles, core::BookKind::club, Sight::lists)) continue;
        const auto place = view.total++;
        if (place < question.offset || view.clubs.size() == question.limit) continue;
        view.clubs.push_back(line(club, view.on));
    }
    return view;
}

}  // namespace lth::app
