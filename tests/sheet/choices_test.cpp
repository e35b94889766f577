#include "sheet/choices.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "sheet/values.hpp"

namespace lth::sheet {
namespace {

Cell text(std::string_view value) {
    Cell cell;
    cell.kind = value.empty() ? CellKind::empty : CellKind::text;
    cell.text = value;
    return cell;
}

Cell error() {
    Cell cell;
    cell.kind = CellKind::error;
    cell.text = "#REF!";
    return cell;
}

Place place() {
    return {.row = 7, .heading = "Cột", .dates = DateSystem::from_1900, .unit_power = 0};
}

TEST(Choices, EveryLabelAndSynonymReadsAsItsOwnValue) {
    for (int id = 1; id <= static_cast<int>(ListId::share); ++id) {
        const auto list = static_cast<ListId>(id);
        ASSERT_FALSE(choices(list).empty()) << id;
        for (std::size_t i = 0; i < choices(list).size(); ++i) {
            const auto& choice = choices(list)[i];
            EXPECT_EQ(find_choice(list, text(choice.label)), choice.value) << choice.label;
            EXPECT_EQ(label_of(list, choice.value), choice.label);
            std::string_view rest = choice.synonyms;
            while (!rest.empty()) {
                const auto word = rest.substr(0, rest.find('|'));
                EXPECT_EQ(find_choice(list, text(word)), choice.value) << word;
                rest.remove_prefix(std::min(word.size() + 1, rest.size()));
            }
        }
    }
}

TEST(Choices, WordsOfLife) {
    const auto read = [](ListId list, std::string_view word) {
        const auto value = read_choice(list, text(word), place());
        return value ? std::string(label_of(list, *value)) : std::string(value.error().rule.id());
    };
    EXPECT_EQ(read(ListId::sex, "Nữ"), "nữ");
    EXPECT_EQ(read(ListId::sex, "NAM"), "nam");
    EXPECT_EQ(read(ListId::sex, "F"), "nữ");
    EXPECT_EQ(read(ListId::hardship, "Hộ cận nghèo"), "cận nghèo");
    EXPECT_EQ(read(ListId::hardship, "Hộ nghèo"), "nghèo");
    EXPECT_EQ(read(ListId::hardship, "HCKK"), "khó khăn khác");
    EXPECT_EQ(read(ListId::hardship, "Không"), "không");
    EXPECT_EQ(read(ListId::band, "Vững mạnh"), "vững mạnh");
    EXPECT_EQ(read(ListId::band, "Yếu"), "yếu kém");
    EXPECT_EQ(read(ListId::yes_no, "x"), "có");
    EXPECT_EQ(read(ListId::yes_no, "✓"), "có");
    EXPECT_EQ(read(ListId::yes_no, "Chưa"), "không");
    EXPECT_EQ(read(ListId::relation, "≥"), "từ");
    EXPECT_EQ(read(ListId::relation, ">"), "trên");
    EXPECT_EQ(read(ListId::relation, "="), "bằng");
    EXPECT_EQ(read(ListId::share, "Một phần"), "một phần");
    EXPECT_EQ(read(ListId::sex, "khác"), "sheet.not_in_list");
    EXPECT_EQ(read(ListId::relation, "~"), "sheet.not_in_list");
    const auto refused = read_choice(ListId::sex, text("khác"), place());
    EXPECT_EQ(core::message(refused.error(), core::Language::vi),
              "Dòng 7, cột «Cột»: «khác» không có trong danh sách (nam, nữ).");
    EXPECT_EQ(read_choice(ListId::sex, error(), place()).error().rule.id(), "sheet.cell_error");
    Cell truth;
    truth.kind = CellKind::boolean;
    truth.text = "TRUE";
    EXPECT_EQ(find_choice(ListId::yes_no, truth), static_cast<std::uint8_t>(YesNo::yes));
}

}  // namespace
}  // namespace lth::sheet
