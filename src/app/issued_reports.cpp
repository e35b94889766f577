#include "app/issued_reports.hpp"

#include <algorithm>
#include <map>
#include <ranges>

#include "app/roles.hpp"
#include "core/sha256.hpp"
#include "core/text.hpp"
#include "json/association_body.hpp"
#include "json/message.hpp"

namespace lth::app {
namespace {

constexpr int steady_attempts = 3;
constexpr std::uint64_t most_entries_read = 20'000;

std::string heads_text(const std::vector<BookInfo>& books) {
    std::string text;
    for (const auto& book : books) {
        text += core::to_text(book.id) + " " + std::to_string(book.head.last_seq) + " " +
                core::to_hex(book.head.hash) + "\n";
    }
    return text;
}

std::int64_t last_received(const std::vector<BookInfo>& books) {
    std::int64_t last = 0;
    for (const auto& book : books) last = std::max(last, book.head.received_at);
    return last;
}

std::map<core::BookId, std::uint64_t> lengths_of(std::string_view heads) {
    std::map<core::BookId, std::uint64_t> lengths;
    for (const auto line : std::views::split(heads, '\n')) {
        const std::string_view text(line);
        if (text.empty()) continue;
        const auto id = core::parse_uuid(text.substr(0, text.find(' ')));
        const std::string seq(text.substr(text.find(' ') + 1));
        if (id) lengths[core::BookId(*id)] = std::stoull(seq);
    }
    return lengths;
}

/// Any day or month that a body names is not after the day: an entry that names later ones only
/// cannot have moved a figure of that day.
bool names_day_until(std::string_view body, core::Date day) {
    const std::string month = core::to_text(day).substr(0, 7);
    const std::string text = core::to_text(day);
    const auto digit = [&](std::size_t at) { return body[at] >= '0' && body[at] <= '9'; };
    for (auto at = body.find("\""); at != std::string_view::npos; at = body.find("\"", at + 1)) {
        if (at + 9 > body.size() || body[at + 5] != '-' || !digit(at + 1) || !digit(at + 4)) {
            continue;
        }
        const bool is_day = at + 12 <= body.size() && body[at + 8] == '-';
        const bool is_month = body[at + 8] == '"';
        if (is_day && body.substr(at + 1, 10) <= text) return true;
        if (is_month && body.substr(at + 1, 7) <= month) return true;
    }
    return false;
}

// What was undone or erased names no day of its own; an issued report, which stands alone in its
// entry, moves no figure.
bool may_touch(std::string_view body, core::Date day) {
    if (body.starts_with(R"({"ops":[{"op":"report.issued")")) return false;
    return names_day_until(body, day) || body.find("\"op.reversed\"") != std::string_view::npos ||
           body.find("\"private.erased\"") != std::string_view::npos;
}

// Of the scheme, the criteria and a fund's year the file knows more than was asked: those that
// answered.
bool is_same(const IssuedQuestion& kept, const IssuedQuestion& wanted) {
    return kept.kind == wanted.kind && kept.as_of == wanted.as_of &&
           kept.units_as_of == wanted.units_as_of && kept.unit == wanted.unit &&
           kept.club == wanted.club && (!wanted.year || kept.year == wanted.year);
}

// An issuing body counts its documents from 1 every year (decree 30/2020), with a 0 before the
// figures below 10: "07/BC-HNCT" is "7/BC-HNCT".
std::string bare_number(std::string_view number) {
    auto bare = core::fold_text(number);
    std::erase(bare, ' ');
    bare.erase(0, bare.find_first_not_of('0'));
    return bare;
}

bool bears_number(const core::association::Association& in, std::string_view number, int year) {
    const auto bare = bare_number(number);
    return std::ranges::any_of(in.ops, [&](const core::association::OpRecord& record) {
        const auto* issued = std::get_if<core::association::ReportIssued>(&record.what);
        return issued != nullptr && record.live && issued->number &&
               core::year_of(record.on) == year && bare_number(issued->number->value) == bare;
    });
}

// The one operation of its body; nothing if it is another.
std::optional<core::association::ReportIssued> issued_in(const MatterStep& step) {
    const auto ops = json::read_association_ops(step.body, {});
    if (!ops || ops->size() != 1) return std::nullopt;
    const auto* issued = std::get_if<core::association::ReportIssued>(&ops->front().what);
    return issued == nullptr ? std::nullopt : std::optional(*issued);
}

IssuedQuestion question_in(std::string_view text) {
    auto asked = json::read_message<IssuedQuestion>(text, "asked");
    if (!asked) {
        throw Fault("Tệp báo cáo đã ban hành bị hỏng trong kho.",
                    "An issued report is damaged in the store.");
    }
    return *std::move(asked);
}

}  // namespace

IssuedQuestion question_of(const IssuedFile& file) { return question_in(file.asked); }

core::Result<std::optional<Issued>> IssuedReports::issued_before(const core::BookId& book,
                                                                 const IssueDraft& draft,
                                                                 const IssuedQuestion& wanted) {
    std::uint64_t seq = 0;
    (void)in_.books.read(book, [&](const Book& held) { seq = held.seq_of(draft.entry_id); });
    if (seq == 0) return std::optional<Issued>();
    const auto page = in_.store.entries(book, seq - 1, {.entries = 1});
    const auto& sealed = page.at(0);  // the book has just said so
    const auto ops = json::read_association_ops(sealed.entry.body, sealed.entry.parts);
    const auto* what = ops && ops->size() == 1
                           ? std::get_if<core::association::ReportIssued>(&ops->front().what)
                           : nullptr;
    const auto kept =
        what == nullptr ? std::nullopt : in_.store.issued_files().find(book, what->file);
    if (!kept || what->number != draft.number || !is_same(question_of(*kept), wanted)) {
        return core::reject("entry.id_used_otherwise", "entry_id");
    }
    return Issued{{sealed.seal.seq, sealed.seal.hash}, what->file, kept->file_name};
}

std::optional<core::Rejection> IssuedReports::judge_number(
    const core::BookId& book, const std::optional<core::PublicText>& number, core::Date on) {
    bool taken = false;
    (void)in_.books.read(book, [&](const Book& held) {
        const auto* in = held.as<core::association::Association>();
        taken = in != nullptr && number && bears_number(*in, number->value, core::year_of(on));
    });
    if (!taken) return std::nullopt;
    return core::make_rejection(
        "report.number.taken", "number",
        {{"value", number->value}, {"year", std::to_string(core::year_of(on))}});
}

core::Result<Issued> IssuedReports::issue(const core::AccountId& officer, const core::BookId& book,
                                          const IssueDraft& draft, const IssuedQuestion& wanted,
                                          const MakeReport& make) {
    // Before anything is kept: the book judges the entry again.
    const auto roles = in_.rights.roles_over(officer, book);
    if (!opens(roles, core::BookKind::association)) {
        return core::reject("reading.not_allowed", "book");
    }
    constexpr auto op = core::association::ReportIssued::op;
    if (!may_record(roles, core::BookKind::association, op)) {
        return core::reject("role.operation.not_allowed", "op", {{"op", std::string(op)}});
    }
    auto same = issued_before(book, draft, wanted);
    if (!same) return std::unexpected(std::move(same.error()));
    if (*same) return **std::move(same);
    const auto now = in_.clock.now_ms();
    IssuedAs as{.on = core::business_date(now), .number = draft.number};
    if (auto refused = judge_number(book, draft.number, as.on)) {
        return std::unexpected(std::move(*refused));
    }
    // Figures and heads must be of one moment: nothing may come in while the report is made.
    std::vector<BookInfo> heads;
    std::optional<MadeReport> made;
    for (int attempt = 0; !made; ++attempt) {
        in_.reading.written();
        heads = in_.store.books();
        as.known_at = last_received(heads);
        as.moment_passed = attempt == steady_attempts;
        auto one = make(as);
        if (!one) return std::unexpected(std::move(one.error()));
        if (as.moment_passed || in_.store.books() == heads) made = *std::move(one);
    }
    made->asked.known_at = as.known_at;
    IssuedFile file{.book = book,
                    .sha256 = core::sha256(made->content),
                    .file_name = made->file_name,
                    .media_type = made->media_type,
                    .content = std::move(made->content),
                    .heads = heads_text(heads),
                    .asked = json::write_message(made->asked),
                    .stored_at = now};
    core::association::AssociationOp issued;
    issued.on = as.on;
    issued.what =
        core::association::ReportIssued{.kind = made->kind,
                                        .as_of = made->asked.as_of,
                                        .units_as_of = made->asked.units_as_of,
                                        .known_at = made->asked.known_at,
                                        .books = {static_cast<std::int64_t>(heads.size())},
                                        .heads = core::sha256(file.heads),
                                        .file = file.sha256,
                                        .number = draft.number};
    // The file first: an entry never names one that is not there.
    in_.store.issued_files().put(file);
    const auto receipt = in_.entries.record(
        officer, book,
        {.entry_id = draft.entry_id, .body = json::write_body(std::span(&issued, 1))});
    if (!receipt) return std::unexpected(receipt.error());
    in_.reading.written();
    return Issued{*receipt, file.sha256, file.file_name};
}

// A code that the map does not know stays one.
std::string IssuedReports::unit_name(const IssuedQuestion& asked) {
    if (asked.unit.empty()) return {};
    Question question;
    question.as_of = asked.as_of;
    question.units_as_of = asked.units_as_of;
    question.unit = asked.unit;
    const auto view = in_.reading.unit(question);
    return view && !view->frame.path.empty() ? view->frame.path.back().name : asked.unit;
}

std::string IssuedReports::club_name(const IssuedQuestion& asked) {
    if (!asked.club) return {};
    return in_.places.name_of(*asked.club);
}

IssuedList IssuedReports::list(const MatterList& matters) {
    IssuedList list{.total = matters.total, .issued = {}};
    std::map<std::pair<std::string, core::Date>, std::string> units;
    for (const auto& matter : matters.matters) {
        const auto& step = matter.steps.at(0);
        const auto what = issued_in(step);
        if (!what) continue;
        auto& line = list.issued.emplace_back(IssuedLine{.book = matter.book,
                                                         .owner = matter.owner,
                                                         .seq = step.seq,
                                                         .on = step.on,
                                                         .live = step.live,
                                                         .kind = what->kind,
                                                         .as_of = what->as_of,
                                                         .number = what->number,
                                                         .file = what->file});
        const auto asked = in_.store.issued_files().asked(matter.book, what->file);
        if (!asked) continue;
        line.asked = question_in(*asked);
        const auto [unit, is_new] =
            units.try_emplace({line.asked->unit, line.asked->units_as_of}, std::string());
        if (is_new) unit->second = unit_name(*line.asked);
        line.unit = unit->second;
        line.club = club_name(*line.asked);
    }
    return list;
}

core::Result<IssuedFile> IssuedReports::find(const core::AccountId& officer,
                                             const core::BookId& book, const core::Digest& sha256) {
    const auto roles = in_.rights.roles_over(officer, book);
    if (!sees(roles, core::BookKind::association, Sight::lists)) {
        return core::reject("reading.not_allowed", "book");
    }
    auto file = in_.store.issued_files().find(book, sha256);
    if (!file)
        return core::reject("question.file.unknown", "file", {{"file", core::to_hex(sha256)}});
    return *std::move(file);
}

LaterEntries IssuedReports::since(const core::AccountId& officer, const IssuedFile& file,
                                  core::Date as_of) {
    LaterEntries later;
    const auto held = in_.rights.held_today(officer);
    const auto before = lengths_of(file.heads);
    std::uint64_t read = 0;
    for (const auto& book : in_.store.books()) {
        const auto known = before.find(book.id);
        std::uint64_t after = known == before.end() ? 0 : known->second;
        if (book.head.last_seq <= after) continue;
        ++later.books;
        later.entries += book.head.last_seq - after;
        if (!opens(in_.rights.roles_over(held, book.id), book.kind)) {
            later.all_listed = false;
            continue;
        }
        const auto name = in_.places.name_of(book.id);
        while (after < book.head.last_seq) {
            if (read >= most_entries_read || later.listed.size() >= max_later_entries) {
                later.all_listed = false;
                break;
            }
            const auto page = in_.store.entries(book.id, after, {});
            if (page.empty()) break;
            read += page.size();
            after = page.back().seal.seq;
            for (const auto& sealed : page) {
                if (!may_touch(sealed.entry.body, as_of)) continue;
                later.listed.push_back({book.id, name, sealed.seal.seq, sealed.seal.received_at});
            }
        }
    }
    if (later.listed.size() > max_later_entries) {
        later.listed.resize(max_later_entries);
        later.all_listed = false;
    }
    return later;
}

}  // namespace lth::app
