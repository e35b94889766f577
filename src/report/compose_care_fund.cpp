// The yearly publication of a care fund (decree 03/2026), and the funds of all levels beside each
// other.
#include <algorithm>

#include "report/compose.hpp"
#include "report/figures.hpp"

namespace lth::report {
namespace {

namespace association = core::association;

Fields line_fields(association::CareLevel level, const std::string& name,
                   const association::PublishedLine& line) {
    return {{"level", {std::string(name_of(level))}}, {"name", {name}},
            {"opening", money_field(line.opening)},   {"in", money_field(line.in)},
            {"out", money_field(line.out)},           {"moved", money_field(line.moved)},
            {"closing", money_field(line.closing)}};
}

void put_fund(Values& values, const association::Publication& fund) {
    const std::string level(name_of(fund.level));
    for (const auto& line : fund.held) {
        values.lists["held"].push_back(line_fields(fund.level, name_of(line.account), line));
    }
    values.lists["held"].push_back(line_fields(fund.level, "Cộng", fund.total));
    for (const auto& line : fund.owned) {
        values.lists["owned"].push_back(line_fields(fund.level, name_of(line.account), line));
    }
    for (const auto& flow : fund.flows) {
        const auto direction = association::is_inflow(flow.flow) ? "income" : "spending";
        values.lists[direction].push_back({{"level", {level}},
                                           {"name", {std::string(name_of(flow.flow))}},
                                           {"form", {std::string(name_of(flow.form))}},
                                           {"amount", money_field(flow.amount)}});
    }
    for (const auto& use : fund.uses) {
        values.lists["uses"].push_back({{"level", {level}},
                                        {"name", {std::string(name_of(use.purpose))}},
                                        {"amount", money_field(use.amount)}});
    }
    values.lists["funds"].push_back({{"level", {level}},
                                     {"receipts", count_field(fund.last_receipt)},
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
    Fields fields{{"association", {line.association}},
                  {"unit", {line.unit}},
                  {"level", {std::string(name_of(line.level))}}};
    const auto put = [&](const char* name, std::optional<core::Money> amount) {
        fields[name] = money_field(amount);
    };
    if (line.published) {
        const auto& fund = *line.published;
        put("opening", fund.total.opening);
        put("money", flow_of(fund, CareFlow::received, false));
        put("goods", flow_of(fund, CareFlow::received, true));
        put("out", fund.total.out);
        put("support", support_of(fund));
        put("closing", fund.total.closing);
        fields["basis"] = {basis_word(facts::Basis::book)};
        return fields;
    }
    const auto stated = line.stated.value_or(association::CareYearReported{});
    put("opening", std::nullopt);
    put("money", stated.received_money);
    put("goods", stated.received_goods);
    put("out", stated.spent);
    put("support", stated.club_support);
    put("closing", stated.balance);
    fields["basis"] = {basis_word(facts::Basis::report)};
    return fields;
}

}  // namespace

core::Result<Values> compose_care_fund(app::Reading& reading, const Asked& asked) {
    const auto view = reading.associations(asked.question, asked.year);
    if (!view) return std::unexpected(view.error());
    Values values;
    const bool one = asked.kind == Kind::care_fund;
    std::int64_t by_book = 0;
    for (const char* name : {"held", "owned", "income", "spending", "uses", "funds", "levels"}) {
        values.lists[name];
    }
    for (const auto& line : view->funds) {
        by_book += line.published ? 1 : 0;
        values.lists["levels"].push_back(level_fields(line));
        if (line.own && line.published) put_fund(values, *line.published);
    }
    if ((one ? values.lists["funds"] : values.lists["levels"]).empty()) {
        return core::reject("report.care.none", "year",
                            {{"year", std::to_string(view->care_year)}});
    }
    const auto all = static_cast<std::int64_t>(view->funds.size());
    put_head(values,
             {asked, view->frame, *view,
              one ? "Cơ sở số liệu: sổ của quỹ."
                  : "Cơ sở số liệu: theo sổ " + core::grouped(by_book) + ", theo báo cáo " +
                        core::grouped(all - by_book) +
                        " quỹ; quỹ không có sổ và không báo cáo thì không có tên trong bảng."});
    values.set("year", Field{std::to_string(view->care_year), std::to_string(view->care_year)});
    values.set("file_date", std::to_string(view->care_year));
    const bool over = core::make_date(view->care_year, 12, 31) <= view->frame.as_of;
    values.set("not_over", over ? "" : "Năm chưa hết: số liệu mới đến những gì đã ghi.");
    values.set("nothing_spent", values.lists["uses"].empty() ? "Trong năm quỹ không chi." : "");
    return values;
}

}  // namespace lth::report
