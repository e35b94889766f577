// A browser for tests: keeps cookies, says where its pages come from, asks for JSON and pages.
#pragma once

#include <map>

#include "support/http/client.hpp"

namespace lth::tests {

class Browser {
public:
    Browser() = default;
    explicit Browser(std::uint16_t port) : port_(port) {}

    /// Sec-Fetch-Site of what it sends; empty: an old browser, which sends `origin` only.
    std::string site = "same-origin";
    std::string origin;
    std::map<std::string, std::string> cookies;

    Answered ask(std::string_view method, std::string_view target, const std::string& body = {},
                 std::string_view type = "application/json") {
        std::string text =
            std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: lth.test\r\n";
        if (!site.empty()) text += "Sec-Fetch-Site: " + site + "\r\n";
        if (!origin.empty()) text += "Origin: " + origin + "\r\n";
        if (!body.empty()) text += "Content-Type: " + std::string(type) + "\r\n";
        std::string kept;
        for (const auto& [name, value] : cookies) {
            kept += (kept.empty() ? "" : "; ") + name + "=" + value;
        }
        if (!kept.empty()) text += "Cookie: " + kept + "\r\n";
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        Client client(port_);
        client.send(text);
        auto answer = client.read();
        for (const auto& cookie : answer.cookies) keep(cookie);
        return answer;
    }
    Answered get(std::string_view target) { return ask("GET", target); }
    Answered post(std::string_view target, const std::string& body) {
        return ask("POST", target, body);
    }
    Answered form(std::string_view target, const std::string& body) {
        return ask("POST", target, body, "application/x-www-form-urlencoded");
    }

private:
    void keep(const std::string& cookie) {
        const auto equals = cookie.find('=');
        const auto name = cookie.substr(0, equals);
        const auto value = cookie.substr(equals + 1, cookie.find(';') - equals - 1);
        if (value.empty()) {
            cookies.erase(name);
        } else {
            cookies[name] = value;
        }
    }

    std::uint16_t port_ = 0;
};

}  // namespace lth::tests
