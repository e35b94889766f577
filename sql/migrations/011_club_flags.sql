-- Flags depend on the day they are asked for: core/club/flags.hpp derives them from the book.
ALTER TABLE club DROP COLUMN flags;
