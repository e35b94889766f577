#include "view_json/person.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "json/message.hpp"
#include "view_json/time.hpp"

namespace lth::view_json {
namespace {

std::string_view say(core::Language language, std::string_view vi, std::string_view en) {
    return language == core::Language::vi ? vi : en;
}

template <class Enum>
std::string word(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

std::string place_of(const app::PersonPart& part, core::Language language) {
    if (part.seq != 0) return "#" + std::to_string(part.seq);
    return std::string(say(language, "đang chờ xử lý", "waits for a decision"));
}

std::string purposes_of(const app::PersonConsent& consent) {
    std::string text;
    for (const auto purpose : consent.purposes) text += (text.empty() ? "" : ", ") + word(purpose);
    return text;
}

std::string_view class_label(std::string_view kind, core::Language language) {
    if (kind == "name") return say(language, "họ tên, ngày sinh", "name, birthday");
    if (kind == "contact") return say(language, "liên hệ", "contact");
    if (kind == "sensitive") return say(language, "dữ liệu nhạy cảm", "sensitive");
    return say(language, "ghi chú", "text");
}

std::string_view erased_label(core::Language language) {
    return say(language, "(đã xóa)", "(erased)");
}

void add_parts(std::string& out, const app::PersonFile& file, core::Language language) {
    out += say(language, "\nTHÔNG TIN RIÊNG\n", "\nPRIVATE PARTS\n");
    for (const auto& part : file.parts) {
        out += place_of(part, language) + "  " + std::string(class_label(part.kind, language)) +
               ": " + part.text.value_or(std::string(erased_label(language))) + "\n";
    }
}

}  // namespace

std::string person_json(const app::PersonFile& file) { return json::write_message(file); }

std::string person_text(const app::PersonFile& file, core::Language language) {
    std::string out(say(language, "DỮ LIỆU VỀ MỘT NGƯỜI\n", "WHAT IS HELD ABOUT ONE PERSON\n"));
    out += std::string(say(language, "Câu lạc bộ: ", "Club: ")) + file.club + "\n";
    out += std::string(say(language, "Mã trong sổ: ", "Id in the book: ")) + to_text(file.person) +
           "\n";
    out += std::string(say(language, "Lập lúc: ", "Made at: ")) + instant_text(file.made_at) + "\n";
    add_parts(out, file, language);
    out += say(language, "\nĐỒNG Ý CHO DÙNG DỮ LIỆU\n", "\nCONSENTS\n");
    for (const auto& consent : file.consents) {
        out += to_text(consent.on) + "  " + word(consent.answer) + " (" + word(consent.how) +
               "): " + purposes_of(consent) + "\n";
    }
    out += say(language, "\nKHOẢN VAY\n", "\nLOANS\n");
    for (const auto& loan : file.loans) {
        out += to_text(loan.disbursed_on) + "  " + to_text(loan.principal) + ", " +
               std::string(say(language, "còn nợ ", "outstanding ")) + to_text(loan.outstanding) +
               ", " + std::string(say(language, "đã trả lãi ", "interest paid ")) +
               to_text(loan.interest_paid) + "\n";
    }
    out += say(language, "\nNGHIỆP VỤ CÓ NÊU NGƯỜI NÀY\n", "\nOPERATIONS THAT NAME THE PERSON\n");
    for (const auto& op : file.operations) {
        out += to_text(op.on) + "  #" + std::to_string(op.seq) + "  " + op.text + "\n";
    }
    return out;
}

}  // namespace lth::view_json
