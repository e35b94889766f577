#include <openssl/evp.h>

#include "core/sha256.hpp"

namespace lth::core {
namespace {

// Fetching the algorithm and making a context on each call doubles the cost of short messages.
struct Hasher {
    EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    Hasher() = default;
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;
    ~Hasher() {
        EVP_MD_CTX_free(context);
        EVP_MD_free(algorithm);
    }
};

}  // namespace

Digest sha256(std::string_view bytes) {
    thread_local Hasher hasher;
    Digest digest{};
    EVP_DigestInit_ex2(hasher.context, hasher.algorithm, nullptr);
    EVP_DigestUpdate(hasher.context, bytes.data(), bytes.size());
    EVP_DigestFinal_ex(hasher.context, digest.data(), nullptr);
    return digest;
}

}  // namespace lth::core
