// Officers make, reset and disable the accounts below them; reasons for reading, and what was read.
#include "app/officers.hpp"
#include "http/handlers/handlers.hpp"
#include "http/handlers/questions.hpp"
#include "http/limits.hpp"
#include "json/message.hpp"

namespace lth::http {
namespace {

core::Result<app::Maker> maker_of(const Call& call) {
    auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    return app::Maker{who->account.id, std::move(who->roles)};
}

core::Result<core::AccountId> account_id(const Call& call) {
    const auto text = call.path.at("id");
    const auto id = core::parse_uuid(text);
    if (!id) return core::reject("account.unknown", "id", {{"account", std::string(text)}});
    return core::AccountId(*id);
}

using Change = core::Result<void> (app::Accounts::*)(const app::Maker&, const core::AccountId&);
using RoleChange = core::Result<void> (app::Accounts::*)(const app::Maker&, const core::AccountId&,
                                                         const app::RoleForm&);

core::Result<Response> change(const Call& call, Change what) {
    const auto maker = maker_of(call);
    if (!maker) return std::unexpected(maker.error());
    const auto id = account_id(call);
    if (!id) return std::unexpected(id.error());
    const auto done = (call.services.officers.accounts.*what)(*maker, *id);
    if (!done) return std::unexpected(done.error());
    return json_response("{}");
}

core::Result<Response> change_role(const Call& call, RoleChange what) {
    const auto maker = maker_of(call);
    if (!maker) return std::unexpected(maker.error());
    const auto id = account_id(call);
    if (!id) return std::unexpected(id.error());
    const auto form = json::read_message<app::RoleForm>(call.request.body, "role");
    if (!form) return std::unexpected(form.error());
    const auto done = (call.services.officers.accounts.*what)(*maker, *id, *form);
    if (!done) return std::unexpected(done.error());
    return json_response("{}");
}

}  // namespace

core::Result<Response> api_accounts(const Call& call) {
    const auto maker = maker_of(call);
    if (!maker) return std::unexpected(maker.error());
    return json_response(json::write_message(call.services.officers.accounts.below(*maker)));
}

core::Result<Response> api_make_account(const Call& call) {
    const auto maker = maker_of(call);
    if (!maker) return std::unexpected(maker.error());
    const auto form = json::read_message<app::AccountForm>(call.request.body, "account");
    if (!form) return std::unexpected(form.error());
    const auto made = call.services.officers.accounts.create(*maker, *form);
    if (!made) return std::unexpected(made.error());
    return json_response(json::write_message(*made));
}

core::Result<Response> api_make_slip(const Call& call) {
    const auto maker = maker_of(call);
    if (!maker) return std::unexpected(maker.error());
    const auto id = account_id(call);
    if (!id) return std::unexpected(id.error());
    const auto slip = call.services.officers.accounts.reset(*maker, *id);
    if (!slip) return std::unexpected(slip.error());
    return json_response(json::write_message(*slip));
}

core::Result<Response> api_disable_account(const Call& call) {
    return change(call, &app::Accounts::disable);
}

core::Result<Response> api_enable_account(const Call& call) {
    return change(call, &app::Accounts::enable);
}

core::Result<Response> api_give_role(const Call& call) {
    return change_role(call, &app::Accounts::give_role);
}

core::Result<Response> api_end_role(const Call& call) {
    return change_role(call, &app::Accounts::end_role);
}

core::Result<Response> api_give_reason(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto form = json::read_message<app::ReasonForm>(call.request.body, "reason");
    if (!form) return std::unexpected(form.error());
    const auto given = call.services.officers.readers.give_reason(*who, *form);
    if (!given) return std::unexpected(given.error());
    return json_response(json::write_message(*given));
}

core::Result<Response> api_reads(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    app::ReadsQuestion question;
    if (const auto text = call.request.target.parameter("book")) {
        const auto id = core::parse_uuid(*text);
        if (!id) {
            return core::reject("question.book.unknown", "book", {{"book", std::string(*text)}});
        }
        question.book = core::BookId(*id);
    }
    const auto limit = read_number(call, "limit", default_page_reads, max_page_reads);
    if (!limit) return std::unexpected(limit.error());
    question.limit = *limit;
    constexpr std::uint64_t end_of_time = 8'000'000'000'000;
    const auto before = read_number(call, "before", 0, end_of_time);
    if (!before) return std::unexpected(before.error());
    if (*before > 0) question.before = static_cast<std::int64_t>(*before);
    if (const auto text = call.request.target.parameter("before_id")) {
        const auto id = core::parse_uuid(*text);
        if (!id) {
            return core::reject("question.time.malformed", "before_id",
                                {{"value", std::string(*text)}});
        }
        question.before_id = *id;
    }
    return json_response(json::write_message(call.services.officers.readers.reads(*who, question)));
}

}  // namespace lth::http
