// The parts of an office file (a zip archive) in memory: read within limits, written the same every
// time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "report/limits.hpp"

namespace lth::report {

struct Part {
    std::string path;
    std::string bytes;
};

/// In the order of the archive, which readers rely on: [Content_Types].xml comes first.
struct Package {
    std::vector<Part> parts;

    [[nodiscard]] Part* find(std::string_view path);
    void erase(std::string_view path);
};

/// `wanted` names the kind of file in errors: ".docx". Whatever the archive says of sizes, no more
/// than the limit is unpacked.
[[nodiscard]] core::Result<Package> read_package(std::string_view bytes, std::string_view wanted,
                                                 const Limits& limits);

/// Every part carries the same date, 1 January 1980. Throws app::Fault if memory gives out.
[[nodiscard]] std::string write_package(const Package& package);

}  // namespace lth::report
