#include "http/routes.hpp"

#include <array>

#include "http/handlers/handlers.hpp"
#include "http/handlers/office.hpp"
#include "http/limits.hpp"

namespace lth::http {
namespace {

constexpr std::string_view dates = "as_of units_as_of known_at scheme lang unit";
constexpr std::string_view map = "as_of units_as_of known_at scheme lang unit measure";
constexpr std::string_view list = "as_of units_as_of known_at scheme lang unit q sort offset limit";
constexpr std::string_view names_of_target =
    "as_of units_as_of known_at scheme lang unit target offset limit";
constexpr std::string_view page = "closed offset limit";
constexpr std::string_view matters = "filter op year seq book q sort offset limit";
constexpr std::string_view in_register = "stage book q sort offset limit";
constexpr std::string_view report = "as_of units_as_of known_at scheme unit club year";
constexpr std::string_view shown_report = "as_of units_as_of known_at scheme unit club year lang";
constexpr std::string_view of_period = "as_of units_as_of known_at unit from";
constexpr std::string_view issue = "kind as_of units_as_of scheme unit club year";
constexpr std::string_view ratings = "year state unit q share draw drawn sort offset limit";
constexpr std::string_view book = "as_of units_as_of known_at scheme lang after";

constexpr std::array routes = {
    Route{Method::get, "/", get_home, "home", "lang", Access::anyone},
    Route{Method::get, "/standing", get_standing, "standing", dates, Access::figures},
    Route{Method::get, "/standing/missing", get_missing, "missing", names_of_target,
          Access::figures},
    Route{Method::get, "/claims", get_claims, "claims", dates, Access::figures},
    Route{Method::get, "/units", get_units, "units", map, Access::figures},
    Route{Method::get, "/units/{code}", get_units, "unit", map, Access::figures},
    Route{Method::get, "/clubs", get_clubs, "clubs", list, Access::figures},
    Route{Method::get, "/clubs/{id}/card", get_card, "card", "lang"},
    Route{Method::post, "/clubs/{id}/card", post_card, "make_card", "lang"},
    Route{Method::get, "/clubs/{id}", get_club, "club", dates, Access::books},
    Route{Method::get, "/reports/{kind}", get_report, "report", shown_report},
    Route{Method::get, "/books/{id}", get_book, "book", book, Access::books},
    Route{Method::get, "/books/{id}/{seq}", get_entry, "entry", book, Access::books},
    Route{Method::get, "/recorded", get_recorded, "recorded", "by before book seq lang"},
    Route{Method::get, "/club", get_club_app, "club_app", "", Access::anyone},
    Route{Method::get, "/check", get_club_app, "check_app", "", Access::anyone},
    Route{Method::get, "/desk", get_desk_app, "desk_app", "", Access::anyone},
    Route{Method::get, "/app/{name}", get_app_file, "app", "", Access::anyone},
    Route{Method::get, "/assets/{name}", get_asset, "asset", "v", Access::anyone},
    Route{Method::get, "/sign-in", get_sign_in, "sign_in",
          "as_of units_as_of known_at scheme unit lang next", Access::anyone},
    Route{Method::post, "/sign-in", post_sign_in, "post_sign_in", "lang", Access::anyone},
    Route{Method::post, "/sign-in/slip", post_slip, "post_slip", "lang", Access::anyone},
    Route{Method::post, "/sign-in/out", post_sign_out, "post_sign_out", "lang", Access::session},
    Route{Method::post, "/sign-in/totp", post_totp, "post_totp", "lang", Access::session},
    Route{Method::post, "/sign-in/code", post_totp_code, "post_totp_code", "lang", Access::session},
    Route{Method::post, "/sign-in/password", post_password, "post_password", "lang",
          Access::session},
    Route{Method::post, "/reasons", post_reason, "post_reason", dates, Access::signed_in},
    Route{Method::post, "/api/v1/session", api_sign_in, "api_sign_in", "", Access::anyone},
    Route{Method::get, "/api/v1/session", api_me, "api_me", "", Access::session},
    Route{Method::remove, "/api/v1/session", api_sign_out, "api_sign_out", "", Access::session},
    Route{Method::get, "/api/v1/sessions", api_sessions, "api_sessions", "", Access::session},
    Route{Method::remove, "/api/v1/sessions/{id}", api_end_session, "api_end_session", "",
          Access::session},
    Route{Method::post, "/api/v1/password", api_change_password, "api_change_password", "",
          Access::session},
    Route{Method::post, "/api/v1/totp", api_begin_totp, "api_begin_totp", "", Access::session},
    Route{Method::put, "/api/v1/totp", api_confirm_totp, "api_confirm_totp", "", Access::session},
    Route{Method::post, "/api/v1/reset", api_reset, "api_reset", "", Access::anyone},
    Route{Method::get, "/api/v1/accounts", api_accounts, "api_accounts", ""},
    Route{Method::post, "/api/v1/accounts", api_make_account, "api_make_account", ""},
    Route{Method::post, "/api/v1/accounts/{id}/slip", api_make_slip, "api_make_slip", ""},
    Route{Method::post, "/api/v1/accounts/{id}/disable", api_disable_account, "api_disable_account",
          ""},
    Route{Method::post, "/api/v1/accounts/{id}/enable", api_enable_account, "api_enable_account",
          ""},
    Route{Method::post, "/api/v1/accounts/{id}/roles", api_give_role, "api_give_role", ""},
    Route{Method::post, "/api/v1/accounts/{id}/roles/end", api_end_role, "api_end_role", ""},
    Route{Method::post, "/api/v1/devices/own", api_bind_own_device, "api_bind_own_device", ""},
    Route{Method::get, "/api/v1/devices/own", api_own_devices, "api_own_devices", ""},
    Route{Method::remove, "/api/v1/devices/own/{id}", api_revoke_own_device,
          "api_revoke_own_device", ""},
    Route{Method::post, "/api/v1/reasons", api_give_reason, "api_give_reason", ""},
    Route{Method::get, "/api/v1/reads", api_reads, "api_reads", "book before before_id limit"},
    Route{Method::get, "/healthz", get_health, "health", "", Access::anyone},
    Route{Method::get, "/metrics", get_metrics, "metrics", "", Access::anyone},
    Route{Method::post, "/api/v1/devices", api_bind_device, "api_bind_device", "", Access::anyone},
    Route{Method::post, sync_path, api_sync, "api_sync", "", Access::anyone},
    Route{Method::get, "/api/v1/status", api_status, "api_status", dates, Access::figures},
    Route{Method::get, "/api/v1/status/missing", api_missing, "api_missing", names_of_target,
          Access::figures},
    Route{Method::get, "/api/v1/period", api_period, "api_period", of_period},
    Route{Method::get, "/api/v1/claims", api_claims, "api_claims", dates, Access::figures},
    Route{Method::get, "/api/v1/units", api_units, "api_units", "as_of lang", Access::figures},
    Route{Method::get, "/api/v1/units/{code}", api_unit, "api_unit", dates, Access::figures},
    Route{Method::get, "/api/v1/clubs", api_clubs, "api_clubs", list, Access::figures},
    Route{Method::get, "/api/v1/clubs/{id}", api_club, "api_club", dates, Access::books},
    Route{Method::get, "/api/v1/books/{id}/entries", api_entries, "api_entries", "after limit lang",
          Access::books},
    Route{Method::post, "/api/v1/books/{id}/entries", api_record, "api_record", ""},
    Route{Method::get, "/api/v1/books/{id}/attachments/{sha256}", api_book_attachment,
          "api_book_attachment", ""},
    Route{Method::get, "/api/v1/cases", api_cases, "api_cases", page},
    Route{Method::get, "/api/v1/books/{id}/cases", api_book_cases, "api_book_cases", page},
    Route{Method::get, "/api/v1/books/{id}/cases/{entry}", api_case, "api_case", ""},
    Route{Method::post, "/api/v1/books/{id}/cases/{entry}", api_decide_case, "api_decide_case", ""},
    Route{Method::get, "/api/v1/my/clubs", api_my_clubs, "api_my_clubs", "q sort offset limit"},
    Route{Method::get, "/api/v1/books/{id}/devices", api_devices, "api_devices", ""},
    Route{Method::post, "/api/v1/books/{id}/cards", api_make_card, "api_make_card", ""},
    Route{Method::post, "/api/v1/books/{id}/leave", api_give_leave, "api_give_leave", ""},
    Route{Method::put, "/api/v1/devices/{id}", api_rename_device, "api_rename_device", ""},
    Route{Method::remove, "/api/v1/devices/{id}", api_revoke_device, "api_revoke_device", ""},
    Route{Method::post, "/api/v1/devices/{id}/lost", api_lost_device, "api_lost_device", ""},
    Route{Method::get, "/api/v1/books/{id}/members", api_members, "api_members", ""},
    Route{Method::get, "/api/v1/books/{id}/people/{person}", api_person, "api_person", ""},
    Route{Method::post, "/api/v1/books/{id}/people/{person}", api_ask_person, "api_ask_person", ""},
    Route{Method::remove, "/api/v1/books/{id}/people/{person}", api_erase_person,
          "api_erase_person", ""},
    Route{Method::get, "/api/v1/my/work", api_work, "api_work", "on offset limit"},
    Route{Method::get, "/api/v1/books/{id}/paper", api_paper, "api_paper", "on"},
    Route{Method::put, "/api/v1/books/{id}/paper", api_keep_paper, "api_keep_paper", ""},
    Route{Method::get, "/api/v1/my/associations", api_associations, "api_associations", ""},
    Route{Method::get, "/api/v1/associations", api_counterparts, "api_counterparts", ""},
    Route{Method::get, "/api/v1/matters/{area}", api_matters, "api_matters", matters},
    Route{Method::get, "/api/v1/my/register", api_register, "api_register", in_register},
    Route{Method::get, "/api/v1/books/{id}/estate", api_estate, "api_estate", ""},
    Route{Method::post, "/api/v1/books/{id}/handovers", api_hand_over, "api_hand_over", ""},
    Route{Method::post, "/api/v1/books/{id}/handovers/{handover}", api_take_over, "api_take_over",
          ""},
    Route{Method::get, "/api/v1/my/visits", api_visits, "api_visits", "q sort offset limit"},
    Route{Method::get, "/api/v1/quotas", api_quotas, "api_quotas", ""},
    Route{Method::get, "/api/v1/books/{id}/grants", api_open_grants, "api_open_grants", ""},
    Route{Method::get, "/api/v1/books/{id}/care", api_care, "api_care", "year"},
    Route{Method::get, "/api/v1/schemes", api_schemes, "api_schemes", ""},
    Route{Method::post, "/api/v1/schemes/draft", api_draft_scheme, "api_draft_scheme", ""},
    Route{Method::get, "/api/v1/clusters", api_clusters, "api_clusters", ""},
    Route{Method::get, "/api/v1/map", api_map, "api_map", ""},
    Route{Method::get, "/api/v1/map/{code}", api_unit_story, "api_unit_story", ""},
    Route{Method::get, "/api/v1/reports", api_reports, "api_reports", ""},
    Route{Method::get, "/api/v1/reports/{kind}", api_report, "api_report", report},
    Route{Method::get, "/api/v1/issued", api_issued, "api_issued", "offset limit"},
    Route{Method::post, "/api/v1/books/{id}/issued", api_issue_report, "api_issue_report", issue},
    Route{Method::get, "/api/v1/books/{id}/issued/{file}", api_issued_file, "api_issued_file", ""},
    Route{Method::get, "/api/v1/books/{id}/issued/{file}/changes", api_issued_changes,
          "api_issued_changes", ""},
    Route{Method::get, "/api/v1/my/ratings", api_ratings, "api_ratings", ratings},
    Route{Method::get, "/api/v1/books/{id}/rating", api_rating, "api_rating",
          "year criteria judged"},
    Route{Method::post, workbook_path, api_workbook, "api_workbook", ""},
    Route{Method::get, imports_path, api_imports, "api_imports", ""},
    Route{Method::post, imports_path, api_hand_in, "api_hand_in",
          "kind name as_of legal_basis partial"},
    Route{Method::get, "/api/v1/imports/mine", api_my_import, "api_my_import", ""},
    Route{Method::put, "/api/v1/imports/mine", api_choose_import, "api_choose_import", ""},
    Route{Method::remove, "/api/v1/imports/mine", api_drop_import, "api_drop_import", ""},
    Route{Method::post, "/api/v1/imports/mine/write", api_write_import, "api_write_import", ""},
    Route{Method::post, "/api/v1/imports/mine/stop", api_stop_import, "api_stop_import", ""},
    Route{Method::post, "/api/v1/imports/{id}/undo", api_undo_import, "api_undo_import", ""},
    Route{Method::get, "/api/v1/books-out", api_books_out, "api_books_out", "unit"},
    Route{Method::get, "/api/v1/import-forms/{kind}", api_import_form, "api_import_form", ""},
    Route{Method::get, "/api/v1/criteria", api_criteria, "api_criteria", "", Access::anyone},
    Route{Method::put, "/api/v1/attachments/{sha256}", api_put_attachment, "api_put_attachment", "",
          Access::anyone},
    Route{Method::get, "/api/v1/attachments/{sha256}", api_attachment, "api_attachment", "",
          Access::anyone},
};

}  // namespace

std::span<const Route> all_routes() { return routes; }

}  // namespace lth::http
