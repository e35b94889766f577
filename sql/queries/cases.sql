-- Entries that were not recorded.

-- name: case.put
INSERT INTO sync_case (book_id, entry_id, entry_digest, device, device_seq, sent_by, line, problem,
                       opened_at, outcome, closed_at, closed_by, replaced_by, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
ON CONFLICT (book_id, entry_id) DO UPDATE
SET outcome = excluded.outcome, closed_at = excluded.closed_at, closed_by = excluded.closed_by,
    replaced_by = excluded.replaced_by, reason = excluded.reason;

-- name: case.of_book
SELECT book_id, entry_id, entry_digest, device, device_seq, sent_by, line, problem, opened_at,
       outcome, closed_at, closed_by, replaced_by, reason
FROM sync_case
WHERE book_id = $1
ORDER BY opened_at, entry_id;

-- The same without the entries: enough to settle and to count.
-- name: case.marks_of_book
SELECT book_id, entry_id, entry_digest, device, device_seq, sent_by, '' AS line, problem, opened_at,
       outcome, closed_at, closed_by, replaced_by, reason
FROM sync_case
WHERE book_id = $1
ORDER BY opened_at, entry_id;

-- name: case.of_id
SELECT book_id, entry_id, entry_digest, device, device_seq, sent_by, line, problem, opened_at,
       outcome, closed_at, closed_by, replaced_by, reason
FROM sync_case
WHERE book_id = $1 AND entry_id = $2;

-- What no officer has ended: by whoever sent it, since one phone may carry another's entries.
-- name: case.load
SELECT COALESCE(SUM(CASE WHEN outcome = 'open' THEN 1 ELSE 0 END), 0), COUNT(*),
       COALESCE(SUM(LENGTH(line)), 0)
FROM sync_case
WHERE book_id = $1 AND sent_by = $2 AND closed_by IS NULL;

-- Without the entries: a list shows what there is, not what it says.
-- name: case.of_all
SELECT book_id, entry_id, entry_digest, device, device_seq, sent_by, '' AS line, problem, opened_at,
       outcome, closed_at, closed_by, replaced_by, reason
FROM sync_case
ORDER BY opened_at DESC, entry_id;

-- Private parts that were erased leave the entry that is kept, too.
-- name: case.set_line
UPDATE sync_case SET line = $3 WHERE book_id = $1 AND entry_id = $2;

-- name: case.clear_reason
UPDATE sync_case SET reason = '' WHERE book_id = $1 AND entry_id = $2 AND closed_at = $3;

-- name: case.exists
SELECT entry_id FROM sync_case WHERE book_id = $1 AND entry_id = $2;

-- A case is decided in the state of the book that it was judged in: its row is held meanwhile.
-- name: case.hold_book
UPDATE book SET last_seq = last_seq WHERE book_id = $1 AND last_seq = $2 AND head_hash = $3;
