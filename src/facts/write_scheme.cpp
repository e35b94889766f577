#include "facts/scheme.hpp"

namespace lth::facts {
namespace {

/// Lines of TOML.
class Writer {
public:
    void section(std::string_view name) { out_ += "\n[[" + std::string(name) + "]]\n"; }
    void raw(std::string_view key, const std::string& value) {
        out_ += std::string(key) + " = " + value + "\n";
    }
    void text(std::string_view key, std::string_view value) {
        std::string quoted = "\"";
        constexpr std::string_view digits = "0123456789ABCDEF";
        for (const char c : value) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 0x20 || byte == 0x7F) {  // nowhere allowed, but named when it is read
                quoted += "\\u00";
                quoted += digits[byte >> 4];
                quoted += digits[byte & 0xFU];
                continue;
            }
            if (c == '"' || c == '\\') quoted += '\\';
            quoted += c;
        }
        raw(key, quoted + "\"");
    }
    void both(const std::string& key, const Text& value) {
        text(key + "_vi", value.vi);
        text(key + "_en", value.en);
    }
    void number(std::string_view key, std::optional<std::int64_t> value) {
        if (value) raw(key, std::to_string(*value));
    }
    void date(std::string_view key, core::Date value) { raw(key, to_text(value)); }

    [[nodiscard]] std::string take() && { return std::move(out_); }

private:
    std::string out_;
};

void write_target(Writer& out, const SchemeTarget& target) {
    out.section("target");
    out.text("id", target.id);
    out.text("measure", target.measure);
    out.text("unit", unit_text(target.unit));
    out.text("relation", relation_text(target.relation));
    out.number("goal", target.goal);
    out.number("min", target.min);
    out.number("max", target.max);
    out.number("amount", target.amount);
    out.both("name", target.name);
    out.both("reading", target.reading);
    for (const auto& milestone : target.milestones) {
        out.section("target.milestone");
        out.date("by", milestone.by);
        out.number("goal", milestone.goal);
    }
}

void write_programme(Writer& out, const SchemeProgramme& programme) {
    out.section("programme");
    out.text("key", programme.key);
    out.text("name", programme.name);
    const bool project = programme.kind == core::registry::ProgrammeKind::project;
    out.text("kind", project ? "project" : "decision");
    out.raw("own", programme.own ? "true" : "false");
    if (programme.document) out.text("document", *programme.document);
}

void write_claim(Writer& out, const core::registry::ClaimRecorded& claim) {
    out.section("claim");
    out.text("document", claim.document.value);
    out.date("date", claim.date);
    out.text("measure", claim.measure.value);
    out.text("relation", relation_text(claim.relation));
    out.number("value", claim.value);
    if (claim.words) out.text("words", claim.words->value);
}

}  // namespace

std::string_view unit_text(GoalUnit unit) {
    return goal_unit_texts.at(static_cast<std::size_t>(unit));
}

std::string_view relation_text(core::registry::Relation relation) {
    return relation_texts.at(static_cast<std::size_t>(relation));
}

std::string write_scheme(const Scheme& scheme) {
    Writer out;
    out.text("id", scheme.id);
    out.both("name", scheme.name);
    out.both("lead", scheme.lead);
    out.text("legal_basis", scheme.legal_basis);
    if (scheme.province_code) out.text("province_code", *scheme.province_code);
    out.date("begins", scheme.begins);
    out.date("ends", scheme.ends);
    out.date("baseline", scheme.baseline);
    if (scheme.district_map) out.date("district_map", *scheme.district_map);
    for (const auto& target : scheme.targets) write_target(out, target);
    for (const auto& programme : scheme.programmes) write_programme(out, programme);
    for (const auto& claim : scheme.claims) write_claim(out, claim);
    for (const auto& paper : scheme.dossier) {
        out.section("dossier");
        out.text("id", paper.id);
        out.both("name", paper.name);
    }
    return std::move(out).take();
}

}  // namespace lth::facts
