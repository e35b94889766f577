// Files that are broken by accident or on purpose: one clear rejection, never a crash.
#include <string>

#include <gtest/gtest.h>

#include "sheet/read.hpp"
#include "support/sheet/files.hpp"

namespace lth::sheet {
namespace {

using test::make_xlsx;
using test::make_zip;
using test::rule_of;
using test::sheet_data;

std::string small_file() {
    return make_xlsx({.sheet = sheet_data(R"(<row r="1"><c r="A1"><v>1</v></c></row>)")});
}

test::Parts without(test::Parts parts, std::string_view name) {
    std::erase_if(parts, [&](const auto& part) { return part.first == name; });
    return parts;
}

test::Parts with(test::Parts parts, std::string_view name, std::string bytes) {
    for (auto& [part, content] : parts) {
        if (part == name) content = std::move(bytes);
    }
    return parts;
}

TEST(Malformed, EveryTruncation) {
    const std::string file = small_file();
    for (std::size_t size = 4; size < file.size(); ++size) {  // "PK" is a text
        const auto result = read_workbook(std::string_view(file).substr(0, size));
        ASSERT_FALSE(result) << size;
        EXPECT_FALSE(core::message(result.error(), core::Language::vi).empty());
    }
    EXPECT_EQ(rule_of(read_workbook(std::string_view(file).substr(0, file.size() / 2))),
              "sheet.broken_archive");
}

TEST(Malformed, EverySingleByteChanged) {
    const std::string file = small_file();
    for (std::size_t at = 0; at < file.size(); ++at) {
        std::string changed = file;
        changed[at] = static_cast<char>(changed[at] ^ 0x5A);
        (void)read_workbook(changed);  // read or rejected, but answered
    }
}

TEST(Malformed, NoWorkbookInTheArchive) {
    EXPECT_EQ(rule_of(read_workbook(make_zip({{"a.txt", "x"}}))), "sheet.not_a_workbook");
    EXPECT_EQ(rule_of(read_workbook(make_zip(
                  {{"mimetype", "application/vnd.oasis.opendocument"}, {"content.xml", "<x/>"}}))),
              "sheet.not_a_workbook");
    EXPECT_EQ(rule_of(read_workbook(std::string("PK\x05\x06", 4) + std::string(18, '\0'))),
              "sheet.not_a_workbook");
    const auto parts = test::xlsx_parts({.sheet = sheet_data("")});
    EXPECT_EQ(rule_of(read_workbook(make_zip(with(parts, "xl/workbook.xml", "<document/>")))),
              "sheet.not_a_workbook");
    EXPECT_EQ(rule_of(read_workbook(make_zip(with(parts, "_rels/.rels", "<Relationships/>")))),
              "sheet.not_a_workbook");
    const std::string binary =
        R"(<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/>
           </Relationships>)";
    EXPECT_EQ(rule_of(read_workbook(make_zip(with(parts, "_rels/.rels", binary)))),
              "sheet.not_a_workbook");
}

TEST(Malformed, MissingParts) {
    const auto parts = test::xlsx_parts({.sheet = sheet_data("")});
    EXPECT_EQ(rule_of(read_workbook(make_zip(parts))), "");
    EXPECT_EQ(rule_of(read_workbook(make_zip(without(parts, "_rels/.rels")))), "")
        << "the usual place is looked at";
    for (const std::string_view part :
         {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"}) {
        const auto result = read_workbook(make_zip(without(parts, part)));
        ASSERT_EQ(rule_of(result), "sheet.missing_part") << part;
        EXPECT_EQ(core::message(result.error(), core::Language::en),
                  "The .xlsx file lacks its part “" + std::string(part) + "”.");
    }
    EXPECT_EQ(rule_of(read_workbook(
                  make_xlsx({.sheet = "", .sheets = R"(<sheet name="Lạc" r:id="rId77"/>)"}))),
              "sheet.missing_part");
}

TEST(Malformed, BrokenXml) {
    const auto parts = test::xlsx_parts({.sheet = sheet_data("")});
    for (const std::string_view xml :
         {"", "<worksheet", "<a><b></a>", "text", "<a>&#", "\xFF\xFE<"}) {
        const auto file = make_zip(with(parts, "xl/worksheets/sheet1.xml", std::string(xml)));
        EXPECT_EQ(rule_of(read_workbook(file)), "sheet.broken_xml") << xml;
    }
}

TEST(Malformed, BrokenCells) {
    const auto rule = [](std::string_view row) {
        return rule_of(read_workbook(make_xlsx({.sheet = sheet_data(row)})));
    };
    EXPECT_EQ(rule(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)"), "sheet.broken_cell");
    EXPECT_EQ(rule(R"(<row r="1"><c r="A1" t="s"><v>-1</v></c></row>)"), "sheet.broken_cell");
    EXPECT_EQ(rule(R"(<row r="1"><c r="A1"><v>abc</v></c></row>)"), "sheet.broken_cell");
    EXPECT_EQ(rule(R"(<row r="1"><c r="1A"><v>1</v></c></row>)"), "sheet.broken_cell");
    EXPECT_EQ(rule(R"(<row r="1"><c r="ABCD1"><v>1</v></c></row>)"), "sheet.broken_cell");
    EXPECT_EQ(rule(R"(<row r="0"><c><v>1</v></c></row>)"), "sheet.broken_cell");
    EXPECT_EQ(rule(R"(<row r="x"><c><v>1</v></c></row>)"), "sheet.broken_cell");
    const auto result = read_workbook(
        make_xlsx({.sheet = sheet_data(R"(<row r="7"><c r="C7"><v>abc</v></c></row>)")}));
    EXPECT_EQ(core::message(result.error(), core::Language::vi),
              "Ô C7 của trang «Trang 1» không đọc được.");
}

TEST(Malformed, TextThatIsNotUtf8) {
    EXPECT_EQ(rule_of(read_workbook(
                  make_xlsx({.sheet = sheet_data("<row><c t=\"str\"><v>Qu\xFD</v></c></row>")}))),
              "sheet.broken_cell");
    EXPECT_EQ(rule_of(read_workbook(
                  make_xlsx({.sheet = sheet_data(""), .strings = "<si><t>Qu\xFD</t></si>"}))),
              "sheet.not_utf8");
    EXPECT_EQ(rule_of(read_workbook(make_xlsx(
                  {.sheet = sheet_data(""), .sheets = "<sheet name=\"\xFF\" r:id=\"rId1\"/>"}))),
              "sheet.not_utf8");
}

TEST(Malformed, HugeDimensions) {
    const auto rule = [](std::string_view row) {
        return rule_of(read_workbook(make_xlsx({.sheet = sheet_data(row)})));
    };
    EXPECT_EQ(rule(R"(<row r="1048576"><c r="A1048576"><v>1</v></c></row>)"),
              "sheet.too_many_rows");
    EXPECT_EQ(rule(R"(<row r="18446744073709551615"><c><v>1</v></c></row>)"),
              "sheet.too_many_rows");
    EXPECT_EQ(rule(R"(<row r="99999999999999999999"><c><v>1</v></c></row>)"), "sheet.broken_cell");
    EXPECT_EQ(rule(R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)"), "sheet.too_many_columns");
    EXPECT_EQ(rule(R"(<row r="1048576"><c r="A1048576" s="1"/></row>)"), "")
        << "formatted but empty";
}

TEST(Malformed, ManyWideRowsTakeNoMoreThanTheLimit) {
    Limits limits;
    limits.cells = 1'000;
    std::string rows;
    for (int row = 1; row <= 10; ++row) {
        rows += "<row><c r=\"GR" + std::to_string(row) + "\"><v>1</v></c></row>";
    }
    EXPECT_EQ(rule_of(read_workbook(make_xlsx({.sheet = sheet_data(rows)}), limits)),
              "sheet.too_many_cells");
}

TEST(Malformed, OneLongTextSharedByManyCells) {
    Limits limits;
    limits.text_bytes = 100'000;
    std::string cells;
    for (int i = 0; i < 200; ++i) cells += R"(<row><c t="s"><v>0</v></c></row>)";
    const auto file = make_xlsx(
        {.sheet = sheet_data(cells), .strings = "<si><t>" + std::string(1'000, 'x') + "</t></si>"});
    EXPECT_EQ(rule_of(read_workbook(file, limits)), "sheet.too_large");
}

TEST(Malformed, ZipBomb) {
    // 200 MB of spaces shrink to 200 kB.
    const auto file = make_xlsx({.sheet = std::string(200'000'000, ' ')});
    EXPECT_LT(file.size(), 1'000'000U);
    const auto result = read_workbook(file);
    ASSERT_EQ(rule_of(result), "sheet.too_large");
    EXPECT_EQ(core::message(result.error(), core::Language::en),
              "Unpacked, the file is larger than the limit of 128 MiB.");
}

TEST(Malformed, TooMuchOfEverything) {
    Limits limits;
    limits.xml_tags = 50;
    std::string nested;
    for (int i = 0; i < 100; ++i) nested += "<a>";
    EXPECT_EQ(rule_of(read_workbook(make_xlsx({.sheet = nested}), limits)),
              "sheet.too_much_markup");

    limits = {};
    limits.sheets = 1;
    const std::string two = R"(<sheet name="1" r:id="rId1"/><sheet name="2" r:id="rId1"/>)";
    EXPECT_EQ(rule_of(read_workbook(make_xlsx({.sheet = "", .sheets = two}), limits)),
              "sheet.too_many_sheets");

    limits = {};
    limits.parts = 3;
    EXPECT_EQ(rule_of(read_workbook(small_file(), limits)), "sheet.too_many_parts");

    limits = {};
    limits.merge_visits = 5;
    const std::string merges = R"(<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A1:B2"/>
                                  </mergeCells>)";
    const std::string rows = R"(<row><c><v>1</v></c><c><v>1</v></c></row>
                                <row><c><v>1</v></c><c><v>1</v></c></row>)";
    EXPECT_EQ(rule_of(read_workbook(make_xlsx({.sheet = sheet_data(rows) + merges}), limits)),
              "sheet.too_many_cells");
}

TEST(Malformed, DeepNestingAndEntities) {
    std::string deep;
    for (int i = 0; i < 300'000; ++i) deep += "<a>";
    for (int i = 0; i < 300'000; ++i) deep += "</a>";
    EXPECT_EQ(rule_of(read_workbook(make_xlsx({.sheet = deep}))), "");
    const auto parts = test::xlsx_parts({.sheet = ""});
    const std::string laughs =
        R"(<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row>
           <c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>)";
    const auto workbook = read_workbook(make_zip(with(parts, "xl/worksheets/sheet1.xml", laughs)));
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->sheets[0].rows[0][0].text, "&b;") << "entities are not expanded";
}

TEST(Malformed, Encrypted) {
    // The flag "encrypted" in both headers of each entry.
    std::string file = small_file();
    for (std::size_t at = 0; at + 10 < file.size(); ++at) {
        const auto mark = std::string_view(file).substr(at, 4);
        if (mark == std::string_view("PK\x03\x04", 4)) file[at + 6] |= 1;
        if (mark == std::string_view("PK\x01\x02", 4)) file[at + 8] |= 1;
    }
    EXPECT_EQ(rule_of(read_workbook(file)), "sheet.encrypted");
}

}  // namespace
}  // namespace lth::sheet
