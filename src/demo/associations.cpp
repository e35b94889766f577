#include "demo/associations.hpp"

#include <algorithm>

namespace lth::demo {
namespace {

std::vector<bool> wanted_offices(const std::vector<Office>& offices,
                                 const std::vector<std::uint32_t>& clubs) {
    std::vector<bool> wanted(offices.size(), false);
    for (std::size_t i = 0; i < offices.size(); ++i) {
        wanted[i] = wanted[i] || std::ranges::any_of(offices[i].clubs, [&](const auto& watched) {
                        return std::ranges::binary_search(clubs, watched.number);
                    });
        // Heirs and districts come later in the list.
        if (!wanted[i]) continue;
        if (offices[i].heir) wanted[*offices[i].heir] = true;
        if (offices[i].above) wanted[*offices[i].above] = true;
    }
    return wanted;
}

}  // namespace

std::vector<SmallBook> association_books(const Province& province,
                                         const std::vector<std::uint32_t>& clubs,
                                         core::Date until) {
    const auto offices = plan_offices(province, whole_territory(province));
    const auto wanted = wanted_offices(offices, clubs);
    std::vector<std::vector<Incoming>> incoming(offices.size() + 1);
    std::vector<SmallBook> books;
    for (std::uint32_t i = 0; i < offices.size(); ++i) {
        const bool all = clubs.size() == province.clubs.size();
        if (!all && !wanted[i]) continue;
        books.push_back(live_office(province, offices, i, until, incoming));
    }
    books.push_back(live_province(province, offices, until, std::move(incoming.back())));
    std::erase_if(books, [](const SmallBook& book) { return book.write.entries.empty(); });
    return books;
}

}  // namespace lth::demo
