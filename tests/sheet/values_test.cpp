#include "sheet/values.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "sheet/choices.hpp"
#include "sheet/decimal.hpp"

namespace lth::sheet {
namespace {

Cell text(std::string_view value) {
    Cell cell;
    cell.kind = value.empty() ? CellKind::empty : CellKind::text;
    cell.text = value;
    return cell;
}

Cell number(std::string_view value) {
    Cell cell;
    cell.kind = CellKind::number;
    cell.text = canonical_number(value).value();
    return cell;
}

Cell percent(std::string_view value) {
    Cell cell = number(value);
    cell.percent = true;
    return cell;
}

Cell date(int year, unsigned month, unsigned day) {
    Cell cell;
    cell.kind = CellKind::date;
    cell.date = core::make_date(year, month, day);
    return cell;
}

Cell error() {
    Cell cell;
    cell.kind = CellKind::error;
    cell.text = "#REF!";
    return cell;
}

Place place(int unit_power = 0) {
    return {.row = 7, .heading = "Cột", .dates = DateSystem::from_1900, .unit_power = unit_power};
}

/// The value as text, or the rule.
std::string answer(const core::Result<core::Date>& result) {
    return result ? core::to_text(*result) : std::string(result.error().rule.id());
}
std::string answer(const core::Result<Birth>& result) {
    if (!result) return std::string(result.error().rule.id());
    return result->date ? core::to_text(*result->date) : std::to_string(result->year);
}
std::string answer(const core::Result<core::Month>& result) {
    return result ? core::to_text(*result) : std::string(result.error().rule.id());
}
std::string answer(const core::Result<std::int64_t>& result) {
    return result ? std::to_string(*result) : std::string(result.error().rule.id());
}
std::string answer(const core::Result<std::int32_t>& result) {
    return result ? std::to_string(*result) : std::string(result.error().rule.id());
}
std::string answer(const core::Result<core::Money>& result) {
    return result ? std::to_string(result->dong) : std::string(result.error().rule.id());
}
std::string answer(const core::Result<std::string>& result) {
    return result ? *result : std::string(result.error().rule.id());
}

struct Case {
    Cell cell;
    std::string_view expected;
};

TEST(ReadDate, Table) {
    const std::vector<Case> table = {
        {text("30/9/2020"), "2020-09-30"},
        {text("30/09/2020"), "2020-09-30"},
        {text("1/2/2020"), "2020-02-01"},
        {text("30-09-2020"), "2020-09-30"},
        {text("30.09.2020"), "2020-09-30"},
        {text("30.9.2020."), "2020-09-30"},
        {text("30 9 2020"), "2020-09-30"},
        {text("2020-09-30"), "2020-09-30"},
        {text("2020/9/30"), "2020-09-30"},
        {text("2020-09-30T08:15:00"), "2020-09-30"},
        {text("30/9/2020 00:00:00"), "2020-09-30"},
        {text("ngày 30 tháng 9 năm 2020"), "2020-09-30"},
        {text("Ngày 30/9/2020"), "2020-09-30"},
        {text(" 30 / 9 / 2020 "), "2020-09-30"},
        {text("29/2/2020"), "2020-02-29"},
        {text("44104"), "2020-09-30"},
        {number("44104"), "2020-09-30"},
        {number("44104.75"), "2020-09-30"},
        {date(2020, 9, 30), "2020-09-30"},
        {text("31/02/2020"), "sheet.no_such_day"},
        {text("29/2/2019"), "sheet.no_such_day"},
        {text("09/30/2020"), "sheet.no_such_day"},
        {text("2020-13-01"), "sheet.no_such_day"},
        {text("32/1/2020"), "sheet.no_such_day"},
        {text("30/9/20"), "sheet.short_year"},
        {text("30/9/1820"), "sheet.date_out_of_range"},
        {text("30/9/2200"), "sheet.date_out_of_range"},
        {text("2020"), "sheet.day_missing"},
        {text("9/2020"), "sheet.day_missing"},
        {text("00/09/2020"), "sheet.day_missing"},
        {number("2020"), "sheet.day_missing"},
        {number("5"), "sheet.not_a_date"},
        {number("-44104"), "sheet.not_a_date"},
        {number("99999999"), "sheet.not_a_date"},
        {number("12345678901234567890"), "sheet.not_a_date"},
        {percent("0.5"), "sheet.not_a_date"},
        {text("30/9"), "sheet.not_a_date"},
        {text("1/2/3/2020"), "sheet.not_a_date"},
        {text("30/9/20201"), "sheet.not_a_date"},
        {text("30092020"), "sheet.not_a_date"},
        {text("Mậu Tuất 1958"), "sheet.not_a_date"},
        {text("quý III năm 2020"), "sheet.not_a_date"},
        {text("1/2;3/2020"), "sheet.not_a_date"},
        {text("/"), "sheet.not_a_date"},
        {error(), "sheet.cell_error"},
    };
    for (const auto& [cell, expected] : table) {
        EXPECT_EQ(answer(read_date(cell, place())), expected) << shown(cell);
    }
}

TEST(ReadDate, SerialNumbersOfTheOlderMac) {
    Place at = place();
    at.dates = DateSystem::from_1904;
    EXPECT_EQ(answer(read_date(number("42642"), at)), "2020-09-30");
}

TEST(ReadBirth, Table) {
    const std::vector<Case> table = {
        {text("1952"), "1952"},
        {number("1952"), "1952"},
        {text("/1952"), "1952"},
        {text("09/1952"), "1952"},
        {text("00/00/1952"), "1952"},
        {text("?/?/1952"), "1952"},
        {text("../../1952"), "1952"},
        {text("x/x/1952"), "1952"},
        {text("sinh năm 1952"), "1952"},
        {text("24/11/1965"), "1965-11-24"},
        {date(1965, 11, 24), "1965-11-24"},
        {number("24070"), "1965-11-24"},
        {text("24/11/65"), "sheet.short_year"},
        {text("1852"), "sheet.date_out_of_range"},
        {number("1850"), "sheet.date_out_of_range"},
        {number("2200"), "sheet.date_out_of_range"},
        {number("185"), "sheet.not_a_date"},
        {text("31/11/1965"), "sheet.no_such_day"},
        {text("13/1952"), "sheet.no_such_day"},
        {text("60 tuổi"), "sheet.not_a_date"},
        {error(), "sheet.cell_error"},
    };
    for (const auto& [cell, expected] : table) {
        EXPECT_EQ(answer(read_birth(cell, place())), expected) << shown(cell);
    }
}

TEST(ReadMonthAndYear, Table) {
    EXPECT_EQ(answer(read_month(text("9/2020"), place())), "2020-09");
    EXPECT_EQ(answer(read_month(text("Tháng 9 năm 2020"), place())), "2020-09");
    EXPECT_EQ(answer(read_month(text("2020-09"), place())), "2020-09");
    EXPECT_EQ(answer(read_month(date(2020, 9, 1), place())), "2020-09");
    EXPECT_EQ(answer(read_month(text("30/9/2020"), place())), "2020-09");
    EXPECT_EQ(answer(read_month(text("2020"), place())), "sheet.day_missing");
    EXPECT_EQ(answer(read_month(text("13/2020"), place())), "sheet.no_such_day");
    EXPECT_EQ(answer(read_year(text("2021"), place())), "2021");
    EXPECT_EQ(answer(read_year(number("2021"), place())), "2021");
    EXPECT_EQ(answer(read_year(text("Năm 2021"), place())), "2021");
    EXPECT_EQ(answer(read_year(text("hai mốt"), place())), "sheet.not_a_date");
}

TEST(ReadCount, Table) {
    const std::vector<Case> table = {
        {text("56"), "56"},
        {number("56"), "56"},
        {number("56.0"), "56"},
        {text("1.234"), "1234"},
        {text("1,234"), "1234"},
        {text("1 234"), "1234"},
        {text("1\xC2\xA0"
              "234"),
         "1234"},
        {text("1'234"), "1234"},
        {text("1.234.567"), "1234567"},
        {text("12,0"), "12"},
        {text("1.234,00"), "1234"},
        {text("1,234.00"), "1234"},
        {text("56 người"), "56"},
        {text("56 thành viên"), "56"},
        {text("12 tháng"), "12"},
        {text("không"), "0"},
        {text("0"), "0"},
        {text("+5"), "5"},
        {text("12,5"), "sheet.not_whole"},
        {number("12.5"), "sheet.not_whole"},
        {text("0.123"), "sheet.not_whole"},
        {text("-5"), "sheet.number_negative"},
        {text("(5)"), "sheet.number_negative"},
        {number("-5"), "sheet.number_negative"},
        {text("99.999.999"), "sheet.number_too_large"},
        {text("1.23.456"), "sheet.not_a_number"},
        {text("1.234.56"), "sheet.not_a_number"},
        {text("1,2,3"), "sheet.not_a_number"},
        {text("1.2,3.4"), "sheet.not_a_number"},
        {text("12.345,67,8"), "sheet.not_a_number"},
        {text("1 23"), "sheet.not_a_number"},
        {text(".5"), "sheet.not_a_number"},
        {text("5."), "sheet.not_a_number"},
        {text("năm mươi"), "sheet.not_a_number"},
        {text("khoảng 50"), "sheet.not_a_number"},
        {text("50-60"), "sheet.not_a_number"},
        {text("50 cái gì đó"), "sheet.not_a_number"},
        {percent("0.5"), "sheet.not_a_number"},
        {date(2020, 1, 1), "sheet.not_a_number"},
        {error(), "sheet.cell_error"},
    };
    for (const auto& [cell, expected] : table) {
        EXPECT_EQ(answer(read_count(cell, place(), {.min = 0, .max = 10'000'000})), expected)
            << shown(cell);
    }
    EXPECT_EQ(answer(read_count(text("0"), place(), {.min = 1, .max = 31})),
              "sheet.number_too_small");
}

TEST(ReadMoney, InDong) {
    const std::vector<Case> table = {
        {text("1.234.567 đ"), "1234567"},
        {text("1.234.567đ"), "1234567"},
        {text("1,234,567"), "1234567"},
        {text("1.234.567 ₫"), "1234567"},
        {text("1.234.567 VND"), "1234567"},
        {text("1.234.567 VNĐ"), "1234567"},
        {text("1.234.567 đồng"), "1234567"},
        {text("1.234.567,00"), "1234567"},
        {text("1 234 567"), "1234567"},
        {text("50000000"), "50000000"},
        {number("50000000"), "50000000"},
        {number("5E+7"), "50000000"},
        {text("50 triệu"), "50000000"},
        {text("50 triệu đồng"), "50000000"},
        {text("50tr"), "50000000"},
        {text("50,5 triệu"), "50500000"},
        {text("50.5tr"), "50500000"},
        {text("1,5 tỷ"), "1500000000"},
        {text("1,5 tỉ đồng"), "1500000000"},
        {text("1.5 tỷ"), "1500000000"},
        {text("1 tỷ 200 triệu"), "1200000000"},
        {text("1 tỷ 200 triệu 500 nghìn đồng"), "1200500000"},
        {text("1.500 triệu"), "1500000000"},
        {text("500 nghìn"), "500000"},
        {text("500 ngàn đồng"), "500000"},
        {text("500k"), "500000"},
        {text("50.000 nghìn đồng"), "50000000"},
        {text("1.500"), "1500"},
        {text("0"), "0"},
        {text("không có"), "0"},
        {text("9.007.199.254.740.991"), "9007199254740991"},
        {text("9.007.199.254.740.992"), "sheet.number_too_large"},
        {text("99999999 tỷ"), "sheet.number_too_large"},
        {text("1,500 triệu"), "sheet.number_ambiguous"},
        {text("1.125 tỷ"), "sheet.number_ambiguous"},
        {text("1 tỷ 2"), "sheet.number_ambiguous"},
        {text("84"), "sheet.money_unit_missing"},
        {number("84.5"), "sheet.not_whole"},
        {number("84"), "sheet.money_unit_missing"},
        {text("84 đ"), "84"},
        {text("1,5"), "sheet.not_whole"},
        {text("0,0000001 triệu"), "sheet.not_whole"},
        {text("-5 triệu"), "sheet.number_negative"},
        {text("(5.000.000)"), "sheet.number_negative"},
        {text("200 triệu 1 tỷ"), "sheet.not_a_number"},
        {text("50 USD"), "sheet.not_a_number"},
        {text("84.000.000 đ/CLB"), "sheet.not_a_number"},
        {text("triệu"), "sheet.not_a_number"},
        {text("50 triệu/CLB"), "sheet.not_a_number"},
        {date(2020, 1, 1), "sheet.not_a_number"},
        {error(), "sheet.cell_error"},
    };
    for (const auto& [cell, expected] : table) {
        EXPECT_EQ(answer(read_money(cell, place(), SmallMoney::suspected)), expected)
            << shown(cell);
    }
    EXPECT_EQ(answer(read_money(number("84"), place(), SmallMoney::believed)), "84");
}

TEST(ReadMoney, UnderAHeadingInMillions) {
    const std::vector<Case> table = {
        {number("84"), "84000000"},
        {number("84.5"), "84500000"},
        {number("0.1234565"), "sheet.not_whole"},
        {text("84,5"), "84500000"},
        {text("84"), "84000000"},
        {text("1.084,5"), "1084500000"},
        {text("84.500.000 đ"), "84500000"},
        {text("1,5 tỷ"), "1500000000"},
        {text("84.500"), "sheet.number_ambiguous"},
        {text("84,500"), "sheet.number_ambiguous"},
    };
    for (const auto& [cell, expected] : table) {
        EXPECT_EQ(answer(read_money(cell, place(6), SmallMoney::suspected)), expected)
            << shown(cell);
    }
}

TEST(ReadShare, Table) {
    const std::vector<Case> table = {
        {text("70 %"), "700000"},
        {text("70%"), "700000"},
        {text("69,992 %"), "699920"},
        {text("69.992%"), "699920"},
        {text("75,9996%"), "759996"},
        {text("0,5%"), "5000"},
        {text("100%"), "1000000"},
        {text("0%"), "0"},
        {text("1%"), "10000"},
        {text("70 phần trăm"), "700000"},
        {percent("0.7"), "700000"},
        {percent("0.69992"), "699920"},
        {percent("1"), "1000000"},
        {number("0.7"), "700000"},
        {number("70"), "700000"},
        {text("0,7"), "700000"},
        {text("70"), "700000"},
        {number("0"), "0"},
        {number("1"), "sheet.share_ambiguous"},
        {text("1"), "sheet.share_ambiguous"},
        {text("101%"), "sheet.number_too_large"},
        {number("170"), "sheet.number_too_large"},
        {text("-5%"), "sheet.number_negative"},
        {percent("-0.5"), "sheet.number_negative"},
        {text("nhiều"), "sheet.not_a_share"},
        {text("%"), "sheet.not_a_share"},
        {text("7/10"), "sheet.not_a_share"},
        {error(), "sheet.cell_error"},
    };
    for (const auto& [cell, expected] : table) {
        EXPECT_EQ(answer(read_share_ppm(cell, place())), expected) << shown(cell);
    }
}

TEST(ReadRate, Table) {
    const std::vector<Case> table = {
        {text("1%"), "10000"},
        {text("1"), "10000"},
        {number("1"), "10000"},
        {number("0.8"), "8000"},
        {text("0,8%/tháng"), "8000"},
        {text("0,65 % / tháng"), "6500"},
        {percent("0.01"), "10000"},
        {percent("0.0065"), "6500"},
        {text("0"), "0"},
        {number("0.01"), "sheet.share_ambiguous"},
        {text("0,01%"), "100"},
        {text("12%/năm"), "sheet.not_a_share"},
        {text("200%"), "sheet.number_too_large"},
    };
    for (const auto& [cell, expected] : table) {
        EXPECT_EQ(answer(read_rate_ppm(cell, place())), expected) << shown(cell);
    }
}

TEST(ReadQuantity, Table) {
    const auto unit = [](const Cell& cell) {
        const auto quantity = read_quantity(cell, place());
        if (!quantity) return std::string(quantity.error().rule.id());
        return std::to_string(quantity->value) +
               (quantity->unit == Quantity::Unit::ppm ? " ppm" : "");
    };
    EXPECT_EQ(unit(number("44291")), "44291");
    EXPECT_EQ(unit(text("44.291")), "44291");
    EXPECT_EQ(unit(text("44.291 thành viên")), "44291");
    EXPECT_EQ(unit(text("7 tỷ")), "7000000000");
    EXPECT_EQ(unit(text("70 %")), "700000 ppm");
    EXPECT_EQ(unit(percent("0.76")), "760000 ppm");
    EXPECT_EQ(unit(number("0.76")), "760000 ppm");
    EXPECT_EQ(unit(text("0,76")), "760000 ppm");
    EXPECT_EQ(unit(number("0")), "0");
    EXPECT_EQ(unit(text("đa số")), "sheet.not_a_number");
}

TEST(ReadText, TidyAndBounded) {
    EXPECT_EQ(answer(read_text(text("  Tào\n Trụ \xC2\xA0"), place(), 20)), "Tào Trụ");
    EXPECT_EQ(answer(read_text(number("38"), place(), 20)), "38");
    EXPECT_EQ(answer(read_text(date(2020, 9, 30), place(), 20)), "30/09/2020");
    EXPECT_EQ(answer(read_text(text("ăăăă"), place(), 4)), "ăăăă");
    EXPECT_EQ(answer(read_text(text("ăăăăă"), place(), 4)), "sheet.text_too_long");
    EXPECT_EQ(answer(read_text(error(), place(), 4)), "sheet.cell_error");
    EXPECT_EQ(answer(read_code(text("25/QĐ-UBND"), place(), 20)), "25/QĐ-UBND");
    EXPECT_EQ(answer(read_code(date(2020, 12, 1), place(), 20)), "sheet.text_became_date");
}

TEST(ReadList, Villages) {
    const auto villages = [](std::string_view value) {
        const auto items = read_list(text(value), place(), 50);
        std::string joined;
        for (const auto& item : items.value()) joined += '[' + item + ']';
        return joined;
    };
    EXPECT_EQ(villages("Tào Trụ; Thịnh Hùng"), "[Tào Trụ][Thịnh Hùng]");
    EXPECT_EQ(villages("Thôn 1, thôn 2,, "), "[Thôn 1][thôn 2]");
    EXPECT_EQ(villages("Thôn 1\nThôn 2"), "[Thôn 1][Thôn 2]");
    EXPECT_EQ(villages("Thôn Đông"), "[Thôn Đông]");
    EXPECT_FALSE(read_list(text("a;" + std::string(60, 'x')), place(), 50));
    EXPECT_EQ(read_list(number("3"), place(), 50).value().at(0), "3");
}

TEST(ReadPhone, Table) {
    const std::vector<Case> table = {
        {text("0912345678"), "0912345678"},
        {text("0912.345.678"), "0912345678"},
        {text("(0237) 3852-246"), "02373852246"},
        {text("+84 912 345 678"), "0912345678"},
        {text("84912345678"), "0912345678"},
        {number("912345678"), "0912345678"},
        {text("12"), "sheet.not_a_phone"},
        {text("0912345678 / 0912345679"), "sheet.not_a_phone"},
        {text("không dùng"), "sheet.not_a_phone"},
        {error(), "sheet.cell_error"},
    };
    for (const auto& [cell, expected] : table) {
        EXPECT_EQ(answer(read_phone(cell, place())), expected) << shown(cell);
    }
}

TEST(IsBlank, SignsForNotKnown) {
    for (const std::string_view sign : {"", " ", "-", "–", "—", "…", "...", "?", "N/A", "n/a",
                                        "không rõ", "Chưa rõ", "chưa có"}) {
        EXPECT_TRUE(is_blank(text(sign))) << sign;
    }
    for (const std::string_view value : {"0", "không", "x", "-5", "Chư", "Kho", "Nam"}) {
        EXPECT_FALSE(is_blank(text(value))) << value;
    }
    EXPECT_FALSE(is_blank(number("0")));
    EXPECT_FALSE(is_blank(error()));
}

TEST(CellRejection, SaysWhereAndWhat) {
    const auto result = read_date(text("hôm qua"), place());
    ASSERT_FALSE(result);
    EXPECT_EQ(core::message(result.error(), core::Language::vi),
              "Dòng 7, cột «Cột»: «hôm qua» không phải ngày. Hãy ghi như 30/09/2020.");
    EXPECT_EQ(core::message(result.error(), core::Language::en),
              "Row 7, column “Cột”: “hôm qua” is not a date. Write it like 30/09/2020.");
    const auto longer =
        read_date(text(std::string(50, 'x') + "ăăăăăăăăăăăăăăăăăăăă{row}"), place());
    EXPECT_EQ(longer.error().facts.back().value, std::string(50, 'x') + "ăăăăăăăăăă…");
}

TEST(ProgrammeKey, NamesOfOneProgramme) {
    for (const std::string_view name : {"VIE 022", "vie022", "Dự án VIE 022", "DA: VIE022"}) {
        EXPECT_EQ(programme_key(name), "vie022") << name;
    }
    EXPECT_EQ(programme_key("Dự án VIE 022"), "vie022");
    EXPECT_EQ(programme_key("Quyết định số 2666/QĐ-UBND ngày 3/8/2016"), "2666");
    EXPECT_EQ(programme_key("QĐ 2666"), "2666");
    EXPECT_EQ(programme_key("Đề án 5133"), "5133");
    EXPECT_EQ(programme_key("Dự án"), "duan") << "nothing else is left to tell it by";
}

}  // namespace
}  // namespace lth::sheet
