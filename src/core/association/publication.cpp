#include "core/association/publication.hpp"

#include <algorithm>
#include <array>

namespace lth::core::association {
namespace {

// T10, the scheme's own share.
constexpr std::int64_t support_percent = 60;

// Which column of the publication an operation's postings belong to.
enum class Column : std::uint8_t { opening, flow, moved };

Column column_of(const OpRecord& record) {
    if (record.flow) return Column::flow;
    return std::holds_alternative<CareOpened>(record.what) ? Column::opening : Column::moved;
}

void add(PublishedLine& line, Column column, Money natural_amount) {
    switch (column) {
        case Column::opening:
            line.opening += natural_amount;
            break;
        case Column::moved:
            line.moved += natural_amount;
            break;
        case Column::flow:
            if (natural_amount.dong > 0) {
                line.in += natural_amount;
            } else {
                line.out -= natural_amount;
            }
    }
    line.closing += natural_amount;
}

bool is_empty(const PublishedLine& line) {
    return line.opening == Money{} && line.in == Money{} && line.out == Money{} &&
           line.moved == Money{};
}

std::optional<CarePurpose> purpose_of(const AssociationWhat& what) {
    if (const auto* spent = std::get_if<CareSpent>(&what)) return spent->purpose;
    if (const auto* granted = std::get_if<CareGranted>(&what)) return granted->purpose;
    return std::nullopt;
}

using Lines = std::array<PublishedLine, accounts_a_level>;

Lines lines_of(const Association& book, CareLevel level, int year, Date until) {
    Lines lines{};
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].account = account_at(level, i);
    for (const auto& record : book.ops) {
        // A reversal bears its operation's date, so leaving both out changes no balance.
        if (!record.live || record.reverses != no_op) continue;
        if (year_of(record.on) > year || record.on > until) continue;
        const Column column = year_of(record.on) < year ? Column::opening : column_of(record);
        for (std::uint32_t i = 0; i < record.posting_count; ++i) {
            const auto& [account, amount] = book.postings[record.first_posting + i];
            if (level_of(account) != level) continue;
            add(lines[place_of(account)], column, natural(account, amount));
        }
    }
    return lines;
}

void add_flows(Publication& publication, const Association& book, Date until) {
    std::array<std::array<Money, care_form_count>, care_flow_count> flows{};
    std::array<Money, care_purpose_count> uses{};
    for (const auto& record : book.ops) {
        if (!record.flow || record.flow->level != publication.level) continue;
        if (year_of(record.on) != publication.year || record.on > until) continue;
        const auto& flow = *record.flow;
        auto& number = is_inflow(flow.flow) ? publication.last_receipt : publication.last_voucher;
        number = std::max(number, flow.number);
        if (!record.live) continue;
        flows[static_cast<std::size_t>(flow.flow)][static_cast<std::size_t>(flow.form)] +=
            flow.amount;
        if (const auto purpose = purpose_of(record.what)) {
            uses[static_cast<std::size_t>(*purpose)] += flow.amount;
        }
    }
    for (std::size_t i = 0; i < flows.size(); ++i) {
        for (std::size_t form = 0; form < care_form_count; ++form) {
            if (flows[i][form] == Money{}) continue;
            publication.flows.push_back(
                {static_cast<CareFlow>(i), static_cast<CareForm>(form), flows[i][form]});
        }
    }
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (uses[i] != Money{}) publication.uses.push_back({static_cast<CarePurpose>(i), uses[i]});
    }
}

}  // namespace

std::optional<Rejection> year_ahead(int year, Date by) {
    if (year <= year_of(by)) return std::nullopt;
    return make_rejection("question.year.ahead", "year",
                          {{"year", std::to_string(year)}, {"date", to_text(by)}});
}

std::optional<Publication> publish(const Association& book, CareLevel level, int year, Date until) {
    const auto fund = fund_row(book, level);
    if (!fund.opened || year_of(*fund.opened) > year || *fund.opened > until) return std::nullopt;
    if (fund.closed && year_of(*fund.closed) < year) return std::nullopt;
    Publication publication{.level = level,
                            .year = year,
                            .held = {},
                            .owned = {},
                            .flows = {},
                            .uses = {},
                            .total = {}};
    for (const auto& line : lines_of(book, level, year, until)) {
        if (is_asset(line.account)) {
            publication.held.push_back(line);
            auto& total = publication.total;
            total.opening += line.opening;
            total.in += line.in;
            total.out += line.out;
            total.moved += line.moved;
            total.closing += line.closing;
        } else if (!is_empty(line)) {
            publication.owned.push_back(line);
        }
    }
    add_flows(publication, book, until);
    return publication;
}

bool adds_up(const Publication& publication) {
    Money held;
    Money owned;
    const auto line_adds_up = [](const PublishedLine& line) {
        return line.opening + line.in - line.out + line.moved == line.closing;
    };
    for (const auto& line : publication.held) held += line.closing;
    for (const auto& line : publication.owned) owned += line.closing;
    return held == owned && held == publication.total.closing &&
           publication.total.moved == Money{} && line_adds_up(publication.total) &&
           std::ranges::all_of(publication.held, line_adds_up) &&
           std::ranges::all_of(publication.owned, line_adds_up);
}

CareYearFigures year_figures(const Association& book, CareLevel level, int year) {
    CareYearFigures figures;
    for (const auto& record : book.ops) {
        if (!record.live || !record.flow || record.flow->level != level) continue;
        if (year_of(record.on) != year) continue;
        const auto& flow = *record.flow;
        const bool goods = flow.form == CareForm::goods;
        auto& received = goods ? figures.received_goods : figures.received_money;
        auto& support = goods ? figures.club_support_goods : figures.club_support_money;
        switch (flow.flow) {
            case CareFlow::received:
                received += flow.amount;
                break;
            case CareFlow::spent_club_founding:
            case CareFlow::spent_club_management:
            case CareFlow::granted:
                support += flow.amount;
                break;
            case CareFlow::grant_returned:
                support -= flow.amount;
                break;
            case CareFlow::transferred_in:
                figures.transferred_in += flow.amount;
                break;
            case CareFlow::transferred_out:
                figures.transferred_out += flow.amount;
                break;
            case CareFlow::spent_other:
                break;
        }
    }
    return figures;
}

std::optional<bool> supports_enough(Money club_support, Money received) {
    if (received.dong <= 0) return std::nullopt;
    __extension__ using Wide = __int128;
    return Wide{club_support.dong} * 100 >= Wide{received.dong} * support_percent;
}

}  // namespace lth::core::association
