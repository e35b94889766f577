#include "support/entries_doc.hpp"

namespace lth::tests {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return lines;
}

// What stands between backquotes.
std::vector<std::string> quoted(std::string_view line) {
    std::vector<std::string> words;
    for (auto begin = line.find('`'); begin != std::string_view::npos;) {
        const auto end = line.find('`', begin + 1);
        if (end == std::string_view::npos) break;
        words.emplace_back(line.substr(begin + 1, end - begin - 1));
        begin = line.find('`', end + 1);
    }
    return words;
}

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    line.remove_prefix(1);
    for (auto end = line.find('|'); end != std::string_view::npos; end = line.find('|')) {
        auto cell = line.substr(0, end);
        while (cell.starts_with(' ')) cell.remove_prefix(1);
        while (cell.ends_with(' ')) cell.remove_suffix(1);
        cells.emplace_back(cell);
        line.remove_prefix(end + 1);
    }
    return cells;
}

// The list of rules goes on until an empty line.
void add_rules(DocSection& section, const std::string& line) {
    const bool begins = line.starts_with("Refused by: ");
    const bool goes_on = line.starts_with('`') && section.text.ends_with("`\n");
    if (!begins && (!goes_on || section.rules.empty())) return;
    for (auto& rule : quoted(line)) section.rules.push_back(std::move(rule));
}

void add_line(DocSection& section, const std::string& line, std::string& code) {
    if (code.empty()) add_rules(section, line);
    section.text += line + "\n";
    if (line == "```json") {
        code = "\n";
    } else if (line == "```" && !code.empty()) {
        section.examples.push_back(code.substr(1));
        code.clear();
    } else if (!code.empty()) {
        code += line;
    } else if (line.starts_with("| `")) {
        const auto cells = cells_of(line);
        if (cells.size() < 3) return;
        section.fields.push_back({quoted(cells[0]).at(0), cells[1], cells[2] == "required"});
    }
}

}  // namespace

std::int64_t Sample::amount() const {
    if (name_ == "interest" || name_ == "repaid_interest") return 50'000;
    if (name_ == "outstanding") return 3'000'000;
    return 5'000'000;
}

std::string Sample::text() const {
    if (name_ == "name") return "Liên thế hệ thôn Một";
    if (name_ == "account") return "cash";
    if (name_ == "from") return "reserve";
    if (name_ == "to") return "capital:unknown";
    if (name_ == "scheme") return "thanh-hoa-5133";
    if (name_ == "code") return "14758";
    return "12/QĐ-UBND";
}

std::string table_of(const std::vector<FieldDoc>& fields) {
    std::string text;
    for (const auto& field : fields) {
        text += "| `" + field.name + "` | " + field.type + " | " +
                (field.required ? "required" : "optional") + " |";
        text += '\n';
    }
    return text;
}

std::string print_section(const OpDoc& doc) {
    std::string text = "### " + doc.op + "\n\nWhat happened.\n\n";
    if (!doc.fields.empty()) {
        text += "| field | type | | |\n|---|---|---|---|\n";
        for (const auto& field : doc.fields) {
            auto row = table_of({field});
            row.pop_back();
            text += row + " |\n";
        }
        text += "\n";
    }
    return text + "Refused by: \n\n```json\n" + doc.example + "\n```\n\n";
}

std::vector<DocChapter> parse_entries_doc(std::string_view markdown) {
    std::vector<DocChapter> chapters;
    std::string code;
    for (const auto& line : lines_of(markdown)) {
        if (line.starts_with("## ")) {
            chapters.push_back({line.substr(3), {}, {}});
        } else if (chapters.empty()) {
            continue;
        } else if (line.starts_with("### ")) {
            chapters.back().sections.push_back({line.substr(4), {}, {}, {}, {}});
        } else {
            auto& chapter = chapters.back();
            auto& section = chapter.sections.empty() ? chapter.opening : chapter.sections.back();
            add_line(section, line, code);
        }
    }
    return chapters;
}

}  // namespace lth::tests
