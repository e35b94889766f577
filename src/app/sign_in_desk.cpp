#include "app/sign_in_desk.hpp"

#include "app/codes.hpp"
#include "app/totp.hpp"

namespace lth::app {

namespace {

core::Digest present_key(const SignedIn& who) {
    return core::sha256("LTH-P2\n" + to_text(who.session.id));
}

}  // namespace

std::string plain_login(std::string_view typed) {
    const auto first = typed.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    std::string login(typed.substr(first, typed.find_last_not_of(' ') + 1 - first));
    for (auto& c : login) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return login;
}

SignInDesk::SignInDesk(Store& store, Sessions& sessions, Passwords& passwords, Clock& clock,
                       Ids& ids)
    : store_(store),
      sessions_(sessions),
      passwords_(passwords),
      clock_(clock),
      ids_(ids),
      slow_down_(store, clock) {}

core::Result<Admitted> SignInDesk::sign_in(const SignInForm& form, const Visitor& visitor) {
    const auto login = plain_login(form.login);
    // The account of a club's phone has no login: nobody signs in as it.
    auto account = login.empty() ? std::nullopt : store_.people().account_of(login);
    const auto key = slow_down_.key_of(login, visitor, account);
    if (const auto may = slow_down_.check(key); !may) return std::unexpected(may.error());
    const auto fits = passwords_.fits(form.password, account ? account->password_hash : "");
    if (!fits) return std::unexpected(fits.error());
    if (!*fits || account->disabled_at) {
        slow_down_.count(key);
        return core::reject("sign_in.wrong");
    }
    if (const auto right = check_code(*account, form.code, visitor); !right) {
        if (right.error().rule.id() == "sign_in.wrong") slow_down_.count(key);
        return std::unexpected(right.error());
    }
    slow_down_.forgive(key);
    sessions_.forget_old();
    if (visitor.session) store_.sign_ins().end_session(*visitor.session);
    const bool fine = check_password(form.password, login).has_value();
    const auto opened =
        sessions_.open(account->id, visitor.user_agent, fine ? PasswordIs::fine : PasswordIs::weak);
    auto found = sessions_.find(opened.token);
    if (!found) return std::unexpected(found.error());
    found->token = opened.token;
    return Admitted{std::move(*found), slow_down_.remember(account->id, visitor, ids_)};
}

core::Result<void> SignInDesk::check_code(const Account& account,
                                          const std::optional<std::string>& code,
                                          const Visitor& visitor) {
    const auto totp = store_.sign_ins().totp(account.id);
    if (!totp || !totp->confirmed_at) return {};
    if (!code || code->empty()) return core::reject("sign_in.code_needed", "code");
    // Not forgiven by a code that is right: a thief would have new tries whenever the owner enters.
    const auto key = slow_down_.code_key_of(account.id, visitor);
    if (const auto may = slow_down_.check(key); !may) return std::unexpected(may.error());
    const auto step = totp_step_of(totp->secret, *code, clock_.now_ms());
    if (step && store_.sign_ins().spend_totp_step(account.id, *step)) return {};
    slow_down_.count(key);
    return core::reject("sign_in.wrong");
}

core::Result<void> SignInDesk::check_present(const SignedIn& who, const std::string& password,
                                             std::string_view field) {
    // A thief at an open browser guesses no faster than at the door.
    const auto key = present_key(who);
    if (const auto may = slow_down_.check(key); !may) return std::unexpected(may.error());
    const auto fits = passwords_.fits(password, who.account.password_hash);
    if (!fits) return std::unexpected(fits.error());
    if (*fits) return {};
    slow_down_.count(key);
    return core::reject("password.old_wrong", field);
}

core::Result<std::optional<std::string>> SignInDesk::change_password(
    const SignedIn& who, const std::string& old_password, const std::string& new_password) {
    const auto present = check_present(who, old_password, "old");
    if (!present) return std::unexpected(present.error());
    if (auto fine = check_password(new_password, who.account.login); !fine) {
        fine.error().field = "new";
        return std::unexpected(fine.error());
    }
    auto hash = passwords_.hash(new_password);
    if (!hash) return std::unexpected(hash.error());
    const auto& id = who.account.id;
    const auto written =
        store_.people().put({.password = NewPassword{.account = id,
                                                     .hash = std::move(*hash),
                                                     .in_place_of = who.account.password_hash},
                             .unbindings = {{id, clock_.now_ms()}}});
    if (written == PeopleWritten::changed) return core::reject("password.old_wrong", "old");
    slow_down_.forgive(present_key(who));
    store_.sign_ins().end_other_sessions(id, who.session.id);
    auto session = who.session;
    session.weak_password = false;
    return sessions_.renew(std::move(session));
}

core::Result<TotpSetup> SignInDesk::begin_totp(const SignedIn& who) {
    const auto known = store_.sign_ins().totp(who.account.id);
    if (known && known->confirmed_at) return core::reject("totp.set_already");
    Totp totp{.account = who.account.id};
    ids_.fill(totp.secret);
    (void)store_.people().put({.totps = {totp}});
    return TotpSetup{totp_secret_text(totp.secret), totp_uri(who.account.login, totp.secret)};
}

core::Result<void> SignInDesk::confirm_totp(const SignedIn& who, std::string_view code) {
    auto totp = store_.sign_ins().totp(who.account.id);
    if (!totp) return core::reject("totp.not_begun");
    if (totp->confirmed_at) return core::reject("totp.set_already");
    const auto step = totp_step_of(totp->secret, code, clock_.now_ms());
    if (!step) return core::reject("totp.wrong_code", "code");
    totp->confirmed_at = clock_.now_ms();
    totp->last_step = *step;
    (void)store_.people().put({.totps = {*totp}});
    return {};
}

core::Result<Slip> SignInDesk::check_slip(const ResetForm& form,
                                          const std::optional<Account>& account) {
    const auto code = hash_of_code(form.slip);
    if (!code) return core::reject("slip.malformed", "slip");
    const auto slip = store_.sign_ins().slip(*code);
    if (!slip || !account || slip->account != account->id) {
        return core::reject("slip.unknown", "slip");
    }
    if (slip->used_at) return core::reject("slip.spent", "slip");
    if (clock_.now_ms() >= slip->expires_at) return core::reject("slip.expired", "slip");
    if (account->disabled_at) return core::reject("account.disabled");
    return *slip;
}

core::Result<void> SignInDesk::reset(const ResetForm& form, const Visitor& visitor) {
    const auto login = plain_login(form.login);
    auto account = login.empty() ? std::nullopt : store_.people().account_of(login);
    const auto key = slow_down_.key_of(login, visitor, account);
    if (const auto may = slow_down_.check(key); !may) return std::unexpected(may.error());
    auto slip = check_slip(form, account);
    if (!slip) {
        slow_down_.count(key);
        return std::unexpected(slip.error());
    }
    if (const auto fine = check_password(form.password, login); !fine) {
        return std::unexpected(fine.error());
    }
    auto hash = passwords_.hash(form.password);
    if (!hash) return std::unexpected(hash.error());
    slip->used_at = clock_.now_ms();
    const auto written = store_.people().put({.password = NewPassword{account->id, *hash},
                                              .without_totp = {account->id},
                                              .signed_out = {account->id},
                                              .unbindings = {{account->id, clock_.now_ms()}},
                                              .spends_slip = *slip});
    if (written == PeopleWritten::spent) return core::reject("slip.spent", "slip");
    if (written == PeopleWritten::changed) return core::reject("account.disabled");
    slow_down_.forgive(key);
    return {};
}

}  // namespace lth::app
