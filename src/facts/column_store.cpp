#include "facts/column_store.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <type_traits>

namespace lth::facts {

namespace {

using core::club::column_count;

constexpr std::uint32_t column_bits = 6;
static_assert(column_count <= (1U << column_bits));

constexpr std::uint32_t key_of(core::Date day, Column column) {
    const auto number = static_cast<std::uint32_t>(day.days - core::first_date.days);
    return number << column_bits | static_cast<std::uint32_t>(column);
}
constexpr std::size_t column_of(std::uint32_t key) { return key & ((1U << column_bits) - 1); }
/// The first key after a day.
constexpr std::uint32_t end_of(core::Date day) { return key_of(day + 1, Column{}); }

constexpr std::uint64_t money_bits() {
    std::uint64_t bits = 0;
    for (std::size_t c = 0; c < column_count; ++c) {
        if (is_money(static_cast<Column>(c))) bits |= std::uint64_t{1} << c;
    }
    return bits;
}
constexpr bool money_at(std::size_t column) { return is_money(static_cast<Column>(column)); }

/// A date may be asked about, or recorded, far outside the calendar that books know.
core::Date clamped(core::Date day) { return std::clamp(day, core::first_date, core::last_date); }

}  // namespace

ColumnStore::ColumnStore(MonthSpan span)
    : span_(span), rows_(static_cast<std::size_t>(span.last - span.first + 2)) {
    assert(span.first <= span.last);
    buckets_.resize(rows_ + 1);
    people_.resize(rows_ * column_count);
    money_.resize(rows_ * column_count);
}

void ColumnStore::reserve(std::size_t clubs) {
    for (std::size_t i = 0; i < rows_ * column_count; ++i) {
        if (money_at(i % column_count)) {
            money_[i].reserve(clubs);
        } else {
            people_[i].reserve(clubs);
        }
    }
}

std::size_t ColumnStore::bucket_of(core::Date day) const {
    const core::Month month = core::month_of(day);
    if (month < span_.first) return 0;
    if (month > span_.last) return rows_;
    return static_cast<std::size_t>(month - span_.first) + 1;
}

ColumnStore::Place ColumnStore::place_of(core::Date date) const {
    const std::size_t bucket = bucket_of(date);
    if (bucket == 0) return {no_row, 0};
    if (bucket == rows_) return {rows_ - 1, rows_};
    if (date == core::last_day(core::month_of(date))) return {bucket, no_bucket};
    return {bucket - 1, bucket};
}

template <class Amount>
std::span<const ColumnStore::Packed<Amount>> ColumnStore::of_club(
    const std::vector<Packed<Amount>>& bucket, ClubNumber club) {
    const auto found = std::ranges::equal_range(bucket, club, {}, &Packed<Amount>::club);
    return {found.begin(), found.end()};
}

/// True if anything changed.
template <class Amount>
bool ColumnStore::replace(std::vector<Packed<Amount>>& bucket, ClubNumber club,
                          std::span<const Packed<Amount>> values) {
    const auto old = of_club(bucket, club);
    if (std::ranges::equal(old, values)) return false;
    const auto at = bucket.begin() + (old.data() - bucket.data());
    const std::size_t common = std::min(old.size(), values.size());
    const auto rest = std::ranges::copy(values.first(common), at).out;
    if (old.size() > common) {
        bucket.erase(rest, rest + static_cast<std::ptrdiff_t>(old.size() - common));
    } else {
        bucket.insert(rest, values.begin() + static_cast<std::ptrdiff_t>(common), values.end());
    }
    return true;
}

void ColumnStore::add_club() {
    ++clubs_;
    for (std::size_t i = 0; i < rows_ * column_count; ++i) {
        if (money_at(i % column_count)) {
            money_[i].push_back(0);
        } else {
            people_[i].push_back(0);
        }
    }
    no_people_.push_back(0);
    no_money_.push_back(0);
}

void ColumnStore::sum_from(std::size_t bucket, ClubNumber club) {
    std::array<std::int64_t, column_count> sums{};
    for (std::size_t c = 0; bucket > 0 && c < column_count; ++c) {
        const std::size_t at = (bucket - 1) * column_count + c;
        sums[c] = money_at(c) ? money_[at][club] : people_[at][club];
    }
    for (std::size_t row = bucket; row < rows_; ++row) {
        for (const auto& d : of_club(buckets_[row].people, club)) sums[column_of(d.key)] += d.delta;
        for (const auto& d : of_club(buckets_[row].money, club)) sums[column_of(d.key)] += d.delta;
        for (std::size_t c = 0; c < column_count; ++c) {
            if (money_at(c)) {
                money_[row * column_count + c][club] = sums[c];
            } else {
                people_[row * column_count + c][club] = static_cast<std::int32_t>(sums[c]);
            }
        }
    }
}

void ColumnStore::put(ClubNumber club, std::span<const DayDelta> days) {
    assert(club <= clubs_);
    if (club == clubs_) add_club();
    std::vector<DayDelta> sorted(days.begin(), days.end());
    for (DayDelta& delta : sorted) delta.day = clamped(delta.day);
    std::ranges::sort(sorted);

    std::size_t first_changed = buckets_.size();
    std::vector<Packed<std::int32_t>> people;
    std::vector<Packed<std::int64_t>> money;
    auto next = sorted.begin();
    for (std::size_t bucket = 0; bucket < buckets_.size(); ++bucket) {
        people.clear();
        money.clear();
        for (; next != sorted.end() && bucket_of(next->day) == bucket; ++next) {
            const std::uint32_t key = key_of(next->day, next->column);
            buckets_[bucket].columns |= std::uint64_t{1} << column_of(key);
            if (is_money(next->column)) {
                money.push_back({next->delta, club, key});
            } else {
                people.push_back({static_cast<std::int32_t>(next->delta), club, key});
            }
        }
        const bool moved = replace<std::int32_t>(buckets_[bucket].people, club, people);
        if (replace<std::int64_t>(buckets_[bucket].money, club, money) || moved) {
            first_changed = std::min(first_changed, bucket);
        }
    }
    if (first_changed < rows_) sum_from(first_changed, club);
}

void ColumnStore::shrink() {
    for (Bucket& bucket : buckets_) {
        bucket.people.shrink_to_fit();
        bucket.money.shrink_to_fit();
    }
}

Layer ColumnStore::on(core::Date date) const {
    const Place place = place_of(clamped(date));
    Layer layer;
    for (std::size_t c = 0; c < column_count; ++c) {
        const std::size_t at = place.row * column_count + c;
        if (money_at(c)) {
            layer.money[c] = place.row == no_row ? no_money_ : money_[at];
        } else {
            layer.people[c] = place.row == no_row ? no_people_ : people_[at];
        }
    }
    if (place.bucket == no_bucket) return layer;

    const Bucket& bucket = buckets_[place.bucket];
    const std::uint32_t end = end_of(clamped(date));
    const auto add = [&](const auto& deltas, auto& views, auto& block, std::uint64_t touched) {
        using Amount = std::remove_cvref_t<decltype(block[0])>;
        const auto count = static_cast<std::size_t>(std::popcount(touched));
        block = std::make_unique_for_overwrite<Amount[]>(count * clubs_);
        std::array<Amount*, column_count> own{};
        Amount* next = block.get();
        for (std::size_t c = 0; c < column_count; ++c) {
            if ((touched >> c & 1U) == 0) continue;
            std::ranges::copy(views[c], next);
            views[c] = {next, clubs_};
            own[c] = next;
            next += clubs_;
        }
        for (const auto& d : deltas) {
            if (d.key < end) own[column_of(d.key)][d.club] += d.delta;
        }
    };
    add(bucket.people, layer.people, layer.own_people, bucket.columns & ~money_bits());
    add(bucket.money, layer.money, layer.own_money, bucket.columns & money_bits());
    return layer;
}

std::int64_t ColumnStore::value_on(ClubNumber club, Column column, core::Date date) const {
    const Place place = place_of(clamped(date));
    const auto c = static_cast<std::size_t>(column);
    std::int64_t sum = 0;
    if (place.row != no_row) {
        const std::size_t at = place.row * column_count + c;
        sum = is_money(column) ? money_[at][club] : people_[at][club];
    }
    if (place.bucket == no_bucket) return sum;
    const auto add = [&](const auto& deltas) {
        for (const auto& d : deltas) {
            if (column_of(d.key) == c && d.key < end_of(clamped(date))) sum += d.delta;
        }
    };
    if (is_money(column)) {
        add(of_club(buckets_[place.bucket].money, club));
    } else {
        add(of_club(buckets_[place.bucket].people, club));
    }
    return sum;
}

std::size_t ColumnStore::delta_count() const {
    std::size_t count = 0;
    for (const Bucket& bucket : buckets_) count += bucket.people.size() + bucket.money.size();
    return count;
}

std::size_t ColumnStore::memory_bytes() const {
    std::size_t bytes =
        no_people_.capacity() * sizeof(std::int32_t) + no_money_.capacity() * sizeof(std::int64_t);
    for (const auto& row : people_) bytes += row.capacity() * sizeof(std::int32_t);
    for (const auto& row : money_) bytes += row.capacity() * sizeof(std::int64_t);
    for (const Bucket& bucket : buckets_) {
        bytes += bucket.people.capacity() * sizeof(Packed<std::int32_t>);
        bytes += bucket.money.capacity() * sizeof(Packed<std::int64_t>);
    }
    return bytes;
}

}  // namespace lth::facts
