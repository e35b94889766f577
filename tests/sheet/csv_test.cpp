#include <string>

#include <gtest/gtest.h>

#include "sheet/read.hpp"
#include "support/sheet/files.hpp"

namespace lth::sheet {
namespace {

using test::rule_of;
using test::shown_rows;

std::string rows_of(std::string_view bytes) {
    const auto workbook = read_workbook(bytes);
    if (!workbook) return "rejected: " + std::string(workbook.error().rule.id());
    return shown_rows(workbook->sheets.front());
}

TEST(Csv, FindsTheDelimiter) {
    EXPECT_EQ(rows_of("a,b,c\n1,2,3\n"), "a|b|c\n1|2|3\n");
    EXPECT_EQ(rows_of("a;b;c\n1;2;3\n"), "a|b|c\n1|2|3\n");
    EXPECT_EQ(rows_of("a\tb\tc\n1\t2\t3\n"), "a|b|c\n1|2|3\n");
    EXPECT_EQ(rows_of("a\n1\n"), "a\n1\n");
}

TEST(Csv, DelimitersInsideTextDoNotMislead) {
    EXPECT_EQ(rows_of("ten,thon\nA,\"1; 2; 3\"\nB,\"4; 5; 6\"\nC,\"7; 8; 9\"\n"),
              "ten|thon\nA|1; 2; 3\nB|4; 5; 6\nC|7; 8; 9\n");
    EXPECT_EQ(rows_of("ten;von;lai\nA;1,5;0,8\nB;2,5;0,9\n"),
              "ten|von|lai\nA|1,5|0,8\nB|2,5|0,9\n");
    EXPECT_EQ(rows_of("ten,thon\nA,1; 2; 3\nB,4\nC,5\n"), "ten|thon\nA|1; 2; 3\nB|4\nC|5\n");
}

TEST(Csv, NamedDelimiterOfExcel) {
    EXPECT_EQ(rows_of("sep=;\r\na,b;c\r\n"), "a,b|c\n");
    EXPECT_EQ(rows_of("sep=;x\n1\n"), "sep=|x\n1\n") << "not the line that Excel writes";
}

TEST(Csv, LineEndsAndMarks) {
    EXPECT_EQ(rows_of("\xEF\xBB\xBF"
                      "a,b\r\n1,2\r\n"),
              "a|b\n1|2\n");
    EXPECT_EQ(rows_of("a,b\r1,2\r"), "a|b\n1|2\n");
    EXPECT_EQ(rows_of("a,b\n1,2"), "a|b\n1|2\n");
    EXPECT_EQ(rows_of("a,b\n\n1,2\n\n\n"), "a|b\n\n1|2\n") << "empty lines keep the row numbers";
    EXPECT_EQ(rows_of("a,b,,\n,,,\n1,,,\n"), "a|b\n\n1\n");
}

TEST(Csv, QuotedFields) {
    EXPECT_EQ(rows_of("\"a\"\"b\",\"x\ny\",\"\"\n\"1,2\",3,4\n"), "a\"b|x\ny\n1,2|3|4\n");
    EXPECT_EQ(rows_of("a,b\n5\" ong,2\n"), "a|b\n5\" ong|2\n") << "a quote inside plain text";
    EXPECT_EQ(rows_of("a,b\n\"1\"2,3\n"), "a|b\n12|3\n") << "text after a closing quote";
}

TEST(Csv, OpenQuoteNamesItsRow) {
    const auto result = read_workbook("a,b\n1,\"mở mà không đóng\n2,3\n");
    ASSERT_EQ(rule_of(result), "sheet.open_quote");
    EXPECT_EQ(core::message(result.error(), core::Language::vi),
              "Dấu nháy kép mở ở dòng 2 không được đóng.");
}

TEST(Csv, DecomposedTextIsComposed) {
    const auto workbook = read_workbook("ten\nNguye\xCC\x82\xCC\x83n\n");
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->sheets[0].rows[1][0].text, "Nguyễn");
}

TEST(Csv, Utf16OfExcelUnicodeText) {
    const std::string text = "a\tb\r\n1\tđ\r\n";
    std::string little = "\xFF\xFE";
    std::string big = "\xFE\xFF";
    for (const char16_t unit : std::u16string(u"a\tb\r\n1\tđ\r\n")) {
        little += static_cast<char>(unit & 0xFF);
        little += static_cast<char>(unit >> 8);
        big += static_cast<char>(unit >> 8);
        big += static_cast<char>(unit & 0xFF);
    }
    EXPECT_EQ(rows_of(little), "a|b\n1|đ\n");
    EXPECT_EQ(rows_of(big), "a|b\n1|đ\n");
    EXPECT_EQ(rows_of(std::string("\xFF\xFE", 2) + "a"), "rejected: sheet.not_utf8");
    EXPECT_EQ(rows_of(std::string("\xFF\xFE\x00\xD8", 4)), "rejected: sheet.not_utf8");
}

TEST(Csv, WhatIsNoTable) {
    EXPECT_EQ(rows_of(""), "rejected: sheet.empty_file");
    EXPECT_EQ(rows_of("Qu\xFDkh\xE1"
                      "ch,b\n"),
              "rejected: sheet.not_utf8");
    EXPECT_EQ(rows_of(std::string("a\0b", 3)), "rejected: sheet.not_a_workbook");
    EXPECT_EQ(rows_of("<html><table><tr><td>1</td></tr></table></html>"),
              "rejected: sheet.not_a_workbook");
    EXPECT_EQ(rows_of("%PDF-1.7\n..."), "rejected: sheet.not_a_workbook");
    EXPECT_EQ(rows_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "rejected: sheet.old_excel");
    EXPECT_EQ(rows_of("\n\n"), "");
}

TEST(Csv, Limits) {
    Limits limits;
    limits.rows = 2;
    EXPECT_EQ(rule_of(read_workbook("a\nb\n", limits)), "");
    EXPECT_EQ(rule_of(read_workbook("a\nb\n\n\n\n", limits)), "") << "empty rows do not count";
    EXPECT_EQ(rule_of(read_workbook("a\nb\nc\n", limits)), "sheet.too_many_rows");
    limits = {};
    limits.columns = 2;
    EXPECT_EQ(rule_of(read_workbook("a,b,,,,\n", limits)), "");
    EXPECT_EQ(rule_of(read_workbook("a,b,c\n", limits)), "sheet.too_many_columns");
    limits = {};
    limits.cells = 3;
    EXPECT_EQ(rule_of(read_workbook("a,b\nc,d\n", limits)), "sheet.too_many_cells");
    limits = {};
    limits.unpacked_bytes = 4;
    EXPECT_EQ(rule_of(read_workbook("a,b,c\n", limits)), "sheet.too_large");
    limits = {};
    limits.text_bytes = 4;
    EXPECT_EQ(rule_of(read_workbook("abc,def\n", limits)), "sheet.too_large");
}

TEST(Csv, ManyEmptyFieldsTakeNoRoom) {
    EXPECT_EQ(rule_of(read_workbook("a" + std::string(3'000'000, ','))), "");
    EXPECT_EQ(rule_of(read_workbook("a" + std::string(3'000'000, '\n'))), "");
}

}  // namespace
}  // namespace lth::sheet
