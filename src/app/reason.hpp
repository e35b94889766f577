// Why somebody reads what is not his daily work: typed by hand, kept in the log of reads.
#pragma once

#include <string_view>

namespace lth::app {

/// One line of 10 to 500 letters, so that those who read the log learn something.
[[nodiscard]] bool is_reason(std::string_view text);

}  // namespace lth::app
