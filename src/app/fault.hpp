// What goes wrong outside the domain: disk, connection, damaged data. One sentence, in both
// languages.
#pragma once

#include <stdexcept>
#include <string>

#include "core/result.hpp"

namespace lth::app {

/// Thrown in the shell only, caught at the HTTP edge and in main.
class Fault : public std::runtime_error {
public:
    Fault(std::string vi, std::string en)
        : std::runtime_error(en), vi_(std::move(vi)), en_(std::move(en)) {}

    [[nodiscard]] const std::string& message(core::Language language) const {
        return language == core::Language::vi ? vi_ : en_;
    }

private:
    std::string vi_;
    std::string en_;
};

}  // namespace lth::app
