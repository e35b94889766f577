// The network of the simulation: slow, lossy, out of order, and some things arrive twice.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <queue>
#include <string>
#include <utility>

#include "support/dice.hpp"

namespace lth::sim {

inline constexpr std::int64_t hour = 3'600'000;

struct Message {
    std::size_t phone = 0;
    bool is_answer = false;
    std::string text;
    std::int64_t at = 0;
    std::uint64_t order = 0;
    friend bool operator<(const Message& a, const Message& b) {
        return std::pair(a.at, a.order) > std::pair(b.at, b.order);  // the earliest on top
    }
};

class Network {
public:
    explicit Network(tests::Dice& dice) : dice_(dice) {}

    void post(Message message, std::int64_t now) {
        const auto copies = dice_.chance(15) ? 0 : dice_.chance(15) ? 2 : 1;
        met["message lost"] += copies == 0;
        met["message doubled"] += copies == 2;
        for (int i = 0; i < copies; ++i) {
            const auto delay =
                dice_.chance(80) ? dice_.between(1, hour) : dice_.between(1, 60 * hour);
            message.at = now + delay;
            message.order = ++order_;
            wire_.push(message);
        }
    }
    /// The next that has arrived by now.
    std::optional<Message> take(std::int64_t now) {
        if (wire_.empty() || wire_.top().at > now) return std::nullopt;
        auto message = wire_.top();
        wire_.pop();
        auto& latest = latest_[{message.phone, message.is_answer}];
        met["message overtaken"] += message.order < latest;
        latest = std::max(latest, message.order);
        return message;
    }
    void lose_all() { wire_ = {}; }

    std::map<std::string, int> met;

private:
    tests::Dice& dice_;
    std::priority_queue<Message> wire_;
    std::uint64_t order_ = 0;
    std::map<std::pair<std::size_t, bool>, std::uint64_t> latest_;  // order, each way
};

}  // namespace lth::sim
