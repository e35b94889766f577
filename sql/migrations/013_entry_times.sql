-- Who recorded what lately, over all books.

CREATE INDEX entry_by_time ON entry (received_at, book_id, seq);
