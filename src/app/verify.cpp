#include "app/verify.hpp"

#include <algorithm>

#include "app/club_book.hpp"
#include "app/folds.hpp"

namespace lth::app {
namespace {

using core::Money;

class BookCheck {
public:
    BookCheck(Store& store, const BookInfo& book, Verified& verified)
        : store_(store), book_(book), verified_(verified) {}

    void run() {
        ClubBook club;
        Folds folds;
        core::Head head;
        bool chained = true;
        for (;;) {
            const auto page = store_.entries(book_.id, head.last_seq, {});
            if (page.empty()) break;
            for (const auto& sealed : page) {
                if (chained && !core::follows(head, sealed)) {
                    differ("chain", sealed.seal.seq);
                    chained = false;
                }
                head = core::head_after(sealed);
                if (book_.kind == core::BookKind::club) {
                    club.apply(sealed);
                } else {
                    folds.apply(book_.kind, sealed);
                }
                ++verified_.entries;
            }
        }
        if (head != book_.head) differ("head", 0);
        if (book_.kind != core::BookKind::club) return;
        verified_.operations += club.club.ops.size();
        check_invariants(club.club);
        compare_rows(club.rows());
    }

private:
    void differ(std::string what, std::uint64_t seq) {
        verified_.differences.push_back({book_.id, seq, std::move(what)});
    }

    void check_invariants(const core::club::Club& club) {
        for (const auto& fault : club.faults) differ("fault", fault.seq);
        Money income;
        Money operating;
        for (std::size_t i = 0; i < core::club::account_count; ++i) {
            const auto account = static_cast<core::club::Account>(i);
            const auto debit = club.balances[i];
            (fund_of(account) == core::club::Fund::income ? income : operating) += debit;
            if (!is_signed(account) && natural(account, debit) < Money{}) {
                differ("balance." + std::string(full_name(account)), 0);
            }
        }
        if (income != Money{} || operating != Money{}) differ("equation", 0);
        for (const auto& loan : club.loans) {
            const bool sound = loan.outstanding >= Money{} && loan.outstanding <= loan.principal;
            if (!sound) differ("loan." + to_text(loan.id), club.ops[loan.op].seq);
        }
    }

    template <class Rows>
    void compare(const char* name, const Rows& stored, const Rows& folded) {
        if (stored != folded) differ(std::string("rows.") + name, 0);
    }
    template <class Rows, class Key>
    void compare(const char* name, Rows stored, Rows folded, Key key) {
        std::ranges::sort(stored, {}, key);
        std::ranges::sort(folded, {}, key);
        compare(name, stored, folded);
    }

    void compare_rows(const RowChanges& folded) {
        using namespace core::club;
        const auto stored = store_.club_rows(book_.id);
        const auto& rows = folded.club;
        if (stored.club != rows.club) differ("rows.club", 0);
        compare("club_status", stored.statuses, rows.statuses.value_or(std::vector<StatusRow>{}));
        compare("club_village", stored.villages, rows.villages.value_or(std::vector<VillageRow>{}));
        compare("rating_year", stored.ratings, rows.ratings.value_or(std::vector<RatingRow>{}),
                &RatingRow::year);
        compare("member", stored.members, rows.members, &MemberRow::member);
        compare("loan", stored.loans, rows.loans, &LoanRow::loan);
        compare("meeting", stored.meetings, rows.meetings, &MeetingRow::meeting);
        compare("balance", without_zeros(stored.balances), rows.balances, &BalanceRow::account);
        const auto place = [](const auto& row) { return std::pair{row.seq, row.op_index}; };
        compare("club_report", stored.reports, rows.reports, place);
        compare("club_grant", stored.grants, rows.grants, place);
        compare("club_day", stored.days, rows.days);
        compare("disclosed", stored.disclosed, folded.disclosed);
    }

    static std::vector<core::club::BalanceRow> without_zeros(
        std::vector<core::club::BalanceRow> rows) {
        std::erase_if(rows, [](const auto& row) { return row.amount == Money{}; });
        return rows;
    }

    Store& store_;
    const BookInfo& book_;
    Verified& verified_;
};

}  // namespace

Verified verify(Store& store, const VerifyProgress& progress) {
    Verified verified;
    const auto books = store.books();
    for (const auto& book : books) {
        BookCheck(store, book, verified).run();
        progress(++verified.books, books.size());
    }
    return verified;
}

Rebuilt rebuild(Store& store, RebuildWhich which, const VerifyProgress& progress) {
    Rebuilt rebuilt;
    const auto books = store.books();
    std::size_t done = 0;
    for (const auto& book : books) {
        const bool due = which == RebuildWhich::all || book.rows_version != rows_version;
        if (book.kind != core::BookKind::club || !due) {
            ++rebuilt.skipped;
        } else {
            const auto folded = load_club_book(store, book.id);
            BookInfo as_folded = book;
            as_folded.head = folded.head;
            const bool written = store.replace_rows(as_folded, folded.rows()) == Appended::done;
            ++(written ? rebuilt.books : rebuilt.skipped);
        }
        progress(++done, books.size());
    }
    return rebuilt;
}

}  // namespace lth::app
