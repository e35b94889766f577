-- Papers that officers have begun to type, each seen by its own officer.

-- name: paper_draft.put
INSERT INTO paper_draft (book_id, account_id, month, content, kept_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (book_id, account_id, month) DO UPDATE
SET content = excluded.content, kept_at = excluded.kept_at;

-- name: paper_draft.drop
DELETE FROM paper_draft WHERE book_id = $1 AND account_id = $2 AND month = $3;

-- name: paper_draft.of_account
SELECT book_id, account_id, month, content, kept_at FROM paper_draft
WHERE account_id = $1 ORDER BY book_id, month;
