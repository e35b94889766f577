// Signing in and out, passwords, second factors and slips: what an officer does for himself.
#pragma once

#include <boost/describe/class.hpp>

#include "app/passwords.hpp"
#include "app/sessions.hpp"
#include "app/slow_down.hpp"

namespace lth::app {

struct SignInForm {
    std::string login;
    std::string password;
    std::optional<std::string> code = {};  // six digits, if the account has a second factor
};
BOOST_DESCRIBE_STRUCT(SignInForm, (), (login, password, code))

struct ResetForm {
    std::string login;
    std::string slip;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(ResetForm, (), (login, slip, password))

struct PasswordChange {
    std::string old_password;
    std::string new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (old_password, new_password))

/// What the browser is to keep.
struct Admitted {
    FoundSession session;
    std::string known;  // for the next sign-in
};

struct TotpSetup {
    std::string secret;
    std::string uri;
};
BOOST_DESCRIBE_STRUCT(TotpSetup, (), (secret, uri))

/// Small letters of a login as it was typed.
[[nodiscard]] std::string plain_login(std::string_view typed);

class SignInDesk {
public:
    SignInDesk(Store& store, Sessions& sessions, Passwords& passwords, Clock& clock, Ids& ids);

    /// Rules sign_in.*, session.slow_down. An unknown login is answered like a wrong password,
    /// after the same work.
    [[nodiscard]] core::Result<Admitted> sign_in(const SignInForm& form, const Visitor& visitor);

    /// Whoever sits at an open browser must know the password for what outlives the session. Rules
    /// password.old_wrong, session.slow_down.
    [[nodiscard]] core::Result<void> check_present(const SignedIn& who, const std::string& password,
                                                   std::string_view field);

    /// Ends the account's other sessions and revokes its own devices; a new token for this session.
    /// Rules password.*.
    [[nodiscard]] core::Result<std::optional<std::string>> change_password(
        const SignedIn& who, const std::string& old_password, const std::string& new_password);

    /// Rule totp.set_already.
    [[nodiscard]] core::Result<TotpSetup> begin_totp(const SignedIn& who);
    /// Rules totp.*.
    [[nodiscard]] core::Result<void> confirm_totp(const SignedIn& who, std::string_view code);

    /// A new password by a printed slip: all sessions end, the account's own devices are revoked,
    /// the second factor is set up anew. Rules
    /// slip.*, password.*, session.slow_down.
    [[nodiscard]] core::Result<void> reset(const ResetForm& form, const Visitor& visitor);

private:
    [[nodiscard]] core::Result<void> check_code(const Account& account,
                                                const std::optional<std::string>& code,
                                                const Visitor& visitor);
    [[nodiscard]] core::Result<Slip> check_slip(const ResetForm& form,
                                                const std::optional<Account>& account);

    Store& store_;
    Sessions& sessions_;
    Passwords& passwords_;
    Clock& clock_;
    Ids& ids_;
    SlowDown slow_down_;
};

}  // namespace lth::app
