// Certificates for tests, made when they are needed: a key of P-256 that vouches for itself.
#pragma once

#include <filesystem>
#include <string>

#include "http/tls.hpp"

namespace lth::tests {

struct Made {
    long serial = 1;
    long from_s = -60;  // seconds from now
    long until_s = 3600;
    std::string password = {};  // of the key
};

/// A folder with a certificate and its key, and with what is wrong in it.
class CertificateFolder {
public:
    CertificateFolder();
    ~CertificateFolder();
    CertificateFolder(const CertificateFolder&) = delete;
    CertificateFolder& operator=(const CertificateFolder&) = delete;

    /// Writes both files; what was read before shows that it is another.
    http::CertificateFiles make(const Made& made = {});
    [[nodiscard]] std::string file(const std::string& name) const { return folder_ / name; }

private:
    std::filesystem::path folder_;
    int times_ = 0;
};

}  // namespace lth::tests
