#include "http/pages/op_facts.hpp"

#include <algorithm>

#include "http/pages/figures.hpp"
#include "json/document.hpp"
#include "view_json/op_words.hpp"

namespace lth::http::pages {
namespace {

using view_json::Shows;

constexpr Phrase sum_of_lines{"Cộng", "Sum"};

struct OpFact {
    const Phrase* label = nullptr;
    Shows shows = Shows::count;
    std::int64_t value = 0;  // of a day its number
};

class OpFacts {
public:
    /// Nothing of a text that is not JSON.
    void read(std::string_view text) {
        json::Document document;
        if (document.parse(text)) read(document, document.root());
    }
    /// Of several operations the sums of their amounts: the rest is of one of them only.
    void add_up() {
        std::vector<OpFact> sums;
        for (const auto& fact : found_) {
            if (fact.shows != Shows::money) continue;
            const auto same = std::ranges::find(sums, fact.label, &OpFact::label);
            if (same == sums.end()) {
                sums.push_back(fact);
            } else {
                same->value += fact.value;
            }
        }
        found_ = std::move(sums);
    }
    void draw(Page& page) const {
        if (found_.empty()) return;
        page.open("dl", {{"class", "seconds"}});
        for (const auto& fact : found_) page.term(*fact.label, text_of(fact, page.language()));
        page.close();
    }

private:
    static std::string text_of(const OpFact& fact, core::Language language) {
        switch (fact.shows) {
            case Shows::money:
                return money_text(core::Money{fact.value}, language);
            case Shows::count:
                return number_text(fact.value, language);
            case Shows::year:
                return std::to_string(fact.value);
            case Shows::day:
                return date_text(core::Date{static_cast<std::int32_t>(fact.value)}, language);
        }
        return {};
    }
    void read(const json::Document& document, const json::Node& object) {
        json::for_each_child(document, object, [&](const json::Node& node) {
            take(document, node);
            return true;
        });
    }
    void take(const json::Document& document, const json::Node& node) {
        if (node.kind == json::Kind::object) return read(document, node);
        const auto* field = view_json::op_field(node.key);
        if (node.kind == json::Kind::array) return take_list(document, node, field);
        if (field == nullptr) return;
        const bool is_day = field->shows == Shows::day;
        if (node.kind == json::Kind::string && is_day) {
            if (const auto day = core::parse_date(node.text)) {
                found_.push_back({&field->label, Shows::day, day->days});
            }
        }
        if (node.kind == json::Kind::integer && !is_day) {
            found_.push_back({&field->label, field->shows, node.integer});
        }
    }
    // How many lines it has, and the sum of what each of them says.
    void take_list(const json::Document& document, const json::Node& list,
                   const view_json::OpField* field) {
        if (field != nullptr && field->shows == Shows::count) {
            found_.push_back({&field->label, Shows::count, list.children});
        }
        std::int64_t sum = 0;
        bool any = false;
        json::for_each_child(document, list, [&](const json::Node& line) {
            json::for_each_child(document, line, [&](const json::Node& node) {
                if (node.key != "amount" || node.kind != json::Kind::integer) return true;
                sum += node.integer;
                any = true;
                return true;
            });
            return true;
        });
        if (any) found_.push_back({&sum_of_lines, Shows::money, sum});
    }

    std::vector<OpFact> found_;
};

}  // namespace

void draw_op_facts(Page& page, std::string_view text) {
    OpFacts facts;
    facts.read(text);
    facts.draw(page);
}

bool is_of_one_person(std::string_view text) {
    json::Document document;
    if (!document.parse(text)) return false;
    return !json::for_each_child(document, document.root(), [](const json::Node& node) {
        return node.key != "member" && node.key != "loan";
    });
}

void draw_op_sums(Page& page, std::span<const std::string_view> texts) {
    OpFacts facts;
    for (const auto text : texts) facts.read(text);
    facts.add_up();
    facts.draw(page);
}

}  // namespace lth::http::pages
