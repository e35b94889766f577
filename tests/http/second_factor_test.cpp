// The second factor over HTTP: its key comes once, as text, as an address and as a QR code of that
// address, in the API and on the page that needs no script.
#include <gtest/gtest.h>

#include "app/totp.hpp"
#include "http/pages/qr.hpp"
#include "support/http/office.hpp"

namespace lth::tests {
namespace {

class SecondFactorOverHttp : public OfficeOverHttp {
protected:
    SecondFactorOverHttp() { token = sign_in(make_officer(*store, 2, app::Role::province)); }

    std::string secret() {
        return app::totp_secret_text(store->sign_ins().totp(account_id(2))->secret);
    }
    std::string drawing() {
        const auto totp = *store->sign_ins().totp(account_id(2));
        return http::pages::qr_of(app::totp_uri("officer2", totp.secret)).path;
    }
};

TEST_F(SecondFactorOverHttp, TheKeyIsAnsweredWithItsDrawing) {
    const auto begun = post("/api/v1/totp", "{}");
    ASSERT_EQ(begun.status, 200U) << begun.body;
    EXPECT_TRUE(begun.body.contains(R"("secret":")" + secret() + '"')) << begun.body;
    EXPECT_TRUE(begun.body.contains(R"("qr":{"side":)")) << begun.body;
    EXPECT_TRUE(begun.body.contains(R"("path":")" + drawing() + '"')) << begun.body;
}

TEST_F(SecondFactorOverHttp, ThePageDrawsItBesideTheText) {
    auto request = sent(http::Method::post, "/sign-in/totp");
    request.content_type = "application/x-www-form-urlencoded";
    const auto page = http::answer(request, services);
    ASSERT_EQ(page.status, 200U) << page.body;
    EXPECT_TRUE(page.body.contains(R"(role="img" aria-label="Mã QR của khóa)")) << page.body;
    EXPECT_TRUE(page.body.contains("d=\"" + drawing() + '"')) << page.body;
    EXPECT_TRUE(page.body.contains("<code>" + secret() + "</code>")) << page.body;
}

}  // namespace
}  // namespace lth::tests
