#include "plan/forecast.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace lth::plan {
namespace {

constexpr int months_a_year = 12;
constexpr double even_years = 2;  // years of even months that the weights begin with
constexpr double jeffreys_shape = 0.5;
constexpr double low_quantile = 0.1;
constexpr double high_quantile = 0.9;
constexpr double on_track_from = 2.0 / 3;
constexpr double at_risk_below = 1.0 / 3;
constexpr double negligible = 1e-12;  // chance of a count, in the tail

std::size_t month_of_year(core::Month month) {
    return static_cast<std::size_t>(month.index % months_a_year);
}

// How much of a month's share each month of the year has; 1 is even.
std::array<double, months_a_year> weights_of(const CountSoFar& so_far, double total) {
    std::array<double, months_a_year> came{};
    std::array<double, months_a_year> lasted{};
    for (std::size_t i = 0; i < so_far.by_month.size(); ++i) {
        const auto month = month_of_year(so_far.first + static_cast<int>(i));
        came.at(month) += static_cast<double>(std::max<std::int64_t>(so_far.by_month[i], 0));
        lasted.at(month) += 1;
    }
    const double mean = total / static_cast<double>(so_far.by_month.size());
    std::array<double, months_a_year> weights{};
    for (std::size_t m = 0; m < weights.size(); ++m) {
        weights.at(m) =
            mean > 0 ? (came.at(m) + even_years * mean) / ((lasted.at(m) + even_years) * mean) : 1;
    }
    return weights;
}

// A negative binomial by its shape r and the chance q that the next event still comes.
class ToCome {
public:
    ToCome(double shape, double more) : shape_(shape), more_(more) {}

    [[nodiscard]] double mean() const { return shape_ * more_ / (1 - more_); }

    /// Of at least `count`.
    [[nodiscard]] double at_least(std::int64_t count) const {
        if (count <= 0) return 1;
        double below = 0;
        walk([&](std::int64_t k, double chance) {
            if (k >= count) return false;
            below += chance;
            return true;
        });
        return std::clamp(1 - below, 0.0, 1.0);
    }

    /// The least count with at least that chance at or below it.
    [[nodiscard]] std::int64_t quantile(double wanted) const {
        double below = 0;
        std::int64_t at = 0;
        walk([&](std::int64_t k, double chance) {
            at = k;
            below += chance;
            return below < wanted;
        });
        return at;
    }

private:
    template <class Visit>
    void walk(const Visit& visit) const {
        double log_chance = shape_ * std::log1p(-more_);  // of 0
        for (std::int64_t k = 0;; ++k) {
            const double chance = std::exp(log_chance);
            if (!visit(k, chance)) return;
            if (static_cast<double>(k) > mean() && chance < negligible) return;
            log_chance += std::log(more_) + std::log((static_cast<double>(k) + shape_) /
                                                     (static_cast<double>(k) + 1));
        }
    }

    double shape_;
    double more_;
};

Prospect prospect_of(double chance) {
    if (chance >= on_track_from) return Prospect::on_track;
    return chance < at_risk_below ? Prospect::at_risk : Prospect::watch;
}

}  // namespace

Outlook outlook_of(const CountSoFar& so_far, std::int64_t goal) {
    constexpr double ppm = 1'000'000;
    const auto months = static_cast<int>(so_far.by_month.size());
    const int left = so_far.last - (so_far.first + (months - 1));
    Outlook outlook{.expected = so_far.total, .low = so_far.total, .high = so_far.total};
    const bool reached = so_far.total >= goal;
    if (reached || left <= 0 || months == 0) {
        outlook.prospect = reached     ? Prospect::reached
                           : left <= 0 ? Prospect::missed
                                       : Prospect::watch;
        outlook.chance_ppm = reached ? 1'000'000 : 0;
        if (left <= 0 || months == 0) return outlook;
    }
    double total = 0;
    for (const auto count : so_far.by_month) {
        total += static_cast<double>(std::max<std::int64_t>(count, 0));
    }
    const auto weights = weights_of(so_far, total);
    double behind = 0;
    double ahead = 0;
    for (int i = 0; i < months + left; ++i) {
        (i < months ? behind : ahead) += weights.at(month_of_year(so_far.first + i));
    }
    const ToCome to_come(jeffreys_shape + total, ahead / (behind + ahead));
    outlook.expected = so_far.total + std::llround(to_come.mean());
    outlook.low = so_far.total + to_come.quantile(low_quantile);
    outlook.high = so_far.total + to_come.quantile(high_quantile);
    if (reached) return outlook;
    const double chance = to_come.at_least(goal - so_far.total);
    outlook.chance_ppm = std::llround(chance * ppm);
    outlook.prospect = prospect_of(chance);
    return outlook;
}

}  // namespace lth::plan
