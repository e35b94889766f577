// A year's rating of many clubs: where each stands, what its book says, which were drawn to be
// looked at before the rest is approved in bulk.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "app/books.hpp"
#include "app/held_rights.hpp"
#include "app/reading.hpp"
#include "core/rating/score.hpp"

namespace lth::app {

/// What the book and the last answers to judged criteria come to.
struct RatingSum {
    core::Count total = {};
    core::Count maximum = {};
    core::Count unsaid = {};  // judged criteria without an answer
    std::optional<core::club::Band> band = {};
    std::optional<core::club::Band> next = {};
    core::Count missing = {};  // points to `next`
};
BOOST_DESCRIBE_STRUCT(RatingSum, (), (total, maximum, unsaid, band, next, missing))

/// What an officer may do next with a club's rating.
struct RatingMoves {
    bool self_score = false;  // for its board, from paper
    bool appraise = false;
    bool approve = false;
    bool send_back = false;
    bool answer = false;
};
BOOST_DESCRIBE_STRUCT(RatingMoves, (), (self_score, appraise, approve, send_back, answer))

struct RatingLine {
    core::BookId book = {};
    std::string name = {};
    std::string commune = {};
    std::string village = {};
    bool counts = false;  // in T8: active at the end of the year, launched before July
    bool drawn = false;
    core::club::RatingState state = core::club::RatingState::none;
    std::optional<core::Date> since = {};
    std::optional<core::club::Band> self_scored = {};
    std::optional<core::club::Band> appraised = {};
    std::optional<core::club::Band> approved = {};
    std::optional<core::Date> approved_on = {};
    RatingMoves may = {};
    std::optional<RatingSum> sum = {};  // absent: the club keeps no book here
};
BOOST_DESCRIBE_STRUCT(RatingLine, (),
                      (book, name, commune, village, counts, drawn, state, since, self_scored,
                       appraised, approved, approved_on, may, sum))

struct RatingCount {
    core::club::RatingState state = core::club::RatingState::none;
    std::uint64_t clubs = 0;
};
BOOST_DESCRIBE_STRUCT(RatingCount, (), (state, clubs))

struct RatingsView {
    core::Year year = {};
    core::Date as_of = {};      // of the facts
    std::int64_t now = 0;       // ms UTC: what is approved rests on what is known then
    std::string criteria = {};  // reference of the version in force
    std::uint64_t clubs = 0;    // that are rated in the year, whatever the filter
    std::uint64_t drawn = 0;
    std::uint64_t total = 0;  // that the filter lets through
    std::uint64_t offset = 0;
    std::vector<RatingCount> states = {};
    std::vector<RatingLine> lines = {};
};
BOOST_DESCRIBE_STRUCT(RatingsView, (),
                      (year, as_of, now, criteria, clubs, drawn, total, offset, states, lines))

/// waiting: by what waits for the officer, then commune and name · best, weakest: by the band that
/// was approved, else appraised, else self-scored · oldest, newest: by the day of the last step.
enum class RatingsOrder : std::uint8_t { waiting, name, commune, best, weakest, oldest, newest };
BOOST_DESCRIBE_ENUM(RatingsOrder, waiting, name, commune, best, weakest, oldest, newest)

struct RatingsQuestion {
    core::Year year = {};
    std::optional<core::club::RatingState> state = {};
    std::string search = {};
    std::string unit = {};
    /// Clubs drawn out of 100 that wait for the province, rounded up; which ones follows from the
    /// year, `draw` and their ids alone, so that whoever reads the same clubs draws the same again.
    std::uint64_t share = 0;
    std::uint64_t draw = 1;
    bool drawn_only = false;
    RatingsOrder order = RatingsOrder::waiting;  // equals as they wait
    std::size_t offset = 0;
    std::size_t limit = 50;
};

struct RatingStepView {
    std::uint64_t seq = 0;
    std::uint64_t op_index = 0;
    core::Date on = {};
    core::club::RatingState to = core::club::RatingState::none;
    std::optional<core::club::Band> band = {};
    std::optional<core::PublicText> criteria = {};
    std::vector<core::club::CriterionScore> scores = {};
    std::optional<core::PublicText> decision = {};
    std::optional<std::int64_t> known_at = {};  // ms UTC
    std::optional<std::string> note = {};       // what was said with it; see RatingDesk::look
};
BOOST_DESCRIBE_STRUCT(RatingStepView, (),
                      (seq, op_index, on, to, band, criteria, scores, decision, known_at, note))

/// A club's rating of a year, whole.
struct RatingView {
    std::string name = {};
    std::int64_t now = 0;  // ms UTC, as in RatingsView
    core::club::RatingState state = core::club::RatingState::none;
    RatingMoves may = {};
    std::vector<RatingStepView> steps = {};  // that stand, in order
    std::vector<std::string> versions = {};  // references of criteria, by their first day
    core::rating::Criteria criteria = {};
    core::rating::Sheet sheet = {};
};
BOOST_DESCRIBE_STRUCT(RatingView, (), (name, now, state, may, steps, versions, criteria, sheet))

struct RatingQuestion {
    core::BookId book = {};
    core::Year year = {};
    std::string criteria = {};  // a version by its reference; empty: the one in force
    /// Answers to judged criteria; absent: those said last.
    std::optional<std::vector<core::club::CriterionScore>> judged = {};
};

class RatingDesk {
public:
    struct Parts {
        Store& store;
        Books& books;
        Clock& clock;
        HeldRights& rights;
        Places& places;
        Reading& reading;
    };
    explicit RatingDesk(const Parts& parts) : in_(parts) {}

    /// Of the clubs whose lists the officer reads. Rule
    /// question.criteria.none.
    [[nodiscard]] core::Result<RatingsView> list(const core::AccountId& officer,
                                                 const RatingsQuestion& question);
    /// What was said with a step is told whoever reads texts of the book; answers, and why a sheet
    /// was returned, also whoever appraises or approves: they are written for them. Rules
    /// reading.not_allowed, question.club.unknown, question.choice.unknown, question.criteria.none.
    [[nodiscard]] core::Result<RatingView> look(const core::AccountId& officer,
                                                const RatingQuestion& question);

private:
    [[nodiscard]] core::Result<core::rating::Criteria> criteria_of(core::Year year,
                                                                   std::string_view reference);
    [[nodiscard]] std::optional<RatingSum> sum_of(const core::BookId& book,
                                                  const core::rating::Criteria& criteria,
                                                  core::Year year);
    void tell_notes(const core::BookId& book, std::vector<RatingStepView>& steps,
                    bool (*is_told)(const RatingStepView&));

    Parts in_;
};

}  // namespace lth::app
