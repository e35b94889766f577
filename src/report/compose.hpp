// What each kind of document says, taken from the views of readers. Unknown figures are said to be
// unknown; what the programme cannot know stays a dotted line in the template.
#pragma once

#include "report/make.hpp"

namespace lth::report {

/// What every document says: dates, basis, unit, association, and that figures are simulated.
struct Head {
    const Asked& asked;
    const app::Frame& frame;
    const app::AssociationsView& associations;
    std::string basis;  // one sentence; blank: the document rests on no figures of clubs
};
void put_head(Values& values, const Head& head);

/// Where it stands, for the pages that show the document: "book/seq/op_index".
[[nodiscard]] std::string source_text(const app::OpPlace& place);

/// "Cơ sở số liệu về thành viên: theo sổ 3 · …".
[[nodiscard]] std::string basis_line(std::string_view about, const facts::BasisCounts& basis);

/// What an operation says in private; blank if it says nothing, or that is closed to whoever asks.
[[nodiscard]] std::string private_text(const Asked& asked, const app::OpPlace& place);
/// From its baseline day on the targets of a scheme are judged.
[[nodiscard]] inline bool has_begun(const app::StandingView& now) {
    return now.frame.as_of >= now.scheme.baseline;
}
/// "Xã A; Xã B và 12 nơi khác".
[[nodiscard]] std::string missing_names(const facts::Target& target, std::size_t shown);

/// What the steering board concluded when it last met.
void put_earlier(Values& values, const app::AssociationsView& view, const Asked& asked);
/// What it may conclude now, drafted of what is open.
void put_draft(Values& values, const app::StandingView& now, const app::AssociationsView& view);

[[nodiscard]] core::Result<Values> compose_review(app::Reading& reading, const Asked& asked);
[[nodiscard]] core::Result<Values> compose_care_fund(app::Reading& reading, const Asked& asked);
[[nodiscard]] core::Result<Values> compose_clubs(app::Reading& reading, const Asked& asked);
[[nodiscard]] core::Result<Values> compose_work(app::Reading& reading, const Asked& asked);
[[nodiscard]] core::Result<Values> compose_club(app::Reading& reading, const Asked& asked);
[[nodiscard]] core::Result<Values> compose_commune_month(app::Reading& reading, const Asked& asked);

}  // namespace lth::report
