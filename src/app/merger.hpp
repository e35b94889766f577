// A club that is merged goes into one that took over what it had.
#pragma once

#include <optional>

#include "app/book.hpp"

namespace lth::app {

/// Rule handover.merged_elsewhere: the book says that clubs took over, and that it ends in another.
/// One that was handed over to nobody, or only to associations, may end in any.
[[nodiscard]] std::optional<core::Rejection> refused_merger(Store& store, const Book& book,
                                                            const Ops& ops);

}  // namespace lth::app
