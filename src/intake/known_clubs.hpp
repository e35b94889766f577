// The clubs that the books hold, found by hidden id or by name and commune.
#pragma once

#include <map>

#include "intake/places.hpp"
#include "sheet/duplicates.hpp"

namespace lth::intake {

struct KnownClub {
    core::BookId id;
    std::string name;
    std::optional<core::UnitId> commune;  // of its seat, on the map asked about
};

/// How a row names its club.
struct ClubRef {
    sheet::Text id;
    std::string name;
    std::optional<core::UnitId> commune;
};

class KnownClubs {
public:
    KnownClubs(Planner& planner, Places& places) : planner_(planner), places_(places) {}

    /// Null: no such club. A hidden id that the books do not know is an error, as is a name that
    /// fits several clubs.
    [[nodiscard]] core::Result<const KnownClub*> find(const ClubRef& ref, core::Date day);

    /// The club of a row about something in it; it must be there and in the author's reach. A
    /// hidden id goes before the name.
    [[nodiscard]] core::Result<const KnownClub*> find_named(const sheet::Text& id,
                                                            const sheet::ClubName& name,
                                                            core::Date day);

private:
    struct Clubs {
        std::map<core::BookId, KnownClub> by_id;
        std::map<sheet::DuplicateKey, std::vector<const KnownClub*>> by_place;
        std::map<sheet::DuplicateKey, std::vector<const KnownClub*>> by_name;
    };
    [[nodiscard]] const Clubs& clubs(core::Date day);
    [[nodiscard]] core::Result<const KnownClub*> named(const sheet::Text& id,
                                                       const sheet::ClubName& name, core::Date day);

    Planner& planner_;
    Places& places_;
    std::map<core::Date, Clubs> clubs_;
};

}  // namespace lth::intake
