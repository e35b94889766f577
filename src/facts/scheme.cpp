#include "facts/scheme.hpp"

#include <algorithm>

#include "core/sha256.hpp"

namespace lth::facts {

const std::vector<std::string_view>& target_ids() {
    static const std::vector<std::string_view> ids = {
        "T1",  "T2a", "T2b",  "T3",   "T4",   "T5",   "T6",   "T7",  "T8a",  "T8b",  "T9a",
        "T9b", "T10", "T11a", "T11b", "T11c", "T11d", "T11e", "T12", "T13a", "T13b", "T13c"};
    return ids;
}

core::ProgrammeId programme_id(std::string_view key) {
    const auto digest = core::sha256("programme/" + std::string(key));
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) bits = bits << 8 | digest[i];
    return {bits >> 14};
}

SchemeTerms terms_of(const Scheme& scheme) {
    SchemeTerms terms;
    terms.id = scheme.id;
    terms.name = scheme.name.vi;
    terms.baseline = scheme.baseline;
    terms.ends = scheme.ends;
    terms.national = !scheme.province_code;
    if (scheme.district_map) terms.district_map = *scheme.district_map;
    const auto own = std::ranges::find(scheme.programmes, true, &SchemeProgramme::own);
    if (own != scheme.programmes.end()) terms.programme = programme_id(own->key);
    for (const auto& programme : scheme.programmes) {
        terms.programmes[programme_id(programme.key)] = programme.kind;
    }
    for (const auto& target : scheme.targets) {
        terms.goals[target.id] = {.value = target.goal,
                                  .min = target.min,
                                  .max = target.max,
                                  .amount = target.amount,
                                  .relation = target.relation,
                                  .milestones = target.milestones};
    }
    return terms;
}

std::vector<core::registry::RegistryOp> adoption_of(const Scheme& scheme, std::string_view text,
                                                    core::Date on) {
    using namespace core::registry;
    std::vector<RegistryOp> ops;
    const auto add = [&](RegistryWhat what) {
        ops.push_back({.on = on, .parts = {}, .what = std::move(what)});
    };
    add(SchemeAdopted{{scheme.id}, scheme.begins, {scheme.legal_basis}, {std::string(text)}});
    for (const auto& programme : scheme.programmes) {
        ProgrammeAdded added{.programme = programme_id(programme.key),
                             .name = {programme.name},
                             .kind = programme.kind,
                             .scheme = {},
                             .document = {}};
        if (programme.own) added.scheme = core::PublicText{scheme.id};
        if (programme.document) added.document = core::PublicText{*programme.document};
        add(std::move(added));
    }
    for (const auto& claim : scheme.claims) add(claim);
    return ops;
}

}  // namespace lth::facts
