// What a phone prints, and the check of what was printed. Called as those of phone.hpp.
#pragma once

#include "wasm/exports.hpp"

extern "C" {

/// {book, from, until} → [VoucherLine]
LTH_EXPORT(lth_phone_vouchers) LthAnswer lth_phone_vouchers();
/// {book, fund, account, month} → CashBookPage
LTH_EXPORT(lth_phone_cash_book) LthAnswer lth_phone_cash_book();
/// {entry_digest} → {text}: the code as printed
LTH_EXPORT(lth_phone_code) LthAnswer lth_phone_code();
/// {book, code}: as typed → CheckPage. Rule check.code.unreadable.
LTH_EXPORT(lth_phone_check) LthAnswer lth_phone_check();
}
