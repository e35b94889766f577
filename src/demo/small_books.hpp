// The books that the clubs stand on: territory with made-up villages, the registry, and the
// province's association with its care funds.
#pragma once

#include "app/ports.hpp"
#include "demo/demo.hpp"
#include "demo/plan.hpp"

namespace lth::demo {

/// The communes of 1 November 2020 from the catalogue. Throws app::Fault if it cannot be read.
[[nodiscard]] Ground catalogue_ground();

/// Facts of law whole, whatever `until` is; the villages made up, and said so.
[[nodiscard]] app::BookWrite territory_book(const Province& province, const Options& options);

/// Programmes, schemes with their claims, and the mark of a demonstration.
[[nodiscard]] app::BookWrite registry_book(const Province& province, const Options& options);

/// Receipts, grants to new clubs, spending and trainings of the province and its branch fund.
[[nodiscard]] app::BookWrite province_association(const Province& province, const Options& options);

/// Commune associations that raise funds and pass part of them on.
[[nodiscard]] std::vector<app::BookWrite> commune_associations(const Province& province,
                                                               const Options& options);

[[nodiscard]] core::BookId association_book(const Province& province);

}  // namespace lth::demo
