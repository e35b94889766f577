// What must hold of a book at the end of a run, whatever has happened.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "app/case_entry.hpp"
#include "sim/phone.hpp"

namespace lth::sim {

using OnServer = std::map<core::EntryId, int>;  // how often each entry stands there

inline std::string first_difference(std::string_view here, std::string_view there) {
    std::size_t line = 0;
    const auto [a, b] = std::ranges::mismatch(here, there);
    for (auto at = here.begin(); at != a; ++at) {
        if (*at == '\n') line = static_cast<std::size_t>(at - here.begin()) + 1;
    }
    const auto shown = [&](std::string_view text) {
        return std::string(text.substr(line, text.find('\n', line) - line));
    };
    return "phone:  " + shown(here) + "\nserver: " + (b == there.end() ? "" : shown(there));
}

/// Of an entry, what an officer recorded in its place and what mended it, one stands.
inline void check_one_stands(const Phone& phone, const core::BookId& book,
                             const OnServer& on_server) {
    const auto times = [&](const core::EntryId& id) {
        const auto found = on_server.find(id);
        return found == on_server.end() ? 0 : found->second;
    };
    for (const auto& id : phone.recorded) {
        auto standing = times(id) + times(app::id_in_place_of(book, id));
        auto said = phone.known_of(id) + " stands " + std::to_string(times(id)) +
                    " times, with an officer's " + std::to_string(standing);
        for (const auto& [mended, by] : phone.mended_by) {
            if (mended != id || times(by) == 0) continue;
            standing += times(by);
            said += ", mended by " + phone.known_of(by);
        }
        EXPECT_LE(standing, 1) << "entry " << said;
    }
}

}  // namespace lth::sim
