#include "core/association/accounts.hpp"

#include "core/association/names.hpp"

namespace lth::core::association {

std::string full_name(Account account) {
    std::string name(name_of(level_of(account)));
    const std::size_t place = place_of(account);
    if (is_asset(account)) return name.append(":").append(name_of(static_cast<CareForm>(place)));
    if (place == care_form_count) return name + ":free";
    if (is_opening(account)) return name + ":opening";
    const auto purpose = static_cast<CarePurpose>(place - care_form_count - 1);
    return name.append(":bound:").append(name_of(purpose));
}

}  // namespace lth::core::association
