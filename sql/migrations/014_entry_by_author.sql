-- What one officer recorded lately, over all books.

CREATE INDEX entry_by_author ON entry (author, received_at, book_id, seq);
