#include "view_json/club.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "json/message.hpp"

namespace lth::view_json {
namespace {

template <class Enum>
std::string_view name_of(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

std::optional<std::string> text_of(std::optional<core::Date> date) {
    return date ? std::optional(core::to_text(*date)) : std::nullopt;
}
std::optional<std::int64_t> number_of(std::optional<core::Money> amount) {
    return amount ? std::optional(amount->dong) : std::nullopt;
}

std::string_view basis_text(facts::Basis basis) {
    if (basis == facts::Basis::book) return "book";
    return basis == facts::Basis::report ? "report" : "unknown";
}

void write_loan(Json& json, const app::LoanLine& loan) {
    json.begin_object();
    json.field("loan", core::to_text(loan.row.loan)).field("member", loan.borrower);
    json.field("disbursed_on", core::to_text(loan.row.disbursed_on));
    json.field("principal", loan.row.principal.dong);
    json.field("outstanding", loan.row.outstanding.dong);
    json.field("due_by", core::to_text(loan.row.due_by));
    json.field("settled_on", text_of(loan.row.settled_on));
    json.end_object();
}

void write_figures(Json& json, const app::ClubView& club) {
    json.field("women", club.people.women).field("elderly", club.people.elderly);
    json.field("hardship", club.people.hardship);
    json.field("capital", number_of(club.capital));
    json.field("loans_outstanding", number_of(club.loans_outstanding));
    json.field("overdue", number_of(club.overdue));
    json.field("money_basis", basis_text(club.money_basis));
    json.field("last_seq", static_cast<std::int64_t>(club.head.last_seq));
    json.field("head_hash", core::to_hex(club.head.hash));
    json.key("balances").begin_object();
    for (const auto& row : club.balances) {
        json.field(core::club::full_name(row.account), row.amount.dong);
    }
    json.end_object();
    json.key("loans_closed").literal(club.loans_closed ? "true" : "false");
    json.key("loans").begin_array();
    for (const auto& loan : club.loans) write_loan(json, loan);
    json.end_array();
    json.key("flags").literal(json::write_message(club.flags));
    json.key("club_flags").literal(json::write_message(club.club_flags));
}

}  // namespace

void write_club_line(Json& json, const app::ClubLine& club) {
    json.field("id", core::to_text(club.id)).field("name", club.name);
    json.field("status", name_of(club.status));
    json.field("launched_on", text_of(club.launched_on));
    json.field("commune", club.commune.code).field("commune_name", club.commune.name);
    json.field("village", club.village);
    json.field("members", club.members).field("basis", basis_text(club.basis));
}

std::string club_json(const app::ClubView& club) {
    Json json;
    json.begin_object();
    write_club_line(json, club.line);
    write_figures(json, club);
    json.end_object();
    return std::move(json).take();
}

}  // namespace lth::view_json
