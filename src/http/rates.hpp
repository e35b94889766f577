// How many requests a minute one address or one device may make: buckets of tokens, of which only a
// bounded number is kept.
#pragma once

#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/result.hpp"
#include "http/limits.hpp"

namespace lth::http {

class Buckets {
public:
    using Time = std::chrono::steady_clock::time_point;

    Buckets(Rate rate, std::size_t most) : rate_(rate), most_(most) {}

    /// Takes one token; the seconds until there is one again if there is none, else 0.
    [[nodiscard]] std::chrono::seconds take(std::string_view who, Time now);
    [[nodiscard]] std::size_t size() const { return buckets_.size(); }

private:
    struct Bucket {
        std::string who;
        std::chrono::nanoseconds owed;  // until it is full again
        Time at;
    };

    Rate rate_;
    std::size_t most_;
    std::list<Bucket> buckets_;  // the one used last in front
    std::unordered_map<std::string_view, std::list<Bucket>::iterator> by_name_;
};

/// May be called from any thread. Rule http.too_many, with the seconds to wait.
class Rates {
public:
    using Now = std::function<Buckets::Time()>;

    explicit Rates(const RateLimits& limits = {}, Now now = std::chrono::steady_clock::now);

    /// By the address of whoever asks, before anything is done for it.
    [[nodiscard]] core::Result<void> count_address(std::string_view client);
    /// By a device that has signed in: nobody can use up what is another's.
    [[nodiscard]] core::Result<void> count_device(std::string_view device);

private:
    core::Result<void> count(Buckets& buckets, std::string_view who);

    Now now_;
    std::mutex mutex_;
    Buckets addresses_;
    Buckets devices_;
};

}  // namespace lth::http
