// Papers that officers have begun to type: kept word for word, for the officer alone, until the
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
    core::AccountId account;
    core::Month month;
    std::string text;
    std::int64_t kept_at = 0;  // ms UTC

    friend bool operator==(const PaperDraft&, const PaperDraft&) = default;
};

/// All calls may be made from any thread, and throw Fault.
class PaperDrafts {
public:
    virtual ~PaperDrafts() = default;

    /// In the place of the one before; an empty text leaves none.
    virtual void put(const PaperDraft& draft) = 0;
    /// Of one officer, by book and month.
    [[nodiscard]] virtual std::vector<PaperDraft> of(const core::AccountId& account) = 0;
};

}  // namespace lth::app
