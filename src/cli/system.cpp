#include "cli/system.hpp"

#include <openssl/rand.h>

#include <chrono>

#include "view_json/time.hpp"

namespace lth::cli {

std::int64_t SystemClock::now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void SystemIds::fill(std::span<std::uint8_t> bytes) {
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
        throw app::Fault("Máy không cho số ngẫu nhiên.", "The machine gives no random numbers.");
    }
}

void add_question(CLI::App& app, app::Question& question) {
    add_date(app, "--as-of", question.as_of, "số liệu đến ngày · facts up to this day");
    add_date(app, "--units-as-of", question.units_as_of, "bản đồ ngày · the map of this day");
    app.add_option_function<std::string>(
           "--known-at",
           [&question](const std::string& text) {
               question.known_at = view_json::parse_instant(text);
           },
           "theo hiểu biết lúc · as known at (2025-01-31, 2025-01-31T08:00:00Z or ms)")
        ->check([](const std::string& text) {
            if (view_json::parse_instant(text)) return std::string();
            return in_both(core::make_rejection("question.time.malformed", {}, {{"value", text}}));
        });
    app.add_option("--unit", question.unit, "mã đơn vị · code of a unit");
    app.add_option("--scheme", question.scheme, "mã đề án · id of a scheme");
}

}  // namespace lth::cli
