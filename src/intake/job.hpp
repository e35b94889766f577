// Writing what was planned, and taking it back.
#pragma once

#include <functional>

#include "app/books.hpp"
#include "intake/planner.hpp"

namespace lth::intake {

enum class Going : std::uint8_t { on, stop };
enum class Ended : std::uint8_t { done, stopped };

/// Called after each commit; what is written stays written if it says stop.
using WriteProgress = std::function<Going(std::size_t done, std::size_t entries)>;

struct Writing {
    WriteProgress progress;
    app::RightsCheck refused = {};  // whose rights have limits
};

/// Writes the plan in short commits and keeps the job. Killed or refused half-way, the same import
/// goes on: what stands already is recognised row by row. The rejection names what somebody else
/// wrote meanwhile.
[[nodiscard]] core::Result<Ended> write(app::Books& books, app::Store& store, app::Clock& clock,
                                        Plan plan, const Writing& writing);

/// Plans the reversal of every operation of the job that still stands; an operation that others
/// depend on is an error that names them.
[[nodiscard]] core::Result<Plan> plan_undo(Planner& planner, const core::Uuid& job);

/// Says of a job that it was undone.
void mark_undone(app::Store& store, const core::Uuid& job);

}  // namespace lth::intake
