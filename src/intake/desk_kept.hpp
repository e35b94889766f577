// What an officer has handed in, as the desk keeps it. Touched under the desk's lock only.
#pragma once

#include "intake/desk.hpp"

namespace lth::intake {

struct ImportDesk::Kept {
    core::AccountId officer;
    PreviewView view;
    std::shared_ptr<const std::string> bytes;  // null: an undo, or all is written
    core::Uuid undone{};                       // of an undo: the job
    std::optional<Plan> plan;
    Heads heads = {};  // the books as `plan` found them, or before
    core::Uuid job{};  // that is being written, or was
    std::int64_t touched = 0;
    std::uint64_t turn = 0;  // another one: what was being read is of no interest any more
    bool stops = false;

    [[nodiscard]] bool is_running() const {
        return view.stage == Stage::waiting || view.stage == Stage::reading ||
               view.stage == Stage::writing;
    }
    [[nodiscard]] bool is_undo() const { return view.kind == "undo"; }
    /// What there is to judge.
    [[nodiscard]] Kept asked() const {
        Kept asked;
        asked.officer = officer;
        asked.bytes = bytes;
        asked.undone = undone;
        asked.view.kind = view.kind;
        asked.view.file = view.file;
        asked.view.choices = view.choices;
        asked.view.kept = view.kept;
        return asked;
    }
};

// desk_show.cpp
[[nodiscard]] Said said(std::string sheet, std::size_t row, const core::Rejection& what);
/// The tables of the file, before anything is mended in it.
void show_sheets(const sheet::Workbook& workbook, std::span<const sheet::Outline> tables,
                 const DeskLimits& limits, PreviewView& view);
/// Counts, errors, notes and rows that may be one.
void show_plan(const Plan& plan, const sheet::Workbook& workbook,
               std::span<const sheet::Outline> tables, const DeskLimits& limits, PreviewView& view);
[[nodiscard]] sheet::Mending mending_of(const Choices& choices);

}  // namespace lth::intake
