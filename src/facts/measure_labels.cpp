#include "facts/measure_labels.hpp"

#include <array>

namespace lth::facts {
namespace {

constexpr std::array labels{
    MeasureLabel{"clubs_on_books", "CLB ghi sổ trên hệ thống", "Clubs with a book here"},
    MeasureLabel{"clubs_active", "CLB đang hoạt động", "Active clubs"},
    MeasureLabel{"clubs_suspended", "CLB tạm ngừng", "Suspended clubs"},
    MeasureLabel{"communes", "Xã, phường, thị trấn", "Communes and wards"},
    MeasureLabel{"communes_covered", "Xã có CLB", "Communes with a club"},
    MeasureLabel{"districts", "Huyện", "Districts"},
    MeasureLabel{"districts_covered", "Huyện phủ kín xã", "Districts with every commune covered"},
    MeasureLabel{"villages", "Khu dân cư", "Villages"},
    MeasureLabel{"villages_covered", "Khu dân cư có CLB", "Villages with a club"},
    MeasureLabel{"members", "Thành viên", "Members"},
    MeasureLabel{"members_elderly", "Người cao tuổi (từ 60 tuổi)", "Elderly (60 and above)"},
    MeasureLabel{"members_elderly_custom", "Từ 55 tuổi (cách tính của CLB)",
                 "55 and above (as clubs count)"},
    MeasureLabel{"members_women", "Nữ", "Women"},
    MeasureLabel{"members_hardship", "Hoàn cảnh khó khăn", "In hardship"},
    MeasureLabel{"volunteers", "Tình nguyện viên", "Volunteers"},
    MeasureLabel{"people_cared_for", "Người được chăm sóc tại nhà", "People cared for at home"},
    MeasureLabel{"capital", "Vốn quỹ tăng thu nhập", "Capital of the income funds"},
    MeasureLabel{"loans_outstanding", "Dư nợ", "Loans outstanding"},
    MeasureLabel{"overdue_share", "Tỷ lệ quá hạn trên 30 ngày", "Overdue for more than 30 days"},
};

}  // namespace

std::span<const MeasureLabel> measure_labels() { return labels; }

}  // namespace lth::facts
