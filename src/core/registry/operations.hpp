// Every operation of the registry book: settings, schemes, criteria, programmes, clusters, claims
// of documents. User accounts are not in it.
#pragma once

#include "core/operation.hpp"

namespace lth::core::registry {

/// The text is the record; files in schemes/ are seeds. Adopted again under the same id it is a new
/// version from `from`, and the old one keeps its days.
struct SchemeAdopted {
    static constexpr std::string_view op = "scheme.adopted";
    PublicText scheme;  // "thanh-hoa-5133"
    Date from;
    PublicText legal_basis;
    LongText text;
};
BOOST_DESCRIBE_STRUCT(SchemeAdopted, (), (scheme, from, legal_basis, text))

/// Criteria by which clubs are rated, in versions.
struct CriteriaAdopted {
    static constexpr std::string_view op = "criteria.adopted";
    PublicText criteria;
    Date from;
    std::optional<PublicText> legal_basis;
    LongText text;
};
BOOST_DESCRIBE_STRUCT(CriteriaAdopted, (), (criteria, from, legal_basis, text))

/// project: a donor's · decision: one of the province, a scheme among them.
enum class ProgrammeKind : std::uint8_t { project, decision };
BOOST_DESCRIBE_ENUM(ProgrammeKind, project, decision)

/// What a club was founded under.
struct ProgrammeAdded {
    static constexpr std::string_view op = "programme.added";
    ProgrammeId programme;
    PublicText name;
    ProgrammeKind kind = ProgrammeKind::decision;
    std::optional<PublicText> scheme;  // clubs of it count as founded by that scheme
    std::optional<PublicText> document;
};
BOOST_DESCRIBE_STRUCT(ProgrammeAdded, (), (programme, name, kind, scheme, document))

/// All communes of a cluster (cụm) from a day; none: it is dissolved.
struct ClusterSet {
    static constexpr std::string_view op = "cluster.set";
    ClusterId cluster;
    PublicText name;
    std::vector<UnitId> communes;
    Date from;
};
BOOST_DESCRIBE_STRUCT(ClusterSet, (), (cluster, name, communes, from))

/// eq: exactly · gt: over · ge: at least · words: only words are claimed.
enum class Relation : std::uint8_t { eq, gt, ge, words };
BOOST_DESCRIBE_ENUM(Relation, eq, gt, ge, words)

/// What a document says, kept beside what the books say; it enters no sum.
struct ClaimRecorded {
    static constexpr std::string_view op = "claim.recorded";
    PublicText document;
    Date date;           // the day the figure is about
    PublicText measure;  // a measure's name; shares end with "_share"
    Relation relation = Relation::eq;
    std::optional<std::int64_t> value;  // count or đồng; ppm for shares
    std::optional<PublicText> words;    // as the document puts it
};
BOOST_DESCRIBE_STRUCT(ClaimRecorded, (), (document, date, measure, relation, value, words))

enum class Retained : std::uint8_t { name, contact, sensitive, text, attachment };
BOOST_DESCRIBE_ENUM(Retained, name, contact, sensitive, text, attachment)

/// How long private parts of a class, or attachments, are kept after they were last needed.
struct RetentionSet {
    static constexpr std::string_view op = "retention.set";
    Retained what = Retained::text;
    Count months;
    Date from;
};
BOOST_DESCRIBE_STRUCT(RetentionSet, (), (what, months, from))

using RegistryWhat =
    std::variant<SettingSet, SchemeAdopted, CriteriaAdopted, ProgrammeAdded, ClusterSet,
                 ClaimRecorded, RetentionSet, OpReversed, PrivateErased, AttachmentAdded>;
using RegistryOp = Operation<RegistryWhat>;

}  // namespace lth::core::registry
