#include "sheet/write.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <unordered_set>

#include <xlsxwriter.h>

#include "core/text.hpp"
#include "sheet/unicode.hpp"
#include "sheet/workbook.hpp"

namespace lth::sheet {
namespace {

constexpr std::size_t max_text_characters = 32'767;  // of a cell, Excel's limit
constexpr std::size_t max_name_characters = 31;      // of a sheet
constexpr std::size_t max_hint_characters = 255;
constexpr lxw_row_t prepared_rows = 5'000;  // with lists to choose from
constexpr double heading_height = 32;
constexpr lxw_color_t heading_colour = 0xDCE6F1;

/// A folder of its own under the system's temporary one; gone with the object.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = std::filesystem::temp_directory_path() / "lienthehe-XXXXXX";
        if (mkdtemp(pattern.data()) == nullptr) {
            throw std::runtime_error("cannot make a temporary folder");
        }
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

void check(lxw_error error) {
    if (error != LXW_NO_ERROR) {
        throw std::runtime_error(std::string("cannot write the workbook: ") + lxw_strerror(error));
    }
}

/// The first `limit` code points.
std::string cut(std::string_view text, std::size_t limit) {
    std::size_t characters = 0;
    const auto end = std::ranges::find_if(text, [&](char c) {
        const bool starts_character = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        return starts_character && ++characters > limit;
    });
    return {text.begin(), end};
}

/// A name that Excel takes and that no earlier sheet has.
std::string sheet_name(std::string_view wanted, std::unordered_set<std::string>& taken) {
    std::string name = tidy(wanted);
    std::ranges::replace_if(
        name,
        [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; },
        ' ');
    name = cut(tidy(name), max_name_characters);
    if (name.empty()) name = "Trang";
    std::string candidate = name;
    for (int n = 2; !taken.insert(core::fold_text(candidate)).second; ++n) {
        const std::string suffix = " " + std::to_string(n);
        candidate = cut(name, max_name_characters - suffix.size()) + suffix;
    }
    return candidate;
}

struct Formats {
    lxw_format* heading;
    lxw_format* text;
    lxw_format* number;
    lxw_format* plain_number;
    lxw_format* date;
    lxw_format* percent;
};

Formats add_formats(lxw_workbook* workbook) {
    const auto with_format = [&](const char* code) {
        lxw_format* format = workbook_add_format(workbook);
        format_set_num_format(format, code);
        return format;
    };
    lxw_format* heading = workbook_add_format(workbook);
    format_set_bold(heading);
    format_set_text_wrap(heading);
    format_set_align(heading, LXW_ALIGN_CENTER);
    format_set_align(heading, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bg_color(heading, heading_colour);
    format_set_border(heading, LXW_BORDER_THIN);
    return {heading,          with_format("@"),          with_format("#,##0"),
            with_format("0"), with_format("dd/mm/yyyy"), with_format("0.00%")};
}

class SheetWriter {
public:
    SheetWriter(lxw_worksheet* worksheet, const Formats& formats, const OutSheet& sheet)
        : worksheet_(worksheet), formats_(formats), sheet_(sheet) {}

    std::optional<core::Rejection> write() {
        write_columns();
        for (std::size_t row = 0; row < sheet_.rows.size(); ++row) {
            for (std::size_t column = 0; column < sheet_.rows[row].size(); ++column) {
                if (auto refused = write_cell(row, column)) return refused;
            }
        }
        return std::nullopt;
    }

private:
    void write_columns() {
        worksheet_set_paper(worksheet_, 9);  // A4
        worksheet_set_landscape(worksheet_);
        worksheet_fit_to_pages(worksheet_, 1, 0);
        check(worksheet_set_row(worksheet_, 0, heading_height, nullptr));
        worksheet_freeze_panes(worksheet_, 1, 0);
        if (!sheet_.columns.empty()) check(worksheet_repeat_rows(worksheet_, 0, 0));
        for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
            const auto& column = sheet_.columns[i];
            const auto at = static_cast<lxw_col_t>(i);
            lxw_row_col_options options{};
            options.hidden = column.visibility == Visibility::hidden ? LXW_TRUE : LXW_FALSE;
            check(worksheet_set_column_opt(worksheet_, at, at, column.width,
                                           format_of(column.format), &options));
            check(worksheet_write_string(worksheet_, 0, at, column.heading.c_str(),
                                         formats_.heading));
            add_validation(column, at);
        }
    }

    lxw_format* format_of(ColumnFormat format) const {
        switch (format) {
            case ColumnFormat::general:
                return nullptr;
            case ColumnFormat::text:
                return formats_.text;
            case ColumnFormat::number:
                return formats_.number;
            case ColumnFormat::date:
                return formats_.date;
        }
        return nullptr;
    }

    void add_validation(const OutColumn& column, lxw_col_t at) {
        if (column.choices.empty() && column.hint.empty()) return;
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_ANY;
        // The library's structures take char* but only read.
        std::vector<std::string> texts = column.choices;
        std::vector<char*> choices;
        std::string error_title = "Không có trong danh sách";
        std::string error_text = "Hãy chọn một giá trị trong danh sách, hoặc để trống.";
        if (!texts.empty()) {
            for (auto& text : texts) choices.push_back(text.data());
            choices.push_back(nullptr);
            validation.validate = LXW_VALIDATION_TYPE_LIST;
            validation.value_list = choices.data();
            validation.error_title = error_title.data();
            validation.error_message = error_text.data();
        }
        std::string hint = cut(column.hint, max_hint_characters);
        if (!hint.empty()) validation.input_message = hint.data();
        check(worksheet_data_validation_range(worksheet_, 1, at, prepared_rows, at, &validation));
    }

    std::optional<core::Rejection> write_cell(std::size_t row, std::size_t column) {
        const auto r = static_cast<lxw_row_t>(row + 1);
        const auto c = static_cast<lxw_col_t>(column);
        const OutCell& cell = sheet_.rows[row][column];
        if (const auto* text = std::get_if<std::string>(&cell)) {
            if (text->empty()) return std::nullopt;
            if (character_count(*text) > max_text_characters) return too_long(row, column);
            check(worksheet_write_string(worksheet_, r, c, text->c_str(), formats_.text));
        } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
            write_number(r, c, *number, formats_.number);
        } else if (const auto* plain = std::get_if<Ungrouped>(&cell)) {
            write_number(r, c, plain->value, formats_.plain_number);
        } else if (const auto* money = std::get_if<core::Money>(&cell)) {
            write_number(r, c, money->dong, formats_.number);
        } else if (const auto* date = std::get_if<core::Date>(&cell)) {
            const auto at = core::civil(*date);
            lxw_datetime written{};
            written.year = at.year;
            written.month = static_cast<int>(at.month);
            written.day = static_cast<int>(at.day);
            check(worksheet_write_datetime(worksheet_, r, c, &written, formats_.date));
        } else if (const auto* share = std::get_if<SharePpm>(&cell)) {
            check(worksheet_write_number(
                worksheet_, r, c, static_cast<double>(share->ppm) / 1'000'000, formats_.percent));
        }
        return std::nullopt;
    }

    /// Whole numbers up to 2^53 pass through the library's double unchanged.
    void write_number(lxw_row_t row, lxw_col_t column, std::int64_t value, lxw_format* format) {
        check(worksheet_write_number(worksheet_, row, column, static_cast<double>(value), format));
    }

    core::Rejection too_long(std::size_t row, std::size_t column) const {
        const bool known = column < sheet_.columns.size();
        return core::make_rejection(
            "sheet.text_too_long", {},
            {{"row", std::to_string(row + 2)},
             {"limit", std::to_string(max_text_characters)},
             {"column", known ? sheet_.columns[column].heading : column_name(column)}});
    }

    lxw_worksheet* worksheet_;
    const Formats& formats_;
    const OutSheet& sheet_;
};

void set_properties(lxw_workbook* workbook, const OutWorkbook& content) {
    constexpr std::int64_t day_seconds = 86'400;
    lxw_doc_properties properties{};
    std::string title = content.title;
    std::string company = "Liên Thế Hệ";
    properties.title = title.data();
    properties.company = company.data();
    properties.created = static_cast<time_t>(content.issued_on.days * day_seconds);
    check(workbook_set_properties(workbook, &properties));
}

struct CloseWorkbook {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file || bytes.empty()) throw std::runtime_error("cannot read the written workbook");
    return bytes;
}

}  // namespace

core::Result<std::string> workbook_bytes(const OutWorkbook& content) {
    const TemporaryFolder folder;
    const std::string path = folder.path() / "workbook.xlsx";
    std::string temporary = folder.path();
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    std::unique_ptr<lxw_workbook, CloseWorkbook> workbook(workbook_new_opt(path.c_str(), &options));
    if (workbook == nullptr) throw std::runtime_error("cannot begin a workbook");
    set_properties(workbook.get(), content);
    const Formats formats = add_formats(workbook.get());
    std::unordered_set<std::string> names;
    for (const auto& sheet : content.sheets) {
        const std::string name = sheet_name(sheet.name, names);
        lxw_worksheet* worksheet = workbook_add_worksheet(workbook.get(), name.c_str());
        if (worksheet == nullptr) throw std::runtime_error("cannot add the sheet " + name);
        if (auto refused = SheetWriter(worksheet, formats, sheet).write()) {
            return std::unexpected(std::move(*refused));
        }
    }
    check(workbook_close(workbook.release()));  // frees it, also when it fails
    return bytes_of(path);
}

}  // namespace lth::sheet
