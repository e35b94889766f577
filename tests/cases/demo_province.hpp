// A reduced province of the demo in a database of its own: asked and written like a real one.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/books.hpp"
#include "app/province.hpp"
#include "demo/demo.hpp"
#include "json/operations.hpp"
#include "support/store/database.hpp"

namespace lth::tests {

/// Noon of a day in business time, ms UTC.
constexpr std::int64_t noon(core::Date day) {
    return (std::int64_t{day.days} * 24 + 5) * 3'600'000;
}

/// Where most of them end.
inline constexpr core::Date year_end = core::make_date(2020, 12, 31);

class DemoProvince {
public:
    DemoProvince(std::size_t clubs, core::Date until, std::int64_t adoption = 100) {
        Sink sink(*store);
        demo::Options options;
        options.clubs = clubs;
        options.until = until;
        options.adoption = adoption;
        demo::generate(options, sink);
        clock.now = noon(until + 1);
    }

    Database database{Engine::sqlite};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    app::Books books{*store, clock};

    [[nodiscard]] std::vector<core::BookId> books_of(core::BookKind kind) const {
        std::vector<core::BookId> ids;
        for (const auto& book : store->books()) {
            if (book.kind == kind) ids.push_back(book.id);
        }
        return ids;
    }

    /// The book as it stands now. Throws if it is of another kind.
    template <class Fold>
    [[nodiscard]] Fold fold(const core::BookId& id) {
        Fold fold;
        books.read(id, [&](const app::Book& book) {
            if (book.as<Fold>() == nullptr) throw std::logic_error("another kind of book");
            fold = *book.as<Fold>();
        });
        return fold;
    }

    /// Sends operations as one entry of a desk; a refusal throws.
    void record(const core::BookId& book, const std::string& ops_json) {
        send(book, R"({"ops":[)" + ops_json + "]}");
    }
    template <class Op>
    void record(const core::BookId& book, const std::vector<Op>& ops) {
        send(book, json::write_body(std::span<const Op>(ops)));
    }

    /// Asks as a process does that has just started.
    [[nodiscard]] facts::Standing standing(core::Date as_of) {
        app::Province province(*store, clock);
        app::Question question;
        question.as_of = as_of;
        return answer(province, question);
    }
    [[nodiscard]] static facts::Standing answer(app::Reading& reading,
                                                const app::Question& question) {
        auto view = reading.standing(question);
        if (!view) throw std::logic_error(core::message(view.error(), core::Language::en));
        return std::move(view->standing);
    }

private:
    class Sink final : public demo::Sink {
    public:
        explicit Sink(app::Store& store) : store_(store) {}
        void write(app::BookWrite book) override {
            std::vector<app::BookWrite> writes;
            writes.push_back(std::move(book));
            (void)store_.append(std::move(writes), app::Urgency::bulk).get();
        }

    private:
        app::Store& store_;
    };

    void send(const core::BookId& book, std::string body) {
        core::Entry entry;
        entry.entry_id = entry_id(0xDE5C, ++sent_);
        entry.book_id = book;
        entry.device = device_id(0xDE5C);
        entry.body = std::move(body);
        const auto receipt = books.record(std::move(entry), {});
        if (receipt) return;
        throw std::logic_error(std::string(receipt.error().rule.id()) + ": " +
                               core::message(receipt.error(), core::Language::en));
    }

    std::uint64_t sent_ = 0;
};

/// The value of a measure; none if it is unknown. Throws if there is no such measure.
[[nodiscard]] inline std::optional<std::int64_t> measure(const facts::Standing& standing,
                                                         std::string_view name) {
    const auto found = std::ranges::find(standing.measures, name, &facts::MeasureAnswer::name);
    if (found == standing.measures.end()) throw std::logic_error("no measure " + std::string(name));
    return found->answer.value.value;
}

}  // namespace lth::tests
