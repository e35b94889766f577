// What handlers may use.
#pragma once

#include "app/office.hpp"
#include "app/officers.hpp"
#include "app/phones.hpp"
#include "app/reading.hpp"
#include "http/access.hpp"
#include "http/metrics.hpp"
#include "http/rates.hpp"
#include "intake/desk.hpp"

namespace lth::http {

struct Services {
    app::Reading& reading;
    app::Phones& phones;
    Metrics& metrics;
    Rates& rates;
    app::OfficerDesk& officers;
    app::Office& office;
    Public open;
    intake::ImportDesk& imports;
};

}  // namespace lth::http
