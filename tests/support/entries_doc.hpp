// What docs/entries.md must say about an operation, read off its description: fields, their types,
// and an example. `print_section` writes the section of a new operation, to be pasted and filled.
#pragma once

#include <boost/mp11.hpp>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "json/described.hpp"

namespace lth::tests {

struct FieldDoc {
    std::string name;
    std::string type;
    bool required = true;

    friend bool operator==(const FieldDoc&, const FieldDoc&) = default;
};

struct OpDoc {
    std::string op;
    std::vector<FieldDoc> fields;
    std::string example;  // one operation
};

/// Objects inside operations, by the name of their type.
using NestedDocs = std::map<std::string, std::vector<FieldDoc>>;

/// "LoanTerms"; the language offers no better way.
template <class T>
std::string type_name() {
    std::string_view text = __PRETTY_FUNCTION__;
    text = text.substr(text.find("T = ") + 4);
    text = text.substr(0, text.find_first_of(";]"));
    return std::string(text.substr(text.rfind(':') + 1));
}

/// One line about how a value is written; the section "Types" explains each.
template <class T>
struct TypeText {
    static std::string get() {
        if constexpr (json::DescribedEnum<T>) {
            std::string names;
            boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
                [&](auto e) { names += (names.empty() ? "`" : " `") + std::string(e.name) + "`"; });
            return names;
        } else {
            return "object " + type_name<T>();
        }
    }
};

#define LTH_TYPE_TEXT(type, text)                 \
    template <>                                   \
    struct TypeText<type> {                       \
        static std::string get() { return text; } \
    };
LTH_TYPE_TEXT(bool, "true or false")
LTH_TYPE_TEXT(std::int64_t, "integer")
LTH_TYPE_TEXT(core::Money, "đồng")
LTH_TYPE_TEXT(core::Count, "count")
LTH_TYPE_TEXT(core::Ppm, "ppm")
LTH_TYPE_TEXT(core::Year, "year")
LTH_TYPE_TEXT(core::Date, "date")
LTH_TYPE_TEXT(core::Month, "month")
LTH_TYPE_TEXT(core::PublicText, "text")
LTH_TYPE_TEXT(core::LongText, "long text")
LTH_TYPE_TEXT(core::Digest, "SHA-256")
LTH_TYPE_TEXT(core::BookId, "UUID of a book")
LTH_TYPE_TEXT(core::EntryId, "UUID of an entry")
LTH_TYPE_TEXT(core::MemberId, "id of a member")
LTH_TYPE_TEXT(core::LoanId, "id of a loan")
LTH_TYPE_TEXT(core::MeetingId, "id of a meeting")
LTH_TYPE_TEXT(core::HandoverId, "id of a handover")
LTH_TYPE_TEXT(core::GrantId, "id of a grant")
LTH_TYPE_TEXT(core::TransferId, "id of a transfer")
LTH_TYPE_TEXT(core::UnitId, "id of a unit")
LTH_TYPE_TEXT(core::VillageId, "id of a village")
LTH_TYPE_TEXT(core::ClusterId, "id of a cluster")
LTH_TYPE_TEXT(core::ProgrammeId, "id of a programme")
LTH_TYPE_TEXT(core::RecordId, "id of a record")
LTH_TYPE_TEXT(core::SubjectId, "id of a person")
#undef LTH_TYPE_TEXT

template <class T>
struct TypeText<std::vector<T>> {
    static std::string get() { return "list of " + TypeText<T>::get(); }
};
template <class T>
struct TypeText<std::optional<T>> : TypeText<T> {};

template <class T>
std::vector<FieldDoc> fields_of() {
    std::vector<FieldDoc> fields;
    boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
        using Field = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
        fields.push_back({member.name, TypeText<Field>::get(), !json::is_optional<Field>});
    });
    return fields;
}

template <class T>
void collect_nested(NestedDocs& nested) {
    if constexpr (requires { typename T::value_type; }) {
        collect_nested<typename T::value_type>(nested);
    } else if constexpr (json::DescribedStruct<T>) {
        nested[type_name<T>()] = fields_of<T>();
        boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
            using Field = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
            collect_nested<Field>(nested);
        });
    }
}

/// Fills a field with a value that its name suggests.
class Sample {
public:
    explicit Sample(std::string_view name) : name_(name) {}

    void operator()(bool& value) const { value = true; }
    void operator()(std::int64_t& value) const { value = name_ == "known_at" ? ms : 13; }
    void operator()(core::Money& value) const { value.dong = amount(); }
    void operator()(core::Count& value) const { value.value = name_ == "op_index" ? 0 : 12; }
    void operator()(core::Ppm& value) const { value.value = 250'000; }
    void operator()(core::Year& value) const { value.value = 2023; }
    void operator()(core::Date& value) const { value = core::make_date(2023, 5, 17); }
    void operator()(core::Month& value) const { value = core::make_month(2023, 5); }
    void operator()(core::Digest& value) const { value = core::sha256(name_); }
    void operator()(core::PublicText& value) const { value.value = text(); }
    void operator()(core::LongText& value) const { value.value = "…"; }
    template <class Tag>
    void operator()(core::LocalId<Tag>& value) const {
        value.value = 41 + name_.size();
    }
    template <class Tag>
    void operator()(core::UuidOf<Tag>& value) const {
        value = core::UuidOf<Tag>(*core::parse_uuid("0188a1f2-7c00-7000-8000-0000000000c1"));
    }
    template <json::DescribedEnum E>
    void operator()(E& value) const {
        value = boost::mp11::mp_first<boost::describe::describe_enumerators<E>>::value;
    }
    template <class T>
    void operator()(std::vector<T>& values) const {
        (*this)(values.emplace_back());
    }
    template <class T>
    void operator()(std::optional<T>& value) const {
        (*this)(value.emplace());
    }
    template <json::DescribedStruct T>
    void operator()(T& value) const {
        boost::mp11::mp_for_each<json::Members<T>>(
            [&](auto member) { Sample{member.name}(value.*member.pointer); });
    }

private:
    static constexpr std::int64_t ms = 1'684'290'600'000;
    [[nodiscard]] std::int64_t amount() const;
    [[nodiscard]] std::string text() const;

    std::string_view name_;
};

template <class What>
OpDoc doc_of() {
    What what{};
    Sample{""}(what);
    std::string example = R"({"op":")" + std::string(What::op) + R"(","on":"2023-05-17")";
    json::write_fields(example, what);
    return {std::string(What::op), fields_of<What>(), example + "}"};
}

template <class Variant>
std::vector<OpDoc> docs_of() {
    std::vector<OpDoc> docs;
    boost::mp11::mp_for_each<boost::mp11::mp_iota<std::variant_size<Variant>>>([&](auto index) {
        docs.push_back(doc_of<std::variant_alternative_t<decltype(index)::value, Variant>>());
    });
    return docs;
}

template <class Variant>
void collect_all_nested(NestedDocs& nested) {
    boost::mp11::mp_for_each<boost::mp11::mp_iota<std::variant_size<Variant>>>([&](auto index) {
        using What = std::variant_alternative_t<decltype(index)::value, Variant>;
        boost::mp11::mp_for_each<json::Members<What>>([&](auto member) {
            using Field = std::remove_cvref_t<decltype(std::declval<What&>().*member.pointer)>;
            collect_nested<Field>(nested);
        });
    });
}

/// The rows of a table of fields, "| name | type | required |", in order.
[[nodiscard]] std::string table_of(const std::vector<FieldDoc>& fields);

/// A whole section to begin with.
[[nodiscard]] std::string print_section(const OpDoc& doc);

// ---- The document as it stands

struct DocSection {
    std::string heading;  // "club.proposed", "LoanTerms"
    std::vector<FieldDoc> fields;
    std::vector<std::string> rules;     // of the line "Refused by: `a` `b`"
    std::vector<std::string> examples;  // of ```json blocks
    std::string text;                   // all of it
};

struct DocChapter {
    std::string heading;  // "Club book"
    DocSection opening;   // what stands before its first section
    std::vector<DocSection> sections;
};

/// Chapters begin with "## ", sections with "### ".
[[nodiscard]] std::vector<DocChapter> parse_entries_doc(std::string_view markdown);

}  // namespace lth::tests
