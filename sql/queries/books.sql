-- Books, entries and private parts.

-- name: book.open
INSERT INTO book (book_id, kind, last_seq, head_hash, received_at, rows_version)
VALUES ($1, $2, 0, $3, 0, $4)
ON CONFLICT (book_id) DO NOTHING;

-- Compare and set: whoever judged against another head writes nothing.
-- name: book.advance
UPDATE book SET last_seq = $2, head_hash = $3, received_at = $4
WHERE book_id = $1 AND last_seq = $5 AND head_hash = $6;

-- name: book.lock
UPDATE book SET rows_version = $2
WHERE book_id = $1 AND last_seq = $3 AND head_hash = $4;

-- name: book.of_id
SELECT book_id, kind, last_seq, head_hash, received_at, rows_version
FROM book
WHERE book_id = $1;

-- name: book.of_all
SELECT book_id, kind, last_seq, head_hash, received_at, rows_version
FROM book
ORDER BY book_id;

-- name: entry.put
INSERT INTO entry (
    book_id, seq, entry_id, device, author, device_seq, made_at, received_at, sent_by,
    entry_digest, hash, body
)
{{rows uuid, bigint, uuid, uuid, uuid, bigint, bigint, bigint, uuid, bytes, bytes, text}};

-- name: entry.hash_of
SELECT hash
FROM entry
WHERE book_id = $1 AND seq = $2;

-- name: entry.after
SELECT
    book_id, seq, entry_id, device, author, device_seq, made_at, received_at, sent_by, hash, body
FROM entry
WHERE book_id = $1 AND seq > $2
ORDER BY seq
LIMIT $3;

-- name: entry.latest
SELECT
    book_id, seq, entry_id, device, author, device_seq, made_at, received_at, sent_by, hash, body
FROM entry
WHERE received_at <= $1
  AND (received_at < $1 OR book_id < $2 OR (book_id = $2 AND seq < $3))
ORDER BY received_at DESC, book_id DESC, seq DESC
LIMIT $4;

-- name: entry.latest_of
SELECT
    book_id, seq, entry_id, device, author, device_seq, made_at, received_at, sent_by, hash, body
FROM entry
WHERE author = $5 AND received_at <= $1
  AND (received_at < $1 OR book_id < $2 OR (book_id = $2 AND seq < $3))
ORDER BY received_at DESC, book_id DESC, seq DESC
LIMIT $4;

-- name: entry_private.put
INSERT INTO entry_private (book_id, seq, part, subject, class, salt, "text", digest)
{{rows uuid, bigint, bigint, bigint, text, bytes, text, bytes}};

-- name: entry_private.erase
UPDATE entry_private SET salt = NULL, "text" = NULL
WHERE book_id = $1 AND seq = $2 AND part = $3;

-- name: entry_private.between
SELECT seq, part, subject, class, salt, "text", digest
FROM entry_private
WHERE book_id = $1 AND seq >= $2 AND seq <= $3
ORDER BY seq, part;

-- name: entry_private.texts
SELECT seq, class, "text"
FROM entry_private
WHERE book_id = $1 AND "text" IS NOT NULL
ORDER BY seq, part;

-- name: disclosed.put
INSERT INTO disclosed (book_id, subject, field, seq, part, value)
{{rows uuid, bigint, text, bigint, bigint, text}}
ON CONFLICT (book_id, subject, field) DO UPDATE SET
    seq = excluded.seq, part = excluded.part, value = excluded.value;

-- name: disclosed.delete
DELETE FROM disclosed WHERE book_id = $1 AND subject = $2 AND field = $3;

-- name: disclosed.clear
DELETE FROM disclosed WHERE book_id = $1;

-- name: disclosed.of_book
SELECT book_id, subject, field, seq, part, value
FROM disclosed
WHERE book_id = $1
ORDER BY book_id, subject, field;
