// Texts of pages are phrases in both languages.
#pragma once

#include "view_json/phrase.hpp"

namespace lth::http::pages {

using view_json::Phrase;

}  // namespace lth::http::pages
