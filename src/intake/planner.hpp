// Gathers what an import records: private copies of the books it touches, and the entries that were
// admitted to them.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "app/books.hpp"
#include "app/province_facts.hpp"
#include "intake/plan.hpp"

namespace lth::intake {

/// A private part before it has a salt; `text` is a JSON object with keys of its class.
struct PartDraft {
    core::PartClass kind = core::PartClass::name;
    std::optional<core::SubjectId> subject;
    std::string text;
};

/// An operation, the row that it comes from, and the private parts it names.
template <class Op>
struct Drafted {
    Op op;
    sheet::Origin at = {};
    std::vector<PartDraft> parts = {};
};
using ClubDraft = Drafted<core::club::ClubOp>;

template <class Op, class What>
Drafted<Op> drafted(core::Date on, What what, sheet::Origin at) {
    return {Op{on, {}, std::move(what)}, at, {}};
}

/// Operations that come from no row.
template <class Op>
std::vector<Drafted<Op>> drafted(std::vector<Op> ops) {
    std::vector<Drafted<Op>> drafts;
    drafts.reserve(ops.size());
    for (auto& op : ops) drafts.push_back({std::move(op), {}, {}});
    return drafts;
}

class Planner {
public:
    Planner(app::Store& store, app::Clock& clock, app::Ids& ids, Options options);

    /// Names of the sheets that origins count.
    void set_sheets(std::vector<std::string> names) { sheets_ = std::move(names); }

    [[nodiscard]] const Options& options() const { return options_; }
    [[nodiscard]] core::Date today() const { return today_; }
    /// The day of what has none: --as-of, else today.
    [[nodiscard]] core::Date as_of() const { return options_.as_of.value_or(today_); }

    [[nodiscard]] app::Store& store() { return store_; }
    /// As the store has them; what is planned is not in them.
    [[nodiscard]] app::ProvinceFacts& facts() { return facts_; }

    /// The book as stored and with what is planned; a new one if the store has none.
    [[nodiscard]] app::Book& book(const core::BookId& id, core::BookKind kind);
    /// The one book of that kind; a new id if there is none yet.
    [[nodiscard]] core::BookId only_book(core::BookKind kind);
    [[nodiscard]] const core::territory::Territory& territory();
    [[nodiscard]] const core::registry::Registry& registry();

    /// What is proposed from here on is not part of the import and is not undone with it.
    void sign_as(core::DeviceId device) { device_ = device; }
    void sign_as_import() { device_ = core::DeviceId(plan_.job); }

    /// Ids that follow from the import and a place in it.
    [[nodiscard]] core::Uuid derive(std::string_view what, sheet::Origin at);
    [[nodiscard]] std::uint64_t derive_local(std::string_view what, sheet::Origin at);

    /// Admits the operations as entries of at most a thousand; what a rule refuses is an error of
    /// its row. Of the first `alone`, whose rows stand each by itself, every one that is refused is
    /// told; of the others the first.
    template <class Op>
    void propose(const core::BookId& id, core::BookKind kind, std::vector<Drafted<Op>> ops,
                 std::size_t alone = 0);

    void error(sheet::Origin at, core::Rejection rejection, std::string_view found = {});
    void note(sheet::Origin at, core::Rejection what, std::vector<sheet::Origin> rows = {},
              std::vector<HeldPerson> held = {});
    /// `what` without its sheet and row.
    void differs(sheet::Origin at, Difference what);
    void count_row() { ++plan_.rows; }
    void count_unchanged() { ++plan_.unchanged; }
    [[nodiscard]] bool has_errors() const { return !plan_.errors.empty(); }

    [[nodiscard]] Plan take(std::string kind, std::string source);

private:
    template <class Op>
    void propose_entry(const core::BookId& id, core::BookKind kind, std::vector<Drafted<Op>> ops,
                       std::size_t alone);
    template <class Op>
    [[nodiscard]] core::Result<void> admit(const core::BookId& id, core::BookKind kind,
                                           std::span<const Drafted<Op>> ops);
    [[nodiscard]] core::Entry draft(const core::BookId& id, std::vector<PartDraft> parts);
    [[nodiscard]] std::string sheet_name(sheet::Origin at) const;

    app::Store& store_;
    app::Ids& ids_;
    Options options_;
    std::int64_t now_;
    core::Date today_;
    app::ProvinceFacts facts_;
    std::vector<std::string> sheets_;
    std::map<core::BookId, app::Book> books_;
    std::map<core::BookKind, core::BookId> only_;
    std::uint64_t drafted_ = 0;
    Plan plan_;
    core::DeviceId device_;
};

}  // namespace lth::intake
