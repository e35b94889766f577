// What phones of clubs send. They sign in with "Authorization: Bearer <device>.<key in hex>": no
// cookie goes with it, so no other page can make a browser send it.
#include <optional>

#include "app/phones.hpp"
#include "http/compress.hpp"
#include "http/handlers/handlers.hpp"
#include "http/limits.hpp"
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
    auto caller = call.services.phones.sign_in(core::DeviceId(*device), *key);
    if (!caller) return caller;
    const auto counted = call.services.rates.count_device(token.substr(0, dot));
    if (!counted) return std::unexpected(counted.error());
    return caller;
}

core::Result<core::Digest> digest_of(const Call& call) {
    const auto digest = core::parse_hex(call.path.at("sha256"));
    if (!digest) return core::reject("attachment.digest.malformed", "sha256");
    return *digest;
}

}  // namespace

core::Result<Response> api_bind_device(const Call& call) {
    const auto binding = json::read_message<app::Binding>(call.request.body, "device");
    if (!binding) return std::unexpected(binding.error());
    auto bound = call.services.phones.bind(*binding);
    if (!bound) return std::unexpected(bound.error());
    bound->simulated = call.services.reading.simulated();
    return json_response(json::write_message(*bound));
}

core::Result<Response> api_sync(const Call& call) {
    const auto caller = caller_of(call);
    if (!caller) return std::unexpected(caller.error());
    const auto body = unpacked(call.request, max_sync_bytes);
    if (!body) return std::unexpected(body.error());
    const auto request = json::read_message<core::replica::Request>(*body, "sync");
    if (!request) return std::unexpected(request.error());
    const auto answer = call.services.phones.sync(*caller, *request);
    if (!answer) return std::unexpected(answer.error());
    return json_response(json::write_message(*answer));
}

core::Result<Response> api_put_attachment(const Call& call) {
    const auto caller = caller_of(call);
    if (!caller) return std::unexpected(caller.error());
    const auto digest = digest_of(call);
    if (!digest) return std::unexpected(digest.error());
    const auto kept = call.services.phones.put_attachment(*caller, *digest, call.request.body);
    if (!kept) return std::unexpected(kept.error());
    return Response{.status = 204};
}

core::Result<Response> api_attachment(const Call& call) {
    const auto caller = caller_of(call);
    if (!caller) return std::unexpected(caller.error());
    const auto digest = digest_of(call);
    if (!digest) return std::unexpected(digest.error());
    auto found = call.services.phones.attachment(*caller, *digest);
    if (!found) return std::unexpected(found.error());
    return Response{.status = 200, .content_type = "image/jpeg", .body = std::move(found->content)};
}

}  // namespace lth::http
