// What handlers may use.
#pragma once

#include "app/phones.hpp"
#include "app/reading.hpp"
#include "http/metrics.hpp"
#include "http/rates.hpp"

namespace lth::http {

struct Services {
    app::Reading& reading;
    app::Phones& phones;
    Metrics& metrics;
    Rates& rates;
};

}  // namespace lth::http
