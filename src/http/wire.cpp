#include "http/wire.hpp"

#include <algorithm>
#include <boost/beast/http.hpp>

namespace lth::http {
namespace {

namespace wire = boost::beast::http;

Method method_of(wire::verb verb) {
    switch (verb) {
        case wire::verb::get:
            return Method::get;
        case wire::verb::head:
            return Method::head;
        case wire::verb::post:
            return Method::post;
        case wire::verb::put:
            return Method::put;
        case wire::verb::delete_:
            return Method::remove;
        default:
            return Method::other;
    }
}

std::string_view view(boost::core::string_view text) { return {text.data(), text.size()}; }

}  // namespace

std::string lines_of(const RequestParser::value_type& message, std::string_view name) {
    std::string all;
    const auto [begin, end] = message.equal_range({name.data(), name.size()});
    for (auto line = begin; line != end; ++line) {
        if (!all.empty()) all += ',';
        all += view(line->value());
    }
    return all;
}

void limit(RequestParser& parser, const Limits& limits) {
    parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    // The most that any path may have, else a workbook ends here; by path: limit_body.
    parser.body_limit(std::max(limits.sync_body_bytes, limits.import_bytes));
}

std::optional<core::Rejection> refusal_of(const boost::system::error_code& error,
                                          const Limits& limits) {
    const auto fact = [](std::size_t bytes) { return core::Fact{"limit", std::to_string(bytes)}; };
    if (error == wire::error::header_limit || error == wire::error::buffer_overflow) {
        return core::make_rejection("http.header.too_large", {}, {fact(limits.header_bytes)});
    }
    if (error == wire::error::body_limit) {
        return core::make_rejection("http.body.too_large", {}, {fact(limits.body_bytes)});
    }
    if (error == wire::error::end_of_stream || error == wire::error::partial_message) {
        return std::nullopt;
    }
    const bool is_grammar =
        error.category() == wire::make_error_code(wire::error::bad_method).category();
    if (is_grammar) return core::make_rejection("http.request.malformed");
    return std::nullopt;
}

bool takes_workbook(RequestParser& parser) {
    const auto target = view(parser.get().target());
    const auto path = target.substr(0, target.find('?'));
    return parser.get().method() == wire::verb::post &&
           (path == imports_path || path == workbook_path);
}

bool is_waited_for_alone(RequestParser& parser, const Limits& limits) {
    const auto length = parser.content_length();
    const bool is_table = view(parser.get().target()) == workbook_path;
    return takes_workbook(parser) && !(is_table && length && *length <= limits.sync_body_bytes);
}

std::optional<core::Rejection> limit_body(RequestParser& parser, const Limits& limits) {
    const auto path = view(parser.get().target());
    const bool is_large = path == sync_path || path.ends_with(entries_path_end);
    const auto most = is_large                             ? limits.sync_body_bytes
                      : takes_workbook(parser)             ? limits.import_bytes
                      : path.starts_with(attachments_path) ? limits.attachment_bytes
                                                           : limits.body_bytes;
    parser.body_limit(most);
    const auto length = parser.content_length();
    if (!length || *length <= most) return std::nullopt;
    return core::make_rejection("http.body.too_large", {}, {{"limit", std::to_string(most)}});
}

core::Result<Request> request_of(RequestParser& parser, const Limits& limits, const Peer& peer,
                                 const TrustedProxies& trusted) {
    auto message = parser.release();
    if (message.target().size() > limits.target_bytes) {
        return core::reject("http.target.too_long", {},
                            {{"limit", std::to_string(limits.target_bytes)}});
    }
    auto target = parse_target(view(message.target()));
    if (!target) return std::unexpected(std::move(target.error()));
    return Request{
        .method = method_of(message.method()),
        .target = std::move(*target),
        .if_none_match = std::string(view(message[wire::field::if_none_match])),
        .authorization = std::string(view(message[wire::field::authorization])),
        .cookies = std::string(view(message[wire::field::cookie])),
        .origin = std::string(view(message[wire::field::origin])),
        .fetch_site = std::string(view(message["Sec-Fetch-Site"])),
        .host = std::string(view(message[wire::field::host])),
        .user_agent = std::string(view(message[wire::field::user_agent])),
        .content_type = std::string(view(message[wire::field::content_type])),
        .content_encoding = lines_of(message, "Content-Encoding"),
        .body = std::move(message.body()),
        .client = client_address(peer, lines_of(message, "X-Forwarded-For"), trusted),
        .is_secure = peer.is_secure ||
                     (peer.is_trusted && lines_of(message, "X-Forwarded-Proto") == "https"),
        .takes_gzip = wire::token_list{message[wire::field::accept_encoding]}.exists("gzip"),
        .takes_brotli = wire::token_list{message[wire::field::accept_encoding]}.exists("br"),
    };
}

}  // namespace lth::http
