-- Papers that officers have begun to type, one of a club and month. Each is written over the one
-- that its writer has seen, or not at all.

-- name: paper_draft.put
INSERT INTO paper_sheet (book_id, month, account_id, content, kept_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (book_id, month) DO NOTHING;

-- name: paper_draft.replace
UPDATE paper_sheet SET account_id = $3, content = $4, kept_at = $5
WHERE book_id = $1 AND month = $2 AND kept_at = $6;

-- name: paper_draft.drop
DELETE FROM paper_sheet WHERE book_id = $1 AND month = $2 AND kept_at = $3;

-- name: paper_draft.of_book
SELECT book_id, month, account_id, content, kept_at FROM paper_sheet
WHERE book_id = $1 ORDER BY month;
