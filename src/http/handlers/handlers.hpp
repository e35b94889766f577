// One free function for each endpoint: parse, ask, show.
#pragma once

#include "http/router.hpp"
#include "http/services.hpp"

namespace lth::http {

// Pages.
core::Result<Response> get_home(const Call& call);
core::Result<Response> get_standing(const Call& call);
core::Result<Response> get_units(const Call& call);
core::Result<Response> get_clubs(const Call& call);
core::Result<Response> get_club(const Call& call);
core::Result<Response> get_book(const Call& call);
core::Result<Response> get_entry(const Call& call);
core::Result<Response> get_claims(const Call& call);
core::Result<Response> get_club_app(const Call& call);
core::Result<Response> get_desk_app(const Call& call);
core::Result<Response> get_app_file(const Call& call);
core::Result<Response> get_asset(const Call& call);

// JSON.
core::Result<Response> api_status(const Call& call);
core::Result<Response> api_units(const Call& call);
core::Result<Response> api_clubs(const Call& call);
core::Result<Response> api_club(const Call& call);
core::Result<Response> api_entries(const Call& call);
core::Result<Response> api_claims(const Call& call);
core::Result<Response> api_criteria(const Call& call);

// Phones of clubs.
core::Result<Response> api_bind_device(const Call& call);
core::Result<Response> api_sync(const Call& call);
core::Result<Response> api_put_attachment(const Call& call);
core::Result<Response> api_attachment(const Call& call);

// For whoever runs the server.
core::Result<Response> get_health(const Call& call);
core::Result<Response> get_metrics(const Call& call);

}  // namespace lth::http
