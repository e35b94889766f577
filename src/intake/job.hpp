// Writing what was planned, and taking it back.
#pragma once

#include <functional>

#include "app/books.hpp"
#include "intake/planner.hpp"

namespace lth::intake {

using WriteProgress = std::function<void(std::size_t done, std::size_t entries)>;

/// Writes the plan in short commits and keeps the job. Killed or refused half-way, the same import
/// goes on: what stands already is recognised row by row. The rejection names what somebody else
/// wrote meanwhile.
[[nodiscard]] core::Result<void> write(app::Books& books, app::Store& store, app::Clock& clock,
                                       Plan plan, const WriteProgress& progress);

/// Plans the reversal of every operation of the job that still stands; an operation that others
/// depend on is an error that names them.
[[nodiscard]] core::Result<Plan> plan_undo(Planner& planner, const core::Uuid& job);

/// Says of a job that it was undone.
void mark_undone(app::Store& store, const core::Uuid& job);

}  // namespace lth::intake
