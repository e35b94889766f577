// Counts of answers by route and status, as Prometheus reads them.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace lth::http {

class Metrics {
public:
    void count(std::string_view route, unsigned status, std::chrono::microseconds took);
    /// The text exposition format, version 0.0.4.
    [[nodiscard]] std::string text() const;

private:
    struct Series {
        std::uint64_t requests = 0;
        std::uint64_t microseconds = 0;
    };
    mutable std::mutex mutex_;
    std::map<std::pair<std::string, unsigned>, Series> series_;
};

}  // namespace lth::http
