#include "app/province_facts.hpp"

#include <algorithm>

#include "app/club_book.hpp"
#include "app/same_names.hpp"
#include "core/club/fold.hpp"
#include "core/territory/history.hpp"

namespace lth::app {
namespace {

// What is older is answered from deltas, only slower.
constexpr core::Date earliest_month = core::make_date(2018, 1, 1);
constexpr std::size_t most_grounds = 24;

facts::ClubFacts facts_of(const core::BookId& id, const core::club::Club& club,
                          const core::club::Birthdays& birthdays) {
    auto rows = core::club::all_rows(club, birthdays);
    return {.id = id,
            .row = rows.club.value_or(core::club::ClubRow{}),
            .statuses = rows.statuses.value_or(std::vector<core::club::StatusRow>{}),
            .villages = rows.villages.value_or(std::vector<core::club::VillageRow>{}),
            .reports = std::move(rows.reports),
            .ratings = rows.ratings.value_or(std::vector<core::club::RatingRow>{}),
            .grants = std::move(rows.grants),
            .days = std::move(rows.days)};
}

// Of each target whose goal a decision changed, all goals that it had.
void tell_goals(facts::Standing& standing, const std::vector<const SchemeVersion*>& versions) {
    if (versions.size() < 2) return;
    for (auto& target : standing.targets) {
        for (const auto* version : versions) {
            const auto& targets = version->scheme.targets;
            const auto found = std::ranges::find(targets, target.id, &facts::SchemeTarget::id);
            if (found == targets.end()) continue;
            if (!target.goals.empty() && target.goals.back().goal == found->goal) continue;
            target.goals.push_back({version->from, version->legal_basis, found->goal});
        }
        if (target.goals.size() < 2) target.goals.clear();
    }
}

void keep_grants(ClubGrants& grants, const facts::ClubFacts& club) {
    auto halves = core::association::club_grants(club.id, club.grants);
    if (halves.empty()) {
        grants.erase(club.id);
    } else {
        grants[club.id] = std::move(halves);
    }
}

// Folds the clubs of a visit over all entries, one book at a time.
class ClubFolder {
public:
    ClubFolder(facts::Cube& cube, ClubGrants& grants) : cube_(cube), grants_(grants) {}

    void take(const core::SealedEntry& sealed) {
        if (id_ != sealed.entry.book_id) {
            finish();
            id_ = sealed.entry.book_id;
        }
        book_.apply(sealed);
    }
    void finish() {
        if (!book_.club.ops.empty()) {
            const auto facts = facts_of(id_, book_.club, book_.birthdays);
            cube_.put(facts);
            keep_grants(grants_, facts);
        }
        book_ = {};
    }

private:
    facts::Cube& cube_;
    ClubGrants& grants_;
    core::BookId id_;
    ClubBook book_;
};

}  // namespace

ProvinceFacts::ProvinceFacts(Store& store, core::Date today)
    : cube_(facts::span_until(earliest_month, today)) {
    refresh(store);
}

ProvinceFacts::ProvinceFacts(Store& store, core::Date today, std::int64_t known_at)
    : cube_(facts::span_until(earliest_month, today)) {
    std::unordered_map<core::BookId, core::BookKind> kinds;
    for (const auto& book : store.books()) kinds[book.id] = book.kind;
    ClubFolder clubs(cube_, club_grants_);
    store.each_entry([&](const core::SealedEntry& sealed) {
        if (sealed.seal.received_at > known_at) return;
        const auto kind = kinds.find(sealed.entry.book_id);
        if (kind == kinds.end()) return;  // a book that was opened meanwhile
        if (kind->second == core::BookKind::club) {
            clubs.take(sealed);
        } else {
            folds_.apply(kind->second, sealed);
        }
    });
    clubs.finish();
    small_books_changed();
}

ProvinceFacts::ProvinceFacts(Store& store, core::Date today, std::int64_t known_at,
                             std::span<const core::BookId> books)
    : cube_(facts::span_until(earliest_month, today)) {
    ClubFolder clubs(cube_, club_grants_);
    for (const auto& id : books) {
        const auto book = store.book(id);
        for (std::uint64_t after = 0; book && after < book->head.last_seq;) {
            const auto page = store.entries(id, after, {});
            if (page.empty()) break;
            after = page.back().seal.seq;
            for (const auto& sealed : page) {
                if (sealed.seal.received_at > known_at) continue;
                if (book->kind == core::BookKind::club) {
                    clubs.take(sealed);
                } else {
                    folds_.apply(book->kind, sealed);
                }
            }
        }
    }
    clubs.finish();
    small_books_changed();
}

bool ProvinceFacts::refresh(Store& store) {
    std::vector<core::BookId> moved_clubs;
    bool ground_moved = false;
    bool care_moved = false;
    for (const auto& book : store.books()) {
        auto& head = heads_[book.id];
        if (head == book.head) continue;
        if (book.kind == core::BookKind::club) {
            moved_clubs.push_back(book.id);
        } else {
            (book.kind == core::BookKind::association ? care_moved : ground_moved) = true;
            while (head.last_seq < book.head.last_seq) {
                const auto page = store.entries(book.id, head.last_seq, {});
                if (page.empty()) break;
                for (const auto& sealed : page) {
                    folds_.apply(book.kind, sealed);
                    head = core::head_after(sealed);
                }
            }
        }
        head = book.head;
    }
    if (!moved_clubs.empty()) {
        // All at once when the store is first read; else only those that moved.
        const bool all = cube_.size() == 0;
        if (all) cube_.reserve(moved_clubs.size());
        const auto read = store.club_facts(all ? std::span<const core::BookId>() : moved_clubs);
        for (const auto& club : read) {
            cube_.put(club);
            keep_grants(club_grants_, club);
        }
    }
    if (care_moved) care_ = folds_.care();
    if (ground_moved) {
        small_books_changed();
    } else if (!moved_clubs.empty()) {
        for (auto& [date, ground] : grounds_) extend(*ground, cube_);
        priorities_.clear();
    }
    return ground_moved || care_moved || !moved_clubs.empty();
}

void ProvinceFacts::small_books_changed() {
    grounds_.clear();
    priorities_.clear();
    care_ = folds_.care();
    schemes_.clear();
    versions_.clear();
    programmes_.clear();
    for (const auto& id : core::registry::scheme_ids(folds_.registry)) {
        const facts::Scheme* latest = nullptr;
        for (const auto* adopted : core::registry::scheme_versions(folds_.registry, id)) {
            auto scheme = facts::parse_scheme(adopted->text.value);
            if (!scheme) continue;  // adopted texts are judged when they are recorded
            programmes_.merge(facts::terms_of(*scheme).programmes);
            versions_.push_back({adopted->from, adopted->legal_basis.value, std::move(*scheme)});
            latest = &versions_.back().scheme;
        }
        if (latest != nullptr) schemes_.push_back(*latest);
    }
    std::ranges::sort(schemes_, {}, &facts::Scheme::baseline);
    for (const auto& [op, added] : folds_.registry.programmes) {
        programmes_[added.programme] = added.kind;
    }
}

const facts::Ground& ProvinceFacts::ground(core::Date units_as_of) {
    auto& ground = grounds_[units_as_of];
    if (!ground) {
        if (grounds_.size() > most_grounds) {
            std::erase_if(grounds_, [](const auto& item) { return item.second != nullptr; });
            return this->ground(units_as_of);
        }
        ground =
            std::make_unique<facts::Ground>(facts::ground_of(folds_.territory, cube_, units_as_of));
    }
    return *ground;
}

const facts::PriorityFacts& ProvinceFacts::priority(core::Date scheme_start) {
    const auto found = priorities_.find(scheme_start);
    if (found != priorities_.end()) return found->second;
    return priorities_
        .emplace(scheme_start, facts::priority_facts(folds_.territory, cube_, scheme_start))
        .first->second;
}

std::vector<const SchemeVersion*> ProvinceFacts::versions(std::string_view id) const {
    std::vector<const SchemeVersion*> found;
    for (const auto& version : versions_) {
        if (version.scheme.id == id) found.push_back(&version);
    }
    return found;
}

const facts::Scheme* ProvinceFacts::find_scheme(std::string_view id, core::Date as_of) const {
    const facts::Scheme* found = nullptr;
    for (const auto* version : versions(id)) {
        if (found == nullptr || version->from <= as_of) found = &version->scheme;
    }
    return found;
}

std::vector<const facts::Scheme*> ProvinceFacts::schemes_on(core::Date day) const {
    const auto place = [&](const facts::Scheme* scheme) {
        const bool ended = scheme->ends < day;
        const int when = ended ? 2 : scheme->begins <= day ? 0 : 1;
        const int age = ended ? -scheme->ends.days : 0;
        return std::tuple(when, age, !scheme->province_code, scheme - schemes_.data());
    };
    std::vector<const facts::Scheme*> all;
    for (const auto& scheme : schemes_) all.push_back(&scheme);
    std::ranges::sort(all, {}, place);
    return all;
}

const facts::Scheme* ProvinceFacts::default_scheme(core::Date as_of) const {
    const facts::Scheme* ended = nullptr;
    const facts::Scheme* first = nullptr;
    for (const auto& scheme : schemes_) {
        if (!scheme.province_code) continue;
        if (first == nullptr) first = &scheme;
        // The baseline itself is asked about to see where the scheme began.
        if (scheme.baseline <= as_of && as_of <= scheme.ends) return find_scheme(scheme.id, as_of);
        if (scheme.ends < as_of) ended = &scheme;
    }
    if (ended != nullptr) return find_scheme(ended->id, as_of);
    if (first != nullptr) return find_scheme(first->id, as_of);
    return schemes_.empty() ? nullptr : &schemes_.front();
}

bool ProvinceFacts::simulated() const {
    return core::registry::setting_on(folds_.registry, simulated_setting, core::last_date)
               .value_or(0) != 0;
}

std::vector<facts::CareFacts> ProvinceFacts::care_in(const facts::Ground& ground,
                                                     const facts::Scope& scope) const {
    if (scope.intervals.empty()) return care_;
    std::vector<facts::CareFacts> inside;
    for (const auto& care : care_) {
        const auto* place =
            care.row.unit ? core::territory::place_of(ground.view, *care.row.unit) : nullptr;
        if (place != nullptr && scope.holds(place->unit)) inside.push_back(care);
    }
    return inside;
}

facts::Standing ProvinceFacts::standing(const facts::Scheme& scheme,
                                        const facts::Question& question) {
    auto terms = facts::terms_of(scheme);
    terms.programmes = programmes_;
    const facts::Ground* districts =
        ground(question.units_as_of).has_districts() ? nullptr : &ground(terms.district_map);
    std::vector<facts::CareFacts> inside;
    std::span<const facts::CareFacts> care = care_;  // of the whole province: nothing is copied
    if (!question.scope.intervals.empty()) {
        inside = care_in(ground(question.units_as_of), question.scope);
        care = inside;
    }
    const facts::Inputs inputs{.cube = cube_,
                               .ground = ground(question.units_as_of),
                               .district_ground = districts,
                               .priority = priority(scheme.baseline + 1),
                               .care = care};
    auto standing = facts::standing_of(inputs, terms, question);
    tell_goals(standing, versions(scheme.id));
    tell_apart(standing, cube_, inputs.ground, folds_.territory);
    return standing;
}

}  // namespace lth::app
