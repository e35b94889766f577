#include "sheet/archive.hpp"

#include <algorithm>
#include <optional>

#include <zip.h>

namespace lth::sheet {
namespace {

core::Rejection broken_archive(std::string detail) {
    return core::make_rejection("sheet.broken_archive", {}, {{"detail", std::move(detail)}});
}

std::string text_of(zip_error_t* error) {
    std::string text = zip_error_strerror(error);
    zip_error_fini(error);
    return text;
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// Excel writes names as they are, some other programs in another case.
std::optional<zip_uint64_t> locate(zip_t* archive, const std::string& path) {
    auto at = zip_name_locate(archive, path.c_str(), 0);
    if (at < 0) at = zip_name_locate(archive, path.c_str(), ZIP_FL_NOCASE);
    return at < 0 ? std::nullopt : std::optional(static_cast<zip_uint64_t>(at));
}

}  // namespace

void Archive::Close::operator()(zip* archive) const { zip_discard(archive); }

Archive::Archive(std::unique_ptr<zip, Close> archive, const Limits& limits)
    : archive_(std::move(archive)), limit_(limits.unpacked_bytes), left_(limits.unpacked_bytes) {}

core::Result<Archive> Archive::open(std::string_view bytes, const Limits& limits) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return std::unexpected(broken_archive(text_of(&error)));
    zip_t* opened = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (opened == nullptr) {
        zip_source_free(source);
        return std::unexpected(broken_archive(text_of(&error)));
    }
    zip_error_fini(&error);
    Archive archive(std::unique_ptr<zip, Close>(opened), limits);
    if (static_cast<std::size_t>(zip_get_num_entries(opened, 0)) > limits.parts) {
        return core::reject("sheet.too_many_parts", {}, {{"limit", std::to_string(limits.parts)}});
    }
    return archive;
}

bool Archive::has(const std::string& path) const {
    return locate(archive_.get(), path).has_value();
}

core::Result<std::string> Archive::read(const std::string& path) {
    const auto index = locate(archive_.get(), path);
    if (!index) return core::reject("sheet.missing_part", {}, {{"part", path}});
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), *index, 0));
    if (file == nullptr) return std::unexpected(broken());

    zip_stat_t stat;
    const bool sized =
        zip_stat_index(archive_.get(), *index, 0, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0;
    std::string bytes;
    bytes.reserve(sized ? std::min<std::size_t>(stat.size, left_) : 0);  // a hint: it may lie
    constexpr std::size_t step = mebibyte / 4;
    while (true) {
        const std::size_t before = bytes.size();
        bytes.resize(before + step);
        const auto got = zip_fread(file.get(), bytes.data() + before, step);
        if (got < 0) return std::unexpected(broken_archive(path));
        bytes.resize(before + static_cast<std::size_t>(got));
        if (bytes.size() > left_) {
            return core::reject("sheet.too_large", {},
                                {{"limit", std::to_string(limit_ / mebibyte)}});
        }
        if (got == 0) break;
    }
    left_ -= bytes.size();
    return bytes;
}

core::Rejection Archive::broken() const {
    zip_error_t* error = zip_get_error(archive_.get());
    const int code = zip_error_code_zip(error);
    if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP) {
        return core::make_rejection("sheet.encrypted");
    }
    return broken_archive(zip_error_strerror(error));
}

}  // namespace lth::sheet
