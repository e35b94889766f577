// Balances, capital, open loans and rules: how the money of a club's book begins.
#include <algorithm>

#include "core/club/terms.hpp"
#include "intake/import.hpp"
#include "intake/known_clubs.hpp"
#include "intake/opening.hpp"
#include "intake/roster.hpp"

namespace lth::intake {
namespace {

using core::BookKind;
using core::Date;
using core::Money;
using namespace core::club;

LoanTerms terms_of(const sheet::RulesRow& row) {
    LoanTerms terms;
    if (row.months) terms.months = {*row.months};
    if (row.rate_ppm) terms.rate_ppm = {*row.rate_ppm};
    if (row.base) terms.base = *row.base;
    if (row.method) terms.method = *row.method;
    if (row.rounding) terms.unit = {row.rounding->dong};
    if (row.grace_months) terms.grace_months = {*row.grace_months};
    return terms;
}

RulesSet rules_of(const sheet::RulesRow& row) {
    RulesSet rules;
    rules.from = row.from;
    if (row.meeting_day) rules.meeting_day = core::Count{*row.meeting_day};
    rules.dues = row.dues;
    const bool splits = row.share_income_ppm || row.share_operating_ppm || row.share_board_ppm ||
                        row.share_reserve_ppm;
    if (splits) {
        rules.split = {.income = {row.share_income_ppm.value_or(0)},
                       .operating = {row.share_operating_ppm.value_or(0)},
                       .board = {row.share_board_ppm.value_or(0)},
                       .reserve = {row.share_reserve_ppm.value_or(0)}};
    }
    rules.terms = terms_of(row);
    rules.unit = rules.terms.unit;
    rules.limits.amount = row.max_loan;
    return rules;
}

/// What the sheets say about one club.
struct ClubSheets {
    const sheet::FundsRow* funds = nullptr;
    std::vector<const sheet::CapitalRow*> capital;
    std::vector<const sheet::LoanRow*> loans;
    std::vector<const sheet::RulesRow*> rules;

    [[nodiscard]] std::size_t rows() const {
        return (funds != nullptr ? 1 : 0) + capital.size() + loans.size() + rules.size();
    }
    [[nodiscard]] bool opens() const {
        return funds != nullptr || !capital.empty() || !loans.empty();
    }
    [[nodiscard]] sheet::Origin at() const {
        if (funds != nullptr) return funds->at;
        return !capital.empty() ? capital.front()->at : loans.front()->at;
    }
};

class ClubBalances {
public:
    ClubBalances(Planner& planner, const KnownClub& club, const ClubSheets& sheets)
        : planner_(planner),
          club_(club),
          sheets_(sheets),
          rows_(planner.store().club_rows(club.id)),
          roster_(rows_) {}

    void propose() {
        const auto day = sheets_.funds != nullptr ? std::optional(sheets_.funds->as_of)
                                                  : planner_.options().as_of;
        const auto said =
            stated_openings(planner_.store(), planner_.book(club_.id, BookKind::club), club_.id);
        if (sheets_.opens()) {
            if (!day) {
                return planner_.error(sheets_.at(), core::make_rejection("import.balance.no_day"));
            }
            day_ = *day;
            open(said);
        }
        set_rules(said);
        if (ops_.empty()) {
            for (std::size_t i = 0; i < sheets_.rows(); ++i) planner_.count_unchanged();
        }
        planner_.propose(club_.id, BookKind::club, std::move(ops_));
    }

private:
    void open(const Openings& said) {
        Openings wanted;
        if (!add_funds(wanted) || !add_capital(wanted) || !add_loans(wanted)) return;
        if (rows_.club && rows_.club->book_opened) {
            if (*rows_.club->book_opened == day_ && same(said, wanted)) return;
            return planner_.error(
                sheets_.at(),
                core::make_rejection("import.balance.opened_already", {},
                                     {{"known", core::vietnamese(*rows_.club->book_opened)}}));
        }
        note_difference(wanted);
        ops_.push_back(drafted<ClubOp>(day_, BookOpened{}, sheets_.at()));
        for (auto& [balance, at] : wanted.balances) {
            ops_.push_back(drafted<ClubOp>(day_, std::move(balance), at));
        }
        for (const auto& [loan, at] : wanted.loans) {
            ops_.push_back(drafted<ClubOp>(day_, loan, at));
        }
    }

    static void add(Openings& to, Fund fund, std::string account, const sheet::Amount& amount,
                    sheet::Origin at) {
        if (!amount || amount->dong == 0) return;
        to.balances.push_back({BalanceOpened{fund, {std::move(account)}, *amount, {}}, at});
    }

    /// What the operating fund owns beyond what it owes is its own: no paper says where it is from.
    bool add_funds(Openings& to) {
        if (sheets_.funds == nullptr) return true;
        const auto& row = *sheets_.funds;
        add(to, Fund::income, "cash", row.income_cash, row.at);
        add(to, Fund::income, "bank", row.income_bank, row.at);
        add(to, Fund::income, "capitalised_interest", row.capitalised_interest, row.at);
        add(to, Fund::income, "reserve", row.reserve, row.at);
        add(to, Fund::operating, "cash", row.operating_cash, row.at);
        add(to, Fund::operating, "bank", row.operating_bank, row.at);
        add(to, Fund::operating, "board_allowance", row.board_allowance, row.at);
        const Money own = row.operating_cash.value_or(Money{}) +
                          row.operating_bank.value_or(Money{}) -
                          row.board_allowance.value_or(Money{});
        add(to, Fund::operating, "balance:adjustment", own, row.at);
        return true;
    }

    bool add_capital(Openings& to) {
        for (const auto* row : sheets_.capital) {
            BalanceOpened opened{Fund::income, {}, row->amount, {}};
            if (row->source == Source::members && row->member) {
                const auto member = person(row->id, {*row->member, row->birth, row->at});
                if (!member) return false;
                opened.account = {"shares"};
                opened.member = member;
            } else {
                const auto name = std::string(full_name(capital(row->source)));
                opened.account = {name.substr(name.find(':') + 1)};
            }
            to.balances.push_back({std::move(opened), row->at});
        }
        return true;
    }

    bool add_loans(Openings& to) {
        for (const auto* row : sheets_.loans) {
            const auto member = person(row->id, {row->member, row->birth, row->at});
            if (!member) return false;
            LoanOpened loan;
            loan.loan = {planner_.derive_local("loan", row->at)};
            loan.member = *member;
            loan.disbursed_on = row->disbursed_on;
            loan.principal = row->principal;
            loan.outstanding = row->outstanding;
            if (row->interest_paid_through) {
                loan.interest_paid_through = core::last_day(*row->interest_paid_through);
            }
            if (!sheets_.rules.empty()) loan.terms = terms_of(*sheets_.rules.back());
            if (row->months) loan.terms.months = {*row->months};
            if (row->rate_ppm) loan.terms.rate_ppm = {*row->rate_ppm};
            if (row->base) loan.terms.base = *row->base;
            if (row->method) loan.terms.method = *row->method;
            if (row->grace_months) loan.terms.grace_months = {*row->grace_months};
            to.loans.push_back({loan, row->at});
        }
        return true;
    }

    struct Named {
        std::string_view name;
        const std::optional<sheet::Birth>& birth;
        sheet::Origin at;
    };
    std::optional<core::MemberId> person(const sheet::Text& id, const Named& named) {
        if (const auto* known = roster_.find_hidden(id)) return known->row.member;
        const auto found = roster_.find(named.name, named.birth);
        if (found.size() == 1) return found.front()->row.member;
        const core::Fact who{"found", std::string(named.name)};
        planner_.error(named.at,
                       found.empty()
                           ? core::make_rejection("import.member.unknown", "member", {who})
                           : core::make_rejection("import.member.ambiguous", "member",
                                                  {who, {"count", std::to_string(found.size())}}));
        return std::nullopt;
    }

    void note_difference(const Openings& opened) {
        Money difference;
        for (const auto& [balance, at] : opened.balances) {
            if (balance.fund != Fund::income) continue;
            const auto account = find_account(balance.fund, balance.account.value);
            if (account) difference += is_asset(*account) ? balance.amount : -balance.amount;
        }
        for (const auto& [loan, at] : opened.loans) difference += loan.outstanding;
        if (difference == Money{}) return;
        planner_.note(sheets_.at(), core::make_rejection("import.note.difference", {},
                                                         {{"club", club_.name},
                                                          {"fund", "income"},
                                                          {"amount", core::to_text(difference)}}));
    }

    void set_rules(const Openings& said) {
        for (const auto* row : sheets_.rules) {
            const auto rules = rules_of(*row);
            const bool known = std::ranges::any_of(
                said.rules, [&](const RulesSet& one) { return same(one, rules); });
            if (known) continue;
            const auto on = sheets_.opens() ? day_ : std::min(rules.from, planner_.today());
            ops_.push_back(drafted<ClubOp>(on, rules, row->at));
        }
    }

    Planner& planner_;
    const KnownClub& club_;
    const ClubSheets& sheets_;
    app::ClubRows rows_;
    Roster roster_;
    Date day_;
    std::vector<ClubDraft> ops_;
};

class Gathering {
public:
    explicit Gathering(Planner& planner)
        : planner_(planner), places_(planner), known_(planner, places_) {}

    template <class Row, class Add>
    void take(const sheet::Rows<Row>& rows, Add add) {
        for (const auto& row : rows.rows) {
            planner_.count_row();
            const auto club = known_.find_named(hidden_ids(row.id).club, row.club,
                                                places_.map_day(planner_.as_of()));
            if (!club) {
                planner_.error(row.at, club.error());
                continue;
            }
            auto& [known, sheets] = clubs_[(*club)->id];
            known = *club;
            add(sheets, row);
        }
    }
    void propose() {
        if (planner_.has_errors()) return;
        for (const auto& [id, club] : clubs_) {
            ClubBalances(planner_, *club.first, club.second).propose();
        }
    }

private:
    Planner& planner_;
    Places places_;
    KnownClubs known_;
    std::map<core::BookId, std::pair<const KnownClub*, ClubSheets>> clubs_;
};

}  // namespace

void plan_balances(Planner& planner, const sheet::Balances& balances) {
    Gathering clubs(planner);
    clubs.take(balances.funds, [&](ClubSheets& club, const sheet::FundsRow& row) {
        if (club.funds != nullptr) {
            planner.error(row.at,
                          core::make_rejection("import.club.twice", "club",
                                               {{"other", std::to_string(club.funds->at.row)}}));
        }
        club.funds = &row;
    });
    clubs.take(balances.capital, [](ClubSheets& club, const sheet::CapitalRow& row) {
        club.capital.push_back(&row);
    });
    clubs.take(balances.loans,
               [](ClubSheets& club, const sheet::LoanRow& row) { club.loans.push_back(&row); });
    clubs.take(balances.rules,
               [](ClubSheets& club, const sheet::RulesRow& row) { club.rules.push_back(&row); });
    clubs.propose();
}

}  // namespace lth::intake
