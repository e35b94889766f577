#include "view_json/standing.hpp"

#include <algorithm>
#include <array>

#include "view_json/json.hpp"
#include "view_json/time.hpp"

namespace lth::view_json {

namespace {

using facts::BasisCounts;
using facts::Standing;
using facts::Target;
using facts::Value;
using facts::ValueKind;

void write_number(Json& out, ValueKind kind, std::optional<std::int64_t> number) {
    if (!number) {
        out.null();
    } else if (kind == ValueKind::share) {
        out.literal(facts::fraction_text(*number));
    } else {
        out.number(*number);
    }
}

void write_answer(Json& out, std::string_view key, std::optional<bool> answer) {
    out.key(key);
    if (answer) {
        out.boolean(*answer);
    } else {
        out.null();
    }
}

void write_value(Json& out, const Value& value) {
    out.key("value");
    write_number(out, value.kind, value.value);
    out.field("numerator", value.numerator);
    out.field("denominator", value.denominator);
}

void write_basis(Json& out, const BasisCounts& basis,
                 facts::Counted counted = facts::Counted::clubs) {
    const facts::Text text = facts::basis_text(basis, counted);
    out.begin_object();
    out.field("book", basis.book);
    out.field("report", basis.report);
    out.field("unknown", basis.unknown);
    out.field("text", text.vi);
    out.field("text_en", text.en);
    out.end_object();
}

void write_optional(Json& out, std::string_view key, const std::string& text) {
    out.key(key);
    if (text.empty()) {
        out.null();
    } else {
        out.string(text);
    }
}

void write_missing(Json& out, std::span<const facts::Missing> names) {
    out.key("missing").begin_array();
    for (const facts::Missing& missing : names) {
        out.begin_object();
        out.field("kind", to_text(missing.kind));
        out.field("id", id_text(missing));
        out.field("name", missing.name);
        if (!missing.unit.empty()) out.field("unit", missing.unit);
        out.end_object();
    }
    out.end_array();
}

void write_target(Json& out, const Target& target) {
    out.begin_object();
    out.field("id", target.id);
    out.field("name", target.name.vi);
    out.field("name_en", target.name.en);
    constexpr std::array kinds{"count", "money", "share"};
    out.field("kind", kinds[static_cast<std::size_t>(target.value.kind)]);
    write_value(out, target.value);
    out.key("goal");
    write_number(out, target.value.kind, target.goal);
    write_answer(out, "met", target.met);
    write_answer(out, "national", target.national);
    write_answer(out, "in_scheme", target.in_scheme);
    if (!target.milestones.empty()) {
        out.key("milestones").begin_array();
        for (const auto& [by, goal] : target.milestones) {
            out.begin_object();
            out.field("by", core::to_text(by));
            out.key("goal");
            write_number(out, target.value.kind, goal);
            out.end_object();
        }
        out.end_array();
    }
    out.key("basis");
    write_basis(out, target.basis, target.counted);
    write_optional(out, "note", target.note.vi);
    write_optional(out, "note_en", target.note.en);
    out.key("second").begin_array();
    for (const facts::Second& second : target.second) {
        out.begin_object();
        out.field("label", second.label.vi);
        out.field("label_en", second.label.en);
        write_value(out, second.value);
        out.end_object();
    }
    out.end_array();
    if (!target.goals.empty()) {
        out.key("goals").begin_array();
        for (const facts::GoalVersion& version : target.goals) {
            out.begin_object();
            out.field("from", core::to_text(version.from));
            out.field("legal_basis", version.legal_basis);
            out.key("goal");
            write_number(out, target.value.kind, version.goal);
            out.end_object();
        }
        out.end_array();
    }
    if (target.map) out.field("missing_units_as_of", core::to_text(*target.map));
    write_missing(out, target.missing);
    out.field("missing_total", target.missing_total);
    out.end_object();
}

void write_measures(Json& out, const Standing& standing) {
    out.key("measures").begin_object();
    for (const facts::MeasureAnswer& measure : standing.measures) {
        out.key(measure.name);
        write_number(out, measure.answer.value.kind, measure.answer.value.value);
    }
    out.end_object();
}

void write_measure_details(Json& out, const Standing& standing) {
    out.key("measure_details").begin_object();
    for (const facts::MeasureAnswer& measure : standing.measures) {
        out.key(measure.name).begin_object();
        out.field("unit", measure.unit);
        out.field("source", measure.source);
        out.field("numerator", measure.answer.value.numerator);
        out.field("denominator", measure.answer.value.denominator);
        if (measure.answer.basis) {
            out.key("basis");
            write_basis(out, *measure.answer.basis);
        }
        if (!measure.answer.parts.empty()) {
            out.key("programmes").begin_array();
            for (const facts::MeasurePart& part : measure.answer.parts) {
                out.begin_object().key("id");
                if (part.programme) {
                    out.string(core::to_text(*part.programme));
                } else {
                    out.null();
                }
                out.field("value", part.value).end_object();
            }
            out.end_array();
        }
        out.end_object();
    }
    out.end_object();
}

void write_notes(Json& out, const Standing& standing) {
    out.key("notes").begin_object();
    for (const facts::Note& note : standing.notes) out.key(note.key).string(note.text.vi);
    out.end_object();
    out.key("notes_en").begin_object();
    for (const facts::Note& note : standing.notes) out.key(note.key).string(note.text.en);
    out.end_object();
}

}  // namespace

std::string standing_json(const Standing& standing) {
    Json out;
    out.begin_object();
    out.field("as_of", core::to_text(standing.as_of));
    out.field("units_as_of", core::to_text(standing.units_as_of));
    out.field("known_at", instant_text(standing.known_at));
    out.field("scheme", standing.scheme);
    out.field("scheme_name", standing.scheme_name);
    out.field("scope", standing.scope_name);
    out.flag("ended", standing.ended);
    out.flag("national", standing.national);
    write_measures(out, standing);
    out.key("basis").begin_object();
    for (std::size_t g = 0; g < facts::group_count; ++g) {
        out.key(to_text(static_cast<facts::Group>(g)));
        write_basis(out, standing.basis[g]);
    }
    out.end_object();
    write_notes(out, standing);
    out.key("targets").begin_array();
    for (const Target& target : standing.targets) write_target(out, target);
    out.end_array();
    write_measure_details(out, standing);
    out.end_object();
    return std::move(out).take();
}

std::string missing_json(const Standing& standing, const Target& target, std::size_t offset,
                         std::size_t limit) {
    const auto first = std::min(offset, target.missing.size());
    const auto count = std::min(limit, target.missing.size() - first);
    Json out;
    out.begin_object();
    out.field("as_of", core::to_text(standing.as_of));
    out.field("units_as_of", core::to_text(target.map.value_or(standing.units_as_of)));
    out.field("scheme", standing.scheme);
    out.field("scope", standing.scope_name);
    out.field("target", target.id);
    out.field("name", target.name.vi);
    out.field("name_en", target.name.en);
    out.field("total", target.missing_total);
    out.field("offset", static_cast<std::int64_t>(offset));
    write_missing(out, std::span(target.missing).subspan(first, count));
    out.end_object();
    return std::move(out).take();
}

std::string claims_json(std::span<const facts::ClaimCheck> checks) {
    constexpr std::array relations{"eq", "gt", "ge", "words"};
    Json out;
    out.begin_array();
    for (const facts::ClaimCheck& check : checks) {
        out.begin_object();
        out.field("document", check.claim.document.value);
        out.field("date", core::to_text(check.claim.date));
        out.field("measure", check.claim.measure.value);
        out.field("relation", relations[static_cast<std::size_t>(check.claim.relation)]);
        out.key("claimed");
        write_number(out, check.books.kind, check.claim.value);
        write_optional(out, "words", check.claim.words ? check.claim.words->value : "");
        write_value(out, check.books);
        write_answer(out, "holds", check.holds);
        out.field("explanation", check.explanation.vi);
        out.field("explanation_en", check.explanation.en);
        out.end_object();
    }
    out.end_array();
    return std::move(out).take();
}

std::string takeovers_json(std::span<const facts::ClubTakeover> takeovers) {
    Json out;
    out.begin_array();
    for (const facts::ClubTakeover& takeover : takeovers) {
        const facts::Takeover& found = takeover.difference;
        out.begin_object();
        out.field("club", core::to_text(takeover.club));
        out.field("name", takeover.name);
        out.field("group", to_text(found.group));
        out.field("figure", to_text(found.figure));
        out.field("on", core::to_text(found.on));
        out.field("stated_as_of", core::to_text(found.stated_as_of));
        out.field("stated", found.stated);
        out.field("booked", found.booked);
        out.end_object();
    }
    out.end_array();
    return std::move(out).take();
}

std::string_view to_text(facts::MissingKind kind) {
    constexpr std::array<std::string_view, 9> names{
        "club",          "club_no_data", "club_unrated",     "commune",         "district",
        "district_lost", "village",      "villages_unknown", "commune_not_full"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view to_text(facts::Group group) {
    constexpr std::array<std::string_view, facts::group_count> names{"people", "money", "meetings",
                                                                     "borrowers"};
    return names[static_cast<std::size_t>(group)];
}

std::string_view to_text(facts::Stated figure) {
    constexpr std::array<std::string_view, facts::stated_count> names{
        "members",         "elderly",       "women",          "hardship",
        "ethnic_minority", "volunteers",    "capital",        "loans_outstanding",
        "start_capital",   "meetings_year", "borrowers_ever", "borrowers_year",
        "borrowers_owing", "rating"};
    return names[static_cast<std::size_t>(figure)];
}

std::string id_text(const facts::Missing& missing) {
    return std::visit([](const auto& id) { return core::to_text(id); }, missing.id);
}

}  // namespace lth::view_json
