// Opens the database that a URL names.
#pragma once

#include <memory>
#include <string>

#include "app/ports.hpp"

namespace lth::store {

/// How tables are laid out where they do not exist yet; SQLite has one way only.
enum class Layout { plain, partitioned };

/// "sqlite:FILE" or "postgresql://…". Creates and migrates the schema. Throws Fault.
[[nodiscard]] std::unique_ptr<app::Store> open_store(const std::string& url,
                                                     Layout layout = Layout::plain);

}  // namespace lth::store
