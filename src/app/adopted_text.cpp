#include "app/adopted_text.hpp"

#include "facts/criteria.hpp"
#include "facts/scheme.hpp"

namespace lth::app {
namespace {

std::optional<core::Rejection> refused(const core::registry::SchemeAdopted& what) {
    const auto scheme = facts::parse_scheme(what.text.value);
    if (!scheme) return scheme.error();
    if (scheme->id == what.scheme.value) return std::nullopt;
    return core::make_rejection("adoption.scheme.other", "text",
                                {{"scheme", what.scheme.value}, {"other", scheme->id}});
}

std::optional<core::Rejection> refused(const core::registry::CriteriaAdopted& what) {
    const auto criteria = facts::parse_criteria(what.text.value);
    return criteria ? std::nullopt : std::optional(criteria.error());
}

}  // namespace

std::optional<core::Rejection> refused_text(const Ops& ops) {
    const auto* list = std::get_if<std::vector<core::registry::RegistryOp>>(&ops);
    if (list == nullptr) return std::nullopt;
    for (std::size_t i = 0; i < list->size(); ++i) {
        std::optional<core::Rejection> no;
        const auto& what = (*list)[i].what;
        if (const auto* scheme = std::get_if<core::registry::SchemeAdopted>(&what)) {
            no = refused(*scheme);
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
