// The register of clubs as officers keep it: how far each is on its way from a proposal to its
// launch, its dossier, and how it ended.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "app/books.hpp"
#include "app/held_rights.hpp"
#include "app/reading.hpp"

namespace lth::app {

/// founding: proposed or decided · running: active, suspended or closing · ended: dissolved or
/// merged.
enum class RegisterStage : std::uint8_t { founding, running, ended };
BOOST_DESCRIBE_ENUM(RegisterStage, founding, running, ended)

/// The latest that was said of an item.
struct DossierLine {
    std::string item = {};
    bool done = false;
    core::Date on = {};
    std::optional<core::PublicText> document = {};
};
BOOST_DESCRIBE_STRUCT(DossierLine, (), (item, done, on, document))

/// Capital or shares that were received, less what was returned.
struct RaisedLine {
    std::string account = {};  // "capital:province", "shares"
    core::Money amount = {};
};
BOOST_DESCRIBE_STRUCT(RaisedLine, (), (account, amount))

/// A step of the club's life, as it stands in its book.
struct RegisterStep {
    std::string op = {};
    core::Date on = {};
    std::uint64_t seq = 0;
    std::uint64_t op_index = 0;
};
BOOST_DESCRIBE_STRUCT(RegisterStep, (), (op, on, seq, op_index))

struct RegisterLine {
    core::BookId book = {};
    std::string name = {};
    std::string commune = {};
    std::string village = {};
    core::club::Status status = core::club::Status::proposed;
    core::club::Keeper keeper = core::club::Keeper::phone;
    std::optional<core::Date> proposed_on = {};
    std::optional<core::Date> decided_on = {};
    std::optional<core::Date> launched_on = {};
    std::optional<core::Date> ended_on = {};
    std::optional<core::Money> start_capital = {};  // as on file
    std::optional<core::Date> book_opened = {};
    std::vector<RaisedLine> raised = {};  // in the book, by the day of the launch
    core::Money raised_later = {};
    std::vector<DossierLine> dossier = {};      // in the order first named
    std::optional<RegisterStep> undoable = {};  // the last step, while nothing rests on it
};
BOOST_DESCRIBE_STRUCT(RegisterLine, (),
                      (book, name, commune, village, status, keeper, proposed_on, decided_on,
                       launched_on, ended_on, start_capital, book_opened, raised, raised_later,
                       dossier, undoable))

struct RegisterView {
    core::Date on = {};
    std::uint64_t total = 0;
    std::uint64_t offset = 0;
    std::vector<RegisterLine> clubs = {};
};
BOOST_DESCRIBE_STRUCT(RegisterView, (), (on, total, offset, clubs))

struct RegisterQuestion {
    RegisterStage stage = RegisterStage::founding;
    std::optional<core::BookId> book = {};  // this one alone, whatever its stage
    std::string search = {};
    ClubsOrder order = ClubsOrder::entered;
    std::size_t offset = 0;
    std::size_t limit = 50;
};

class ClubRegister {
public:
    struct Parts {
        Books& books;
        Clock& clock;
        HeldRights& rights;
        Reading& reading;
    };
    explicit ClubRegister(const Parts& parts) : in_(parts) {}

    /// Of the clubs whose lists the officer reads.
    [[nodiscard]] core::Result<RegisterView> list(const core::AccountId& officer,
                                                  const RegisterQuestion& question);

private:
    [[nodiscard]] RegisterLine line(const ClubLine& club, core::Date on);

    Parts in_;
};

}  // namespace lth::app
