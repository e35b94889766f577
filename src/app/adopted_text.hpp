// Texts that a registry book adopts are judged before they are recorded: they are data, and every
// later question reads them.
#pragma once

#include <optional>

#include "app/book.hpp"

namespace lth::app {

/// Rules scheme.*; adoption.scheme.other for a text that names another scheme than its operation
/// does; adoption.scheme.taken for one that is no version of the scheme which has its id: versions
/// keep province and beginning, and a national scheme has only one.
[[nodiscard]] std::optional<core::Rejection> refused_text(const Book& book, const Ops& ops);

}  // namespace lth::app
