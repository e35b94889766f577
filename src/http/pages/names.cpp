#include "http/pages/names.hpp"

#include <array>

namespace lth::http::pages {
namespace {

using core::club::Account;

constexpr std::array<Phrase, core::club::account_count> accounts = {
    Phrase{"Tiền mặt", "Cash"},
    Phrase{"Tiền gửi ngân hàng", "Bank"},
    Phrase{"Cho thành viên vay", "Loans to members"},
    Phrase{"Ứng cho quỹ hoạt động", "Advanced to the operating fund"},
    Phrase{"Phải thu", "Claims"},
    Phrase{"Vốn: tỉnh hỗ trợ", "Capital: province"},
    Phrase{"Vốn: Hội NCT tỉnh", "Capital: association's branch"},
    Phrase{"Vốn: huyện hỗ trợ", "Capital: district"},
    Phrase{"Vốn: xã hỗ trợ", "Capital: commune"},
    Phrase{"Vốn: ngân sách", "Capital: state budget"},
    Phrase{"Vốn: dự án", "Capital: project"},
    Phrase{"Vốn: Mặt trận, đoàn thể", "Capital: Fatherland Front"},
    Phrase{"Vốn: doanh nghiệp", "Capital: firms"},
    Phrase{"Vốn: cá nhân", "Capital: persons"},
    Phrase{"Vốn: thành viên góp", "Capital: members"},
    Phrase{"Vốn: câu lạc bộ khác", "Capital: other clubs"},
    Phrase{"Vốn: chưa rõ nguồn", "Capital: source unknown"},
    Phrase{"Vốn góp có hoàn lại", "Refundable shares"},
    Phrase{"Lãi nhập vốn", "Capitalised interest"},
    Phrase{"Dự phòng rủi ro", "Reserve"},
    Phrase{"Chênh lệch khi mở sổ", "Opening difference"},
    Phrase{"Tiền mặt", "Cash"},
    Phrase{"Tiền gửi ngân hàng", "Bank"},
    Phrase{"Phải thu", "Claims"},
    Phrase{"Nợ quỹ tăng thu nhập", "Owed to the income fund"},
    Phrase{"Hội phí", "Dues"},
    Phrase{"Ủng hộ", "Gifts"},
    Phrase{"Hỗ trợ", "Grants"},
    Phrase{"Lãi cho vay được chia", "Share of loan interest"},
    Phrase{"Lãi, phí ngân hàng", "Bank interest and fees"},
    Phrase{"Chuyển giữa hai quỹ", "Transfers between funds"},
    Phrase{"Điều chỉnh", "Adjustments"},
    Phrase{"Đã chi", "Spent"},
    Phrase{"Bồi dưỡng ban chủ nhiệm", "Board allowance"},
    Phrase{"Chênh lệch khi mở sổ", "Opening difference"},
};

}  // namespace

const Phrase& account_name(Account account) { return accounts[core::club::index(account)]; }

}  // namespace lth::http::pages
