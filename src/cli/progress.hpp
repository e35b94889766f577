// "37 %" on standard error: rewritten on a terminal, every tenth elsewhere.
#pragma once

#include <fmt/core.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <string_view>

namespace lth::cli {

class ProgressLine {
public:
    void show(std::size_t done, std::size_t all, std::string_view unit) {
        const auto percent = all == 0 ? 100 : done * 100 / all;
        if (percent == shown_) return;
        shown_ = percent;
        if (!terminal_ && percent % 10 != 0) return;
        fmt::print(stderr, "{}{:3} %  {} / {} {}{}", terminal_ ? "\r" : "", percent, done, all,
                   unit, terminal_ ? "" : "\n");
        if (terminal_ && percent == 100) fmt::print(stderr, "\n");
        std::fflush(stderr);
    }

private:
    bool terminal_ = isatty(STDERR_FILENO) != 0;
    std::size_t shown_ = 101;
};

}  // namespace lth::cli
