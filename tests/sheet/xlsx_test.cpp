#include <string>

#include <gtest/gtest.h>

#include "sheet/read.hpp"
#include "sheet/write.hpp"
#include "sheet/xlsx_parts.hpp"
#include "support/sheet/files.hpp"

namespace lth::sheet {
namespace {

using test::make_xlsx;
using test::make_zip;
using test::RawXlsx;
using test::sheet_data;
using test::shown_rows;

Workbook read(const RawXlsx& raw) {
    auto workbook = read_workbook(make_xlsx(raw));
    EXPECT_TRUE(workbook) << core::message(workbook.error(), core::Language::en);
    return workbook ? std::move(*workbook) : Workbook{.sheets = std::vector<Sheet>(1)};
}

std::string rows_of(const RawXlsx& raw) { return shown_rows(read(raw).sheets.at(0)); }

TEST(Xlsx, TextOfAllKinds) {
    const RawXlsx raw{.sheet = sheet_data(R"(<row r="1">
            <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
            <c r="D1" t="inlineStr"><is><t>trong ô</t></is></c>
            <c r="E1" t="str"><f>A1&amp;"x"</f><v>công thức</v></c></row>)"),
                      .strings = R"(<si><t>chung</t></si>
            <si><r><t>Nguyễn</t></r><r><rPr><b/></rPr><t xml:space="preserve"> </t></r>
                <r><t>An</t></r>
                <rPh sb="0" eb="1"><t>phiên âm</t></rPh></si>
            <si><t>dòng 1_x000D__x000A_dòng 2 _x005F_x0041_ _xZZ_</t></si>)"};
    EXPECT_EQ(rows_of(raw), "chung|Nguyễn An|dòng 1\r\ndòng 2 _x0041_ _xZZ_|trong ô|công thức\n");
}

TEST(Xlsx, DecomposedTextIsComposed) {
    const RawXlsx raw{.sheet = sheet_data("<row><c t=\"inlineStr\"><is><t>Nguye\xCC\x82\xCC\x83n"
                                          "</t></is></c></row>")};
    EXPECT_EQ(rows_of(raw), "Nguyễn\n");
}

TEST(Xlsx, NumbersStayExact) {
    const auto workbook = read({.sheet = sheet_data(R"(<row r="1">
        <c r="A1"><v>44291</v></c><c r="B1"><v>9007199254740991</v></c>
        <c r="C1"><v>0.69992000000000001</v></c><c r="D1"><v>1.5E+9</v></c>
        <c r="E1" t="n"><v>-12.50</v></c><c r="F1"><f>SUM(A1:A2)</f><v>7</v></c></row>)")});
    EXPECT_EQ(shown_rows(workbook.sheets[0]),
              "44291|9007199254740991|0.69992|1500000000|-12.5|7\n");
    EXPECT_EQ(workbook.sheets[0].rows[0][0].kind, CellKind::number);
}

constexpr std::string_view date_styles = R"(
    <numFmts count="4">
      <numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>
      <numFmt numFmtId="165" formatCode="#,##0\ &quot;đồng&quot;"/>
      <numFmt numFmtId="166" formatCode="[$-42A]d\ mmmm\ yyyy;@"/>
      <numFmt numFmtId="167" formatCode="0.0%"/>
    </numFmts>
    <cellXfs count="9">
      <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
      <xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="22"/><xf numFmtId="9"/>
      <xf numFmtId="167"/>
    </cellXfs>)";

TEST(Xlsx, DatesByNumberFormat) {
    const auto workbook = read({.sheet = sheet_data(R"(<row r="1">
        <c r="A1" s="1"><v>44104</v></c><c r="B1" s="2"><v>44104</v></c>
        <c r="C1" s="3"><v>44104</v></c><c r="D1" s="4"><v>44104</v></c>
        <c r="E1" s="5"><v>0.5</v></c><c r="F1" s="6"><v>44104.999</v></c>
        <c r="G1" s="7"><v>0.7</v></c><c r="H1" s="8"><v>0.69992</v></c>
        <c r="I1" s="99"><v>44104</v></c><c r="J1" t="d"><v>2020-09-30T00:00:00</v></c>
        <c r="K1" s="1"><v>-5</v></c><c r="L1" s="1"><v>0.25</v></c>
        <c r="M1" s="1"><v>99999999</v></c></row>)"),
                                .styles = std::string(date_styles)});
    EXPECT_EQ(shown_rows(workbook.sheets[0]),
              "30/09/2020|30/09/2020|44104|30/09/2020|0.5|30/09/2020|70%|69,992%|44104|30/09/2020|"
              "-5|0.25|99999999\n");
    EXPECT_EQ(workbook.sheets[0].rows[0][0].kind, CellKind::date);
    EXPECT_EQ(workbook.sheets[0].rows[0][2].kind, CellKind::number);
    EXPECT_TRUE(workbook.sheets[0].rows[0][6].percent);
}

TEST(Xlsx, BothDateSystems) {
    const auto cells = sheet_data(R"(<row r="1"><c r="A1" s="1"><v>1</v></c>
        <c r="B1" s="1"><v>59</v></c><c r="C1" s="1"><v>60</v></c><c r="D1" s="1"><v>61</v></c>
        <c r="E1" s="1"><v>42642</v></c></row>)");
    EXPECT_EQ(rows_of({.sheet = cells, .styles = std::string(date_styles)}),
              "01/01/1900|28/02/1900|60|01/03/1900|29/09/2016\n");
    EXPECT_EQ(rows_of({.sheet = cells,
                       .styles = std::string(date_styles),
                       .workbook_properties = R"(<workbookPr date1904="1"/>)"}),
              "02/01/1904|29/02/1904|01/03/1904|02/03/1904|30/09/2020\n");
}

TEST(Xlsx, FormatsThatShowDates) {
    for (const std::string_view code :
         {"d/m/yyyy", "dd-mm-yy", "mmm yyyy", "yyyy", "d", "[$-409]d-mmm-yy;@", "m/d/yy h:mm",
          "\"Ngày\" dd \"tháng\" mm", "mm/yyyy", "[Red]dd/mm", "dddd"}) {
        EXPECT_EQ(meaning_of_format(code), NumberMeaning::date) << code;
    }
    for (const std::string_view code :
         {"General", "0", "#,##0", "#,##0 \"đ\"", "#,##0\\ \\d", "h:mm", "h:mm:ss AM/PM", "[h]:mm",
          "mm:ss", "[mm]:ss", "@", "_-* #,##0\\ _d_-", "[$₫-42A] #,##0", "0;\"d\"", "\"dmy\"0", "",
          "\"", "[", "\\"}) {
        EXPECT_EQ(meaning_of_format(code), NumberMeaning::plain) << code;
    }
    EXPECT_EQ(meaning_of_format("0.00%"), NumberMeaning::percent);
}

TEST(Xlsx, BooleansAndErrors) {
    const auto workbook = read({.sheet = sheet_data(R"(<row r="1"><c r="A1" t="b"><v>1</v></c>
        <c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#DIV/0!</v></c></row>)")});
    EXPECT_EQ(shown_rows(workbook.sheets[0]), "TRUE|FALSE|#DIV/0!\n");
    EXPECT_EQ(workbook.sheets[0].rows[0][2].kind, CellKind::error);
}

TEST(Xlsx, GapsAndCellsWithoutNames) {
    EXPECT_EQ(rows_of({.sheet = sheet_data(R"(<row r="2"><c r="C2"><v>1</v></c></row>
        <row r="4"><c><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>
        <row r="9"><c r="A9" s="1"/><c r="B9"><v></v></c></row>)")}),
              "\n||1\n\n2|3\n4\n")
        << "formatted but empty rows at the end are not rows";
}

TEST(Xlsx, MergedCellsKeepTheFirstValue) {
    const auto workbook =
        read({.sheet = sheet_data(R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>
        <row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>)") +
                       R"(<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B2:B2000000"/>
                     <mergeCell ref="A1"/><mergeCell ref="nonsense:B2"/></mergeCells>)"});
    EXPECT_EQ(shown_rows(workbook.sheets[0]), "1|2\n|4\n");
    ASSERT_EQ(workbook.sheets[0].merges.size(), 2U);
    EXPECT_EQ(workbook.sheets[0].merges[0].last_row, 1U);
}

TEST(Xlsx, SeveralSheetsHiddenOnesKept) {
    auto parts = test::xlsx_parts({.sheet = sheet_data(R"(<row><c><v>1</v></c></row>)"),
                                   .sheets = R"(<sheet name="Một" r:id="rId1"/>
             <sheet name="Ẩn" state="hidden" r:id="rId1"/>
             <sheet name="Rất ẩn" state="veryHidden" r:id="rId1"/>
             <sheet name="Biểu đồ" r:id="rId9"/>)"});
    auto& related = parts[2].second;
    related.insert(related.find("</Relationships>"),
                   R"(<Relationship Id="rId9" Type="http://x/chartsheet" Target="c.xml"/>)");
    const auto workbook = read_workbook(make_zip(parts));
    ASSERT_TRUE(workbook);
    ASSERT_EQ(workbook->sheets.size(), 3U);
    EXPECT_EQ(workbook->sheets[0].name, "Một");
    EXPECT_FALSE(workbook->sheets[0].hidden);
    EXPECT_TRUE(workbook->sheets[1].hidden);
    EXPECT_TRUE(workbook->sheets[2].hidden);
}

TEST(Xlsx, PrefixedNamesAndStrictDialect) {
    const test::Parts parts = {
        {"_rels/.rels",
         R"(<Relationships><Relationship Id="a" Target="/xl/book.xml"
            Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>
            </Relationships>)"},
        {"xl/book.xml", R"(<x:workbook xmlns:x="u" xmlns:q="v"><x:sheets>
            <x:sheet name="S" q:id="b"/></x:sheets></x:workbook>)"},
        {"xl/_rels/book.xml.rels",
         R"(<Relationships><Relationship Id="b" Target="../xl/./s/1.xml"
            Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"/>
            </Relationships>)"},
        {"xl/s/1.xml", R"(<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="inlineStr"><x:is>
            <x:t>chữ</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>)"}};
    const auto workbook = read_workbook(make_zip(parts));
    ASSERT_TRUE(workbook) << core::message(workbook.error(), core::Language::en);
    EXPECT_EQ(shown_rows(workbook->sheets[0]), "chữ\n");
}

TEST(Xlsx, WrittenWorkbooksReadBack) {
    OutWorkbook out{.title = "Thử", .issued_on = core::make_date(2020, 9, 30), .sheets = {}};
    out.sheets.push_back(
        {.name = "Sổ [1]: quỹ / vốn",
         .columns = {{.heading = "Mã", .visibility = Visibility::hidden},
                     {.heading = "Tên", .format = ColumnFormat::text, .hint = "gợi ý"},
                     {.heading = "Loại", .choices = {"khá", "trung bình"}}},
         .rows = {{std::string("01"), std::string("Tào Trụ"), core::Money{9'007'199'254'740'991}},
                  {std::int64_t{-5}, core::make_date(1965, 11, 24), SharePpm{699'920}},
                  {OutCell{}, std::string("=1+1"), Ungrouped{1952}}}});
    out.sheets.push_back({.name = "Sổ [1]: quỹ / vốn", .columns = {}, .rows = {}});
    out.sheets.push_back({.name = "Một tên rất dài mà Excel không thể nhận nguyên vẹn được",
                          .columns = {},
                          .rows = {}});
    out.sheets.push_back({.name = "''", .columns = {}, .rows = {}});
    const auto bytes = workbook_bytes(out);
    ASSERT_TRUE(bytes);
    const auto workbook = read_workbook(*bytes);
    ASSERT_TRUE(workbook);
    EXPECT_EQ(shown_rows(workbook->sheets[0]),
              "Mã|Tên|Loại\n01|Tào Trụ|9007199254740991\n-5|24/11/1965|69,992%\n|=1+1|1952\n");
    EXPECT_EQ(workbook->sheets[0].rows[3][1].kind, CellKind::text) << "never a formula";
    EXPECT_EQ(workbook->sheets[0].name, "Sổ 1 quỹ vốn");
    EXPECT_EQ(workbook->sheets[1].name, "Sổ 1 quỹ vốn 2");
    EXPECT_EQ(workbook->sheets[2].name, "Một tên rất dài mà Excel không ");
    EXPECT_EQ(workbook->sheets[3].name, "Trang");
    EXPECT_EQ(*workbook_bytes(out), *bytes) << "the same values, the same bytes";
}

TEST(Xlsx, WriterRefusesWhatExcelCannotHold) {
    const OutWorkbook out{
        .title = {},
        .issued_on = {},
        .sheets = {{.name = "S",
                    .columns = {{.heading = "Nội dung"}},
                    .rows = {{std::string(32'767, 'x')}, {std::string(32'768, 'x')}}}}};
    const auto bytes = workbook_bytes(out);
    ASSERT_EQ(test::rule_of(bytes), "sheet.text_too_long");
    EXPECT_EQ(core::message(bytes.error(), core::Language::en),
              "Row 3, column “Nội dung”: the text has more than 32767 characters.");
}

TEST(CellNames, Excel) {
    EXPECT_EQ(cell_name(0, 0), "A1");
    EXPECT_EQ(cell_name(11, 25), "Z12");
    EXPECT_EQ(cell_name(0, 26), "AA1");
    EXPECT_EQ(column_name(16'383), "XFD");
}

}  // namespace
}  // namespace lth::sheet
