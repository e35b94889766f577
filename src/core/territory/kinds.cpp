#include "core/territory/kinds.hpp"

#include <array>

#include "core/text.hpp"

namespace lth::core::territory {
namespace {

struct Label {
    UnitKind kind;
    Level level;
    std::string_view text;
    std::string_view folded;
};

constexpr std::array labels = {
    Label{UnitKind::province, Level::province, "Tỉnh", "tinh"},
    Label{UnitKind::central_city, Level::province, "Thành phố", "thanh pho"},
    Label{UnitKind::rural_district, Level::district, "Huyện", "huyen"},
    Label{UnitKind::urban_district, Level::district, "Quận", "quan"},
    Label{UnitKind::town, Level::district, "Thị xã", "thi xa"},
    Label{UnitKind::city, Level::district, "Thành phố", "thanh pho"},
    Label{UnitKind::commune, Level::commune, "Xã", "xa"},
    Label{UnitKind::ward, Level::commune, "Phường", "phuong"},
    Label{UnitKind::township, Level::commune, "Thị trấn", "thi tran"},
    Label{UnitKind::special_zone, Level::commune, "Đặc khu", "dac khu"},
};

const Label& label_of(UnitKind kind) { return labels[static_cast<std::size_t>(kind)]; }

/// Bytes of `name` taken by the kind and the spaces after it; 0 if it does not begin with the kind.
std::size_t prefix_size(UnitKind kind, std::string_view name) {
    const auto& label = label_of(kind);
    std::size_t spaces = 0;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (name[at] != ' ') continue;
        if (fold_words(name.substr(0, at)) == label.folded) {
            const auto rest = name.find_first_not_of(' ', at);
            return rest == std::string_view::npos ? 0 : rest;
        }
        if (++spaces == 2) break;  // no kind has more than two words
    }
    return 0;
}

}  // namespace

Level level_of(UnitKind kind) { return label_of(kind).level; }

std::string_view vietnamese(UnitKind kind) { return label_of(kind).text; }

std::optional<UnitKind> parse_kind(std::string_view text, Position position) {
    const auto folded = fold_words(text);
    for (const auto& label : labels) {
        if (label.folded != folded) continue;
        if (label.kind == UnitKind::central_city && position == Position::below) continue;
        return label.kind;
    }
    return std::nullopt;
}

std::string full_name(UnitKind kind, std::string_view name) {
    if (prefix_size(kind, name) > 0) return std::string(name);
    return std::string(vietnamese(kind)) + " " + std::string(name);
}

std::string_view bare_name(UnitKind kind, std::string_view name) {
    return name.substr(prefix_size(kind, name));
}

}  // namespace lth::core::territory
