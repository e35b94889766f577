// Every limit of the server, named in one place. Tests make them small.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "app/attachments.hpp"
#include "intake/desk.hpp"

namespace lth::http {

/// Of what phones send, before and after it is unpacked.
inline constexpr std::size_t max_sync_bytes = 1024 * 1024;

struct Limits {
    // A request.
    std::size_t header_bytes = 8 * 1024;
    std::size_t body_bytes = 64 * 1024;
    std::size_t sync_body_bytes = max_sync_bytes;
    std::size_t attachment_bytes = app::max_attachment_bytes;
    std::size_t import_bytes = intake::max_import_bytes;
    std::size_t target_bytes = 4 * 1024;

    // Time for each stage of a connection. A client that sends a byte a second ends here.
    std::chrono::milliseconds handshake_time{10'000};  // of TLS
    std::chrono::milliseconds idle_time{60'000};       // until the first byte of a request
    std::chrono::milliseconds header_time{10'000};  // from the first byte to the end of the header
    std::chrono::milliseconds body_time{20'000};
    std::chrono::milliseconds import_time{120'000};  // likewise, of a workbook over a slow line
    std::chrono::milliseconds write_time{30'000};
    std::chrono::milliseconds linger_time{1'000};  // after an answer that closes the connection
    std::chrono::milliseconds stop_time{10'000};   // for running requests after a signal
    std::chrono::milliseconds accept_pause{100};   // when no file descriptor is free
    std::chrono::milliseconds certificate_time{60'000};  // between two looks at its files

    // Above it the connection that has waited longest without a whole request is closed.
    std::size_t connections = 4096;
    int backlog = 1024;

    // Requests that wait for a worker or have one; above it the answer is 503.
    std::size_t queued_requests = 256;
    std::size_t workers = 4;
    // Workbooks on their way at once, and large tables to make one of: with a session, one a
    // client: each may be `import_bytes`.
    std::size_t imports = 4;
    // Of them, those that may hash a password at once (app/passwords.hpp); above it 503.
    std::size_t hashing = 2;
};

struct Rate {
    int a_minute;  // in the long run
    int at_once;
};

/// Generous: a village hall has 64 phones behind one address, and each may bring a year's pages.
/// What they stop is a program that does not stop by itself.
struct RateLimits {
    Rate address{.a_minute = 1'800, .at_once = 3'600};
    Rate device{.a_minute = 120, .at_once = 240};
    std::size_t most_kept = 100'000;  // buckets of each kind, about 15 MB
};

inline constexpr std::string_view sync_path = "/api/v1/sync";
inline constexpr std::string_view entries_path_end = "/entries";
inline constexpr std::string_view workbook_path = "/api/v1/workbook";
inline constexpr std::string_view imports_path = "/api/v1/imports";
inline constexpr std::string_view attachments_path = "/api/v1/attachments/";

// What a request target may hold.
inline constexpr std::size_t max_segments = 16;
inline constexpr std::size_t max_parameters = 32;
inline constexpr std::size_t max_parameter_bytes = 512;

// Pages of lists and books (books.md: 500 entries or 1 MiB, but at least one).
inline constexpr std::size_t max_page_entries = 500;
inline constexpr std::size_t max_page_bytes = 1024 * 1024;
inline constexpr std::size_t default_page_clubs = 100;
inline constexpr std::size_t max_page_clubs = 500;
// Of the names of what a target lacks.
inline constexpr std::size_t max_page_missing = 500;
// Of the desk's lists.
inline constexpr std::size_t default_page_lines = 50;
inline constexpr std::size_t max_page_lines = 500;
inline constexpr std::size_t max_offset = 1'000'000;
inline constexpr std::size_t default_page_reads = 100;
inline constexpr std::size_t max_page_reads = 500;

// What a query may say.
inline constexpr std::uint64_t first_year = 1900;
inline constexpr std::uint64_t last_year = 2199;
inline constexpr std::uint64_t max_entries = 1'000'000'000;  // of a book

// Text answers below this size are not worth compressing.
inline constexpr std::size_t min_gzip_bytes = 1400;

}  // namespace lth::http
