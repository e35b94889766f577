#include <algorithm>

#include "app/province.hpp"
#include "facts/criteria.hpp"

namespace lth::app {

std::vector<core::rating::Criteria> Province::criteria() {
    const std::lock_guard lock(mutex_);
    std::vector<core::rating::Criteria> versions;
    for (const auto& [op, adopted] : current().folds().registry.criteria) {
        auto read = facts::parse_criteria(adopted.text.value);
        if (!read) continue;  // adopted texts are judged when they are recorded
        read->id = adopted.criteria.value;
        read->from = adopted.from;
        versions.push_back(std::move(*read));
    }
    std::ranges::sort(versions, {}, [](const core::rating::Criteria& version) {
        return std::pair(version.from, std::string_view(version.id));
    });
    return versions;
}

}  // namespace lth::app
