#include "support/intake/desk.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sheet/read.hpp"

namespace lth::tests {

void CountedIds::fill(std::span<std::uint8_t> bytes) {
    const auto digest = core::sha256(std::to_string(++next_));
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = digest[i % digest.size()];
}

Desk::Desk() : database_(Engine::sqlite), store_(database_.open()) {
    clock_.now = 1'764'000'000'000;  // 24 November 2025
}

intake::Plan Desk::plan(std::string_view kind, sheet::Workbook workbook, intake::Options options) {
    intake::Planner planner(*store_, clock_, ids_, std::move(options));
    return intake::plan_import(planner, *sheet::find_import_kind(kind),
                               {"tep.xlsx", std::move(workbook)});
}

intake::Plan Desk::plan(std::string_view kind, std::string_view csv, intake::Options options) {
    auto workbook = sheet::read_csv(csv);
    EXPECT_TRUE(workbook);
    return plan(kind, std::move(*workbook), std::move(options));
}

intake::Plan Desk::take(std::string_view kind, std::string_view csv, intake::Options options) {
    auto planned = plan(kind, csv, std::move(options));
    EXPECT_EQ(first_error(planned), "");
    write(planned);
    return planned;
}

void Desk::write(intake::Plan plan) {
    app::Books books(*store_, clock_);
    const auto written =
        intake::write(books, *store_, clock_, std::move(plan),
                      {[](std::size_t, std::size_t) { return intake::Going::on; }});
    EXPECT_TRUE(written) << message(written.error(), core::Language::vi);
}

intake::Plan Desk::plan_undo(const core::Uuid& job) {
    intake::Planner planner(*store_, clock_, ids_, {});
    auto planned = intake::plan_undo(planner, job);
    EXPECT_TRUE(planned);
    return std::move(*planned);
}

std::vector<app::ClubRows> Desk::clubs() {
    std::vector<app::ClubRows> clubs;
    for (const auto& info : store_->books()) {
        if (info.kind != core::BookKind::club) continue;
        auto rows = store_->club_rows(info.id);
        if (rows.club && rows.club->status != core::club::Status::withdrawn) {
            clubs.push_back(std::move(rows));
        }
    }
    std::ranges::sort(clubs, {}, [](const app::ClubRows& rows) { return rows.club->name; });
    return clubs;
}

core::BookId Desk::club_id(std::string_view name) {
    for (const auto& info : store_->books()) {
        if (info.kind != core::BookKind::club) continue;
        const auto rows = store_->club_rows(info.id);
        if (rows.club && rows.club->name == name &&
            rows.club->status != core::club::Status::withdrawn) {
            return info.id;
        }
    }
    ADD_FAILURE() << "no club " << name;
    return {};
}

app::ClubRows Desk::club(std::string_view name) { return store_->club_rows(club_id(name)); }

std::vector<std::string> errors_of(const intake::Plan& plan) {
    std::vector<std::string> rules;
    for (const auto& error : plan.errors) rules.emplace_back(error.rejection.rule.id());
    return rules;
}

std::vector<std::string> notes_of(const intake::Plan& plan) {
    std::vector<std::string> rules;
    for (const auto& note : plan.notes) rules.emplace_back(note.what.rule.id());
    return rules;
}

std::string first_error(const intake::Plan& plan) {
    return plan.errors.empty() ? std::string()
                               : message(plan.errors.front().rejection, core::Language::vi);
}

}  // namespace lth::tests
