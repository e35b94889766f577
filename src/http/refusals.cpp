#include "http/refusals.hpp"

#include <algorithm>
#include <array>

#include "json/problem.hpp"

namespace lth::http {
namespace {

struct StatusRow {
    std::string_view rule;
    unsigned status;
};

constexpr unsigned unprocessable = 422;

// Sorted by rule. Everything a core rule says about an entry is 422 unless it is named here.
constexpr std::array statuses = {
    StatusRow{"account.disabled", 409},
    StatusRow{"account.login.taken", 409},
    StatusRow{"account.not_above", 403},
    StatusRow{"account.role.none", 404},
    StatusRow{"account.unknown", 404},
    StatusRow{"attachment.digest.malformed", 400},
    StatusRow{"attachment.not_jpeg", 415},
    StatusRow{"attachment.not_named", 409},
    StatusRow{"attachment.not_readable", 403},
    StatusRow{"attachment.too_large", 413},
    StatusRow{"attachment.unknown", 404},
    StatusRow{"device.card.expired", 410},
    StatusRow{"device.card.malformed", 400},
    StatusRow{"device.card.spent", 409},
    StatusRow{"device.card.unknown", 404},
    StatusRow{"device.card.used", 409},
    StatusRow{"device.id_used", 409},
    StatusRow{"device.name.malformed", 400},
    StatusRow{"device.none", 404},
    StatusRow{"device.unknown", 401},
    StatusRow{"handover.unknown", 404},
    StatusRow{"http.body.not_gzip", 400},
    StatusRow{"http.body.too_large", 413},
    StatusRow{"http.encoding.unknown", 415},
    StatusRow{"http.header.too_large", 431},
    StatusRow{"http.method.unknown", 405},
    StatusRow{"http.parameter.too_long", 400},
    StatusRow{"http.parameter.twice", 400},
    StatusRow{"http.parameter.unknown", 400},
    StatusRow{"http.path.unknown", 404},
    StatusRow{"http.request.malformed", 400},
    StatusRow{"http.server.busy", 503},
    StatusRow{"http.server.fault", 500},
    StatusRow{"http.target.malformed", 400},
    StatusRow{"http.target.too_long", 414},
    StatusRow{"http.too_many", 429},
    StatusRow{"import.busy", 409},
    StatusRow{"import.desk_full", 503},
    StatusRow{"import.gone", 404},
    StatusRow{"import.has_errors", 409},
    StatusRow{"import.not_allowed", 403},
    StatusRow{"import.not_file", 415},
    StatusRow{"import.nothing_to_write", 409},
    StatusRow{"import.undone_already", 409},
    StatusRow{"import.unknown", 404},
    StatusRow{"import.workbook_empty", 404},
    StatusRow{"paper.draft.gone", 409},
    StatusRow{"paper.draft.moved", 409},
    StatusRow{"paper.draft.too_long", 413},
    StatusRow{"password.old_wrong", 403},
    StatusRow{"person.reason", 403},
    StatusRow{"person.unknown", 404},
    StatusRow{"question.book.unknown", 404},
    StatusRow{"question.choice.unknown", 400},
    StatusRow{"question.club.unknown", 404},
    StatusRow{"question.criteria.none", 404},
    StatusRow{"question.date.malformed", 400},
    StatusRow{"question.entry.unknown", 404},
    StatusRow{"question.file.unknown", 404},
    StatusRow{"question.number.malformed", 400},
    StatusRow{"question.period.long", 400},
    StatusRow{"question.scheme.none", 404},
    StatusRow{"question.scheme.unknown", 404},
    StatusRow{"question.time.malformed", 400},
    StatusRow{"question.unit.unknown", 404},
    StatusRow{"reading.not_allowed", 403},
    StatusRow{"reading.reason_needed", 403},
    StatusRow{"report.number.taken", 409},
    StatusRow{"role.association.known", 409},
    StatusRow{"role.card.not_allowed", 403},
    StatusRow{"role.case.not_allowed", 403},
    StatusRow{"role.leave.not_allowed", 403},
    StatusRow{"role.obstacle.addressed", 403},
    StatusRow{"role.operation.not_allowed", 403},
    StatusRow{"role.person.not_allowed", 403},
    StatusRow{"role.unit.not_own", 403},
    StatusRow{"session.none", 401},
    StatusRow{"session.not_json", 415},
    StatusRow{"session.other_site", 403},
    StatusRow{"session.password_needed", 403},
    StatusRow{"session.slow_down", 429},
    StatusRow{"session.totp_needed", 403},
    StatusRow{"session.unknown", 404},
    StatusRow{"sign_in.busy", 503},
    StatusRow{"sign_in.code_needed", 401},
    StatusRow{"sign_in.wrong", 401},
    StatusRow{"slip.expired", 410},
    StatusRow{"slip.malformed", 400},
    StatusRow{"slip.spent", 409},
    StatusRow{"slip.unknown", 404},
    StatusRow{"sync.book.no_right", 403},
    StatusRow{"sync.case.closed", 409},
    StatusRow{"sync.case.unknown", 404},
    StatusRow{"sync.device.other", 403},
    StatusRow{"sync.device.revoked", 403},
    StatusRow{"totp.not_begun", 409},
    StatusRow{"totp.set_already", 409},
};
static_assert(std::ranges::is_sorted(statuses, {}, &StatusRow::rule));

}  // namespace

unsigned status_of(std::string_view rule) {
    const auto row = std::ranges::lower_bound(statuses, rule, {}, &StatusRow::rule);
    return row != statuses.end() && row->rule == rule ? row->status : unprocessable;
}

Response problem(const core::Rejection& rejection) {
    return {.status = status_of(rejection.rule.id()),
            .content_type = "application/problem+json",
            .body = json::problem_text(rejection)};
}

void say_when(Response& refused, const core::Rejection& rejection) {
    const auto rule = rejection.rule.id();
    if (rule == "sign_in.busy") refused.headers.emplace_back("Retry-After", "1");
    if (rule != "http.too_many" && rule != "session.slow_down") return;
    for (const auto& [name, seconds] : rejection.facts) {
        if (name == "seconds") refused.headers.emplace_back("Retry-After", seconds);
    }
}

Response plain_refusal(const core::Rejection& rejection) {
    return {.status = status_of(rejection.rule.id()),
            .body = message(rejection, core::Language::vi) + "\n" +
                    message(rejection, core::Language::en) + "\n"};
}

}  // namespace lth::http
