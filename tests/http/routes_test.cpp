// The route table, its documentation, and how requests that make no sense are answered.
#include "http/routes.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>

#include "http/pages/html.hpp"
#include "http/server.hpp"

namespace lth::tests {
namespace {

std::set<std::string> documented_paths() {
    std::ifstream file(std::string(LTH_SOURCE_DIR) + "/api/openapi.yaml");
    std::set<std::string> paths;
    std::string line;
    bool inside = false;
    while (std::getline(file, line)) {
        if (line == "paths:") inside = true;
        const bool is_path = inside && line.starts_with("  /") && line.ends_with(":");
        if (is_path) paths.insert(line.substr(2, line.size() - 3));
    }
    return paths;
}

bool is_page(std::string_view pattern) {
    return !pattern.starts_with("/api/") && pattern != "/healthz" && pattern != "/metrics";
}

http::Target target(std::string_view text) { return http::parse_target(text).value(); }

TEST(Routes, TheDocumentedPathsAreThoseThatAreServed) {
    std::set<std::string> served;
    for (const auto& route : http::all_routes()) {
        if (!is_page(route.pattern)) served.insert(std::string(route.pattern));
    }
    EXPECT_EQ(documented_paths(), served);
}

TEST(Routes, NamesAreUnique) {
    std::set<std::string_view> names;
    for (const auto& route : http::all_routes()) EXPECT_TRUE(names.insert(route.name).second);
}

TEST(Routes, PatternsCaptureSegments) {
    const auto found =
        http::match(http::all_routes(), http::Method::get, target("/units/14758?lang=en"));
    ASSERT_TRUE(std::holds_alternative<http::Found>(found));
    EXPECT_EQ(std::get<http::Found>(found).route->name, "unit");
    EXPECT_EQ(std::get<http::Found>(found).path.at("code"), "14758");
}

TEST(Routes, OtherPathsAndMethodsAreToldApart) {
    const auto routes = http::all_routes();
    const auto nowhere = http::match(routes, http::Method::get, target("/nowhere"));
    EXPECT_TRUE(std::holds_alternative<http::NoSuchPath>(nowhere));
    const auto post = http::match(routes, http::Method::post, target("/standing"));
    ASSERT_TRUE(std::holds_alternative<http::NoSuchMethod>(post));
    EXPECT_NE(std::get<http::NoSuchMethod>(post).allowed.find("GET"), std::string::npos);
}

TEST(Targets, WhatIsNotAPathIsRefused) {
    for (const char* text : {"", "standing", "/a/../b", "/a?x=1&x=2", "/%zz", "/%ff", "/%00"}) {
        EXPECT_FALSE(http::parse_target(text)) << text;
    }
    // A bare byte that only an escape makes text would come back in the answer as it is.
    EXPECT_FALSE(http::parse_target("/l\xCD%AAn"));
    EXPECT_EQ(target("/clubs?q=t%C3%A0o+tr%E1%BB%A5").parameter("q"), "tào trụ");
}

TEST(Listen, AddressesAndNonsense) {
    EXPECT_EQ(http::parse_listen("8080")->host, "127.0.0.1");
    EXPECT_EQ(http::parse_listen("[::1]:9000")->port, 9000);
    for (const char* text : {"", "localhost:x", "127.0.0.1:99999", "example:80"}) {
        EXPECT_FALSE(http::parse_listen(text)) << text;
    }
}

TEST(Html, AClubNamedLikeAScriptIsText) {
    http::pages::Html html;
    html.open("p", {{"title", "\"><script>"}}).text("<script>alert(1)</script>").close();
    const auto text = std::move(html).take();
    EXPECT_EQ(text.find("<script>"), std::string::npos);
    EXPECT_NE(text.find("&lt;script&gt;"), std::string::npos);
}

}  // namespace
}  // namespace lth::tests
