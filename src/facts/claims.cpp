#include "facts/claims.hpp"

#include "core/money.hpp"

namespace lth::facts {

namespace {

using core::registry::ClaimRecorded;
using core::registry::Relation;

constexpr int claim_decimals = 3;

/// A share in ppm as short as it is exact: "70", "37,5".
std::string exact_percent(std::int64_t ppm) {
    int decimals = 0;
    for (std::int64_t rest = ppm % 10'000; rest != 0; rest = rest * 10 % 10'000) ++decimals;
    return percent_text({ppm, core::one_million}, decimals);
}

Text relation_in_words(Relation relation) {
    switch (relation) {
        case Relation::gt:
            return {"trên ", "over "};
        case Relation::ge:
            return {"từ ", "at least "};
        default:
            return {"", ""};
    }
}

std::optional<bool> holds(const ClaimRecorded& claim, const Value& books) {
    if (!books.value || !claim.value || claim.relation == Relation::words) return std::nullopt;
    const auto order = books.kind == ValueKind::share
                           ? compare({*books.numerator, *books.denominator}, *claim.value)
                           : *books.value <=> *claim.value;
    switch (claim.relation) {
        case Relation::eq:
            return order == 0;
        case Relation::gt:
            return order > 0;
        case Relation::ge:
            return order >= 0;
        case Relation::words:
            break;
    }
    return std::nullopt;
}

Value books_of(const ClaimRecorded& claim, const Standing& standing) {
    if (const auto* measure = find_measure(standing, claim.measure.value)) {
        return measure->answer.value;
    }
    if (const auto* target = find_target(standing, claim.measure.value)) return target->value;
    return unknown_value(ValueKind::count);
}

std::string claimed_text(std::int64_t value, ValueKind kind) {
    if (kind == ValueKind::share) return exact_percent(value) + " %";
    return core::grouped(value) + (kind == ValueKind::money ? " đ" : "");
}

std::string books_text(const ClaimRecorded& claim, const Value& books) {
    if (books.kind != ValueKind::share) return claimed_text(*books.value, books.kind);
    const Ratio share{*books.numerator, *books.denominator};
    return core::grouped(share.num) + "/" + core::grouped(share.den) + " = " +
           percent_beside(share, claim.value.value_or(-1), claim_decimals) + " %";
}

Text explain(const ClaimCheck& check) {
    const ClaimRecorded& claim = check.claim;
    if (!check.books.value) {
        return {"Sổ sách chưa có số liệu này.", "The books do not know this figure."};
    }
    const std::string books = books_text(claim, check.books);
    Text text{"Theo sổ: " + books, "By the books: " + books};
    if (!check.holds) {
        text.vi += ".";
        text.en += ".";
        return text;
    }
    const Text relation = relation_in_words(claim.relation);
    const std::string claimed = claimed_text(*claim.value, check.books.kind);
    text.vi += (*check.holds ? ", đúng là " : ", không phải ") + relation.vi + claimed + ".";
    text.en += (*check.holds ? ", which is " : ", which is not ") + relation.en + claimed + ".";
    if (!*check.holds && check.books.kind != ValueKind::share) {
        const std::int64_t gap = *check.books.value - *claim.value;
        const std::string shown = (gap > 0 ? "+" : "−") + core::grouped(gap > 0 ? gap : -gap);
        text.add({"Chênh lệch " + shown + ".", "Difference " + shown + "."});
    }
    return text;
}

}  // namespace

ClaimCheck check_claim(const ClaimRecorded& claim, const Standing& standing) {
    ClaimCheck check{
        .claim = claim, .books = books_of(claim, standing), .holds = {}, .explanation = {}};
    check.holds = holds(claim, check.books);
    check.explanation = explain(check);
    return check;
}

}  // namespace lth::facts
