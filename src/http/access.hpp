// Who may ask a route, and who is asking: decided before its handler runs.
#pragma once

#include <cstdint>

#include "app/sessions.hpp"
#include "http/message.hpp"

namespace lth::http {

struct Call;
struct Route;
struct Services;

/// What whoever has not signed in may see (`serve --public`).
enum class Public : std::uint8_t {
    none,     // the phones' app, /check and the sign-in
    figures,  // and where the scheme stands, units, claims, the list of clubs
    books,    // and clubs and books, without private parts: for a demonstration
};

enum class Access : std::uint8_t {
    anyone,     // open by itself, or it asks for another key than a session
    figures,    // open if figures are public, else signed in
    books,      // open if books are public, else signed in
    signed_in,  // a session that wants for nothing
    session,    // also one that must first set up its second factor or change its password
};

/// Who is at the other end. Rule session.none.
[[nodiscard]] core::Result<app::SignedIn> signed_in(const Call& call);

/// Refuses what another site made a browser send. Rules session.other_site, session.not_json.
/// Called for every route that is not GET and asks for a session.
[[nodiscard]] core::Result<void> same_site(const Request& request);
/// The same for a route that takes a file. Rules session.other_site, import.not_file.
[[nodiscard]] core::Result<void> same_site_file(const Request& request);
/// The same for a form of our own pages. Rule session.other_site.
[[nodiscard]] core::Result<void> same_origin(const Request& request);

/// Reads the cookie of a session.
[[nodiscard]] core::Result<app::FoundSession> find_session(const Request& request,
                                                           const Services& services);

/// Rules session.*.
[[nodiscard]] core::Result<void> check_access(const Route& route, const Call& call);

}  // namespace lth::http
