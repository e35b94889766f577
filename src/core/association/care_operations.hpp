// Operations on a care fund (quỹ chăm sóc và phát huy vai trò người cao tuổi); what each posts:
// ledger.cpp. Amounts are đồng and positive unless the field says otherwise.
#pragma once

#include "core/association/accounts.hpp"
#include "core/operation.hpp"

namespace lth::core::association {

struct BoundAmount {
    CarePurpose purpose = CarePurpose::other;
    Money amount;
    friend bool operator==(const BoundAmount&, const BoundAmount&) = default;
};
BOOST_DESCRIBE_STRUCT(BoundAmount, (), (purpose, amount))

/// From `on` the fund of this level is complete. What is held and what is neither free nor bound
/// stands in `opening`, of either sign, until explained.
struct CareOpened {
    static constexpr std::string_view op = "care.opened";
    CareLevel level = CareLevel::commune;
    Money cash;
    Money bank;
    Money goods;
    Money free;
    std::vector<BoundAmount> bound;
};
BOOST_DESCRIBE_STRUCT(CareOpened, (), (level, cash, bank, goods, free, bound))

/// A decision on what an opening difference was. Signed: positive lowers a positive difference.
struct CareBalanceExplained {
    static constexpr std::string_view op = "care.balance_explained";
    CareLevel level = CareLevel::commune;
    Money amount;
    std::optional<CarePurpose> bound_to;  // none: free
    PublicText decision;
};
BOOST_DESCRIBE_STRUCT(CareBalanceExplained, (), (level, amount, bound_to, decision))

enum class DonorKind : std::uint8_t {
    person,
    household,
    firm,
    organisation,
    members,
    budget,
    bank_interest,
    anonymous,
    other
};
BOOST_DESCRIBE_ENUM(DonorKind, person, household, firm, organisation, members, budget,
                    bank_interest, anonymous, other)

/// From outside the association: what comes from another of its levels is a transfer.
/// The donor's name is a private part of `donor`.
struct CareReceived {
    static constexpr std::string_view op = "care.received";
    CareLevel level = CareLevel::commune;
    CareForm account = CareForm::cash;
    Money amount;  // of goods: their value
    DonorKind donor_kind = DonorKind::person;
    std::optional<SubjectId> donor;
    std::optional<CarePurpose> bound_to;  // none: free
};
BOOST_DESCRIBE_STRUCT(CareReceived, (), (level, account, amount, donor_kind, donor, bound_to))

struct CareSpent {
    static constexpr std::string_view op = "care.spent";
    CareLevel level = CareLevel::commune;
    CareForm account = CareForm::cash;
    Money amount;
    CarePurpose purpose = CarePurpose::other;
    std::optional<CarePurpose> bound_to;  // the money's tie; none: free money
};
BOOST_DESCRIBE_STRUCT(CareSpent, (), (level, account, amount, purpose, bound_to))

/// What the grant becomes in the club's book: capital, a donation, a gift of goods.
enum class GrantTo : std::uint8_t { income, operating, goods };
BOOST_DESCRIBE_ENUM(GrantTo, income, operating, goods)

struct CareGranted {
    static constexpr std::string_view op = "care.granted";
    GrantId grant;
    BookId club;
    CareLevel level = CareLevel::commune;
    CareForm account = CareForm::cash;
    GrantTo to = GrantTo::income;
    Money amount;
    CarePurpose purpose = CarePurpose::club_founding;
    std::optional<CarePurpose> bound_to;
};
BOOST_DESCRIBE_STRUCT(CareGranted, (), (grant, club, level, account, to, amount, purpose, bound_to))

/// Goes back to the level and the purpose that it was granted from.
struct CareGrantReturned {
    static constexpr std::string_view op = "care.grant_returned";
    GrantId grant;
    CareForm account = CareForm::cash;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(CareGrantReturned, (), (grant, account, amount))

/// Between levels of the association, or between province and branch in one book: never a receipt.
struct CareTransferredOut {
    static constexpr std::string_view op = "care.transferred_out";
    TransferId transfer;
    CareLevel level = CareLevel::commune;
    CareForm account = CareForm::cash;
    Money amount;
    std::optional<CarePurpose> bound_to;  // a purpose goes along
    BookId to;
    CareLevel to_level = CareLevel::province;
};
BOOST_DESCRIBE_STRUCT(CareTransferredOut, (),
                      (transfer, level, account, amount, bound_to, to, to_level))

/// Also what a club that was wound up leaves: `from` is its book, `from_level` commune.
struct CareTransferredIn {
    static constexpr std::string_view op = "care.transferred_in";
    TransferId transfer;
    CareLevel level = CareLevel::commune;
    CareForm account = CareForm::cash;
    Money amount;
    std::optional<CarePurpose> bound_to;
    BookId from;
    CareLevel from_level = CareLevel::province;
};
BOOST_DESCRIBE_STRUCT(CareTransferredIn, (),
                      (transfer, level, account, amount, bound_to, from, from_level))

/// Cash into the bank, or back.
struct CareMoved {
    static constexpr std::string_view op = "care.moved";
    CareLevel level = CareLevel::commune;
    CareForm from = CareForm::cash;  // cash or bank; the other one receives
    Money amount;
};
BOOST_DESCRIBE_STRUCT(CareMoved, (), (level, from, amount))

/// The fund of this level ends on `on`, everything spent or passed on.
struct CareClosed {
    static constexpr std::string_view op = "care.closed";
    CareLevel level = CareLevel::commune;
    std::optional<PublicText> decision;
};
BOOST_DESCRIBE_STRUCT(CareClosed, (), (level, decision))

/// Figures of a year without a book: what somebody stated, never a posting. The latest stands.
struct CareYearReported {
    static constexpr std::string_view op = "care.year_reported";
    CareLevel level = CareLevel::commune;
    Year year;
    std::optional<Money> received_money;  // from outside
    std::optional<Money> received_goods;
    std::optional<Money> spent;         // all, grants included, returns deducted
    std::optional<Money> club_support;  // of `spent`: founding and managing clubs, and grants
    std::optional<Money> transferred_in;
    std::optional<Money> transferred_out;
    std::optional<Money> balance;  // on 31 December

    friend bool operator==(const CareYearReported&, const CareYearReported&) = default;
};
BOOST_DESCRIBE_STRUCT(CareYearReported, (),
                      (level, year, received_money, received_goods, spent, club_support,
                       transferred_in, transferred_out, balance))

}  // namespace lth::core::association
