// Levels and kinds of administrative units, and how they are written in Vietnamese.
#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lth::core::territory {

enum class Level : std::uint8_t { province, district, commune };
BOOST_DESCRIBE_ENUM(Level, province, district, commune)

/// Tỉnh, thành phố trực thuộc trung ương | huyện, quận, thị xã, thành phố | xã, phường, thị trấn,
/// đặc khu (law on local government 72/2025/QH15; the district level ended on 1 July 2025).
enum class UnitKind : std::uint8_t {
    province,
    central_city,
    rural_district,
    urban_district,
    town,
    city,
    commune,
    ward,
    township,
    special_zone
};
BOOST_DESCRIBE_ENUM(UnitKind, province, central_city, rural_district, urban_district, town, city,
                    commune, ward, township, special_zone)

[[nodiscard]] Level level_of(UnitKind kind);

/// "Phường"; both kinds of city are "Thành phố".
[[nodiscard]] std::string_view vietnamese(UnitKind kind);

/// Reads a kind in any case, with or without diacritics; "thành phố" is a province's if `top`, that
/// is if the unit stands under nothing.
enum class Position : std::uint8_t { top, below };
[[nodiscard]] std::optional<UnitKind> parse_kind(std::string_view text, Position position);

/// The name with its kind before it, "Phường Hàm Rồng"; as it is written, if the text has it
/// already.
[[nodiscard]] std::string full_name(UnitKind kind, std::string_view name);

/// The name without its kind, "Hàm Rồng".
[[nodiscard]] std::string_view bare_name(UnitKind kind, std::string_view name);

}  // namespace lth::core::territory
