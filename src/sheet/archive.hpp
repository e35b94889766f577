// The parts of a zip archive held in memory, unpacked within limits.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "sheet/limits.hpp"

struct zip;

namespace lth::sheet {

class Archive {
public:
    /// `bytes` must outlive the archive.
    [[nodiscard]] static core::Result<Archive> open(std::string_view bytes, const Limits& limits);

    [[nodiscard]] bool has(const std::string& path) const;

    /// Unpacks one part. What all parts together unpack to is bounded, whatever the archive says of
    /// their sizes.
    [[nodiscard]] core::Result<std::string> read(const std::string& path);

private:
    struct Close {
        void operator()(zip* archive) const;
    };

    Archive(std::unique_ptr<zip, Close> archive, const Limits& limits);
    [[nodiscard]] core::Rejection broken() const;

    std::unique_ptr<zip, Close> archive_;
    std::size_t limit_;
    std::size_t left_;  // bytes that may still be unpacked
};

}  // namespace lth::sheet
