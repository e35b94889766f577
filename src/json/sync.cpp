#include "json/sync.hpp"

#include "json/message.hpp"

namespace lth::json {

std::string write_request(const core::replica::Request& request) { return write_message(request); }

core::Result<core::replica::Request> read_request(std::string_view text) {
    return read_message<core::replica::Request>(text, "sync");
}

std::string write_answer(const core::replica::Answer& answer) { return write_message(answer); }

core::Result<core::replica::Answer> read_answer(std::string_view text) {
    return read_message<core::replica::Answer>(text, "sync");
}

}  // namespace lth::json
