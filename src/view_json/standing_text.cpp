#include "view_json/standing_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "core/money.hpp"
#include "facts/measure_labels.hpp"

namespace lth::view_json {

namespace {

using facts::Standing;
using facts::Target;
using facts::Value;
using facts::ValueKind;

constexpr int shown_decimals = 1;
constexpr std::size_t names_shown = 5;

std::string number_text(ValueKind kind, std::int64_t number) {
    return core::grouped(number) + (kind == ValueKind::money ? " đ" : "");
}

/// "69,9 %" and "44.291" as English writes them.
std::string in_english(std::string number) {
    for (char& c : number) c = c == '.' ? ',' : c == ',' ? '.' : c;
    return number;
}

class Writer {
public:
    explicit Writer(core::Language language) : vietnamese_(language == core::Language::vi) {}

    std::string standing(const Standing& standing) {
        if (standing.ended) out_ += say("KẾT THÚC GIAI ĐOẠN\n", "THE PERIOD HAS ENDED\n");
        out_ += standing.scheme_name + "\n";
        if (!standing.scope_name.empty()) out_ += standing.scope_name + "\n";
        out_ += say("Số liệu đến ngày ", "Figures as of ") + date(standing.as_of) +
                say(" · địa giới ngày ", " · on the map of ") + date(standing.units_as_of) + "\n\n";
        for (const facts::MeasureLabel& label : facts::measure_labels()) {
            const auto* measure = facts::find_measure(standing, label.measure);
            if (!measure) continue;
            out_ += std::string(vietnamese_ ? label.vi : label.en) + ": " +
                    value(measure->answer.value) + '\n';
        }
        add_notes(standing);
        for (const Target& target : standing.targets) {
            if (target.in_scheme) add_target(target);
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string say(const char* vi, const char* en) const {
        return vietnamese_ ? vi : en;
    }
    [[nodiscard]] const std::string& say(const facts::Text& text) const {
        return vietnamese_ ? text.vi : text.en;
    }
    [[nodiscard]] std::string date(core::Date day) const {
        return vietnamese_ ? core::vietnamese(day) : core::to_text(day);
    }
    [[nodiscard]] std::string number(std::string text) const {
        return vietnamese_ ? text : in_english(std::move(text));
    }
    [[nodiscard]] std::string value(const Value& value,
                                    std::optional<std::int64_t> goal = {}) const {
        if (!value.value) return say("chưa rõ", "unknown");
        return number(value_text(value, goal));
    }

    /// Several measures may bear the same note.
    void add_notes(const Standing& standing) {
        std::vector<std::string> said;
        for (const facts::Note& note : standing.notes) {
            if (std::ranges::find(said, note.text.vi) != said.end()) continue;
            said.push_back(note.text.vi);
            out_ += "  " + say(note.text) + '\n';
        }
        out_ += '\n';
    }

    [[nodiscard]] std::string goal(const Target& target) const {
        if (target.value.kind != ValueKind::share) {
            return number(number_text(target.value.kind, *target.goal));
        }
        return number(facts::percent_text({*target.goal, core::one_million}, 0)) + " %";
    }

    [[nodiscard]] std::string met(const Target& target) const {
        if (target.national) return {};
        if (!target.met) return target.goal ? say("chưa kết luận được", "cannot be told") : "";
        return *target.met ? say("ĐẠT", "MET") : say("CHƯA ĐẠT", "NOT MET");
    }

    void add_missing(const Target& target) {
        if (target.missing_total == 0) return;
        out_ += say("        còn thiếu ", "        missing ") +
                number(core::grouped(target.missing_total)) + ": ";
        const std::size_t shown = std::min(names_shown, target.missing.size());
        for (std::size_t i = 0; i < shown; ++i) {
            out_ += (i > 0 ? "; " : "") + target.missing[i].name;
        }
        if (target.missing_total > static_cast<std::int64_t>(shown)) out_ += "; …";
        out_ += '\n';
    }

    void add_target(const Target& target) {
        out_ += std::string(target.id);
        out_.append(target.id.size() < 6 ? 6 - target.id.size() : 1, ' ');
        out_ += say(target.name) + ": " + value(target.value, target.goal);
        if (target.value.kind == ValueKind::share && target.value.denominator) {
            out_ += " (" + number(core::grouped(*target.value.numerator)) + "/" +
                    number(core::grouped(*target.value.denominator)) + ")";
        }
        if (target.goal && target.national) {
            out_ += say(" · chỉ tiêu cả nước ", " · goal of the whole country ") + goal(target);
        } else if (target.goal) {
            out_ += say(" · chỉ tiêu ", " · goal ") + goal(target);
        }
        if (const auto text = met(target); !text.empty()) out_ += " · " + text;
        out_ += '\n';
        if (!target.note.empty()) out_ += "        " + say(target.note) + '\n';
        for (const facts::Second& second : target.second) {
            out_ += "        " + say(second.label) + ": " + value(second.value) + '\n';
        }
        add_missing(target);
    }

    bool vietnamese_;
    std::string out_;
};

}  // namespace

std::string value_text(const Value& value, std::optional<std::int64_t> goal) {
    if (!value.value) return "chưa rõ";
    if (value.kind != ValueKind::share) return number_text(value.kind, *value.value);
    const facts::Ratio share{*value.numerator, *value.denominator};
    if (!goal) return facts::percent_text(share, shown_decimals) + " %";
    return facts::percent_beside(share, *goal, shown_decimals) + " %";
}

std::string value_text(const Value& value) { return value_text(value, std::nullopt); }

std::string standing_text(const Standing& standing, core::Language language) {
    return Writer(language).standing(standing);
}

std::string claims_text(std::span<const facts::ClaimCheck> checks, core::Language language) {
    const bool vi = language == core::Language::vi;
    std::string out;
    for (const facts::ClaimCheck& check : checks) {
        const auto date = check.claim.date;
        out += check.claim.document.value + " (" +
               (vi ? core::vietnamese(date) : core::to_text(date)) + "), " +
               check.claim.measure.value + ": ";
        if (check.claim.words) out += "“" + check.claim.words->value + "” ";
        out += (vi ? check.explanation.vi : check.explanation.en) + '\n';
    }
    return out;
}

}  // namespace lth::view_json
