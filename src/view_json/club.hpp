// One club as JSON: what `club ID --json` prints and the API answers.
#pragma once

#include <string>

#include "app/reading.hpp"
#include "view_json/json.hpp"

namespace lth::view_json {

/// Fields of a club in a list, into an object that is open.
void write_club_line(Json& json, const app::ClubLine& club);

/// The whole club: figures on the date, balances of both funds and loans as the book stands.
[[nodiscard]] std::string club_json(const app::ClubView& club);

}  // namespace lth::view_json
