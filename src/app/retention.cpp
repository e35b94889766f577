#include "app/retention.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "app/club_book.hpp"
#include "app/folds.hpp"
#include "app/officer.hpp"

namespace lth::app {
namespace {

using core::registry::Retained;

constexpr std::array classes = {std::pair{core::PartClass::name, Retained::name},
                                std::pair{core::PartClass::contact, Retained::contact},
                                std::pair{core::PartClass::sensitive, Retained::sensitive},
                                std::pair{core::PartClass::text, Retained::text}};

constexpr std::int64_t most_months = 2'400;  // two hundred years: for ever

// The first day on which something from `day` has passed its term.
core::Date ends_on(core::Date day, std::int64_t months) {
    const auto month = core::month_of(day);
    const auto later = month + static_cast<std::int32_t>(std::min(months, most_months));
    const auto same = core::first_day(later) + (day.days - core::first_day(month).days);
    return std::min(same, core::last_day(later));
}

// Of whom the club needs something still: nothing; else since when it does not.
class Needs {
public:
    explicit Needs(const core::club::Club& club) : club_(club) {}

    /// Nothing while it is needed.
    [[nodiscard]] std::optional<core::Date> not_since(const core::PrivatePart& part,
                                                      core::Date came) const {
        if (!part.subject) return came;
        const auto* member = find_member(club_, core::MemberId{part.subject->value});
        if (member == nullptr || !member->live) return came;
        if (owes(*member)) return std::nullopt;
        std::optional<core::Date> left;
        for (const auto& span : member->spans) {
            if (!span.left) return ended();
            left = std::max(left.value_or(*span.left), *span.left);
        }
        return std::max(left.value_or(came), came);
    }

private:
    [[nodiscard]] bool owes(const core::club::Member& member) const {
        return std::ranges::any_of(member.loans, [&](std::uint32_t index) {
            const auto& loan = club_.loans[index];
            const auto owner = loan.owners.empty() ? nullptr : &loan.owners.back();
            const bool theirs = owner != nullptr && &club_.members[owner->member] == &member;
            return loan.live && theirs && loan.outstanding > core::Money{};
        });
    }
    // Of a club that is no more.
    [[nodiscard]] std::optional<core::Date> ended() const {
        std::optional<core::Date> day;
        for (const auto& event : club_.life) {
            if (!is_live(club_, event.op)) continue;
            const bool over =
                event.to == core::club::Status::dissolved || event.to == core::club::Status::merged;
            day = over ? std::optional(event.on) : std::nullopt;
        }
        return day;
    }

    const core::club::Club& club_;
};

}  // namespace

Retention::Retention(Store& store, Books& books, Clock& clock, Ids& ids)
    : store_(store), books_(books), clock_(clock), ids_(ids) {}

Retention::Due Retention::due() {
    const auto today = core::business_date(clock_.now_ms());
    const auto all = store_.books();
    Folds folds;
    for (const auto& book : all) {
        if (book.kind != core::BookKind::registry) continue;
        each_entry_of(store_, book.id, [&](const auto& sealed) { folds.apply(book.kind, sealed); });
    }
    Due due;
    std::map<core::PartClass, std::int64_t> terms;
    for (const auto& [kind, what] : classes) {
        const auto months = retention_on(folds.registry, what, today);
        if (!months) continue;
        terms[kind] = *months;
        due.plan.terms.push_back({what, *months});
    }
    if (terms.empty()) return due;
    for (const auto& book : all) {
        ClubBook folded;
        if (book.kind == core::BookKind::club) folded = load_club_book(store_, book.id);
        const Needs needs(folded.club);
        const auto row = folded.rows().club.club;
        std::map<core::PartClass, RetentionLine> lines;
        PartsOfEntries parts;
        each_entry_of(store_, book.id, [&](const core::SealedEntry& sealed) {
            const auto came = core::business_date(sealed.seal.received_at);
            for (const auto& part : sealed.entry.parts) {
                const auto term = terms.find(part.kind);
                if (!part.content || term == terms.end()) continue;
                const auto since = needs.not_since(part, came);
                if (!since || today < ends_on(*since, term->second)) continue;
                parts[sealed.entry.entry_id].push_back(part.number);
                auto& line = lines[part.kind];
                line.oldest = line.parts == 0 ? *since : std::min(line.oldest, *since);
                ++line.parts;
            }
        });
        for (auto& [kind, line] : lines) {
            line.book = book.id;
            line.name = row ? row->name : std::string();
            line.kind = to_text(kind);
            due.plan.lines.push_back(std::move(line));
        }
        if (!parts.empty()) due.parts.emplace_back(book.id, std::move(parts));
    }
    return due;
}

RetentionPlan Retention::plan() { return due().plan; }

core::Result<std::uint64_t> Retention::run() {
    std::uint64_t entries = 0;
    const Eraser eraser{{}, officer_device({}), clock_.now_ms()};
    for (const auto& [book, parts] : due().parts) {
        const auto recorded = record_erasure(books_, ids_, book, parts, eraser,
                                             {.account = {}, .urgency = Urgency::bulk});
        if (!recorded) return std::unexpected(recorded.error());
        entries += *recorded;
    }
    return entries;
}

}  // namespace lth::app
