#include "http/client_address.hpp"

#include <algorithm>

namespace lth::http {
namespace {

using boost::asio::ip::address;

address plain(const address& from) {
    const bool mapped = from.is_v6() && from.to_v6().is_v4_mapped();
    if (!mapped) return from;
    return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, from.to_v6());
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

core::Result<address> parse_proxy(std::string_view text) {
    boost::system::error_code error;
    const auto found = boost::asio::ip::make_address(std::string(text), error);
    if (error) {
        return core::reject("http.proxy.malformed", "trusted-proxy",
                            {{"value", std::string(text)}});
    }
    return plain(found);
}

bool trusts(const TrustedProxies& trusted, const address& peer) {
    return std::ranges::count(trusted, plain(peer)) > 0;
}

std::string client_address(const Peer& peer, std::string_view forwarded_for,
                           const TrustedProxies& trusted) {
    auto client = plain(peer.address);
    if (!peer.is_trusted) return client.to_string();
    while (!forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        const auto last = comma == std::string_view::npos ? 0 : comma + 1;
        boost::system::error_code error;
        const auto said =
            boost::asio::ip::make_address(std::string(trimmed(forwarded_for.substr(last))), error);
        if (error) break;  // nothing that stands before it can be believed
        client = plain(said);
        if (!trusts(trusted, client)) break;
        forwarded_for = forwarded_for.substr(0, last == 0 ? 0 : comma);
    }
    return client.to_string();
}

std::string counted_as(std::string_view client) {
    boost::system::error_code error;
    const auto from = boost::asio::ip::make_address(std::string(client), error);
    if (error || from.is_loopback()) return {};
    if (from.is_v4()) return from.to_string();
    auto bytes = from.to_v6().to_bytes();
    constexpr std::size_t network_bytes = 8;
    std::fill(bytes.begin() + network_bytes, bytes.end(), std::uint8_t{0});
    return boost::asio::ip::address_v6(bytes).to_string() + "/64";
}

bool is_this_machine(std::string_view client) {
    boost::system::error_code error;
    const auto from = boost::asio::ip::make_address(std::string(client), error);
    return !error && from.is_loopback();
}

}  // namespace lth::http
