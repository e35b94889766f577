// Tables of a TOML file, read strictly: integers, text, dates and flags only, no key that is not
// known; the first thing wrong anywhere is kept. Rules scheme.*.
#pragma once

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/date.hpp"
#include "core/result.hpp"
#include "facts/answer.hpp"

namespace lth::facts {

/// Reads one table of the file; the first thing wrong anywhere is kept.
class TomlTable {
public:
    TomlTable(const toml::table& table, std::string path, std::optional<core::Rejection>& failure)
        : table_(table), path_(std::move(path)), failure_(failure) {}

    /// Refuses every key that is not among these.
    void only(std::span<const std::string_view> keys) const {
        for (const auto& [key, node] : table_) {
            if (std::ranges::find(keys, key.str()) == keys.end()) {
                fail(core::make_rejection("scheme.unknown_key", full(key.str()),
                                          {{"key", full(key.str())}}));
            }
        }
    }

    [[nodiscard]] std::string text(std::string_view key, std::size_t limit = 300) const {
        const auto found = optional_text(key, limit);
        if (!found) missing(key);
        return found.value_or("");
    }
    [[nodiscard]] std::optional<std::string> optional_text(std::string_view key,
                                                           std::size_t limit = 300) const {
        const auto* node = table_.get(key);
        if (node == nullptr) return std::nullopt;
        const auto* value = node->as_string();
        if (value == nullptr) {
            wrong(key, "text");
            return std::nullopt;
        }
        const auto& found = value->get();
        const bool plain = std::ranges::none_of(
            found, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
        if (found.empty() || found.size() > limit || !plain) bad(key, found.substr(0, 60));
        return found;
    }
    [[nodiscard]] Text both(const std::string& key, std::size_t limit = 300) const {
        return {text(key + "_vi", limit), text(key + "_en", limit)};
    }

    [[nodiscard]] std::optional<core::Date> optional_date(std::string_view key) const {
        const auto* node = table_.get(key);
        if (node == nullptr) return std::nullopt;
        const auto* value = node->as_date();
        if (value == nullptr) {
            wrong(key, "YYYY-MM-DD");
            return std::nullopt;
        }
        const auto& at = value->get();
        if (at.year < year_of(core::first_date) || at.year > year_of(core::last_date)) {
            bad(key, std::to_string(at.year));
            return std::nullopt;
        }
        return core::make_date(at.year, at.month, at.day);
    }
    [[nodiscard]] core::Date date(std::string_view key) const {
        const auto found = optional_date(key);
        if (!found) missing(key);
        return found.value_or(core::Date{});
    }

    [[nodiscard]] std::optional<std::int64_t> optional_integer(std::string_view key,
                                                               std::int64_t limit) const {
        const auto* node = table_.get(key);
        if (node == nullptr) return std::nullopt;
        const auto* value = node->as_integer();
        if (value == nullptr) {
            wrong(key, "integer");
            return std::nullopt;
        }
        const std::int64_t found = value->get();
        if (found < 0 || found > limit) bad(key, std::to_string(found));
        return found;
    }
    [[nodiscard]] bool flag(std::string_view key) const {
        const auto* node = table_.get(key);
        if (node == nullptr) return false;
        const auto* value = node->as_boolean();
        if (value == nullptr) wrong(key, "true | false");
        return value != nullptr && value->get();
    }

    /// The index of the word among `words`; 0 after a failure.
    [[nodiscard]] std::size_t one_of(std::string_view key,
                                     std::span<const std::string_view> words) const {
        const auto found = text(key);
        const auto at = std::ranges::find(words, found);
        if (at == words.end()) bad(key, found);
        return at == words.end() ? 0 : static_cast<std::size_t>(at - words.begin());
    }

    /// Calls `read` with every table of an array of tables; absent is empty.
    template <class Read>
    void each(std::string_view key, Read read) const {
        const auto* node = table_.get(key);
        if (node == nullptr) return;
        const auto* array = node->as_array();
        if (array == nullptr) return wrong(key, "[[…]]");
        int number = 0;
        for (const auto& item : *array) {
            const auto path = full(key) + "[" + std::to_string(++number) + "]";
            const auto* table = item.as_table();
            if (table == nullptr) return wrong(key, "[[…]]");
            read(TomlTable(*table, path + ".", failure_));
        }
    }

    void bad(std::string_view key, const std::string& found) const {
        fail(
            core::make_rejection("scheme.value", full(key), {{"key", full(key)}, {"text", found}}));
    }
    void fail(core::Rejection rejection) const {
        if (!failure_) failure_ = std::move(rejection);
    }

private:
    [[nodiscard]] std::string full(std::string_view key) const { return path_ + std::string(key); }
    void missing(std::string_view key) const {
        fail(core::make_rejection("scheme.missing", full(key), {{"key", full(key)}}));
    }
    void wrong(std::string_view key, std::string expected) const {
        fail(core::make_rejection("scheme.wrong_type", full(key),
                                  {{"key", full(key)}, {"expected", std::move(expected)}}));
    }

    const toml::table& table_;
    std::string path_;
    std::optional<core::Rejection>& failure_;
};

}  // namespace lth::facts
