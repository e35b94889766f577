// A backup in the place of the database: checked in a copy of its own before anything moves.
#pragma once

#include <functional>
#include <string>

namespace lth::store {

/// Copies the SQLite file `backup` beside `path`, lets `check` open and judge the copy, and if it
/// agrees puts it where `path` is. What stood there is kept under the name that is returned, with
/// its unfinished writes; it is empty if nothing stood there or `check` said no (then nothing has
/// changed). Throws Fault, so while another process has `path` open.
[[nodiscard]] std::string restore(const std::string& backup, const std::string& path,
                                  std::int64_t now_ms,
                                  const std::function<bool(const std::string& copy)>& check);

}  // namespace lth::store
