// More of the C interface of a phone: people, what a club does, and its rating. As in phone.hpp,
// every function takes a JSON object and answers with JSON.
#pragma once

#include "wasm/exports.hpp"

extern "C" {

/// {book, on} → [ConsentLine]
LTH_EXPORT(lth_phone_consents) LthAnswer lth_phone_consents();
/// {book, on} → RolesPage
LTH_EXPORT(lth_phone_roles) LthAnswer lth_phone_roles();
/// {book, on, seq} → [MemberId]: who was in the club on a day, by what was recorded until entry seq
LTH_EXPORT(lth_phone_members_then) LthAnswer lth_phone_members_then();
/// {book, on} → [TodoLine]
LTH_EXPORT(lth_phone_todos) LthAnswer lth_phone_todos();
LTH_EXPORT(lth_phone_flags) LthAnswer lth_phone_flags();
/// {book, ops, from, until}: operations of these names that stand in the book, by date →
/// [{on, seq, op_index, text, parts}]; text is the operation's, parts are the texts it names
LTH_EXPORT(lth_phone_ops) LthAnswer lth_phone_ops();
/// {book, year, as_of, criteria, judged} → rating::Sheet
LTH_EXPORT(lth_phone_rating) LthAnswer lth_phone_rating();
}
