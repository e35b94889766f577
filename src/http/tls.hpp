// The server's certificate and key: read from two files, checked before they are used, read again
// when they change.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "core/result.hpp"

namespace lth::http {

struct CertificateFiles {
    std::string certificate;  // PEM: the server's own first, then those that vouch for it
    std::string key;          // PEM, without a password
};

class Tls {
public:
    /// Rules tls.…: a file that cannot be read, a key of another certificate, a certificate that is
    /// not valid today.
    [[nodiscard]] static core::Result<std::unique_ptr<Tls>> open(CertificateFiles files);

    /// For connections from now on; those that are open keep what they began with.
    [[nodiscard]] boost::asio::ssl::context& context() { return *context_; }

    /// Whether the files are others than those that were read last.
    [[nodiscard]] bool has_changed() const;
    /// Reads the files again; if they are not sound, what was in use stays.
    [[nodiscard]] core::Result<void> renew();

private:
    struct Stamp {
        std::filesystem::file_time_type certificate;
        std::filesystem::file_time_type key;
        friend bool operator==(const Stamp&, const Stamp&) = default;
    };

    explicit Tls(CertificateFiles files) : files_(std::move(files)) {}
    [[nodiscard]] Stamp stamp() const;

    CertificateFiles files_;
    Stamp read_{};
    std::unique_ptr<boost::asio::ssl::context> context_;
};

}  // namespace lth::http
