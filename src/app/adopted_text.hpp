// Texts that a registry book adopts are judged before they are recorded: they are data, and every
// later question reads them.
#pragma once

#include <optional>

#include "app/book.hpp"

namespace lth::app {

/// Rules scheme.*, and adoption.scheme.other for a text that names another scheme than its
/// operation does.
[[nodiscard]] std::optional<core::Rejection> refused_text(const Ops& ops);

}  // namespace lth::app
