// The machine's clock and randomness, and the question options that readers share.
#pragma once

#include "app/ports.hpp"
#include "app/reading.hpp"
#include "cli/command.hpp"

namespace lth::cli {

class SystemClock final : public app::Clock {
public:
    std::int64_t now_ms() override;
};

class SystemIds final : public app::Ids {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// --as-of, --units-as-of, --known-at, --unit, --scheme.
void add_question(CLI::App& app, app::Question& question);

}  // namespace lth::cli
