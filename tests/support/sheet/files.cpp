#include "support/sheet/files.hpp"

#include <stdexcept>

#include <zip.h>

namespace lth::test {
namespace {

constexpr std::string_view declaration =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view main_namespace =
    R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
constexpr std::string_view relationship_namespace =
    R"( xmlns="http://schemas.openxmlformats.org/package/2006/relationships")";

std::string element(std::string_view name, std::string_view attributes, std::string_view content) {
    std::string text(declaration);
    text += '<';
    text += name;
    text += attributes;
    text += '>';
    text += content;
    text += "</";
    text += name;
    text += '>';
    return text;
}

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
    return "<Relationship Id=\"" + std::string(id) +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
           std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
}

void check(bool fine) {
    if (!fine) throw std::runtime_error("libzip failed in a test");
}

}  // namespace

std::string make_zip(const Parts& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    check(target != nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    check(archive != nullptr);
    for (const auto& [name, bytes] : parts) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        check(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    check(zip_close(archive) == 0);
    zip_stat_t stat;
    check(zip_source_stat(target, &stat) == 0 && zip_source_open(target) == 0);
    std::string bytes(stat.size, '\0');
    check(zip_source_read(target, bytes.data(), bytes.size()) ==
          static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

Parts xlsx_parts(const RawXlsx& raw) {
    std::string related = relationship("rId1", "worksheet", "worksheets/sheet1.xml");
    if (!raw.strings.empty()) related += relationship("rId2", "sharedStrings", "sharedStrings.xml");
    if (!raw.styles.empty()) related += relationship("rId3", "styles", "/xl/styles.xml");
    Parts parts = {
        {"_rels/.rels", element("Relationships", relationship_namespace,
                                relationship("rId1", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml",
         element("workbook", main_namespace,
                 raw.workbook_properties + "<sheets>" + raw.sheets + "</sheets>")},
        {"xl/_rels/workbook.xml.rels", element("Relationships", relationship_namespace, related)},
        {"xl/worksheets/sheet1.xml", element("worksheet", main_namespace, raw.sheet)},
    };
    if (!raw.strings.empty()) {
        parts.emplace_back("xl/sharedStrings.xml", element("sst", main_namespace, raw.strings));
    }
    if (!raw.styles.empty()) {
        parts.emplace_back("xl/styles.xml", element("styleSheet", main_namespace, raw.styles));
    }
    return parts;
}

std::string make_xlsx(const RawXlsx& raw) { return make_zip(xlsx_parts(raw)); }

std::string sheet_data(std::string_view rows) {
    return "<sheetData>" + std::string(rows) + "</sheetData>";
}

sheet::Workbook text_workbook(const TextRows& rows, std::string name) {
    sheet::Sheet made;
    made.name = std::move(name);
    for (const auto& texts : rows) {
        auto& cells = made.rows.emplace_back();
        for (const auto& text : texts) {
            auto& cell = cells.emplace_back();
            cell.kind = text.empty() ? sheet::CellKind::empty : sheet::CellKind::text;
            cell.text = text;
        }
    }
    sheet::Workbook workbook;
    workbook.sheets.push_back(std::move(made));
    return workbook;
}

std::string shown_rows(const sheet::Sheet& sheet) {
    std::string text;
    for (const auto& row : sheet.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text += '|';
            text += sheet::shown(row[i]);
        }
        text += '\n';
    }
    return text;
}

}  // namespace lth::test
