#include "http/tls.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <utility>

namespace lth::http {
namespace {

namespace ssl = boost::asio::ssl;

// Forward secrecy and authenticated encryption only. TLS 1.3 has no other kind.
constexpr const char* ciphers_of_1_2 = "ECDHE+AESGCM:ECDHE+CHACHA20";

core::Result<void> check_validity(const X509& certificate, const std::string& file) {
    if (X509_cmp_current_time(X509_get0_notAfter(&certificate)) <= 0) {
        return core::reject("tls.certificate.expired", "tls-cert", {{"file", file}});
    }
    if (X509_cmp_current_time(X509_get0_notBefore(&certificate)) > 0) {
        return core::reject("tls.certificate.not_yet", "tls-cert", {{"file", file}});
    }
    return {};
}

core::Result<std::unique_ptr<ssl::context>> read_context(const CertificateFiles& files) {
    auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
    auto* const native = context->native_handle();
    boost::system::error_code error;
    // Without it OpenSSL asks the terminal, and a server has nobody there.
    context->set_password_callback([](std::size_t, ssl::context::password_purpose) { return ""; });
    context->use_certificate_chain_file(files.certificate, error);
    if (error) {
        return core::reject("tls.certificate.unreadable", "tls-cert",
                            {{"file", files.certificate}});
    }
    // Refused when it is of another certificate: told apart from a file that is no key.
    context->use_private_key_file(files.key, ssl::context::pem, error);
    if (error &&
        ERR_GET_REASON(static_cast<unsigned long>(error.value())) == X509_R_KEY_VALUES_MISMATCH) {
        return core::reject("tls.key.other", "tls-key", {{"file", files.key}});
    }
    if (error) return core::reject("tls.key.unreadable", "tls-key", {{"file", files.key}});
    if (SSL_CTX_check_private_key(native) != 1) {
        return core::reject("tls.key.other", "tls-key", {{"file", files.key}});
    }
    if (auto valid = check_validity(*SSL_CTX_get0_certificate(native), files.certificate); !valid) {
        return std::unexpected(std::move(valid.error()));
    }
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(native, ciphers_of_1_2);
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                    SSL_OP_CIPHER_SERVER_PREFERENCE |
                                    SSL_OP_PRIORITIZE_CHACHA);  // phones without AES in hardware
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);         // a waiting connection holds none
    return context;
}

}  // namespace

Tls::Stamp Tls::stamp() const {
    std::error_code gone;  // a file that is not there has the time of its own
    return {std::filesystem::last_write_time(files_.certificate, gone),
            std::filesystem::last_write_time(files_.key, gone)};
}

core::Result<std::unique_ptr<Tls>> Tls::open(CertificateFiles files) {
    std::unique_ptr<Tls> tls(new Tls(std::move(files)));
    if (auto read = tls->renew(); !read) return std::unexpected(std::move(read.error()));
    return tls;
}

bool Tls::has_changed() const { return stamp() != read_; }

core::Result<void> Tls::renew() {
    read_ = stamp();  // before reading: a change meanwhile is seen the next time
    auto context = read_context(files_);
    if (!context) return std::unexpected(std::move(context.error()));
    context_ = std::move(*context);
    return {};
}

}  // namespace lth::http
