// Word templates: placeholders cut by Word, rows that repeat, parts that are left out, bad files.
#include "report/docx.hpp"

#include <gtest/gtest.h>

#include "support/report/files.hpp"

namespace lth::report {
namespace {

using test::fact_of;
using test::make_docx;
using test::paragraph;
using test::part_of;
using test::rule_of;
using test::text_of_docx;

Values sample() {
    Values values;
    values.set("name", "Tào Trụ");
    values.set("blank", "");
    values.set("lines", "một\nhai");
    values.lists["clubs"] = {{{"name", {"A"}}, {"members", {"1.234"}}},
                             {{"name", {"B & <C>"}}, {"members", {"chưa có số liệu"}}}};
    values.lists["none"] = {};
    return values;
}

std::string filled_text(const std::string& body) {
    const auto filled = fill_docx(make_docx(body), sample());
    return filled ? text_of_docx(*filled) : rule_of(filled) + " " + fact_of(filled, "name");
}

std::string row(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }
std::string cell(const std::string& content) { return "<w:tc>" + content + "</w:tc>"; }

const std::string clubs_table =
    "<w:tbl>" + row(cell(paragraph({"CLB"})) + cell(paragraph({"TV"}))) +
    row(cell(paragraph({"{{#clubs}}{{clubs.name}}"})) + cell(paragraph({"{{clubs.members}}"}))) +
    "</w:tbl>";

TEST(Docx, APlaceholderIsFilled) {
    EXPECT_EQ(filled_text(paragraph({"CLB {{name}}, {{ name }}."})), "CLB Tào Trụ, Tào Trụ.");
}

TEST(Docx, WordMayCutAPlaceholderAnywhere) {
    EXPECT_EQ(filled_text(paragraph({"a{", "{na", "m", "e}", "}b"})), "aTào Trụb");
    const std::string marked =
        R"(<w:p><w:r><w:t>{{na</w:t></w:r><w:proofErr w:type="spellStart"/>)"
        R"(<w:bookmarkStart w:id="0" w:name="x"/><w:hyperlink><w:r><w:t>me}} – </w:t></w:r>)"
        R"(</w:hyperlink><w:bookmarkEnd w:id="0"/><w:r><w:t>{{name}}</w:t></w:r></w:p>)";
    EXPECT_EQ(filled_text(marked), "Tào Trụ – Tào Trụ");
}

TEST(Docx, EveryCutOfATextGivesTheSame) {
    const std::string text = "x{{name}}{{blank}}y{{name}}z";
    for (std::size_t i = 0; i <= text.size(); ++i) {
        for (std::size_t j = i; j <= text.size(); ++j) {
            const auto body = paragraph({text.substr(0, i), text.substr(i, j - i), text.substr(j)});
            ASSERT_EQ(filled_text(body), "xTào TrụyTào Trụz") << i << " " << j;
        }
    }
}

TEST(Docx, TheFormattingOfTheFirstRunIsKept) {
    const std::string body =
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{na</w:t></w:r><w:r><w:t>me}}</w:t></w:r></w:p>";
    const auto filled = fill_docx(make_docx(body), sample());
    ASSERT_TRUE(filled);
    EXPECT_NE(part_of(*filled, "word/document.xml")
                  .find(R"(<w:b/></w:rPr><w:t xml:space="preserve">Tào Trụ</w:t>)"),
              std::string::npos);
}

TEST(Docx, TextIsEscapedAndLinesAreBroken) {
    EXPECT_EQ(filled_text(paragraph({"{{lines}}!"})), "một<br>hai!");
    const auto filled = fill_docx(make_docx(clubs_table), sample());
    ASSERT_TRUE(filled);
    EXPECT_NE(part_of(*filled, "word/document.xml").find("B &amp; &lt;C&gt;"), std::string::npos);
}

TEST(Docx, WhatIsFilledInIsNotReadAgain) {
    auto values = sample();
    values.set("name", "{{blank}} {{oops");
    values.lists["clubs"].front()["name"] = {"{{/if}}\x02"};
    const auto filled = fill_docx(make_docx(clubs_table + paragraph({"{{name}}"})), values);
    ASSERT_TRUE(filled);
    EXPECT_EQ(text_of_docx(*filled),
              "CLB|TV|{{/if}}|1.234|B & <C>|chưa có số liệu|{{blank}} {{oops");
}

TEST(Docx, ARowRepeatsForEachItem) {
    EXPECT_EQ(filled_text(clubs_table), "CLB|TV|A|1.234|B & <C>|chưa có số liệu");
}

TEST(Docx, WithoutItemsTheRowGoesAndATableWithoutRowsToo) {
    const auto empty = row(cell(paragraph({"{{#none}}{{none.name}}"})));
    EXPECT_EQ(filled_text("<w:tbl>" + row(cell(paragraph({"CLB"}))) + empty + "</w:tbl>"), "CLB");
    EXPECT_EQ(filled_text("<w:tbl>" + empty + "</w:tbl>" + paragraph({"."})), ".");
}

TEST(Docx, AParagraphRepeatsOutsideOfTables) {
    EXPECT_EQ(filled_text(paragraph({"{{#clubs}}- {{clubs.name}}{{/clubs}}"}) +
                          paragraph({"{{#none}}?"}) + paragraph({"."})),
              "- A|- B & <C>|.");
}

TEST(Docx, ConditionsLeaveOut) {
    EXPECT_EQ(
        filled_text(paragraph({"{{#if name}}a{{/if}}"}) + paragraph({"{{#if blank}}b{{/if}}"}) +
                    paragraph({"{{#if none}}c{{/if}}"}) + paragraph({"{{#if clubs}}d{{/if}}"})),
        "a|d");
    const auto block = [](const std::string& name) {
        return paragraph({"{{#if " + name + "}}"}) + paragraph({name}) + clubs_table +
               paragraph({"{{/if}}"});
    };
    EXPECT_EQ(filled_text(block("blank") + block("name")),
              "name|CLB|TV|A|1.234|B & <C>|chưa có số liệu");
}

TEST(Docx, ACellAlwaysEndsWithAParagraph) {
    const auto filled = fill_docx(
        make_docx("<w:tbl>" + row(cell(paragraph({"{{#if blank}}x{{/if}}"}))) + "</w:tbl>"),
        sample());
    ASSERT_TRUE(filled);
    EXPECT_NE(part_of(*filled, "word/document.xml").find("<w:tc><w:p"), std::string::npos);
}

TEST(Docx, HeadersAndTextBoxesAreFilled) {
    const auto filled =
        fill_docx(make_docx(paragraph({"."}), paragraph({"{{na", "me}}"})), sample());
    ASSERT_TRUE(filled);
    EXPECT_NE(part_of(*filled, "word/header1.xml").find("Tào Trụ"), std::string::npos);
    const std::string box = "<w:p><w:r><w:t>{{#if name}}</w:t></w:r><w:r><w:pict><w:txbxContent>" +
                            paragraph({"{{name}}"}) +
                            "</w:txbxContent></w:pict></w:r><w:r><w:t>o{{/if}}</w:t></w:r></w:p>";
    EXPECT_EQ(filled_text(box), "Tào Trụo");
}

TEST(Docx, WhatATemplateGetsWrongIsNamed) {
    EXPECT_EQ(filled_text(paragraph({"{{oops}}"})), "report.placeholder.unknown oops");
    EXPECT_EQ(filled_text(paragraph({"{{name"})), "report.placeholder.open name");
    EXPECT_EQ(filled_text(paragraph({"{{a b}}"})), "report.placeholder.malformed a b");
    EXPECT_EQ(filled_text(paragraph({"{{tên}}"})), "report.placeholder.malformed tên");
    EXPECT_EQ(filled_text(paragraph({"{{#oops}}"})), "report.list.unknown oops");
    EXPECT_EQ(filled_text(paragraph({"{{clubs.name}}"})), "report.list.outside clubs.name");
    EXPECT_EQ(filled_text(paragraph({"{{#clubs}}{{clubs.oops}}"})),
              "report.placeholder.unknown clubs.oops");
    EXPECT_EQ(filled_text(paragraph({"{{#clubs}}{{#none}}"})), "report.list.two clubs");
    EXPECT_EQ(filled_text(paragraph({"{{#if name}}"})), "report.if.open name");
    EXPECT_EQ(filled_text(paragraph({"{{/if}}"})), "report.if.closed if");
    EXPECT_EQ(filled_text(paragraph({"{{#if oops}}{{/if}}"})), "report.placeholder.unknown oops");
    EXPECT_EQ(filled_text(paragraph({"{{#if name}}"}) + clubs_table + "<w:tbl>" +
                          row(cell(paragraph({"{{/if}}"}))) + "</w:tbl>"),
              "report.if.open name");
    const auto nested = "<w:tbl>" + row(cell(paragraph({"{{#clubs}}"}) + clubs_table)) + "</w:tbl>";
    EXPECT_EQ(filled_text(nested), "report.list.two clubs");
}

TEST(Docx, TheSameBytesEveryTime) {
    const auto file = make_docx(clubs_table);
    EXPECT_EQ(fill_docx(file, sample()).value(), fill_docx(file, sample()).value());
}

TEST(Docx, FilesThatAreNone) {
    EXPECT_EQ(rule_of(fill_docx("", {})), "report.not_a_template");
    EXPECT_EQ(rule_of(fill_docx("<html>", {})), "report.not_a_template");
    EXPECT_EQ(rule_of(fill_docx("PK\x03\x04nonsense", {})), "report.broken_archive");
    const auto other = test::make_package({{"xl/workbook.xml", "<workbook/>"}});
    EXPECT_EQ(fact_of(fill_docx(other, {}), "part"), "word/document.xml");
    EXPECT_EQ(rule_of(fill_docx(other, {})), "report.missing_part");
    const auto broken = test::make_package({{"word/document.xml", "<w:document><w:body>"}});
    EXPECT_EQ(rule_of(fill_docx(broken, {})), "report.broken_xml");
    const auto file = make_docx(clubs_table);
    for (std::size_t size = 0; size < file.size(); size += 7) {
        EXPECT_FALSE(fill_docx(file.substr(0, size), sample())) << size;
    }
}

TEST(Docx, HostileFilesStayWithinLimits) {
    // 100 MB of spaces shrink to 100 kB.
    const auto bomb = test::make_package({{"word/document.xml", std::string(100'000'000, ' ')}});
    EXPECT_EQ(rule_of(fill_docx(bomb, {})), "report.too_large");
    EXPECT_EQ(fact_of(fill_docx(bomb, {}), "limit"), "64");
    Limits limits;
    limits.parts = 1;
    EXPECT_EQ(rule_of(fill_docx(make_docx(""), {}, limits)), "report.too_many_parts");
    limits = {};
    limits.tags = 20;
    EXPECT_EQ(rule_of(fill_docx(make_docx(clubs_table), sample(), limits)),
              "report.too_much_markup");
    auto many = sample();
    many.lists["clubs"].assign(1'000, many.lists["clubs"].front());
    limits.tags = 5'000;
    EXPECT_EQ(rule_of(fill_docx(make_docx(clubs_table), many, limits)), "report.too_much_markup");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    for (int i = 0; i < 100'000; ++i) deep += "</a>";
    EXPECT_EQ(rule_of(fill_docx(make_docx(deep), {})), "report.too_much_markup");
}

TEST(Docx, Encrypted) {
    std::string file = make_docx(paragraph({"{{name}}"}));
    for (std::size_t at = 0; at + 10 < file.size(); ++at) {
        const auto mark = std::string_view(file).substr(at, 4);
        if (mark == std::string_view("PK\x03\x04", 4)) file[at + 6] |= 1;
        if (mark == std::string_view("PK\x01\x02", 4)) file[at + 8] |= 1;
    }
    EXPECT_EQ(rule_of(fill_docx(file, sample())), "report.encrypted");
}

}  // namespace
}  // namespace lth::report
