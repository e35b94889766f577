#include "http/metrics.hpp"

#include <fmt/format.h>

namespace lth::http {

void Metrics::count(std::string_view route, unsigned status, std::chrono::microseconds took) {
    const std::lock_guard lock(mutex_);
    auto& series = series_[{std::string(route), status}];
    ++series.requests;
    series.microseconds += static_cast<std::uint64_t>(took.count());
}

std::string Metrics::text() const {
    const std::lock_guard lock(mutex_);
    std::string requests = "# TYPE lth_http_requests_total counter\n";
    std::string seconds = "# TYPE lth_http_request_seconds_total counter\n";
    for (const auto& [key, series] : series_) {
        const auto labels = fmt::format("{{route=\"{}\",status=\"{}\"}}", key.first, key.second);
        requests += fmt::format("lth_http_requests_total{} {}\n", labels, series.requests);
        seconds += fmt::format("lth_http_request_seconds_total{} {}.{:06}\n", labels,
                               series.microseconds / 1'000'000, series.microseconds % 1'000'000);
    }
    return requests + seconds;
}

}  // namespace lth::http
