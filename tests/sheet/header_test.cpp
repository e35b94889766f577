#include "sheet/header.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "core/text.hpp"
#include "support/sheet/files.hpp"

namespace lth::sheet {
namespace {

using test::text_workbook;
using test::TextRows;

std::optional<Header> find(SheetKind kind, const TextRows& rows) {
    static Workbook workbook;
    workbook = text_workbook(rows);
    return find_header(workbook.sheets[0], table_of(kind), {});
}

/// 0-based column of an id, or -1.
int at(const Header& header, ColumnId id) {
    for (const auto& found : header.columns) {
        if (found.column->id == id) return static_cast<int>(found.at);
    }
    return -1;
}

TEST(Columns, HeadingsAndSynonymsAreUnambiguous) {
    for (int kind = 0; kind <= static_cast<int>(SheetKind::successions); ++kind) {
        const Table& table = table_of(static_cast<SheetKind>(kind));
        EXPECT_EQ(static_cast<int>(table.kind), kind);
        std::set<std::string> keys;
        std::set<ColumnId> ids;
        for (const auto& column : table.columns) {
            EXPECT_TRUE(ids.insert(column.id).second) << table.title << ' ' << column.heading;
            std::set<std::string> own = {core::fold_words(column.heading)};
            std::string_view rest = column.synonyms;
            while (!rest.empty()) {
                const std::string word(rest.substr(0, rest.find('|')));
                EXPECT_EQ(core::fold_words(word), word) << "synonyms are written folded";
                EXPECT_TRUE(own.insert(word).second) << "twice: " << column.heading << ' ' << word;
                rest.remove_prefix(std::min(word.size() + 1, rest.size()));
            }
            for (const auto& key : own) {
                EXPECT_TRUE(keys.insert(key).second) << table.title << ": " << key;
            }
        }
    }
}

TEST(Columns, ImportKinds) {
    EXPECT_EQ(import_kinds().size(), 9U);
    ASSERT_NE(find_import_kind("balances"), nullptr);
    EXPECT_EQ(find_import_kind("balances")->sheets.size(), 4U);
    EXPECT_EQ(find_import_kind("register")->sheets[0], SheetKind::club_register);
    EXPECT_EQ(find_import_kind("nothing"), nullptr);
}

TEST(FindHeader, UnderTitlesWithStrayColumns) {
    const auto header =
        find(SheetKind::club_register, {{"HỘI NGƯỜI CAO TUỔI TỈNH", "", ""},
                                        {"DANH SÁCH CÂU LẠC BỘ", "", ""},
                                        {},
                                        {"STT", "TÊN CLB", "Xã", "Số thành viên", "Ghi chú"},
                                        {"1", "Tào Trụ", "Tào Xuyên", "55", ""}});
    ASSERT_TRUE(header);
    EXPECT_EQ(header->first_row, 3U);
    EXPECT_EQ(header->first_data_row, 4U);
    EXPECT_EQ(at(*header, ColumnId::name), 1);
    EXPECT_EQ(at(*header, ColumnId::commune), 2);
    EXPECT_EQ(at(*header, ColumnId::members), 3);
    ASSERT_EQ(header->unknown.size(), 2U);
    EXPECT_EQ(header->unknown[0].heading, "STT");
    EXPECT_EQ(header->unknown[1].column, "E");
}

TEST(FindHeader, AnySpellingOfAHeading) {
    for (const std::string_view heading :
         {"Tên câu lạc bộ", "TÊN CÂU LẠC BỘ", "ten cau lac bo", "Tên CLB",
          "  Tên\nCLB: ", "Tên_CLB", "2. Tên CLB", "Tên CLB (*)", "(2) Tên CLB", "Club name",
          "Tên CLB (ghi đầy đủ)"}) {
        const auto header = find(SheetKind::club_register, {{std::string(heading)}});
        ASSERT_TRUE(header) << heading;
        EXPECT_EQ(at(*header, ColumnId::name), 0) << heading;
    }
}

TEST(FindHeader, GroupsOverTwoRows) {
    const auto header =
        find(SheetKind::club_register, {{"Tên CLB", "Thành viên", "", "", "Vốn (triệu đồng)", ""},
                                        {"", "Tổng số", "NCT", "Nữ", "Ban đầu", "Hiện có"},
                                        {"(1)", "(2)", "(3)", "(4)", "(5)", "(6)"},
                                        {"Tào Trụ", "55", "38", "41", "50", "84,5"}});
    ASSERT_TRUE(header);
    EXPECT_EQ(header->first_data_row, 3U) << "after the row that numbers the columns";
    EXPECT_EQ(at(*header, ColumnId::members), 1);
    EXPECT_EQ(at(*header, ColumnId::elderly), 2);
    EXPECT_EQ(at(*header, ColumnId::women), 3);
    EXPECT_EQ(at(*header, ColumnId::start_capital), 4);
    EXPECT_EQ(at(*header, ColumnId::capital), 5);
    for (const auto& found : header->columns) {
        const bool money = found.column->kind == ValueKind::money;
        EXPECT_EQ(found.unit_power, money ? 6 : 0) << found.heading;
    }
}

TEST(FindHeader, YearOfBirthUnderMenAndWomen) {
    const auto header = find(SheetKind::members, {{"CLB", "Họ và tên", "Năm sinh", ""},
                                                  {"", "", "Nam", "Nữ"},
                                                  {"Tào Trụ", "Nguyễn Thị Mẫu", "", "1952"}});
    ASSERT_TRUE(header);
    EXPECT_EQ(at(*header, ColumnId::birth_male), 2);
    EXPECT_EQ(at(*header, ColumnId::birth_female), 3);
    EXPECT_EQ(at(*header, ColumnId::birth), -1);
}

TEST(FindHeader, ATitleAboveIsNoGroup) {
    const auto header = find(SheetKind::members,
                             {{"Danh sách (triệu đồng)", "", ""}, {"CLB", "Họ tên", "Năm sinh"}});
    ASSERT_TRUE(header);
    EXPECT_EQ(header->first_row, 1U);
    EXPECT_EQ(header->columns[0].heading, "CLB");
}

TEST(FindHeader, UnitOfMoney) {
    const auto power = [](const std::string& heading, const std::string& above) {
        const auto header = find(SheetKind::club_register, {{above}, {"Tên CLB", heading}});
        for (const auto& found : header->columns) {
            if (found.column->id == ColumnId::capital) return found.unit_power;
        }
        return -1;
    };
    EXPECT_EQ(power("Vốn hiện có (đồng)", ""), 0);
    EXPECT_EQ(power("Vốn hiện có", ""), 0);
    EXPECT_EQ(power("Vốn hiện có (triệu đồng)", ""), 6);
    EXPECT_EQ(power("Vốn hiện có (Tr.đ)", ""), 6);
    EXPECT_EQ(power("Vốn hiện có, triệu đồng", ""), 6);
    EXPECT_EQ(power("Vốn hiện có (1.000 đ)", ""), 3);
    EXPECT_EQ(power("Vốn hiện có (nghìn đồng)", ""), 3);
    EXPECT_EQ(power("Vốn hiện có (tỷ đồng)", ""), 9);
    EXPECT_EQ(power("Vốn hiện có", "Đơn vị tính: triệu đồng"), 6);
    EXPECT_EQ(power("Vốn hiện có", "ĐVT: 1.000 đồng"), 3);
    EXPECT_EQ(power("Vốn hiện có (đồng)", "Đơn vị tính: triệu đồng"), 0)
        << "the heading of the column goes before";
}

TEST(FindHeader, NumberedColumnsAreNoData) {
    const auto first_data = [](const std::vector<std::string>& row) {
        return find(SheetKind::units, {{"Mã", "Tên", "Loại", "Mã cấp trên"}, row})->first_data_row;
    };
    EXPECT_EQ(first_data({"(1)", "(2)", "(3)", "(4)"}), 2U);
    EXPECT_EQ(first_data({"A", "B", "1", "2"}), 1U) << "too few to be sure";
    EXPECT_EQ(first_data({"A", "1", "2", "3=1+2"}), 2U);
    EXPECT_EQ(first_data({"1", "2", "4", "5"}), 1U);
    EXPECT_EQ(first_data({"1", "Phường", "3", "4"}), 1U);
}

TEST(FindHeader, NowhereAndTooFarDown) {
    EXPECT_FALSE(find(SheetKind::units, {}));
    EXPECT_FALSE(find(SheetKind::units, {{"x", "y"}, {"1", "2"}}));
    TextRows rows(20);
    rows.push_back({"Mã", "Tên", "Loại", "Mã cấp trên"});
    EXPECT_FALSE(find(SheetKind::units, rows)) << "row 21";
    rows.erase(rows.begin());
    EXPECT_TRUE(find(SheetKind::units, rows)) << "row 20";
}

TEST(MissingColumns, Named) {
    const auto header = find(SheetKind::units, {{"Mã", "Tên"}});
    const auto missing = missing_columns(*header, table_of(SheetKind::units));
    ASSERT_EQ(missing.size(), 2U);
    EXPECT_EQ(missing[0]->heading, "Loại");
    EXPECT_EQ(missing[1]->heading, "Mã cấp trên");
}

}  // namespace
}  // namespace lth::sheet
