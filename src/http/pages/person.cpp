// One person's record as it is given to him or her: readable, printable, whole.
#include <boost/describe/enum_to_string.hpp>

#include "http/pages/figures.hpp"
#include "http/pages/names.hpp"
#include "http/pages/office.hpp"
#include "http/pages/sign_in_words.hpp"
#include "http/refusals.hpp"
#include "view_json/person.hpp"

namespace lth::http::pages {
namespace {

using core::club::ConsentAnswer;
using core::club::ConsentHow;
using core::club::ConsentPurpose;

constexpr Phrase waits{"đang chờ xử lý", "waits for a decision"};

// Of the page, its tables and their columns.
namespace heading {
constexpr Phrase title{"Dữ liệu về một người", "What is held about one person"};
constexpr Phrase id_in_book{"Mã trong sổ", "Id in the book"};
constexpr Phrase club{"Câu lạc bộ", "Club"};
constexpr Phrase made_at{"Lập lúc", "Made at"};
constexpr Phrase parts{"Thông tin riêng", "Private parts"};
constexpr Phrase kind{"Loại", "Class"};
constexpr Phrase content{"Nội dung", "Content"};
constexpr Phrase entry{"Bút toán", "Entry"};
constexpr Phrase consents{"Đồng ý cho dùng dữ liệu", "Consents"};
constexpr Phrase day{"Ngày", "Day"};
constexpr Phrase answer{"Trả lời", "Answer"};
constexpr Phrase how{"Cách ghi nhận", "How"};
constexpr Phrase purposes{"Để làm gì", "Purposes"};
constexpr Phrase loans{"Khoản vay", "Loans"};
constexpr Phrase principal{"Vay", "Lent"};
constexpr Phrase outstanding{"Còn nợ", "Outstanding"};
constexpr Phrase interest{"Đã trả lãi", "Interest paid"};
constexpr Phrase operations{"Nghiệp vụ có nêu người này", "Operations that name the person"};
constexpr Phrase operation{"Nghiệp vụ", "Operation"};
}  // namespace heading

const Phrase& name_of(ConsentAnswer value) {
    static constexpr Phrase names[] = {
        {"đồng ý", "agreed"}, {"từ chối", "refused"}, {"rút lại", "withdrawn"}};
    return names[static_cast<std::size_t>(value)];
}
const Phrase& name_of(ConsentHow value) {
    static constexpr Phrase names[] = {{"chữ ký", "signature"},
                                       {"điểm chỉ", "fingerprint"},
                                       {"có người làm chứng", "witness"},
                                       {"phiếu", "form"}};
    return names[static_cast<std::size_t>(value)];
}
const Phrase& name_of(ConsentPurpose value) {
    static constexpr Phrase names[] = {{"sinh hoạt câu lạc bộ", "membership"},
                                       {"vay vốn", "loans"},
                                       {"sức khỏe", "health"},
                                       {"liên hệ", "contact"},
                                       {"ảnh", "photo"}};
    return names[static_cast<std::size_t>(value)];
}

void draw_parts(Page& page, const app::PersonFile& file) {
    page.open_table(heading::parts).open("thead").open("tr");
    page.column(heading::kind)
        .column(heading::content)
        .column(heading::entry)
        .close()
        .close()
        .open("tbody");
    for (const auto& part : file.parts) {
        page.open("tr", {{"role", "row"}});
        page.cell(heading::kind, view_json::class_label(part.kind, page.language()));
        page.cell(heading::content, part.text ? std::string_view(*part.text)
                                              : view_json::erased_label(page.language()));
        page.cell(heading::entry,
                  part.seq == 0 ? std::string(page.say(waits)) : std::to_string(part.seq));
        page.close();
    }
    page.close().close();
}

void draw_consents(Page& page, const app::PersonFile& file) {
    page.open_table(heading::consents).open("thead").open("tr");
    page.column(heading::day)
        .column(heading::answer)
        .column(heading::how)
        .column(heading::purposes)
        .close()
        .close()
        .open("tbody");
    for (const auto& consent : file.consents) {
        std::string list;
        for (const auto purpose : consent.purposes) {
            if (!list.empty()) list += ", ";
            list += page.say(name_of(purpose));
        }
        page.open("tr", {{"role", "row"}});
        page.cell(heading::day, date_text(consent.on, page.language()));
        page.cell(heading::answer, page.say(name_of(consent.answer)));
        page.cell(heading::how, page.say(name_of(consent.how)))
            .cell(heading::purposes, list)
            .close();
    }
    page.close().close();
}

void draw_loans(Page& page, const app::PersonFile& file) {
    page.open_table(heading::loans).open("thead").open("tr");
    page.column(heading::day).column(heading::principal, "number");
    page.column(heading::outstanding, "number")
        .column(heading::interest, "number")
        .close()
        .close()
        .open("tbody");
    for (const auto& loan : file.loans) {
        page.open("tr", {{"role", "row"}});
        page.cell(heading::day, date_text(loan.disbursed_on, page.language()));
        page.cell(heading::principal, to_text(loan.principal), "number");
        page.cell(heading::outstanding, to_text(loan.outstanding), "number");
        page.cell(heading::interest, to_text(loan.interest_paid), "number").close();
    }
    page.close().close();
}

void draw_operations(Page& page, const app::PersonFile& file) {
    page.open_table(heading::operations).open("thead").open("tr");
    page.column(heading::day)
        .column(heading::operation)
        .column(heading::content)
        .column(heading::entry)
        .close()
        .close()
        .open("tbody");
    for (const auto& op : file.operations) {
        const auto* name = operation_name(op.op);
        page.open("tr", {{"role", "row"}});
        page.cell(heading::day, date_text(op.on, page.language()));
        page.cell(heading::operation, name != nullptr ? page.say(*name) : std::string_view(op.op));
        page.cell(heading::content, op.text).cell(heading::entry, std::to_string(op.seq)).close();
    }
    page.close().close();
}

}  // namespace

Response person_page(const Links& links, const app::PersonFile& file) {
    Page page(links,
              {.title = std::string(heading::title.in(links.language())),
               .json = "/api/v1/books/" + to_text(file.book) + "/people/" + to_text(file.person)});
    page.element("h1", page.say(heading::title)).open("dl", {{"class", "facts"}});
    page.term(heading::club, file.club).term(heading::id_in_book, to_text(file.person));
    page.term(heading::made_at, time_text(file.made_at, page.language())).close();
    draw_parts(page, file);
    draw_consents(page, file);
    draw_loans(page, file);
    draw_operations(page, file);
    return std::move(page).finish();
}

Response person_reason_page(const Links& links, std::string_view action, const std::string& typed,
                            const core::Rejection& refused) {
    Page page(links, {.title = std::string(heading::title.in(links.language()))});
    page.element("h1", page.say(heading::title));
    page.element("p", core::message(refused, page.language()), {{"role", "alert"}});
    page.open("form", {{"method", "post"}, {"action", page.links().to(action)}, {"class", "door"}});
    page.open("p").element("label", page.say(words::reason), {{"for", "reason"}});
    page.empty("input",
               {{"id", "reason"}, {"name", "reason"}, {"autocomplete", "off"}, {"value", typed}});
    page.close().open("p").element("button", page.say(words::reason_give), {{"type", "submit"}});
    page.close().close();
    return std::move(page).finish(status_of(refused.rule.id()));
}

}  // namespace lth::http::pages
