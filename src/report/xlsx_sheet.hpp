// One worksheet of a template: its cells are filled, rows with a list repeat, and whatever names
// rows is moved.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/cell_refs.hpp"
#include "report/values.hpp"
#include "report/xml_part.hpp"

namespace lth::report {

class SheetFiller {
public:
    /// `name` as on the tab; `strings` are the workbook's shared ones.
    SheetFiller(std::string name, pugi::xml_node root, std::span<const std::string> strings,
                const Limits& limits)
        : name_(std::move(name)), root_(root), strings_(strings), limits_(limits) {}

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const RowMap& rows() const { return rows_; }

    [[nodiscard]] std::optional<core::Rejection> fill(const Values& values);

    /// Once all sheets are filled: formulas may name rows of any.
    void move_refs(std::span<const SheetFiller> sheets);

private:
    struct Row {
        pugi::xml_node node;
        std::size_t original = 0;
        std::size_t copy = 0;
        bool repeated = false;
    };

    void number_rows();
    void unshare_formulas();
    [[nodiscard]] std::string text_of(pugi::xml_node cell) const;
    [[nodiscard]] std::string place_of(pugi::xml_node cell) const;
    [[nodiscard]] core::Result<std::string> list_of(pugi::xml_node row, const Values& values) const;
    [[nodiscard]] std::optional<core::Rejection> repeat(const Row& row, std::string_view list,
                                                        const Values& values);
    [[nodiscard]] std::optional<core::Rejection> fill_row(pugi::xml_node row, const Scope& scope);
    [[nodiscard]] std::optional<core::Rejection> fill_cell(pugi::xml_node cell, const Scope& scope);
    [[nodiscard]] std::optional<core::Rejection> fill_page_texts(const Scope& scope);
    void move_formula(const Row& row, pugi::xml_node formula,
                      std::span<const SheetFiller> sheets) const;
    void move_merges();
    void move_attributes();
    void sum_up();

    std::string name_;
    pugi::xml_node root_;
    std::span<const std::string> strings_;
    const Limits& limits_;
    RowMap rows_;
    std::vector<Row> out_;  // as they now stand
    std::size_t tags_ = 0;
};

}  // namespace lth::report
