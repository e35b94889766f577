// One free function for each endpoint: parse, ask, show.
#pragma once

#include "http/router.hpp"
#include "http/services.hpp"

namespace lth::http {

// Pages.
core::Result<Response> get_home(const Call& call);
core::Result<Response> get_standing(const Call& call);
core::Result<Response> get_missing(const Call& call);
core::Result<Response> get_units(const Call& call);
core::Result<Response> get_clubs(const Call& call);
core::Result<Response> get_club(const Call& call);
core::Result<Response> get_book(const Call& call);
core::Result<Response> get_entry(const Call& call);
core::Result<Response> get_recorded(const Call& call);
core::Result<Response> get_claims(const Call& call);
core::Result<Response> get_club_app(const Call& call);
core::Result<Response> get_desk_app(const Call& call);
core::Result<Response> get_app_file(const Call& call);
core::Result<Response> get_asset(const Call& call);

// JSON.
core::Result<Response> api_status(const Call& call);
core::Result<Response> api_missing(const Call& call);
core::Result<Response> api_period(const Call& call);
core::Result<Response> api_units(const Call& call);
core::Result<Response> api_unit(const Call& call);
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

// Officers: the sign-in, and what each does for himself.
core::Result<Response> get_sign_in(const Call& call);
core::Result<Response> post_sign_in(const Call& call);
core::Result<Response> post_slip(const Call& call);
core::Result<Response> post_sign_out(const Call& call);
core::Result<Response> post_totp(const Call& call);
core::Result<Response> post_totp_code(const Call& call);
core::Result<Response> post_password(const Call& call);
core::Result<Response> post_reason(const Call& call);
core::Result<Response> api_sign_in(const Call& call);
core::Result<Response> api_me(const Call& call);
core::Result<Response> api_sign_out(const Call& call);
core::Result<Response> api_sessions(const Call& call);
core::Result<Response> api_end_session(const Call& call);
core::Result<Response> api_change_password(const Call& call);
core::Result<Response> api_begin_totp(const Call& call);
core::Result<Response> api_confirm_totp(const Call& call);
core::Result<Response> api_reset(const Call& call);
core::Result<Response> api_bind_own_device(const Call& call);
core::Result<Response> api_own_devices(const Call& call);
core::Result<Response> api_revoke_own_device(const Call& call);

// Accounts below, reasons, and what was read.
core::Result<Response> api_accounts(const Call& call);
core::Result<Response> api_make_account(const Call& call);
core::Result<Response> api_make_slip(const Call& call);
core::Result<Response> api_disable_account(const Call& call);
core::Result<Response> api_enable_account(const Call& call);
core::Result<Response> api_give_role(const Call& call);
core::Result<Response> api_end_role(const Call& call);
core::Result<Response> api_give_reason(const Call& call);
core::Result<Response> api_reads(const Call& call);

// For whoever runs the server.
core::Result<Response> get_health(const Call& call);
core::Result<Response> get_metrics(const Call& call);

}  // namespace lth::http
