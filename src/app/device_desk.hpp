// Cards and phones of clubs as officers see them: who uses which, what was on one that is lost.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/devices.hpp"
#include "app/held_rights.hpp"
#include "app/reading.hpp"

namespace lth::app {

/// Times in ms UTC.
struct DeviceRow {
    core::DeviceId device = {};
    std::string name = {};
    std::int64_t bound_at = 0;
    std::optional<std::int64_t> last_seen_at = {};  // to within an hour, unless it sent something
    std::optional<std::int64_t> revoked_at = {};
    std::uint64_t settled_through = 0;  // its numbers 1 … in the book that the server has settled
    std::uint64_t open_cases = 0;
    std::optional<core::Date> before_board = {};  // the board of today is of this day: who uses it?
};
BOOST_DESCRIBE_STRUCT(DeviceRow, (),
                      (device, name, bound_at, last_seen_at, revoked_at, settled_through,
                       open_cases, before_board))

/// What is printed on a card. The code binds one phone and is shown this once.
struct PrintedCard {
    std::string code = {};
    std::int64_t expires_at = 0;
    std::string club = {};
    std::string commune = {};
    std::string link = {};  // a path of this server, for the QR code
};
BOOST_DESCRIBE_STRUCT(PrintedCard, (), (code, expires_at, club, commune, link))

/// A card that can still bind a phone. Times in ms UTC.
struct CardRow {
    std::string card = {};  // an id, not the code
    std::string made_by = {};
    std::int64_t made_at = 0;
    std::int64_t expires_at = 0;
};
BOOST_DESCRIBE_STRUCT(CardRow, (), (card, made_by, made_at, expires_at))

/// What was on a phone that is lost. What it had not sent is known to nobody: only since when.
struct LostPhone {
    DeviceRow device = {};
    core::BookId book = {};
    std::string club = {};
    std::string commune = {};
    std::uint64_t people_named = 0;                 // whose names the book discloses
    std::vector<std::string> classes = {};          // of private parts that the phone could read
    std::optional<std::int64_t> unsent_since = {};  // entries made later may be on it alone
    std::int64_t deadline = 0;                      // 72 hours after it was reported
    std::string form = {};  // the breach notice, filled in as far as is known
};
BOOST_DESCRIBE_STRUCT(LostPhone, (),
                      (device, book, club, commune, people_named, classes, unsent_since, deadline,
                       form))

/// A club under an officer.
struct MyClub {
    core::BookId book = {};
    std::string name = {};
    std::string village = {};
    std::string commune = {};
    std::uint64_t devices_in_use = 0;
    std::uint64_t open_cases = 0;
    std::optional<std::int64_t> last_received_at = {};
    std::optional<core::Date> last_meeting = {};
};
BOOST_DESCRIBE_STRUCT(MyClub, (),
                      (book, name, village, commune, devices_in_use, open_cases, last_received_at,
                       last_meeting))

/// cases: those with most open first · quiet: those that nothing came from for the longest first.
enum class MyClubsOrder : std::uint8_t { entered, name, commune, cases, quiet };
BOOST_DESCRIBE_ENUM(MyClubsOrder, entered, name, commune, cases, quiet)

struct MyClubsQuestion {
    std::string search = {};                     // as ClubsQuestion says
    MyClubsOrder order = MyClubsOrder::entered;  // equals as their books came in
    std::size_t offset = 0;
    std::size_t limit = most_clubs;
};

struct MyClubs {
    std::uint64_t total = 0;
    std::vector<MyClub> clubs = {};
};
BOOST_DESCRIBE_STRUCT(MyClubs, (), (total, clubs))

/// Every call asks for the officer's right: rules role.card.not_allowed, role.leave.not_allowed,
/// device.none.
class DeviceDesk {
public:
    struct Parts {
        Store& store;
        Books& books;
        Clock& clock;
        Devices& devices;
        HeldRights& rights;
        Places& places;
        Reading& reading;
    };
    explicit DeviceDesk(Parts parts) : in_(parts) {}

    /// Rules as for Devices.
    [[nodiscard]] core::Result<std::vector<DeviceRow>> list(const core::AccountId& officer,
                                                            const core::BookId& book);
    [[nodiscard]] core::Result<PrintedCard> make_card(const core::AccountId& officer,
                                                      const core::BookId& book,
                                                      OtherCards others = OtherCards::keep);
    [[nodiscard]] core::Result<std::vector<CardRow>> open_cards(const core::AccountId& officer,
                                                                const core::BookId& book);
    [[nodiscard]] core::Result<CardRow> cancel_card(const core::AccountId& officer,
                                                    const core::BookId& book, std::string_view id);
    [[nodiscard]] core::Result<DeviceRow> revoke(const core::AccountId& officer,
                                                 const core::DeviceId& device);
    [[nodiscard]] core::Result<DeviceRow> rename(const core::AccountId& officer,
                                                 const core::DeviceId& device,
                                                 const std::string& name);
    /// Revokes it. Said again it answers the same.
    [[nodiscard]] core::Result<LostPhone> lost(const core::AccountId& officer,
                                               const core::DeviceId& device);
    [[nodiscard]] core::Result<Leave> give_leave(const core::AccountId& officer,
                                                 const core::BookId& book, std::int64_t hours);

    /// Those whose lists the officer reads, or whose phones he keeps.
    [[nodiscard]] core::Result<MyClubs> my_clubs(const core::AccountId& officer,
                                                 const MyClubsQuestion& question);

private:
    [[nodiscard]] core::Result<void> check(const core::AccountId& officer,
                                           const core::BookId& book);
    [[nodiscard]] core::Result<Device> find(const core::AccountId& officer,
                                            const core::DeviceId& device);
    // What rows of one book are made of, looked up once for all of them.
    struct Ground {
        std::vector<SyncCase> cases;
        std::map<core::DeviceId, std::int64_t> heard;  // when something of it came
        std::optional<core::Date> board;               // since when, if there was one before
    };
    [[nodiscard]] Ground ground_of(const core::BookId& book);
    [[nodiscard]] DeviceRow row_of(const Device& device, const Ground& ground);
    [[nodiscard]] DeviceRow row_of(const Device& device);
    [[nodiscard]] CardRow row_of(const Card& card);
    [[nodiscard]] MyClub my_club(const ClubLine& line);
    void sort(std::vector<ClubLine>& clubs, MyClubsOrder order);

    Parts in_;
};

}  // namespace lth::app
