// What a target lacks is told so that nobody takes one place or club for another of its name.
#pragma once

#include "core/territory/territory.hpp"
#include "facts/standing.hpp"

namespace lth::app {

/// Of what is missing a village of which its commune has two of the name bears the commune that it
/// was in before, as on the unit's page; of clubs of one name each bears its commune; what is
/// called alike even so its district. `standing` was asked of this cube and ground.
void tell_apart(facts::Standing& standing, const facts::Cube& cube, const facts::Ground& ground,
                const core::territory::Territory& territory);

}  // namespace lth::app
