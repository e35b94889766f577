#include "http/rates.hpp"

#include "http/client_address.hpp"

namespace lth::http {

std::chrono::seconds Buckets::take(std::string_view who, Time now) {
    const auto token = std::chrono::nanoseconds(std::chrono::minutes(1)) / rate_.a_minute;
    const auto full = token * rate_.at_once;
    const auto known = by_name_.find(who);
    if (known == by_name_.end()) {
        if (buckets_.size() >= most_) {  // the one that has been quiet longest begins anew
            by_name_.erase(buckets_.back().who);
            buckets_.pop_back();
        }
        buckets_.push_front({std::string(who), std::chrono::nanoseconds{0}, now});
        by_name_.emplace(buckets_.front().who, buckets_.begin());
    } else {
        buckets_.splice(buckets_.begin(), buckets_, known->second);
    }
    auto& bucket = buckets_.front();
    bucket.owed = std::max(bucket.owed - (now - bucket.at), std::chrono::nanoseconds{0});
    bucket.at = now;
    if (bucket.owed + token > full) {
        return std::chrono::ceil<std::chrono::seconds>(bucket.owed + token - full);
    }
    bucket.owed += token;
    return std::chrono::seconds{0};
}

Rates::Rates(const RateLimits& limits, Now now)
    : now_(std::move(now)),
      addresses_(limits.address, limits.most_kept),
      devices_(limits.device, limits.most_kept) {}

core::Result<void> Rates::count_address(std::string_view client) {
    const auto who = counted_as(client);
    return who.empty() ? core::Result<void>{} : count(addresses_, who);
}

core::Result<void> Rates::count_device(std::string_view device) { return count(devices_, device); }

core::Result<void> Rates::count(Buckets& buckets, std::string_view who) {
    const std::lock_guard lock(mutex_);
    const auto wait = buckets.take(who, now_());
    if (wait.count() == 0) return {};
    return core::reject("http.too_many", {}, {{"seconds", std::to_string(wait.count())}});
}

}  // namespace lth::http
