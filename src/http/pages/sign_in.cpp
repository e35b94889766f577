#include "http/pages/sign_in.hpp"

#include "http/pages/qr.hpp"
#include "http/pages/sign_in_words.hpp"
#include "http/refusals.hpp"

namespace lth::http::pages {
namespace {

struct Field {
    const Phrase& label;
    std::string_view name;
    std::string_view type = "text";
    std::string_view autocomplete = "off";
    std::string value = {};
};

const Phrase& role_name(app::Role role) {
    switch (role) {
        case app::Role::club_board:
            return words::role_club_board;
        case app::Role::commune:
            return words::role_commune;
        case app::Role::district:
            return words::role_district;
        case app::Role::province:
            return words::role_province;
        case app::Role::steering:
            return words::role_steering;
        case app::Role::auditor:
            return words::role_auditor;
        case app::Role::administrator:
            break;
    }
    return words::role_administrator;
}

void open_form(Page& page, std::string_view action) {
    page.open("form", {{"method", "post"}, {"action", page.links().to(action)}, {"class", "door"}});
}

void draw_field(Page& page, const Field& field, std::string_view form) {
    const auto id = std::string(form) + "-" + std::string(field.name);
    page.open("p").element("label", page.say(field.label), {{"for", id}});
    page.empty("input", {{"id", id},
                         {"name", std::string(field.name)},
                         {"type", std::string(field.type)},
                         {"autocomplete", std::string(field.autocomplete)},
                         {"value", field.value}});
    page.close();
}

void close_form(Page& page, const Phrase& button) {
    page.open("p").element("button", page.say(button), {{"type", "submit"}}).close().close();
}

void draw_door(Page& page, const SignInView& view) {
    open_form(page, "/sign-in");
    draw_field(page, {words::login, "login", "text", "username", view.login}, "in");
    draw_field(page, {words::password, "password", "password", "current-password"}, "in");
    draw_field(page, {words::code, "code", "text", "one-time-code"}, "in");
    page.empty("input", {{"type", "hidden"}, {"name", "next"}, {"value", view.next}});
    close_form(page, words::sign_in);
    page.element("h2", page.say(words::slip_title));
    open_form(page, "/sign-in/slip");
    draw_field(page, {words::login, "login", "text", "username", view.login}, "slip");
    draw_field(page, {words::slip, "slip"}, "slip");
    draw_field(page, {words::new_password, "password", "password", "new-password"}, "slip");
    close_form(page, words::save_password);
}

void draw_totp(Page& page, const SignInView& view) {
    page.element("h2", page.say(words::totp_title));
    if (view.me->totp) {
        page.element("p", page.say(words::totp_on));
        return;
    }
    if (!view.setup) {
        open_form(page, "/sign-in/totp");
        close_form(page, words::totp_begin);
        return;
    }
    page.element("p", page.say(words::totp_type));
    draw_qr(page, view.setup->uri, words::totp_qr);
    page.open("p").element("code", view.setup->secret).close();
    page.open("p");
    page.link(page.say(words::totp_open), view.setup->uri).close();
    open_form(page, "/sign-in/code");
    draw_field(page, {words::totp_digits, "code", "text", "one-time-code"}, "totp");
    close_form(page, words::totp_confirm);
}

void draw_account(Page& page, const SignInView& view) {
    page.open("p").text(page.say(words::signed_in_as)).text(" ");
    page.element("strong", view.me->shown_name).text(" (" + view.me->login + ")").close();
    if (view.me->roles.empty()) page.element("p", page.say(words::no_roles));
    page.open("ul");
    for (const auto& role : view.me->roles) {
        std::string text(page.say(role_name(role.role)));
        if (role.unit_name) text += " · " + *role.unit_name;
        page.element("li", text);
    }
    page.close();
    open_form(page, "/sign-in/out");
    close_form(page, words::sign_out);
    draw_totp(page, view);
    page.element("h2", page.say(words::change_password));
    open_form(page, "/sign-in/password");
    draw_field(page, {words::present_password, "old_password", "password", "current-password"},
               "pw");
    draw_field(page, {words::new_password, "new_password", "password", "new-password"}, "pw");
    close_form(page, words::change_password);
}

void draw_refusal(Page& page, const std::optional<core::Rejection>& refused) {
    if (!refused) return;
    page.element("p", core::message(*refused, page.language()),
                 {{"role", "alert"}, {"class", "refused"}});
}

}  // namespace

Response sign_in_page(const Links& links, const SignInView& view, unsigned status) {
    const auto& title = view.me ? words::my_account : words::sign_in;
    Page page(links, {.title = std::string(title.in(links.language()))});
    page.element("h1", page.say(title));
    draw_refusal(page, view.refused);
    if (view.slip_done) {
        page.element("p", page.say(words::slip_done), {{"role", "status"}});
    }
    if (view.me) {
        draw_account(page, view);
    } else {
        draw_door(page, view);
    }
    return std::move(page).finish(status);
}

void draw_reason(Page& page, const core::BookId& book) {
    page.element("h2", page.say(words::reason_title));
    page.element("p", page.say(words::reason_note));
    open_form(page, "/reasons");
    page.empty("input", {{"type", "hidden"}, {"name", "book"}, {"value", core::to_text(book)}});
    draw_field(page, {words::reason, "reason"}, "reason");
    close_form(page, words::reason_give);
}

Response reason_page(const Links& links, const core::BookId& book,
                     const std::optional<core::Rejection>& refused) {
    Page page(links, {.title = std::string(words::reason_title.in(links.language()))});
    page.element("h1", page.say(words::reason_title));
    draw_refusal(page, refused);
    draw_reason(page, book);
    return std::move(page).finish(refused ? status_of(refused->rule.id()) : 200);
}

}  // namespace lth::http::pages
