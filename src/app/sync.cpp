#include "app/sync.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "app/exchange.hpp"
#include "app/read_log.hpp"
#include "json/problem.hpp"

namespace lth::app {
namespace {

using namespace core::replica;

// One device's numbers of one book, in their order.
using Sent = std::variant<const Offered*, const Withdrawn*>;
using InOrder = std::map<std::pair<core::BookId, std::uint64_t>, std::vector<Sent>>;

InOrder in_order(const Request& request) {
    InOrder order;
    for (const auto& offered : request.entries) {
        order[{offered.entry.book_id, offered.entry.device_seq}].emplace_back(&offered);
    }
    for (const auto& withdrawn : request.withdrawn) {
        order[{withdrawn.book, withdrawn.device_seq}].emplace_back(&withdrawn);
    }
    return order;
}

Verdict waiting(const Offered& offered) {
    return {.book = offered.entry.book_id, .entry_id = offered.entry.entry_id};
}
// How cases ended, of those that `hears` lets through.
template <class Hears>
std::vector<CaseOutcome> outcomes_of(std::span<const SyncCase> cases,
                                     std::span<const core::EntryId> asked, Hears hears) {
    std::vector<CaseOutcome> outcomes;
    for (const auto& kept : cases) {
        const bool ended = hears(kept) && kept.outcome != CaseState::open;
        if (!ended || std::ranges::count(asked, kept.entry_id) == 0) continue;
        outcomes.push_back({kept.entry_id, kept.outcome, kept.replaced_by});
        if (!kept.reason.empty()) outcomes.back().reason = kept.reason;
    }
    return outcomes;
}

Verdict waiting(const Withdrawn& withdrawn) {
    return {.book = withdrawn.book, .entry_id = withdrawn.entry_id};
}

// Not kept: its author has it.
Verdict not_kept(Verdict verdict, const core::Rejection& why) {
    verdict.kind = VerdictKind::rejected;
    verdict.problem = json::problem_text(why);
    return verdict;
}

std::size_t bytes_of(const core::Entry& entry) {
    std::size_t bytes = entry.body.size();
    for (const auto& part : entry.parts) bytes += part.content ? part.content->text.size() : 0;
    return bytes;
}

}  // namespace

SyncDesk::SyncDesk(Store& store, Books& books, Clock& clock, Rights& rights,
                   std::size_t answer_bytes)
    : store_(store), books_(books), clock_(clock), rights_(rights), answer_bytes_(answer_bytes) {}

core::Result<Answer> SyncDesk::answer(const Caller& caller, const Request& request) {
    if (request.device != caller.device) return core::reject("sync.device.other", "device");
    take_back(caller, request.confirmed);
    Answer answer;
    answer.verdicts = settle(caller, request);
    std::size_t left = answer_bytes_;
    for (const auto& followed : request.follow) {
        answer.books.push_back(follow(caller, followed, left));
    }
    answer.server_time = clock_.now_ms();
    return answer;
}

// Chain and content are checked, nothing is judged: it was confirmed once.
void SyncDesk::take_back(const Caller& caller, std::span<const core::SealedEntry> confirmed) {
    for (std::size_t i = 0; i < confirmed.size();) {
        const auto& book = confirmed[i].entry.book_id;
        auto end = i;
        while (end < confirmed.size() && confirmed[end].entry.book_id == book) ++end;
        const bool may = rights_.takes_back(book) && rights_.readable(caller, book);
        // What does not continue the book is left: the device hears how the book stands.
        const auto together = confirmed.subspan(i, end - i);
        if (may && append_confirmed(store_, core::BookKind::club, together)) {
            close_cases(together);
        }
        i = end;
    }
}

// Somebody without rights over the book may have offered them meanwhile.
void SyncDesk::close_cases(std::span<const core::SealedEntry> recorded) {
    const auto& id = recorded.front().entry.book_id;
    for (auto& kept : store_.case_marks(id)) {
        const bool is_recorded = std::ranges::any_of(
            recorded, [&](const auto& sealed) { return sealed.entry.entry_id == kept.entry_id; });
        if (!is_recorded || kept.outcome == CaseState::recorded) continue;
        kept.outcome = CaseState::recorded;
        kept.closed_at = clock_.now_ms();
        close_case(kept);
    }
}

// Whatever else is written to the book meanwhile: it holds the entry.
void SyncDesk::close_case(const SyncCase& kept) {
    for (int tries = 0; tries < most_tries; ++tries) {
        const auto book = store_.book(kept.book);
        if (!book || store_.put_case(kept, book->head) == Appended::done) return;
    }
    throw Fault("Sổ đang được ghi bởi nơi khác quá nhiều: hãy gửi lại.",
                "The book is being written elsewhere too often: send it again.");
}

// A book that is not there (yet) keeps nothing anyway: its entries wait.
bool SyncDesk::is_strange(const Caller& caller, const core::BookId& book) {
    return !rights_.concerns(caller, book) && store_.book(book).has_value();
}

// Only a phone of the same club carries what another has made (ADR 14): nobody else may use up a
// number that is not his own.
bool SyncDesk::is_forged(const Caller& caller, const Offered& offered) {
    const auto& entry = offered.entry;
    return entry.device != caller.device && !rights_.readable(caller, entry.book_id);
}

std::vector<Verdict> SyncDesk::settle(const Caller& caller, const Request& request) {
    // A book that the server has lost a part of takes nothing new until that is mended.
    std::set<core::BookId> ahead;
    for (const auto& followed : request.follow) {
        if (!rights_.readable(caller, followed.book)) continue;
        const auto stored = store_.book(followed.book);
        if (followed.seq > (stored ? stored->head.last_seq : 0)) ahead.insert(followed.book);
    }
    const Sender sender{.account = caller.account,
                        .device = caller.device,
                        .refused = [&](const Book& book, const core::Entry& entry,
                                       const Ops& ops) -> std::optional<core::Rejection> {
                            if (entry.device != caller.device) {
                                return core::make_rejection("sync.device.other", "device");
                            }
                            if (entry.author != caller.account) {
                                return core::make_rejection("sync.author.other", "author");
                            }
                            return rights_.refuses(caller, book, entry, ops);
                        }};
    std::vector<Verdict> verdicts;
    std::map<core::BookId, bool> strange;
    for (const auto& [key, sent] : in_order(request)) {
        const auto& book = key.first;
        const auto [known, is_new] = strange.try_emplace(book, false);
        if (is_new) known->second = is_strange(caller, book);
        for (const auto& one : sent) {
            const auto* offered = std::get_if<const Offered*>(&one);
            auto verdict = std::visit([](const auto* what) { return waiting(*what); }, one);
            if (known->second) {
                verdict = not_kept(verdict, core::make_rejection("sync.book.no_right"));
            } else if (offered != nullptr && is_forged(caller, **offered)) {
                verdict = not_kept(verdict, core::make_rejection("sync.device.other", "device"));
            } else if (!ahead.contains(book)) {
                verdict =
                    std::visit([&](const auto* what) { return books_.settle(*what, sender); }, one);
            }
            verdicts.push_back(std::move(verdict));
        }
    }
    return verdicts;
}

std::optional<PartClasses> SyncDesk::followable(const Caller& caller, const core::BookId& book) {
    auto readable = rights_.readable(caller, book);
    const auto info = store_.book(book);
    const auto kind = info ? info->kind : core::BookKind::club;
    if (readable && !shows_members(*readable, kind)) readable.reset();
    return readable;
}

// `left` is what the answer may still hold; the first book of those that lack entries always gets
// one, so asking again comes to an end.
FollowAnswer SyncDesk::follow(const Caller& caller, const Followed& followed, std::size_t& left) {
    FollowAnswer answer{.book = followed.book};
    if (is_strange(caller, followed.book)) {
        answer.state = BookState::closed;
        return answer;
    }
    const auto readable = followable(caller, followed.book);
    // Whoever reads the book hears of those of the device that it took the place of, too; who may
    // not read it any more hears of its own all the same.
    const auto hears = [&](const SyncCase& kept) {
        return readable || kept.device == caller.device;
    };
    const bool there = books_.read(followed.book, [&](const Book& book) {
        // Which of its own numbers are settled concerns a device that may read nothing, too.
        const auto cases = store_.case_marks(followed.book);
        answer.settled_through = settled_through(book, cases, caller.device);
        if (followed.open_cases) {
            answer.outcomes = outcomes_of(cases, *followed.open_cases, hears);
        }
        if (!readable) return;
        answer.last_seq = book.head().last_seq;
        answer.hash = book.head().hash;
    });
    if (!readable || (!there && followed.seq == 0)) {
        answer.state = BookState::closed;
        return answer;
    }
    if (followed.seq > answer.last_seq) {
        answer.state = BookState::behind;
        answer.takes_back = rights_.takes_back(followed.book);
        return answer;
    }
    const auto from = followed.seq == 0 ? 0 : followed.seq - 1;
    Page page;
    page.bytes = std::min(page.bytes, left);
    if (left == 0) page.entries = 1;  // to see that both have the same history
    auto entries = store_.entries(followed.book, from, page);
    if (followed.seq > 0) {
        if (entries.empty() || entries.front().seal.hash != followed.hash) {
            answer.state = BookState::forked;
            return answer;
        }
        entries.erase(entries.begin());
        // The page was full with what the device has already.
        if (entries.empty() && left > 0 && followed.seq < answer.last_seq) {
            entries = store_.entries(followed.book, followed.seq, page);
        }
    }
    if (left == 0) entries.clear();
    bool sensitive = false;
    for (auto& sealed : entries) {
        left -= std::min(left, bytes_of(sealed.entry));
        for (auto& part : sealed.entry.parts) {
            if (!readable->contains(part.kind)) part.content.reset();
            const bool shown = part.content && part.kind == core::PartClass::sensitive;
            sensitive = sensitive || shown;
        }
    }
    if (sensitive) log_sensitive(caller, answer);
    answer.entries = std::move(entries);
    return answer;
}

// The page, sent again, is one line for each time.
void SyncDesk::log_sensitive(const Caller& caller, const FollowAnswer& answer) {
    store_.read_log().append(
        sensitive_read(answer.book, clock_.now_ms(), caller.account, to_text(caller.device)));
}

}  // namespace lth::app
