#include "view_json/standing.hpp"

#include <array>

#include "view_json/time.hpp"
#include "view_json/writer.hpp"

namespace lth::view_json {

namespace {

using facts::BasisCounts;
using facts::Standing;
using facts::Target;
using facts::Value;
using facts::ValueKind;

void write_number(Writer& out, ValueKind kind, std::optional<std::int64_t> number) {
    if (kind == ValueKind::share) {
        out.fraction(number);
    } else {
        out.integer(number);
    }
}

void write_value(Writer& out, const Value& value) {
    out.key("value");
    write_number(out, value.kind, value.value);
    out.key("numerator").integer(value.numerator);
    out.key("denominator").integer(value.denominator);
}

void write_basis(Writer& out, const BasisCounts& basis) {
    const facts::Text text = facts::basis_text(basis);
    out.begin_object();
    out.key("book").integer(basis.book);
    out.key("report").integer(basis.report);
    out.key("unknown").integer(basis.unknown);
    out.key("text").string(text.vi);
    out.key("text_en").string(text.en);
    out.end_object();
}

void write_optional(Writer& out, std::string_view key, const std::string& text) {
    out.key(key);
    if (text.empty()) {
        out.null();
    } else {
        out.string(text);
    }
}

void write_target(Writer& out, const Target& target) {
    out.begin_object();
    out.key("id").string(target.id);
    out.key("name").string(target.name.vi);
    out.key("name_en").string(target.name.en);
    constexpr std::array kinds{"count", "money", "share"};
    out.key("kind").string(kinds[static_cast<std::size_t>(target.value.kind)]);
    write_value(out, target.value);
    out.key("goal");
    write_number(out, target.value.kind, target.goal);
    out.key("met").boolean(target.met);
    out.key("basis");
    write_basis(out, target.basis);
    write_optional(out, "note", target.note.vi);
    write_optional(out, "note_en", target.note.en);
    out.key("second").begin_array();
    for (const facts::Second& second : target.second) {
        out.begin_object();
        out.key("label").string(second.label.vi);
        out.key("label_en").string(second.label.en);
        write_value(out, second.value);
        out.end_object();
    }
    out.end_array();
    out.key("missing").begin_array();
    for (const facts::Missing& missing : target.missing) {
        out.begin_object();
        out.key("kind").string(to_text(missing.kind));
        out.key("id").string(id_text(missing));
        out.key("name").string(missing.name);
        out.end_object();
    }
    out.end_array();
    out.key("missing_total").integer(target.missing_total);
    out.end_object();
}

void write_measures(Writer& out, const Standing& standing) {
    out.key("measures").begin_object();
    for (const facts::MeasureAnswer& measure : standing.measures) {
        out.key(measure.name);
        write_number(out, measure.answer.value.kind, measure.answer.value.value);
    }
    out.end_object();
}

void write_measure_details(Writer& out, const Standing& standing) {
    out.key("measure_details").begin_object();
    for (const facts::MeasureAnswer& measure : standing.measures) {
        out.key(measure.name).begin_object();
        out.key("unit").string(measure.unit);
        out.key("source").string(measure.source);
        out.key("numerator").integer(measure.answer.value.numerator);
        out.key("denominator").integer(measure.answer.value.denominator);
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
                out.key("value").integer(part.value).end_object();
            }
            out.end_array();
        }
        out.end_object();
    }
    out.end_object();
}

void write_notes(Writer& out, const Standing& standing) {
    out.key("notes").begin_object();
    for (const facts::Note& note : standing.notes) out.key(note.key).string(note.text.vi);
    out.end_object();
    out.key("notes_en").begin_object();
    for (const facts::Note& note : standing.notes) out.key(note.key).string(note.text.en);
    out.end_object();
}

}  // namespace

std::string standing_json(const Standing& standing) {
    Writer out;
    out.begin_object();
    out.key("as_of").string(core::to_text(standing.as_of));
    out.key("units_as_of").string(core::to_text(standing.units_as_of));
    out.key("known_at").string(instant_text(standing.known_at));
    out.key("scheme").string(standing.scheme);
    out.key("scheme_name").string(standing.scheme_name);
    out.key("scope").string(standing.scope_name);
    out.key("ended").boolean(standing.ended);
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
    return out.take();
}

std::string claims_json(std::span<const facts::ClaimCheck> checks) {
    constexpr std::array relations{"eq", "gt", "ge", "words"};
    Writer out;
    out.begin_array();
    for (const facts::ClaimCheck& check : checks) {
        out.begin_object();
        out.key("document").string(check.claim.document.value);
        out.key("date").string(core::to_text(check.claim.date));
        out.key("measure").string(check.claim.measure.value);
        out.key("relation").string(relations[static_cast<std::size_t>(check.claim.relation)]);
        out.key("claimed");
        write_number(out, check.books.kind, check.claim.value);
        write_optional(out, "words", check.claim.words ? check.claim.words->value : "");
        write_value(out, check.books);
        out.key("holds").boolean(check.holds);
        out.key("explanation").string(check.explanation.vi);
        out.key("explanation_en").string(check.explanation.en);
        out.end_object();
    }
    out.end_array();
    return out.take();
}

std::string takeovers_json(std::span<const facts::ClubTakeover> takeovers) {
    Writer out;
    out.begin_array();
    for (const facts::ClubTakeover& takeover : takeovers) {
        const facts::Takeover& found = takeover.difference;
        out.begin_object();
        out.key("club").string(core::to_text(takeover.club));
        out.key("name").string(takeover.name);
        out.key("group").string(to_text(found.group));
        out.key("figure").string(to_text(found.figure));
        out.key("on").string(core::to_text(found.on));
        out.key("stated_as_of").string(core::to_text(found.stated_as_of));
        out.key("stated").integer(found.stated);
        out.key("booked").integer(found.booked);
        out.end_object();
    }
    out.end_array();
    return out.take();
}

std::string_view to_text(facts::MissingKind kind) {
    constexpr std::array<std::string_view, 8> names{"club",    "club_no_data",    "club_unrated",
                                                    "commune", "district",        "district_lost",
                                                    "village", "villages_unknown"};
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
