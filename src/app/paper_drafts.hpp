// Papers that officers have begun to type: kept word for word, one of a club and month, until the
// entry is recorded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/entry.hpp"

namespace lth::app {

inline constexpr std::size_t max_draft_bytes = 131'072;

struct PaperDraft {
    core::BookId book;
    core::Month month;
    core::AccountId account;  // who typed last
    std::string text;
    std::int64_t kept_at = 0;  // ms UTC, later than of the one before: it tells them apart

    friend bool operator==(const PaperDraft&, const PaperDraft&) = default;
};

/// All calls may be made from any thread, and throw Fault.
class PaperDrafts {
public:
    virtual ~PaperDrafts() = default;

    /// In the place of the one that was kept at `over`, or of none; an empty text leaves none.
    /// False: something else stands there, and nothing was written.
    [[nodiscard]] virtual bool put(const PaperDraft& draft, std::optional<std::int64_t> over) = 0;
    /// Of one club, by month.
    [[nodiscard]] virtual std::vector<PaperDraft> of(const core::BookId& book) = 0;
};

}  // namespace lth::app
