// Excel templates: numbers, rows that repeat, and whatever names rows.
#include "report/xlsx.hpp"

#include <gtest/gtest.h>

#include "support/report/files.hpp"

namespace lth::report {
namespace {

using test::fact_of;
using test::make_workbook;
using test::part_of;
using test::RawSheet;
using test::rule_of;

Values sheet_values() {
    Values values;
    values.set("title", "Xã A & <B>");
    values.set("total", Field{"1.234", "1234"});
    values.set("blank", "");
    values.lists["clubs"] = {{{"name", {"A"}}, {"members", {"50", "50"}}},
                             {{"name", {"B"}}, {"members", {"chưa có số liệu"}}},
                             {{"name", {"C"}}, {"members", {"70", "70"}}}};
    values.lists["none"] = {};
    return values;
}

std::string text_cell(const std::string& at, const std::string& text, int style = 0) {
    return R"(<c r=")" + at + R"(" s=")" + std::to_string(style) + R"(" t="inlineStr"><is><t>)" +
           text + "</t></is></c>";
}
std::string formula_cell(const std::string& at, const std::string& formula) {
    return R"(<c r=")" + at + R"("><f>)" + formula + "</f><v>7</v></c>";
}
std::string row(int number, const std::string& cells) {
    return R"(<row r=")" + std::to_string(number) + R"(">)" + cells + "</row>";
}

std::string filled_sheet(const RawSheet& sheet) {
    const auto filled = fill_xlsx(make_workbook(sheet), sheet_values());
    return filled ? part_of(*filled, "xl/worksheets/sheet1.xml")
                  : rule_of(filled) + " " + fact_of(filled, "name");
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

const std::string list_row =
    row(3, text_cell("A3", "{{clubs.name}}", 4) + text_cell("B3", "{{clubs.members}}", 5));

TEST(Xlsx, NumbersAreNumbersAndKeepTheStyle) {
    const auto sheet = filled_sheet(
        {row(1, text_cell("A1", "{{total}}", 3) + text_cell("B1", "{{title}}: {{total}}") +
                    text_cell("C1", "{{blank}}", 2))});
    EXPECT_TRUE(has(sheet, R"(<c r="A1" s="3"><v>1234</v></c>)")) << sheet;
    EXPECT_TRUE(has(sheet, "Xã A &amp; &lt;B&gt;: 1.234</t>")) << sheet;
    EXPECT_TRUE(has(sheet, R"(<c r="C1" s="2"/>)")) << sheet;
}

TEST(Xlsx, SharedTextsAreFilledToo) {
    const auto sheet = filled_sheet(
        {.rows = row(1, R"(<c r="A1" t="s"><v>1</v></c>)"),
         .strings = "<si><t>x</t></si><si><r><t>{{to</t></r><r><t>tal}}</t></r></si>"});
    EXPECT_TRUE(has(sheet, R"(<c r="A1"><v>1234</v></c>)")) << sheet;
}

TEST(Xlsx, ARowRepeatsAndWhatIsBelowMoves) {
    const auto sheet = filled_sheet(
        {.rows = row(2, text_cell("A2", "CLB")) + list_row +
                 row(4, formula_cell("B4", "SUM(B3:B3)") + formula_cell("C4", "B4*2+SUM(B$2:B3)")),
         .after = R"(<autoFilter ref="A2:B3"/><mergeCells count="2"><mergeCell ref="C3:D3"/>)"
                  R"(<mergeCell ref="A4:A5"/></mergeCells>)"});
    EXPECT_TRUE(has(sheet, R"(<c r="B3" s="5"><v>50</v></c>)")) << sheet;
    EXPECT_TRUE(has(sheet, R"(<row r="5"><c r="A5" s="4")")) << sheet;
    EXPECT_TRUE(has(sheet, R"(<c r="B6"><f>SUM(B3:B5)</f><v>120</v></c>)")) << sheet;
    EXPECT_TRUE(has(sheet, R"(<f>B6*2+SUM(B$2:B5)</f></c>)")) << sheet;
    EXPECT_TRUE(has(sheet, R"(ref="A2:B5")")) << sheet;
    for (const char* merge : {"C3:D3", "C4:D4", "C5:D5", "A6:A7"}) {
        EXPECT_TRUE(has(sheet, "<mergeCell ref=\"" + std::string(merge) + "\"/>")) << merge;
    }
    EXPECT_TRUE(has(sheet, R"(<mergeCells count="4">)")) << sheet;
}

TEST(Xlsx, AFormulaInTheRowGoesDownWithIt) {
    const auto sheet = filled_sheet(
        {.rows = row(3, text_cell("A3", "{{clubs.name}}") + formula_cell("B3", "A3*$B$1+B2") +
                            formula_cell("C3", "B3/B$4")) +
                 row(4, formula_cell("B4", "1"))});
    EXPECT_TRUE(has(sheet, "<f>A3*$B$1+B2</f>")) << sheet;
    EXPECT_TRUE(has(sheet, "<f>A5*$B$1+B4</f>")) << sheet;
    EXPECT_TRUE(has(sheet, "<f>B5/B$6</f>")) << sheet;
}

TEST(Xlsx, SharedFormulasMoveEachByItself) {
    const auto sheet = filled_sheet(
        {.rows =
             list_row + row(4, R"(<c r="B4"><f t="shared" ref="B4:D4" si="0">SUM(B3:B3)</f></c>)"
                               R"(<c r="C4"><f t="shared" si="0"/></c>)"
                               R"(<c r="D4"><f t="shared" si="0"/></c>)")});
    EXPECT_TRUE(has(sheet, R"(<c r="C6"><f>SUM(C3:C5)</f>)")) << sheet;
    EXPECT_TRUE(has(sheet, R"(<c r="D6"><f>SUM(D3:D5)</f>)")) << sheet;
    EXPECT_FALSE(has(sheet, "shared")) << sheet;
}

TEST(Xlsx, WithoutItemsTheRowStaysBlank) {
    const auto sheet = filled_sheet({.rows = row(3, text_cell("A3", "{{none.name}}", 4)) +
                                             row(4, formula_cell("A4", "SUM(A3:A3)"))});
    EXPECT_TRUE(has(sheet, R"(<row r="3"><c r="A3" s="4"/></row>)")) << sheet;
    EXPECT_TRUE(has(sheet, "<f>SUM(A3:A3)</f><v>0</v>")) << sheet;
}

TEST(Xlsx, FrozenPanesPrintAreasAndTitlesSurvive) {
    const auto filled = fill_xlsx(
        make_workbook({.rows = list_row,
                       .after = R"(<sheetViews><sheetView><pane ySplit="2" topLeftCell="A3" )"
                                R"(state="frozen"/></sheetView></sheetViews><headerFooter>)"
                                R"(<oddHeader>&amp;C{{title}}</oddHeader></headerFooter>)",
                       .names = R"(<definedName name="_xlnm.Print_Area" localSheetId="0">)"
                                R"('Trang 1'!$A$1:$B$3</definedName>)"
                                R"(<definedName name="_xlnm.Print_Titles" localSheetId="0">)"
                                R"('Trang 1'!$2:$2</definedName>)"}),
        sheet_values());
    ASSERT_TRUE(filled);
    const auto sheet = part_of(*filled, "xl/worksheets/sheet1.xml");
    EXPECT_TRUE(has(sheet, R"(<pane ySplit="2" topLeftCell="A3" state="frozen"/>)")) << sheet;
    EXPECT_TRUE(has(sheet, "<oddHeader>&amp;CXã A &amp;&amp; &lt;B&gt;</oddHeader>")) << sheet;
    const auto workbook = part_of(*filled, "xl/workbook.xml");
    EXPECT_TRUE(has(workbook, "'Trang 1'!$A$1:$B$5<")) << workbook;
    EXPECT_TRUE(has(workbook, "'Trang 1'!$2:$2<")) << workbook;
    EXPECT_TRUE(has(workbook, R"(<calcPr fullCalcOnLoad="1"/>)")) << workbook;
    EXPECT_THROW((void)part_of(*filled, "xl/calcChain.xml"), std::runtime_error);
    EXPECT_FALSE(has(part_of(*filled, "[Content_Types].xml"), "calcChain"));
}

TEST(Xlsx, WhatATemplateGetsWrongIsNamedWithItsCell) {
    const auto wrong = [](const std::string& text) {
        const auto filled =
            fill_xlsx(make_workbook({row(2, text_cell("B2", text))}), sheet_values());
        return rule_of(filled) + " " + fact_of(filled, "name") + " " + fact_of(filled, "place");
    };
    EXPECT_EQ(wrong("{{oops}}"), "report.placeholder.unknown oops Trang 1!B2");
    EXPECT_EQ(wrong("{{total"), "report.placeholder.open total Trang 1!B2");
    EXPECT_EQ(wrong("{{oops.x}}"), "report.list.unknown oops Trang 1!B2");
    EXPECT_EQ(wrong("{{clubs.name}}{{none.x}}"), "report.list.two clubs Trang 1!B2");
    EXPECT_EQ(wrong("{{clubs.oops}}"), "report.placeholder.unknown clubs.oops Trang 1!B2");
}

TEST(Xlsx, FilesThatAreNone) {
    EXPECT_EQ(rule_of(fill_xlsx("a;b", {})), "report.not_a_template");
    EXPECT_EQ(fact_of(fill_xlsx("a;b", {}), "wanted"), ".xlsx");
    EXPECT_EQ(fact_of(fill_xlsx(test::make_docx(""), {}), "part"), "xl/workbook.xml");
    const auto file = make_workbook({list_row});
    for (std::size_t size = 0; size < file.size(); size += 7) {
        EXPECT_FALSE(fill_xlsx(file.substr(0, size), sheet_values())) << size;
    }
    auto many = sheet_values();
    many.lists["clubs"].assign(1'000, many.lists["clubs"].front());
    Limits limits;
    limits.tags = 1'000;
    EXPECT_EQ(rule_of(fill_xlsx(file, many, limits)), "report.too_much_markup");
}

TEST(Xlsx, TheSameBytesEveryTime) {
    const auto file = make_workbook({list_row});
    EXPECT_EQ(fill_xlsx(file, sheet_values()).value(), fill_xlsx(file, sheet_values()).value());
}

}  // namespace
}  // namespace lth::report
