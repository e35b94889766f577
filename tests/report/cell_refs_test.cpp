// References in formulas, and how they move.
#include "report/cell_refs.hpp"

#include <gtest/gtest.h>

namespace lth::report {
namespace {

std::string shown(std::string_view formula) {
    std::string refs;
    (void)change_refs(formula, [&](CellRef& ref) {
        refs += (ref.sheet.empty() ? "" : ref.sheet + "!") + to_text(ref.first);
        if (ref.last) refs += ":" + to_text(*ref.last);
        refs += ' ';
    });
    return refs;
}

TEST(CellRefs, AreFoundWhereTheyAre) {
    EXPECT_EQ(shown("SUM(A1:$B$9)+C3"), "A1:$B$9 C3 ");
    EXPECT_EQ(shown("'Theo xã'!B2*Trang2!$C$4"), "Theo xã!B2 Trang2!$C$4 ");
    EXPECT_EQ(shown("'Cụ O''Neil'!A1"), "Cụ O'Neil!A1 ");
    EXPECT_EQ(shown("SUM($5:$6)+SUM(A:C)"), "$5:$6 A:C ");
}

TEST(CellRefs, AreNotFoundElsewhere) {
    EXPECT_EQ(shown(R"(LOG10(2)&"A1"&TRUE&Tong_A1&5&1E5)"), "");
    EXPECT_EQ(shown("Table1[[#This Row],[A1]]"), "");
    EXPECT_EQ(shown("[1]Trang1!A1+'[so.xlsx]Trang 1'!B2"), "");
    EXPECT_EQ(shown("ZZZZ1+A9999999+A0"), "");
}

TEST(CellRefs, WhatIsNotChangedStaysAsItIs) {
    const std::string formula = R"(IF('a''b'!$A1="x ""y"" B2",SUM(C:C)-[2]x!D4,-1.5E+3%))";
    EXPECT_EQ(change_refs(formula, [](CellRef&) {}), formula);
}

TEST(CellRefs, Columns) {
    EXPECT_EQ(column_text(1), "A");
    EXPECT_EQ(column_text(26), "Z");
    EXPECT_EQ(column_text(27), "AA");
    EXPECT_EQ(column_text(16'384), "XFD");
    EXPECT_EQ(parse_corner("XFD1048576")->column, 16'384U);
    EXPECT_FALSE(parse_corner("XFE1"));
    EXPECT_FALSE(parse_corner("A1048577"));
}

TEST(CellRefs, RowsMove) {
    RowMap rows;
    rows.repeat(3, 4);
    rows.repeat(5, 2);
    EXPECT_EQ(rows.first(3), 3U);
    EXPECT_EQ(rows.last(3), 6U);
    EXPECT_EQ(rows.first(4), 7U);
    EXPECT_EQ(rows.first(5), 8U);
    EXPECT_EQ(rows.last(5), 9U);
    EXPECT_EQ(rows.first(6), 10U);
    EXPECT_EQ(rows.moved("A1:B3 C5 $4:$6"), "A1:B6 C8 $7:$10");
}

}  // namespace
}  // namespace lth::report
