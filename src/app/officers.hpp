// What browsers of officers ask of the server, and the port that answers them.
#pragma once

#include "app/sessions.hpp"

namespace lth::app {

class Officers {
public:
    virtual ~Officers() = default;

    /// See Sessions.
    [[nodiscard]] virtual core::Result<FoundSession> find(std::string_view token) = 0;
};

class OfficerDesk final : public Officers {
public:
    explicit OfficerDesk(Sessions& sessions) : sessions_(sessions) {}

    core::Result<FoundSession> find(std::string_view token) override {
        return sessions_.find(token);
    }

private:
    Sessions& sessions_;
};

}  // namespace lth::app
