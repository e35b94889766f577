#include "support/http/certificate.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace lth::tests {
namespace {

namespace fs = std::filesystem;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using File = std::unique_ptr<FILE, decltype(&std::fclose)>;

File open_new(const std::string& path) {
    File file(std::fopen(path.c_str(), "w"), std::fclose);
    if (!file) throw std::runtime_error("cannot write " + path);
    return file;
}

Certificate certificate_of(EVP_PKEY& key, const Made& made) {
    Certificate certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), made.serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), made.from_s);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), made.until_s);
    X509_set_pubkey(certificate.get(), &key);
    auto* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    if (X509_sign(certificate.get(), &key, EVP_sha256()) == 0) {
        throw std::runtime_error("cannot sign a certificate");
    }
    return certificate;
}

}  // namespace

CertificateFolder::CertificateFolder() {
    std::string name = (fs::temp_directory_path() / "lienthehe-tls.XXXXXX").string();
    folder_ = mkdtemp(name.data());
}

CertificateFolder::~CertificateFolder() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

http::CertificateFiles CertificateFolder::make(const Made& made) {
    const http::CertificateFiles files{file("cert.pem"), file("key.pem")};
    const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const auto certificate = certificate_of(*key, made);
    PEM_write_X509(open_new(files.certificate).get(), certificate.get());
    const auto* cipher = made.password.empty() ? nullptr : EVP_aes_256_cbc();
    PEM_write_PKCS8PrivateKey(open_new(files.key).get(), key.get(), cipher, made.password.data(),
                              static_cast<int>(made.password.size()), nullptr, nullptr);
    // Two writes within one tick of the file system's clock look alike.
    fs::last_write_time(files.key, fs::last_write_time(files.key) + std::chrono::seconds(++times_));
    return files;
}

}  // namespace lth::tests
