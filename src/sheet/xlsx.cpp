#include <map>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "sheet/archive.hpp"
#include "sheet/read.hpp"
#include "sheet/unicode.hpp"
#include "sheet/xlsx_parts.hpp"

namespace lth::sheet {
namespace {

constexpr std::string_view default_workbook_path = "xl/workbook.xml";

struct Relationship {
    std::string type;  // the last word of its address, the same in both dialects of the format
    std::string target;
};

using Relationships = std::map<std::string, Relationship>;

std::string_view last_segment(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// A target as the path of a part: relative to the folder of the part that names it, or from "/".
std::string resolve(std::string_view source, std::string_view target) {
    std::vector<std::string_view> folders;
    const auto walk = [&](std::string_view path) {
        while (!path.empty()) {
            const auto slash = path.find('/');
            const auto step = path.substr(0, slash);
            if (step == "..") {
                if (!folders.empty()) folders.pop_back();
            } else if (!step.empty() && step != ".") {
                folders.push_back(step);
            }
            path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
        }
    };
    const auto folder_end = source.rfind('/');
    if (!target.starts_with('/') && folder_end != std::string_view::npos) {
        walk(source.substr(0, folder_end));
    }
    walk(target);
    std::string path;
    for (const auto folder : folders) {
        if (!path.empty()) path += '/';
        path += folder;
    }
    return path;
}

/// "xl/workbook.xml" → "xl/_rels/workbook.xml.rels".
std::string relationships_path(std::string_view source) {
    const auto name = last_segment(source);
    return std::string(source.substr(0, source.size() - name.size())) + "_rels/" +
           std::string(name) + ".rels";
}

class XlsxReader {
public:
    XlsxReader(Archive archive, const Limits& limits)
        : archive_(std::move(archive)), limits_(limits), budget_(limits) {}

    core::Result<Workbook> read() {
        auto workbook_path = find_workbook();
        if (!workbook_path) return std::unexpected(std::move(workbook_path.error()));
        auto part = open(*workbook_path);
        if (!part) return std::unexpected(std::move(part.error()));
        const auto root = (*part)->root();
        if (!is_named(root, "workbook")) return core::reject("sheet.not_a_workbook");
        auto related = relationships(*workbook_path);
        if (!related) return std::unexpected(std::move(related.error()));
        const auto date_1904 = attribute_named(child_named(root, "workbookPr"), "date1904");
        if (date_1904 == "1" || date_1904 == "true") workbook_.dates = DateSystem::from_1904;
        if (auto refused = read_shared(*related)) return std::unexpected(std::move(*refused));
        if (auto refused = read_sheets(child_named(root, "sheets"), *related)) {
            return std::unexpected(std::move(*refused));
        }
        return std::move(workbook_);
    }

private:
    core::Result<std::unique_ptr<XmlPart>> open(const std::string& path) {
        auto bytes = archive_.read(path);
        if (!bytes) return std::unexpected(std::move(bytes.error()));
        return parse_xml(path, std::move(*bytes), limits_);
    }

    core::Result<std::string> find_workbook() {
        std::string default_path(default_workbook_path);
        if (!archive_.has(relationships_path(""))) {
            if (archive_.has(default_path)) return default_path;
            return core::reject("sheet.not_a_workbook");
        }
        const auto related = relationships("");
        if (!related) return std::unexpected(related.error());
        for (const auto& [id, relationship] : *related) {
            if (relationship.type != "officeDocument") continue;
            const bool binary = relationship.target.ends_with(".bin");  // .xlsb
            if (binary) return core::reject("sheet.not_a_workbook");
            return relationship.target;
        }
        return core::reject("sheet.not_a_workbook");
    }

    core::Result<Relationships> relationships(std::string_view source) {
        auto part = open(relationships_path(source));
        if (!part) return std::unexpected(std::move(part.error()));
        Relationships related;
        for (const auto node : (*part)->root().children()) {
            related.emplace(attribute_named(node, "Id"),
                            Relationship{std::string(last_segment(attribute_named(node, "Type"))),
                                         resolve(source, attribute_named(node, "Target"))});
        }
        return related;
    }

    std::optional<core::Rejection> read_shared(const Relationships& related) {
        for (const auto& [id, relationship] : related) {
            const bool strings = relationship.type == "sharedStrings";
            if (!strings && relationship.type != "styles") continue;
            auto part = open(relationship.target);
            if (!part) return std::move(part.error());
            if (!strings) {
                meanings_ = parse_styles((*part)->root());
                continue;
            }
            auto parsed = parse_shared_strings((*part)->root());
            if (!parsed) return std::move(parsed.error());
            strings_ = std::move(*parsed);
        }
        return std::nullopt;
    }

    std::optional<core::Rejection> read_sheets(pugi::xml_node sheets,
                                               const Relationships& related) {
        for (const auto node : sheets.children()) {
            if (!is_named(node, "sheet")) continue;
            const auto found = related.find(std::string(attribute_named(node, "id")));
            if (found != related.end() && found->second.type != "worksheet") continue;  // a chart
            if (workbook_.sheets.size() >= limits_.sheets) {
                return core::make_rejection("sheet.too_many_sheets", {},
                                            {{"limit", std::to_string(limits_.sheets)}});
            }
            const auto name = attribute_named(node, "name");
            if (!core::is_valid_utf8(name)) return core::make_rejection("sheet.not_utf8");
            if (found == related.end()) {
                return core::make_rejection("sheet.missing_part", {},
                                            {{"part", std::string(name)}});
            }
            const auto state = attribute_named(node, "state");
            SheetBuilder builder(limits_, budget_);
            builder.sheet.name = nfc(name);
            builder.sheet.hidden = state == "hidden" || state == "veryHidden";
            auto part = open(found->second.target);
            if (!part) return std::move(part.error());
            const CellContext context{strings_, meanings_, workbook_.dates};
            if (auto refused = parse_worksheet((*part)->root(), context, limits_, builder)) {
                return refused;
            }
            workbook_.sheets.push_back(std::move(builder.sheet));
        }
        return std::nullopt;
    }

    Archive archive_;
    const Limits& limits_;
    Budget budget_;
    Workbook workbook_;
    std::vector<std::string> strings_;
    std::vector<NumberMeaning> meanings_;
};

}  // namespace

core::Result<Workbook> read_xlsx(std::string_view bytes, const Limits& limits) {
    auto archive = Archive::open(bytes, limits);
    if (!archive) return std::unexpected(std::move(archive.error()));
    return XlsxReader(std::move(*archive), limits).read();
}

}  // namespace lth::sheet
