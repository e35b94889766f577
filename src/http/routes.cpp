#include "http/routes.hpp"

#include <array>

#include "http/handlers/handlers.hpp"
#include "http/handlers/office.hpp"
#include "http/limits.hpp"

namespace lth::http {
namespace {

constexpr std::string_view dates = "as_of units_as_of known_at scheme lang unit";
constexpr std::string_view list = "as_of units_as_of known_at scheme lang unit q offset limit";
constexpr std::string_view page = "closed offset limit";
constexpr std::string_view book = "as_of units_as_of known_at scheme lang after";

constexpr std::array routes = {
    Route{Method::get, "/", get_home, "home", "lang", Access::anyone},
    Route{Method::get, "/standing", get_standing, "standing", dates, Access::figures},
    Route{Method::get, "/claims", get_claims, "claims", dates, Access::figures},
    Route{Method::get, "/units", get_units, "units", dates, Access::figures},
    Route{Method::get, "/units/{code}", get_units, "unit", dates, Access::figures},
    Route{Method::get, "/clubs", get_clubs, "clubs", list, Access::figures},
    Route{Method::get, "/clubs/{id}/card", get_card, "card", "lang"},
    Route{Method::post, "/clubs/{id}/card", post_card, "make_card", "lang"},
    Route{Method::get, "/books/{id}/people/{person}", get_person, "person", "reason lang"},
    Route{Method::get, "/clubs/{id}", get_club, "club", dates, Access::books},
    Route{Method::get, "/books/{id}", get_book, "book", book, Access::books},
    Route{Method::get, "/books/{id}/{seq}", get_entry, "entry", book, Access::books},
    Route{Method::get, "/club", get_club_app, "club_app", "", Access::anyone},
    Route{Method::get, "/check", get_club_app, "check_app", "", Access::anyone},
    Route{Method::get, "/desk", get_desk_app, "desk_app", "", Access::anyone},
    Route{Method::get, "/app/{name}", get_app_file, "app", "", Access::anyone},
    Route{Method::get, "/assets/{name}", get_asset, "asset", "v", Access::anyone},
    Route{Method::get, "/healthz", get_health, "health", "", Access::anyone},
    Route{Method::get, "/metrics", get_metrics, "metrics", "", Access::anyone},
    Route{Method::post, "/api/v1/devices", api_bind_device, "api_bind_device", "", Access::anyone},
    Route{Method::post, sync_path, api_sync, "api_sync", "", Access::anyone},
    Route{Method::get, "/api/v1/status", api_status, "api_status", dates, Access::figures},
    Route{Method::get, "/api/v1/claims", api_claims, "api_claims", dates, Access::figures},
    Route{Method::get, "/api/v1/units", api_units, "api_units", "as_of lang", Access::figures},
    Route{Method::get, "/api/v1/clubs", api_clubs, "api_clubs", list, Access::figures},
    Route{Method::get, "/api/v1/clubs/{id}", api_club, "api_club", dates, Access::books},
    Route{Method::get, "/api/v1/books/{id}/entries", api_entries, "api_entries", "after lang",
          Access::books},
    Route{Method::post, "/api/v1/books/{id}/entries", api_record, "api_record", ""},
    Route{Method::get, "/api/v1/cases", api_cases, "api_cases", page},
    Route{Method::get, "/api/v1/books/{id}/cases", api_book_cases, "api_book_cases", page},
    Route{Method::get, "/api/v1/books/{id}/cases/{entry}", api_case, "api_case", ""},
    Route{Method::post, "/api/v1/books/{id}/cases/{entry}", api_decide_case, "api_decide_case", ""},
    Route{Method::get, "/api/v1/my/clubs", api_my_clubs, "api_my_clubs", "offset limit"},
    Route{Method::get, "/api/v1/books/{id}/devices", api_devices, "api_devices", ""},
    Route{Method::post, "/api/v1/books/{id}/cards", api_make_card, "api_make_card", ""},
    Route{Method::post, "/api/v1/books/{id}/leave", api_give_leave, "api_give_leave", ""},
    Route{Method::put, "/api/v1/devices/{id}", api_rename_device, "api_rename_device", ""},
    Route{Method::remove, "/api/v1/devices/{id}", api_revoke_device, "api_revoke_device", ""},
    Route{Method::post, "/api/v1/devices/{id}/lost", api_lost_device, "api_lost_device", ""},
    Route{Method::get, "/api/v1/books/{id}/members", api_members, "api_members", ""},
    Route{Method::get, "/api/v1/books/{id}/people/{person}", api_person, "api_person", "reason"},
    Route{Method::remove, "/api/v1/books/{id}/people/{person}", api_erase_person,
          "api_erase_person", ""},
    Route{Method::get, "/api/v1/criteria", api_criteria, "api_criteria", "", Access::anyone},
    Route{Method::put, "/api/v1/attachments/{sha256}", api_put_attachment, "api_put_attachment",
          "", Access::anyone},
    Route{Method::get, "/api/v1/attachments/{sha256}", api_attachment, "api_attachment", "",
          Access::anyone},
};

}  // namespace

std::span<const Route> all_routes() { return routes; }

}  // namespace lth::http
