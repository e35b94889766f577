// What the server answers a device: settles what it offers, hands out what it lacks.
#pragma once

#include "app/books.hpp"
#include "app/roles.hpp"
#include "core/replica/messages.hpp"

namespace lth::app {

/// Who is at the other end, as the connection has shown.
struct Caller {
    core::AccountId account;
    core::DeviceId device;
};

/// What callers may do, as of now: rights are judged on receipt and are no part of any book.
class Rights {
public:
    virtual ~Rights() = default;

    /// Why the caller may not record the entry. The book is held meanwhile.
    [[nodiscard]] virtual std::optional<core::Rejection> refuses(const Caller& caller,
                                                                 const Book& book,
                                                                 const core::Entry& entry,
                                                                 const Ops& ops) = 0;
    /// The private parts that the caller may read; nothing if not even the book.
    [[nodiscard]] virtual std::optional<PartClasses> readable(const Caller& caller,
                                                              const core::BookId& book) = 0;
    /// The device was bound to the book, revoked or not, or the account holds or once held a role
    /// over it: what it sends is settled. Of anybody else nothing is kept.
    [[nodiscard]] virtual bool concerns(const Caller& caller, const core::BookId& book) = 0;
    /// An administrator lets devices bring back what the server has lost of the book.
    [[nodiscard]] virtual bool takes_back(const core::BookId& book) = 0;
};

/// Entries in one answer, over all its books: a device that follows many asks again for the rest.
inline constexpr std::size_t max_answer_bytes = std::size_t{2} * 1024 * 1024;

class SyncDesk {
public:
    SyncDesk(Store& store, Books& books, Clock& clock, Rights& rights,
             std::size_t answer_bytes = max_answer_bytes);

    /// Rule sync.device.other if the request is of another device than the caller's. Throws Fault;
    /// then the device sends the same again.
    [[nodiscard]] core::Result<core::replica::Answer> answer(const Caller& caller,
                                                             const core::replica::Request& request);

private:
    void take_back(const Caller& caller, std::span<const core::SealedEntry> confirmed);
    void close_cases(std::span<const core::SealedEntry> recorded);
    void close_case(const SyncCase& kept);
    [[nodiscard]] std::vector<core::replica::Verdict> settle(const Caller& caller,
                                                             const core::replica::Request& request);
    [[nodiscard]] bool is_strange(const Caller& caller, const core::BookId& book);
    [[nodiscard]] bool is_forged(const Caller& caller, const core::replica::Offered& offered);
    [[nodiscard]] core::replica::FollowAnswer follow(const Caller& caller,
                                                     const core::replica::Followed& followed,
                                                     std::size_t& left);
    /// Classes that are sent of the book; nothing if none of it is. A body names members by their
    /// numbers: it goes to whoever is sent their names.
    [[nodiscard]] std::optional<PartClasses> followable(const Caller& caller,
                                                        const core::BookId& book);
    void log_sensitive(const Caller& caller, const core::replica::FollowAnswer& answer);

    Store& store_;
    Books& books_;
    Clock& clock_;
    Rights& rights_;
    std::size_t answer_bytes_;
};

}  // namespace lth::app
