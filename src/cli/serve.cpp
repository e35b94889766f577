// lienthehe serve: the pages and the JSON API.
#include <fmt/core.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "app/held_rights.hpp"
#include "app/office.hpp"
#include "app/phones.hpp"
#include "app/province.hpp"
#include "cli/command.hpp"
#include "cli/system.hpp"
#include "http/server.hpp"
#include "http/site.hpp"

namespace lth::cli {
namespace {

Exit serve(const Settings& settings, const std::string& listen, http::Public open) {
    const auto address = http::parse_listen(listen);
    if (!address) return refuse(settings, address.error());
    // Standard output says where the pages are; whoever reads only that line must not block us.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("lienthehe"));
    const auto store = open_store(settings);
    SystemClock clock;
    app::Province province(*store, clock);
    (void)province.simulated();  // read everything before the first visitor
    http::Metrics metrics;
    SystemIds ids;
    app::Books books(*store, clock);
    app::HeldRights rights(*store, province, clock);
    app::SyncDesk desk(*store, books, clock, rights);
    app::Devices devices(*store, books, clock, ids);
    app::PhoneDesk phones(devices, desk);
    const http::Limits limits;
    app::OfficerDesk officers({*store, province, province, rights, clock, ids},
                              {.at_once = limits.hashing});
    app::ClubOffice office({*store, books, clock, ids, devices, rights, province, province});
    const http::Services services{province, phones, metrics, officers, office, open};
    http::Watch watch;
    watch.exchange = [&](const http::Exchange& exchange) {
        metrics.count(exchange.route, exchange.status, exchange.took);
        spdlog::info("{} {} {} {} {} B {} us", exchange.client, exchange.method, exchange.path,
                     exchange.status, exchange.bytes, exchange.took.count());
    };
    http::Server server(
        *address, limits, [&](const http::Request& request) { return answer(request, services); },
        watch);
    server.watch_signals();
    fmt::print("{} http://{}:{}/\n", say(settings, "Mở trang:", "Open:"), address->host,
               server.port());
    std::fflush(stdout);
    server.run();
    return Exit::ok;
}

}  // namespace

void add_serve(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand("serve", "mở các trang và API · pages and API");
    const auto listen = std::make_shared<std::string>("127.0.0.1:8080");
    command->add_option("--listen", *listen, "địa chỉ · address (127.0.0.1:8080)");
    const auto open = std::make_shared<http::Public>(http::Public::none);
    command
        ->add_option("--public", *open,
                     "ai chưa đăng nhập được xem gì · what is seen without a sign-in "
                     "(none | figures | books; none)")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, http::Public>{{"none", http::Public::none},
                                                {"figures", http::Public::figures},
                                                {"books", http::Public::books}}));
    command->callback([&settings, &action, listen, open] {
        action = [&settings, listen, open] { return serve(settings, *listen, *open); };
    });
}

}  // namespace lth::cli
