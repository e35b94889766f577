// The map of tiles: a grid of links, each with its name and value as text; colour only repeats it.
#include <algorithm>

#include "http/pages/figures.hpp"
#include "http/pages/measure_names.hpp"
#include "http/pages/pages.hpp"

namespace lth::http::pages {
namespace {

constexpr std::int64_t tile_size = 100;  // in the drawing's own units
constexpr std::int64_t gap = 4;
constexpr std::size_t bands = 5;
constexpr std::size_t letters_a_line = 10;

// "Phường Hàm Rồng" → "Hàm Rồng": on a tile there is room for the name only.
std::string_view bare_name(std::string_view name) {
    for (const std::string_view kind :
         {"Thành phố ", "Thị xã ", "Thị trấn ", "Huyện ", "Phường ", "Xã "}) {
        if (name.starts_with(kind)) return name.substr(kind.size());
    }
    return name;
}

// Letters, not bytes: a continuation byte of UTF-8 is none.
std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

// Broken at a blank into at most two lines.
std::pair<std::string, std::string> lines_of(std::string_view name) {
    if (letters(name) <= letters_a_line) return {std::string(name), {}};
    auto cut = name.find(' ');
    for (auto at = cut; at != std::string_view::npos; at = name.find(' ', at + 1)) {
        if (letters(name.substr(0, at)) <= letters_a_line) cut = at;
    }
    if (cut == std::string_view::npos) return {std::string(name), {}};
    return {std::string(name.substr(0, cut)), std::string(name.substr(cut + 1))};
}

// Values that part the tiles into equal fifths; the highest band whose bound is reached.
class Bands {
public:
    explicit Bands(const app::TileMap& map) {
        for (const auto& tile : map.tiles) {
            if (tile.value.value) values_.push_back(*tile.value.value);
        }
        std::ranges::sort(values_);
    }
    [[nodiscard]] std::string of(const facts::Value& value) const {
        if (!value.value) return "unknown";
        const auto below = std::ranges::lower_bound(values_, *value.value) - values_.begin();
        return "band" + std::to_string(static_cast<std::size_t>(below) * bands / values_.size());
    }

private:
    std::vector<std::int64_t> values_;
};

void draw_tile(Page& page, const app::TileLine& tile, const Bands& colours) {
    const auto text = [](std::int64_t number) { return std::to_string(number); };
    const auto x = tile.column * tile_size;
    const auto y = tile.row * tile_size;
    const auto value = value_text(tile.value, std::nullopt, page.language());
    page.open("a", {{"href", page.links().to("/units/" + percent_encoded(tile.code))},
                    {"aria-label", tile.name + ": " + value}});
    page.element("title", tile.name + ": " + value);
    page.empty("rect", {{"class", colours.of(tile.value)},
                        {"x", text(x + gap / 2)},
                        {"y", text(y + gap / 2)},
                        {"width", text(tile_size - gap)},
                        {"height", text(tile_size - gap)},
                        {"rx", "6"}});
    const auto line = [&](const std::string& words, std::int64_t down, const char* kind) {
        if (words.empty()) return;
        page.element("text", words,
                     {{"class", kind}, {"x", text(x + tile_size / 2)}, {"y", text(y + down)}});
    };
    const auto [first, second] = lines_of(bare_name(tile.name));
    line(first, second.empty() ? 38 : 30, "tile-name");
    line(second, 48, "tile-name");
    line(value, 80, "tile-value");
    page.close();
}

void draw_choice(Page& page, const app::TileMap& map) {
    page.open("form", {{"method", "get"}, {"class", "search"}});
    page.open("p").element("label", page.say(words::coloured_by), {{"for", "measure"}});
    page.open("select", {{"id", "measure"}, {"name", "measure"}});
    for (const auto& measure : map.measures) {
        const auto* name = measure_name(measure);
        const std::string value(measure);
        const auto text = name ? page.say(*name) : measure;
        page.option(text, value, map.measure);
    }
    page.close();
    for (const auto* kept : {"as_of", "units_as_of", "known_at", "scheme", "lang"}) {
        const auto value = page.links().kept(kept);
        if (value.empty()) continue;
        page.empty("input", {{"type", "hidden"}, {"name", kept}, {"value", value}});
    }
    page.element("button", page.say(words::show), {{"type", "submit"}}).close().close();
}

}  // namespace

void draw_tiles(Page& page, const app::TileMap& map) {
    if (map.tiles.empty()) return;
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    for (const auto& tile : map.tiles) {
        columns = std::max<std::int64_t>(columns, tile.column + 1);
        rows = std::max<std::int64_t>(rows, tile.row + 1);
    }
    const auto* name = measure_name(map.measure);
    const std::string title = std::string(page.say(words::tile_map)) + ": " +
                              std::string(name ? page.say(*name) : map.measure);
    page.element("h2", title).element("p", page.say(words::tile_help));
    draw_choice(page, map);
    page.open("div",
              {{"class", "tiles"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", title}});
    page.open("svg", {{"viewBox", "0 0 " + std::to_string(columns * tile_size) + " " +
                                      std::to_string(rows * tile_size)},
                      {"role", "group"},
                      {"aria-label", title}});
    const Bands colours(map);
    for (const auto& tile : map.tiles) draw_tile(page, tile, colours);
    page.close().close();
}

}  // namespace lth::http::pages
