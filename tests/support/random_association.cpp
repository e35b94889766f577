#include "support/random_association.hpp"

namespace lth::tests {
namespace {

using namespace core::association;  // NOLINT(google-build-using-namespace)

// Few ids and the levels of one book, so that random operations meet.
class Narrow {
public:
    explicit Narrow(Dice& dice) : dice_(dice) {}

    void operator()(CareLevel& value) {
        value = dice_.chance(50) ? CareLevel::province : CareLevel::branch;
        if (dice_.chance(2)) value = CareLevel::commune;
    }
    void operator()(core::GrantId& value) { value.value %= 20; }
    void operator()(core::TransferId& value) { value.value %= 200; }
    void operator()(core::RecordId& value) { value.value %= 60; }
    void operator()(core::BookId& value) { value = {}; }
    template <class T>
    void operator()(std::optional<T>& value) {
        if (value) (*this)(*value);
    }
    template <class T>
    void operator()(T& /*value*/) {}

private:
    Dice& dice_;
};

void fill_alternative(AssociationWhat& what, Dice& dice, const Known& known) {
    constexpr auto size = std::variant_size_v<AssociationWhat>;
    const auto chosen = dice.below(size);
    boost::mp11::mp_for_each<boost::mp11::mp_iota_c<size>>([&](auto index) {
        if (index != chosen) return;
        auto& filled = what.emplace<decltype(index)::value>();
        RandomFill(dice, known)(filled);
        using Filled = std::remove_reference_t<decltype(filled)>;
        using Members = boost::describe::describe_members<Filled, boost::describe::mod_public>;
        Narrow narrow(dice);
        boost::mp11::mp_for_each<Members>([&](auto member) { narrow(filled.*member.pointer); });
    });
}

// A reversal names an operation that is there, on its date.
void aim(AssociationOp& op, Dice& dice, const AssociationBook& book) {
    auto* reversal = std::get_if<core::OpReversed>(&op.what);
    if (reversal == nullptr || dice.chance(10)) return;
    const auto& target = book.book.ops[dice.below(book.book.ops.size())];
    reversal->entry_id = AssociationBook::entry(target.seq);
    reversal->op_index.value = target.op_index;
    op.on = target.on;
}

}  // namespace

AssociationOp random_association_op(Dice& dice, const Known& known) {
    AssociationOp op;
    RandomFill(dice, known)(op.on);
    fill_alternative(op.what, dice, known);
    return op;
}

AssociationOp random_association_op(Dice& dice, const Known& known, const AssociationBook& book) {
    auto op = random_association_op(dice, known);
    aim(op, dice, book);
    return op;
}

}  // namespace lth::tests
