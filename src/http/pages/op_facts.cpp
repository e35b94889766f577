#include "http/pages/op_facts.hpp"

#include <algorithm>
#include <array>

#include "http/pages/figures.hpp"
#include "json/document.hpp"

namespace lth::http::pages {
namespace {

enum class Shows : std::uint8_t { money, count, year, day };

struct OpField {
    std::string_view name;
    Shows shows;
    Phrase label;
};

constexpr std::array op_fields{
    OpField{"amount", Shows::money, {"Số tiền", "Amount"}},
    OpField{"as_of", Shows::day, {"Số liệu đến ngày", "Figures as of"}},
    OpField{"balance", Shows::money, {"Còn cuối năm", "Left at the year's end"}},
    OpField{"bank", Shows::money, {"Ngân hàng", "Bank"}},
    OpField{"book_amount", Shows::money, {"Sổ ghi", "Book says"}},
    OpField{"borrowers_ever", Shows::count, {"Người từng vay", "Ever borrowed"}},
    OpField{"borrowers_owing", Shows::count, {"Người đang nợ", "Owing"}},
    OpField{"borrowers_year", Shows::count, {"Người vay trong năm", "Borrowed in the year"}},
    OpField{"capital", Shows::money, {"Vốn quỹ tăng thu nhập", "Capital of the income fund"}},
    OpField{"cash", Shows::money, {"Tiền mặt", "Cash"}},
    OpField{"club_support", Shows::money, {"Trong đó hỗ trợ CLB", "Of it for clubs"}},
    OpField{"clubs", Shows::count, {"Số câu lạc bộ", "Clubs"}},
    OpField{"copies", Shows::count, {"Số bản", "Copies"}},
    OpField{"days", Shows::count, {"Số ngày", "Days"}},
    OpField{"disbursed_on", Shows::day, {"Ngày vay", "Lent on"}},
    OpField{"due", Shows::day, {"Hạn", "Due"}},
    OpField{"dues", Shows::money, {"Đóng góp tháng", "Monthly dues"}},
    OpField{"effective", Shows::day, {"Hiệu lực từ", "In force from"}},
    OpField{"elderly", Shows::count, {"Người cao tuổi", "Elderly"}},
    OpField{"findings", Shows::count, {"Số sai sót", "Findings"}},
    OpField{"free", Shows::money, {"Trong đó không chỉ định", "Of it free"}},
    OpField{"from", Shows::day, {"Từ ngày", "From"}},
    OpField{"goods", Shows::money, {"Hiện vật (trị giá)", "Goods (value)"}},
    OpField{"guests", Shows::count, {"Khách", "Guests"}},
    OpField{"interest", Shows::money, {"Lãi", "Interest"}},
    OpField{"interest_paid_through", Shows::day, {"Đã trả lãi đến", "Interest paid through"}},
    OpField{"issued_on", Shows::day, {"Ngày ban hành", "Issued on"}},
    OpField{"joined", Shows::day, {"Vào từ", "Member since"}},
    OpField{"lent", Shows::money, {"Cho vay", "Lent"}},
    OpField{"loans_outstanding", Shows::money, {"Dư nợ cho vay", "Loans outstanding"}},
    OpField{"meetings_year", Shows::count, {"Buổi sinh hoạt trong năm", "Meetings in the year"}},
    OpField{"members", Shows::count, {"Thành viên", "Members"}},
    OpField{"months", Shows::count, {"Số tháng", "Months"}},
    OpField{"outstanding", Shows::money, {"Còn nợ", "Outstanding"}},
    OpField{"paid", Shows::count, {"Người đóng", "Who paid"}},
    OpField{"participants", Shows::count, {"Số người dự", "Participants"}},
    OpField{"people", Shows::count, {"Số người", "People"}},
    OpField{"present", Shows::count, {"Có mặt", "Present"}},
    OpField{"present_count", Shows::count, {"Có mặt", "Present"}},
    OpField{"principal", Shows::money, {"Gốc", "Principal"}},
    OpField{"quantity", Shows::count, {"Số lượng", "Quantity"}},
    OpField{"received_goods", Shows::money, {"Thu hiện vật", "Received in goods"}},
    OpField{"received_money", Shows::money, {"Thu bằng tiền", "Received in money"}},
    OpField{"repaid_interest", Shows::money, {"Lãi đã thu", "Interest repaid"}},
    OpField{"repaid_principal", Shows::money, {"Gốc đã thu", "Principal repaid"}},
    OpField{"spent", Shows::money, {"Chi", "Spent"}},
    OpField{"start_capital", Shows::money, {"Vốn ban đầu", "Start capital"}},
    OpField{"times", Shows::count, {"Số lần", "Times"}},
    OpField{"transferred_in", Shows::money, {"Nhận điều chuyển", "Transferred in"}},
    OpField{"transferred_out", Shows::money, {"Điều chuyển đi", "Transferred out"}},
    OpField{"units_as_of", Shows::day, {"Theo địa giới ngày", "On the map of"}},
    OpField{"until", Shows::day, {"Đến ngày", "Until"}},
    OpField{"villages", Shows::count, {"Khu dân cư", "Villages"}},
    OpField{"volunteers", Shows::count, {"Tình nguyện viên", "Volunteers"}},
    OpField{"women", Shows::count, {"Phụ nữ", "Women"}},
    OpField{"year", Shows::year, {"Năm", "Year"}},
};
static_assert(std::ranges::is_sorted(op_fields, {}, &OpField::name));
constexpr Phrase sum_of_lines{"Cộng", "Sum"};

const OpField* op_field(std::string_view name) {
    const auto* found = std::ranges::lower_bound(op_fields, name, {}, &OpField::name);
    return found != op_fields.end() && found->name == name ? found : nullptr;
}

struct OpFact {
    const Phrase* label = nullptr;
    Shows shows = Shows::count;
    std::int64_t value = 0;  // of a day its number
};

class OpFacts {
public:
    /// Nothing of a text that is not JSON.
    void read(std::string_view text) {
        json::Document document;
        if (document.parse(text)) read(document, document.root());
    }
    /// Of several operations: sums of amounts and counts. A day or a year is of one of them only.
    void add_up() {
        std::vector<OpFact> sums;
        for (const auto& fact : found_) {
            if (fact.shows == Shows::day || fact.shows == Shows::year) continue;
            const auto same = std::ranges::find(sums, fact.label, &OpFact::label);
            if (same == sums.end()) {
                sums.push_back(fact);
            } else {
                same->value += fact.value;
            }
        }
        found_ = std::move(sums);
    }
    void draw(Page& page) const {
        if (found_.empty()) return;
        page.open("dl", {{"class", "seconds"}});
        for (const auto& fact : found_) page.term(*fact.label, text_of(fact, page.language()));
        page.close();
    }

private:
    static std::string text_of(const OpFact& fact, core::Language language) {
        switch (fact.shows) {
            case Shows::money:
                return money_text(core::Money{fact.value}, language);
            case Shows::count:
                return number_text(fact.value, language);
            case Shows::year:
                return std::to_string(fact.value);
            case Shows::day:
                return date_text(core::Date{static_cast<std::int32_t>(fact.value)}, language);
        }
        return {};
    }
    void read(const json::Document& document, const json::Node& object) {
        json::for_each_child(document, object, [&](const json::Node& node) {
            take(document, node);
            return true;
        });
    }
    void take(const json::Document& document, const json::Node& node) {
        if (node.kind == json::Kind::object) return read(document, node);
        const auto* field = op_field(node.key);
        if (node.kind == json::Kind::array) return take_list(document, node, field);
        if (field == nullptr) return;
        const bool is_day = field->shows == Shows::day;
        if (node.kind == json::Kind::string && is_day) {
            if (const auto day = core::parse_date(node.text)) {
                found_.push_back({&field->label, Shows::day, day->days});
            }
        }
        if (node.kind == json::Kind::integer && !is_day) {
            found_.push_back({&field->label, field->shows, node.integer});
        }
    }
    // How many lines it has, and the sum of what each of them says.
    void take_list(const json::Document& document, const json::Node& list, const OpField* field) {
        if (field != nullptr && field->shows == Shows::count) {
            found_.push_back({&field->label, Shows::count, list.children});
        }
        std::int64_t sum = 0;
        bool any = false;
        json::for_each_child(document, list, [&](const json::Node& line) {
            json::for_each_child(document, line, [&](const json::Node& node) {
                if (node.key != "amount" || node.kind != json::Kind::integer) return true;
                sum += node.integer;
                any = true;
                return true;
            });
            return true;
        });
        if (any) found_.push_back({&sum_of_lines, Shows::money, sum});
    }

    std::vector<OpFact> found_;
};

}  // namespace

void draw_op_facts(Page& page, std::string_view text) {
    OpFacts facts;
    facts.read(text);
    facts.draw(page);
}

void draw_op_sums(Page& page, std::span<const std::string_view> texts) {
    OpFacts facts;
    for (const auto text : texts) facts.read(text);
    facts.add_up();
    facts.draw(page);
}

}  // namespace lth::http::pages
