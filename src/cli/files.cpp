#include "cli/files.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/fault.hpp"
#include "sheet/read.hpp"

namespace lth::cli {

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in || std::filesystem::is_directory(path)) {
        throw app::Fault("Không đọc được tệp " + path + ".",
                         "The file " + path + " cannot be read.");
    }
    return bytes;
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
        throw app::Fault("Không ghi được tệp " + path + ".",
                         "The file " + path + " cannot be written.");
    }
}

void expect_new_file(const std::string& path) {
    std::error_code hidden;  // whoever writes it says why it cannot be looked at
    if (!std::filesystem::exists(path, hidden)) return;
    throw app::Fault("Đã có tệp " + path + ": hãy đặt tên khác, không ghi đè lên tệp nào.",
                     "There is a file " + path + " already: name another, none is overwritten.");
}

core::Result<sheet::Workbook> read_sheet(const std::string& path) {
    return sheet::read_workbook(read_file(path));
}

std::string file_name(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

}  // namespace lth::cli
