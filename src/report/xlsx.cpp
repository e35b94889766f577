#include "report/xlsx.hpp"

#include <map>

#include "report/package.hpp"
#include "report/xlsx_sheet.hpp"

namespace lth::report {
namespace {

constexpr std::string_view workbook_path = "xl/workbook.xml";
constexpr std::string_view strings_path = "xl/sharedStrings.xml";
constexpr std::string_view chain_path = "xl/calcChain.xml";

struct Sheet {
    std::string name;
    std::string path;
    XmlTree tree = {};
};

// "xl/worksheets/sheet1.xml" of "worksheets/sheet1.xml", "../xl/…" or "/xl/…" in the folder "xl".
std::string resolved(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const auto slash = folder.rfind('/');
        folder = slash == std::string_view::npos ? std::string_view() : folder.substr(0, slash);
    }
    return folder.empty() ? std::string(target) : std::string(folder) + "/" + std::string(target);
}

struct Relation {
    std::string type;  // the last word of its address: "worksheet"
    std::string path;
};

class WorkbookFiller {
public:
    WorkbookFiller(Package& package, const Limits& limits) : package_(package), limits_(limits) {}

    core::Result<std::string> fill(const Values& values) {
        auto workbook = parse(workbook_path);
        if (!workbook) return std::unexpected(workbook.error());
        const auto root = (*workbook)->document_element();
        if (auto problem = read_strings()) return std::unexpected(*problem);
        auto sheets = read_sheets(root);
        if (!sheets) return std::unexpected(sheets.error());

        std::vector<SheetFiller> fillers;
        for (const auto& sheet : *sheets) {
            fillers.emplace_back(sheet.name, sheet.tree->document_element(), strings_, limits_);
            if (auto problem = fillers.back().fill(values)) return std::unexpected(*problem);
        }
        for (std::size_t i = 0; i < fillers.size(); ++i) {
            fillers[i].move_refs(fillers);
            package_.find((*sheets)[i].path)->bytes = to_bytes(*(*sheets)[i].tree);
            if (auto problem = move_tables((*sheets)[i], fillers[i])) {
                return std::unexpected(*problem);
            }
        }
        move_names(root, fillers);
        compute_on_opening(root);
        package_.find(workbook_path)->bytes = to_bytes(**workbook);
        if (auto problem = drop_chain()) return std::unexpected(*problem);
        return write_package(package_);
    }

private:
    using Problem = std::optional<core::Rejection>;

    core::Result<XmlTree> parse(std::string_view path) {
        const auto* part = package_.find(path);
        if (part == nullptr) {
            return core::reject("report.missing_part", {}, {{"part", std::string(path)}});
        }
        return parse_part(path, part->bytes, limits_);
    }

    // Of a part, by id; none if it has no list of them.
    core::Result<std::map<std::string, Relation>> relations_of(std::string_view path) {
        std::map<std::string, Relation> relations;
        const auto slash = path.rfind('/');
        const auto folder = path.substr(0, slash);
        const auto list =
            std::string(folder) + "/_rels" + std::string(path.substr(slash)) + ".rels";
        if (package_.find(list) == nullptr) return relations;
        const auto tree = parse(list);
        if (!tree) return std::unexpected(tree.error());
        for (const auto node : (*tree)->document_element().children()) {
            const std::string_view type = node.attribute("Type").value();
            relations[node.attribute("Id").value()] = {
                std::string(type.substr(type.rfind('/') + 1)),
                resolved(folder, node.attribute("Target").value())};
        }
        return relations;
    }

    Problem read_strings() {
        if (package_.find(strings_path) == nullptr) return {};
        const auto tree = parse(strings_path);
        if (!tree) return tree.error();
        for (const auto item : (*tree)->document_element().children()) {
            auto& text = strings_.emplace_back();
            each_below(item, [&](pugi::xml_node node) {
                // rPh holds hints on how to read the text aloud.
                if (is_named(node, "t") && !is_named(node.parent(), "rPh")) {
                    text += node.text().get();
                }
            });
        }
        return {};
    }

    core::Result<std::vector<Sheet>> read_sheets(pugi::xml_node workbook) {
        const auto relations = relations_of(workbook_path);
        if (!relations) return std::unexpected(relations.error());
        std::vector<Sheet> sheets;
        for (const auto node : child_named(workbook, "sheets").children()) {
            std::string id;
            for (const auto attribute : node.attributes()) {
                if (std::string_view(attribute.name()).ends_with(":id")) id = attribute.value();
            }
            const auto found = relations->find(id);
            if (found == relations->end()) {
                return core::reject("report.missing_part", {},
                                    {{"part", node.attribute("name").value()}});
            }
            if (found->second.type != "worksheet") continue;  // a sheet that is one chart
            auto tree = parse(found->second.path);
            if (!tree) return std::unexpected(tree.error());
            sheets.push_back(
                {node.attribute("name").value(), found->second.path, std::move(*tree)});
        }
        return sheets;
    }

    // "Format as table" keeps its range in a part of its own.
    Problem move_tables(const Sheet& sheet, const SheetFiller& filler) {
        const auto relations = relations_of(sheet.path);
        if (!relations) return relations.error();
        for (const auto& [id, relation] : *relations) {
            if (relation.type != "table") continue;
            const auto tree = parse(relation.path);
            if (!tree) return tree.error();
            const auto move = [&](pugi::xml_node node) {
                auto range = node.attribute("ref");
                if (range) range = filler.rows().moved(range.value()).c_str();
            };
            move((*tree)->document_element());
            each_below((*tree)->document_element(), move);
            package_.find(relation.path)->bytes = to_bytes(**tree);
        }
        return {};
    }

    static void move_names(pugi::xml_node workbook, std::span<const SheetFiller> sheets) {
        for (auto name : child_named(workbook, "definedNames").children()) {
            const auto moved = change_refs(name.text().get(), [&](CellRef& ref) {
                for (const auto& sheet : sheets) {
                    if (sheet.name() == ref.sheet) sheet.rows().move(ref);
                }
            });
            name.text().set(moved.c_str());
        }
    }

    static void compute_on_opening(pugi::xml_node workbook) {
        auto settings = child_named(workbook, "calcPr");
        if (!settings) {
            // The schema wants it behind the names, or else behind the sheets.
            auto before = child_named(workbook, "definedNames");
            if (!before) before = child_named(workbook, "sheets");
            settings = workbook.insert_child_after(name_beside(workbook, "calcPr").c_str(), before);
        }
        settings.remove_attribute("fullCalcOnLoad");
        settings.append_attribute("fullCalcOnLoad") = "1";
    }

    // The order in which Excel last computed the cells: it names cells that have moved, and Excel
    // makes it anew.
    Problem drop_chain() {
        if (package_.find(chain_path) == nullptr) return {};
        package_.erase(chain_path);
        for (const char* path : {"[Content_Types].xml", "xl/_rels/workbook.xml.rels"}) {
            const auto tree = parse(path);
            if (!tree) return tree.error();
            auto root = (*tree)->document_element();
            for (auto node = root.first_child(); node;) {
                const auto next = node.next_sibling();
                const std::string_view named = node.attribute("PartName").value();
                const std::string_view target = node.attribute("Target").value();
                if (named.ends_with("calcChain.xml") || target.ends_with("calcChain.xml")) {
                    root.remove_child(node);
                }
                node = next;
            }
            package_.find(path)->bytes = to_bytes(**tree);
        }
        return {};
    }

    Package& package_;
    const Limits& limits_;
    std::vector<std::string> strings_;
};

}  // namespace

core::Result<std::string> fill_xlsx(std::string_view bytes, const Values& values,
                                    const Limits& limits) {
    auto package = read_package(bytes, ".xlsx", limits);
    if (!package) return std::unexpected(package.error());
    return WorkbookFiller(*package, limits).fill(values);
}

}  // namespace lth::report
