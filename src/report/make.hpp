// Documents that the programme makes: what each is called, and how it is filled from the views of
// readers.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/issued_reports.hpp"
#include "report/values.hpp"

namespace lth::report {

enum class Kind : std::uint8_t {
    interim_review,
    final_review,
    care_fund,
    steering_pack,
    clubs_by_commune,
    club_sheet,
    quotas,
    care_fund_levels,
    training,
    club_month,
    commune_month
};

struct KindInfo {
    Kind kind;
    std::string_view id;    // "interim-review": of the command line and of its template
    std::string_view type;  // "docx" or "xlsx"
    std::string_view stem;  // of the file's name: "bao-cao-so-ket"
    std::string_view vi;
    std::string_view en;
    std::string_view symbol = {};  // in a document's number
};

[[nodiscard]] std::span<const KindInfo> all_kinds();
[[nodiscard]] const KindInfo& info_of(Kind kind);
[[nodiscard]] std::optional<Kind> find_kind(std::string_view id);
/// Of one club: Asked::club must be there.
[[nodiscard]] constexpr bool is_of_club(Kind kind) {
    return kind == Kind::club_sheet || kind == Kind::club_month;
}

/// The template that is part of the programme.
[[nodiscard]] std::string_view template_of(Kind kind);

struct Asked {
    Kind kind = Kind::interim_review;
    app::Question question = {};
    std::optional<core::BookId> club = {};  // of club_sheet and club_month
    int year = 0;                           // of a care fund; 0: the last one that is over
    std::string_view file = {};             // a template of the user's; empty: the programme's
    std::optional<app::IssuedAs> issued = {};
    /// What an operation says in private; nothing if that is closed to whoever asks.
    std::function<std::optional<std::string>(const app::OpPlace&)> text = {};
    std::optional<core::Date> today = {};  // no document tells of a day after it; absent: of any
    bool members_closed = false;           // to whoever asks: loans are told by their sums
};

struct Document {
    std::string bytes;
    std::string file_name;
    std::string media_type;
};

/// Whether the name of a file says what the document is, or says nothing of it. Rule
/// report.file.type.
[[nodiscard]] core::Result<void> check_file_name(Kind kind, std::string_view path);

/// Everything that a template of the kind may name.
[[nodiscard]] core::Result<Values> compose(app::Reading& reading, const Asked& asked);

/// Rules question.*, report.*. Throws Fault.
[[nodiscard]] core::Result<Document> make(app::Reading& reading, const Asked& asked);

}  // namespace lth::report
