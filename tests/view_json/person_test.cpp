// One person's record says in words what each of its lines holds.
#include "view_json/person.hpp"

#include <gtest/gtest.h>

namespace lth::tests {
namespace {

app::PersonFile some_record() {
    app::PersonFile file{.person = {2}, .club = "CLB thử"};
    file.parts = {{.seq = 7, .part = 1, .kind = "name", .text = R"({"name":"Lê Thị Thử","day":2})"},
                  {.seq = 8, .part = 1, .kind = "contact"}};
    file.consents = {{.on = core::make_date(2020, 4, 2),
                      .purposes = {core::club::ConsentPurpose::loans},
                      .how = core::club::ConsentHow::fingerprint,
                      .answer = core::club::ConsentAnswer::refused}};
    file.loans = {{.disbursed_on = core::make_date(2020, 4, 3),
                   .principal = {1'000'000},
                   .outstanding = {700'000},
                   .interest_paid = {500}}};
    file.operations = {{.seq = 9,
                        .on = core::make_date(2020, 4, 2),
                        .op = "dues.received",
                        .text = R"({"op":"dues.received","on":"2020-04-02","account":"cash",)"
                                R"("paid":[{"member":"0000000002","amount":2000}]})",
                        .others = 2,
                        .undone = true}};
    return file;
}

TEST(PersonRecord, IsReadableInBothLanguages) {
    const auto vi = view_json::person_text(some_record(), core::Language::vi);
    for (const auto* line :
         {"họ và tên Lê Thị Thử, ngày sinh 2", "liên hệ: (đã xóa)",
          "02/04/2020  theo dõi vay vốn: không đồng ý (điểm chỉ)",
          "Vay ngày 03/04/2020: 1.000.000 đ, còn nợ 700.000 đ, đã trả lãi 500 đ",
          "#9  Thu hội phí 02/04/2020: Số tiền 2.000 đ (+ 2 người khác) (đã hủy)"}) {
        EXPECT_NE(vi.find(line), std::string::npos) << line << "\n" << vi;
    }
    const auto en = view_json::person_text(some_record(), core::Language::en);
    EXPECT_NE(en.find("#9  Dues received 02/04/2020: Amount 2.000 đ (+ 2 other people) (undone)"),
              std::string::npos)
        << en;
}

TEST(PersonRecord, SaysTheSameInTheFileForPrograms) {
    const auto json = view_json::person_json(some_record(), core::Language::vi);
    EXPECT_NE(json.find(R"("op":"dues.received","words":"Thu hội phí 02/04/2020: Số tiền 2.000 đ)"),
              std::string::npos)
        << json;
    EXPECT_NE(json.find(R"("others":2,"undone":true)"), std::string::npos);
    EXPECT_NE(json.find(R"x("words":"theo dõi vay vốn: không đồng ý (điểm chỉ)","purposes":)x"),
              std::string::npos);
    EXPECT_NE(json.find(R"x("words":"liên hệ: (đã xóa)"})x"), std::string::npos);
}

}  // namespace
}  // namespace lth::tests
