// A database of its own and what a test hands in there: tables as text, planned, written, read
// back.
#pragma once

#include "intake/import.hpp"
#include "intake/job.hpp"
#include "support/store/database.hpp"

namespace lth::tests {

/// Numbers that repeat themselves from test to test, never within one.
class CountedIds final : public app::Ids {
public:
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t next_ = 0;
};

class Desk {
public:
    Desk();

    /// `csv`: a heading row and rows, columns divided by semicolons.
    [[nodiscard]] intake::Plan plan(std::string_view kind, std::string_view csv,
                                    intake::Options options = {});
    [[nodiscard]] intake::Plan plan(std::string_view kind, sheet::Workbook workbook,
                                    intake::Options options = {});
    /// Expects no error, and writes.
    intake::Plan take(std::string_view kind, std::string_view csv, intake::Options options = {});
    void write(intake::Plan plan);
    [[nodiscard]] intake::Plan plan_undo(const core::Uuid& job);

    [[nodiscard]] app::Store& store() { return *store_; }
    [[nodiscard]] SetClock& clock() { return clock_; }
    [[nodiscard]] CountedIds& ids() { return ids_; }

    /// All clubs that are not withdrawn, by name.
    [[nodiscard]] std::vector<app::ClubRows> clubs();
    [[nodiscard]] app::ClubRows club(std::string_view name);
    [[nodiscard]] core::BookId club_id(std::string_view name);

private:
    Database database_;
    std::unique_ptr<app::Store> store_;
    SetClock clock_;
    CountedIds ids_;
};

/// Rules of the plan's errors, in order.
[[nodiscard]] std::vector<std::string> errors_of(const intake::Plan& plan);
[[nodiscard]] std::vector<std::string> notes_of(const intake::Plan& plan);
/// The first error in Vietnamese.
[[nodiscard]] std::string first_error(const intake::Plan& plan);

}  // namespace lth::tests
