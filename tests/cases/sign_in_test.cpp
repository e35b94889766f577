// Signing in: the life of a session, second factors, slips, and that nobody locks another out.
#include <gtest/gtest.h>

#include "support/app/officers.hpp"
#include "support/store/database.hpp"

namespace lth::tests {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;
const std::string other_password = "con trâu đi trước cái cày";

class SignIn : public testing::Test {
protected:
    SignIn() {
        lan = put_officer(
            *store, desk.passwords, "lan",
            {.account = {}, .role = app::Role::commune, .unit = commune_unit, .from = {}});
    }

    app::Visitor visitor(std::string client, std::optional<std::string> known = {}) {
        return {.client = std::move(client), .user_agent = "Firefox", .known = std::move(known)};
    }
    core::Result<app::Admitted> enter(const std::string& password, const app::Visitor& from,
                                      std::optional<std::string> code = {}) {
        return desk.door.sign_in({"lan", password, std::move(code)}, from);
    }
    std::string refusal(const std::string& password, const app::Visitor& from,
                        std::optional<std::string> code = {}) {
        const auto entered = enter(password, from, std::move(code));
        return entered ? "" : std::string(entered.error().rule.id());
    }
    std::string token() {
        return enter(good_password, visitor("home")).value().session.token.value();
    }
    bool lives(const std::string& text) { return desk.sessions.find(text).has_value(); }

    Database database{Engine::sqlite};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    CountingIds ids;
    SmallMap map;
    app::HeldRights rights{*store, map, clock};
    app::OfficerDesk desk{{*store, map, map, rights, clock, ids}, cheap_hashing};
    core::AccountId lan;
};

TEST_F(SignIn, APasswordOpensASessionThatKnowsItsRoles) {
    const auto entered = enter(good_password, visitor("home"));
    ASSERT_TRUE(entered);
    const auto found = desk.sessions.find(*entered->session.token);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->who.account.id, lan);
    ASSERT_EQ(found->who.roles.size(), 1U);
    EXPECT_FALSE(found->who.totp_needed);
    EXPECT_FALSE(found->token);
    EXPECT_EQ(found->who.session.browser, "Firefox");
    EXPECT_FALSE(lives("nonsense"));
    EXPECT_FALSE(lives(to_text(found->who.session.id) + "." + std::string(64, '0')));
    const auto none = desk.sessions.find("");
    EXPECT_EQ(none.error().rule.id(), "session.none");
    // Big letters and blanks around a login are how phones type.
    EXPECT_TRUE(desk.door.sign_in({" LAN ", good_password, {}}, visitor("home")));
}

TEST_F(SignIn, UnknownLoginsWrongPasswordsAndDisabledAccountsAreAnsweredAlike) {
    EXPECT_EQ(refusal("sai mật khẩu rồi", visitor("a")), "sign_in.wrong");
    const auto nobody = desk.door.sign_in({"khong.co", good_password, {}}, visitor("b"));
    EXPECT_EQ(nobody.error().rule.id(), "sign_in.wrong");
    EXPECT_EQ(desk.door.sign_in({"", good_password, {}}, visitor("b")).error().rule.id(),
              "sign_in.wrong");
    const auto session = token();
    ASSERT_TRUE(desk.accounts.disable(app::maker_by_hand(), lan));
    EXPECT_FALSE(lives(session));
    EXPECT_EQ(refusal(good_password, visitor("c")), "sign_in.wrong");
    ASSERT_TRUE(desk.accounts.enable(app::maker_by_hand(), lan));
    EXPECT_EQ(refusal(good_password, visitor("c")), "");
}

TEST_F(SignIn, ASessionEndsWhenIdleAndAfterAWeek) {
    const auto idle = token();
    clock.now += 12 * hour_ms;
    EXPECT_FALSE(lives(idle));
    auto kept = token();
    for (int hours = 0; hours < 7 * 24 - 1; ++hours) {
        clock.now += hour_ms;
        const auto found = desk.sessions.find(kept);
        ASSERT_TRUE(found) << hours;
        ASSERT_TRUE(found->token) << hours;  // each hour another
        kept = *found->token;
    }
    clock.now += hour_ms;
    EXPECT_FALSE(lives(kept));
}

TEST_F(SignIn, TheTokenBeforeCountsForAMinute) {
    const auto first = token();
    clock.now += hour_ms;
    const auto second = desk.sessions.find(first)->token.value();
    EXPECT_TRUE(lives(first));  // a request that was on its way
    EXPECT_FALSE(desk.sessions.find(first)->token);
    EXPECT_TRUE(lives(second));
    clock.now += 60'000;
    EXPECT_FALSE(lives(first));
    EXPECT_TRUE(lives(second));
}

TEST_F(SignIn, SessionsAreListedAndEnded) {
    const auto first = token();
    const auto second = token();
    ASSERT_EQ(desk.sessions.of(lan).size(), 2U);
    const auto id = desk.sessions.find(first)->who.session.id;
    EXPECT_EQ(desk.sessions.end(core::AccountId{}, id).error().rule.id(), "session.unknown");
    EXPECT_TRUE(desk.sessions.end(lan, id));
    EXPECT_FALSE(lives(first));
    EXPECT_TRUE(lives(second));
}

TEST_F(SignIn, AnotherPasswordEndsTheOtherSessions) {
    const auto other = token();
    const auto mine = token();
    const auto who = desk.sessions.find(mine)->who;
    EXPECT_EQ(desk.door.change_password(who, "sai", "Sông Mã chảy ra biển").error().rule.id(),
              "password.old_wrong");
    EXPECT_EQ(desk.door.change_password(who, good_password, "ngắn").error().rule.id(),
              "password.too_short");
    const auto renewed = desk.door.change_password(who, good_password, "Sông Mã chảy ra biển");
    ASSERT_TRUE(renewed && *renewed);
    EXPECT_TRUE(lives(**renewed));
    EXPECT_FALSE(lives(other));
    clock.now += 60'000;
    EXPECT_FALSE(lives(mine));  // the old token of this session
    EXPECT_EQ(refusal(good_password, visitor("home")), "sign_in.wrong");
    EXPECT_EQ(refusal("Sông Mã chảy ra biển", visitor("home")), "");
}

TEST_F(SignIn, AThiefAtAnOpenBrowserGuessesSlowly) {
    const auto who = desk.sessions.find(token())->who;
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(desk.door.change_password(who, "đoán thử xem nào", "Sông Mã chảy ra biển"));
    }
    EXPECT_EQ(
        desk.door.change_password(who, good_password, "Sông Mã chảy ra biển").error().rule.id(),
        "session.slow_down");
}

TEST_F(SignIn, APasswordThatIsWeakByTodaysRulesMustBeChanged) {
    auto account = *store->people().account(lan);
    account.password_hash = desk.passwords.hash("matkhau123").value();
    ASSERT_EQ(store->people().put({.accounts = {account}}), app::PeopleWritten::done);
    const auto entered = enter("matkhau123", visitor("home"));
    ASSERT_TRUE(entered);
    EXPECT_TRUE(entered->session.who.session.weak_password);
    const auto renewed =
        desk.door.change_password(entered->session.who, "matkhau123", good_password);
    ASSERT_TRUE(renewed && *renewed);
    EXPECT_FALSE(desk.sessions.find(**renewed)->who.session.weak_password);
}

// Lockout.

TEST_F(SignIn, StrangersWaitLongerEachTimeButSlowOnlyThemselves) {
    const auto mine = enter(good_password, visitor("home"))->known;
    const auto thief = visitor("thief");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(refusal("đoán bừa một câu", thief), "sign_in.wrong");
    std::int64_t wait_ms = 2'000;
    for (int i = 0; i < 12; ++i) {
        EXPECT_EQ(refusal(good_password, thief), "session.slow_down");  // even with the right one
        clock.now += wait_ms - 1;
        EXPECT_EQ(refusal("đoán bừa một câu", thief), "session.slow_down");
        clock.now += 1;
        EXPECT_EQ(refusal("đoán bừa một câu", thief), "sign_in.wrong");
        wait_ms = std::min<std::int64_t>(wait_ms * 2, 900'000);
    }
    // The owner: at home, on the same network as the thief with his own browser, and elsewhere.
    EXPECT_EQ(refusal(good_password, visitor("home", mine)), "");
    EXPECT_EQ(refusal(good_password, visitor("thief", mine)), "");
    EXPECT_EQ(refusal(good_password, visitor("abroad")), "");
    // What another account's browser keeps makes nobody known.
    put_officer(*store, desk.passwords, "mai",
                {.account = {}, .role = app::Role::commune, .unit = commune_unit, .from = {}});
    const auto other = desk.door.sign_in({"mai", good_password, {}}, visitor("x"))->known;
    EXPECT_EQ(refusal(good_password, visitor("thief", other)), "session.slow_down");
    EXPECT_EQ(refusal(good_password, visitor("thief", "rubbish")), "session.slow_down");
}

TEST_F(SignIn, AKnownBrowserIsSlowedByItsOwnWrongTries) {
    const auto mine = enter(good_password, visitor("home"))->known;
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(refusal("gõ nhầm mất rồi", visitor("home", mine)), "sign_in.wrong");
    }
    const auto slow = enter(good_password, visitor("home", mine));
    EXPECT_EQ(slow.error().rule.id(), "session.slow_down");
    EXPECT_EQ(slow.error().facts.front().value, "2");
    clock.now += 2'000;
    EXPECT_EQ(refusal(good_password, visitor("home", mine)), "");
    EXPECT_EQ(refusal("gõ nhầm mất rồi", visitor("home", mine)), "sign_in.wrong");  // forgiven
}

TEST_F(SignIn, UnknownLoginsAreSlowedAlike) {
    const auto attempt = [&] {
        const auto answer = desk.door.sign_in({"khong.co", "đoán bừa một câu", {}}, visitor("t"));
        return std::string(answer.error().rule.id());
    };
    for (int i = 0; i < 5; ++i) EXPECT_EQ(attempt(), "sign_in.wrong");
    EXPECT_EQ(attempt(), "session.slow_down");
}

// Second factors.

class SecondFactor : public SignIn {
protected:
    SecondFactor() {
        put_officer(
            *store, desk.passwords, "tinh",
            {.account = {}, .role = app::Role::province, .unit = province_unit, .from = {}});
    }
    core::Result<app::Admitted> enter(std::optional<std::string> code) {
        return desk.door.sign_in({"tinh", good_password, std::move(code)}, visitor("home"));
    }
    std::string code(const app::Totp& totp, std::int64_t drift = 0) const {
        return app::totp_code(totp.secret, clock.now / app::totp_step_ms + drift);
    }
    app::Totp totp_of(const core::AccountId& id) const { return *store->sign_ins().totp(id); }
};

TEST_F(SecondFactor, TheProvinceSetsItUpBeforeAnythingElse) {
    const auto entered = enter({});
    ASSERT_TRUE(entered);
    const auto who = entered->session.who;
    EXPECT_TRUE(who.totp_needed);
    EXPECT_EQ(desk.door.confirm_totp(who, "000000").error().rule.id(), "totp.not_begun");
    const auto setup = desk.door.begin_totp(who);
    ASSERT_TRUE(setup);
    const auto totp = totp_of(who.account.id);
    EXPECT_EQ(setup->secret, app::totp_secret_text(totp.secret));
    EXPECT_EQ(desk.door.confirm_totp(who, code(totp, 5)).error().rule.id(), "totp.wrong_code");
    EXPECT_TRUE(desk.door.confirm_totp(who, code(totp)));
    EXPECT_EQ(desk.door.begin_totp(who).error().rule.id(), "totp.set_already");
    EXPECT_EQ(desk.door.confirm_totp(who, code(totp)).error().rule.id(), "totp.set_already");
    EXPECT_FALSE(desk.sessions.find(*entered->session.token)->who.totp_needed);
    // From now on the code is asked for, and the one that confirmed it is spent.
    EXPECT_EQ(enter({}).error().rule.id(), "sign_in.code_needed");
    EXPECT_EQ(enter(code(totp)).error().rule.id(), "sign_in.wrong");
    clock.now += app::totp_step_ms;
    EXPECT_TRUE(enter(code(totp)));
    EXPECT_EQ(enter(code(totp)).error().rule.id(), "sign_in.wrong");      // never twice
    EXPECT_EQ(enter(code(totp, -1)).error().rule.id(), "sign_in.wrong");  // nor an older one
}

TEST_F(SecondFactor, WrongCodesAreCountedLikeWrongPasswords) {
    const auto id = store->people().account_of("tinh")->id;
    const auto totp = put_totp(*store, id);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(enter("000000").error().rule.id(), "sign_in.wrong");
    EXPECT_EQ(enter(code(totp)).error().rule.id(), "session.slow_down");
}

// Slips.

TEST_F(SignIn, ASlipSetsAPasswordOnceAndEndsEverything) {
    const auto session = token();
    put_totp(*store, lan);
    const auto slip = desk.accounts.reset(app::maker_by_hand(), lan).value();
    EXPECT_FALSE(lives(session));
    const std::string password = "Rừng thông Bái Thượng";
    const auto refused = [&](const app::ResetForm& form, const std::string& from) {
        const auto done = desk.door.reset(form, visitor(from));
        return done ? "" : std::string(done.error().rule.id());
    };
    EXPECT_EQ(refused({"lan", "ABC", password}, "1"), "slip.malformed");
    EXPECT_EQ(refused({"lan", "0000-0000-0000-0000", password}, "1"), "slip.unknown");
    EXPECT_EQ(refused({"khong.co", slip.slip, password}, "1"), "slip.unknown");
    EXPECT_EQ(refused({"lan", slip.slip, "ngắn"}, "1"), "password.too_short");
    EXPECT_EQ(refused({"LAN", slip.slip, password}, "1"), "");
    EXPECT_EQ(refused({"lan", slip.slip, password}, "1"), "slip.spent");
    EXPECT_EQ(refusal(good_password, visitor("2")), "sign_in.wrong");
    EXPECT_EQ(refusal(password, visitor("2")), "");  // the second factor went with the slip
    const auto late = desk.accounts.reset(app::maker_by_hand(), lan).value();
    clock.now = late.expires_at;
    EXPECT_EQ(refused({"lan", late.slip, password}, "3"), "slip.expired");
    const auto last = desk.accounts.reset(app::maker_by_hand(), lan).value();
    ASSERT_TRUE(desk.accounts.disable(app::maker_by_hand(), lan));
    EXPECT_EQ(refused({"lan", last.slip, password}, "3"), "account.disabled");
    EXPECT_EQ(desk.accounts.reset(app::maker_by_hand(), lan).error().rule.id(), "account.disabled");
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(refused({"lan", "0000-0000-0000-0000", password}, "4"), "slip.unknown");
    }
    EXPECT_EQ(refused({"lan", "0000-0000-0000-0000", password}, "4"), "session.slow_down");
}

TEST_F(SignIn, AnOwnDeviceSignsInWithItsKey) {
    const auto who = desk.sessions.find(token())->who;
    app::OwnDevice own{device_id(7), {}, "Máy tính xã", "1"};
    own.key.fill(9);
    const auto bound = desk.devices.bind(who, own);
    ASSERT_TRUE(bound);
    EXPECT_EQ(bound->account, lan);
    EXPECT_TRUE(desk.devices.bind(who, own));  // the answer was lost
    const auto device = store->people().device(device_id(7));
    EXPECT_TRUE(device && device->book.is_nil());
    own.key.fill(8);
    EXPECT_EQ(desk.devices.bind(who, own).error().rule.id(), "device.id_used");
    own.name.clear();
    EXPECT_EQ(desk.devices.bind(who, own).error().rule.id(), "device.name.malformed");
}

TEST_F(SignIn, CodesAreNotGuessedFromManyAddresses) {
    const auto known = enter(good_password, visitor("home")).value().known;
    const auto totp = put_totp(*store, lan);
    const auto right = [&] {
        clock.now += app::totp_step_ms;  // a code counts once
        return app::totp_code(totp.secret, clock.now / app::totp_step_ms);
    };
    for (int n = 0; n < 5; ++n) {
        const auto from = visitor("203.0.113." + std::to_string(n));
        EXPECT_EQ(refusal(good_password, from, "000000"), "sign_in.wrong") << n;
    }
    EXPECT_EQ(refusal(good_password, visitor("203.0.113.9"), "000000"), "session.slow_down");
    // The owner's own browser does not wait, and its code forgives no stranger.
    EXPECT_EQ(refusal(good_password, visitor("cafe", known), right()), "");
    for (int n = 0; n < 6; ++n) {
        clock.now += 900'000;
        EXPECT_EQ(refusal(good_password, visitor("198.51.100.1"), "000000"), "sign_in.wrong") << n;
        EXPECT_EQ(refusal(good_password, visitor("198.51.100.2"), "000000"), "session.slow_down");
    }
    clock.now += 900'000;
    EXPECT_EQ(refusal(good_password, visitor("198.51.100.3"), right()), "");
}

TEST_F(SignIn, WhoIsDisabledMeanwhileStaysSo) {
    const auto who = desk.sessions.find(token())->who;
    const auto before = store->people().account(lan)->password_hash;
    const auto change = [&] {
        return desk.door.change_password(who, good_password, other_password).error().rule.id();
    };
    ASSERT_TRUE(desk.accounts.disable(app::maker_by_hand(), lan));
    EXPECT_EQ(change(), "password.old_wrong");
    EXPECT_TRUE(store->people().account(lan)->disabled_at);
    EXPECT_EQ(store->people().put({.password = app::NewPassword{lan, "x"}}),
              app::PeopleWritten::changed);
    ASSERT_TRUE(desk.accounts.enable(app::maker_by_hand(), lan));
    EXPECT_EQ(store->people().account(lan)->password_hash, before);
    // Somebody else's new password is not undone either.
    EXPECT_EQ(store->people().put({.password = app::NewPassword{lan, "x"}}),
              app::PeopleWritten::done);
    EXPECT_EQ(change(), "password.old_wrong");
    EXPECT_EQ(store->people().account(lan)->password_hash, "x");
}

TEST_F(SignIn, ADeviceIsBoundByThePasswordAndEndsWithIt) {
    std::uint64_t n = 20;
    const auto bind = [&](const std::string& password) {
        const auto who =
            desk.sessions.find(enter(password, visitor("home"))->session.token.value());
        const app::OwnDevice own{device_id(++n), core::sha256(to_text(device_id(n))), "Máy nhà",
                                 "1", password};
        return std::pair(who->who, desk.bind_device(who->who, own).has_value());
    };
    const auto revoked = [&] {
        return store->people().device(device_id(n))->revoked_at.has_value();
    };
    auto [who, is_bound] = bind(good_password);
    ASSERT_TRUE(is_bound);
    app::OwnDevice stolen{device_id(40), core::sha256("x"), "Máy lạ", "1", ""};
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(desk.bind_device(who, stolen).error().rule.id(), "password.old_wrong");
    }
    EXPECT_EQ(desk.bind_device(who, stolen).error().rule.id(), "session.slow_down");
    EXPECT_FALSE(store->people().device(device_id(40)));
    clock.now += 900'000;

    ASSERT_TRUE(desk.door.change_password(who, good_password, other_password));
    EXPECT_TRUE(revoked());
    ASSERT_TRUE(bind(other_password).second);
    const auto slip = desk.accounts.reset(app::maker_by_hand(), lan).value();
    EXPECT_TRUE(revoked());
    ASSERT_TRUE(bind(other_password).second);
    ASSERT_TRUE(desk.door.reset({"lan", slip.slip, good_password}, visitor("home")));
    EXPECT_TRUE(revoked());
    ASSERT_TRUE(bind(good_password).second);
    EXPECT_FALSE(revoked());
    ASSERT_TRUE(desk.accounts.disable(app::maker_by_hand(), lan));
    EXPECT_TRUE(revoked());
}

}  // namespace
}  // namespace lth::tests
