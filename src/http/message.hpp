// A request and an answer as handlers see them: values, no sockets.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.hpp"
#include "http/target.hpp"

namespace lth::http {

enum class Method { get, head, post, put, remove, other };
[[nodiscard]] std::string_view to_text(Method method);

struct Request {
    Method method = Method::get;
    Target target;
    std::string if_none_match;
    std::string authorization;
    std::string cookies = {};     // the header as it came: http/cookies.hpp
    std::string origin = {};      // of the page that asks, as the browser says
    std::string fetch_site = {};  // Sec-Fetch-Site
    std::string host = {};
    std::string user_agent = {};
    std::string content_type = {};
    std::string content_encoding = {};  // of the body
    std::string body;
    std::string client;      // its address, as far as it can be believed
    bool is_secure = false;  // came through TLS, here or at a trusted proxy
    bool takes_gzip = false;
    bool takes_brotli = false;
};

enum class Caching {
    never,       // figures move
    revalidate,  // by ETag
    a_year,      // the address names the content
};

struct Response {
    unsigned status = 200;
    std::string content_type = "text/plain; charset=utf-8";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
    Caching caching = Caching::never;
    std::string_view route = "none";  // the route's name, for log and metrics
};

[[nodiscard]] Response json_response(std::string body);

/// `?lang=en` is English, all else Vietnamese.
[[nodiscard]] core::Language language_of(const Target& target);

}  // namespace lth::http
