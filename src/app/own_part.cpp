#include "app/own_part.hpp"

#include "app/each_id.hpp"
#include "json/described.hpp"

namespace lth::app {
namespace {

template <class T>
constexpr bool may_name_people();

template <class T>
struct NamesPeople {
    static constexpr bool value = may_name_people<T>();
};
template <class T>
struct NamesPeople<std::vector<T>> : NamesPeople<T> {};
template <class T>
struct NamesPeople<std::optional<T>> : NamesPeople<T> {};

// A field of such a type may hold somebody's id, or that of somebody's loan.
template <class T>
constexpr bool may_name_people() {
    if constexpr (std::is_same_v<T, core::MemberId> || std::is_same_v<T, core::LoanId>) {
        return true;
    } else if constexpr (json::DescribedStruct<T>) {
        bool found = false;
        boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
            using Field = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
            found = found || NamesPeople<Field>::value;
        });
        return found;
    } else {
        return false;
    }
}

class OwnWriter {
public:
    explicit OwnWriter(const Whose& whose) : whose_(whose) {}

    template <class What>
    std::string write_op(const What& what, core::Date on) {
        std::string out = R"({"op":")";
        out += What::op;
        out += R"(","on":)";
        json::write(out, on);
        write_own_fields(out, what);
        return out;
    }

private:
    template <class T>
    [[nodiscard]] bool is_theirs(const T& line) const {
        bool theirs = false;
        each_id<core::MemberId>(line,
                                [&](auto id) { theirs = theirs || whose_.members.contains(id); });
        each_id<core::LoanId>(line, [&](auto id) { theirs = theirs || whose_.loans.contains(id); });
        return theirs;
    }

    template <class What>
    void write_own_fields(std::string& out, const What& what) {
        boost::mp11::mp_for_each<json::Members<What>>([&](auto member) {
            std::string value;
            if (!write_own(value, what.*member.pointer)) return;
            if (!out.ends_with('{')) out += ',';
            json::append_string(out, member.name);
            out += ':';
            out += value;
        });
    }

    // False if nothing of it is theirs.
    template <class T>
    bool write_own(std::string& out, const std::optional<T>& value) {
        return value && write_own(out, *value);
    }
    template <class T>
    bool write_own(std::string& out, const std::vector<T>& lines) {
        if constexpr (NamesPeople<T>::value) {
            for (const auto& line : lines) {
                if (!is_theirs(line)) continue;
                out += out.empty() ? '[' : ',';
                (void)write_own(out, line);
            }
            if (!out.empty()) out += ']';
            return !out.empty();
        } else {
            json::write(out, lines);
            return true;
        }
    }
    template <class T>
    bool write_own(std::string& out, const T& value) {
        if constexpr (std::is_same_v<T, core::MemberId>) {
            if (!whose_.members.contains(value)) return false;
            json::write(out, value);
        } else if constexpr (json::DescribedStruct<T> && NamesPeople<T>::value) {
            out += '{';
            write_own_fields(out, value);
            out += '}';
        } else {
            json::write(out, value);
        }
        return true;
    }

    const Whose& whose_;
};

}  // namespace

OwnPart own_part(const core::club::ClubOp& op, const Whose& whose) {
    OwnWriter writer(whose);
    OwnPart own;
    std::set<core::MemberId> others;
    std::visit(
        [&](const auto& what) {
            own.text = writer.write_op(what, op.on);
            each_id<core::MemberId>(what, [&](auto id) {
                if (!whose.members.contains(id)) others.insert(id);
            });
        },
        op.what);
    own.others = others.size();
    if (!op.parts.empty()) {
        own.text += R"(,"parts":[)";
        for (std::size_t i = 0; i < op.parts.size(); ++i) {
            own.text += (i > 0 ? "," : "") + std::to_string(op.parts[i]);
        }
        own.text += ']';
    }
    own.text += '}';
    return own;
}

}  // namespace lth::app
