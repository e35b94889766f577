// lienthehe serve: the pages and the JSON API.
#include <fmt/core.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "app/held_rights.hpp"
#include "app/office.hpp"
#include "app/phones.hpp"
#include "app/province.hpp"
#include "app/verify.hpp"
#include "cli/command.hpp"
#include "cli/system.hpp"
#include "http/server.hpp"
#include "http/site.hpp"

namespace lth::cli {
namespace {

struct Serving {
    std::string listen = "127.0.0.1:8080";
    http::CertificateFiles tls;
    std::vector<std::string> proxies;
    http::Public open = http::Public::none;
};

core::Result<http::Transport> transport_of(const Serving& serving) {
    http::Transport transport;
    for (const auto& text : serving.proxies) {
        auto proxy = http::parse_proxy(text);
        if (!proxy) return std::unexpected(std::move(proxy.error()));
        transport.trusted.push_back(*proxy);
    }
    if (serving.tls.certificate.empty()) return transport;
    auto tls = http::Tls::open(serving.tls);
    if (!tls) return std::unexpected(std::move(tls.error()));
    transport.tls = std::move(*tls);
    return transport;
}

http::Watch watching(http::Metrics& metrics) {
    http::Watch watch;
    watch.exchange = [&metrics](const http::Exchange& exchange) {
        metrics.count(exchange.route, exchange.status, exchange.took);
        spdlog::info("{} {} {} {} {} B {} us", exchange.client, exchange.method, exchange.path,
                     exchange.status, exchange.bytes, exchange.took.count());
    };
    watch.certificate = [](const core::Result<void>& read) {
        if (read) {
            spdlog::info("certificate read again");
        } else {
            spdlog::error("certificate kept as it was: {}: {}", read.error().rule.id(),
                          message(read.error(), core::Language::en));
        }
    };
    return watch;
}

// Rows that an older version of the programme left behind; seconds, once after an upgrade.
void rebuild_outdated(app::Store& store) {
    const auto rebuilt =
        app::rebuild(store, app::RebuildWhich::outdated, [](std::size_t, std::size_t) {});
    if (rebuilt.books > 0) spdlog::info("rows of {} books rebuilt", rebuilt.books);
}

Exit serve(const Settings& settings, const Serving& serving) {
    const auto address = http::parse_listen(serving.listen);
    if (!address) return refuse(settings, address.error());
    const auto transport = transport_of(serving);
    if (!transport) return refuse(settings, transport.error());
    // Standard output says where the pages are; whoever reads only that line must not block us.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("lienthehe"));
    const auto store = open_or_create_store(settings);
    rebuild_outdated(*store);
    SystemClock clock;
    app::Province province(*store, clock);
    (void)province.simulated();  // read everything before the first visitor
    http::Metrics metrics;
    SystemIds ids;
    app::Books books(*store, clock);
    app::HeldRights rights(*store, province, clock);
    app::SyncDesk desk(*store, books, clock, rights);
    app::Devices devices(*store, books, clock, ids);
    app::AttachmentDesk attachments(*store, books, clock, rights);
    app::PhoneDesk phones(devices, desk, attachments);
    const http::Limits limits;
    app::OfficerDesk officers({*store, province, province, rights, clock, ids},
                              {.at_once = limits.hashing});
    app::ClubOffice office({*store, books, clock, ids, devices, rights, province, province});
    intake::ImportDesk imports({*store, books, clock, ids, rights, province});
    http::Rates rates;
    const http::Services services{province, phones, metrics,      rates,
                                  officers, office, serving.open, imports};
    http::Server server(
        *address, limits, [&](const http::Request& request) { return answer(request, services); },
        watching(metrics), *transport);
    server.watch_signals();
    fmt::print("{} {}://{}:{}/\n", say(settings, "Mở trang:", "Open:"),
               transport->tls ? "https" : "http", address->host, server.port());
    std::fflush(stdout);
    server.run();
    return Exit::ok;
}

}  // namespace

void add_serve(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand("serve", "mở các trang và API · pages and API");
    const auto serving = std::make_shared<Serving>();
    command->add_option("--listen", serving->listen, "địa chỉ · address (127.0.0.1:8080)");
    auto* certificate = command->add_option("--tls-cert", serving->tls.certificate,
                                            "chứng thư PEM: mở https · a certificate: https");
    auto* key = command->add_option("--tls-key", serving->tls.key, "khóa PEM của nó · its key");
    certificate->needs(key);
    key->needs(certificate);
    command->add_option("--trusted-proxy", serving->proxies,
                        "địa chỉ máy trung gian được tin · a proxy that tells whose request it is");
    add_choice(*command, "--public", serving->open,
               {{"none", http::Public::none},
                {"figures", http::Public::figures},
                {"books", http::Public::books}},
               "ai chưa đăng nhập được xem gì · what is seen without a sign-in "
               "(none | figures | books; none)");
    command->callback([&settings, &action, serving] {
        action = [&settings, serving] { return serve(settings, *serving); };
    });
}

}  // namespace lth::cli
