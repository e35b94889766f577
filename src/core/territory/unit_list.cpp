#include "core/territory/unit_list.hpp"

#include <algorithm>
#include <map>

#include "core/sha256.hpp"
#include "core/text.hpp"

namespace lth::core::territory {
namespace {

/// The kind that the name begins with, where a list has no column for it.
std::optional<UnitKind> kind_in_name(std::string_view name, Position position) {
    for (auto i = 0; i <= static_cast<int>(UnitKind::special_zone); ++i) {
        const auto kind = static_cast<UnitKind>(i);
        const bool top = kind == UnitKind::province || kind == UnitKind::central_city;
        if (top != (position == Position::top)) continue;
        if (bare_name(kind, name).size() != name.size()) return kind;
    }
    return std::nullopt;
}

class Checker {
public:
    explicit Checker(const std::vector<ListedUnit>& rows) : rows_(rows) {}

    CheckedList check() {
        for (const auto& row : rows_) read(row);
        for (std::size_t i = 0; i < rows_.size(); ++i) find_parent(i);
        return std::move(list_);
    }

private:
    void fail(const ListedUnit& row, RuleRef rule, std::string_view field,
              std::initializer_list<Fact> facts) {
        auto rejection = make_rejection(rule, field, facts);
        rejection.facts.push_back({"row", std::to_string(row.row)});
        rejection.facts.push_back({"sheet", std::to_string(row.sheet)});
        list_.errors.push_back(std::move(rejection));
    }

    void read(const ListedUnit& row) {
        const auto code = trimmed(row.code);
        const auto name = trimmed(row.name);
        const auto kind_text = trimmed(row.kind);
        const auto position = trimmed(row.parent_code).empty() ? Position::top : Position::below;
        CheckedUnit unit{.row = row.row, .code = std::string(code), .name = std::string(name)};
        if (code.empty()) fail(row, "territory.row.empty", "code", {{"column", "code"}});
        if (name.empty()) fail(row, "territory.row.empty", "name", {{"column", "name"}});
        const auto kind =
            kind_text.empty() ? kind_in_name(name, position) : parse_kind(kind_text, position);
        if (kind) {
            unit.kind = *kind;
            unit.name = full_name(*kind, name);
        } else {
            fail(row, "territory.row.kind_unknown", "kind",
                 {{"kind", std::string(kind_text.empty() ? name : kind_text)}});
        }
        const auto [other, added] = by_code_.try_emplace(unit.code, list_.units.size());
        if (!added && !code.empty()) {
            fail(row, "territory.row.code_twice", "code",
                 {{"code", unit.code}, {"other", std::to_string(list_.units[other->second].row)}});
        }
        list_.units.push_back(std::move(unit));
    }

    void find_parent(std::size_t index) {
        auto& unit = list_.units[index];
        const std::string code(trimmed(rows_[index].parent_code));
        const bool is_province = level_of(unit.kind) == Level::province;
        if (code.empty()) {
            if (!is_province) {
                fail(rows_[index], "territory.row.parent_level", "parent_code",
                     {{"name", unit.name}, {"code", code}});
            }
            return;
        }
        const auto parent = by_code_.find(code);
        if (parent == by_code_.end()) {
            fail(rows_[index], "territory.row.parent_unknown", "parent_code", {{"code", code}});
            return;
        }
        unit.parent = parent->second;
        if (level_of(list_.units[unit.parent].kind) >= level_of(unit.kind)) {
            fail(rows_[index], "territory.row.parent_level", "parent_code",
                 {{"name", unit.name}, {"code", code}});
        }
    }

    const std::vector<ListedUnit>& rows_;
    CheckedList list_;
    std::map<std::string, std::size_t> by_code_;
};

}  // namespace

CheckedList check_list(const std::vector<ListedUnit>& rows) { return Checker(rows).check(); }

std::string id_space(const CheckedList& list) {
    for (const auto& unit : list.units) {
        if (level_of(unit.kind) != Level::province) continue;
        auto space = fold_words(bare_name(unit.kind, unit.name));
        std::ranges::replace(space, ' ', '-');
        return space;
    }
    return "units";
}

UnitId derive_unit_id(std::string_view space, std::string_view code, Date first) {
    const auto digest = sha256(std::string(space) + "/" + std::string(code) + "/" + to_text(first));
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) bits = bits << 8 | digest[i];
    return {bits >> 14};
}

UnitId free_unit_id(const Territory& territory, std::string_view space, std::string_view code,
                    Date first) {
    auto id = derive_unit_id(space, code, first);
    for (int attempt = 2; find_unit(territory, id) != nullptr; ++attempt) {
        id = derive_unit_id(space, std::string(code) + "/" + std::to_string(attempt), first);
    }
    return id;
}

}  // namespace lth::core::territory
