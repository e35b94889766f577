#include "support/report/files.hpp"

#include <stdexcept>

#include "report/xml_part.hpp"

namespace lth::test {
namespace {

constexpr std::string_view word =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";
constexpr std::string_view sheet_namespace =
    R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

std::string element(std::string_view name, std::string_view attributes, std::string_view content) {
    std::string text = "<" + std::string(name);
    if (!attributes.empty()) text += " " + std::string(attributes);
    return text + ">" + std::string(content) + "</" + std::string(name) + ">";
}

}  // namespace

std::string make_package(const Parts& parts) {
    report::Package package;
    for (const auto& [path, bytes] : parts) package.parts.push_back({path, bytes});
    return report::write_package(package);
}

std::string make_docx(std::string_view body, std::string_view header) {
    Parts parts{{"[Content_Types].xml", "<Types/>"},
                {"word/document.xml", element("w:document", word, element("w:body", "", body))}};
    if (!header.empty()) parts.emplace_back("word/header1.xml", element("w:hdr", word, header));
    return make_package(parts);
}

std::string paragraph(const std::vector<std::string>& runs) {
    std::string text;
    for (const auto& run : runs) {
        text += R"(<w:r><w:t xml:space="preserve">)" + run + "</w:t></w:r>";
    }
    return "<w:p>" + text + "</w:p>";
}

std::string make_workbook(const RawSheet& sheet) {
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string relation = R"(<Relationship Id="rId1" Type=")" + type +
                                 R"(worksheet" Target="worksheets/sheet1.xml"/>)" +
                                 R"(<Relationship Id="rId2" Type=")" + type +
                                 R"(calcChain" Target="calcChain.xml"/>)";
    std::string workbook =
        element("sheets", "", R"(<sheet name="Trang 1" sheetId="1" r:id="rId1"/>)");
    if (!sheet.names.empty()) workbook += element("definedNames", "", sheet.names);
    Parts parts{
        {"[Content_Types].xml", R"(<Types><Override PartName="/xl/calcChain.xml"/></Types>)"},
        {"xl/workbook.xml", element("workbook", sheet_namespace, workbook)},
        {"xl/_rels/workbook.xml.rels", element("Relationships", "", relation)},
        {"xl/calcChain.xml", "<calcChain/>"},
        {"xl/worksheets/sheet1.xml", element("worksheet", sheet_namespace,
                                             element("sheetData", "", sheet.rows) + sheet.after)}};
    if (!sheet.strings.empty()) {
        parts.emplace_back("xl/sharedStrings.xml", element("sst", sheet_namespace, sheet.strings));
    }
    return make_package(parts);
}

std::string part_of(std::string_view bytes, std::string_view path) {
    auto package = report::read_package(bytes, ".zip", {});
    if (!package) throw std::runtime_error("not an archive");
    const auto* part = package->find(path);
    if (part == nullptr) throw std::runtime_error("no such part");
    return part->bytes;
}

std::string text_of_docx(std::string_view bytes) {
    const auto tree = report::parse_part("", part_of(bytes, "word/document.xml"), {});
    std::string text;
    report::each_below((*tree)->document_element(), [&](pugi::xml_node node) {
        const std::string_view name = node.name();
        if (name == "w:p" && !text.empty()) text += '|';
        if (name == "w:t") text += node.text().get();
        if (name == "w:br") text += "<br>";
    });
    return text;
}

}  // namespace lth::test
