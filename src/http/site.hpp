// A whole request to a whole answer: route, handler, refusals and faults in the reader's form.
#pragma once

#include "http/message.hpp"
#include "http/services.hpp"

namespace lth::http {

/// Never throws: a fault is logged and answered with 500.
[[nodiscard]] Response answer(const Request& request, const Services& services);

}  // namespace lth::http
