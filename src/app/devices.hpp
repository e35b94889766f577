// Phones of clubs: a printed card binds one, its key signs it in, and it can be revoked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/books.hpp"
#include "app/people.hpp"
#include "app/sync.hpp"

namespace lth::app {

/// What is printed on a card; the code is shown once and never kept.
struct NewCard {
    std::string code;  // 16 characters of base32, in groups of four: "K3F0-9QTA-…"
    std::int64_t expires_at = 0;
};
BOOST_DESCRIBE_STRUCT(NewCard, (), (code, expires_at))

/// What a new card makes of those of its book that no phone has used yet.
enum class OtherCards : std::uint8_t { keep, cancel };
BOOST_DESCRIBE_ENUM(OtherCards, keep, cancel)

/// Names a card to officers: of its code it tells nothing that helps to guess it.
[[nodiscard]] std::string card_id(const Card& card);

/// What a phone sends to be bound: it has kept the key before it spends the code.
struct Binding {
    std::string code;
    core::DeviceId device;
    core::Digest key{};
    std::string name;
    std::string core_version;
};
BOOST_DESCRIBE_STRUCT(Binding, (), (code, device, key, name, core_version))

struct Bound {
    core::BookId book;
    core::AccountId account;
    std::int64_t server_time = 0;
    bool simulated = false;  // a demonstration: people and clubs are made up
};
BOOST_DESCRIBE_STRUCT(Bound, (), (book, account, server_time, simulated))

class Devices {
public:
    Devices(Store& store, Books& books, Clock& clock, Ids& ids);

    /// Rule question.book.unknown, or device.card.not_club.
    [[nodiscard]] core::Result<NewCard> make_card(const core::BookId& book,
                                                  const core::AccountId& by,
                                                  OtherCards others = OtherCards::keep);
    /// Those that can still bind a first phone. Rules as for a new one.
    [[nodiscard]] core::Result<std::vector<Card>> open_cards(const core::BookId& book);
    /// It has expired from then on. Rules device.card.unknown, device.card.used.
    [[nodiscard]] core::Result<Card> cancel_card(const core::BookId& book, std::string_view id);

    /// Rules device.*. Without a name the device is called by its day. The same phone again is
    /// answered as at first. Within a day the card may move to another phone, if the first has
    /// written nothing; the first is then revoked.
    [[nodiscard]] core::Result<Bound> bind(const Binding& binding);

    /// Rule device.unknown. A revoked device is let in: what it still sends becomes cases. Notes
    /// that it was heard, at most once an hour.
    [[nodiscard]] core::Result<Caller> sign_in(const core::DeviceId& device,
                                               const core::Digest& key);

    /// In the order in which they were bound. Rules as for a card.
    [[nodiscard]] core::Result<std::vector<Device>> of_book(const core::BookId& book);
    /// Rule device.unknown.
    [[nodiscard]] core::Result<Device> find(const core::DeviceId& device);
    [[nodiscard]] core::Result<Device> revoke(const core::DeviceId& device);
    /// Rules device.unknown, device.name.malformed.
    [[nodiscard]] core::Result<Device> rename(const core::DeviceId& device,
                                              const std::string& name);

    /// Lets phones bring back what the server has lost of the book: rules question.book.unknown,
    /// device.card.not_club, device.leave.hours.
    [[nodiscard]] core::Result<Leave> give_leave(const core::BookId& book,
                                                 const core::AccountId& by, std::int64_t hours);

private:
    [[nodiscard]] core::Result<void> check_club(const core::BookId& book);
    [[nodiscard]] core::Result<Bound> bind_with(const Card& card, const Binding& binding);
    [[nodiscard]] bool may_move(const Card& card);

    Store& store_;
    Books& books_;
    Clock& clock_;
    Ids& ids_;
};

}  // namespace lth::app
