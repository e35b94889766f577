// Whose request it is when a proxy stands in between: only a proxy that is trusted is believed.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace lth::http {

using TrustedProxies = std::vector<boost::asio::ip::address>;

/// The other end of a connection, and whom it may speak for.
struct Peer {
    boost::asio::ip::address address = {};
    bool is_secure = false;  // TLS ends in this process
    bool is_trusted = false;
};

/// An address of --trusted-proxy. Rule http.proxy.malformed.
[[nodiscard]] core::Result<boost::asio::ip::address> parse_proxy(std::string_view text);

[[nodiscard]] bool trusts(const TrustedProxies& trusted, const boost::asio::ip::address& peer);

/// What a trusted proxy says in X-Forwarded-For: the last address of the list that is not a trusted
/// proxy's own. Anything before it was said by the client. The peer's address otherwise.
[[nodiscard]] std::string client_address(const Peer& peer, std::string_view forwarded_for,
                                         const TrustedProxies& trusted);

/// What requests of a client are counted by: one household or operator has a whole IPv6 /64. Empty
/// for this machine: programs beside the server, or a proxy that it was not told of.
[[nodiscard]] std::string counted_as(std::string_view client);

/// The client is a program of this machine, as far as its address can be believed.
[[nodiscard]] bool is_this_machine(std::string_view client);

}  // namespace lth::http
