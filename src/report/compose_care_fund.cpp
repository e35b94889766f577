// The yearly publication of a care fund (decree 03/2026), and the funds of all levels beside each
// other.
#include <algorithm>

#include "report/compose.hpp"
#include "report/figures.hpp"

namespace lth::report {
namespace {

namespace association = core::association;

Fields line_fields(const std::string& name, const association::PublishedLine& line) {
    return {{"name", {name}},
            {"opening", money_field(line.opening)},
            {"in", money_field(line.in)},
            {"out", money_field(line.out)},
            {"moved", money_field(line.moved)},
            {"closing", money_field(line.closing)}};
}

void put_fund(Values& values, const core::BookId& book, const association::Publication& fund) {
    const Fields of{{"book", {to_text(book)}}, {"level", {std::string(name_of(fund.level))}}};
    const auto put = [&](const char* list, Fields fields) {
        fields.insert(of.begin(), of.end());
        values.lists[list].push_back(std::move(fields));
    };
    for (const auto& line : fund.held) put("held", line_fields(name_of(line.account), line));
    put("held", line_fields("Cộng", fund.total));
    for (const auto& line : fund.owned) put("owned", line_fields(name_of(line.account), line));
    for (const auto& flow : fund.flows) {
        const auto direction = association::is_inflow(flow.flow) ? "income" : "spending";
        put(direction, {{"name", {std::string(name_of(flow.flow))}},
                        {"form", {std::string(name_of(flow.form))}},
                        {"amount", money_field(flow.amount)}});
    }
    for (const auto& use : fund.uses) {
        put("uses",
            {{"name", {std::string(name_of(use.purpose))}}, {"amount", money_field(use.amount)}});
    }
    put("funds", {{"receipts", count_field(fund.last_receipt)},
                  {"vouchers", count_field(fund.last_voucher)}});
}

core::Money flow_of(const association::Publication& fund, association::CareFlow flow, bool value) {
    core::Money sum;
    for (const auto& line : fund.flows) {
        const bool goods = line.form == association::CareForm::goods;
        if (line.flow == flow && goods == value) sum += line.amount;
    }
    return sum;
}

core::Money support_of(const association::Publication& fund) {
    using association::CareFlow;
    core::Money sum;
    for (const bool goods : {false, true}) {
        for (const auto flow :
             {CareFlow::spent_club_founding, CareFlow::spent_club_management, CareFlow::granted}) {
            sum += flow_of(fund, flow, goods);
        }
        sum -= flow_of(fund, CareFlow::grant_returned, goods);
    }
    return sum;
}

Fields level_fields(const app::CareFundLine& line) {
    using association::CareFlow;
    Fields fields{{"book", {to_text(line.book)}},
                  {"association", {line.association}},
                  {"unit", {line.unit}},
                  {"level", {std::string(name_of(line.level))}}};
    const auto put = [&](const char* name, std::optional<core::Money> amount) {
        fields[name] = money_field(amount);
    };
    fields["basis"] = {basis_word(line.basis)};
    if (line.basis == facts::Basis::book && line.published) {
        const auto& fund = *line.published;
        put("opening", fund.total.opening);
        put("money", flow_of(fund, CareFlow::received, false));
        put("goods", flow_of(fund, CareFlow::received, true));
        put("within", fund.total.in - flow_of(fund, CareFlow::received, false) -
                          flow_of(fund, CareFlow::received, true));
        put("out", fund.total.out);
        put("support", support_of(fund));
        put("closing", fund.total.closing);
        return fields;
    }
    const auto stated = line.stated.value_or(association::CareYearReported{});
    put("opening", std::nullopt);
    put("money", stated.received_money);
    put("goods", stated.received_goods);
    put("within", stated.transferred_in);
    put("out", stated.spent.transform([&](core::Money spent) {
        return spent + stated.transferred_out.value_or(core::Money{});
    }));
    put("support", stated.club_support);
    put("closing", stated.balance);
    return fields;
}

}  // namespace

core::Result<Values> compose_care_fund(app::Reading& reading, const Asked& asked) {
    const auto view = reading.associations(asked.question, asked.year);
    if (!view) return std::unexpected(view.error());
    const int year = view->care_year;
    if (auto refused = association::year_ahead(year, view->frame.as_of)) {
        return std::unexpected(std::move(*refused));
    }
    Values values;
    const bool one = asked.kind == Kind::care_fund;
    std::int64_t by_book = 0;
    std::string since;
    for (const char* name : {"held", "owned", "income", "spending", "uses", "funds", "levels"}) {
        values.lists[name];
    }
    for (const auto& line : view->funds) {
        by_book += line.basis == facts::Basis::book ? 1 : 0;
        values.lists["levels"].push_back(level_fields(line));
        if (!line.own || !line.published) continue;
        put_fund(values, line.book, *line.published);
        if (line.opened) since = " Sổ mở ngày " + core::vietnamese(*line.opened) + ".";
    }
    if ((one ? values.lists["funds"] : values.lists["levels"]).empty()) {
        return core::reject("report.care.none", "year", {{"year", std::to_string(year)}});
    }
    const auto all = static_cast<std::int64_t>(view->funds.size());
    put_head(values,
             {asked, view->frame, *view,
              one ? "Cơ sở số liệu: sổ của quỹ." + since
                  : "Cơ sở số liệu: theo sổ " + core::grouped(by_book) + ", theo báo cáo " +
                        core::grouped(all - by_book) +
                        " quỹ; quỹ không có sổ và không báo cáo thì không có tên trong bảng."});
    values.set("year", Field{std::to_string(year), std::to_string(year)});
    values.set("file_date", std::to_string(year));
    const bool over = core::make_date(year, 12, 31) <= view->frame.as_of;
    values.set("not_over", over ? "" : "Năm chưa hết: số liệu mới đến những gì đã ghi.");
    values.set("nothing_spent", values.lists["uses"].empty() ? "Trong năm quỹ không chi." : "");
    return values;
}

}  // namespace lth::report
