#include "http/routes.hpp"

#include <array>

#include "http/handlers/handlers.hpp"
#include "http/limits.hpp"

namespace lth::http {
namespace {

constexpr std::string_view dates = "as_of units_as_of known_at scheme lang unit";
constexpr std::string_view list = "as_of units_as_of known_at scheme lang unit q offset limit";
constexpr std::string_view book = "as_of units_as_of known_at scheme lang after";

constexpr std::array routes = {
    Route{Method::get, "/", get_home, "home", "lang"},
    Route{Method::get, "/standing", get_standing, "standing", dates},
    Route{Method::get, "/claims", get_claims, "claims", dates},
    Route{Method::get, "/units", get_units, "units", dates},
    Route{Method::get, "/units/{code}", get_units, "unit", dates},
    Route{Method::get, "/clubs", get_clubs, "clubs", list},
    Route{Method::get, "/clubs/{id}", get_club, "club", dates},
    Route{Method::get, "/books/{id}", get_book, "book", book},
    Route{Method::get, "/books/{id}/{seq}", get_entry, "entry", book},
    Route{Method::get, "/club", get_club_app, "club_app", ""},
    Route{Method::get, "/app/{name}", get_app_file, "app", ""},
    Route{Method::get, "/assets/{name}", get_asset, "asset", "v"},
    Route{Method::get, "/healthz", get_health, "health", ""},
    Route{Method::get, "/metrics", get_metrics, "metrics", ""},
    Route{Method::post, "/api/v1/devices", api_bind_device, "api_bind_device", ""},
    Route{Method::post, sync_path, api_sync, "api_sync", ""},
    Route{Method::put, "/api/v1/attachments/{sha256}", api_put_attachment, "api_put_attachment",
          ""},
    Route{Method::get, "/api/v1/attachments/{sha256}", api_attachment, "api_attachment", ""},
    Route{Method::get, "/api/v1/status", api_status, "api_status", dates},
    Route{Method::get, "/api/v1/claims", api_claims, "api_claims", dates},
    Route{Method::get, "/api/v1/units", api_units, "api_units", "as_of lang"},
    Route{Method::get, "/api/v1/clubs", api_clubs, "api_clubs", list},
    Route{Method::get, "/api/v1/clubs/{id}", api_club, "api_club", dates},
    Route{Method::get, "/api/v1/books/{id}/entries", api_entries, "api_entries", "after lang"},
};

}  // namespace

std::span<const Route> all_routes() { return routes; }

}  // namespace lth::http
