// What handlers may use.
#pragma once

#include "app/reading.hpp"
#include "http/metrics.hpp"

namespace lth::http {

struct Services {
    app::Reading& reading;
    Metrics& metrics;
};

}  // namespace lth::http
