#include "view_json/person.hpp"

#include <algorithm>
#include <array>

#include "json/message.hpp"
#include "view_json/op_words.hpp"
#include "view_json/time.hpp"

namespace lth::view_json {
namespace {

// The record as it is spelt: app's lines, each with its words.
struct WordedPart {
    std::uint64_t seq = 0;
    std::uint64_t part = 0;
    std::string kind = {};
    std::string words = {};
    std::optional<std::string> text = {};
};
BOOST_DESCRIBE_STRUCT(WordedPart, (), (seq, part, kind, words, text))

struct WordedConsent {
    core::Date on = {};
    std::string words = {};
    std::vector<core::club::ConsentPurpose> purposes = {};
    core::club::ConsentHow how = core::club::ConsentHow::signature;
    core::club::ConsentAnswer answer = core::club::ConsentAnswer::agreed;
};
BOOST_DESCRIBE_STRUCT(WordedConsent, (), (on, words, purposes, how, answer))

struct WordedLoan {
    core::LoanId loan = {};
    std::string words = {};
    core::Date disbursed_on = {};
    core::Money principal = {};
    core::Money outstanding = {};
    core::Money interest_paid = {};
};
BOOST_DESCRIBE_STRUCT(WordedLoan, (),
                      (loan, words, disbursed_on, principal, outstanding, interest_paid))

struct WordedOp {
    std::uint64_t seq = 0;
    std::int64_t received_at = 0;
    core::Date on = {};
    std::string op = {};
    std::string words = {};
    std::string text = {};
    std::uint64_t others = 0;
    bool undone = false;
};
BOOST_DESCRIBE_STRUCT(WordedOp, (), (seq, received_at, on, op, words, text, others, undone))

struct WordedPerson {
    core::BookId book = {};
    core::SubjectId person = {};
    std::string club = {};
    std::int64_t made_at = 0;
    std::vector<WordedPart> parts = {};
    std::vector<WordedConsent> consents = {};
    std::vector<WordedLoan> loans = {};
    std::vector<WordedOp> operations = {};
};
BOOST_DESCRIBE_STRUCT(WordedPerson, (),
                      (book, person, club, made_at, parts, consents, loans, operations))

constexpr Phrase record_title{"DỮ LIỆU VỀ MỘT NGƯỜI", "WHAT IS HELD ABOUT ONE PERSON"};
constexpr Phrase record_club{"Câu lạc bộ", "Club"};
constexpr Phrase record_id{"Mã trong sổ", "Id in the book"};
constexpr Phrase record_made{"Lập lúc", "Made at"};
constexpr Phrase parts_title{"THÔNG TIN RIÊNG", "PRIVATE PARTS"};
constexpr Phrase consents_title{"ĐỒNG Ý CHO DÙNG DỮ LIỆU", "CONSENTS"};
constexpr Phrase loans_title{"KHOẢN VAY", "LOANS"};
constexpr Phrase ops_title{"VIỆC TRONG SỔ CÓ NÊU NGƯỜI NÀY", "WHAT THE BOOK RECORDS OF THE PERSON"};
constexpr Phrase waits{"đang chờ xử lý", "waits for a decision"};
constexpr Phrase erased{"(đã xóa)", "(erased)"};
constexpr Phrase undone_op{"đã hủy", "undone"};
constexpr Phrase other_people{"người khác", "other people"};
constexpr Phrase lent_on{"Vay ngày", "Lent on"};
constexpr Phrase owes_now{"còn nợ", "owes"};
constexpr Phrase paid_interest{"đã trả lãi", "interest paid"};

struct Called {
    std::string_view key;
    Phrase words;
};

constexpr std::array part_classes{
    Called{"name", {"họ tên, ngày sinh", "name, birthday"}},
    Called{"contact", {"liên hệ", "contact"}},
    Called{"sensitive", {"dữ liệu nhạy cảm", "sensitive"}},
    Called{"text", {"ghi chú", "text"}},
};
constexpr std::array part_keys{
    Called{"name", {"họ và tên", "name"}},
    Called{"day", {"ngày sinh", "day of birth"}},
    Called{"month", {"tháng sinh", "month of birth"}},
    Called{"signers", {"người ký", "signers"}},
    Called{"donor", {"người tặng", "donor"}},
    Called{"counters", {"người đếm", "counters"}},
    Called{"guests", {"khách", "guests"}},
    Called{"phone", {"điện thoại", "phone"}},
    Called{"address", {"địa chỉ", "address"}},
    Called{"ethnicity", {"dân tộc", "ethnicity"}},
    Called{"disability", {"khuyết tật", "disability"}},
    Called{"health_insurance", {"bảo hiểm y tế", "health insurance"}},
    Called{"lives_alone", {"sống một mình", "lives alone"}},
    Called{"reason", {"lý do", "reason"}},
    Called{"purpose", {"mục đích", "purpose"}},
    Called{"agenda", {"nội dung họp", "agenda"}},
    Called{"minutes", {"biên bản", "minutes"}},
    Called{"findings", {"kết quả", "findings"}},
    Called{"note", {"ghi chú", "note"}},
};
constexpr std::array consent_words{
    Called{"membership", {"ghi họ tên vào sổ", "to be listed"}},
    Called{"loans", {"theo dõi vay vốn", "loans"}},
    Called{"health", {"dữ liệu nhạy cảm", "sensitive data"}},
    Called{"contact", {"liên lạc", "contact"}},
    Called{"photo", {"chụp ảnh", "photographs"}},
    Called{"signature", {"chữ ký", "signature"}},
    Called{"fingerprint", {"điểm chỉ", "fingerprint"}},
    Called{"witness", {"có người làm chứng", "before a witness"}},
    Called{"form", {"phiếu giấy", "paper form"}},
    Called{"agreed", {"đồng ý", "agreed"}},
    Called{"refused", {"không đồng ý", "refused"}},
    Called{"withdrawn", {"rút lại", "withdrawn"}},
};

// The key itself if there is no word for it.
std::string called(std::span<const Called> table, std::string_view key, core::Language language) {
    const auto found = std::ranges::find(table, key, &Called::key);
    return std::string(found == table.end() ? key : found->words.in(language));
}

template <class Enum>
std::string consent_word(Enum value, core::Language language) {
    return called(consent_words, boost::describe::enum_to_string(value, ""), language);
}

std::string say(const Phrase& phrase, core::Language language) {
    return std::string(phrase.in(language));
}

void add_listed(std::string& list, const std::string& text) {
    if (!list.empty()) list += ", ";
    list += text;
}

// Of a JSON value of a part: a text, a number, or yes.
std::string part_value(const json::Node& node, core::Language language) {
    if (node.kind == json::Kind::string) return std::string(node.text);
    if (node.kind == json::Kind::integer) return std::to_string(node.integer);
    const bool yes = node.integer != 0;
    if (language == core::Language::vi) return yes ? "có" : "không";
    return yes ? "yes" : "no";
}

std::string words_of(const app::PersonPart& part, core::Language language) {
    auto words = called(part_classes, part.kind, language) + ": ";
    json::Document document;
    if (!part.text || !document.parse(*part.text)) return words + say(erased, language);
    std::string list;
    json::for_each_child(document, document.root(), [&](const json::Node& node) {
        add_listed(list, called(part_keys, node.key, language) + " " + part_value(node, language));
        return true;
    });
    return words + list;
}

std::string words_of(const app::PersonConsent& consent, core::Language language) {
    std::string purposes;
    for (const auto purpose : consent.purposes) {
        add_listed(purposes, consent_word(purpose, language));
    }
    return purposes + ": " + consent_word(consent.answer, language) + " (" +
           consent_word(consent.how, language) + ")";
}

std::string words_of(const app::PersonLoan& loan, core::Language language) {
    return say(lent_on, language) + " " + core::vietnamese(loan.disbursed_on) + ": " +
           to_text(loan.principal) + ", " + say(owes_now, language) + " " +
           to_text(loan.outstanding) + ", " + say(paid_interest, language) + " " +
           to_text(loan.interest_paid);
}

std::string op_value(const json::Node& node, Shows shows) {
    const bool is_day = shows == Shows::day;
    if (node.kind == json::Kind::string && is_day) {
        const auto day = core::parse_date(node.text);
        return day ? core::vietnamese(*day) : std::string();
    }
    if (node.kind != json::Kind::integer || is_day) return {};
    if (shows == Shows::money) return to_text(core::Money{node.integer});
    return shows == Shows::year ? std::to_string(node.integer) : core::grouped(node.integer);
}

// Of lists only the own lines are left, so that their fields are read as the operation's.
void add_facts(std::string& list, const json::Document& document, const json::Node& parent,
               core::Language language) {
    json::for_each_child(document, parent, [&](const json::Node& node) {
        const bool holds_more = node.kind == json::Kind::object || node.kind == json::Kind::array;
        if (holds_more) {
            add_facts(list, document, node, language);
            return true;
        }
        const auto* field = op_field(node.key);
        const auto value = field != nullptr ? op_value(node, field->shows) : std::string();
        if (!value.empty()) add_listed(list, say(field->label, language) + " " + value);
        return true;
    });
}

std::string words_of(const app::PersonOp& op, core::Language language) {
    const auto* name = operation_name(op.op);
    auto words = name != nullptr ? say(*name, language) : op.op;
    words += " " + core::vietnamese(op.on);
    json::Document document;
    std::string list;
    if (document.parse(op.text)) add_facts(list, document, document.root(), language);
    if (!list.empty()) words += ": " + list;
    if (op.others > 0) {
        words += " (+ " + std::to_string(op.others) + " " + say(other_people, language) + ")";
    }
    if (op.undone) words += " (" + say(undone_op, language) + ")";
    return words;
}

std::string place_of(const app::PersonPart& part, core::Language language) {
    return part.seq != 0 ? "#" + std::to_string(part.seq) : say(waits, language);
}

}  // namespace

std::string person_json(const app::PersonFile& file, core::Language language) {
    WordedPerson person{
        .book = file.book, .person = file.person, .club = file.club, .made_at = file.made_at};
    for (const auto& part : file.parts) {
        person.parts.push_back(
            {part.seq, part.part, part.kind, words_of(part, language), part.text});
    }
    for (const auto& one : file.consents) {
        person.consents.push_back(
            {one.on, words_of(one, language), one.purposes, one.how, one.answer});
    }
    for (const auto& loan : file.loans) {
        person.loans.push_back({loan.loan, words_of(loan, language), loan.disbursed_on,
                                loan.principal, loan.outstanding, loan.interest_paid});
    }
    for (const auto& op : file.operations) {
        person.operations.push_back({op.seq, op.received_at, op.on, op.op, words_of(op, language),
                                     op.text, op.others, op.undone});
    }
    return json::write_message(person);
}

std::string person_text(const app::PersonFile& file, core::Language language) {
    std::string out = say(record_title, language) + "\n";
    const auto head = [&](const Phrase& term, const std::string& said) {
        out += say(term, language) + ": " + said + "\n";
    };
    const auto title = [&](const Phrase& phrase) { out += "\n" + say(phrase, language) + "\n"; };
    head(record_club, file.club);
    head(record_id, to_text(file.person));
    head(record_made, instant_text(file.made_at));
    title(parts_title);
    for (const auto& part : file.parts) {
        out += place_of(part, language) + "  " + words_of(part, language) + "\n";
    }
    title(consents_title);
    for (const auto& consent : file.consents) {
        out += core::vietnamese(consent.on) + "  " + words_of(consent, language) + "\n";
    }
    title(loans_title);
    for (const auto& loan : file.loans) out += words_of(loan, language) + "\n";
    title(ops_title);
    for (const auto& op : file.operations) {
        out += "#" + std::to_string(op.seq) + "  " + words_of(op, language) + "\n";
    }
    return out;
}

}  // namespace lth::view_json
