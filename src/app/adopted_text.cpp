#include "app/adopted_text.hpp"

#include "core/registry/registry.hpp"
#include "facts/criteria.hpp"
#include "facts/scheme.hpp"

namespace lth::app {
namespace {

using core::registry::Registry;

// One that cannot be read any more stands in nobody's way.
bool is_taken(const Registry* registry, const facts::Scheme& scheme) {
    if (registry == nullptr) return false;
    const auto versions = core::registry::scheme_versions(*registry, scheme.id);
    if (versions.empty()) return false;
    const auto before = facts::parse_scheme(versions.back()->text.value);
    if (!before) return false;
    return !before->province_code || before->province_code != scheme.province_code ||
           before->begins != scheme.begins || before->baseline != scheme.baseline;
}

std::optional<core::Rejection> refused(const Registry* registry,
                                       const core::registry::SchemeAdopted& what) {
    const auto scheme = facts::parse_scheme(what.text.value);
    if (!scheme) return scheme.error();
    if (scheme->id != what.scheme.value) {
        return core::make_rejection("adoption.scheme.other", "text",
                                    {{"scheme", what.scheme.value}, {"other", scheme->id}});
    }
    if (!is_taken(registry, *scheme)) return std::nullopt;
    return core::make_rejection("adoption.scheme.taken", "scheme", {{"scheme", scheme->id}});
}

std::optional<core::Rejection> refused(const core::registry::CriteriaAdopted& what) {
    const auto criteria = facts::parse_criteria(what.text.value);
    return criteria ? std::nullopt : std::optional(criteria.error());
}

}  // namespace

std::optional<core::Rejection> refused_text(const Book& book, const Ops& ops) {
    const auto* list = std::get_if<std::vector<core::registry::RegistryOp>>(&ops);
    if (list == nullptr) return std::nullopt;
    for (std::size_t i = 0; i < list->size(); ++i) {
        std::optional<core::Rejection> no;
        const auto& what = (*list)[i].what;
        if (const auto* scheme = std::get_if<core::registry::SchemeAdopted>(&what)) {
            no = refused(book.as<Registry>(), *scheme);
        } else if (const auto* criteria = std::get_if<core::registry::CriteriaAdopted>(&what)) {
            no = refused(*criteria);
        }
        if (!no) continue;
        no->op_index = static_cast<std::int32_t>(i);
        return no;
    }
    return std::nullopt;
}

}  // namespace lth::app
