// The pages: each draws one view.
#pragma once

#include "app/trail.hpp"
#include "http/limits.hpp"
#include "http/pages/page.hpp"
#include "report/make.hpp"

namespace lth::http::pages {

[[nodiscard]] Response standing_page(const Links& links, const app::StandingView& view);
/// Of a long list of names.
struct MissingPart {
    std::size_t offset = 0;
    std::size_t limit = max_page_missing;
};
/// What a target of the standing lacks; `view` was asked for every name.
[[nodiscard]] Response missing_page(const Links& links, const app::StandingView& view,
                                    const facts::Target& target, MissingPart part);
[[nodiscard]] Response claims_page(const Links& links, const app::StandingView& view);
[[nodiscard]] Response units_page(const Links& links, const app::UnitView& view);
[[nodiscard]] Response clubs_page(const Links& links, const app::ClubsView& view);
/// What the reader might do to see more of a book.
enum class Asks : std::uint8_t { nothing, reason };
[[nodiscard]] Response club_page(const Links& links, const app::ClubView& view, Asks asks);
[[nodiscard]] Response book_page(const Links& links, const app::EntriesView& view, Asks asks);
/// `by` for whoever sees the book's trail.
[[nodiscard]] Response entry_page(const Links& links, const app::EntryView& view,
                                  const std::optional<app::Recorder>& by, Asks asks);
[[nodiscard]] Response recorded_page(const Links& links, const app::RecordedView& view,
                                     const std::string& login);
[[nodiscard]] std::string recorder_text(const app::Recorder& by);
[[nodiscard]] Response report_page(const Links& links, const report::Asked& asked,
                                   const report::Values& values, Asks asks);
[[nodiscard]] Response refusal_page(const Links& links, const core::Rejection& rejection,
                                    unsigned status);

/// The units right under the province as tiles; nothing if there are none.
void draw_tiles(Page& page, const app::TileMap& map);
/// The first names of what the target lacks, and a way to the rest.
void draw_missing(Page& page, const app::StandingView& view, const facts::Target& target);
/// Where a club lies against others of its kind.
void draw_peers(Page& page, const app::Peers& peers);
/// The ratings that were approved by the day asked about.
void draw_ratings(Page& page, const app::ClubView& view);
/// What somebody should look at in the club's book.
void draw_flags(Page& page, const app::ClubView& view);
/// The form of the three dates, for pages that figures stand on, and of the scheme where it counts.
void draw_dates(Page& page, const app::Frame& frame, const std::vector<app::MapDay>& maps,
                const std::vector<app::SchemeRef>& schemes = {});

/// A table of clubs, each a link to its page.
void draw_clubs(Page& page, const std::vector<app::ClubLine>& clubs);

}  // namespace lth::http::pages
