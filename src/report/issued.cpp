#include "report/issued.hpp"

#include <algorithm>
#include <array>

#include "core/rating/criteria.hpp"
#include "facts/ratio.hpp"
#include "report/labels.hpp"

namespace lth::report {
namespace {

using core::association::ReportKind;

ReportKind kind_of(Kind kind) {
    switch (kind) {
        case Kind::interim_review:
            return ReportKind::interim_review;
        case Kind::final_review:
            return ReportKind::final_review;
        case Kind::care_fund:
        case Kind::care_fund_levels:
            return ReportKind::care_fund;
        case Kind::club_sheet:
        case Kind::club_month:
            return ReportKind::club;
        case Kind::steering_pack:
        case Kind::clubs_by_commune:
        case Kind::quotas:
        case Kind::training:
        case Kind::commune_month:
            break;
    }
    return ReportKind::other;
}

std::string criteria_in_force(app::Reading& reading, core::Date as_of) {
    std::string reference;
    for (const auto& version : reading.criteria()) {
        if (version.from <= as_of) reference = core::rating::reference(version);
    }
    return reference;
}

// Says when the document was made, or again what another field says; "number" counts the lines of a
// list.
constexpr std::array not_compared{"known_at", "dates_line", "number", "of_club"};

bool is_compared(std::string_view name) {
    return std::ranges::find(not_compared, name) == not_compared.end() && !is_reference(name);
}

// Fields that say what a line is about; the others are said of it.
constexpr std::array subject_fields{
    "id",   "label", "name",    "year",    "on",      "unit",  "commune", "association",
    "club", "level", "account", "purpose", "village", "topic", "month",   "meeting"};

/// Two lines about the same are told apart by their order.
std::string name_of(const Fields& line, core::Language language) {
    std::string name;
    for (const std::string_view field : subject_fields) {
        auto said = line.find(field);
        if (language == core::Language::en) {
            const auto english = line.find(std::string(field) + "_en");
            if (english != line.end()) said = english;
        }
        if (said == line.end() || said->second.text.empty()) continue;
        name += (name.empty() ? "" : " · ") + said->second.text;
    }
    return name;
}

// A document's number is a figure and a symbol: "12/BC-HNCT".
std::optional<core::Rejection> judge_number(const Asked& asked) {
    if (!asked.issued || !asked.issued->number) return std::nullopt;
    const std::string_view number = asked.issued->number->value;
    const auto slash = number.find('/');
    const bool figures = number.find_first_not_of("0123456789") == slash && slash != 0;
    if (figures && slash < number.size() - 1) return std::nullopt;
    const auto symbol = info_of(asked.kind).symbol;
    const std::string example = "12/" + std::string(symbol.empty() ? "BC" : symbol) + "-HNCT";
    return core::make_rejection("report.number.partial", "number",
                                {{"value", std::string(number)}, {"example", example}});
}

constexpr std::string_view percent_mark = " %";

// "0.638123" as parts per million.
std::int64_t ppm_of(std::string number) {
    std::erase(number, '.');
    return std::stoll(number);
}

/// Shares that round to the same text get as many decimals as it takes to tell them apart.
void tell_apart(Field& was, Field& is) {
    const auto end = was.text.find(percent_mark);
    if (end == std::string::npos || was.number.empty() || is.number.empty()) return;
    if (was.number == is.number || !is.text.starts_with(was.text.substr(0, end + 2))) return;
    constexpr int most = 4;  // a ppm
    constexpr std::int64_t whole = 1'000'000;
    for (int decimals = 2; decimals <= most; ++decimals) {
        const auto text = [&](const Field& field) {
            return facts::percent_text({ppm_of(field.number), whole}, decimals);
        };
        const auto before = text(was);
        const auto after = text(is);
        if (before == after) continue;
        was.text.replace(0, end, before);
        is.text.replace(0, end, after);
        return;
    }
}

struct Comparing {
    std::vector<Difference> found = {};

    void fields(std::string_view list, const Fields& before, const Fields& after) {
        const auto said = [](const Fields& fields, const std::string& name) {
            const auto field = fields.find(name);
            return field == fields.end() ? Field() : field->second;
        };
        auto all = before;
        all.insert(after.begin(), after.end());
        for (const auto& [name, value] : all) {
            if (!is_compared(name)) continue;
            auto was = said(before, name);
            auto is = said(after, name);
            tell_apart(was, is);
            if (was.text == is.text) continue;
            const auto place = (list.empty() ? "" : std::string(list) + ".") + name;
            auto [vi, en] = name_of_place(place);
            const auto& line = before.empty() ? after : before;
            const bool alone = list.empty();
            found.push_back({place, std::move(vi), std::move(en),
                             alone ? "" : name_of(line, core::Language::vi), std::move(was.text),
                             std::move(is.text), alone ? "" : name_of(line, core::Language::en)});
        }
    }

    void lists(std::string_view list, const std::vector<Fields>& before,
               std::vector<Fields> after) {
        for (const auto& line : before) {
            const auto name = [](const Fields& one) { return name_of(one, core::Language::vi); };
            const auto same = std::ranges::find(after, name(line), name);
            if (same == after.end()) {
                fields(list, line, {});
                continue;
            }
            fields(list, line, *same);
            after.erase(same);
        }
        for (const auto& line : after) fields(list, {}, line);
    }
};

}  // namespace

app::IssuedQuestion question_of(const Asked& asked) {
    app::IssuedQuestion question;
    question.kind = std::string(info_of(asked.kind).id);
    question.as_of = asked.question.as_of.value();
    question.units_as_of = asked.question.units_as_of.value_or(question.as_of);
    question.unit = asked.question.unit;
    question.club = asked.club;
    if (asked.year != 0) question.year = core::Year{asked.year};
    question.scheme = asked.question.scheme;
    return question;
}

core::Result<app::MadeReport> make_to_issue(app::Reading& reading, const Asked& asked) {
    if (auto refused = judge_number(asked)) return std::unexpected(std::move(*refused));
    auto document = make(reading, asked);
    if (!document) return std::unexpected(std::move(document.error()));
    app::MadeReport made;
    made.kind = kind_of(asked.kind);
    made.asked = question_of(asked);
    // The scheme that answers by default can be another one day.
    if (made.asked.scheme.empty()) {
        if (const auto standing = reading.standing(asked.question)) {
            made.asked.scheme = standing->scheme.id;
        }
    }
    // So can the year that was over last.
    const bool of_fund = made.kind == ReportKind::care_fund;
    if (of_fund && !made.asked.year) {
        made.asked.year = core::Year{core::year_of(made.asked.as_of + 1) - 1};
    }
    made.asked.criteria = criteria_in_force(reading, made.asked.as_of);
    made.file_name = std::move(document->file_name);
    made.media_type = std::move(document->media_type);
    made.content = std::move(document->bytes);
    return made;
}

core::Result<Asked> asked_of(const app::IssuedQuestion& question) {
    const auto kind = find_kind(question.kind);
    if (!kind) return core::reject("question.choice.unknown", "kind", {{"value", question.kind}});
    Asked asked;
    asked.kind = *kind;
    asked.question = {.as_of = question.as_of,
                      .units_as_of = question.units_as_of,
                      .known_at = question.known_at,
                      .unit = question.unit,
                      .scheme = question.scheme};
    asked.club = question.club;
    if (question.year) asked.year = question.year->value;
    return asked;
}

std::vector<Difference> differences(const Values& before, const Values& after) {
    Comparing comparing;
    comparing.fields({}, before.fields, after.fields);
    auto names = before.lists;
    names.insert(after.lists.begin(), after.lists.end());
    for (const auto& [name, lines] : names) {
        const auto was = before.lists.find(name);
        const auto is = after.lists.find(name);
        comparing.lists(name, was == before.lists.end() ? std::vector<Fields>() : was->second,
                        is == after.lists.end() ? std::vector<Fields>() : is->second);
    }
    return std::move(comparing.found);
}

}  // namespace lth::report
