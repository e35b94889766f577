// A document that is issued: what it was asked for, and what the same question answers later.
#pragma once

#include "app/issued_reports.hpp"
#include "report/make.hpp"

namespace lth::report {

/// What is asked for, known_at left open: `as_of` must be there.
[[nodiscard]] app::IssuedQuestion question_of(const Asked& asked);

/// With its dates filled in: `as_of` of the question must be there. Rules as `make`, and
/// report.number.partial.
[[nodiscard]] core::Result<app::MadeReport> make_to_issue(app::Reading& reading,
                                                          const Asked& asked);

/// The question of an issued document, of what was known then. Rule question.choice.unknown for a
/// kind that is not known here.
[[nodiscard]] core::Result<Asked> asked_of(const app::IssuedQuestion& question);

/// One value of a document that is not what it was. `place` is its placeholder, `name` what it is
/// called, of a line of a list with what the line is about.
struct Difference {
    std::string place = {};
    std::string name_vi = {};
    std::string name_en = {};
    std::string line = {};
    std::string before = {};
    std::string after = {};
    std::string line_en = {};
    friend bool operator==(const Difference&, const Difference&) = default;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (place, name_vi, name_en, line, before, after, line_en))

/// In the order of placeholders; when it was made is no difference.
[[nodiscard]] std::vector<Difference> differences(const Values& before, const Values& after);

}  // namespace lth::report
