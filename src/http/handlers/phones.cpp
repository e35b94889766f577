// What phones of clubs send. They sign in with "Authorization: Bearer <device>.<key in hex>": no
// cookie goes with it, so no other page can make a browser send it.
#include <optional>

#include "app/phones.hpp"
#include "http/handlers/handlers.hpp"
#include "json/message.hpp"

namespace lth::http {
namespace {

core::Result<app::Caller> caller_of(const Call& call) {
    const auto& text = call.request.authorization;
    constexpr std::string_view scheme = "Bearer ";
    const auto refused = [] { return core::reject("device.unknown", "Authorization"); };
    if (!text.starts_with(scheme)) return refused();
    const auto token = std::string_view(text).substr(scheme.size());
    const auto dot = token.find('.');
    if (dot == std::string_view::npos) return refused();
    const auto device = core::parse_uuid(token.substr(0, dot));
    const auto key = core::parse_hex(token.substr(dot + 1));
    if (!device || !key) return refused();
    return call.services.phones.sign_in(core::DeviceId(*device), *key);
}

}  // namespace

core::Result<Response> api_bind_device(const Call& call) {
    const auto binding = json::read_message<app::Binding>(call.request.body, "device");
    if (!binding) return std::unexpected(binding.error());
    const auto bound = call.services.phones.bind(*binding);
    if (!bound) return std::unexpected(bound.error());
    return json_response(json::write_message(*bound));
}

core::Result<Response> api_sync(const Call& call) {
    const auto caller = caller_of(call);
    if (!caller) return std::unexpected(caller.error());
    const auto request = json::read_message<core::replica::Request>(call.request.body, "sync");
    if (!request) return std::unexpected(request.error());
    const auto answer = call.services.phones.sync(*caller, *request);
    if (!answer) return std::unexpected(answer.error());
    return json_response(json::write_message(*answer));
}

}  // namespace lth::http
