#include "json/disclose.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "core/sort.hpp"
#include "json/document.hpp"

namespace lth::json {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

Fields read_fields(const std::string& text) {
    Fields fields;
    Document document;
    // What was accepted was checked; what a restored history holds beyond that is not shown.
    if (!document.parse(text) || document.root().kind != Kind::object) return fields;
    for_each_child(document, document.root(), [&](const Node& node) {
        const bool is_text = node.kind == Kind::string;
        fields.emplace_back(node.key,
                            is_text ? std::string(node.text) : std::to_string(node.integer));
        return true;
    });
    return fields;
}

void add_parts(Disclosed& change, const core::Entry& entry, std::uint64_t seq,
               std::span<const OpPrivacy> ops) {
    for (std::size_t op = 0; op < ops.size(); ++op) {
        for (const auto number : ops[op].parts) {
            if (number == 0 || number > entry.parts.size()) continue;
            const auto& part = entry.parts[number - 1U];
            if (!part.content || !part.subject) continue;
            change.added.emplace_back(
                PartRef{seq, number},
                Disclosures::Held{static_cast<std::uint16_t>(op), *part.subject,
                                  read_fields(part.content->text)});
        }
    }
    core::sort_list(change.added, {}, [](const auto& pair) { return pair.first; });
}

void drop_reversed(Disclosed& change, const Disclosures& before, std::uint64_t seq,
                   std::int64_t op_index) {
    const auto drop = [&](const PartRef& ref, const Disclosures::Held& held) {
        if (ref.seq == seq && held.op_index == op_index) change.dropped.push_back(ref);
    };
    for (auto it = before.held.lower_bound({seq, 0}); it != before.held.end(); ++it) {
        if (it->first.seq != seq) break;
        drop(it->first, it->second);
    }
    for (const auto& [ref, held] : change.added) drop(ref, held);
}

void drop_parts(Disclosed& change, const Disclosures& before, const EntrySeqs& seqs,
                std::span<const OpPrivacy> ops) {
    for (const auto& op : ops) {
        if (op.reversed) {
            const auto found = seqs.find(op.reversed->entry_id);
            if (found == seqs.end()) continue;
            drop_reversed(change, before, found->second, op.reversed->op_index.value);
        }
        if (op.erased) {
            const auto found = seqs.find(op.erased->entry_id);
            if (found == seqs.end()) continue;
            for (const auto number : op.erased->erased) {
                const PartRef ref{found->second, static_cast<std::uint16_t>(number.value)};
                change.erased.push_back(ref);
                change.dropped.push_back(ref);
            }
        }
    }
    core::sort_list(change.dropped);
    const auto again = std::ranges::unique(change.dropped);
    change.dropped.erase(again.begin(), again.end());
}

/// The book's parts with the change laid over them.
struct Overlay {
    const Disclosures& before;
    const Disclosed& change;

    bool is_dropped(const PartRef& ref) const {
        return std::ranges::binary_search(change.dropped, ref);
    }

    /// Who says it last: the place and the value.
    std::optional<std::pair<PartRef, std::string>> find(const DisclosedKey& key) const {
        for (auto it = change.added.rbegin(); it != change.added.rend(); ++it) {
            const auto& [ref, held] = *it;
            if (held.subject != key.first || is_dropped(ref)) continue;
            if (const auto* value = field(held, key.second)) return std::pair(ref, *value);
        }
        const auto said = before.said_by.find(key);
        if (said == before.said_by.end()) return std::nullopt;
        for (auto it = said->second.rbegin(); it != said->second.rend(); ++it) {
            if (is_dropped(*it)) continue;
            return std::pair(*it, *field(before.held.at(*it), key.second));
        }
        return std::nullopt;
    }

    static const std::string* field(const Disclosures::Held& held, const std::string& name) {
        for (const auto& [key, value] : held.fields) {
            if (key == name) return &value;
        }
        return nullptr;
    }
};

std::optional<std::uint8_t> small_number(const Overlay& overlay, core::SubjectId subject,
                                         const char* field) {
    const auto found = overlay.find({subject, field});
    if (!found) return std::nullopt;
    unsigned value = 0;
    const auto& text = found->second;
    const auto end = text.data() + text.size();
    constexpr unsigned most_days = 31;
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || value == 0 || value > most_days) {
        return std::nullopt;
    }
    return static_cast<std::uint8_t>(value);
}

core::club::BirthdayChange birthday_of(const Overlay& overlay, core::SubjectId subject) {
    const auto day = small_number(overlay, subject, "day");
    const auto month = small_number(overlay, subject, "month");
    core::club::BirthdayChange change{core::MemberId{subject.value}, std::nullopt};
    constexpr std::uint8_t months = 12;
    if (day && month && *month <= months) change.birthday = core::club::MonthDay{*month, *day};
    return change;
}

}  // namespace

Disclosed disclose(const Disclosures& before, const EntrySeqs& seqs, const core::Entry& entry,
                   std::uint64_t seq, std::span<const OpPrivacy> ops) {
    Disclosed change;
    add_parts(change, entry, seq, ops);
    drop_parts(change, before, seqs, ops);
    std::set<DisclosedKey> touched;
    const auto touch = [&](const Disclosures::Held& held) {
        for (const auto& [field, value] : held.fields) touched.emplace(held.subject, field);
    };
    for (const auto& [ref, held] : change.added) touch(held);
    for (const auto& ref : change.dropped) {
        if (const auto held = before.held.find(ref); held != before.held.end()) {
            touch(held->second);
        }
    }
    const Overlay overlay{before, change};
    std::vector<core::SubjectId> births;
    for (const auto& key : touched) {
        if (key.second == "day" || key.second == "month") births.push_back(key.first);
        if (auto found = overlay.find(key)) {
            change.rows.push_back({key.first, key.second, found->first.seq, found->first.part,
                                   std::move(found->second)});
        } else {
            change.removed.push_back(key);
        }
    }
    const auto again = std::ranges::unique(births);
    births.erase(again.begin(), again.end());
    for (const auto subject : births) change.birthdays.push_back(birthday_of(overlay, subject));
    return change;
}

void accept(Disclosures& disclosures, const Disclosed& change) {
    for (const auto& [ref, held] : change.added) {
        for (const auto& [field, value] : held.fields) {
            disclosures.said_by[{held.subject, field}].push_back(ref);
        }
        disclosures.held.emplace(ref, held);
    }
    for (const auto& ref : change.dropped) {
        const auto held = disclosures.held.find(ref);
        if (held == disclosures.held.end()) continue;
        for (const auto& [field, value] : held->second.fields) {
            const auto said = disclosures.said_by.find({held->second.subject, field});
            std::erase(said->second, ref);
            if (said->second.empty()) disclosures.said_by.erase(said);
        }
        disclosures.held.erase(held);
    }
}

std::vector<DisclosedRow> all_rows(const Disclosures& disclosures) {
    std::vector<DisclosedRow> rows;
    rows.reserve(disclosures.said_by.size());
    for (const auto& [key, refs] : disclosures.said_by) {
        const auto* value = Overlay::field(disclosures.held.at(refs.back()), key.second);
        rows.push_back({key.first, key.second, refs.back().seq, refs.back().part, *value});
    }
    return rows;
}

}  // namespace lth::json
