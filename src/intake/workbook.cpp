#include "intake/workbook.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "facts/scene.hpp"
#include "intake/known_clubs.hpp"
#include "intake/opening.hpp"
#include "intake/roster.hpp"
#include "sheet/forms.hpp"

namespace lth::intake {
namespace {

using core::BookKind;
using namespace core::club;
using core::territory::no_node;
using core::territory::Node;
using core::territory::TerritoryView;

sheet::Number number(const std::optional<core::Count>& count) {
    return count ? std::optional(count->value) : std::nullopt;
}

class Export {
public:
    Export(Planner& planner, const WorkbookQuestion& question, core::Date day)
        : planner_(planner),
          question_(question),
          places_(planner),
          day_(day),
          view_(places_.map(day)) {}

    [[nodiscard]] core::Result<void> within(std::string_view unit) {
        const auto found = places_.unit(unit, day_);
        if (!found) return std::unexpected(found.error());
        scope_ = core::territory::place_of(view_, *found)->unit;
        return {};
    }

    void collect() {
        auto& facts = planner_.facts();
        const auto& cube = facts.cube();
        const auto& ground = facts.ground(day_);
        for (facts::ClubNumber club = 0; club < cube.size(); ++club) {
            if (cube.head(club).withdrawn) continue;
            const auto seat = facts::seat_on(cube, ground, club, core::last_date);
            const bool inside = scope_ == no_node || (seat != no_node && core::territory::is_within(
                                                                             view_, seat, scope_));
            if (inside) add_club(cube.id(club));
        }
        add_fund_years();
    }

    [[nodiscard]] core::Result<TakenOut> taken_out() {
        if (registers_.empty() && years_.empty()) return core::reject("import.workbook_empty");
        sheet::OutWorkbook book{
            .title = "Liên Thế Hệ", .issued_on = planner_.today(), .sheets = {}};
        const auto add = [&](const auto& rows) {
            if (!rows.empty()) book.sheets.push_back(sheet::to_sheet(std::span(rows)));
        };
        add(registers_);
        add(members_);
        add(funds_);
        add(capital_);
        add(loans_);
        add(rules_);
        add(years_);
        book.sheets.push_back(guide());
        auto bytes = sheet::workbook_bytes(book);
        if (!bytes) return std::unexpected(std::move(bytes.error()));
        return TakenOut{std::move(*bytes), std::move(named_)};
    }

private:
    /// What is in the file and what is not, for whoever opens it; no import reads this sheet.
    [[nodiscard]] sheet::OutSheet guide() const {
        sheet::OutSheet page{.name = "Hướng dẫn", .columns = {}, .rows = {}};
        page.columns.push_back({.heading = "Tệp này có gì (trang này không được đọc khi nhập lại)",
                                .format = sheet::ColumnFormat::text,
                                .width = 110});
        const auto say = [&](std::string line) { page.rows.push_back({std::move(line)}); };
        const auto clubs = [](std::size_t count) { return std::to_string(count) + " câu lạc bộ"; };
        if (!registers_.empty()) {
            say("Danh sách và số liệu báo cáo gần nhất: " + clubs(registers_.size()) + ".");
        }
        if (!named_.empty()) {
            say("Thành viên, số dư, nguồn vốn và khoản vay lúc mở sổ, quy chế vay: " +
                clubs(named_.size()) + ".");
        }
        if (const auto closed = registers_.size() - named_.size(); closed > 0) {
            say("Không có thành viên, số dư và khoản vay của " + clubs(closed) +
                ": tên người và tiền của từng người chỉ mở cho người giữ sổ (ban chủ nhiệm, cán bộ "
                "phường, xã), không mở cho người tải tệp này.");
        }
        if (!years_.empty()) {
            say("Quỹ Chăm sóc theo năm: " + std::to_string(years_.size()) + " dòng.");
        }
        say("Sửa xong thì nhập lại theo từng loại bảng. Cột ẩn «Mã dòng» để máy nhận ra dòng đã "
            "có trong sổ: đừng xóa.");
        return page;
    }

    /// The club that is being written, as its rows name it.
    struct Writing {
        const app::ClubRows& rows;
        sheet::ClubName name;
        sheet::Text id;
        bool contacts = true;
    };

    /// None: the book may not be read.
    std::optional<app::PartClasses> sight_of(const core::BookId& id) const {
        if (!question_.sight) {
            return app::PartClasses{core::PartClass::name, core::PartClass::contact};
        }
        return question_.sight(id);
    }

    void add_club(const core::BookId& id) {
        const auto sight = sight_of(id);
        if (!sight) return;
        const auto rows = planner_.store().club_rows(id);
        if (!rows.club) return;
        const Writing club{rows, name_on(day_, *rows.club), to_text(id),
                           sight->contains(core::PartClass::contact)};
        add_register(club);
        if (!app::shows_members(*sight)) return;
        named_.push_back(id);
        const Roster roster(rows);
        add_members(club, id, roster);
        add_money(club, id, roster);
    }

    /// Codes are those of a day: they are used again for other areas.
    sheet::ClubName name_on(core::Date day, const ClubRow& row) {
        sheet::ClubName name{{}, {}, row.name};
        const auto& view = places_.map(day);
        const auto* place =
            row.seat_village ? core::territory::place_of(view, *row.seat_village) : nullptr;
        if (place == nullptr || place->unit == no_node) return name;
        if (view.units[place->unit].standing != core::territory::Standing::live) return name;
        name.commune = view.units[place->unit].code;
        const auto district =
            core::territory::ancestor_at(view, place->unit, core::territory::Level::district);
        if (district != no_node) name.district = view.units[district].code;
        return name;
    }

    void add_register(const Writing& club) {
        const auto& row = *club.rows.club;
        sheet::RegisterRow out;
        out.id = club.id;
        const auto* report = last_report(club.rows);
        const auto name = name_on(report != nullptr ? report->as_of : day_, row);
        out.district = name.district;
        out.commune = name.commune;
        out.name = row.name;
        out.villages = villages_of(club.rows);
        out.programme = programme_name(row.programme);
        out.decision_date = row.decided_on;
        out.launched = row.launched_on;
        out.start_capital = row.start_capital;
        if (report != nullptr) {
            const auto& said = report->figures;
            out.as_of = report->as_of;
            out.members = number(said.members);
            out.elderly = number(said.elderly);
            out.women = number(said.women);
            out.hardship = number(said.hardship);
            out.ethnic_minority = number(said.ethnic_minority);
            out.volunteers = number(said.volunteers);
            out.capital = said.capital;
            out.loans_outstanding = said.loans_outstanding;
            out.borrowers_ever = number(said.borrowers_ever);
            out.borrowers_year = number(said.borrowers_year);
            out.borrowers_owing = number(said.borrowers_owing);
            out.meetings_year = number(said.meetings_year);
            out.rating = said.rating;
        }
        registers_.push_back(std::move(out));
    }

    static const ReportRow* last_report(const app::ClubRows& rows) {
        const ReportRow* last = nullptr;
        for (const auto& report : rows.reports) {
            if (report.live && (last == nullptr || last->as_of <= report.as_of)) last = &report;
        }
        return last;
    }

    std::vector<std::string> villages_of(const app::ClubRows& rows) const {
        std::vector<std::string> names;
        for (const auto& row : rows.villages) {
            if (row.from != rows.villages.back().from) continue;
            const auto* place = core::territory::place_of(view_, row.village);
            if (place == nullptr || place->village == core::territory::no_village) continue;
            const auto& name = view_.villages[place->village].name;
            names.insert(row.seat ? names.begin() : names.end(), name);
        }
        return names;
    }

    sheet::Text programme_name(const std::optional<core::ProgrammeId>& id) const {
        if (!id) return std::nullopt;
        const auto* added = core::registry::find_programme(planner_.registry(), *id);
        return added == nullptr ? std::nullopt : std::optional(added->name.value);
    }

    sheet::Text village_name(const std::optional<core::VillageId>& id) const {
        if (!id) return std::nullopt;
        const auto* place = core::territory::place_of(view_, *id);
        if (place == nullptr || place->village == core::territory::no_village) return std::nullopt;
        return view_.villages[place->village].name;
    }

    void add_members(const Writing& club, const core::BookId& id, const Roster& roster) {
        const auto seats = seats_of(id);
        for (const auto& person : roster.people()) {
            sheet::MemberRow out;
            const auto id_text = to_text(person.row.member);
            out.id = *club.id + "/" + id_text;
            out.club = club.name;
            out.name = person.name.empty() ? nameless(person.row.member) : person.name;
            if (person.row.birth_year) out.birth = birth_of(person);
            if (person.row.sex != Sex::unknown) out.sex = person.row.sex;
            if (person.row.hardship != Hardship::unknown) out.hardship = person.row.hardship;
            out.village = village_name(person.row.village);
            out.joined = person.row.joined;
            out.left = person.row.left;
            out.left_reason = person.row.reason;
            const auto seat = seats.find(person.row.member);
            if (seat != seats.end() && !person.row.left) out.role = seat->second;
            if (club.contacts && !person.phone.empty()) out.phone = person.phone;
            out.borrowed_before = person.row.borrowed_before;
            members_.push_back(std::move(out));
        }
    }

    static sheet::Birth birth_of(const Person& person) {
        const auto year = person.row.birth_year->value;
        sheet::Birth birth{year, {}};
        if (person.day && person.month) {
            birth.date = core::make_date(year, static_cast<unsigned>(*person.month),
                                         static_cast<unsigned>(*person.day));
        }
        return birth;
    }

    std::map<core::MemberId, BoardRole> seats_of(const core::BookId& id) {
        std::map<core::MemberId, BoardRole> seats;
        const auto& club = planner_.book(id, BookKind::club).as<app::ClubFold>()->club;
        for (auto it = club.boards.rbegin(); it != club.boards.rend(); ++it) {
            if (!is_live(club, it->op)) continue;
            for (const auto& seat : it->what.seats) seats.emplace(seat.member, seat.role);
            break;
        }
        return seats;
    }

    void add_money(const Writing& club, const core::BookId& id, const Roster& roster) {
        const auto said = stated_openings(planner_.store(), planner_.book(id, BookKind::club), id);
        if (said.opened_on && (!said.balances.empty() || !said.loans.empty())) {
            add_funds(club, said, roster);
            for (const auto& loan : said.loans) add_loan(club, loan.what, roster);
        }
        for (const auto& rules : said.rules) add_rules(club, rules);
    }

    void add_funds(const Writing& club, const Openings& said, const Roster& roster) {
        sheet::FundsRow out;
        out.id = club.id;
        out.club = club.name;
        out.as_of = *said.opened_on;
        for (const auto& [what, at] : said.balances) {
            const auto& account = what.account.value;
            const bool income = what.fund == Fund::income;
            if (account == "cash") (income ? out.income_cash : out.operating_cash) = what.amount;
            if (account == "bank") (income ? out.income_bank : out.operating_bank) = what.amount;
            if (account == "capitalised_interest") out.capitalised_interest = what.amount;
            if (account == "reserve") out.reserve = what.amount;
            if (account == "board_allowance") out.board_allowance = what.amount;
            if (income) add_capital(club, what, roster);
        }
        funds_.push_back(std::move(out));
    }

    void add_capital(const Writing& club, const BalanceOpened& what, const Roster& roster) {
        const auto account = find_account(what.fund, what.account.value);
        const bool shares = account == Account::income_shares;
        if (!account || (!is_capital(*account) && !shares)) return;
        sheet::CapitalRow out;
        out.id = club.id;
        out.club = club.name;
        out.amount = what.amount;
        out.source = shares ? Source::members
                            : static_cast<Source>(index(*account) - index(Account::income_capital));
        if (const auto* person = what.member ? roster.find(*what.member) : nullptr) {
            out.id = *club.id + "/" + to_text(person->row.member);
            out.member = person->name;
            if (person->row.birth_year) out.birth = birth_of(*person);
        }
        capital_.push_back(std::move(out));
    }

    void add_loan(const Writing& club, const LoanOpened& what, const Roster& roster) {
        sheet::LoanRow out;
        out.id = club.id;
        out.club = club.name;
        const auto* person = roster.find(what.member);
        if (person == nullptr) return;
        out.id = *club.id + "/" + to_text(what.member);
        out.member = person->name;
        if (person->row.birth_year) out.birth = birth_of(*person);
        out.disbursed_on = what.disbursed_on;
        out.principal = what.principal;
        out.outstanding = what.outstanding;
        if (what.interest_paid_through) {
            out.interest_paid_through = core::month_of(*what.interest_paid_through);
        }
        out.months = what.terms.months.value;
        out.rate_ppm = what.terms.rate_ppm.value;
        out.base = what.terms.base;
        out.method = what.terms.method;
        out.grace_months = what.terms.grace_months.value;
        loans_.push_back(std::move(out));
    }

    void add_rules(const Writing& club, const RulesSet& rules) {
        sheet::RulesRow out;
        out.id = club.id;
        out.club = club.name;
        out.from = rules.from;
        out.meeting_day = number(rules.meeting_day);
        out.dues = rules.dues;
        out.rate_ppm = rules.terms.rate_ppm.value;
        out.months = rules.terms.months.value;
        out.base = rules.terms.base;
        out.method = rules.terms.method;
        out.grace_months = rules.terms.grace_months.value;
        out.rounding = core::Money{rules.unit.value};
        out.max_loan = rules.limits.amount;
        out.share_income_ppm = rules.split.income.value;
        out.share_operating_ppm = rules.split.operating.value;
        out.share_board_ppm = rules.split.board.value;
        out.share_reserve_ppm = rules.split.reserve.value;
        rules_.push_back(std::move(out));
    }

    void add_fund_years() {
        for (const auto& [id, book] : planner_.facts().folds().associations) {
            const auto row = core::association::association_row(book);
            const auto* place = row.unit ? core::territory::place_of(view_, *row.unit) : nullptr;
            if (place == nullptr || place->unit == no_node) continue;
            const bool inside =
                scope_ == no_node || core::territory::is_within(view_, place->unit, scope_);
            if (!inside || !sight_of(id)) continue;
            const auto rows = core::association::all_rows(book);
            for (const auto& year : rows.years) {
                if (year.live) add_year(id, *row.unit, year.stated);
            }
        }
    }

    void add_year(const core::BookId& book, core::UnitId id,
                  const core::association::CareYearReported& stated) {
        const auto& view = places_.map(core::make_date(stated.year.value, 12, 31));
        const auto* place = core::territory::place_of(view, id);
        if (place == nullptr || place->unit == no_node) return;
        sheet::FundYearRow out;
        out.id = to_text(book);
        out.unit = view.units[place->unit].code;
        out.year = stated.year.value;
        out.level = stated.level;
        out.received_money = stated.received_money;
        out.received_goods = stated.received_goods;
        out.spent = stated.spent;
        out.club_support = stated.club_support;
        out.transferred_in = stated.transferred_in;
        out.transferred_out = stated.transferred_out;
        out.balance = stated.balance;
        // Of a year the last statement stands.
        std::erase_if(years_, [&](const sheet::FundYearRow& one) {
            return one.id == out.id && one.year == out.year && one.level == out.level;
        });
        years_.push_back(std::move(out));
    }

    Planner& planner_;
    const WorkbookQuestion& question_;
    Places places_;
    core::Date day_;
    const TerritoryView& view_;
    Node scope_ = no_node;
    std::vector<core::BookId> named_;
    std::vector<sheet::RegisterRow> registers_;
    std::vector<sheet::MemberRow> members_;
    std::vector<sheet::FundsRow> funds_;
    std::vector<sheet::CapitalRow> capital_;
    std::vector<sheet::LoanRow> loans_;
    std::vector<sheet::RulesRow> rules_;
    std::vector<sheet::FundYearRow> years_;
};

}  // namespace

core::Result<TakenOut> export_workbook(Planner& planner, const WorkbookQuestion& question) {
    Export out(planner, question, planner.options().units_as_of.value_or(planner.as_of()));
    if (!question.unit.empty()) {
        if (const auto found = out.within(question.unit); !found) {
            return std::unexpected(found.error());
        }
    }
    out.collect();
    return out.taken_out();
}

}  // namespace lth::intake
