// The province of 30 September 2020 as the newspaper told it, from the generator's own books.
#include <gtest/gtest.h>

#include <map>

#include "core/club/club.hpp"
#include "core/sha256.hpp"
#include "demo/demo.hpp"
#include "json/entry.hpp"

namespace lth::tests {
namespace {

using core::club::Column;

constexpr core::Date baseline = core::make_date(2020, 9, 30);

// Keeps what the tests compare: figures on a day, and the text of each book.
class Gathered final : public demo::Sink {
public:
    explicit Gathered(core::Date day) : day_(day) {}

    void write(app::BookWrite book) override {
        std::string text;
        for (const auto& sealed : book.entries) text += json::write_entry(sealed) + "\n";
        texts[book.book] = std::move(text);
        if (book.kind != core::BookKind::club) return;
        ++clubs;
        if (book.changes.club.club->roster_completed) ++on_books;
        for (const auto& delta : book.changes.club.days) {
            if (delta.day <= day_) figures[delta.column] += delta.delta;
        }
        for (const auto& report : book.changes.club.reports) {
            if (report.as_of != day_) continue;
            figures[Column::members] += report.figures.members.value_or(core::Count{}).value;
            figures[Column::elderly] += report.figures.elderly.value_or(core::Count{}).value;
            figures[Column::women] += report.figures.women.value_or(core::Count{}).value;
            figures[Column::capital] += report.figures.capital.value_or(core::Money{}).dong;
            figures[Column::borrowers_owing] +=
                report.figures.borrowers_owing.value_or(core::Count{}).value;
        }
    }

    std::size_t clubs = 0;
    std::size_t on_books = 0;
    std::map<Column, std::int64_t> figures;
    std::map<core::BookId, std::string> texts;

private:
    core::Date day_;
};

Gathered generated(const demo::Options& options) {
    Gathered gathered(baseline);
    demo::generate(options, gathered);
    return gathered;
}

demo::Options until(core::Date day) {
    demo::Options options;
    options.until = day;
    return options;
}

TEST(DemoTotals, ExactlyAsReportedOnTheBaseline) {
    const auto province = generated(until(baseline));
    EXPECT_EQ(province.clubs, 800U);
    EXPECT_EQ(province.figures.at(Column::members), 44'291);
    EXPECT_EQ(province.figures.at(Column::elderly), 31'000);
    EXPECT_EQ(province.figures.at(Column::women), 33'661);
}

TEST(DemoTotals, TheSameAtEveryAdoption) {
    const auto full = generated(until(baseline));
    auto options = until(baseline);
    options.adoption = 30;
    const auto part = generated(options);
    EXPECT_EQ(part.clubs, full.clubs);
    EXPECT_LT(part.on_books, full.on_books);
    EXPECT_GT(part.on_books, 0U);
    for (const auto column : {Column::members, Column::elderly, Column::women, Column::capital,
                              Column::borrowers_owing}) {
        EXPECT_EQ(part.figures.at(column), full.figures.at(column)) << to_text(column);
    }
}

TEST(DemoSeed, SameSeedSameBytesOtherSeedOtherBytes) {
    auto options = until(core::make_date(2020, 12, 31));
    options.clubs = 12;
    const auto first = generated(options);
    EXPECT_EQ(first.texts, generated(options).texts);
    options.seed = 2;
    EXPECT_NE(first.texts, generated(options).texts);
}

TEST(DemoSeed, AShorterRunIsAPrefixOfALongerOne) {
    auto options = until(core::make_date(2020, 12, 31));
    options.clubs = 12;
    const auto shorter = generated(options);
    options.until = core::make_date(2021, 9, 30);
    const auto longer = generated(options);
    std::size_t grown = 0;
    for (const auto& [book, text] : shorter.texts) {
        ASSERT_TRUE(longer.texts.contains(book));
        const auto& more = longer.texts.at(book);
        EXPECT_TRUE(more.starts_with(text)) << to_text(book);
        grown += more.size() > text.size() ? 1 : 0;
    }
    EXPECT_GT(grown, 10U);
}

TEST(DemoOptions, NonsenseIsRefused) {
    Gathered sink(baseline);
    EXPECT_THROW(demo::generate(until(core::make_date(2019, 1, 1)), sink), app::Fault);
}

}  // namespace
}  // namespace lth::tests
