#include "report/package.hpp"

#include <algorithm>
#include <memory>

#include <zip.h>

#include "app/fault.hpp"

namespace lth::report {
namespace {

// 1 January 1980, the first day that a zip archive can name.
constexpr zip_uint16_t fixed_day = 0x0021;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

core::Rejection broken(std::string detail) {
    return core::make_rejection("report.broken_archive", {}, {{"detail", std::move(detail)}});
}

std::string text_of(zip_error_t* error) {
    std::string text = zip_error_strerror(error);
    zip_error_fini(error);
    return text;
}

core::Rejection broken(zip_t* archive) {
    zip_error_t* error = zip_get_error(archive);
    const int code = zip_error_code_zip(error);
    if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP) {
        return core::make_rejection("report.encrypted");
    }
    return broken(std::string(zip_error_strerror(error)));
}

core::Result<Archive> open_archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return std::unexpected(broken(text_of(&error)));
    zip_t* opened = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (opened == nullptr) {
        zip_source_free(source);
        return std::unexpected(broken(text_of(&error)));
    }
    zip_error_fini(&error);
    return Archive(opened);
}

core::Result<std::string> unpack(zip_t* archive, zip_uint64_t index, std::size_t& left,
                                 const Limits& limits) {
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive, index, 0));
    if (file == nullptr) return std::unexpected(broken(archive));
    std::string bytes;
    constexpr std::size_t step = mebibyte / 4;
    while (true) {
        const std::size_t before = bytes.size();
        bytes.resize(before + step);
        const auto got = zip_fread(file.get(), bytes.data() + before, step);
        if (got < 0) return std::unexpected(broken(zip_get_name(archive, index, 0)));
        bytes.resize(before + static_cast<std::size_t>(got));
        if (bytes.size() > left) {
            return core::reject("report.too_large", {},
                                {{"limit", std::to_string(limits.unpacked_bytes / mebibyte)}});
        }
        if (got == 0) break;
    }
    left -= bytes.size();
    return bytes;
}

// libzip fails here only when memory does.
void must(bool value) {
    if (!value) {
        throw app::Fault("Không đóng gói được văn bản.", "The document cannot be packed.");
    }
}

}  // namespace

Part* Package::find(std::string_view path) {
    const auto found = std::ranges::find(parts, path, &Part::path);
    return found == parts.end() ? nullptr : &*found;
}

void Package::erase(std::string_view path) {
    std::erase_if(parts, [&](const Part& part) { return part.path == path; });
}

core::Result<Package> read_package(std::string_view bytes, std::string_view wanted,
                                   const Limits& limits) {
    if (!bytes.starts_with("PK")) {
        return core::reject("report.not_a_template", {}, {{"wanted", std::string(wanted)}});
    }
    const auto archive = open_archive(bytes);
    if (!archive) return std::unexpected(archive.error());
    const auto count = zip_get_num_entries(archive->get(), 0);
    if (static_cast<std::size_t>(count) > limits.parts) {
        return core::reject("report.too_many_parts", {}, {{"limit", std::to_string(limits.parts)}});
    }
    Package package;
    std::size_t left = limits.unpacked_bytes;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        const char* name = zip_get_name(archive->get(), i, 0);
        if (name == nullptr) return std::unexpected(broken(archive->get()));
        std::string path(name);
        if (path.ends_with('/')) continue;  // a folder
        auto part = unpack(archive->get(), i, left, limits);
        if (!part) return std::unexpected(part.error());
        package.parts.push_back({std::move(path), std::move(*part)});
    }
    return package;
}

std::string write_package(const Package& package) {
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, FreeSource> target(
        zip_source_buffer_create(nullptr, 0, 0, &error));
    must(target != nullptr);
    zip_source_keep(target.get());  // one for the archive, one to read from
    Archive archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error));
    if (archive == nullptr) zip_source_free(target.get());
    must(archive != nullptr);
    for (const Part& part : package.parts) {
        zip_source_t* source =
            zip_source_buffer(archive.get(), part.bytes.data(), part.bytes.size(), 0);
        must(source != nullptr);
        const auto index = zip_file_add(archive.get(), part.path.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) zip_source_free(source);
        must(index >= 0);
        const auto at = static_cast<zip_uint64_t>(index);
        must(zip_set_file_compression(archive.get(), at, ZIP_CM_DEFLATE, 9) == 0);
        // Not a time: that would be turned into the local one of the machine.
        must(zip_file_set_dostime(archive.get(), at, 0, fixed_day, 0) == 0);
    }
    must(zip_close(archive.get()) == 0);
    (void)archive.release();  // closed
    zip_stat_t stat;
    must(zip_source_stat(target.get(), &stat) == 0 && zip_source_open(target.get()) == 0);
    std::string bytes(stat.size, '\0');
    const auto read = zip_source_read(target.get(), bytes.data(), bytes.size());
    zip_source_close(target.get());
    must(read == static_cast<zip_int64_t>(bytes.size()));
    return bytes;
}

}  // namespace lth::report
