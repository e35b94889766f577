// The six states of a grant told by two books, and those of a transfer.
#include <gtest/gtest.h>

#include "core/association/matching.hpp"

namespace lth::tests {
namespace {

using core::BookId;
using core::Date;
using core::GrantId;
using core::Money;
using namespace core::association;

BookId book(std::uint8_t n) {
    core::Uuid id;
    id.bytes[15] = n;
    return BookId(id);
}

const BookId club_a = book(1);
const BookId club_b = book(2);
const BookId commune = book(10);
const BookId province = book(11);

FundGrant granted(std::uint64_t id, Money amount, Money returned = {}) {
    return {GrantId{id}, commune, CareLevel::commune, club_a, GrantTo::income, Date{100},
            amount,      returned};
}

ClubGrant recorded(std::uint64_t id, Money amount, Money returned = {}) {
    return {GrantId{id}, club_a, GrantTo::income, Date{90}, amount, returned};
}

MatchState state(std::vector<FundGrant> funds, std::vector<ClubGrant> clubs) {
    const auto matches = match_grants(funds, clubs);
    EXPECT_EQ(matches.size(), 1U);
    return matches.at(0).state;
}

TEST(GrantMatching, KnowsItsSixStates) {
    EXPECT_EQ(state({granted(1, {5})}, {recorded(1, {5})}), MatchState::matched);
    EXPECT_EQ(state({granted(1, {5})}, {}), MatchState::fund_only);
    EXPECT_EQ(state({}, {recorded(1, {5})}), MatchState::club_only);
    EXPECT_EQ(state({granted(1, {5})}, {recorded(1, {6})}), MatchState::amounts_differ);
    EXPECT_EQ(state({granted(1, {5}, {2})}, {recorded(1, {5})}), MatchState::amounts_differ);
    EXPECT_EQ(state({granted(1, {5}, {2})}, {recorded(1, {5}, {2})}), MatchState::matched);
    auto other_club = recorded(1, {5});
    other_club.club = club_b;
    EXPECT_EQ(state({granted(1, {5})}, {other_club}), MatchState::wrong_club_or_fund);
    auto other_fund = recorded(1, {5});
    other_fund.to = GrantTo::operating;
    EXPECT_EQ(state({granted(1, {5})}, {other_fund}), MatchState::wrong_club_or_fund);
    EXPECT_EQ(state({granted(1, {5})}, {recorded(1, {5}), recorded(1, {5})}), MatchState::twice);
    EXPECT_EQ(state({granted(1, {5}), granted(1, {5})}, {recorded(1, {5})}), MatchState::twice);
}

TEST(GrantMatching, GoodsNeedNoValueInTheClubsBook) {
    auto fund = granted(1, {500});
    fund.to = GrantTo::goods;
    auto club = recorded(1, {0});
    club.to = GrantTo::goods;
    EXPECT_EQ(state({fund}, {club}), MatchState::matched);
    club.amount = {400};
    EXPECT_EQ(state({fund}, {club}), MatchState::amounts_differ);
}

TEST(GrantMatching, WalksBothListsAndDatesEachByItsEarliestHalf) {
    const std::vector<FundGrant> funds = {granted(1, {5}), granted(3, {7})};
    const std::vector<ClubGrant> clubs = {recorded(2, {6}), recorded(3, {7})};
    const auto matches = match_grants(funds, clubs);
    ASSERT_EQ(matches.size(), 3U);
    EXPECT_EQ(matches[0].state, MatchState::fund_only);
    EXPECT_EQ(matches[0].since, Date{100});
    EXPECT_EQ(matches[1].state, MatchState::club_only);
    EXPECT_EQ(matches[2].state, MatchState::matched);
    EXPECT_EQ(matches[2].since, Date{90});
}

TEST(GrantMatching, TakesLiveRowsOfBothBooksAndNetsReturns) {
    CareFlowRow given;
    given.flow = CareFlow::granted;
    given.amount = {9};
    given.grant = GrantId{4};
    given.other = club_a;
    given.to = GrantTo::operating;
    CareFlowRow back = given;
    back.flow = CareFlow::grant_returned;
    back.amount = {3};
    CareFlowRow reversed = given;
    reversed.grant = GrantId{5};
    reversed.live = false;
    const std::vector<CareFlowRow> flows = {back, reversed, given};
    const auto funds = fund_grants(commune, flows);
    ASSERT_EQ(funds.size(), 1U);
    EXPECT_EQ(funds[0].returned, Money{3});

    core::club::GrantRow kept{GrantId{4}, 7, 0, Date{100}, "operating", {9}, true};
    core::club::GrantRow repaid{GrantId{4}, 8, 0, Date{110}, "operating", {-3}, true};
    core::club::GrantRow dead{GrantId{6}, 9, 0, Date{110}, "income", {1}, false};
    const std::vector<core::club::GrantRow> rows = {repaid, kept, dead};
    const auto clubs = club_grants(club_a, rows);
    ASSERT_EQ(clubs.size(), 1U);
    EXPECT_EQ(match_grants(funds, clubs).at(0).state, MatchState::matched);
}

TransferHalf half(BookId fund, CareLevel level, BookId other, CareLevel other_level) {
    return {core::TransferId{1}, fund, level, other, other_level, std::nullopt, Date{5}, Money{8}};
}

TEST(TransferMatching, KnowsItsSixStates) {
    const auto out = half(commune, CareLevel::commune, province, CareLevel::branch);
    const auto in = half(province, CareLevel::branch, commune, CareLevel::commune);
    const auto state_of = [](std::vector<TransferHalf> outs, std::vector<TransferHalf> ins) {
        return match_transfers(outs, ins).at(0).state;
    };
    EXPECT_EQ(state_of({out}, {in}), TransferState::matched);
    EXPECT_EQ(state_of({out}, {}), TransferState::out_only);
    EXPECT_EQ(state_of({}, {in}), TransferState::in_only);
    auto less = in;
    less.amount = {7};
    EXPECT_EQ(state_of({out}, {less}), TransferState::amounts_differ);
    auto elsewhere = in;
    elsewhere.level = CareLevel::province;
    EXPECT_EQ(state_of({out}, {elsewhere}), TransferState::wrong_fund);
    auto unbound = out;
    unbound.bound_to = CarePurpose::health;
    EXPECT_EQ(state_of({unbound}, {in}), TransferState::wrong_fund);
    EXPECT_EQ(state_of({out, out}, {in}), TransferState::twice);
}

}  // namespace
}  // namespace lth::tests
