#include <algorithm>

#include "core/registry/registry.hpp"

namespace lth::core::registry {
namespace {

using Verdict = std::optional<Rejection>;

std::optional<OpNumber> find_op(const Registry& book, const OpReversed& what) {
    for (auto at = book.ops.size(); at-- > 0;) {
        const auto& record = book.ops[at];
        if (record.entry_id == what.entry_id && record.op_index == what.op_index.value) {
            return static_cast<OpNumber>(at);
        }
    }
    return std::nullopt;
}

/// The programmes and schemes that one operation brought in, and who names them later.
std::optional<OpNumber> find_dependent(const Registry& book, OpNumber op) {
    for (const auto& scheme : book.schemes) {
        if (scheme.op != op) continue;
        const auto versions = scheme_versions(book, scheme.what.scheme.value);
        if (versions.size() > 1) continue;  // another version of it remains
        for (const auto& programme : book.programmes) {
            if (programme.what.scheme == scheme.what.scheme) return programme.op;
        }
    }
    return std::nullopt;
}

class Applier {
public:
    explicit Applier(Registry& book)
        : book_(book), op_(static_cast<OpNumber>(book.ops.size() - 1)) {}

    void operator()(const SettingSet& what) { book_.settings.push_back({op_, what}); }
    void operator()(const SchemeAdopted& what) { book_.schemes.push_back({op_, what}); }
    void operator()(const CriteriaAdopted& what) { book_.criteria.push_back({op_, what}); }
    void operator()(const ProgrammeAdded& what) { book_.programmes.push_back({op_, what}); }
    void operator()(const ClusterSet& what) { book_.clusters.push_back({op_, what}); }
    void operator()(const ClaimRecorded& what) { book_.claims.push_back({op_, what}); }
    void operator()(const RetentionSet& what) { book_.retentions.push_back({op_, what}); }
    void operator()(const AttachmentAdded& what) { book_.attachments.push_back({op_, what}); }
    void operator()(const PrivateErased&) {}
    void operator()(const OpReversed& what) {
        const auto target = find_op(book_, what);
        if (!target || book_.ops[*target].op == OpReversed::op) return;
        book_.ops[*target].live = false;
        const auto drop = [&](auto& records) {
            std::erase_if(records, [&](const auto& record) { return record.op == *target; });
        };
        drop(book_.settings);
        drop(book_.schemes);
        drop(book_.criteria);
        drop(book_.programmes);
        drop(book_.clusters);
        drop(book_.claims);
        drop(book_.retentions);
        drop(book_.attachments);
    }

private:
    Registry& book_;
    OpNumber op_;
};

class Judge {
public:
    explicit Judge(const Registry& book) : book_(book) {}

    // Of two values from one day the later recorded is in force.
    Verdict operator()(const SettingSet&) const { return std::nullopt; }
    Verdict operator()(const SchemeAdopted& what) const {
        if (!is_id(what.scheme.value)) return bad_id("scheme", what.scheme.value);
        return same_day(book_.schemes, what,
                        [&](const SchemeAdopted& other) { return other.scheme == what.scheme; });
    }
    Verdict operator()(const CriteriaAdopted& what) const {
        if (!is_id(what.criteria.value)) return bad_id("criteria", what.criteria.value);
        return same_day(book_.criteria, what, [&](const CriteriaAdopted& other) {
            return other.criteria == what.criteria;
        });
    }
    Verdict operator()(const ProgrammeAdded& what) const {
        if (const auto* known = find_programme(book_, what.programme)) {
            return make_rejection(
                "registry.programme.exists", "programme",
                {{"programme", to_text(what.programme)}, {"name", known->name.value}});
        }
        if (what.scheme && scheme_versions(book_, what.scheme->value).empty()) {
            return make_rejection("registry.scheme.unknown", "scheme",
                                  {{"scheme", what.scheme->value}});
        }
        return std::nullopt;
    }
    Verdict operator()(const ClusterSet& what) const;
    Verdict operator()(const ClaimRecorded& what) const;
    Verdict operator()(const RetentionSet&) const { return std::nullopt; }
    Verdict operator()(const OpReversed& what) const;
    Verdict operator()(const PrivateErased&) const { return std::nullopt; }
    Verdict operator()(const AttachmentAdded&) const { return std::nullopt; }

private:
    /// Ids of documents are typed in commands and addresses: "thanh-hoa-5133".
    static bool is_id(std::string_view text) {
        return std::ranges::all_of(text, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
    }
    static Verdict bad_id(std::string_view field, const std::string& text) {
        return make_rejection("registry.id", field, {{"id", text}});
    }
    /// Two texts of one thing from one day: which of them is meant nobody could say.
    static Verdict same_day(const auto& records, const auto& what, auto is_same) {
        for (const auto& record : records) {
            if (record.what.from == what.from && is_same(record.what)) {
                return make_rejection("registry.same_day", "from", {{"from", to_text(what.from)}});
            }
        }
        return std::nullopt;
    }

    const Registry& book_;
};

Verdict Judge::operator()(const ClusterSet& what) const {
    auto communes = what.communes;
    std::ranges::sort(communes);
    if (std::ranges::adjacent_find(communes) != communes.end()) {
        return make_rejection("registry.cluster.twice", "communes");
    }
    for (const auto* other : clusters_on(book_, what.from)) {
        if (other->cluster == what.cluster) continue;
        for (const auto commune : other->communes) {
            if (!std::ranges::binary_search(communes, commune)) continue;
            return make_rejection("registry.cluster.taken", "communes",
                                  {{"commune", to_text(commune)}, {"cluster", other->name.value}});
        }
    }
    return same_day(book_.clusters, what,
                    [&](const ClusterSet& other) { return other.cluster == what.cluster; });
}

Verdict Judge::operator()(const ClaimRecorded& what) const {
    if (what.relation == Relation::words) {
        if (!what.words) return make_rejection("registry.claim.words", "words");
    } else if (!what.value) {
        return make_rejection("registry.claim.value", "value");
    }
    const bool is_share = what.measure.value.ends_with("_share");
    if (what.value && (*what.value < 0 || (is_share && *what.value > one_million))) {
        return make_rejection("registry.claim.range", "value",
                              {{"value", std::to_string(*what.value)}});
    }
    for (const auto& [op, other] : book_.claims) {
        if (other.document == what.document && other.date == what.date &&
            other.measure == what.measure) {
            return make_rejection("registry.claim.exists", "measure",
                                  {{"measure", what.measure.value}});
        }
    }
    return std::nullopt;
}

Verdict Judge::operator()(const OpReversed& what) const {
    const auto target = find_op(book_, what);
    if (!target) {
        return make_rejection("registry.reversal.unknown", "op_index",
                              {{"op_index", std::to_string(what.op_index.value)},
                               {"entry_id", to_text(what.entry_id)}});
    }
    const auto& record = book_.ops[*target];
    if (record.op == OpReversed::op || record.op == PrivateErased::op) {
        return make_rejection("registry.reversal.kind", "op_index",
                              {{"op", std::string(record.op)}});
    }
    if (!record.live) return make_rejection("registry.reversal.already", "op_index");
    if (const auto later = find_dependent(book_, *target)) {
        const auto& other = book_.ops[*later];
        return make_rejection("registry.reversal.depended_on", "op_index",
                              {{"op", std::string(other.op)},
                               {"seq", std::to_string(other.seq)},
                               {"op_index", std::to_string(other.op_index)}});
    }
    return std::nullopt;
}

void apply_at(Registry& registry, const EntryRef& entry, const RegistryOp& op, std::size_t index) {
    registry.ops.push_back({.entry_id = entry.entry_id,
                            .op_index = static_cast<std::uint32_t>(index),
                            .seq = entry.seq,
                            .on = op.on,
                            .op = std::visit([](const auto& what) { return what.op; }, op.what)});
    std::visit(Applier(registry), op.what);
}

}  // namespace

void apply(Registry& registry, const EntryRef& entry, std::span<const RegistryOp> ops) {
    for (std::size_t i = 0; i < ops.size(); ++i) apply_at(registry, entry, ops[i], i);
}

std::optional<Rejection> judge(const Registry& registry, const EntryRef& entry,
                               std::span<const RegistryOp> ops) {
    Registry after = registry;
    const Date limit = entry.today + 1;
    for (std::size_t i = 0; i < ops.size(); ++i) {
        auto no = ops[i].on > limit
                      ? make_rejection("entry.dated_ahead", "on",
                                       {{"on", to_text(ops[i].on)}, {"limit", to_text(limit)}})
                      : std::visit(Judge(after), ops[i].what);
        if (no) {
            no->op_index = static_cast<std::int32_t>(i);
            return no;
        }
        apply_at(after, entry, ops[i], i);
    }
    return std::nullopt;
}

Result<void> admit(Registry& registry, const EntryRef& entry, std::span<const RegistryOp> ops) {
    if (auto no = judge(registry, entry, ops)) return std::unexpected(std::move(*no));
    apply(registry, entry, ops);
    return {};
}

}  // namespace lth::core::registry
