// What handlers may use.
#pragma once

#include "app/phones.hpp"
#include "app/reading.hpp"
#include "http/metrics.hpp"

namespace lth::http {

struct Services {
    app::Reading& reading;
    app::Phones& phones;
    Metrics& metrics;
};

}  // namespace lth::http
