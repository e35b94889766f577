// The pages on which an officer signs in, and keeps his own account.
#pragma once

#include "app/officers.hpp"
#include "http/pages/page.hpp"

namespace lth::http::pages {

struct SignInView {
    std::optional<app::Me> me = {};  // who is signed in
    std::optional<core::Rejection> refused = {};
    std::optional<app::TotpSetup> setup = {};  // begun just now
    std::string login = {};
    std::string next = {};  // where to go on
    bool slip_done = false;
};

[[nodiscard]] Response sign_in_page(const Links& links, const SignInView& view, unsigned status);

/// Asks for the reason that opens a book's names.
[[nodiscard]] Response reason_page(const Links& links, const core::BookId& book,
                                   const std::optional<core::Rejection>& refused);

/// The form of it, for pages of the book.
void draw_reason(Page& page, const core::BookId& book);

}  // namespace lth::http::pages
