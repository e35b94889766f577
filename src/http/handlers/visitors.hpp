// Who knocks at the door, and what his browser is given to keep.
#pragma once

#include "app/sign_in_desk.hpp"
#include "http/router.hpp"

namespace lth::http {

[[nodiscard]] app::Visitor visitor_of(const Call& call);

void keep_admitted(Response& response, const app::Admitted& admitted);

/// Reads the body of a form of our own pages. Rule http.request.malformed.
[[nodiscard]] core::Result<Target> read_form(const Request& request);

}  // namespace lth::http
