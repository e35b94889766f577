// Short lists, one per club, side by side in one block of memory: read in club order without a
// miss.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace lth::facts {

template <class T>
class Pool {
public:
    [[nodiscard]] std::span<const T> operator[](std::size_t list) const {
        return {items_.data() + slots_[list].offset, slots_[list].count};
    }

    void push_back(std::span<const T> values) {
        slots_.push_back({items_.size(), static_cast<std::uint32_t>(values.size())});
        items_.insert(items_.end(), values.begin(), values.end());
        live_ += values.size();
    }

    void replace(std::size_t list, std::span<const T> values) {
        Slot& slot = slots_[list];
        live_ = live_ - slot.count + values.size();
        if (values.size() > slot.count) {
            slot.offset = items_.size();
            items_.resize(items_.size() + values.size());
        }
        slot.count = static_cast<std::uint32_t>(values.size());
        std::ranges::copy(values, items_.begin() + static_cast<std::ptrdiff_t>(slot.offset));
        if (items_.size() > 2 * live_ + 64) compact();
    }

    [[nodiscard]] std::size_t memory_bytes() const {
        return items_.capacity() * sizeof(T) + slots_.capacity() * sizeof(Slot);
    }

private:
    struct Slot {
        std::size_t offset;
        std::uint32_t count;
    };

    void compact() {
        std::vector<T> packed;
        packed.reserve(live_);
        for (Slot& slot : slots_) {
            const auto from = items_.begin() + static_cast<std::ptrdiff_t>(slot.offset);
            slot.offset = packed.size();
            packed.insert(packed.end(), from, from + slot.count);
        }
        items_ = std::move(packed);
    }

    std::vector<T> items_;
    std::vector<Slot> slots_;
    std::size_t live_ = 0;  // items that a list still names
};

}  // namespace lth::facts
