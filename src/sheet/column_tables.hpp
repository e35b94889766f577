// The tables behind columns.hpp, in three files by subject.
#pragma once

#include <span>
#include <string_view>

#include "sheet/columns.hpp"

namespace lth::sheet {

[[nodiscard]] std::span<const Column> register_columns();
[[nodiscard]] std::span<const Column> club_columns();
[[nodiscard]] std::span<const Column> member_columns();
[[nodiscard]] std::span<const Column> fund_columns();
[[nodiscard]] std::span<const Column> capital_columns();
[[nodiscard]] std::span<const Column> loan_columns();
[[nodiscard]] std::span<const Column> rule_columns();
[[nodiscard]] std::span<const Column> claim_columns();
[[nodiscard]] std::span<const Column> fund_year_columns();
[[nodiscard]] std::span<const Column> unit_columns();
[[nodiscard]] std::span<const Column> succession_columns();

/// What the project's own exports write in a hidden first column, so that a row comes back by id.
inline constexpr Column id_column{
    .id = ColumnId::id,
    .heading = "Mã dòng",
    .synonyms = "id|ma he thong|row id",
    .kind = ValueKind::code,
};

inline constexpr Column district_column{
    .id = ColumnId::district,
    .heading = "Huyện, thị xã, thành phố",
    .synonyms =
        "huyen|ten huyen|quan huyen|huyen thi|huyen thi thanh pho|huyen tx tp|huyen tp|"
        "huyen thi xa|don vi cap huyen|dia ban huyen|ma huyen|district|don vi huyen",
    .fill = Fill::down,
    .example = "Thành phố Thanh Hóa",
    .note = "Tên hoặc mã; để trống nếu không còn cấp huyện",
};

inline constexpr Column commune_column{
    .id = ColumnId::commune,
    .heading = "Xã, phường, thị trấn",
    .synonyms =
        "xa|ten xa|xa phuong|phuong xa|xa phuong tt|xa thi tran|don vi cap xa|ma xa|"
        "dia ban xa|commune|ward|don vi xa|xa phuong dac khu|phuong",
    .fill = Fill::down,
    .example = "Phường Tào Xuyên",
    .note = "Tên hoặc mã; hai xã cùng tên thì ghi thêm huyện",
};

inline constexpr Column club_column{
    .id = ColumnId::club,
    .heading = "Câu lạc bộ",
    .synonyms =
        "clb|ten clb|ten cau lac bo|clb lthtgn|cau lac bo lien the he|"
        "cau lac bo lthtgn|thuoc clb|thuoc cau lac bo|club|club name|ten clb lthtgn|"
        "ten cau lac bo lthtgn|clb lien the he",
    .need = Need::cell,
    .fill = Fill::down,
    .example = "CLB LTHTGN Tào Trụ",
    .note = "Tên như trong danh sách câu lạc bộ",
};

[[nodiscard]] constexpr Column money(ColumnId id, std::string_view heading,
                                     std::string_view synonyms, std::string_view example) {
    Column column{.id = id, .heading = heading, .synonyms = synonyms, .kind = ValueKind::money};
    column.example = example;
    return column;
}

}  // namespace lth::sheet
