// What the ids of an association's operations are called: clubs with their commune, units,
// associations.
#pragma once

#include <map>

#include "app/list_matters.hpp"

namespace lth::app {

class Mentions {
public:
    explicit Mentions(const MattersFrom& from) : from_(from) {}

    /// Each id that the operation names, once.
    [[nodiscard]] std::vector<NamedId> of(const core::association::OpRecord& record) const;
    void keep(const core::association::OpRecord& record);
    void keep(const core::BookId& book);
    /// Of a club, with its commune, or an association.
    [[nodiscard]] std::string name(const core::BookId& book) const;
    /// What was kept, by id.
    [[nodiscard]] std::vector<NamedId> take();

private:
    [[nodiscard]] std::string name(const core::UnitId& unit, core::Date on) const;

    const MattersFrom& from_;
    std::map<std::string, std::string> kept_;
};

}  // namespace lth::app
