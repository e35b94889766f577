// Endpoints of officers over clubs: entries, cases, cards and phones, papers, one person's
// record.
#pragma once

#include "http/router.hpp"
#include "http/services.hpp"

namespace lth::http {

core::Result<Response> api_record(const Call& call);
core::Result<Response> api_cases(const Call& call);
core::Result<Response> api_book_cases(const Call& call);
core::Result<Response> api_case(const Call& call);
core::Result<Response> api_decide_case(const Call& call);

core::Result<Response> api_my_clubs(const Call& call);
core::Result<Response> api_devices(const Call& call);
core::Result<Response> api_cards(const Call& call);
core::Result<Response> api_make_card(const Call& call);
core::Result<Response> api_cancel_card(const Call& call);
core::Result<Response> api_rename_device(const Call& call);
core::Result<Response> api_revoke_device(const Call& call);
core::Result<Response> api_lost_device(const Call& call);
core::Result<Response> api_give_leave(const Call& call);

core::Result<Response> api_members(const Call& call);
core::Result<Response> api_book_attachment(const Call& call);
core::Result<Response> api_person(const Call& call);
core::Result<Response> api_ask_person(const Call& call);
core::Result<Response> api_erase_person(const Call& call);

core::Result<Response> api_work(const Call& call);
core::Result<Response> api_paper(const Call& call);
core::Result<Response> api_keep_paper(const Call& call);

// The work of the scheme.
core::Result<Response> api_associations(const Call& call);
core::Result<Response> api_counterparts(const Call& call);
core::Result<Response> api_matters(const Call& call);
core::Result<Response> api_visits(const Call& call);
core::Result<Response> api_quotas(const Call& call);
core::Result<Response> api_open_grants(const Call& call);
core::Result<Response> api_care(const Call& call);
core::Result<Response> api_register(const Call& call);
core::Result<Response> api_estate(const Call& call);
core::Result<Response> api_hand_over(const Call& call);
core::Result<Response> api_take_over(const Call& call);

// The books of the whole province.
core::Result<Response> api_schemes(const Call& call);
core::Result<Response> api_draft_scheme(const Call& call);
core::Result<Response> api_clusters(const Call& call);
core::Result<Response> api_map(const Call& call);
core::Result<Response> api_unit_story(const Call& call);

core::Result<Response> api_reports(const Call& call);
core::Result<Response> api_report(const Call& call);
core::Result<Response> api_issue_report(const Call& call);
core::Result<Response> api_issued(const Call& call);
core::Result<Response> api_issued_file(const Call& call);
core::Result<Response> api_issued_changes(const Call& call);

// Rating of clubs.
core::Result<Response> api_ratings(const Call& call);
core::Result<Response> api_rating(const Call& call);

/// A table that the browser shows, as a file.
core::Result<Response> api_workbook(const Call& call);

// Spreadsheets that are taken in.
core::Result<Response> api_imports(const Call& call);
core::Result<Response> api_hand_in(const Call& call);
core::Result<Response> api_my_import(const Call& call);
core::Result<Response> api_choose_import(const Call& call);
core::Result<Response> api_drop_import(const Call& call);
core::Result<Response> api_write_import(const Call& call);
core::Result<Response> api_stop_import(const Call& call);
core::Result<Response> api_undo_import(const Call& call);
/// What the books hold of a unit, as a workbook to correct and hand in again.
core::Result<Response> api_books_out(const Call& call);
/// An empty form to fill in.
core::Result<Response> api_import_form(const Call& call);

// Pages.
core::Result<Response> get_report(const Call& call);
core::Result<Response> get_card(const Call& call);
core::Result<Response> post_card(const Call& call);
core::Result<Response> post_cancel_card(const Call& call);

}  // namespace lth::http
