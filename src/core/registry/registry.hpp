// The folded registry book: dated settings, versions of schemes and criteria, programmes, clusters,
// claims of documents. Every record keeps the operation that made it, so it can be taken back.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/entry_ref.hpp"
#include "core/registry/operations.hpp"
#include "core/result.hpp"

namespace lth::core::registry {

/// Index into Registry::ops; grows with the fold, so of two records of one day the later is in
/// force.
using OpNumber = std::uint32_t;

struct OpRecord {
    EntryId entry_id;
    std::uint32_t op_index = 0;
    std::uint64_t seq = 0;
    Date on;
    std::string_view op;  // its name on the wire
    bool live = true;     // false: reversed
};

template <class What>
struct Recorded {
    OpNumber op;
    What what;
};

struct Registry {
    std::vector<OpRecord> ops;

    // In the order recorded; what was reversed is taken out.
    std::vector<Recorded<SettingSet>> settings;
    std::vector<Recorded<SchemeAdopted>> schemes;
    std::vector<Recorded<CriteriaAdopted>> criteria;
    std::vector<Recorded<ProgrammeAdded>> programmes;
    std::vector<Recorded<ClusterSet>> clusters;
    std::vector<Recorded<ClaimRecorded>> claims;
    std::vector<Recorded<RetentionSet>> retentions;
    std::vector<Recorded<AttachmentAdded>> attachments;
};

/// Folds one entry of a known history: total, refuses nothing, never changes for a version.
void apply(Registry& registry, const EntryRef& entry, std::span<const RegistryOp> ops);

/// Which rule refuses the entry, if any does.
[[nodiscard]] std::optional<Rejection> judge(const Registry& registry, const EntryRef& entry,
                                             std::span<const RegistryOp> ops);

/// Judges and applies; on a rejection the book is as before.
[[nodiscard]] Result<void> admit(Registry& registry, const EntryRef& entry,
                                 std::span<const RegistryOp> ops);

/// The value of a dated setting on a day; null before any.
[[nodiscard]] std::optional<std::int64_t> setting_on(const Registry& registry, std::string_view key,
                                                     Date date);

/// The version of a scheme or of criteria in force on a day; before the first that one. Null if the
/// book does not know the id.
[[nodiscard]] const SchemeAdopted* scheme_on(const Registry& registry, std::string_view scheme,
                                             Date date);
[[nodiscard]] const CriteriaAdopted* criteria_on(const Registry& registry,
                                                 std::string_view criteria, Date date);

/// All versions by `from`: a goal changed by decision keeps both values with their dates.
[[nodiscard]] std::vector<const SchemeAdopted*> scheme_versions(const Registry& registry,
                                                                std::string_view scheme);
/// Ids of all schemes, as first adopted.
[[nodiscard]] std::vector<std::string> scheme_ids(const Registry& registry);

[[nodiscard]] const ProgrammeAdded* find_programme(const Registry& registry, ProgrammeId programme);
/// Programmes that count as the scheme's own.
[[nodiscard]] std::vector<ProgrammeId> programmes_of(const Registry& registry,
                                                     std::string_view scheme);

/// Clusters that have communes on the day, as first set.
[[nodiscard]] std::vector<const ClusterSet*> clusters_on(const Registry& registry, Date date);
[[nodiscard]] const ClusterSet* cluster_on(const Registry& registry, ClusterId cluster, Date date);

/// Months that parts of the class are kept; null: no rule, they stay.
[[nodiscard]] std::optional<std::int64_t> retention_on(const Registry& registry, Retained what,
                                                       Date date);

}  // namespace lth::core::registry
