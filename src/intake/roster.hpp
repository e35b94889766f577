// The people of one club's book by hidden id, or by name, year of birth and village.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/club/club.hpp"
#include "intake/planner.hpp"

namespace lth::intake {

/// A member with what his private parts say; absent: nothing, or it was erased.
struct Person {
    core::club::MemberRow row;
    std::string name;
    std::optional<std::int64_t> day;  // of birth, with `month`
    std::optional<std::int64_t> month;
    std::string phone;
};

/// What stands for the name of a person whose name is not known.
[[nodiscard]] std::string nameless(core::MemberId member);

/// A hidden id: "<book>", or "<book>/<member>" of what is about a person.
struct HiddenIds {
    sheet::Text club;
    std::string member;
};
[[nodiscard]] HiddenIds hidden_ids(const sheet::Text& id);

class Roster {
public:
    explicit Roster(const app::ClubRows& rows);

    [[nodiscard]] const std::vector<Person>& people() const { return people_; }
    /// Null: no such id.
    [[nodiscard]] const Person* find(core::MemberId id) const;
    /// Null: the id names nobody of the club.
    [[nodiscard]] const Person* find_hidden(const sheet::Text& id) const;
    /// All of that name, whatever the year of birth; without regard to diacritics.
    [[nodiscard]] std::vector<const Person*> alike(std::string_view name) const;
    /// Of them those of that year of birth, where both know one.
    [[nodiscard]] std::vector<const Person*> find(std::string_view name,
                                                  const std::optional<sheet::Birth>& birth) const;

private:
    std::vector<Person> people_;
    std::map<core::MemberId, std::size_t> by_id_;
    std::map<std::string, std::vector<std::size_t>> by_name_;  // folded
};

}  // namespace lth::intake
