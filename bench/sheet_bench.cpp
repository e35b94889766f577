// Reading the members of a whole province: 44,291 rows of 9 cells.
#include <benchmark/benchmark.h>

#include <string>

#include "sheet/forms.hpp"
#include "sheet/parse.hpp"
#include "sheet/read.hpp"

namespace {

using namespace lth;
using namespace lth::sheet;

constexpr int member_count = 44'291;
constexpr int club_size = 55;

OutWorkbook members() {
    OutSheet sheet{.name = "Thành viên", .columns = {}, .rows = {}};
    for (const char* heading : {"Câu lạc bộ", "Họ và tên", "Năm sinh", "Giới tính", "Hoàn cảnh",
                                "Thôn", "Ngày vào", "Điện thoại", "Đã từng vay"}) {
        sheet.columns.push_back({.heading = heading});
    }
    for (int i = 0; i < member_count; ++i) {
        const std::string club = std::to_string(i / club_size);
        sheet.rows.push_back({"CLB thôn " + club, "Nguyễn Thị Mẫu " + std::to_string(i),
                              Ungrouped{1930 + i % 60}, std::string(i % 4 == 0 ? "nam" : "nữ"),
                              std::string(i % 3 == 0 ? "nghèo" : "cận nghèo"), "Thôn " + club,
                              core::make_date(2016, 4, 20) + i % 1'000, std::string("0900000000"),
                              std::string(i % 2 == 0 ? "có" : "không")});
    }
    OutWorkbook workbook{.title = "bench", .issued_on = {}, .sheets = {}};
    workbook.sheets.push_back(std::move(sheet));
    return workbook;
}

const std::string& xlsx_bytes() {
    static const std::string bytes = workbook_bytes(members()).value();
    return bytes;
}

const std::string& csv_bytes() {
    static const std::string bytes = [] {
        std::string text;
        const auto workbook = read_workbook(xlsx_bytes()).value();
        for (const auto& row : workbook.sheets[0].rows) {
            for (const auto& cell : row) text += shown(cell) + ';';
            text += "\r\n";
        }
        return text;
    }();
    return bytes;
}

void read_file(benchmark::State& state, const std::string& bytes) {
    for (auto _ : state) {
        auto workbook = read_workbook(bytes);
        if (!workbook) return state.SkipWithError("not read");
        benchmark::DoNotOptimize(workbook);
    }
    state.SetItemsProcessed(state.iterations() * member_count * 9);
}

void sheet_read_xlsx(benchmark::State& state) { read_file(state, xlsx_bytes()); }
void sheet_read_csv(benchmark::State& state) { read_file(state, csv_bytes()); }

void sheet_parse_members(benchmark::State& state) {
    const auto workbook = read_workbook(xlsx_bytes()).value();
    for (auto _ : state) {
        auto rows = parse_members(workbook);
        if (!rows) return state.SkipWithError("not parsed");
        benchmark::DoNotOptimize(rows);
    }
    state.SetItemsProcessed(state.iterations() * member_count * 9);
}

void sheet_write_xlsx(benchmark::State& state) {
    const auto workbook = members();
    for (auto _ : state) benchmark::DoNotOptimize(workbook_bytes(workbook));
    state.SetItemsProcessed(state.iterations() * member_count * 9);
}

BENCHMARK(sheet_read_xlsx)->Unit(benchmark::kMillisecond);
BENCHMARK(sheet_read_csv)->Unit(benchmark::kMillisecond);
BENCHMARK(sheet_parse_members)->Unit(benchmark::kMillisecond);
BENCHMARK(sheet_write_xlsx)->Unit(benchmark::kMillisecond);

}  // namespace
