// What a reform makes of the map, for who looks at its file before it is written.
#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace lth::intake {

/// A unit of the map before, and how much of it is meant.
struct ReformPart {
    std::string code;
    std::string name;
    bool whole = true;
    friend bool operator==(const ReformPart&, const ReformPart&) = default;
};
BOOST_DESCRIBE_STRUCT(ReformPart, (), (code, name, whole))

/// A unit that begins, or takes something in, or is called otherwise from that day.
struct ReformUnit {
    std::string code;
    std::string name;
    bool begins = false;
    std::string was;  // its name before, if it lives on under another
    std::vector<ReformPart> from;
    friend bool operator==(const ReformUnit&, const ReformUnit&) = default;
};
BOOST_DESCRIBE_STRUCT(ReformUnit, (), (code, name, begins, was, from))

struct ReformShown {
    std::uint64_t ended = 0;
    std::uint64_t begun = 0;
    std::uint64_t receiving = 0;  // that were there and go on
    std::uint64_t changed = 0;    // `units` of them are shown
    std::vector<ReformUnit> units;
    std::vector<ReformPart> left;  // end, and go into nothing
    friend bool operator==(const ReformShown&, const ReformShown&) = default;
};
BOOST_DESCRIBE_STRUCT(ReformShown, (), (ended, begun, receiving, changed, units, left))

}  // namespace lth::intake
