// docs/entries.md against the code: operations, fields, examples, rules, parts and digests.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "json/entry.hpp"
#include "json/operations.hpp"
#include "support/entries_doc.hpp"

namespace lth::tests {
namespace {

using core::association::AssociationWhat;
using core::club::ClubWhat;
using core::registry::RegistryWhat;
using core::territory::TerritoryWhat;

struct Book {
    std::string chapter;
    std::string name;
    std::vector<OpDoc> ops;
};

const std::vector<Book>& books() {
    static const std::vector<Book> all = {
        {"Club book", "club", docs_of<ClubWhat>()},
        {"Association book", "association", docs_of<AssociationWhat>()},
        {"Territory book", "territory", docs_of<TerritoryWhat>()},
        {"Registry book", "registry", docs_of<RegistryWhat>()},
    };
    return all;
}

const std::vector<DocChapter>& chapters() {
    static const auto parsed = [] {
        std::ifstream file(LTH_SOURCE_DIR "/docs/entries.md");
        std::ostringstream text;
        text << file.rdbuf();
        return parse_entries_doc(text.str());
    }();
    return parsed;
}

const DocChapter& chapter(const std::string& heading) {
    for (const auto& chapter : chapters()) {
        if (chapter.heading == heading) return chapter;
    }
    throw std::logic_error("docs/entries.md has no chapter " + heading);
}

const DocSection* find_section(const DocChapter& chapter, const std::string& heading) {
    for (const auto& section : chapter.sections) {
        if (section.heading == heading) return &section;
    }
    return nullptr;
}

// The books that know each operation, in the order of the document.
const std::map<std::string, std::vector<std::string>>& books_of_ops() {
    static const auto names = [] {
        std::map<std::string, std::vector<std::string>> found;
        for (const auto& book : books()) {
            for (const auto& op : book.ops) found[op.op].push_back(book.name);
        }
        return found;
    }();
    return names;
}

bool is_shared(const std::string& op) { return books_of_ops().at(op).size() > 1; }

const DocSection* section_of(const Book& book, const std::string& op) {
    return find_section(chapter(is_shared(op) ? "Operations of several books" : book.chapter), op);
}

TEST(EntriesDoc, NamesEveryOperationOnceInItsBook) {
    for (const auto& book : books()) {
        std::vector<std::string> expected;
        for (const auto& op : book.ops) {
            EXPECT_NE(section_of(book, op.op), nullptr) << "docs/entries.md lacks:\n"
                                                        << print_section(op);
            if (!is_shared(op.op)) expected.push_back(op.op);
        }
        std::vector<std::string> found;
        for (const auto& section : chapter(book.chapter).sections) {
            found.push_back(section.heading);
        }
        EXPECT_EQ(found, expected) << book.chapter;
    }
}

TEST(EntriesDoc, NamesTheBooksOfSharedOperations) {
    std::set<std::string> found;
    for (const auto& section : chapter("Operations of several books").sections) {
        EXPECT_TRUE(found.insert(section.heading).second) << section.heading;
        ASSERT_TRUE(books_of_ops().contains(section.heading)) << section.heading;
        std::string line = "Books:";
        for (const auto& name : books_of_ops().at(section.heading)) line += " `" + name + "`";
        EXPECT_NE(section.text.find(line + "\n"), std::string::npos)
            << section.heading << " lacks: " << line;
    }
}

TEST(EntriesDoc, GivesTheFieldsOfEveryOperation) {
    for (const auto& book : books()) {
        for (const auto& op : book.ops) {
            const auto* section = section_of(book, op.op);
            if (section == nullptr) continue;  // said above
            EXPECT_EQ(table_of(section->fields), table_of(op.fields)) << op.op;
        }
    }
}

TEST(EntriesDoc, GivesTheFieldsOfNestedObjects) {
    NestedDocs nested;
    collect_all_nested<ClubWhat>(nested);
    collect_all_nested<AssociationWhat>(nested);
    collect_all_nested<TerritoryWhat>(nested);
    collect_all_nested<RegistryWhat>(nested);
    const auto& objects = chapter("Nested objects");
    EXPECT_EQ(objects.sections.size(), nested.size());
    for (const auto& [name, fields] : nested) {
        const auto* section = find_section(objects, name);
        ASSERT_NE(section, nullptr) << "docs/entries.md lacks " << name << ":\n"
                                    << table_of(fields);
        EXPECT_EQ(table_of(section->fields), table_of(fields)) << name;
    }
}

// ---- Examples

template <class Ops>
std::string rewritten(Ops&& ops) {
    if (!ops) return message(ops.error(), core::Language::en);
    return json::write_body(*ops);
}

std::string reread(const Book& book, const std::string& body) {
    if (book.name == "club") return rewritten(json::read_club_ops(body, {}));
    if (book.name == "association") return rewritten(json::read_association_ops(body, {}));
    if (book.name == "territory") return rewritten(json::read_territory_ops(body, {}));
    return rewritten(json::read_registry_ops(body, {}));
}

TEST(EntriesDoc, GivesAnExampleThatIsReadAndWrittenBackByteForByte) {
    for (const auto& book : books()) {
        for (const auto& op : book.ops) {
            const auto* section = section_of(book, op.op);
            if (section == nullptr) continue;
            ASSERT_EQ(section->examples.size(), 1U) << op.op;
            const auto& example = section->examples.front();
            EXPECT_TRUE(example.starts_with(R"({"op":")" + op.op + '"')) << example;
            const std::string body = R"({"ops":[)" + example + "]}";
            EXPECT_EQ(reread(book, body), body) << book.name;
        }
    }
}

// ---- Rules

bool concerns_entries(std::string_view rule) {
    // Of files and forms, not of operations.
    for (const std::string_view prefix :
         {"territory.row.", "territory.suspect.", "catalogue.", "scheme."}) {
        if (rule.starts_with(prefix)) return false;
    }
    return true;
}

template <std::size_t N>
void add_ids(std::set<std::string>& ids, const std::array<core::Rule, N>& table) {
    for (const auto& rule : table) {
        if (concerns_entries(rule.id)) ids.emplace(rule.id);
    }
}

TEST(EntriesDoc, NamesEveryRuleOfTheBooksAndNoOther) {
    std::set<std::string> known;
    for (const auto* rule : core::all_rules()) known.emplace(rule->id);
    std::set<std::string> expected;
    add_ids(expected, core::rules::entry);
    add_ids(expected, core::rules::club);
    add_ids(expected, core::rules::association);
    add_ids(expected, core::rules::territory);
    add_ids(expected, core::rules::registry);
    for (const auto& chapter : chapters()) {
        auto sections = chapter.sections;
        sections.push_back(chapter.opening);
        for (const auto& section : sections) {
            for (const auto& rule : section.rules) {
                EXPECT_TRUE(known.contains(rule)) << section.heading << ": " << rule;
            }
            std::erase_if(expected, [&](const std::string& rule) {
                return section.text.find('`' + rule + '`') != std::string::npos;
            });
        }
    }
    EXPECT_EQ(expected, std::set<std::string>()) << "rules that docs/entries.md does not name";
}

// ---- Private parts

std::map<std::string, std::set<std::string>> documented_keys() {
    std::map<std::string, std::set<std::string>> keys;
    std::istringstream text(chapter("Private parts").opening.text);
    for (std::string line; std::getline(text, line);) {
        const auto end = line.find(" | ");
        if (!line.starts_with("| ") || end == std::string::npos || end < 3) continue;
        const auto name = line.substr(2, end - 2);
        if (!core::parse_part_class(name)) continue;
        for (auto at = line.find('`', end); at != std::string::npos; at = line.find('`', at)) {
            const auto close = line.find('`', at + 1);
            keys[name].insert(line.substr(at + 1, close - at - 1));
            at = close + 1;
        }
    }
    return keys;
}

bool part_is_accepted(core::PartClass kind, const std::string& key) {
    const bool number = key == "day" || key == "month";
    const std::string value = number ? "7" : key == "lives_alone" ? "true" : R"("x")";
    core::PrivatePart part;
    part.kind = kind;
    part.content = core::PartContent{{}, "{\"" + key + "\":" + value + "}"};
    const std::string body = R"({"ops":[{"op":"club.launched","on":"2023-05-17","parts":[1]}]})";
    return json::read_club_ops(body, std::vector{part}).has_value();
}

TEST(EntriesDoc, GivesTheKeysOfEachClassOfPrivatePart) {
    const auto keys = documented_keys();
    ASSERT_EQ(keys.size(), 4U);
    for (const auto& [name, own] : keys) {
        const auto kind = *core::parse_part_class(name);
        for (const auto& [other_name, others] : keys) {
            for (const auto& key : others) {
                EXPECT_EQ(part_is_accepted(kind, key), own.contains(key)) << name << ": " << key;
            }
        }
        EXPECT_FALSE(part_is_accepted(kind, "anything"));
    }
}

// ---- Digests

std::string after(const DocSection& section, const std::string& label) {
    const auto at = section.text.find(label);
    if (at == std::string::npos) return {};
    const auto begin = at + label.size();
    return section.text.substr(begin, section.text.find('\n', begin) - begin);
}

std::string bytes_of(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    }
    return bytes;
}

TEST(EntriesDoc, GivesTestVectorsOfTheDigests) {
    const auto& vectors = chapter("Test vectors");
    const std::string line = after(vectors.opening, "entry: ");
    const auto sealed = json::read_sealed_entry(line);
    ASSERT_TRUE(sealed) << message(sealed.error(), core::Language::en);
    EXPECT_EQ(json::write_entry(*sealed), line);
    EXPECT_TRUE(core::follows({}, *sealed));
    EXPECT_TRUE(json::read_club_ops(sealed->entry.body, sealed->entry.parts));

    const auto& part = sealed->entry.parts.at(0);
    const std::map<std::string, core::Digest> digests = {
        {"body", core::sha256(sealed->entry.body)},
        {"part", core::part_digest(part, *part.content)},
        {"private_root", core::private_root(sealed->entry.parts)},
        {"entry_digest", core::entry_digest(sealed->entry)},
        {"hash", core::chain_hash({}, sealed->seal, core::entry_digest(sealed->entry))},
    };
    for (const auto& [name, digest] : digests) {
        const auto* section = find_section(vectors, name);
        ASSERT_NE(section, nullptr) << name;
        EXPECT_EQ(after(*section, "digest: "), core::to_hex(digest)) << name;
        if (name == "body") continue;
        const auto hashed = bytes_of(after(*section, "hashed: "));
        EXPECT_EQ(core::sha256(hashed), digest) << name;
        EXPECT_EQ(core::sha256_portable(hashed), digest) << name;
    }
}

}  // namespace
}  // namespace lth::tests
