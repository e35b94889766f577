// Faults of a database as one clear sentence.
#pragma once

#include <string>

#include "app/fault.hpp"

namespace lth::store {

using app::Fault;

/// `code` is SQLite's extended result code, `detail` its own words.
[[nodiscard]] Fault sqlite_fault(int code, const std::string& detail);

/// `sqlstate` is empty for a lost or refused connection.
[[nodiscard]] Fault postgres_fault(const std::string& sqlstate, const std::string& detail);

}  // namespace lth::store
