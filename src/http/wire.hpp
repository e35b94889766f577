// A request as it comes over the wire: Beast's parser under our limits, and what it has read as the
// value that handlers see. No sockets.
#pragma once

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "http/client_address.hpp"
#include "http/limits.hpp"
#include "http/message.hpp"

namespace lth::http {

using RequestParser = boost::beast::http::request_parser<boost::beast::http::string_body>;

/// What all lines of that name say, in their order, with commas between: a proxy may add one of its
/// own.
[[nodiscard]] std::string lines_of(const RequestParser::value_type& message, std::string_view name);

void limit(RequestParser& parser, const Limits& limits);

/// Once the header is read: how much body the path may have. Refused if more is announced.
[[nodiscard]] std::optional<core::Rejection> limit_body(RequestParser& parser,
                                                        const Limits& limits);

/// Once the header is read: whether its body may be a whole workbook, or the table of one.
[[nodiscard]] bool takes_workbook(RequestParser& parser);

/// Of these, whether it takes a place of its own among those on their way: a table that the desk
/// shows is mostly small, and travels as any other request.
[[nodiscard]] bool is_waited_for_alone(RequestParser& parser, const Limits& limits);

/// Takes what the parser has read; it must be done.
[[nodiscard]] core::Result<Request> request_of(RequestParser& parser, const Limits& limits,
                                               const Peer& peer = {},
                                               const TrustedProxies& trusted = {});

/// What to answer to a request that could not be read; nothing if nobody listens any more: the
/// client went away, or was too slow and Beast has closed the connection.
[[nodiscard]] std::optional<core::Rejection> refusal_of(const boost::system::error_code& error,
                                                        const Limits& limits);

}  // namespace lth::http
